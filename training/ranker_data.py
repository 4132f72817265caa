"""Gold articles as the resolver sees them: scenes, and which sense of each unit is the right one."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.articles import make_article
from geo.evaluate.corpora import Document, read_corpus
from geo.evaluate.scores import is_right, kilometres, match, overlap, targets_of
from geo.gazetteer import Gazetteer
from geo.mentions.demonyms import find_demonyms
from geo.mentions.tokens import tokenise
from geo.records import Article, Mention
from geo.toponyms.resolve import make_scenes
from geo.toponyms.scene import Scene, Unit

CORPORA = Path(
    os.environ.get("DATELINE_CORPORA", Path(__file__).resolve().parents[2] / "shared" / "geoparsing")
)
NAMES = ("lgl", "trnews", "gwn")
FOLDS = 5
NONE = -1
"""The label of a unit that means none of its senses."""


@dataclass(frozen=True)
class Example:
    """A gold article with its mentions, ready to be resolved, and what the corpus says of it."""

    corpus: str
    document: Document
    article: Article
    mentions: tuple[Mention, ...]


def fold_of(document: Document) -> int:
    """The fold of an article, by the hash of its id as issue 4 lays down."""
    return int(hashlib.md5(str(document["id"]).encode()).hexdigest(), 16) % FOLDS


def read_gold(names: Iterable[str] = NAMES) -> list[Example]:
    """All gold articles with their gold spans as mentions, and the demonyms that the recogniser's rules find."""
    return [
        Example(name, document, article, _gold_mentions(document, article))
        for name in names
        for document in read_corpus(CORPORA / f"{name}.jsonl")
        if (article := article_of(document))
    ]


def article_of(document: Document) -> Article:
    """The article that a line of a corpus holds."""
    given = {key: document.get(key) or None for key in ("title", "url", "date", "domain")}
    return make_article(str(document["id"]), document["text"], **given)


def scenes_of(examples: Sequence[Example], gazetteer: Gazetteer) -> list[Scene]:
    """Fresh scenes, one an example."""
    return make_scenes([(example.article, example.mentions) for example in examples], gazetteer)


def labels_of(example: Example, scene: Scene) -> dict[int, tuple[int, float]]:
    """By unit number: the right sense's number (or ``NONE``) and the number of gold mentions that say so.

    Right is the same GeoNames id, else the nearest sense that the scorer would let pass; a name that is no toponym
    means none.
    """
    targets, _, neutral = targets_of(example.document)
    spans: list[Document] = [
        {"start": mention.start, "end": mention.end} if mention.kind == "name" else {"start": 0, "end": 0}
        for mention in example.mentions
    ]
    gold_of = {j: targets[i] for i, j in match(targets, spans, strict=False)}
    labels: dict[int, tuple[int, float]] = {}
    for unit in scene.units:
        if unit.is_demonym:
            continue
        votes: Counter[int] = Counter()
        for number in unit.mentions:
            gold = gold_of.get(number)
            if gold is None:
                # What is only nearly a place's name is no place far more often than misspelt: the place score tells.
                near = any(sense.candidate.match != "fuzzy" for sense in unit.senses)
                if near and not any(overlap(one, spans[number]) > 0 for one in (*neutral, *targets)):
                    votes[NONE] += 1
            elif gold.get("lat") is not None:
                votes[_right_sense(gold, unit)] += 1
        if votes:
            labels[unit.number] = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return labels


def _right_sense(gold: Document, unit: Unit) -> int:
    best, best_key = NONE, (2, 0.0)
    for number, sense in enumerate(unit.senses):
        place = sense.place
        pin: Document = {"lat": place.lat, "lon": place.lon, "geonameid": place.geonameid}
        if not is_right(gold, pin):
            continue
        same = bool(gold.get("geonameid")) and place.geonameid == str(gold["geonameid"])
        key = (0 if same else 1, kilometres(gold["lat"], gold["lon"], place.lat, place.lon))
        if key < best_key:
            best, best_key = number, key
    return best


def _gold_mentions(document: Document, article: Article) -> tuple[Mention, ...]:
    spans = sorted({(gold["start"], gold["end"]) for gold in targets_of(document)[0]})
    dateline = article.dateline
    names = [
        Mention(
            start,
            end,
            article.text[start:end],
            dateline=dateline is not None and start < dateline.end and end > dateline.start,
        )
        for start, end in spans
    ]
    tokens = tokenise(article.text)
    taken = [any(start < token.end and token.start < end for start, end in spans) for token in tokens]
    found = [(tokens[a].start, tokens[b - 1].end) for a, b in find_demonyms(tokens, taken)]
    demonyms = [Mention(start, end, article.text[start:end], kind="demonym") for start, end in found]
    return tuple(sorted(names + demonyms, key=lambda mention: (mention.start, mention.end)))
