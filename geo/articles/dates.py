"""Dates as news and metadata write them, to ISO 8601.

A numeric date whose day and month cannot be told apart ("03/04/2025") gives its year only: better less than wrong.
"""

from __future__ import annotations

import datetime
import re

_NAMES = {
    1: "january jan janvier janv enero ene januar jänner gennaio janeiro января",
    2: "february feb février fevrier févr febrero februar febbraio fevereiro февраля",
    3: "march mar mars marzo märz maerz março marco марта",
    4: "april apr avril avr abril abr aprile апреля",
    5: "may mai mayo maggio maio мая",
    6: "june jun juin junio juni giugno junho июня",
    7: "july jul juillet juil julio juli luglio julho июля",
    8: "august aug août aout agosto ago августа",
    9: "september sep sept septembre septiembre settembre setembro сентября",
    10: "october oct octobre octubre oktober okt ottobre outubro октября",
    11: "november nov novembre noviembre novembro ноября",
    12: "december dec décembre decembre diciembre dezember dez dicembre dezembro декабря",
}
MONTHS = {name: number for number, names in _NAMES.items() for name in names.split()}
"""Names of months, lower case, in the languages whose dates turn up in news metadata."""

_ENGLISH = "|".join(
    sorted({n for names in _NAMES.values() for n in names.split()[:2]} | {"sept"}, key=len, reverse=True)
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_OF_MONTH = (
    rf"(?:(?:le\s+|am\s+|el\s+)?\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?(?:{_MONTH})\b\.?"
    rf"|(?:{_ENGLISH})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b)(?:,?\s+(?:de\s+)?\d{{4}}\b)?"
)
"""A day and a month, the year optional, in either order; to be compiled without regard to case."""

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?=$|[^\d-])")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T\d.*)?$")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[/.年]\s?(\d{1,2})\s?[/.月]\s?(\d{1,2})(?!\d)")
_YEAR_THEN_NAME = re.compile(rf"(?<!\d)(\d{{4}})\s+({_MONTH})\b\.?\s+(\d{{1,2}})(?!\d)", re.IGNORECASE)
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:of\s+|de\s+)?({_MONTH})\b\.?,?"
    r"[\s-]+(?:de\s+)?(\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(\d{{4}})(?!\d)", re.IGNORECASE
)
_CTIME = re.compile(
    rf"\b({_MONTH})\s+(\d{{1,2}})\s+\d\d:\d\d(?::\d\d)?(?:\s+[A-Z]{{2,5}})?\s+(\d{{4}})(?!\d)", re.IGNORECASE
)
_MONTH_AND_YEAR = re.compile(rf"\b({_MONTH})\b\.?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"^\s*(\d{4})\s*$")
_LONGEST = 200


def to_iso(written: str) -> str | None:
    """The first date in ``written`` as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; None if it holds no whole date.

    Times of day and time zones are dropped: the day is the day as written.
    """
    written = written[:_LONGEST].strip()
    if match := _ISO.search(written):
        return _iso(match[1], match[2], match[3])
    if match := _COMPACT.match(written) or _YEAR_FIRST.search(written):
        return _iso(match[1], match[2], match[3])
    if match := _YEAR_THEN_NAME.search(written):
        return _iso(match[1], MONTHS[match[2].lower()], match[3])
    if match := _DAY_FIRST.search(written):
        return _iso(match[3], MONTHS[match[2].lower()], match[1])
    if match := _MONTH_FIRST.search(written) or _CTIME.search(written):
        return _iso(match[3], MONTHS[match[1].lower()], match[2])
    if match := _YEAR_LAST.search(written):
        return _numeric(match[1], match[3], match[4], dotted=match[2] == ".")
    if match := _MONTH_AND_YEAR.search(written):
        return _iso(match[2], MONTHS[match[1].lower()], None)
    if match := _YEAR.match(written):
        return _iso(match[1], None, None)
    return None


def _iso(year: int | str, month: int | str | None, day: int | str | None) -> str | None:
    y, m, d = int(year), int(month or 1), int(day or 1)
    if not 1000 <= y <= 2999:
        return None
    try:
        whole = datetime.date(y, m, d).isoformat()
    except ValueError:
        return None
    return whole[: 10 if day else 7 if month else 4]


def _numeric(first: str, second: str, year: str, *, dotted: bool) -> str | None:
    """Day and month by which of the two can be a month; with dots the day is first, as on the Continent."""
    a, b = int(first), int(second)
    if dotted or a > 12 or a == b:
        return _iso(year, b, a)
    if b > 12:
        return _iso(year, a, b)
    return _iso(year, None, None) if a and b else None
