"""Whether it is of the kind that the words beside the name ask for: "Kursk region", "the city of York"."""

from __future__ import annotations

from geo.toponyms.clues.kinds_asked import KNOTS, PRIOR, TRUST, kind_fit, say_kind
from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """How well the kind fits, by ``kind_fit``; None where none is asked for."""
    return kind_fit(look, look.unit.kind)


def phrase(look: Look, value: float) -> str:
    return say_kind(look.unit.kind, value)


CLUE = Spec(
    "asked",
    value,
    phrase,
    KNOTS,
    prior=PRIOR,
    trust=TRUST,
    fixed=True,
    speaks=lambda unit, _scene: bool(unit.kind),
)
