"""Distances and bearings that a text states: "95 kilometres (59 miles) southwest of Lviv", "north of there"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.records import Mention

KM_A_MILE = 1.609344
_UNITS_TEXT = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_TENS_TEXT = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
_NUMBERS = {word: float(number) for number, word in enumerate(_UNITS_TEXT.split())} | {
    word: 20.0 + 10 * number for number, word in enumerate(_TENS_TEXT.split())
}
_QUARTERS = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}
_BETWEEN = {"northeast": 45.0, "southeast": 135.0, "southwest": 225.0, "northwest": 315.0}
_HALVES = {
    "northnortheast": 22.5, "eastnortheast": 67.5, "eastsoutheast": 112.5, "southsoutheast": 157.5,
    "southsouthwest": 202.5, "westsouthwest": 247.5, "westnorthwest": 292.5, "northnorthwest": 337.5,
}  # fmt: skip
BEARINGS = _QUARTERS | _BETWEEN | _HALVES
"""Degrees clockwise from north by the compass point's letters."""

_POINT = r"(?:north|south|east|west)(?:[- ]?(?:north|south|east|west)){0,2}(?:ern)?"
_STATED = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?|\b(?:a )?[a-z]+)[ -]?(?:or so )?"
    r"(?P<unit>kilomet(?:er|re)s?|kms?|miles?|mi)\b"
    r"(?: ?\([^)]{1,30}\))?(?: away)?(?: (?:to|in) the)?"
    rf"(?: (?:due )?(?P<bearing>{_POINT}))?"
    r",? (?:of|from|outside|off) (?:the )?(?:[a-z-]+ ){0,3}?(?:(?:of|city|town|village) )?(?P<there>there\b|$)",
    re.IGNORECASE,
)
_BEARING_ONLY = re.compile(rf"\b(?P<bearing>{_POINT}) of (?:the )?(?:[a-z-]+ (?:of )?)?$", re.IGNORECASE)
_REACH = 110
"""Characters before a mention in which a distance to it can stand."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A distance (kilometres) and bearing (degrees) said of a mention against the mention ``other``.

    Either may be None. ``from_other`` tells whose bearing it is: with it, the bearing leads from the other
    place to this one, else from this one to the other.
    """

    km: float | None
    bearing: float | None
    other: int
    from_other: bool


@dataclass(frozen=True, slots=True)
class StatedAt:
    """A stated distance where it stands in the text; ``reference`` is the mention after it, None for "there"."""

    start: int
    end: int
    km: float | None
    bearing: float | None
    reference: int | None


def read_distance(text: str, mentions: Sequence[Mention]) -> Iterator[StatedAt]:
    """Every stated distance and bearing of a text that leads to a mention or to "there"."""
    ends = [mention.end for mention in mentions]
    for number, mention in enumerate(mentions):
        if mention.kind != "name":
            continue
        begin = max(0, mention.start - _REACH)
        before = text[begin : mention.start]
        if (
            " of " not in before
            and "from " not in before
            and "outside " not in before
            and " off " not in before
        ):
            continue
        found = _last(_STATED, before) or _last(_BEARING_ONLY, before)
        if found and found.end() == len(before):
            yield _stated(found, begin, mention.end, number)
    if "there" in text:
        for match in _STATED.finditer(text):
            if match["there"]:
                nearby = bisect_left(ends, match.start() - 300)
                if nearby < len(mentions):
                    yield _stated(match, 0, match.end(), None)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _stated(match: re.Match[str], offset: int, end: int, reference: int | None) -> StatedAt:
    groups = match.groupdict()
    km = _kilometres(groups.get("number"), groups.get("unit"))
    return StatedAt(offset + match.start(), end, km, _bearing(groups.get("bearing")), reference)


def _kilometres(number: str | None, unit: str | None) -> float | None:
    if number is None or unit is None:
        return None
    digits = number.replace(",", "")
    value = _NUMBERS.get(digits.lower().removeprefix("a "))
    if digits[0].isdigit():
        value = float(digits)
    if value is None:
        return None
    return value if unit.lower().startswith("k") else value * KM_A_MILE


def _bearing(words: str | None) -> float | None:
    if words is None:
        return None
    return BEARINGS.get(re.sub(r"[- ]|ern$", "", words.lower()))
