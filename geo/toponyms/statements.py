"""What the words around an article's mentions say of them: kinds, containers, owners, distances, nearness.

Nothing here knows the gazetteer's places: it reads text and gives back links between mentions by number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from geo.gazetteer.kinds import KINDS
from geo.records import Article, Mention
from geo.toponyms.distances import Stated, read_distance
from geo.toponyms.kinds_said import COMMA, JOINED, in_lists, kinds_said

Link = Literal["comma", "brackets", "in", "owner", "adjective"]
"""How the text ties a place to what holds it: "Paris, Texas"; "Paris (Texas)"; "Paris in Texas";
"Texas's Paris"; "the French city of Paris"."""

_WORDS = r"(?:[a-z]+(?:-[a-z]+)?[ ,]+)"
_TYPE = (
    r"(?:city|town|village|port|district|region|province|state|suburb|capital|island|county|oblast|settlement"
    r"|hamlet)"
)
_BRACKET = re.compile(r"\s*,?\s*[(\[]\s*(?:in )?$")
_IN = re.compile(
    rf"(?: {_TYPE})?,?(?: (?:a|an|the)(?: [a-z-]+){{0,4}})? in (?:the )?(?:{_WORDS}{{0,3}})(?:of )?(?:the )?$"
)
_KINDS_THEN = re.compile(r"^ ((?:[a-z]+ ){0,2}[a-z]+)(?=,? in )")
_IN_BARE = re.compile(r",? in (?:the )?(?:[a-z]+(?:ern|east|west|th|al) )?$")
_POSSESSIVE = re.compile(rf"(?:['’]s?)\s+(?:{_WORDS}{{0,4}})$")
_OF_TYPE = re.compile(rf"\s+(?:[a-z-]+ ){{0,3}}{_TYPE}(?: of)? (?:the )?$")
_SIDES = frozenset(
    ("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Upper", "Lower")
)
_NEAR = re.compile(
    r"(?: [a-z]+){0,2},?(?: [a-z]+){0,3} (?:near|close to|outside|not far from|just outside|next to|beside)"
    r" (?:the )?(?:[a-z-]+ ){0,2}(?:of )?$"
)
_NOT_OWNED_TEXT = """
to in from with against and on at for near over into by as is was has have had are were will would that who
between about after before
"""
_NOT_OWNED = frozenset(_NOT_OWNED_TEXT.split())


@dataclass(slots=True)
class Said:
    """What the text says of one mention; numbers are those of other mentions of the article.

    ``kind`` is the type word beside it, ``held_by`` what holds it and how that is said, ``distances`` stated
    distances and bearings to others, ``near`` others it is said to lie near.
    """

    kind: str = ""
    held_by: list[tuple[Link, int]] = field(default_factory=list)
    distances: list[Stated] = field(default_factory=list)
    near: list[int] = field(default_factory=list)


def read_statements(article: Article, mentions: Sequence[Mention]) -> list[Said]:
    """One ``Said`` a mention (which stand in order of ``start``)."""
    text = article.text
    gaps = [_gap(text, one, other) for one, other in pairwise(mentions)]
    listed = in_lists(gaps)
    said = [Said(kind=kind) for kind in kinds_said(text, mentions, gaps, listed)]
    for number, gap in enumerate(gaps):
        if gap is None:
            continue
        _read_gap(gap, number, mentions, said, listed)
    _pass_on(said)
    _read_distances(article, mentions, said)
    return said


def whole_names(text: str, mentions: Sequence[Mention]) -> list[str]:
    """The mentions' texts, the first half of "North and South Korea" made whole."""
    names = [mention.text for mention in mentions]
    for number, (one, other) in enumerate(pairwise(mentions)):
        tail = other.text.split()[1:]
        if tail and one.text in _SIDES and other.text.split()[0] in _SIDES:
            gap = _gap(text, one, other)
            if gap is not None and JOINED.fullmatch(gap):
                names[number] = " ".join([one.text, *tail])
    return names


