"""Lengths as a text states them: "95 kilometres (59 miles)", "20 to 30 km", "dozens of miles", "half a mile"."""

from __future__ import annotations

import re

from geo.toponyms.distances import KM_A_MILE

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_WORDS: dict[str, float] = {word: float(n) for n, word in enumerate(_ONES.split(), start=1)} | {
    "eighteen": 18.0, "nineteen": 19.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0,
    "seventy": 70.0, "eighty": 80.0, "ninety": 90.0, "hundred": 100.0, "a hundred": 100.0, "a": 1.0,
    "half a": 0.5, "a couple of": 2.0, "a dozen": 12.0, "a couple of hundred": 200.0, "two hundred": 200.0,
    "several hundred": 400.0, "a few hundred": 300.0, "a thousand": 1000.0,
}  # fmt: skip
_VAGUE: dict[str, tuple[float, float]] = {
    "few": (3.0, 3.0), "several": (5.0, 4.0), "dozens of": (50.0, 40.0), "tens of": (40.0, 30.0),
    "hundreds of": (400.0, 300.0), "a few": (3.0, 3.0), "some": (5.0, 4.0),
}  # fmt: skip
"""Words for no certain number: a middle, and how far it may be off."""
_ROUGHLY = re.compile(
    r"about|around|some|roughly|approximately|nearly|almost|over|under|than|least|up to|within|or so"
)
_UNITS: dict[str, float] = {"k": 1.0, "m": KM_A_MILE, "n": 1.852, "me": 0.001, "y": 0.0009144}
ROUGH, STATED = 0.2, 0.1
"""How far a length said with "about", and one said without, may be off, as a share of it: newspapers round."""

_NAMES = "|".join(sorted([*map(re.escape, _WORDS), *_VAGUE], key=len, reverse=True))
MEASURE = (
    r"(?P<rough>\b(?:about|around|some|roughly|approximately|nearly|almost|just|only|(?:just )?(?:over|under)|up to|"
    r"within|(?:more|less|fewer) than|at least) )?"
    rf"(?:(?P<low>\d[\d,]*(?:\.\d+)?)(?: ?(?:-|–|to|or) ?))?(?P<number>\d[\d,]*(?:\.\d+)?|\b(?:{_NAMES})\b)"
    r"[ -]?(?P<unit>kilomet(?:er|re)s?|kms?|nautical miles?|miles?|mi|met(?:er|re)s?|yards?)\b"
    r"(?:,? ?\([^()]{1,30}\))?"
)
"""A pattern with the groups ``rough``, ``low``, ``number`` and ``unit``."""


def read_measure(match: re.Match[str]) -> tuple[float, float] | None:
    """The length that ``MEASURE`` matched and how far it may be off, both in kilometres; None for nonsense."""
    unit = match["unit"].lower()
    factor = _UNITS["me" if unit.startswith("met") else unit[0]]
    words = match["number"].lower()
    if words in _VAGUE:
        middle, slack = _VAGUE[words]
        return middle * factor, slack * factor
    value = _WORDS[words] if words in _WORDS else float(words.replace(",", ""))
    low = float(match["low"].replace(",", "")) if match["low"] else value
    if not 0 < low <= value or value * factor > 5000:
        return None
    share = ROUGH if match["rough"] and _ROUGHLY.search(match["rough"].lower()) else STATED
    return (low + value) / 2 * factor, (value - low) / 2 * factor + share * value * factor
