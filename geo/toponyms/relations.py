"""Spots that a text states relative to its places: "20 km north of X", "on the road between X and Y", "off X's coast".

Reads words only, and gives back the mentions they lead to by number; ``footprints.py`` turns them into ground.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.records import Article, FootprintKind, Mention
from geo.toponyms.distances import BEARINGS
from geo.toponyms.measures import MEASURE, read_measure

_REACH = 130
"""Characters before a mention in which a relation to it can stand."""
_POINT = r"(?:north|south|east|west)(?:[- ]?(?:north|south|east|west)){0,2}(?:ern)?"
_SETTLED = r"(?:city|town|village|port|capital|settlement|outskirts|border|edge)"
_THE_PLACE = rf"(?:the )?(?:(?:[a-z-]+ ){{0,2}}{_SETTLED} (?:of )?)?"
_AWAY = (
    r"(?:,? (?:away|inland|upstream|downstream|offshore|out to sea|further|deep|or so|as the crow flies))?"
)
_DISTANCE = re.compile(
    rf"{MEASURE}{_AWAY}(?: (?:due|to the|in the|further))?(?: (?P<bearing>{_POINT}))?"
    rf",? (?:of|from|outside|away from) {_THE_PLACE}$",
    re.IGNORECASE,
)
_COASTED = rf"(?:the )?(?:(?P<side>{_POINT}) )?(?:coast|shore|shores|coastline)"
_OFF = re.compile(
    rf"(?:{MEASURE}{_AWAY}(?: (?P<bearing>{_POINT}))?,? )?(?P<off>off|of|from) (?P<coast>{_COASTED} of )?"
    rf"(?:the )?(?:(?P<part>{_POINT}) )?(?:(?:port|city|town|island) (?:city )?(?:of )?)?$",
    re.IGNORECASE,
)
_COAST_AFTER = re.compile(
    rf"(?:['’]s?)? (?:(?P<side>{_POINT}) )?(?:[a-z]+ ){{0,2}}?(?:coast|shore|shores|coastline)\b"
)
_AFLOAT = re.compile(
    r"\b(?:waters|ships?|vessels?|boats?|ferry|ferries|tankers?|freighters?|trawlers?|dingh(?:y|ies)|rafts?|warships?|"
    r"submarines?|quakes?|earthquakes?|sank|sunk|capsized|anchored|adrift|drifting|platforms?|rigs?|islands?|islets?|"
    r"reefs?) (?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?P<what>(?:[a-z-]+ ){0,3}[a-z-]+) (?:that (?:runs|lies) |running |lying |which runs )?between "
    r"(?:the )?(?:(?:[a-z-]+ )?(?:cities|towns|villages|settlements|ports|islands) of )?$",
    re.IGNORECASE,
)
_GROUND_TEXT = """
road roads highway motorway route railway railroad rail track tracks line lines stretch strip section area zone land
corridor somewhere halfway midway located lies lying lay situated stands village town hamlet settlement bridge pass
valley forest fields field river strait channel crossing checkpoint mountains hills front frontline front-line island
islands waters sea canal pipeline spot point place roughly about half-way mid-way
"""
_GROUND = frozenset(_GROUND_TEXT.split())
_MIDDLE = frozenset({"halfway", "midway", "half-way", "mid-way"})
_AND = re.compile(r" and (?:the )?(?:(?:[a-z-]+ )?(?:city|town|village|port|capital) of )?(?:the )?$")
_BORDERLAND = re.compile(
    r"\b(?:near|on|at|along|across|by|over|close to|to|from|towards?|of)? ?(?:the|its|their) "
    r"(?:[a-z-]+ ){0,2}?(?:border|frontier|boundary) (?:between|of) (?:the )?$",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"\s?[-–—/]\s?")
_BORDER_AFTER = re.compile(r" (?:land |maritime |state )?(?:border|frontier)\b")
_BORDER_WITH = re.compile(r"(?:['’]s?)? (?:[a-z-]+ ){0,3}?(?:border|frontier|boundary) with (?:the )?$")


@dataclass(frozen=True, slots=True)
class Relation:
    """A stated relation: the words ``text[start:end]``, the mentions they lead to, and what they say.

    ``km`` is a distance with ``slack_km`` for how roughly it is given; ``bearing`` (degrees clockwise from north) leads
    from the place to the spot. Each is None where nothing is said. ``middle`` marks "halfway between".
    """

    start: int
    end: int
    kind: FootprintKind
    places: tuple[int, ...]
    km: float | None = None
    slack_km: float = 0.0
    bearing: float | None = None
    middle: bool = False


def read_relations(article: Article, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The relations of an article in order, over its mentions (in order of ``start``); none overlaps another."""
    done = 0
    for number in range(len(mentions)):
        found = _relation(article.text, mentions, number, done) if mentions[number].start >= done else None
        if found is not None:
            done = found.end
            yield found