def _gap(text: str, one: Mention, other: Mention) -> str | None:
    """The text between two neighbours, None where it is too long to tie them."""
    return text[one.end : other.start] if 0 <= other.start - one.end <= 60 else None


def _read_gap(gap: str, number: int, mentions: Sequence[Mention], said: list[Said], listed: set[int]) -> None:
    first, second = mentions[number], mentions[number + 1]
    if first.kind == "demonym":
        if second.kind == "name" and (gap == " " or _OF_TYPE.fullmatch(gap)):
            said[number + 1].held_by.append(("adjective", number))
        return
    if second.kind == "demonym":
        return
    if COMMA.fullmatch(gap):
        if number not in listed:
            said[number].held_by.append(("comma", number + 1))
    elif _BRACKET.fullmatch(gap):
        said[number].held_by.append(("brackets", number + 1))
    elif _is_in(gap):
        said[number].held_by.append(("in", number + 1))
    elif _is_owner(gap):
        said[number + 1].held_by.append(("owner", number))
    elif _NEAR.fullmatch(gap):
        said[number].near.append(number + 1)


def _is_in(gap: str) -> bool:
    """Whether the gap puts the first mention in the second: " in northern", " military base in", ", a town in the"."""
    bare = _KINDS_THEN.sub(lambda match: "" if match[1] in KINDS else match[0], gap)
    return bool(_IN_BARE.fullmatch(bare) or (_IN.fullmatch(gap) and "," in gap))


def _is_owner(gap: str) -> bool:
    """Whether the gap makes the first mention the second one's holder: "'s eastern city of", " town of"."""
    if _OF_TYPE.fullmatch(gap):
        return True
    if not _POSSESSIVE.fullmatch(gap):
        return False
    words = gap.replace(",", " ").split()[1:]
    if "of" in words and not _OF_TYPE.search(gap):
        return False
    return not _NOT_OWNED.intersection(words)


def _pass_on(said: list[Said]) -> None:
    """What holds a place's holder holds the place: "Paris, Lamar County, Texas"."""
    for one in reversed(said):
        for link, holder in list(one.held_by):
            if link in ("comma", "in", "brackets"):
                onward = [pair for pair in said[holder].held_by if pair[0] == "comma"]
                one.held_by.extend(pair for pair in onward if pair not in one.held_by)


def _read_distances(article: Article, mentions: Sequence[Mention], said: list[Said]) -> None:
    """Ties "95 km south-west of X" to X and to the place it is said of."""
    bounds = [sentence.start for sentence in article.sentences]
    sentence_of = [bisect_right(bounds, mention.start) for mention in mentions]
    attached = {n for one in said for link, n in one.held_by if link not in ("owner", "adjective")}
    attached |= {n for one in said for n in one.near}
    names_in: dict[int, list[int]] = {}
    for number, sentence in enumerate(sentence_of):
        if mentions[number].kind == "name":
            names_in.setdefault(sentence, []).append(number)
    for stated_at in read_distance(article.text, mentions):
        place = stated_at.reference
        sentence = bisect_right(bounds, stated_at.start)
        if place is None:
            earlier = [n for n in names_in.get(sentence - 1, ()) if n not in attached]
            if not earlier:
                continue
            place = earlier[-1]
        here = [n for n in names_in.get(sentence, ()) if n != place]
        subject = _subject(stated_at.start, stated_at.end, mentions, here, attached)
        if subject is None:
            continue
        said[subject].distances.append(Stated(stated_at.km, stated_at.bearing, place, True))
        said[place].distances.append(Stated(stated_at.km, stated_at.bearing, subject, False))


def _subject(
    start: int, end: int, mentions: Sequence[Mention], here: Sequence[int], attached: set[int]
) -> int | None:
    """The mention a stated distance is said of: the last free one before it in the sentence, else the next one."""
    before = [n for n in here if mentions[n].end <= start and n not in attached]
    if before and start - mentions[before[-1]].end <= 120:
        return before[-1]
    after = [n for n in here if mentions[n].start >= end and mentions[n].start - end <= 80]
    return after[0] if after else None
