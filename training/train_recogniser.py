"""Trains the recogniser, measures it on held-out articles and corpora, and writes the model and its card.

    python -m training.train_recogniser            prints the held-out figures, then trains on everything and writes
    python -m training.train_recogniser --figures  prints the figures only

Reads the public corpora ($DATELINE_CORPORA, else ../shared/geoparsing: LGL, TR-News, GeoWebNews) and
``training/corpus``; needs the gazetteer (`make gazetteer`). The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from pathlib import Path
from typing import Any

from geo.evaluate import score
from geo.evaluate.corpora import Document
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.mentions import Recogniser
from geo.mentions.features import features
from geo.mentions.known import symbols
from geo.mentions.model import BUNDLED, Calibration, Model, read_model, write_model
from geo.mentions.tagger import Tagger
from geo.mentions.tokens import tokenise
from geo.records import Article, Mention
from training.crf import SETTINGS, Sequence_, fit
from training.examples import (
    CORPORA,
    FOLDS,
    NAMES,
    OWN,
    Example,
    example_of,
    fold_of,
    labels_of,
    read_documents,
    read_own,
)

EAGERNESS = 0.3
"""Added to the scores of names: keys omit more names than they invent, so CRFsuite's own balance is too shy."""
CARD = BUNDLED.with_name("recogniser.json")
DATE = "2026-11-24"
"""The day of this recipe, not of the run, so that the card's bytes do not change."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its training sequence."""

    document: Document
    source: str
    sequence: Sequence_


def sequence_of(example: Example, symbol: Callable[[str], str]) -> Sequence_:
    """The features and labels of an example."""
    tokens = tokenise(example.text)
    return features(example.text, tokens, symbol), labels_of(example, tokens)


def prepare(gazetteer: Gazetteer) -> tuple[list[Prepared], list[Sequence_]]:
    """The corpora's documents and our own articles, with their features."""
    symbol = symbols(gazetteer.lexicon)
    documents = [
        Prepared(document, source, sequence_of(example_of(document, source), symbol))
        for source, found in read_documents().items()
        for document in found
    ]
    return documents, [sequence_of(example, symbol) for example in read_own()]


def train(documents: Iterable[Prepared], own: Iterable[Sequence_]) -> Model:
    """An uncalibrated model, as it will be read back: weights rounded as in the file."""
    tagger = fit([*(d.sequence for d in documents), *own])
    rounded = {f: (round(b, 2), round(i, 2)) for f, (b, i) in tagger.weights.items()}
    return Model(Tagger(rounded, tagger.transitions), EAGERNESS)


Predictions = dict[str, list[Document]]
"""For each corpus its documents' predictions."""


def predict(recogniser: Recogniser, documents: Sequence[Prepared], gazetteer: Gazetteer) -> Predictions:
    """What a recogniser makes of held-out documents."""
    out: Predictions = {}
    for one in documents:
        article = Article(str(one.document["id"]), one.document["text"])
        mentions = recogniser.recognise(article, gazetteer)
        out.setdefault(one.source, []).append({"id": article.id, "toponyms": [_row(m) for m in mentions]})
    return out


def _row(mention: Mention) -> Document:
    return {
        "start": mention.start, "end": mention.end, "kind": mention.kind, "place_score": mention.place_score,
        "lat": None, "lon": None,
    }  # fmt: skip


def cross_validate(
    documents: Sequence[Prepared], own: Sequence[Sequence_], gazetteer: Gazetteer
) -> Predictions:
    """Every document's predictions by a model that saw four fifths of the corpora, and not that document."""
    out: Predictions = {name: [] for name in NAMES}
    for fold in range(FOLDS):
        held = [d for d in documents if fold_of(str(d.document["id"])) == fold]
        model = train([d for d in documents if fold_of(str(d.document["id"])) != fold], own)
        for name, rows in predict(Recogniser(model), held, gazetteer).items():
            out[name] += rows
    return out


