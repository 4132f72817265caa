"""A name that is certain once in an article is looked at again wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence

from geo.mentions.spans import Found
from geo.mentions.tagger import Tagged
from geo.mentions.tokens import Token

CERTAIN = 0.95
"""A name this probable vouches for its repeats."""
LIKELY = 0.25
"""A repeat is a name from this probability on, on every token, instead of one half."""


def find_repeats(found: Sequence[Found], tagged: Tagged, tokens: Sequence[Token]) -> list[Found]:
    """Further places of the certain names, where the tagger found them possible but not likely."""
    certain: dict[str, set[tuple[str, ...]]] = {}
    covered: set[int] = set()
    for one in found:
        covered.update(range(one.start, one.end))
        if one.probability >= CERTAIN:
            words = tuple(t.text for t in tokens[one.start : one.end])
            certain.setdefault(words[0], set()).add(words)
    out = []
    for i, token in enumerate(tokens):
        for words in sorted(certain.get(token.text, ()), key=len, reverse=True):
            j = i + len(words)
            span = range(i, j)
            if (
                tuple(t.text for t in tokens[i:j]) == words
                and covered.isdisjoint(span)
                and min(tagged.inside[i:j]) >= LIKELY
            ):
                out.append(Found(i, j, sum(tagged.inside[i:j]) / len(words)))
                covered.update(span)
                break
    return out
