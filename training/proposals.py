"""What a recogniser proposes on articles that it never saw: the mentions that the resolver will really be given."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from geo.evaluate.corpora import Document
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.mentions.known import symbols
from geo.mentions.model import Calibration, Model
from training.examples import example_of, read_own
from training.fit_recogniser import fit_model
from training.measure_recogniser import calibrate
from training.ranker_data import Example

INNER_FOLDS = 2


def fit_recogniser(examples: Sequence[Example], symbol: Callable[[str], str]) -> Model:
    """An uncalibrated recogniser of these articles and our own sentences; ``symbol`` is that of the gazetteer."""
    gold = [example_of(example.document, example.corpus) for example in examples]
    return fit_model([*gold, *read_own()], symbol)


def tried_mentions(examples: Sequence[Example], gazetteer: Gazetteer) -> tuple[list[Example], Calibration]:
    """The articles with the mentions of a recogniser that learned from the other half, and what its scores are worth.

    The mentions' place scores are calibrated.
    """
    found: list[Example] = []
    symbol = symbols(gazetteer.lexicon)
    for fold in range(INNER_FOLDS):
        inside = [example for example in examples if _inner_fold(example) == fold]
        rest = [example for example in examples if _inner_fold(example) != fold]
        if inside and rest:
            recogniser = Recogniser(replace(fit_recogniser(rest, symbol), calibration=Calibration()))
            found += [replace(one, mentions=recogniser.recognise(one.article, gazetteer)) for one in inside]
    order = {id(example.article): number for number, example in enumerate(examples)}
    found.sort(key=lambda one: order[id(one.article)])
    calibration = place_calibration(found)
    return [calibrated(one, calibration) for one in found], calibration


def calibrated(example: Example, calibration: Calibration) -> Example:
    """The article with its names' place scores put right."""
    return replace(
        example,
        mentions=tuple(
            replace(one, place_score=calibration(one.place_score)) if one.kind == "name" else one
            for one in example.mentions
        ),
    )


def place_calibration(tried: Sequence[Example]) -> Calibration:
    """What a recogniser's raw probabilities are worth, by articles that it never saw."""
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


def _inner_fold(example: Example) -> int:
    return int(hashlib.md5(f"inner{example.document['id']}".encode()).hexdigest(), 16) % INNER_FOLDS
