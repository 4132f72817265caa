"""What each part is worth: the system without it, on corpora left out. `make ablation`, which writes docs/ablation.md.

    python -m training.evaluation.ablation            every row that is not in .cache/ablation yet, then the page
    python -m training.evaluation.ablation --page     the page from what is there
    python -m training.evaluation.ablation --of WORD …  only rows of the parts whose names begin so: for two at a time

A row that is done is kept in ``.cache/ablation`` under a hash of all that it rests on (code, corpora, our sentences,
gazetteer), so that a run may be broken off and taken up again. A table of which nothing is measured yet stays on the
page as it stands, with the hash that it was measured at; of others the rows that lack are named.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pickle
import re
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from geo.evaluate.corpora import Document
from geo.toponyms.clues import GIVEN
from training.evaluation.ablated import CLUE_GROUPS, CLUES, ROWS, WHAT, Row
from training.evaluation.document import difference
from training.evaluation.intervals import Floats, Interval, counts_of, differences, intervals
from training.evaluation.run import Predictions, inputs
from training.evaluation.without_clues import lost_without_each
from training.ranker_data import NAMES
from training.state import ROOT, state

CACHE = ROOT / ".cache" / "ablation"
PAGE = ROOT / "docs" / "ablation.md"
_SOURCES = ("geo/mentions", "geo/toponyms", "geo/gazetteer", "training")
_CASES = ("geo/toponyms/data/ranker.json", "geo/mentions/data/recogniser.model", "tests/robustness/cases.txt")
RECOGNITION = ("rec.strict.f1", "rec.overlap.f1", "e2e.f1")
RESOLUTION = ("res.right", "res.right_of_all", "e2e.f1", "e2e.exact_recall")

_HEAD = """\
# What each part is worth

Written by `make ablation` (`training/evaluation/ablation.py`); what was tried and dropped stands in
[accuracy.md](accuracy.md).

Each row is the system without one part, measured with the corpus left out: three systems, each trained on two corpora
and our own sentences and tried on the third. Figures are differences to the whole system, as means over the three
corpora, with paired 95 % bootstrap intervals over articles; bold where the interval leaves out 0. A minus says that the
part is worth having, a plus that it costs more than it brings. Each table says the hash of the code, the corpora and
the gazetteer that it was measured at.

"""
_SHOWN = """
What shows that a clue earns its place stands in the last column: its own row ("alone", where an interval lies below 0),
its group's, or the robustness cases (`tests/robustness`) that fail once it is silenced in the shipped ranker, counted
by `python -m training.evaluation.without_clues`. Many clues say nearly the same of a place (how near the article's
other places are, say), so that alone hardly one is missed; and corpora hold few stated distances, years of names or
rows of a user's own, for which cases speak."""


