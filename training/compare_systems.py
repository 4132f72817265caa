"""Tells two states of the code apart: the predictions of each are kept, and compared article by article.

    python -m training.compare_systems keep NAME [--folds 0,1]   fit and predict these folds with the code as it is
    python -m training.compare_systems tell OLD NEW              NEW's figures less OLD's, with paired intervals

Kept in ``.cache/systems``; ``tell`` looks at the articles that both have.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Sequence
from pathlib import Path

from training.evaluation.intervals import counts_of, differences, intervals
from training.evaluation.parts import PARTS
from training.evaluation.run import Predictions, inputs, run_parts
from training.ranker_data import NAMES

CACHE = Path(__file__).resolve().parents[1] / ".cache" / "systems"
SHOWN = ("res.right", "res.exact", "e2e.f1", "e2e.exact_recall", "calib.ece")


def keep(name: str, folds: Sequence[str]) -> None:
    """Fits a system for each fold and writes what it says of the articles held out."""
    found: Predictions = {}
    for predictions in run_parts([part for part in PARTS["article"] if part.key in folds]).values():
        for corpus, by_id in predictions.items():
            found.setdefault(corpus, {}).update(by_id)
    CACHE.mkdir(parents=True, exist_ok=True)
    (CACHE / f"{name}.pickle").write_bytes(pickle.dumps(found))


def tell(old: str, new: str) -> str:
    """A line a figure: the old mean over the corpora, the new one, and the difference with its interval."""
    kept: list[Predictions] = [pickle.loads((CACHE / f"{name}.pickle").read_bytes()) for name in (old, new)]
    examples, _ = inputs()
    gold = {
        corpus: [
            one.document
            for one in examples
            if one.corpus == corpus and all(str(one.document["id"]) in each[corpus] for each in kept)
        ]
        for corpus in NAMES
    }
    counts = [{corpus: counts_of(gold[corpus], each[corpus]) for corpus in NAMES} for each in kept]
    means = [intervals(each)["mean"] for each in counts]
    less = differences(*counts)["mean"]
    lines = [f"{sum(map(len, gold.values()))} articles, means over the corpora"]
    lines += [
        f"{name:18s}{means[0][name].value:8.4f}{means[1][name].value:8.4f}"
        f"{less[name].value:+9.4f} [{less[name].low:+.4f}, {less[name].high:+.4f}]"
        for name in SHOWN
    ]
    return "\n".join(lines)


def main() -> None:
    """Keep or tell."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    actions = parser.add_subparsers(dest="action", required=True)
    keeping = actions.add_parser("keep")
    keeping.add_argument("name")
    keeping.add_argument("--folds", default="0,1,2,3,4")
    telling = actions.add_parser("tell")
    telling.add_argument("old")
    telling.add_argument("new")
    arguments = parser.parse_args()
    if arguments.action == "keep":
        keep(arguments.name, arguments.folds.split(","))
    else:
        print(tell(arguments.old, arguments.new))


if __name__ == "__main__":
    main()
