"""``python -m tools.build_gazetteer --rows``, which ``make maps`` runs after each edit of ``places.csv``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from geo.gazetteer.world import WORLD
from tools import build_gazetteer


def test_a_wrong_row_is_named_with_its_line_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, the fault with file and line, no traceback."""
    (tmp_path / "places.csv").write_text("name,latitude,longitude\nBad,148.5,37.7\n", encoding="utf-8")
    (tmp_path / WORLD.name).symlink_to(WORLD)
    monkeypatch.setattr(build_gazetteer, "TABLES", tmp_path)
    monkeypatch.setattr(sys, "argv", ["build_gazetteer", "--rows", "--output", str(tmp_path / WORLD.name)])
    assert build_gazetteer.main() == 2
    assert "places.csv:2: latitude 148.5 is beyond the pole" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["places.csv", WORLD.name]