def leave_one_out(
    documents: Sequence[Prepared], own: Sequence[Sequence_], gazetteer: Gazetteer
) -> Predictions:
    """Every document's predictions by a model that saw the other two corpora only."""
    out: Predictions = {}
    for name in NAMES:
        model = train([d for d in documents if d.source != name], own)
        out |= predict(Recogniser(model), [d for d in documents if d.source == name], gazetteer)
    return out


FIGURES = ("rec.strict", "rec.overlap", "demonym")


def figures(documents: Sequence[Prepared], predictions: Predictions) -> dict[str, dict[str, float]]:
    """F1 of each figure by corpus and as the mean, four decimals."""
    out: dict[str, dict[str, float]] = {}
    for name in NAMES:
        found: Any = score([d.document for d in documents if d.source == name], predictions[name])
        for figure in FIGURES:
            out.setdefault(figure, {})[name] = round(found[f"{figure}.f1"], 4)
    for by_corpus in out.values():
        by_corpus["mean"] = round(sum(by_corpus[name] for name in NAMES) / len(NAMES), 4)
    return out


def calibrate(documents: Sequence[Prepared], predictions: Predictions) -> Calibration:
    """Platt's scaling of the raw probabilities of held-out names, by Newton's method."""
    points: list[tuple[float, float]] = []
    by_id = {(d.source, str(d.document["id"])): example_of(d.document, d.source) for d in documents}
    for source, rows in predictions.items():
        for row in rows:
            example = by_id[source, row["id"]]
            for mention in row["toponyms"]:
                span = (mention["start"], mention["end"])
                if mention["kind"] == "name" and not _meets(span, example.neutral):
                    raw = min(max(mention["place_score"], 1e-6), 1 - 1e-6)
                    points.append((log(raw / (1 - raw)), float(_meets(span, example.names))))
    slope, offset = 0.5, 0.0
    for _ in range(100):
        # A small ridge keeps the first steps short where nearly all points are sure.
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


def _meets(span: tuple[int, int], ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and end > span[0] for start, end in ranges)


def data_hashes() -> dict[str, str]:
    """SHA-256 of every file that training reads."""
    paths = [CORPORA / f"{name}.jsonl" for name in NAMES] + sorted(OWN.glob("*.txt"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--figures", action="store_true", help="print the figures, write nothing")
    parser.add_argument(
        "--model", type=Path, default=BUNDLED, help="where the model goes; its card stands beside it"
    )
    arguments = parser.parse_args()
    gazetteer = open_gazetteer(here=False)
    documents, own = prepare(gazetteer)
    folds = cross_validate(documents, own, gazetteer)
    by_fold = figures(documents, folds)
    by_corpus = figures(documents, leave_one_out(documents, own, gazetteer))
    print(json.dumps({"5-fold": by_fold, "leave-one-corpus-out": by_corpus}, indent=1))
    if arguments.figures:
        return
    content = write_model(replace(train(documents, own), calibration=calibrate(documents, folds)))
    card = {
        "model": "Dateline's recogniser: a linear-chain CRF over the features of geo/mentions/features.py",
        "sha256": hashlib.sha256(content).hexdigest(),
        "date": DATE,
        "trained_by": "python -m training.train_recogniser",
        "settings": SETTINGS,
        "eagerness": EAGERNESS,
        "gazetteer": gazetteer.digest,
        "data_sha256": data_hashes(),
        "articles": {**{n: sum(d.source == n for d in documents) for n in NAMES}, "own": len(own)},
        "figures_f1": {"5-fold": by_fold, "leave-one-corpus-out": by_corpus},
        "licence": "MIT; the corpora's texts are not in it",
    }
    arguments.model.write_bytes(content)
    card_path = arguments.model.with_name(CARD.name)
    card_path.write_text(json.dumps(card, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
    assert read_model(arguments.model).tagger.weights


if __name__ == "__main__":
    main()
