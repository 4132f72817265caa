"""A whole system, recogniser and resolver with both calibrations, fitted on some articles and tried on others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from geo.evaluate.corpora import Document
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.mentions.known import symbols
from geo.mentions.model import Calibration, Model
from training.examples import example_of, read_own
from training.fit_recogniser import fit_model
from training.measure_recogniser import calibrate
from training.ranker_data import Example
from training.train_ranker import resolved, train

INNER_FOLDS = 2
"""The articles trained on are parted again, so that what rests on the recogniser's answers sees honest ones."""


@dataclass(frozen=True)
class System:
    """A recogniser with its calibration, and the resolver's model."""

    recogniser: Recogniser
    ranker: dict[str, Any]


def fit_system(examples: Sequence[Example], gazetteer: Gazetteer) -> System:
    """Everything that is learned, from these articles (and our own sentences) alone."""
    symbol = symbols(gazetteer.lexicon)
    tried = tried_mentions(examples, gazetteer, symbol)
    calibration = place_calibration(tried)
    recogniser = replace(_fit_recogniser(examples, symbol), calibration=calibration)
    return System(Recogniser(recogniser), train(examples, gazetteer))


def predict(system: System, examples: Sequence[Example], gazetteer: Gazetteer) -> list[Document]:
    """The articles' raw text in, one batch, predictions as the scorer reads them."""
    found = [replace(one, mentions=system.recogniser.recognise(one.article, gazetteer)) for one in examples]
    return resolved(found, system.ranker, gazetteer)


def tried_mentions(
    examples: Sequence[Example], gazetteer: Gazetteer, symbol: Callable[[str], str]
) -> list[Example]:
    """The articles with what a recogniser that never saw them proposes, its probabilities uncalibrated."""
    out: list[Example] = []
    for fold in range(INNER_FOLDS):
        inside = [example for example in examples if _inner_fold(example) == fold]
        rest = [example for example in examples if _inner_fold(example) != fold]
        if inside and rest:
            recogniser = Recogniser(_fit_recogniser(rest, symbol))
            out += [replace(one, mentions=recogniser.recognise(one.article, gazetteer)) for one in inside]
    return out


def place_calibration(tried: Sequence[Example]) -> Calibration:
    """What the recogniser's probabilities are worth, on articles that it never saw."""
    corpora: dict[str, list[Document]] = {}
    predictions: dict[str, list[Document]] = {}
    for example in tried:
        rows = [
            {"start": one.start, "end": one.end, "kind": one.kind, "place_score": one.place_score}
            for one in example.mentions
        ]
        corpora.setdefault(example.corpus, []).append(example.document)
        predictions.setdefault(example.corpus, []).append(
            {"id": str(example.document["id"]), "toponyms": rows}
        )
    return calibrate(corpora, predictions)


def _fit_recogniser(examples: Sequence[Example], symbol: Callable[[str], str]) -> Model:
    gold = [example_of(example.document, example.corpus) for example in examples]
    return fit_model([*gold, *read_own()], symbol)


def _inner_fold(example: Example) -> int:
    return int(hashlib.md5(f"inner {example.document['id']}".encode()).hexdigest(), 16) % INNER_FOLDS
