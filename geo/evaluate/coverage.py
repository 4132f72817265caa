"""How much of a gold key the gazetteer holds: for which linked toponyms a right candidate exists at all.

No recogniser or ranker can do better than this share. A toponym is *covered* if one of the places that its text may
mean is right by the scorer's rule (``scores.is_right``); the candidates are those of ``Gazetteer.candidates``, with a
slip forgiven only where nothing matches without, as the resolver asks.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from geo.evaluate.corpora import Document
from geo.evaluate.scores import is_right, targets_of

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

FOLDS = 5
UNSEEN_FOLD = 4
"""The fold of articles by whose misses no row of the gazetteer was ever prompted."""

_WORDS = {
    "schools, hospitals, churches, courts, halls, offices": (
        r"university|college|school|institute|hospital|centre|center|church|cathedral|chapel|court|courthouse|"
        r"council|hall|hotel|theatre|theater|library|museum|embassy|ministry|office|bank|estate|house|trust|"
        r"campus|mall|market|arena|stadium|building"
    ),
    "streets and roads": r"street|(?<=\s)st|avenue|ave|drive|road|rd|boulevard|lane|highway|route|[am]\d{1,4}",
    "parks": r"park|gardens?",
}
_BY_WORDS = [(kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _WORDS.items()]
_BY_CLASS = {
    "P": "towns, villages and hamlets",
    "A": "administrative areas",
    "H": "rivers, lakes and seas",
    "T": "mountains and islands",
    "L": "parks and regions",
    "V": "parks and regions",
    "S": "schools, hospitals, churches, courts, halls, offices",
    "R": "streets and roads",
}
OTHER = "organisations, events and others"


def fold_of(article_id: str) -> int:
    """The fold of an article: the MD5 of its id modulo five."""
    return int(hashlib.md5(article_id.encode()).hexdigest(), 16) % FOLDS


def coverage(documents: Iterable[Document], gazetteer: Gazetteer) -> dict[str, float | None]:
    """The share of linked targets that are covered: ``coverage`` of all articles, ``coverage.fold4`` of that fold.

    None where there is nothing to judge.
    """
    covered = [(fold_of(str(d["id"])), is_covered(t, gazetteer)) for d, t in linked_targets(documents)]
    unseen = [right for fold, right in covered if fold == UNSEEN_FOLD]
    return {
        "coverage": _share([right for _, right in covered]),
        f"coverage.fold{UNSEEN_FOLD}": _share(unseen),
    }


def missed(documents: Iterable[Document], gazetteer: Gazetteer) -> Counter[tuple[str, bool]]:
    """How many linked targets are not covered, by ``kind_of`` and by whether the name is known for another place."""
    found: Counter[tuple[str, bool]] = Counter()
    for _, gold in linked_targets(documents):
        if not is_covered(gold, gazetteer):
            found[kind_of(gold), bool(gazetteer.candidates(gold["text"]))] += 1
    return found


def linked_targets(documents: Iterable[Document]) -> Iterator[tuple[Document, Document]]:
    """Each gold toponym that is a name and has coordinates, with its article."""
    for document in documents:
        for gold in targets_of(document)[0]:
            if gold.get("lat") is not None:
                yield document, gold


def is_covered(gold: Document, gazetteer: Gazetteer) -> bool:
    """Whether one of the places that the toponym's text may mean is right."""
    candidates = gazetteer.candidates(gold["text"]) or gazetteer.candidates(gold["text"], fuzzy=True)
    return any(
        is_right(gold, {"lat": c.place.lat, "lon": c.place.lon, "geonameid": c.place.geonameid})
        for c in candidates
    )


def kind_of(gold: Document) -> str:
    """What kind of place a gold toponym is: by the words in its text, else by GeoNames' code where the key has one."""
    from geo.gazetteer.features import CLASSES

    for kind, words in _BY_WORDS:
        if words.search(gold["text"]):
            return kind
    code = str(gold.get("fcode") or "")
    if code == "PPLX":
        return "quarters of towns"
    return _BY_CLASS.get(CLASSES.get(code, ""), OTHER)


def _share(values: list[bool]) -> float | None:
    return sum(values) / len(values) if values else None
