"""What was tried, from ``training/tried.csv``: each idea with what it gave, its interval, and the command."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TRIED = Path(__file__).parents[1] / "tried.csv"
COLUMNS = ("part", "idea", "figure", "change", "low", "high", "kept", "command")


@dataclass(frozen=True, slots=True)
class Trial:
    """An idea for ``part`` of the system: ``change`` of ``figure`` with its paired 95 % bootstrap interval."""

    part: str
    idea: str
    figure: str
    change: float
    low: float
    high: float
    kept: bool
    command: str


def read_tried(path: Path = TRIED) -> list[Trial]:
    """Every trial, in the order of the file. Raises ``ValueError`` with ``file:line`` for a row that is none."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if tuple(next(rows, ())) != COLUMNS:
            raise ValueError(f"{path}:1: the columns must be {','.join(COLUMNS)}")
        return [_trial(row, f"{path}:{rows.line_num}") for row in rows]


def _trial(row: Sequence[str], where: str) -> Trial:
    if len(row) != len(COLUMNS) or not all(row):
        raise ValueError(f"{where}: a trial has {len(COLUMNS)} fields, none of them empty")
    part, idea, figure, change, low, high, kept, command = row
    try:
        numbers = float(change), float(low), float(high)
    except ValueError:
        raise ValueError(f"{where}: change, low and high must be numbers") from None
    if not numbers[1] <= numbers[0] <= numbers[2] or kept not in {"yes", "no"}:
        raise ValueError(f"{where}: low <= change <= high, and kept is yes or no")
    return Trial(part, idea, figure, *numbers, kept == "yes", command)


def tried_section(trials: Sequence[Trial]) -> str:
    """The trials as a table; a change whose interval leaves out 0 in bold."""
    lines = ["| part | idea | figure | change [95 %] | kept | command |", "| --- " * 6 + "|"]
    for one in trials:
        change = f"{one.change:+.4f} [{one.low:+.4f}, {one.high:+.4f}]"
        if one.low > 0 or one.high < 0:
            change = f"**{change}**"
        kept = "yes" if one.kept else "no"
        lines.append(f"| {one.part} | {one.idea} | {one.figure} | {change} | {kept} | `{one.command}` |")
    return "\n".join(lines)
