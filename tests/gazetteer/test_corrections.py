"""corrections.csv: what is understood, what is refused and how it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, check_corrections, read_corrections
from geo.gazetteer.corrections import COLUMNS, Correction

HEADER = ",".join(COLUMNS)


def write(folder: Path, text: str | bytes, name: str = "corrections.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(folder: Path, text: str | bytes) -> list[Correction]:
    return read_corrections(write(folder, text))


def test_a_row_places_a_name_or_says_that_it_is_none(tmp_path: Path) -> None:
    """All columns, and where each row stands."""
    place, ignore = read(
        tmp_path,
        f"{HEADER}\nplace,Dunai,a.txt,7,12,RU,,42.9,132.5,the port\nignore,Jordan,,,,,,,,a footballer\n",
    )
    assert (place.action, place.mention, place.article, place.start, place.end) == (
        "place",
        "Dunai",
        "a.txt",
        7,
        12,
    )
    assert (place.country_code, place.point, place.place, place.note) == ("RU", (42.9, 132.5), "", "the port")
    assert (ignore.action, ignore.mention, ignore.point, ignore.start) == ("ignore", "Jordan", None, None)
    assert ignore.source.endswith("corrections.csv:3")


@pytest.mark.parametrize(
    "text",
    [
        "action,mention,latitude,longitude\nplace,Dunai,42.9,132.5\n",
        "Action;Mention;Lat;Lon\nplace;Dunai;42,9;132,5\n",
        "\ufeffaction\tname\tlat\tlng\r\nPLACE\tDunai\t42.9\t132.5\r\n",
        '# mine\n"action","mine","mention","latitude","longitude"\n\nplace,kept,Dunai,42.9,132.5',
    ],
)
def test_dialects_of_spreadsheets(tmp_path: Path, text: str) -> None:
    """The dialects of places.csv: aliases, tabs, semicolons with decimal commas, marks, comments, other columns."""
    (row,) = read(tmp_path, text)
    assert (row.mention, row.point) == ("Dunai", (42.9, 132.5))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("move,Dunai,,,,,gn:1,,,", "unknown action"),
        (",Dunai,,,,,gn:1,,,", "no action"),
        ("place,,,,,,gn:1,,,", "no mention"),
        ("place,…,,,,,gn:1,,,", "no letter"),
        ("place,Dunai,,,,,,,,", "neither a place nor a point"),
        ("place,Dunai,,,,,gn:1,42,132,", "both a place and a point"),
        ("place,Dunai,,,,,,42,,", "no longitude"),
        ("place,Dunai,,,,,,91,132,", "latitude 91"),
        ("place,Dunai,,,,,,132.5,42.9,", "swapped"),
        ("place,Dunai,,,,,,0,0,", "nobody knew"),
        ("place,Dunai,,,,,,north,132,", "not a number"),
        ("place,Dunai,,,,XX,gn:1,,,", "unknown country"),
        ("place,Dunai,,,,,a b,,,", "not an id"),
        ("place,Dunai,a,7,,,gn:1,,,", "start without end"),
        ("place,Dunai,a,,12,,gn:1,,,", "end without start"),
        ("place,Dunai,,7,12,,gn:1,,,", "without an article"),
        ("place,Dunai,a,12,7,,gn:1,,,", "not after start"),
        ("place,Dunai,a,7,9,,gn:1,,,", "can never apply"),
        ("place,Dunai,a,x,9,,gn:1,,,", "not a number of characters"),
        ("place,Du\x07nai,,,,,gn:1,,,", "control character U+0007"),
        ("place,Dunai,,,,,gn:1", "7 cells where the header has 10"),
        ('place,"Dunai,,,,,gn:1,,,', "not CSV"),
    ],
)
def test_faults_say_where_what_and_what_to_do(tmp_path: Path, row: str, says: str) -> None:
    """Every fault is an error with file:line, what is wrong and what to do."""
    with pytest.raises(GazetteerError, match=r"corrections\.csv:2: .*; .+") as caught:
        read(tmp_path, f"{HEADER}\n{row}\n")
    assert says in str(caught.value)


def test_rows_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    """Equally specific rows must agree; the same row twice is a warning, a more specific one is no contradiction."""
    with pytest.raises(GazetteerError, match=r":3: contradicts .*corrections.csv:2 about"):
        read(tmp_path, f"{HEADER}\nplace,Dunai,,,,,gn:1,,,\nignore,DUNAI,,,,,,,,\n")
    rows = read(
        tmp_path, f"{HEADER}\nplace,Dunai,,,,,gn:1,,,\nplace,Dunai,,,,,gn:1,,,\nignore,Dunai,a,,,,,,,\n"
    )
    assert [row.line for row in rows] == [2, 4]


def test_check_tells_all_faults_and_warnings_at_once(tmp_path: Path, world: Gazetteer) -> None:
    """Ids that the gazetteer does not know, everyday words, useless cells; a good row has none."""
    path = write(
        tmp_path,
        f"{HEADER}\nplace,Dunai,,,,,gn:999999999,,,\nplace,will,,,,,gn:704422,,,\nignore,Jordan,,,,,gn:704422,,,\n"
        "place,Pokrovsk,,,,,gn:704422,,,\nmove,X,,,,,,,,\n",
    )
    found = [(fault.line, fault.warning) for fault in check_corrections([path], world)]
    assert found == [(2, False), (3, True), (4, True), (6, False)]
    assert "no such place" in str(check_corrections([path], world)[0])


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    """A path that cannot be read is a fault like any other."""
    with pytest.raises(GazetteerError, match="check the path"):
        read_corrections(tmp_path / "none.csv")


CELL = st.text(st.characters(codec="utf-8"), max_size=12)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(st.lists(CELL, max_size=11), max_size=5)))
@example(b"action,mention,start\nplace,a,\xc2\xb2\n")
def test_no_file_breaks_the_reader(tmp_path: Path, content: bytes | list[list[str]]) -> None:
    """Whatever stands in a file, it is read or refused with a fault; nothing else is raised."""
    if isinstance(content, list):
        content = "\n".join([HEADER, *(",".join(["place", *row]) for row in content)]).encode()
    path = write(tmp_path, content)
    try:
        read_corrections(path, frozenset({"RU"}))
    except GazetteerError as error:
        assert "corrections.csv:" in str(error)


def test_our_own_corrections_are_good(root: Path, world: Gazetteer) -> None:
    """The project's file reads without a fault."""
    assert check_corrections([root / "gazetteer" / "corrections.csv"], world) == []
