"""The names of a user's own gazetteer rows, found in a text by look-up alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from geo.gazetteer.common import COMMON_WORDS
from geo.gazetteer.names import fold
from geo.gazetteer.own import SHORTEST_REQUIRED
from geo.mentions.spans import Found
from geo.mentions.tokens import Token
from geo.mentions.words import word_lists


@lru_cache(maxsize=8)
def _by_first(keys: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The keys as words, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(keys):
        words = tuple(key.split(" "))
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def find_required(tokens: Sequence[Token], keys: frozenset[str]) -> list[Found]:
    """Where a key of ``keys`` stands in the text: whole tokens, any case and accents, the longest at each place.

    Not within URLs and handles. A single everyday word ("reading") or a word of two letters needs its capital.
    """
    if not keys:
        return []
    by_first = _by_first(keys)
    folded: dict[str, tuple[str, ...]] = {}
    # The text's words in a row, each with its token, for a token may fold to none, one or several words.
    words: list[str] = []
    origin: list[int] = []
    for i, token in enumerate(tokens):
        if token.opaque:
            parts: tuple[str, ...] = ("\0",)
        else:
            known = folded.get(token.text)
            parts = known if known is not None else folded.setdefault(token.text, tuple(fold(token.text)))
            if not parts and token.text not in _PASSED_OVER:
                parts = ("\0",)
        words += parts
        origin += [i] * len(parts)
    return list(_matches(tokens, by_first, words, origin))


_PASSED_OVER: Collection[str] = frozenset("-‐‑'’`.")


def _matches(
    tokens: Sequence[Token],
    by_first: dict[str, tuple[tuple[str, ...], ...]],
    words: Sequence[str],
    origin: Sequence[int],
) -> list[Found]:
    out: list[Found] = []
    at, size = 0, len(words)
    while at < size:
        step = 1
        for name in by_first.get(words[at], ()):
            end = at + len(name)
            if (
                tuple(words[at:end]) == name
                and (at == 0 or origin[at - 1] != origin[at])
                and (end == size or origin[end] != origin[end - 1])
                and not _everyday(name, tokens[origin[at]].text)
            ):
                out.append(Found(origin[at], origin[end - 1] + 1, 1.0, required=True))
                step = len(name)
                break
        at += step
    return out


def _everyday(name: Sequence[str], text: str) -> bool:
    return (
        len(name) == 1
        and text.islower()
        and (
            len(text) < SHORTEST_REQUIRED
            or text in COMMON_WORDS
            or text.capitalize() in word_lists()["common"]
        )
    )
