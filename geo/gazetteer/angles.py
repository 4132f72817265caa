"""Angles as people write them: degrees, minutes and seconds in their typographies, with signs, letters or words."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FINE = 0.02
"""Degrees that nothing but their sign marks must be given this finely: "36.6°" is a temperature."""
MINUS = "-−–‒"
_DEGREE = r"(?:\s?[°º˚∘]|\s?deg(?:rees?|\.)?(?![a-z])|[⁰])"
_MINUTE = r"(?:\s?(?:['′’‘ʹ´`]|min(?:utes?|\.)?(?![a-z])))"
_SECOND = r"(?:\s?(?:[\"″”“ʺ]|''|′′|’’|‘‘|sec(?:onds?|\.)?(?![a-z])))"
_POINT = r"[.,]"
_WORDED = r"(?:lat(?:itude)?|long?(?:itude)?)"
# A sentence's own full stop is no part of them.
_STOP = rf"(?:\.?\s?{_WORDED}\b(?:\.(?=[,;/]|\s\d))?|\.(?=[,;/]|\s\d))?"
_AFTER = rf"(?:\s?-?(?P<after>[NSEW](?!\w)|(?:north|south|east|west)\b){_STOP})"
_LABEL = r"\b(?P<label>lat(?:itude)?|long?(?:itude)?|lng)\b\.?\s?(?:(?:[:=]|of|is)\s?)?"
_SIGN = rf"(?P<sign>(?<![\w.])[{MINUS}+])"
_NUMBER = rf"\d{{1,3}}(?:{_POINT}\d{{1,10}})?"
_MARKED = (
    rf"(?P<deg>{_NUMBER})(?P<mark>{_DEGREE})"
    rf"(?:,?\s?(?P<min>\d{{1,3}}(?:{_POINT}\d{{1,8}})?){_MINUTE}"
    rf"(?:,?\s?(?P<sec>\d{{1,3}}(?:{_POINT}\d{{1,6}})?){_SECOND})?)?"
)
_SPACED = r"(?P<deg>\d{1,3})(?P<mark>[ -])(?P<min>\d{2}(?:\.\d{1,8})?)(?:[ -](?P<sec>\d{2}(?:\.\d{1,6})?))?"
_PLAIN = r"(?P<deg>\d{1,3}\.\d{2,10})(?P<mark>)(?P<min>)(?P<sec>)"


def _form(angle: str, flags: int = 0) -> re.Pattern[str]:
    """An angle with a label, and a sign or a hemisphere before it or else a hemisphere behind it."""
    before = r"(?<!\w)(?P<before>[NSEW])[.:]?\s?"
    return re.compile(rf"(?:{_LABEL})?(?:{_SIGN}|{before})?(?<![\d.,]){angle}(?(before)|{_AFTER}?)", flags)


# The hemispheres' letters in capitals only where nothing marks the degrees.
_FORMS = (_form(_MARKED, re.IGNORECASE), _form(_PLAIN), _form(_SPACED))
_LABELLED = re.compile(rf"{_LABEL}{_SIGN}?(?P<deg>\d{{1,3}}\.\d{{1,10}})(?![\w.])", re.IGNORECASE)
_LONE = _form(rf"(?P<deg>{_NUMBER})(?P<mark>)(?P<min>)(?P<sec>)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Angle:
    """An angle that stands in a text from ``start`` to ``end``; ``step`` is the worth of its last digit, in degrees."""

    start: int
    end: int
    degrees: float
    step: float
    axis: str
    """``lat``, ``lon``, or "" where no letter tells."""


def angles_in(text: str) -> list[Angle]:
    """All angles in order; of two that overlap the one that starts first, then the one with the clearer marks."""
    found: list[tuple[int, int, Angle]] = []
    for rank, pattern in enumerate((*_FORMS, _LABELLED)):
        angles = (_angle(match) for match in pattern.finditer(text))
        found += [(angle.start, rank, angle) for angle in angles if angle is not None]
    kept: list[Angle] = []
    for start, _, angle in sorted(found, key=lambda one: one[:2]):
        if not kept or start >= kept[-1].end:
            kept.append(angle)
    return kept


def read_angle(text: str) -> Angle | None:
    """The angle that a whole text is, such as a cell whose column tells latitude from longitude; None for none.

    What prose leaves in doubt ("48°", "12 30 N", "48.5 N") is read here, but for numbers side by side without a
    letter or label: "48 28" may be a slip for 48.28. Its ``axis`` is what its letters say.
    """
    for pattern in (*_FORMS, _LABELLED, _LONE):
        match = pattern.fullmatch(text)
        angle = _angle(match, lone=True) if match else None
        if match and angle and (angle.axis or match.groupdict().get("mark") not in {" ", "-"}):
            return angle
    return None


def _angle(match: re.Match[str], *, lone: bool = False) -> Angle | None:
    """An angle in degrees; None where minutes or seconds reach 60, its signs contradict each other, or, unless it
    stands ``lone``, lack.
    """
    said = match.groupdict("")
    letter = (said.get("before") or said.get("after") or "")[:1].upper()
    by_letter = "lat" if letter in {"N", "S"} else "lon" if letter else ""
    by_label = said["label"][:3].lower().replace("lng", "lon")
    degrees, step = read_digits(said["deg"])
    for part, share in (("min", 60), ("sec", 3600)):
        if not said.get(part):
            continue
        value, its_step = read_digits(said[part])
        if value >= 60 or step * share < 59.9:
            return None
        degrees, step = degrees + value / share, its_step / share
    if not lone and said.get("mark") == " " and not said["sec"] and "." not in said["min"]:
        return None  # "12 30 N" is more often a time, an age or a street
    axis = by_letter or by_label
    if (said["sign"] and letter) or (by_letter and by_label and by_letter != by_label):
        return None
    if not lone and not axis and not (said.get("mark", "").strip(" -") and step < _FINE):
        return None
    negative = letter in {"S", "W"} or (said["sign"] != "" and said["sign"] in MINUS)
    return Angle(match.start(), match.end(), -degrees if negative else degrees, step, axis)


def read_digits(digits: str) -> tuple[float, float]:
    """A number and the worth of its last digit."""
    whole = digits.replace(",", ".")
    decimals = len(whole.partition(".")[2])
    return float(whole), 10.0**-decimals
