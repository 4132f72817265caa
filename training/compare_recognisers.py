"""Whether a change to the recogniser pays: its held-out F1 beside another run's, with paired bootstrap intervals.

    python -m training.compare_recognisers --save before.json      # five folds and each corpus left out
    python -m training.compare_recognisers --against before.json   # the same now, and what has changed

The counts by article are kept in the file, not the articles.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from geo.gazetteer import open_gazetteer
from training.evaluation.document import difference
from training.evaluation.intervals import Floats, counts_of, differences
from training.examples import CORPORA, read_documents, read_own
from training.measure_recogniser import Corpora, Predictions, cross_validate, leave_one_out

FIGURES = ("rec.strict.f1", "rec.overlap.f1")


def counts_by_corpus(corpora: Corpora, predictions: Predictions) -> dict[str, Floats]:
    """One row of counts an article, by corpus."""
    return {
        name: counts_of(documents, {row["id"]: row["toponyms"] for row in predictions[name]})
        for name, documents in corpora.items()
    }


def changes(before: Mapping[str, Floats], now: Mapping[str, Floats]) -> list[str]:
    """A line for each figure, by corpus and for the mean."""
    found = differences(before, now)
    return [
        f"{figure:16s} {column:8s} {difference(of[figure])}"
        for column, of in found.items()
        for figure in FIGURES
    ]


def main() -> None:
    """Measure, save, compare."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the counts here")
    parser.add_argument("--against", type=Path, metavar="FILE", help="compare with counts kept before")
    parser.add_argument("--folds", action="store_true", help="five folds alone, no corpus left out")
    arguments = parser.parse_args()
    corpora, own, gazetteer = read_documents(CORPORA), read_own(), open_gazetteer(here=False)
    counts = {"five folds": counts_by_corpus(corpora, cross_validate(corpora, own, gazetteer))}
    if not arguments.folds:
        counts["corpus left out"] = counts_by_corpus(corpora, leave_one_out(corpora, own, gazetteer))
    if arguments.save:
        kept = {way: {name: rows.tolist() for name, rows in by.items()} for way, by in counts.items()}
        arguments.save.write_text(json.dumps(kept), encoding="utf-8", newline="\n")
    if arguments.against:
        before = json.loads(arguments.against.read_text(encoding="utf-8"))
        for way, now in counts.items():
            print(way)
            print("\n".join(changes({name: np.array(rows) for name, rows in before[way].items()}, now)))


if __name__ == "__main__":
    main()
