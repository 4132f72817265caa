"""What the shipped models make of the articles that they were trained on: that they were learned, no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.evaluate import score
from geo.evaluate.scores import Figures
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.toponyms import Resolver
from training.ranker_data import NAMES, Example
from training.train_ranker import prediction


def shipped_figures(examples: Sequence[Example], gazetteer: Gazetteer) -> dict[str, Figures]:
    """Figures by corpus, each resolved as one batch."""
    recogniser, resolver = Recogniser.load(), Resolver.load()
    figures = {}
    for name in NAMES:
        inside = [
            replace(one, mentions=recogniser.recognise(one.article, gazetteer))
            for one in examples
            if one.corpus == name
        ]
        found = resolver.resolve([(one.article, one.mentions) for one in inside], gazetteer)
        predicted = [
            {"id": one.document["id"], "toponyms": [prediction(toponym) for toponym in toponyms]}
            for one, toponyms in zip(inside, found, strict=True)
        ]
        figures[name] = score([one.document for one in inside], predicted)
    return figures
