"""The whole system, raw text in, on articles and corpora that neither of its models saw.

    python -m training.evaluate_folds                 five folds by article, then leave one corpus out
    python -m training.evaluate_folds --json FILE     writes the figures too

Recogniser and ranker are both trained anew for each part, on the other parts alone (and on our own sentences,
``training/corpus``). A fold is resolved as a batch of its own, so publishers' areas come from its articles only.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from geo.evaluate import figures_table, score
from geo.evaluate.report import mean
from geo.evaluate.scores import Figures
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.mentions import Recogniser
from geo.mentions.known import symbols
from geo.mentions.model import read_model
from training.examples import example_of, read_own
from training.fit_recogniser import fit_model
from training.ranker_data import FOLDS, NAMES, Example, fold_of, read_gold
from training.train_ranker import resolved, train

Wanted = Callable[[Example], bool]
Predicted = dict[str, list[dict[str, Any]]]


def five_folds(examples: Sequence[Example], gazetteer: Gazetteer) -> Predicted:
    """Each article's predictions by a system trained on the other four folds."""
    predicted: Predicted = {name: [] for name in NAMES}
    for fold in range(FOLDS):

        def held_out(example: Example, fold: int = fold) -> bool:
            return fold_of(example.document) == fold

        _add(predicted, examples, held_out, gazetteer)
    return predicted


def left_out(examples: Sequence[Example], gazetteer: Gazetteer) -> Predicted:
    """Each corpus's predictions by a system trained on the other two."""
    predicted: Predicted = {name: [] for name in NAMES}
    for name in NAMES:

        def held_out(example: Example, name: str = name) -> bool:
            return example.corpus == name

        _add(predicted, examples, held_out, gazetteer)
    return predicted


def _add(predicted: Predicted, examples: Sequence[Example], held_out: Wanted, gazetteer: Gazetteer) -> None:
    begun = time.perf_counter()
    rest = [example for example in examples if not held_out(example)]
    inside = recognised([example for example in examples if held_out(example)], rest, gazetteer)
    model = train(rest, gazetteer)
    for example, one in zip(inside, resolved(inside, model, gazetteer), strict=True):
        predicted[example.corpus].append(one)
    print(f"{len(inside)} articles in {time.perf_counter() - begun:.0f} s", file=sys.stderr)


def recognised(
    examples: Sequence[Example], trained_on: Sequence[Example], gazetteer: Gazetteer
) -> list[Example]:
    """The articles with the mentions that a recogniser trained on others finds.

    The two numbers that calibrate the recogniser's place score are the shipped model's.
    """
    gold = [example_of(example.document, example.corpus) for example in trained_on]
    fitted = fit_model([*gold, *read_own()], symbols(gazetteer.lexicon))
    recogniser = Recogniser(replace(fitted, calibration=read_model().calibration))
    return [replace(e, mentions=recogniser.recognise(e.article, gazetteer)) for e in examples]


def figures_of(examples: Sequence[Example], predicted: Predicted) -> dict[str, Figures]:
    """Figures by corpus."""
    return {
        name: score([e.document for e in examples if e.corpus == name], predicted[name]) for name in NAMES
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    arguments = parser.parse_args()
    gazetteer = open_gazetteer(here=False)
    examples = read_gold()
    measured = {
        "5-fold": figures_of(examples, five_folds(examples, gazetteer)),
        "leave-one-corpus-out": figures_of(examples, left_out(examples, gazetteer)),
    }
    for title, figures in measured.items():
        print(f"{title}\n{figures_table(figures)}\n")
    if arguments.json:
        with_mean = {title: {**figures, "mean": mean(figures)} for title, figures in measured.items()}
        arguments.json.write_text(json.dumps(with_mean, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
