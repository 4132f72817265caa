"""How often the pin of a name that no gazetteer has is right, by the words that placed it (``geo.toponyms.anchors``).

    python -m training.measure_anchors ../shared/geoparsing

Reads folds 0-3 of the corpora; a name that the key links is judged as the scorer judges it, one that it marks and does
not link cannot be, and one that it does not mark is no place at all. Few names are unknown to the gazetteer, so every
known name that such words stand beside is asked too, as if it were unknown, but for those that are the anchor itself.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from geo.articles import make_article
from geo.evaluate import read_corpus
from geo.evaluate.scores import is_right
from geo.gazetteer import open_gazetteer
from geo.pipeline import parse
from geo.records import Article, Toponym
from geo.toponyms.anchors import SCORES, how_anchored, place_by_anchors

FOLDS, TRAINED = 5, 4


def main(folder: Path) -> None:
    unknown: Counter[tuple[str, str]] = Counter()
    known: Counter[tuple[str, str]] = Counter()
    gazetteer = open_gazetteer(here=False)
    for corpus in ("lgl", "trnews", "gwn"):
        documents = [
            d
            for d in read_corpus(folder / f"{corpus}.jsonl")
            if int(hashlib.md5(d["id"].encode()).hexdigest(), 16) % FOLDS < TRAINED
        ]
        articles = [
            make_article(d["id"], d["text"], title=d.get("title"), url=d.get("url"), domain=d.get("domain"))
            for d in documents
        ]
        result = parse(articles, gazetteer=gazetteer)
        for document, article, toponyms in zip(documents, articles, result.toponyms, strict=True):
            gold = {(t["start"], t["end"]): t for t in document["toponyms"]}
            for number, toponym in enumerate(toponyms):
                given = gold.get((toponym.mention.start, toponym.mention.end))
                if toponym.anchor is not None:
                    unknown[how_anchored(toponym), _verdict(given, toponym)] += 1
                elif toponym.place is not None and toponym.mention.kind == "name":
                    asked = _as_if_unknown(article, toponyms, number)
                    if asked.anchor is not None:
                        known[how_anchored(asked), _verdict(given, asked)] += 1
    for title, counts in (("unknown to the gazetteer", unknown), ("known, asked as if unknown", known)):
        print(title)
        for how in SCORES:
            right, wrong = counts[how, "right"], counts[how, "wrong"]
            share = f"{right / (right + wrong):.2f}" if right + wrong else "-"
            others = f"{counts[how, 'unlinked']} unlinked, {counts[how, 'unmarked']} unmarked"
            print(f"  {how:9s} {right:4d} right {wrong:4d} wrong  {share}   {others}")


def _as_if_unknown(article: Article, toponyms: tuple[Toponym, ...], number: int) -> Toponym:
    """The toponym as it would be if no gazetteer had its name; its other mentions are unknown too."""
    name = toponyms[number].mention.text
    blank = [
        replace(t, place=None, candidates=(), score=0.0, anchor=None)
        if t.mention.text == name and t.mention.kind == "name"
        else t
        for t in toponyms
    ]
    return place_by_anchors(article, blank)[number]


def _verdict(given: dict[str, object] | None, toponym: Toponym) -> str:
    assert toponym.place is not None
    if given is None:
        return "unmarked"
    if given.get("lat") is None:
        return "unlinked"
    return "right" if is_right(given, {"lat": toponym.place.lat, "lon": toponym.place.lon}) else "wrong"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
