"""Ranges of tokens that were found to be names: made from labels, weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from geo.mentions.demonyms import lookup
from geo.mentions.tagger import BEGIN, OUTSIDE, Tagged
from geo.mentions.tokens import Token

_SIDES = frozenset((
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Upper", "Lower", "Inner", "Outer",
    "New", "Old", "Greater", "Lesser",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens ``start`` to ``end`` (exclusive) are a name with this probability."""

    start: int
    end: int
    probability: float
    required: bool = False


def labelled(tagged: Tagged) -> list[Found]:
    """The names that the labels mark, each with the mean probability of its tokens."""
    out: list[Found] = []
    start = -1
    for i, label in enumerate((*tagged.labels, OUTSIDE)):
        if label in {OUTSIDE, BEGIN} and start >= 0:
            out.append(Found(start, i, sum(tagged.inside[start:i]) / (i - start)))
            start = -1
        if label != OUTSIDE and start < 0:
            start = i
    return out


_LEADING = frozenset(("of", "the", "in", "and", "at", "near", "from", "to", "for", "p.m.", "a.m."))


def without_joiner(found: Found, tokens: Sequence[Token]) -> Found:
    """``Mexico`` of "of Mexico": a name does not begin with a preposition in small letters."""
    start = found.start
    while start + 1 < found.end and tokens[start].text in _LEADING:
        start += 1
    return replace(found, start=start) if start > found.start else found


_FACILITIES = frozenset(
    (("airport",), ("airfield",), ("aerodrome",), ("airstrip",), ("airbase",), ("air", "base"))
)


def with_facility(found: Found, tokens: Sequence[Token]) -> Found:
    """``Sunan`` of "Sunan airport" as the whole: what is named is the airport, not the town."""
    for words in _FACILITIES:
        end = found.end + len(words)
        if tuple(t.text for t in tokens[found.end : end]) == words:
            return replace(found, end=end)
    return found


def is_people(found: Found, tokens: Sequence[Token]) -> bool:
    """Whether a name is a demonym with at most lower-case words behind it ("North Korean state")."""
    words = [t.text for t in tokens[found.start : found.end]]
    while len(words) > 1 and words[-1].islower():
        words.pop()
    return lookup(" ".join(words)) is not None


def is_designation(found: Found, tokens: Sequence[Token]) -> bool:
    """Whether a name is the letters of a type or road number: "IL-76", "US-59"."""
    token, rest = tokens[found.start], tokens[found.end : found.end + 2]
    return (
        found.end - found.start == 1
        and token.text.isupper()
        and len(rest) == 2
        and rest[0].text == "-"
        and rest[1].text.isdigit()
        and token.end == rest[0].start
        and rest[0].end == rest[1].start
    )


def longest_first(found: Iterable[Found]) -> list[Found]:
    """In order and without overlaps: of two that share a token the longer stays, of equals the required one."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda f: (f.start - f.end, not f.required, f.start)):
        if taken.isdisjoint(range(one.start, one.end)):
            kept.append(one)
            taken.update(range(one.start, one.end))
    return sorted(kept, key=lambda f: f.start)


def shared_heads(found: Sequence[Found], tokens: Sequence[Token]) -> list[Found]:
    """The lone sides of "North and South Korea": ``North`` is a name if ``South Korea`` is one."""
    starts = {f.start: f for f in found}
    covered = {i for f in found for i in range(f.start, f.end)}
    extra = []
    for i, token in enumerate(tokens[:-2]):
        name = starts.get(i + 2)
        if (
            token.text in _SIDES
            and i not in covered
            and tokens[i + 1].text in {"and", "or", "&"}
            and name is not None
            and name.end - name.start > 1
            and tokens[i + 2].text in _SIDES
            and tokens[i + 2].text != token.text
        ):
            extra.append(Found(i, i + 1, name.probability))
    return extra


def free_of(found: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans of ``found`` that overlap none of ``taken``; both in order."""
    at = 0
    for start, end in found:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at == len(taken) or taken[at][0] >= end:
            yield start, end
