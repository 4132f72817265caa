"""Where a name ends: a place's own 's ("St. John's"), and a stop that is the sentence's ("the Isle of Man.")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.gazetteer.names import normalise
from geo.mentions.known import SLIP
from geo.mentions.spans import Found
from geo.mentions.tokens import DOTTED, DOTTED_TYPES, Token

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

_SWALLOWING = DOTTED - DOTTED_TYPES
"""Abbreviations that are whole words too, or another name: not the type in a name ("Loudon Co.")."""
_GENITIVES = frozenset(("'s", "’s", "ʼs", "'S", "’S", "ʼS"))
_APOSTROPHES = str.maketrans("’ʼ", "''")
_OTHER_SPELLING = 0.25
"""What a place counts that is spelled otherwise than the text has it: "Saint John" is New Brunswick's, "St. John's"
Newfoundland's."""
SPOKEN_FOR = 0.9
"""The probability of a name that only the words around it speak for: an estimate, not fitted."""
_LARGE = frozenset("CRA123")
_PLACE_BEFORE = frozenset(("in", "of", "near", "from", "to", "outside", "around", "leaving"))
_NOT_OWNED_WORDS = """
in on at of to from for with by into near over under around across through between after before since until
during against about as than and or but nor if when while where who which that because though although
is was are were has had have will would can could may might must shall should does did do not also now then there
today yesterday tomorrow tonight
"""
_NOT_OWNED = frozenset(_NOT_OWNED_WORDS.split())
"""Words that begin nothing that a place could own: 's before them is a part of the name."""


def with_own_genitive(
    found: Found, tokens: Sequence[Token], text: str, known: Callable[[str], str], gazetteer: Gazetteer
) -> Found:
    """``St. John's`` for "St. John" before 's, where the gazetteer has a place so written.

    Before what the place may own ("Saint John's mayor") the name with 's must be the better known one of the two.
    """
    end = found.end
    if end >= len(tokens) or tokens[end].text not in _GENITIVES or tokens[end].start != tokens[end - 1].end:
        return found
    name = text[tokens[found.start].start : tokens[end].end]
    symbol = known(name)
    if not symbol or symbol.startswith(SLIP):
        return found
    weight = _weight(name, gazetteer, own=True)
    if weight < 0:
        return found
    if _owns(tokens, end) and weight <= _weight(
        text[tokens[found.start].start : tokens[end - 1].end], gazetteer
    ):
        return found
    return replace(found, end=end + 1, probability=max(found.probability, SPOKEN_FOR))


def find_own_genitives(
    names: Sequence[Found],
    tokens: Sequence[Token],
    text: str,
    known: Callable[[str], str],
    gazetteer: Gazetteer,
) -> list[Found]:
    """``St. John's`` of "in St. John's on Monday", which the tagger takes for what John owns.

    Where a preposition of place stands before, nothing that it could own behind, and a town of ten thousand people and
    more or a region is so written.
    """
    covered = {i for n in names for i in range(n.start, n.end)}
    out = []
    for at, token in enumerate(tokens):
        if token.text not in _GENITIVES or at - 1 in covered:
            continue
        start = at
        while start > max(0, at - 3) and tokens[start - 1].text[0].isupper():
            start -= 1
        if start < at - 1 and tokens[start - 1].text.lower() in _PLACE_BEFORE and not _owns(tokens, at):
            name = text[tokens[start].start : token.end]
            if known(name)[:1] in _LARGE and _weight(name, gazetteer, own=True) >= 0:
                out.append(Found(start, at + 1, SPOKEN_FOR))
    return out


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows the 's at ``at`` may be owned: a word that begins a noun phrase."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return following[:1].isalnum() and following.lower() not in _NOT_OWNED


def _weight(name: str, gazetteer: Gazetteer, *, own: bool = False) -> float:
    """How well known the best known place of a name is; -1 if there is none. ``own``: only those spelled with 's."""
    key, written = normalise(name), _plain(name)
    weights = [-1.0]
    for candidate in gazetteer.candidates(name):
        spelling = _plain(candidate.name)
        if normalise(spelling) == key and (not own or spelling.endswith("'s")):
            people = candidate.place.population
            weights.append(people if spelling == written else _OTHER_SPELLING * people)
    return max(weights)


def _plain(name: str) -> str:
    return name.translate(_APOSTROPHES).casefold()


def ends_in_sentence_stop(found: Found, tokens: Sequence[Token], text: str, gazetteer: Gazetteer) -> bool:
    """Whether the last stop of "Isle of Man." ends the sentence: the whole is a name, and none that is written so."""
    last = tokens[found.end - 1].text
    if found.end - found.start < 2 or last[-1] != "." or last[:-1] not in _SWALLOWING:
        return False
    candidates = gazetteer.candidates(text[tokens[found.start].start : tokens[found.end - 1].end - 1])
    return bool(candidates) and not any(one.name.endswith(".") for one in candidates)
