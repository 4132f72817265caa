"""What kind of place it is, among those of its name."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look

_CODES = """
PCLI PCLD PCLS ADM1 ADM2 ADM3 ADMD PPLC PPLA PPLA2 PPLA3 PPL PPLX PPLQ AIRP CONT ISL STM LK SEA OCN RGN MILB PRT ISLS MT
PRK ADM1H
"""
LEVELS = tuple(_CODES.split())
_REGION_LATER = -1.4
"""A region is meant after a country of its name where nothing else is said: the Georgia of a world map."""
_NUMBER = {code: float(number + 1) for number, code in enumerate(LEVELS)}
_WORDS = {
    "PCLI": "a country", "ADM1": "a first-level region", "ADM2": "a district or county", "PPLC": "a capital",
    "PPLA": "a regional capital", "AIRP": "an airport", "CONT": "a continent",
}  # fmt: skip


def value(look: Look) -> float:
    """The number of the feature code in ``LEVELS``, 0 for any other."""
    return _NUMBER.get(look.sense.place.feature_code, 0.0)


def phrase(look: Look, _value: float) -> str:
    return _WORDS.get(look.sense.place.feature_code, "")


CLUE = Spec(
    "level",
    value,
    phrase,
    tuple(float(n) for n in range(len(LEVELS) + 1)),
    prior=(0.0, *(_REGION_LATER if code == "ADM1" else 0.0 for code in LEVELS)),
    trust=0.5,
    fixed=True,
    meaning="what kind of place it is",
)
