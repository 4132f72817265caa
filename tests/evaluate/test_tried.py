"""What was tried is kept as a table with figures, and printed with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.evaluation.tried import COLUMNS, Trial, read_tried, tried_section


def test_every_trial_of_ours_says_how_it_was_measured() -> None:
    """The committed table is read, and each idea names a command of ours."""
    assert all(one.command.startswith(("python -m ", "make ")) for one in read_tried())


def test_a_change_outside_its_interval_is_bold() -> None:
    """The reader sees at once what was more than noise."""
    trials = [
        Trial("recogniser", "a", "rec.strict.f1", 0.01, 0.005, 0.015, True, "x"),
        Trial("recogniser", "b", "rec.strict.f1", 0.001, -0.002, 0.003, False, "x"),
    ]
    section = tried_section(trials)
    assert "**+0.0100 [+0.0050, +0.0150]**" in section
    assert "| +0.0010 [-0.0020, +0.0030] | no |" in section


@pytest.mark.parametrize("row", ["a,b,c,1,2,3,yes,x", "a,b,c,x,2,3,yes,x", "a,b,c,1,0,3,maybe,x", "a,b,c"])
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    """The message says file and line."""
    path = tmp_path / "tried.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"tried\.csv:2"):
        read_tried(path)
