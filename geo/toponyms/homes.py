"""Where a publisher says it is: the places that its web domain or its name holds ("palestineherald.com")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.records import Article
from geo.toponyms.publishers import publisher_of
from geo.toponyms.senses import Sense, make_sense

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

LEAST_LETTERS = 4
"""Shorter leftovers of a domain ("ld" of "ldnews") say nothing."""
LARGEST_KM = 120.0
"""A paper named after a larger area is not from a spot in it."""
MOST_OF_A_NAME = 60
"""Places of a home's name: every name of the article is held against each, and there are hundreds of San Josés."""
_SUFFIX = re.compile(r"(?:\.(?:com?|org|net|gov|edu|ac|info|news|tv))?\.[a-z]{2,12}$")
# Words of newspapers' names, set aside from both ends of a domain until a place's name is left.
_PAPER_TEXT = """
advance advertiser advocate age american argus banner beacon bee blade broadcasting bulletin business
chronicle citizen city courier county daily democrat dispatch eagle echo enquirer enterprise evening
examiner express free gazette globe guardian herald independent inquirer intelligencer item journal leader
ledger life live local mail media mercury messenger mirror monitor morning my news newspaper newspapers
observer online paper patch pioneer pilot planet post press progress province radio record recorder register
reporter republic republican review sentinel signal spectator standard star state statesman sun sunday
telegram telegraph thisis the times today town transcript tribune tv union valley voice web weekly whig
world
"""
_PAPER_WORDS = tuple(sorted(_PAPER_TEXT.split(), key=lambda word: (-len(word), word)))


def homes_of(article: Article, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """The places that an article's publisher is named after, the largest of a name; () where it is named after none."""
    return tuple(
        sense
        for name in names_within(publisher_of(article))
        for candidate in gazetteer.candidates(name)[:MOST_OF_A_NAME]
        if candidate.match in ("main", "folded", "alias")
        and (sense := make_sense(candidate)).group not in ("country", "region", "spot")
        and candidate.place.radius_km <= LARGEST_KM
    )


@lru_cache(maxsize=4096)
def names_within(publisher: str) -> tuple[str, ...]:
    """What is left of a domain or a paper's name without the words of newspapers, each way to space it.

    >>> names_within("palestineherald.com")[0]
    'palestine'
    """
    if not publisher:
        return ()
    if " " in publisher:
        words = [word for word in publisher.replace("-", " ").split() if word not in _PAPER_WORDS]
        return (" ".join(words),) if words else ()
    found: list[str] = []
    for label in _SUFFIX.sub("", publisher).split("."):
        left = _without_paper_words(label)
        if len(left) >= LEAST_LETTERS:
            found += [left, *_spaced(left)]
    return tuple(dict.fromkeys(found))


def _without_paper_words(label: str) -> str:
    left, before = label.strip("-"), ""
    while left != before:
        before = left
        for word in _PAPER_WORDS:
            if left == word:
                return ""
            if left.endswith(word):
                left = left.removesuffix(word).strip("-")
            elif left.startswith(word) and len(left) - len(word) >= LEAST_LETTERS:
                left = left.removeprefix(word).strip("-")
            else:
                continue
            break
    return left


def _spaced(name: str) -> Iterator[str]:
    """The name in two words, wherever it may be parted, and either side of an "and" within."""
    if "-" in name:
        yield name.replace("-", " ")
        return
    first, joined, last = name.partition("and")
    if joined and len(first) > LEAST_LETTERS and len(last) > LEAST_LETTERS:
        yield from (first, last)
    for middle in range(2, len(name) - 2):
        yield f"{name[:middle]} {name[middle:]}"
