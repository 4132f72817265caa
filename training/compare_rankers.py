"""Whether a change to the resolver pays: its figures in five folds beside another run's, with paired intervals.

    python -m training.compare_rankers --save before       # the code as it is
    python -m training.compare_rankers --against before    # the same now, and what has changed
    python -m training.compare_rankers --way corpus …      # with the corpus left out, not in five folds

What the recognisers propose is made once and kept in ``.cache/proposals`` under a hash of all that it rests on, so that
a trial takes as long as five fits of the ranker. Predictions are kept in ``.cache/rankers``.
"""

from __future__ import annotations

import argparse
import os
import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from geo.mentions import Recogniser
from geo.records import Mention
from training.evaluation.document import difference
from training.evaluation.intervals import counts_of, differences, intervals
from training.evaluation.parts import PARTS, Part, Way
from training.evaluation.run import Predictions, inputs
from training.proposals import propose
from training.ranker_data import NAMES, Example
from training.state import state
from training.train_ranker import resolved, train

ROOT = Path(__file__).resolve().parents[1]
PROPOSALS = ROOT / ".cache" / "proposals"
RUNS = ROOT / ".cache" / "rankers"
SHOWN = ("res.right", "res.right_of_all", "res.exact", "e2e.f1", "e2e.exact_recall", "calib.ece")
_TRAINING = ("augment", "crf", "examples", "fit_recogniser", "key_fixes", "proposals")
_RESTS_ON = (
    *("geo/articles", "geo/mentions", "training/corpus", "training/key_fixes.csv"),
    *(f"training/{name}.py" for name in _TRAINING),
)
"""The sources that decide what is proposed."""

Mentions = dict[tuple[str, str], tuple[Mention, ...]]
"""By corpus and article id."""


def mentions_of(part: Part) -> tuple[Mentions, Mentions]:
    """What is proposed on the articles learned from, and found in those held out."""
    examples, gazetteer = inputs()
    kept = PROPOSALS / state(gazetteer.digest, _RESTS_ON) / f"{part.way}-{part.key}.pickle"
    if not kept.exists():
        inside, rest = part.divide(examples)
        proposals = propose(rest, gazetteer)
        recogniser = Recogniser(proposals.recogniser())
        found = {_key(one): recogniser.recognise(one.article, gazetteer) for one in inside}
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(f".{os.getpid()}")
        beside.write_bytes(pickle.dumps(({_key(one): one.mentions for one in proposals.tried}, found)))
        beside.replace(kept)
    both: tuple[Mentions, Mentions] = pickle.loads(kept.read_bytes())
    return both


def run_part(part: Part) -> Predictions:
    """A ranker fitted on the rest, and what it says of the articles held out."""
    tried, found = mentions_of(part)
    examples, gazetteer = inputs()
    inside, rest = part.divide(examples)
    ranker = train(rest, gazetteer, [replace(one, mentions=tried[_key(one)]) for one in rest])
    held_out = [replace(one, mentions=found[_key(one)]) for one in inside]
    out: Predictions = {}
    for example, one in zip(held_out, resolved(held_out, ranker, gazetteer), strict=True):
        out.setdefault(example.corpus, {})[str(one["id"])] = one["toponyms"]
    return out


def _key(example: Example) -> tuple[str, str]:
    return example.corpus, str(example.document["id"])


def run(way: Way) -> Predictions:
    """The predictions for every article, by a ranker that never saw its part."""
    found: Predictions = {}
    with ProcessPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        for predictions in pool.map(run_part, PARTS[way]):
            for corpus, by_id in predictions.items():
                found.setdefault(corpus, {}).update(by_id)
    return found


def changes(before: Predictions, now: Predictions) -> str:
    """A line a figure: its mean over the corpora before and now, and the difference, by corpus too."""
    examples, _ = inputs()
    gold = {name: [one.document for one in examples if one.corpus == name] for name in NAMES}
    counts = [{name: counts_of(gold[name], each[name]) for name in NAMES} for each in (before, now)]
    means = [intervals(each)["mean"] for each in counts]
    less = differences(*counts)
    return "\n".join(
        f"{name:17s} {means[0][name].value:.4f} {means[1][name].value:.4f}  "
        + "  ".join(f"{column} {difference(of[name])}" for column, of in less.items())
        for name in SHOWN
    )


def main() -> None:
    """Measure, save, compare."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--save", metavar="NAME", help="keep the predictions under this name")
    parser.add_argument("--way", choices=list(PARTS), default="article", help="how the corpora are divided")
    parser.add_argument("--against", metavar="NAME", help="compare with predictions kept before")
    arguments = parser.parse_args()
    found = run(arguments.way)
    RUNS.mkdir(parents=True, exist_ok=True)
    if arguments.save:
        (RUNS / f"{arguments.save}.pickle").write_bytes(pickle.dumps(found))
    if arguments.against:
        print(changes(pickle.loads((RUNS / f"{arguments.against}.pickle").read_bytes()), found))


if __name__ == "__main__":
    main()
