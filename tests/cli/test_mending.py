"""Mending from the command line: corrections, what is known beforehand, one's own gazetteer alone."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from geo.cli import run

TEXT = "Rain fell on Nakhodka. Crews left the old mill near Vladivostok.\n"
HEADER = "action,mention,article,start,end,country_code,place,latitude,longitude,note\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, ``story.txt``, and a folder ``gazetteer``."""
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gazetteer").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def mend(desk: Path, *rows: str, name: str = "gazetteer/corrections.csv") -> None:
    (desk / name).write_text(HEADER + "".join(row + "\n" for row in rows), encoding="utf-8")


def toponyms(*options: str) -> list[dict[str, Any]]:
    assert run(["parse", "story.txt", "-o", "out.jsonl", *options]) == 0
    return list(json.loads(Path("out.jsonl").read_text(encoding="utf-8"))["toponyms"])


def test_a_row_in_the_folder_mends_the_map_and_the_tables(desk: Path) -> None:
    """./gazetteer/corrections.csv is obeyed by ``geo map``; the CSV names the row that decided."""
    mend(desk, "place,the old mill,,,,,,42.9123,132.8,")
    assert run(["map", "story.txt", "-o", "map.html", "--csv", "m.csv"]) == 0
    assert "42.9123" in (desk / "map.html").read_text(encoding="utf-8")
    assert "gazetteer/corrections.csv:2" in (desk / "m.csv").read_text(encoding="utf-8-sig")


def test_given_files_lie_on_top(desk: Path) -> None:
    """``--corrections`` wins over the folder's; lines name the row in ``decided_by``."""
    mend(desk, "ignore,Nakhodka,,,,,,,,")
    mend(desk, "place,Nakhodka,,,,,gn:704422,,,", name="mine.csv")
    assert [t["text"] for t in toponyms()] == ["Vladivostok"]
    found = toponyms("--corrections", "mine.csv")
    assert (found[0]["place"], found[0]["decided_by"]) == ("gn:704422", "mine.csv:2")
    assert found[1]["decided_by"] is None


def test_no_output_holds_the_folder_of_a_given_file(desk: Path) -> None:
    """A file given by its whole path is named without its folder in what is published."""
    mend(desk, "place,Nakhodka,,,,,gn:704422,,,", name="mine.csv")
    options = ["--corrections", str(desk / "mine.csv")]
    assert toponyms(*options)[0]["decided_by"] == "mine.csv:2"
    assert run(["map", "story.txt", "-o", "map.html", "--csv", "m.csv", *options]) == 0
    for name in ("map.html", "m.csv", "out.jsonl"):
        assert str(desk) not in (desk / name).read_text(encoding="utf-8")


def test_explain_names_the_row_that_decided(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where it placed a name, and where it dropped one."""
    mend(desk, "ignore,Nakhodka,,,,,,,,", "place,Vladivostok,,,,,gn:704422,,,")
    assert run(["explain", "story.txt"]) == 0
    out = capsys.readouterr().out
    assert "decided by gazetteer/corrections.csv:3" in out
    assert "no place, says gazetteer/corrections.csv:2" in out


@pytest.mark.parametrize(
    ("row", "says"),
    [("place,Omsk,,,,,gn:999999999,,,", "no such place"), ("move,Omsk,,,,,,,,", "unknown action")],
)
def test_a_wrong_row_stops_the_command(
    desk: Path, capsys: pytest.CaptureFixture[str], row: str, says: str
) -> None:
    """Exit 2, one line with file:line, and the old map stays."""
    (desk / "map.html").write_text("old", encoding="utf-8")
    mend(desk, row)
    assert run(["map", "story.txt", "-o", "map.html"]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert "gazetteer/corrections.csv:2" in said and says in said
    assert (desk / "map.html").read_text(encoding="utf-8") == "old"


def test_a_row_that_no_longer_fits_is_said_and_the_rest_goes_on(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One warning that names the row; exit 0."""
    mend(desk, "ignore,Nakhodka,story.txt,0,8,,,,,")
    assert "Nakhodka" in [t["text"] for t in toponyms()]
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("geo: warning: gazetteer/corrections.csv:2: ")


def test_what_is_known_beforehand(desk: Path) -> None:
    """``--country``, ``--near`` and ``--focus`` each move a name that the text leaves open."""
    (desk / "story.txt").write_text("Rain fell on Georgia.", encoding="utf-8")
    assert toponyms()[0]["country_code"] == "GE"
    for options in (
        ["--country", "us"],
        ["--country", "FR,US"],
        ["--near", "32.8,-83.4"],
        ["--focus=-88,30,-80,36"],
    ):
        assert toponyms(*options)[0]["country_code"] == "US", options


@pytest.mark.parametrize(
    "options",
    [
        ["--country", "XX"],
        ["--near", "north"],
        ["--near", "91,0"],
        ["--near", "nan,0"],
        ["--focus", "1,2,3"],
        ["--focus", "0,50,10,40"],
        ["--corrections", "none.csv"],
        ["--only-gazetteer"],
    ],
)
def test_wrong_options_are_one_line(
    desk: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    """Exit 2 with what is wrong and what to write."""
    assert run(["parse", "story.txt", *options]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("geo: ")


def test_an_output_may_not_overwrite_corrections(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file that a user typed is not the place for a result."""
    mend(desk, "ignore,Nakhodka,,,,,,,,", name="mine.csv")
    before = (desk / "mine.csv").read_bytes()
    assert run(["parse", "story.txt", "--corrections", "mine.csv", "-o", "mine.csv"]) == 2
    assert (desk / "mine.csv").read_bytes() == before


def test_ones_own_gazetteer_alone(desk: Path) -> None:
    """``--only-gazetteer`` finds the user's names and no other; the folder's corrections, made for the world, rest."""
    mend(desk, "place,Nakhodka,,,,,gn:2019528,,,")
    (desk / "own.csv").write_text("name,latitude,longitude\nold mill,1,2\n", encoding="utf-8")
    found = toponyms("--only-gazetteer", "--gazetteer", "own.csv")
    assert [(t["text"], t["lat"]) for t in found] == [("old mill", 1)]


def test_files_on_a_read_only_disk_are_read_as_ever(desk: Path) -> None:
    """Reading needs no right to write, neither to the file nor to its folder."""
    mend(desk, "place,the old mill,,,,,,42.9123,132.8,")
    folder = desk / "gazetteer"
    (folder / "corrections.csv").chmod(stat.S_IRUSR)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert "old mill" in " ".join(t["text"] for t in toponyms())
    finally:
        folder.chmod(stat.S_IRWXU)
