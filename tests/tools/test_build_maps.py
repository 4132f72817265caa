"""``make maps``: what is built again, and what stops it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BUILD = Path(__file__).resolve().parents[2] / "tools" / "build_maps.py"
HEADER = "name,latitude,longitude,feature_code,country_code\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A checkout of one's own: two articles and an empty list of places."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text("Rain fell on Nakhodka on Monday.", encoding="utf-8")
    (tmp_path / "seeds" / "two.txt").write_text("Snow fell on Vorkuta on Friday.", encoding="utf-8")
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "gazetteer" / "places.csv").write_text(HEADER, encoding="utf-8")
    return tmp_path


def build(desk: Path) -> tuple[int, list[str], str]:
    """Exit code, the maps that were built, and what was said on standard error."""
    done = subprocess.run(
        [sys.executable, str(BUILD)], cwd=desk, check=False, capture_output=True, encoding="utf-8"
    )
    return done.returncode, done.stdout.split(), done.stderr


def test_a_map_an_article_and_one_of_all(desk: Path) -> None:
    """maps/ holds both maps, the index and its tables; a second run builds nothing."""
    assert build(desk) == (0, ["maps/one.html", "maps/two.html", "maps/index.html"], "")
    assert sorted(p.name for p in (desk / "maps").iterdir()) == [
        "index.html",
        "mentions.csv",
        "one.html",
        "places.geojson",
        "two.html",
        "unresolved.csv",
    ]
    assert build(desk) == (0, [], "")


def test_only_what_depends_on_a_change_is_built_again(desk: Path) -> None:
    """A changed article: its map and the index; an edited map: that one; a gazetteer row: all."""
    build(desk)
    (desk / "seeds" / "two.txt").write_text("Snow fell on Salekhard on Friday.", encoding="utf-8")
    assert build(desk)[1] == ["maps/two.html", "maps/index.html"]
    (desk / "maps" / "one.html").write_text("scribbled over", encoding="utf-8")
    assert build(desk)[1] == ["maps/one.html"]
    row = "Nakhodka Old Pier,42.81,132.87,PRT,RU\n"
    (desk / "gazetteer" / "places.csv").write_text(HEADER + row, encoding="utf-8")
    assert build(desk)[1] == ["maps/one.html", "maps/two.html", "maps/index.html"]


def test_a_new_row_is_on_the_map(desk: Path) -> None:
    """The third use of the project: a row for a place that no package has."""
    (desk / "seeds" / "one.txt").write_text("Crews reached Zhabokryky Upper on Monday.", encoding="utf-8")
    build(desk)
    assert "48.5123" not in (desk / "maps" / "one.html").read_text(encoding="utf-8")
    row = "Zhabokryky Upper,48.5123,37.7123,PPL,UA\n"
    (desk / "gazetteer" / "places.csv").write_text(HEADER + row, encoding="utf-8")
    assert build(desk)[0] == 0
    assert "48.5123" in (desk / "maps" / "one.html").read_text(encoding="utf-8")


def test_a_bad_row_leaves_the_old_maps(desk: Path) -> None:
    """Exit 2 and ``file:line``; not one map is touched."""
    build(desk)
    before = {p: p.read_bytes() for p in (desk / "maps").iterdir()}
    (desk / "gazetteer" / "places.csv").write_text(HEADER + "X,91,10,PPL,UA\n", encoding="utf-8")
    code, built, said = build(desk)
    assert (code, built) == (2, [])
    assert "places.csv:2" in said
    assert "Traceback" not in said
    assert {p: p.read_bytes() for p in (desk / "maps").iterdir()} == before


def test_a_correction_mends_every_map(desk: Path) -> None:
    """A row in ./gazetteer/corrections.csv is obeyed, and a changed one builds the maps anew."""
    build(desk)
    rows = desk / "gazetteer" / "corrections.csv"
    rows.write_text("action,mention,latitude,longitude\nplace,Nakhodka,42.7777,132.7\n", encoding="utf-8")
    assert build(desk) == (0, ["maps/one.html", "maps/two.html", "maps/index.html"], "")
    for name in ("one.html", "index.html", "mentions.csv"):
        assert "42.7777" in (desk / "maps" / name).read_text(encoding="utf-8")
    assert build(desk) == (0, [], "")


def test_a_wrong_correction_leaves_the_old_maps(desk: Path) -> None:
    """Exit 2 and ``file:line``; not one map is touched."""
    build(desk)
    before = {p: p.read_bytes() for p in (desk / "maps").iterdir()}
    rows = desk / "gazetteer" / "corrections.csv"
    rows.write_text("action,mention,place\nplace,Nakhodka,gn:999999999\n", encoding="utf-8")
    code, built, said = build(desk)
    assert (code, built) == (2, [])
    assert "gazetteer/corrections.csv:2" in said
    assert "Traceback" not in said
    assert {p: p.read_bytes() for p in (desk / "maps").iterdir()} == before


@pytest.mark.parametrize(
    ("name", "other"), [("one.md", "one.txt"), ("ONE.md", "one.txt"), ("index.txt", "index")]
)
def test_two_articles_for_one_map_stop_it(desk: Path, name: str, other: str) -> None:
    """Two articles with one stem, or one called index: exit 2 with both names."""
    (desk / "seeds" / name).write_text("Rain fell on Nakhodka on Monday.", encoding="utf-8")
    code, built, said = build(desk)
    assert (code, built) == (2, [])
    assert name in said
    assert other in said


def test_the_map_of_an_article_that_is_gone_goes_too(desk: Path) -> None:
    """But not one that somebody has edited since."""
    build(desk)
    (desk / "seeds" / "two.txt").unlink()
    build(desk)
    assert not (desk / "maps" / "two.html").exists()
    (desk / "maps" / "one.html").write_text("scribbled over", encoding="utf-8")
    (desk / "seeds" / "one.txt").rename(desk / "seeds" / "three.txt")
    build(desk)
    assert (desk / "maps" / "one.html").exists()
