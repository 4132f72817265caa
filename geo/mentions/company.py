"""Names that the company they stand in speaks for: members of a list, long names of countries, "Washington, D.C."."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from geo.mentions.columns import Columns
from geo.mentions.spans import Found
from geo.mentions.tagger import Tagged
from geo.mentions.tokens import Token

ACTING = 0.1
"""A country that opens a sentence and does something to what is "its" is a name from this probability on."""
LISTED = 0.25
"""A gazetteer name beside a certain one, parted by a comma or "and", is a name from this probability on."""
CERTAIN = 0.9
OVERLOOKED = 0.3
"""A gazetteer name of two words and more for a country is a name from this probability on."""
_LARGE = frozenset("CRA12")
_JOINERS = frozenset((",", "and", "or", "&", ";"))


def find_listed(
    found: Sequence[Found], tagged: Tagged, tokens: Sequence[Token], columns: Columns
) -> list[Found]:
    """``Lincoln`` of "Omaha, Lincoln and Grand Island", where the tagger found it possible but not likely."""
    starts = {f.start: f for f in found}
    ends = {f.end: f for f in found}
    covered = {i for f in found for i in range(f.start, f.end)}
    out = []
    for start, end in _known(columns):
        if not covered.isdisjoint(range(start, end)) or min(tagged.inside[start:end]) < LISTED:
            continue
        if (
            columns.caps[end + 2] or columns.caps[start + 1]
        ):  # a longer name, or somebody's: "and Lincoln Brooks"
            continue
        left, right = _joiners(tokens, start - 1, -1), _joiners(tokens, end, 1)
        beside = (ends.get(start - left) if left else None, starts.get(end + right) if right else None)
        if any(one is not None and one.probability >= CERTAIN for one in beside):
            out.append(Found(start, end, _mean(tagged, start, end)))
    return out


def _joiners(tokens: Sequence[Token], at: int, step: int) -> int:
    """How many tokens from here join the members of a list: "," or "and" or ", and"."""
    size = 0
    while size < 2 and 0 <= at < len(tokens) and tokens[at].text in _JOINERS:
        size, at = size + 1, at + step
    return size


def find_overlooked(found: Sequence[Found], tagged: Tagged, columns: Columns) -> list[Found]:
    """``DR Congo``: a country's name of several words, where the tagger found it possible but not likely."""
    covered = {i for f in found for i in range(f.start, f.end)}
    return [
        Found(start, end, _mean(tagged, start, end))
        for start, end in _known(columns)
        if end - start > 1
        and columns.known[start + 2][1] == "C"
        and covered.isdisjoint(range(start, end))
        and min(tagged.inside[start:end]) >= OVERLOOKED
    ]


def find_acting(found: Sequence[Found], tagged: Tagged, columns: Columns) -> list[Found]:
    """``Jordan`` of "Jordan recalled its envoy": a country, where the tagger wavers between that and a person."""
    covered = {i for f in found for i in range(f.start, f.end)}
    return [
        Found(start, end, _mean(tagged, start, end))
        for start, end in _known(columns)
        if columns.first[start + 2]
        and columns.known[start + 2][1] == "C"
        and columns.shapes[end + 2] == "xx"
        and columns.words[end + 3] == "its"
        and covered.isdisjoint(range(start, end))
        and min(tagged.inside[start:end]) >= ACTING
    ]


def joined(
    found: Iterable[Found], tokens: Sequence[Token], text: str, known: Callable[[str], str]
) -> list[Found]:
    """Two names parted by a comma as one where the gazetteer has them as one: "Washington, D.C."."""
    out: list[Found] = []
    for one in sorted(found, key=lambda f: f.start):
        last = out[-1] if out else None
        if last is not None and _is_one(last, one, tokens, text, known):
            out[-1] = replace(last, end=one.end, probability=min(last.probability, one.probability))
        else:
            out.append(one)
    return out


def _is_one(
    first: Found, second: Found, tokens: Sequence[Token], text: str, known: Callable[[str], str]
) -> bool:
    between = [t.text for t in tokens[first.end : second.start]]
    symbol = (
        known(text[tokens[first.start].start : tokens[second.end - 1].end]) if between in ([], [","]) else ""
    )
    # As a place's main name: "New York, N.Y." stays a city and a state.
    return bool(symbol) and "-" not in symbol


_FOUNDED = frozenset(("Institution", "Foundation", "Endowment", "Fund", "Trust", "Prize", "Award", "Museum"))


def is_namesake(found: Found, tokens: Sequence[Token], columns: Columns) -> bool:
    """Whether a body bears a founder's name that is a small town's too: "the Brookings Institution"."""
    end = found.end
    return (
        end - found.start == 1
        and end < len(tokens)
        and tokens[end].text in _FOUNDED
        and tokens[found.start - 1].text.lower() == "the"
        and columns.single[end + 1][:1] not in _LARGE
    )


def _known(columns: Columns) -> Iterable[tuple[int, int]]:
    """The gazetteer names of an article as ranges of tokens; not everyday words, peoples and slips."""
    known, n = columns.known, len(columns.tokens)
    i = 0
    while i < n:
        symbol = known[i + 2]
        j = i + 1
        if symbol[:1] == "B":
            while j < n and known[j + 2][:1] in {"I", "E"}:
                j += 1
        if symbol[:1] in {"B", "S"} and symbol[1] in "CRA12345DS" and "x" not in symbol:
            yield i, j
        i = j


def _mean(tagged: Tagged, start: int, end: int) -> float:
    return sum(tagged.inside[start:end]) / (end - start)