def main() -> None:
    """Run what is missing, write the page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--page", action="store_true", help="run nothing; write the page from what is there")
    parser.add_argument(
        "--of", metavar="WORD", nargs="+", default=[""], help="run only the rows of parts that begin so"
    )
    arguments = parser.parse_args()
    examples, gazetteer = inputs()
    folder = CACHE / state(gazetteer.digest, _SOURCES)
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[Row, Predictions] = {}
    for row in ROWS:
        path = folder / f"{row.file}.pickle"
        wanted = row.part.startswith(tuple(arguments.of)) or row is ROWS[0]
        if not path.exists() and wanted and not arguments.page:
            begun = time.perf_counter()
            beside = path.with_suffix(f".{os.getpid()}")
            beside.write_bytes(pickle.dumps(row.run()))
            beside.replace(path)
            seconds = time.perf_counter() - begun
            print(f"{row.part}: {row.name}, {seconds:.0f} s", file=sys.stderr, flush=True)
        if path.exists():
            found[row] = pickle.loads(path.read_bytes())
    gold = {name: [one.document for one in examples if one.corpus == name] for name in NAMES}
    kept = sections(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    text = page(gold, found, lost=_lost(folder), kept=kept, at=folder.name)
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(text)


def _lost(folder: Path) -> dict[str, int]:
    """By clue, how many robustness cases fail without it, counted once for these models and cases."""
    models = hashlib.sha256(b"".join((ROOT / path).read_bytes() for path in _CASES)).hexdigest()[:16]
    path = folder / f"cases-{models}.json"
    if not path.exists():
        path.write_text(
            json.dumps({clue: len(cases) for clue, cases in lost_without_each()}), encoding="utf-8"
        )
    found: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))
    return found


def sections(text: str) -> dict[str, str]:
    """The tables of a page with all that is said of them, by their parts."""
    found = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)[1:]
    by_title = dict(zip(found[::2], found[1::2], strict=True))
    return {part: by_title[_title(part)].strip("\n") for part in WHAT if _title(part) in by_title}


def page(
    gold: Mapping[str, list[Document]],
    found: Mapping[Row, Predictions],
    *,
    lost: Mapping[str, int],
    kept: Mapping[str, str],
    at: str,
) -> str:
    """The page: the whole system's figures, then a table a part; those of ``kept`` of which no row was found.

    ``lost`` are the robustness cases that fail without a clue, ``at`` is the hash of what was measured.
    """
    counts: dict[Row, dict[str, Floats]] = {
        row: {name: counts_of(gold[name], predicted[name]) for name in NAMES}
        for row, predicted in found.items()
    }
    whole = next(row for row in counts if row.part == "whole")
    measured = intervals(counts[whole])["mean"]
    less = {row: differences(counts[whole], counts[row])["mean"] for row in counts if row is not whole}
    shown = tuple(dict.fromkeys((*RECOGNITION, *RESOLUTION)))
    figures = ", ".join(f"{name} {measured[name].value:.3f}" for name in shown)
    lines = [_HEAD, f"The whole system at `{at}`: {figures}.\n"]
    for part in WHAT:
        rows = [row for row in ROWS if row.part == part]
        lines.append(f"\n## {_title(part)}\n")
        if part in kept and not any(row in counts for row in rows):
            lines.append(kept[part])
            continue
        lines.append(WHAT[part] + (_SHOWN if part == CLUES else "") + f" Measured at `{at}`.\n")
        lines += _table(rows, less, lost) if part == CLUES else _table(rows, less)
    return "\n".join(lines) + "\n"


def _title(part: str) -> str:
    return part[0].upper() + part[1:]


def _table(
    rows: Sequence[Row], less: Mapping[Row, Mapping[str, Interval]], lost: Mapping[str, int] | None = None
) -> list[str]:
    """A line a row; with ``lost`` a last column says what shows that a clue earns its place."""
    figures = RESOLUTION if rows[0].of_resolver else RECOGNITION
    columns = (*figures, "shown by") if lost is not None else figures
    lines = [f"| | {' | '.join(columns)} |", "| --- " * (len(columns) + 1) + "|"]
    worth = {row.name.strip("*") for row in rows if row in less and _is_missed(less[row], figures)}
    for row in rows:
        if row in less:
            cells = [difference(less[row][name]) for name in figures]
        else:
            cells = ["not measured yet", *[""] * (len(figures) - 1)]
        if lost is not None:
            cells.append(_shown_by(row.name.strip("*"), worth, lost))
        lines.append(f"| {row.name} | {' | '.join(cells)} |")
    for spec in GIVEN if lost is not None else ():
        cells = ["never trained", *[""] * (len(figures) - 1), _shown_by(spec.name, worth, lost or {})]
        lines.append(f"| {spec.name} | {' | '.join(cells)} |")
    return lines


def _is_missed(less: Mapping[str, Interval], figures: Sequence[str]) -> bool:
    return any(less[name].high < 0 for name in figures)


def _shown_by(name: str, worth: set[str], lost: Mapping[str, int]) -> str:
    """What shows that a clue, or a group of them, earns its place; "nothing" where nothing does."""
    alone = "alone" if name not in CLUE_GROUPS else "together"
    reasons = [alone] if name in worth else []
    if cases := lost.get(name, 0):
        reasons.append(f"{cases} case{'s' if cases > 1 else ''}")
    if any(name in clues for group, clues in CLUE_GROUPS.items() if group in worth):
        reasons.append("its group")
    return ", ".join(reasons) or ("–" if name in CLUE_GROUPS else "**nothing**")


if __name__ == "__main__":
    main()
