"""Whether it is of the kind that the name itself ends in: "Rapides Parish", "Sunan airport"."""

from __future__ import annotations

from geo.toponyms.candidates import kind_within
from geo.toponyms.clues.kinds_asked import KNOTS, PRIOR, TRUST, kind_fit, say_kind
from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """How well the kind fits, by ``kind_fit``; None where none is asked for."""
    return kind_fit(look, kind_within(look.unit.key))


def phrase(look: Look, value: float) -> str:
    return say_kind(kind_within(look.unit.key), value)


CLUE = Spec("asked_within", value, phrase, KNOTS, prior=PRIOR, trust=TRUST, fixed=True)
