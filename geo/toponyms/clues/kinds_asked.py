"""What the two clues about kinds share."""

from __future__ import annotations

from geo.gazetteer.kinds import KINDS, fits
from geo.toponyms.setting import Look

KNOTS = (-1.0, 0.0, 0.5, 1.0)
PRIOR = (-2.0, -1.0, 0.5, 2.0)
_STATES = frozenset(("state", "states"))
TRUST = 8.0
"""Corpora state kinds a few hundred times, and some of their keys pin "Idlib province" on the town."""


def kind_fit(look: Look, word: str) -> float | None:
    """1 where the place is of the kind a type word asks for, 0.5 where it may stand in and no other of the name
    fits, 0 where another fits, −1 where it is of another kind; None where the word asks for nothing.
    """
    kind = KINDS.get(word)
    if kind is None:
        return None
    place = look.sense.place
    if fits(place.feature_class, place.feature_code, kind.fits):
        # "Niger state" and "the state of Georgia" are regions where there is one, else "state" may be a country.
        is_outdone = word in _STATES and place.feature_code != "ADM1"
        return 0.0 if is_outdone and any(s.place.feature_code == "ADM1" for s in look.unit.senses) else 1.0
    if not fits(place.feature_class, place.feature_code, kind.near_enough):
        return -1.0
    others = (sense.place for sense in look.unit.senses)
    return 0.0 if any(fits(one.feature_class, one.feature_code, kind.fits) for one in others) else 0.5


def say_kind(word: str, value: float) -> str:
    """The fit in words."""
    if value == 1:
        return f"the text says “{word}”"
    one = singular(word)
    return f"not {article_for(one)} {one}, as the text has it" if value <= 0 else ""


def singular(word: str) -> str:
    """One of what a type word in the plural names: "county" of "counties"."""
    for ending, instead in (("ies", "y"), ("s", "")):
        if word.endswith(ending) and word.removesuffix(ending) + instead in KINDS:
            return word.removesuffix(ending) + instead
    return word


def article_for(word: str) -> str:
    """The indefinite article before a word."""
    return "an" if word[0] in "aeiou" else "a"