def _relation(text: str, mentions: Sequence[Mention], number: int, done: int) -> Relation | None:
    """What stands before the mention and leads to it (and perhaps to the next), from ``done`` on."""
    mention = mentions[number]
    begin = max(done, mention.start - _REACH)
    before = text[begin : mention.start]
    after = text[mention.end : mention.end + 60]
    following = mentions[number + 1] if number + 1 < len(mentions) else None
    gap = text[mention.end : following.start] if following and following.start - mention.end < 60 else None
    if gap is not None and following is not None:
        two = _of_two(text, begin, before, gap, number, mention, following)
        if two is not None:
            return two
    if found := _last(_OFF, before):
        relation = _offshore(found, before, after, mention, number, begin)
        if relation is not None:
            return relation
    if mention.kind == "demonym":
        return None
    if found := _last(_DISTANCE, before):
        measure = read_measure(found)
        if measure is not None:
            bearing = _bearing(found["bearing"])
            start = begin + found.start()
            return Relation(start, mention.end, "distance", (number,), *measure, bearing)
    return None


def _of_two(
    text: str, begin: int, before: str, gap: str, number: int, mention: Mention, following: Mention
) -> Relation | None:
    """What is said of two neighbours: their border, or the ground between them."""
    both = (number, number + 1)
    if _AND.fullmatch(gap):
        if found := _last(_BORDERLAND, before):
            start = begin + found.start() + (len(found[0]) - len(found[0].lstrip()))
            return Relation(start, following.end, "border", both)
        if (found := _last(_BETWEEN, before)) and following.kind == "name":
            words = found["what"].lower().split()
            if _GROUND.intersection(words[-2:]):
                start = begin + found.start("what") + _noun_at(found["what"])
                return Relation(
                    start, following.end, "between", both, middle=bool(_MIDDLE.intersection(words))
                )
    if (border := _BORDER_AFTER.match(text, following.end)) and _HYPHEN.fullmatch(gap):
        return Relation(mention.start, border.end(), "border", both)
    if _BORDER_WITH.fullmatch(gap):
        return Relation(mention.start, following.end, "border", both)
    return None


def _noun_at(what: str) -> int:
    """Where the words that stand for the spot itself begin: "road" in "bombed the road"."""
    words = what.split(" ")
    at = len(what)
    for word in reversed(words[-3:]):
        at -= len(word) + (at < len(what))
        if word.lower() in _GROUND:
            return at
    return 0


def _offshore(
    found: re.Match[str], before: str, after: str, mention: Mention, number: int, begin: int
) -> Relation | None:
    """ "30 miles off (the coast of) X", "off X's coast", "a ship off X"; not "off X" alone, nor "from X"."""
    coast_after = _COAST_AFTER.match(after)
    measure = read_measure(found) if found["number"] else None
    coast = bool(found["coast"] or coast_after)
    if found["off"].lower() != "off" and not (measure and coast):
        return None
    if not coast and (
        mention.kind == "demonym" or not (measure or _AFLOAT.search(before[: found.start("off")]))
    ):
        return None
    side = found["side"] or found["part"] or (coast_after and coast_after["side"]) or found["bearing"]
    start = begin + (found.start() if measure else found.start("off"))
    end = mention.end + (coast_after.end() if coast_after else 0)
    km, slack = measure or (None, 0.0)
    return Relation(start, end, "offshore", (number,), km, slack, _bearing(side))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that ends where the text does, the one that starts first."""
    return pattern.search(text)


def _bearing(words: str | None) -> float | None:
    return None if words is None else BEARINGS.get(re.sub(r"[- ]|ern$", "", words.lower()))
