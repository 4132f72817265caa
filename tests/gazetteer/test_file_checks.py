"""`geo gazetteer check`: every fault of a file, told apart from its warnings, with the line where it stands."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.cli import run
from geo.gazetteer import Fault, open_gazetteer

PLACES = "name,latitude,longitude,id,feature_code,country_code,admin1,alternate_names,note"
CORRECTIONS = "action,mention,article,start,end,country_code,place,latitude,longitude,note"


def check(folder: Path, text: str | bytes) -> list[Fault]:
    path = folder / "rows.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return check_files([path])


def check_files(paths: list[Path]) -> list[Fault]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = run(["gazetteer", "check", "--json", *map(str, paths)])
    faults = [Fault(**fault) for fault in json.loads(out.getvalue())]
    assert code == (2 if any(not fault.warning for fault in faults) else 0)
    return faults


ERRORS = {
    "a missing column": ("name,latitude\nA,1\n", 1, "no column 'longitude'"),
    "not a number": (f"{PLACES}\nNew Farm,north,37,,,,,,\n", 2, "not a number"),
    "beyond the pole": (f"{PLACES}\nNew Farm,-90.5,37,,,,,,\n", 2, "beyond the pole"),
    "beyond the date line": (f"{PLACES}\nNew Farm,48,180.5,,,,,,\n", 2, "out of range"),
    "swapped, out of range": (f"{PLACES}\nNew Farm,137.5,48.2,,,,,,\n", 2, "swapped"),
    "swapped, in range": (f"{PLACES}\nNew Farm,37.3,48.6,,,UA,,,\n", 2, "the other way round"),
    "nobody knew": (f"{PLACES}\nNew Farm,0,0,,,,,,\n", 2, "0,0"),
    "outside its country": (f"{PLACES}\nNew Farm,52.2,21.0,,,UA,,,\n", 2, "lies in PL, not in UA"),
    "an unknown country": (f"{PLACES}\nNew Farm,48.5,37.2,,,UK,,,\n", 2, "unknown country"),
    "an unknown kind": (f"{PLACES}\nNew Farm,48.5,37.2,,gizmo,,,,\n", 2, "unknown feature code"),
    "an unknown region": (f"{PLACES}\nNew Farm,48.5,37.2,,,UA,Atlantis,,\n", 2, "unknown region"),
    "one id twice": (f"{PLACES}\nA Farm,48,37,x,,,,,\nB Farm,49,37,x,,,,,\n", 3, "rows.csv:2"),
    "one place twice": (f"{PLACES}\nNew Farm,48,37,,,,,,\nNew Farm,48.01,37,,,,,,\n", 3, "rows.csv:2"),
    "no name": (f"{PLACES}\n,48.5,37.2,,,,,,\n", 2, "no name"),
    "a control character": (f"{PLACES}\nNew\x07Farm,48.5,37.2,,,,,,\n", 2, "U+0007"),
    "another encoding": (PLACES.encode() + b"\nM\xfcnchen,48,11,,,,,,\n", 2, "not UTF-8"),
    "a ragged row": (f"{PLACES}\nNew Farm,48.5,37.2\n", 2, "3 cells where the header has 9"),
    "an open quote": (f'{PLACES}\n"New Farm,48.5,37.2,,,,,,\n', 2, "not CSV"),
    "an alias without a letter": (f"{PLACES}\nNew Farm,48.5,37.2,,,,,--|Oakfarm,\n", 2, "no letter"),
    "an id of no place": (f"{PLACES}\nNew Farm,48.5,37.2,gn:999999999,,,,,\n", 2, "no such place"),
    "another place's number": (f"{PLACES},geonameid\nKyiv,50.45,30.52,,,UA,,,,704422\n", 2, "gn:704422 is Pokrovsk"),
    "a correction to no place": (f"{CORRECTIONS}\nplace,Oakfarm,,,,,gn:999999999,,,\n", 2, "no such place"),
    "a correction without an act": (f"{CORRECTIONS}\n,Oakfarm,,,,,gn:703448,,,\n", 2, "no action"),
    "letters misread beyond repair": (f"{PLACES}\nNew\x81Farm,48.5,37.2,,,,,,\n", 2, "U+0081"),
    "half a correction's header": ("action,place\nplace,gn:703448\n", 1, "no column 'mention'"),
}  # fmt: skip
WARNINGS = {
    "a neighbour of the same name": (f"{PLACES}\nOakfarm,48,37,,,,,,\nOakfarm,48.1,37,,,,,,\n", 3, "say in note"),
    "an everyday word": (f"{PLACES}\nNew Farm,48.5,37.2,,,,,will,\n", 2, "everyday word"),
    "a name too short": (f"{PLACES}\nNew Farm,48.5,37.2,,,,,Uf,\n", 2, "fewer than three letters"),
    "a town in the sea": (f"{PLACES}\nNew Farm,40,-40,,,UA,,,\n", 2, "in the sea"),
    "an area around a foreign point": (f"{PLACES}\nNew Hills,52.2,21.0,,hill,UA,,,\n", 2, "lies in PL"),
    "letters misread": (f"{PLACES}\nGenÃ¨ve,46.2,6.14,,,,,,\n", 2, "wrong encoding"),
    "a known place moved far": (f"{PLACES},geonameid\nPokrovsk,50.45,30.52,,,UA,,,,704422\n", 2, "km from here"),
    "a correction said twice": (f"{CORRECTIONS}\nignore,Oak,,,,,,,,\nignore,Oak,,,,,,,,\n", 3, "rows.csv:2 says"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "says"), ERRORS.values(), ids=ERRORS)
def test_an_error_says_where_what_and_what_to_do(
    tmp_path: Path, text: str | bytes, line: int, says: str
) -> None:
    """Each fault is found alone, at its line, with a remedy."""
    (fault,) = check(tmp_path, text)
    assert (fault.line, fault.warning) == (line, False)
    assert says in fault.what
    assert fault.remedy


@pytest.mark.parametrize(("text", "line", "says"), WARNINGS.values(), ids=WARNINGS)
def test_a_warning_is_told_apart(tmp_path: Path, text: str, line: int, says: str) -> None:
    """What may be meant is only a warning."""
    (fault,) = check(tmp_path, text)
    assert (fault.line, fault.warning) == (line, True)
    assert says in str(fault)


GOOD = {
    "a note silences a neighbour": f"{PLACES}\nOakfarm,48,37,,,,,,\nOakfarm,48.1,37,,,,,,another one\n",
    "rows of another kind are no neighbours": f"{PLACES}\nOakfarm,48,37,,,,,,\nOakfarm,48.001,37,,port,,,,\n",
    "numbers of GeoNames tell rows apart": "name,lat,lon,geonameid\nOakfarm,48,37,900000001\nOakfarm,48,37,900000002\n",
    "Crimea by the United Nations": f"{PLACES}\nNew Farm,45.0,34.1,,,UA,,,\n",
    "Crimea by who holds it": f"{PLACES}\nNew Farm,45.0,34.1,,,RU,,,\n",
    "a post on the border": f"{PLACES}\nNew Post,19.95,2.96,,border crossing,ML,,,\n",
    "a quay in the water": f"{PLACES}\nNew Quay,46.4900,30.7500,,port,UA,,,\n",
    "a sea needs no land": f"{PLACES}\nNew Sea,40,-40,,sea,,,,\n",
    "an id that amends": f"{PLACES}\nKyiv,50.45,30.52,gn:703448,,,,Stolytsia,\n",
    "corrections": f"{CORRECTIONS}\nplace,Oakfarm,,,,,gn:703448,,,\nignore,Jordan,,,,,,,,\n",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_there_is_nothing_to_say_of_good_rows(tmp_path: Path, text: str) -> None:
    """No error and no warning."""
    assert check(tmp_path, text) == []


def test_all_faults_come_at_once_in_order(tmp_path: Path) -> None:
    """One run tells everything about all files, file by file and line by line."""
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("name,lat,lon\nOakfarm,x,1\n,2,2\nOakfarm,91,y\n", encoding="utf-8")
    second.write_text("action,mention\nfly,Farm\nignore,\n", encoding="utf-8")
    faults = check_files([first, second, tmp_path / "none.csv"])
    told = [(Path(fault.path).name, fault.line) for fault in faults]
    assert told == [
        ("a.csv", 2), ("a.csv", 3), ("a.csv", 4), ("b.csv", 2), ("b.csv", 3), ("none.csv", 1)
    ]  # fmt: skip


CELL = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=8),
    st.sampled_from(["48.5", "place", "csv:a", '"', "#", "-0"]),
)
HEAD = st.sampled_from(
    [PLACES.split(","), CORRECTIONS.split(","), ["name", "lat", "lon"], ["action", "mention"]]
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.tuples(
            st.lists(st.one_of(HEAD, st.lists(CELL, max_size=10)), max_size=6),
            st.sampled_from(",;\t"),
            st.sampled_from(["\n", "\r\n", "\r"]),
            st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
        ),
    )
)  # fmt: skip
def test_no_file_breaks_the_check(
    tmp_path: Path, content: bytes | tuple[list[list[str]], str, str, str]
) -> None:
    """Whatever stands in a file, its faults are listed, each with a line of the file."""
    if isinstance(content, tuple):
        rows, mark, end, encoding = content
        content = end.join(mark.join(row) for row in rows).encode(encoding)
    for fault in check(tmp_path, content):
        assert fault.line >= 1
        assert str(fault).startswith(fault.path)


@pytest.mark.parametrize("region", ["Donetsk Oblast", "Donetsk", "donetsk region", "UA.05", "05", "709716"])
def test_a_region_is_known_by_its_code_or_name(tmp_path: Path, region: str) -> None:
    """With its type word, without it, by GeoNames' code or number."""
    path = tmp_path / "mine.csv"
    path.write_text(f"{PLACES}\nNew Farm,48.5,37.2,,,UA,{region},,\n", encoding="utf-8")
    assert check_files([path]) == []
    assert open_gazetteer([path], here=False).candidates("New Farm")[0].place.admin1_code == "UA.05"


