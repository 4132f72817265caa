"""A whole system, recogniser and resolver with both calibrations, fitted on some articles and tried on others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from geo.evaluate.corpora import Document
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from training.crf import STEPS
from training.proposals import propose
from training.ranker_data import Example
from training.train_ranker import resolved, train


@dataclass(frozen=True)
class System:
    """A recogniser with its calibration, and the resolver's model."""

    recogniser: Recogniser
    ranker: dict[str, Any]


def fit_system(examples: Sequence[Example], gazetteer: Gazetteer, steps: int = STEPS) -> System:
    """Everything that is learned, from these articles (and our own sentences) alone."""
    proposals = propose(examples, gazetteer)
    return System(Recogniser(proposals.recogniser(steps)), train(examples, gazetteer, proposals.tried))


def predict(system: System, examples: Sequence[Example], gazetteer: Gazetteer) -> list[Document]:
    """The articles' raw text in, one batch, predictions as the scorer reads them."""
    found = [replace(one, mentions=system.recogniser.recognise(one.article, gazetteer)) for one in examples]
    return resolved(found, system.ranker, gazetteer)
