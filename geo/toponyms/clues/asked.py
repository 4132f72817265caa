"""Whether it is of the kind that the words beside the name ask for: "Kursk region", "the city of York"."""

from __future__ import annotations

from geo.gazetteer.kinds import KINDS, fits
from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look


def value(look: Look) -> float | None:
    """1 where the kind fits, 0.5 where it may stand in, −1 where it does not fit; None where none is asked for."""
    kind = KINDS.get(look.unit.kind)
    if kind is None:
        return None
    place = look.sense.place
    if fits(place.feature_class, place.feature_code, kind.fits):
        return 1.0
    return 0.5 if fits(place.feature_class, place.feature_code, kind.near_enough) else -1.0


def phrase(look: Look, value: float) -> str:
    word = look.unit.kind
    return f"the text says “{word}”" if value > 0 else f"no {word}, as the text has it"


CLUE = Spec("asked", value, phrase, (-1, 0.5, 1), by_group=True, prior=(-1, 0.5, 1.5), fixed=True)
