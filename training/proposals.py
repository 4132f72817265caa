"""What a recogniser proposes on articles that it never saw: the mentions that the resolver will really be given."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from geo.evaluate.corpora import Document
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.mentions.known import symbols
from geo.mentions.model import Calibration, Model
from training.crf import STEPS
from training.examples import Example as Annotated
from training.examples import example_of, read_own
from training.fit_recogniser import Material, fit_on, make_ready
from training.measure_recogniser import calibrate
from training.ranker_data import Example
from training.steady import steady

INNER_FOLDS = 2
INNER_STEPS = 40
"""Steps of the recognisers that only propose: they found names as well as with 80 (F1 .861 for .863)."""


@dataclass(frozen=True)
class Proposals:
    """The articles with what recognisers propose that learned from the other half, and what their scores are worth.

    The mentions' place scores are calibrated. ``recogniser`` is one of all the articles, not calibrated yet.
    """

    tried: list[Example]
    calibration: Calibration
    material: Material

    def recogniser(self, steps: int = STEPS) -> Model:
        """The recogniser of all these articles, with the calibration."""
        return replace(fit_on(self.material, steps=steps), calibration=self.calibration)


def fit_recogniser(examples: Sequence[Example], symbol: Callable[[str], str]) -> Model:
    """An uncalibrated recogniser of these articles and our own sentences; ``symbol`` is that of the gazetteer."""
    return fit_on(material_of(examples, symbol))


def material_of(examples: Sequence[Example], symbol: Callable[[str], str]) -> Material:
    """These articles and our own sentences, ready to learn from."""
    gold = [example_of(example.document, example.corpus) for example in examples]
    return make_ready([*gold, *read_own()], symbol)


@steady()
def propose(examples: Sequence[Example], gazetteer: Gazetteer) -> Proposals:
    """What the resolver will really be given for each article, by a recogniser that never saw it."""
    found: list[Example] = []
    material = material_of(examples, symbols(gazetteer.lexicon))
    for fold in range(INNER_FOLDS):
        inside = [example for example in examples if _inner_fold(str(example.document["id"])) == fold]
        if 0 < len(inside) < len(examples):
            model = fit_on(material, partial(_learned_from, fold), steps=INNER_STEPS)
            recogniser = Recogniser(model)
            found += [replace(one, mentions=recogniser.recognise(one.article, gazetteer)) for one in inside]
    order = {id(example.article): number for number, example in enumerate(examples)}
    found.sort(key=lambda one: order[id(one.article)])
    calibration = place_calibration(found)
    return Proposals([calibrated(one, calibration) for one in found], calibration, material)


def _learned_from(fold: int, example: Annotated) -> bool:
    return example.source == "own" or _inner_fold(example.id) != fold


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


def _inner_fold(id: str) -> int:
    return int(hashlib.md5(f"inner{id}".encode()).hexdigest(), 16) % INNER_FOLDS
