"""Stand-off fixes to keys that contradict themselves, for training alone: figures are against the untouched keys.

``key_fixes.csv`` names corpus, article, and characters, never text: ``label`` is ``name`` for a name that the key
leaves out though it marks its like elsewhere, ``none`` for what the key marks and is none; ``reason`` says why.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from training.examples import Example

FIXES = Path(__file__).with_name("key_fixes.csv")
COLUMNS = ("corpus", "id", "start", "end", "label", "reason")
Label = Literal["name", "none"]
_LABELS: dict[str, Label] = {"name": "name", "none": "none"}


@dataclass(frozen=True, slots=True)
class Fix:
    """Characters ``start`` to ``end`` (exclusive) are a name, or none."""

    start: int
    end: int
    label: Label
    reason: str


Fixes = Mapping[tuple[str, str], Sequence[Fix]]
"""The fixes of each article by its corpus and id."""


@cache
def read_key_fixes(path: Path = FIXES) -> Fixes:
    """All fixes. Raises ``ValueError`` with ``file:line`` for a row that is none."""
    fixes: dict[tuple[str, str], list[Fix]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if tuple(next(rows, ())) != COLUMNS:
            raise ValueError(f"{path}:1: the columns must be {','.join(COLUMNS)}")
        for row in rows:
            fix = _fix(row, f"{path}:{rows.line_num}")
            fixes.setdefault((row[0], row[1]), []).append(fix)
    return fixes


def _fix(row: Sequence[str], where: str) -> Fix:
    if len(row) != len(COLUMNS) or not all(row):
        raise ValueError(f"{where}: a fix has {len(COLUMNS)} fields, none of them empty")
    _, _, start, end, label, reason = row
    if label not in _LABELS or not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise ValueError(f"{where}: {start}-{end} {label!r} is no span with the label name or none")
    return Fix(int(start), int(end), _LABELS[label], reason)


def corrected(example: Example, fixes: Fixes | None = None) -> Example:
    """The example as training reads it: names left out by the key added, those that are none taken away.

    Raises ``ValueError`` if a fix does not fit the key: it adds what overlaps a name, or takes away what is not marked.
    """
    mine = (read_key_fixes() if fixes is None else fixes).get((example.source, example.id), ())
    names = set(example.names)
    for fix in mine:
        span = (fix.start, fix.end)
        if fix.label == "none" and span in names:
            names.remove(span)
        elif fix.label == "name" and not any(a < fix.end and b > fix.start for a, b in names):
            names.add(span)
        else:
            raise ValueError(
                f"{FIXES.name}: {fix.label} {fix.start}-{fix.end} of {example.source} {example.id} does not fit the key"
            )
    return replace(example, names=tuple(sorted(names))) if mine else example