def test_a_code_that_lost_its_zero_is_still_that_code(tmp_path: Path) -> None:
    """Spreadsheets take the region 05 for the number 5."""
    assert check(tmp_path, f"{PLACES}\nNew Farm,48.5,37.2,,,UA,5,,\n") == []
    path = tmp_path / "mine.csv"
    path.write_text(f"{PLACES}\nNew Farm,48.5,37.2,,,UA,5,,\n", encoding="utf-8")
    assert open_gazetteer([path], here=False).candidates("New Farm")[0].place.admin1_code == "UA.05"


@pytest.mark.parametrize("missing", [1, 5])
def test_separators_that_excel_leaves_off_are_not_missed(tmp_path: Path, missing: int) -> None:
    """It writes none for columns that are empty in sixteen rows; a lone short row is a slip all the same."""
    full, short = "Farm {0},48.{0:02},37.2,,,,,,", "Farm {0},48.{0:02},37.2" + "," * (6 - missing)
    rows = [full.format(n) for n in range(10, 25)] + [short.format(n) for n in range(25, 60)]
    assert check(tmp_path, "\n".join([PLACES, *rows, ""])) == []
    blocks = [*rows[:31], *(full.format(n) for n in range(60, 70)), ""]
    assert check(tmp_path, "\n".join([PLACES, *blocks])) == []
    slip = [*rows[:3], short.format(70), *(full.format(n) for n in range(80, 99)), ""]
    (fault,) = check(tmp_path, "\n".join([PLACES, *slip]))
    assert (fault.line, fault.warning) == (5, False) and "cells where the header has 9" in fault.what


def test_empty_cells_beyond_the_header_do_no_harm(tmp_path: Path) -> None:
    """A spreadsheet adds them where a cell to the right was once touched."""
    assert check(tmp_path, f"{PLACES}\nNew Farm,48.5,37.2,,,,,,,,\n") == []
    (fault,) = check(tmp_path, f"{PLACES}\nNew Farm,48.5,37.2,,,,,,,,x\n")
    assert "11 cells" in fault.what


def test_a_file_of_corrections_is_told_by_its_name_where_its_header_tells_nothing(tmp_path: Path) -> None:
    """An empty corrections.csv is not asked for a latitude."""
    path = tmp_path / "corrections.csv"
    path.write_text("", encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert run(["gazetteer", "check", "--json", str(path)]) == 2
    assert "action,mention" in json.loads(out.getvalue())[0]["remedy"]
