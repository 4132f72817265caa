"""README: what it claims is what was measured."""

from __future__ import annotations

import re
from pathlib import Path

MEASURES = ("rec.overlap.f1", "res.right", "e2e.f1")


def test_the_figures_are_those_of_the_last_evaluation(root: Path) -> None:
    """README's six figures stand in the table of floors of docs/accuracy.md, which ``make evaluate`` writes."""
    claims = (root / "README.md").read_text(encoding="utf-8").split("## How sure it is")[1].split("\n## ")[0]
    told = re.findall(r"(?<!\d)\.\d{3}\b", claims)
    table = (root / "docs" / "accuracy.md").read_text(encoding="utf-8")
    folds = [first_of(table, measure, 3) for measure in MEASURES]
    left_out = [first_of(table, measure, 7) for measure in MEASURES]
    assert [f"0{figure}" for figure in told] == [*left_out, *folds]


def first_of(table: str, measure: str, column: int) -> str:
    """A cell of the first row of a measure, without its interval."""
    row = next(line for line in table.split("\n") if line.startswith(f"| {measure} |"))
    return row.strip("| ").split(" | ")[column].split(" ")[0]
