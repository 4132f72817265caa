"""What each part is worth: the system without it, on corpora left out. `make ablation`, which writes docs/ablation.md.

    python -m training.evaluation.ablation            every row that is not in .cache/ablation yet, then the page
    python -m training.evaluation.ablation --page     the page from what is there; it names the rows that are not
    python -m training.evaluation.ablation --of WORD …  only rows of the parts whose names begin so: for two at a time

A row that is done is kept in ``.cache/ablation`` under a hash of all that it rests on (code, corpora, our sentences,
gazetteer), so that a run may be broken off and taken up again.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import pickle
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from geo.evaluate.corpora import Document
from training.evaluation.ablated import ROWS, WHAT, Row
from training.evaluation.document import difference
from training.evaluation.gate import corpora_hash
from training.evaluation.intervals import Floats, counts_of, differences, intervals
from training.evaluation.run import Predictions, inputs
from training.ranker_data import NAMES

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "ablation"
PAGE = ROOT / "docs" / "ablation.md"
_SOURCES = ("geo/mentions", "geo/toponyms", "geo/gazetteer", "training")
RECOGNITION = ("rec.strict.f1", "rec.overlap.f1", "e2e.f1")
RESOLUTION = ("res.right", "res.right_of_all", "e2e.f1", "e2e.exact_recall")

_HEAD = """\
# What each part is worth

Written by `make ablation` (`training/evaluation/ablation.py`); what was tried and dropped stands in
[accuracy.md](accuracy.md).

Each row is the system without one part, measured with the corpus left out: three systems, each trained on two corpora
and our own sentences and tried on the third. Figures are differences to the whole system, as means over the three
corpora, with paired 95 % bootstrap intervals over articles; bold where the interval leaves out 0. A minus says that the
part is worth having, a plus that it costs more than it brings. Many clues measure nearly the same (how near the
article's other places are, say): alone hardly one is missed, together they are, as their groups show. The corpora hold
few cases of others (stated distances, years of names, a user's own rows, lists of equals): those rest on the robustness
cases and on `tests/toponyms/test_each_clue.py`, where each clue tells two places apart.

"""


def state(digest: str) -> str:
    """A hash of all that a row's figures rest on, but for this package's own pages."""
    found = hashlib.sha256(f"{corpora_hash()} {digest}".encode())
    for folder in _SOURCES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".txt", ".csv"} and "evaluation" not in path.parts:
                found.update(path.read_bytes())
    return found.hexdigest()[:16]


def main() -> None:
    """Run what is missing, write the page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--page", action="store_true", help="run nothing; write the page from what is there")
    parser.add_argument(
        "--of", metavar="WORD", nargs="+", default=[""], help="run only the rows of parts that begin so"
    )
    arguments = parser.parse_args()
    examples, gazetteer = inputs()
    folder = CACHE / state(gazetteer.digest)
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
    text = page(gold, found)
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(text)


def page(gold: Mapping[str, list[Document]], found: Mapping[Row, Predictions]) -> str:
    """The page: the whole system's figures, then a table a part."""
    counts: dict[Row, dict[str, Floats]] = {
        row: {name: counts_of(gold[name], predicted[name]) for name in NAMES}
        for row, predicted in found.items()
    }
    whole = next(row for row in counts if row.part == "whole")
    measured = intervals(counts[whole])["mean"]
    shown = tuple(dict.fromkeys((*RECOGNITION, *RESOLUTION)))
    lines = [_HEAD, "The whole system: "]
    lines[-1] += ", ".join(f"{name} {measured[name].value:.3f}" for name in shown) + ".\n"
    for part in WHAT:
        rows = [row for row in ROWS if row.part == part]
        figures = RESOLUTION if rows[0].of_resolver else RECOGNITION
        lines += [f"\n## {part[0].upper()}{part[1:]}\n", WHAT[part] + "\n"]
        lines += [f"| | {' | '.join(figures)} |", "| --- " * (len(figures) + 1) + "|"]
        for row in rows:
            if row not in counts:
                lines.append(f"| {row.name} | not measured yet" + " |" * len(figures))
                continue
            less = differences(counts[whole], counts[row])["mean"]
            lines.append(f"| {row.name} | " + " | ".join(difference(less[name]) for name in figures) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
