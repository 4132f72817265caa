"""What the gazetteer knows of a stretch of text, as a short symbol that the features can carry."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from geo.gazetteer import lexicon
from geo.gazetteer.lexicon import Lexicon
from geo.gazetteer.names import normalise
from geo.mentions.words import tags_by_word

_KINDS = (
    (lexicon.COUNTRY, "C"),
    (lexicon.REGION, "R"),
    (lexicon.AREA, "A"),
    (lexicon.CITY_1M, "1"),
    (lexicon.CITY_100K, "2"),
    (lexicon.CITY_10K, "3"),
    (lexicon.TOWN, "4"),
    (lexicon.VILLAGE, "5"),
    (lexicon.DISTRICT, "D"),
    (lexicon.SITE, "S"),
)
_KEPT = 2
_BOUND = 200_000
SLIP = "~"
"""Begins the symbol of an unknown word that is one slip of the finger from a large place's name: "Minnestoa"."""
_SHORTEST_SLIP = 6
_LARGE = lexicon.COUNTRY | lexicon.REGION | lexicon.AREA | lexicon.CITY_1M | lexicon.CITY_100K


def symbol_of(mask: int) -> str:
    """A mask of the lexicon as a symbol: its two foremost kinds, then ``-`` if no place has it as its main name,
    ``x`` for everyday words, ``u`` for what is a name in capitals only; "" for the mask 0.

    >>> symbol_of(lexicon.COUNTRY | lexicon.MAIN)
    'C'
    """
    if not mask:
        return ""
    kinds = [letter for bit, letter in _KINDS if mask & bit][:_KEPT]
    if not mask & lexicon.MAIN:
        kinds.append("-")
    if mask & lexicon.COMMON:
        kinds.append("x")
    if mask & lexicon.CAPITALS:
        kinds.append("u")
    return "".join(kinds)


@lru_cache(maxsize=2)
def symbols(lexicon: Lexicon) -> Callable[[str], str]:
    """The symbol of any text by ``lexicon``; the same for all who ask, for it remembers what it was asked."""
    classes = lexicon.classes
    asked: dict[str, str] = {}
    by_mask: dict[int, str] = {}

    def symbol(text: str) -> str:
        found = asked.get(text)
        if found is None:
            mask = classes(normalise(text))
            found = by_mask.get(mask)
            if found is None:
                found = by_mask[mask] = symbol_of(mask)
            if not found:
                found = _slip(text, lexicon)
            if len(asked) >= _BOUND:  # bounded: some twenty megabytes
                asked.clear()
            asked[text] = found
        return found

    return symbol


def _slip(text: str, known: Lexicon) -> str:
    """``SLIP`` and the foremost kind of the large places that a capitalised word of no list may be mistyped for."""
    if len(text) < _SHORTEST_SLIP or not (text.isalpha() and text[0].isupper() and text[1:].islower()):
        return ""
    if text in tags_by_word():
        return ""
    masks = [known.classes(key) & _LARGE for key in known.slips_of(normalise(text))]
    kinds = [letter for bit, letter in _KINDS if any(mask & bit for mask in masks)]
    return SLIP + kinds[0] if kinds else ""
