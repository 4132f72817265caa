"""How the text's name met the gazetteer's."""

from __future__ import annotations

from geo.toponyms.candidates import bare_key, kind_within
from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look

_ORDER = ("main", "alias", "folded", "type", "romanised", "fuzzy", "coordinates", "fuzzy alias", "code")
_PRIOR = (0, 0, 0, 0, 0, 0, 0, -1.5, -0.7)
"""The corpora hold few slips and lone codes to learn from what they are worth."""
_WORDS = {
    "alias": "known under that name too", "folded": "that name but for its accents",
    "romanised": "that name in another romanisation", "fuzzy": "a name one letter off",
}  # fmt: skip


def value(look: Look) -> float:
    """The number of the way in ``_ORDER``. Type words set aside, "Kursk" before "region" is Kursk Oblast's main
    name, and "Pokrovsk city" but an alias of Engels. A main name without its accents ("Nis" for "Niš") is one, and a
    slip in what is but an alias is less likely than one in a main name. The code of a state stands behind a town
    ("Gary, IN"), seldom alone.
    """
    candidate = look.sense.candidate
    match: str = candidate.match
    if match in ("folded", "fuzzy"):
        main = candidate.name == candidate.place.name
        match = {"folded": "main" if main else match, "fuzzy": match if main else "fuzzy alias"}[match]
    if match in ("alias", "type"):
        same = bare_key(candidate.place.name) == bare_key(look.unit.key)
        if same and (look.unit.kind or kind_within(look.unit.key)):
            match = "main"
        elif match == "type" and not same:
            match = "alias"
    if (
        match == "alias"
        and look.sense.group == "region"
        and len(look.unit.key) == 2
        and not look.unit.holding
    ):
        match = "code"
    return float(_ORDER.index(match))


def phrase(look: Look, _value: float) -> str:
    candidate = look.sense.candidate
    words = _WORDS.get(candidate.match, "")
    return f"{words} ({candidate.name})" if words else ""


CLUE = Spec(
    "matched",
    value,
    phrase,
    (0, 1, 2, 3, 4, 5, 6, 7, 8),
    by_group=True,
    prior=_PRIOR,
    trust=0.15,
    fixed=True,
    meaning="how the text’s name meets the gazetteer’s",
)
