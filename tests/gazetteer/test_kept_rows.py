"""Large files of users' rows are kept ready: opened again they take no reading, and give the same answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo import open_gazetteer
from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, kept_rows, store

HEADER = "name,latitude,longitude,feature_code,alternate_names\n"
ROWS = "Quarry Row,51.2,4.4,village,Steinbruch\nMoscow,55.75,37.62,,Moskau am Fluss\n"
NAMES = ("Quarry Row", "Steinbruch", "Moscow", "Moskau am Fluss", "UK", "Danube", "Quarry")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own, in which files of any size are kept."""
    monkeypatch.setenv(kept_rows.FOLDER, str(tmp_path / "cache"))
    monkeypatch.setattr(kept_rows, "LARGE", 1)
    return tmp_path / "cache"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A user's file."""
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return path


def told(gazetteer: Gazetteer) -> list[object]:
    """What it answers."""
    found = [[(c.place, c.match, c.name) for c in gazetteer.candidates(name)] for name in NAMES]
    ids = [candidates[0][0].id for candidates in found if candidates]
    return [found, gazetteer.required, gazetteer.digest, [gazetteer.names(id) for id in ids]]


def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on, reading rows is an error."""

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("the rows were read again")

    monkeypatch.setattr(store, "read_additions", fail)


def test_a_file_that_was_opened_before_is_not_read_again(rows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time its rows stand ready: the same places, names, lines of the file and hash."""
    first = told(open_gazetteer([rows], here=False))
    unread(monkeypatch)
    assert told(open_gazetteer([rows], here=False)) == first


def test_files_on_top_are_laid_on_what_is_kept(
    rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two files, the first stands ready and the second is read."""
    small = tmp_path / "more.csv"
    small.write_text(HEADER + "Steinbruch,10,10,village,Quarry\n", encoding="utf-8")
    whole = told(open_gazetteer([rows, small], here=False))
    kept_ways = list((tmp_path / "cache").iterdir())
    for path in kept_ways:
        path.unlink()
    open_gazetteer([rows], here=False)
    assert told(open_gazetteer([rows, small], here=False)) == whole


@pytest.mark.parametrize("change", ["row", "name", "stance", "only"])
def test_what_is_kept_belongs_to_the_very_same_files(rows: Path, tmp_path: Path, change: str) -> None:
    """After an edit, under another name, or asked for alone, a file is read anew."""
    open_gazetteer([rows], here=False)
    if change == "row":
        rows.write_text(HEADER + ROWS.replace("51.2", "-51.2"), encoding="utf-8")
        found = open_gazetteer([rows], here=False).candidates("Steinbruch")
        assert found[0].place.lat == -51.2
    elif change == "name":
        other = rows.rename(tmp_path / "theirs.csv")
        found = open_gazetteer([other], here=False).candidates("Steinbruch")
        assert found[0].place.source.endswith("theirs.csv:2")
    elif change == "stance":
        gazetteer = open_gazetteer([rows], here=False, borders="de-facto")
        assert gazetteer.candidates("Sevastopol")[0].place.country_code == "RU"
    else:
        assert not open_gazetteer([rows], here=False, alone=True).candidates("Danube")


def test_a_fault_is_told_each_time(rows: Path) -> None:
    """A file with an error is never kept."""
    rows.write_text(HEADER + "Nowhere,95,4,village,\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(GazetteerError, match=r"mine.csv:2"):
            open_gazetteer([rows], here=False)


@pytest.mark.parametrize("content", [b"", b"DATELINE", b"something else entirely"])
def test_a_damaged_file_is_made_anew(rows: Path, folder: Path, content: bytes) -> None:
    """What is kept and cannot be read counts as not there."""
    first = told(open_gazetteer([rows], here=False))
    for path in folder.iterdir():
        path.write_bytes(content)
    assert told(open_gazetteer([rows], here=False)) == first


def test_a_folder_that_cannot_be_written_is_no_fault(
    rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file stands in the folder's place, rows are read each time."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    monkeypatch.setenv(kept_rows.FOLDER, str(tmp_path / "taken"))
    assert open_gazetteer([rows], here=False).candidates("Steinbruch")


def test_nothing_is_kept_where_the_folder_is_empty_text(
    rows: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty variable turns it off."""
    monkeypatch.setenv(kept_rows.FOLDER, "")
    open_gazetteer([rows], here=False)
    assert not folder.exists()


def test_only_the_last_are_kept(rows: Path, folder: Path) -> None:
    """The folder does not grow with each edit, and holds nothing half-written."""
    for south in range(kept_rows.KEPT + 2):
        rows.write_text(HEADER + ROWS.replace("51.2", f"-{south}"), encoding="utf-8")
        open_gazetteer([rows], bundled=False, here=False)
    kept = list(folder.iterdir())
    assert len(kept) == kept_rows.KEPT
    assert {path.suffix for path in kept} == {".rows"}
