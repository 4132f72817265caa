"""The worst errors: the pins that a reader would trust most and that are wrong, then the surest false names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.evaluate.corpora import Document
from geo.evaluate.scores import is_right, kilometres, match, overlap, targets_of

MOST = 100


@dataclass(frozen=True, slots=True)
class Error:
    """A pin that is wrong: where it stands in which article, how sure it was, what it and gold say (GeoNames ids).

    ``kilometres`` is None where gold has no place there at all.
    """

    certainty: float
    corpus: str
    article: str
    start: int
    end: int
    kilometres: float | None
    said: str
    gold: str


def worst_errors(
    gold: Mapping[str, Sequence[Document]], predicted: Mapping[str, Mapping[str, list[Document]]]
) -> list[Error]:
    """The hundred wrong pins of the highest certainty (``score`` times ``place_score``)."""
    errors = [
        error
        for corpus, documents in gold.items()
        for document in documents
        for error in _errors(corpus, document, predicted[corpus].get(str(document["id"]), []))
    ]
    errors.sort(key=lambda one: (-one.certainty, one.corpus, one.article, one.start))
    return errors[:MOST]


def _errors(corpus: str, document: Document, predictions: list[Document]) -> list[Error]:
    targets, _, neutral = targets_of(document)
    names = [p for p in predictions if p["kind"] != "demonym"]
    paired = {j: targets[i] for i, j in match(targets, names, strict=False)}
    found = []
    for number, name in enumerate(names):
        target = paired.get(number)
        if name["lat"] is None or (target is not None and target.get("lat") is None):
            continue
        if target is None and any(overlap(one, name) > 0 for one in neutral):
            continue
        if target is not None and is_right(target, name):
            continue
        away = kilometres(target["lat"], target["lon"], name["lat"], name["lon"]) if target else None
        found.append(
            Error(
                certainty=name["score"] * name["place_score"],
                corpus=corpus,
                article=str(document["id"]),
                start=name["start"],
                end=name["end"],
                kilometres=away,
                said=str(name["geonameid"] or name["place"]),
                gold=str(target.get("geonameid") or "") if target else "",
            )
        )
    return found
