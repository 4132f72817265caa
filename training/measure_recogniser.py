"""What the recogniser is worth on text it was not trained on: by folds of articles, and by corpora left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import exp, log
from typing import Any

from geo.evaluate import score
from geo.evaluate.corpora import Document
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.mentions.known import symbols
from geo.mentions.model import Calibration, Model
from geo.records import Article, Mention
from training.examples import FOLDS, Example, example_of, fold_of
from training.fit_recogniser import fit_model

Corpora = Mapping[str, Sequence[Document]]
Predictions = dict[str, list[Document]]
"""For each corpus its documents' predictions."""
FIGURES = ("rec.strict", "rec.overlap", "demonym")


def cross_validate(corpora: Corpora, own: Sequence[Example], gazetteer: Gazetteer) -> Predictions:
    """Every document's predictions by a model that saw our own text and four fifths of the corpora, but not it."""
    out: Predictions = {name: [] for name in corpora}
    for fold in range(FOLDS):
        model = _fit_on(corpora, own, gazetteer, _outside_fold(fold))
        for name, documents in corpora.items():
            held = [d for d in documents if fold_of(str(d["id"])) == fold]
            out[name] += predict(Recogniser(model), held, gazetteer)
    return out


def leave_one_out(corpora: Corpora, own: Sequence[Example], gazetteer: Gazetteer) -> Predictions:
    """Every document's predictions by a model that saw our own text and the other two corpora only."""
    out: Predictions = {}
    for name, documents in corpora.items():
        model = _fit_on(corpora, own, gazetteer, _not_of(name))
        out[name] = predict(Recogniser(model), documents, gazetteer)
    return out


def _outside_fold(fold: int) -> Callable[[str, Document], bool]:
    return lambda _, document: fold_of(str(document["id"])) != fold


def _not_of(name: str) -> Callable[[str, Document], bool]:
    return lambda source, _: source != name


def _fit_on(
    corpora: Corpora, own: Sequence[Example], gazetteer: Gazetteer, wanted: Callable[[str, Document], bool]
) -> Model:
    chosen = [
        example_of(document, name)
        for name, documents in corpora.items()
        for document in documents
        if wanted(name, document)
    ]
    return fit_model([*chosen, *own], symbols(gazetteer.lexicon))


def predict(recogniser: Recogniser, documents: Iterable[Document], gazetteer: Gazetteer) -> list[Document]:
    """What a recogniser makes of documents, as the scorer wants it."""
    out = []
    for document in documents:
        article = Article(str(document["id"]), document["text"])
        mentions = recogniser.recognise(article, gazetteer)
        out.append({"id": article.id, "toponyms": [_row(m) for m in mentions]})
    return out


def _row(mention: Mention) -> Document:
    return {
        "start": mention.start, "end": mention.end, "kind": mention.kind, "place_score": mention.place_score,
        "lat": None, "lon": None,
    }  # fmt: skip


def figures(corpora: Corpora, predictions: Predictions) -> dict[str, dict[str, float]]:
    """F1 of each figure by corpus and as the mean, four decimals."""
    out: dict[str, dict[str, float]] = {}
    for name, documents in corpora.items():
        found: Any = score(documents, predictions[name])
        for figure in FIGURES:
            out.setdefault(figure, {})[name] = round(found[f"{figure}.f1"], 4)
    for by_corpus in out.values():
        by_corpus["mean"] = round(sum(by_corpus[name] for name in corpora) / len(corpora), 4)
    return out


def calibrate(corpora: Corpora, predictions: Predictions) -> Calibration:
    """Platt's scaling of the raw probabilities of held-out names, by damped Newton steps."""
    points = list(_points(corpora, predictions))
    slope, offset = 0.5, 0.0
    for _ in range(100):
        # A small ridge keeps the steps short where nearly all points are sure.
        gs, go, hss, hso, hoo = 1e-3 * slope, 1e-3 * offset, 1e-3, 0.0, 1e-3
        for x, y in points:
            p = 1 / (1 + exp(-min(max(slope * x + offset, -30), 30)))
            w = p * (1 - p)
            gs, go = gs + (p - y) * x, go + (p - y)
            hss, hso, hoo = hss + w * x * x, hso + w * x, hoo + w
        det = hss * hoo - hso * hso
        slope -= 0.5 * (hoo * gs - hso * go) / det
        offset -= 0.5 * (hss * go - hso * gs) / det
    return Calibration(round(slope, 4), round(offset, 4))


def _points(corpora: Corpora, predictions: Predictions) -> Iterable[tuple[float, float]]:
    """The log-odds of each held-out name, and whether it met a name of the key (0 or 1); demonyms left out."""
    for name, documents in corpora.items():
        examples = {str(d["id"]): example_of(d, name) for d in documents}
        for row in predictions[name]:
            example = examples[row["id"]]
            for mention in row["toponyms"]:
                span = (mention["start"], mention["end"])
                if mention["kind"] == "name" and not _meets(span, example.neutral):
                    raw = min(max(mention["place_score"], 1e-6), 1 - 1e-6)
                    yield log(raw / (1 - raw)), float(_meets(span, example.names))


def _meets(span: tuple[int, int], ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and end > span[0] for start, end in ranges)
