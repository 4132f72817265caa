"""The dateline: where a story was filed, when, and which agency sent it.

Known forms, each at the head of a story: ``KYIV, Ukraine (AP) —``, ``LONDON — ``, ``WASHINGTON, D.C. (Reuters) -``,
``Pyongyang [North Korea], July 2 (ANI):``, ``BEIRUT/GAZA, Nov 3 (Reuters) -``, ``NEW DELHI: ``,
``SEOUL, Aug. 5 (Yonhap) --``, ``MOSCOW, July 2. /TASS/.``, ``Paris, le 2 juillet (AFP) –``,
``(NEW YORK) — ``, ``DETROIT The …``.
What stands before the separator is taken apart from its right end: agency, date, country, then the places, which must
be all that is left. A form with little to show for itself (no agency, no date, no capitals) needs a city or country
that is known to stand in datelines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.articles.abbreviations import OPENERS
from geo.articles.dateline_words import AGENCIES, CITIES, GO_ON, LABELS, PARTICLES, REGIONS
from geo.articles.dates import DAY_OF_MONTH, to_iso
from geo.records import Span

_LONGEST = 130
_LINE_END = re.compile("[\n\r\x0b\x0c\u2028\u2029]")
# Dashes that a wrong decoding has mangled are dashes still.
_SEPARATOR = re.compile(
    "(?P<dash>\\s*(?:[—–―‒\x96\x97\ufffd]+|â\\s?€?[”“]|--+)|\\s+[-”](?=\\s)|(?<=[A-Z.)])-(?=\\s)|\\s\\|(?=\\s))"
    "|(?P<colon>\\s?:(?=\\s)|(?<=\\)):)"
    "|(?P<tag>[)/]\\.?(?=\\s+[\"“‘']?[A-Z0-9]))"
)
_BRACKET = re.compile(r"[,.]?\s*(?:\(([^()]{1,40})\)|/([^/\s][^/]{0,38})/)\.?$")
_COUNTRY = re.compile(r",?\s*\[([^\[\]]{2,40})\]$")
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_DATE = re.compile(
    rf"(?:[,.]\s*|\s+){_WEEKDAY}({DAY_OF_MONTH}|\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{4}})[.,]?$",
    re.IGNORECASE,
)
_BARE_AGENCY = re.compile(r"[,.]\s*([A-Z][\w/ -]{1,30})\.?$")
_PARTS = re.compile(r"\s*[,/]\s*|\s+(?:and|AND|et|y|und|&)\s+")
_WORD = re.compile(r"[^\W\d_][\w'’.\u0300-\u036f-]*\Z")
_RUN_ON = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, (?P<region>[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?))?)"
    r"\s+(?P<next>[A-Z][a-z]*)\b(?! [a-z]+s\b)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's span, from the place's first letter to its separator, with the date (ISO) and agency in it."""

    span: Span
    date: str | None = None
    agency: str | None = None
    strong: bool = False


def find_dateline(text: str, at: int) -> Dateline | None:
    """The dateline that begins at ``text[at]``, if one does."""
    head = text[at : at + _LONGEST + 1]
    if line_end := _LINE_END.search(head):
        head = head[: line_end.start()]
    for separator in _SEPARATOR.finditer(head, 2):
        end = separator.end()
        kind = separator.lastgroup or ""
        found = _parse(head[: end if kind == "tag" else separator.start()], kind, head[end:])
        if found:
            strong, date, agency = found
            return Dateline(Span(at, at + end), date, agency, strong)
        if kind != "tag":
            break
    else:
        if line_end and (found := _parse(head, "line")):
            return Dateline(Span(at, at + len(head.rstrip())), found[1], found[2], found[0])
    return _run_on(head, at)


def agency_tag(tag: str) -> str | None:
    """``tag`` if it names a news agency or looks like an outlet's short name ("ANI", "ABC7"), else None."""
    tag = tag.strip()
    if tag.casefold() in AGENCIES:
        return tag
    short = 2 <= len(tag) <= 8 and tag.isalnum() and tag.isupper() and tag.casefold() not in LABELS
    return tag if short and sum(map(str.isalpha, tag)) >= 2 else None


def _parse(prefix: str, kind: str, after: str = "") -> tuple[bool, str | None, str | None] | None:
    """Takes ``prefix`` apart; whether it is beyond doubt, its date and agency, or None if it is no dateline."""
    rest = prefix.rstrip()
    agency = date = None
    dated = False
    for _ in range(3):
        if match := _BRACKET.search(rest):
            inside = match[1] or match[2]
            if _DATE.fullmatch(", " + inside):
                date, dated = to_iso(inside) or date, True
            elif name := agency_tag(inside) or _outlet(inside):
                agency = agency or name
            else:
                break
        elif match := _DATE.search(rest):
            date, dated = to_iso(match[1]) or date, True
        elif (match := _BARE_AGENCY.search(rest)) and match[1].strip().casefold() in AGENCIES - REGIONS:
            agency = agency or match[1].strip()
        else:
            break
        rest = rest[: match.start()].rstrip()
    country = _COUNTRY.search(rest)
    if country:
        rest = rest[: country.start()]
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1]
    form = _judge(rest.strip(" ,"), kind, after, marked=agency is not None or dated, country=bool(country))
    return None if form is None else (form, date, agency)


def _outlet(tag: str) -> str | None:
    """A longer name in brackets, such as "Globe Newswire": every word capitalised, not a region's name."""
    words = tag.split()
    named = 1 <= len(words) <= 4 and all(word[0].isupper() and _WORD.match(word) for word in words)
    return tag.strip() if named and tag.casefold() not in REGIONS else None


def _judge(places: str, kind: str, after: str, *, marked: bool, country: bool) -> bool | None:
    """Whether a form that names ``places`` is a dateline for certain (True), likely (False) or not at all (None).

    ``marked`` says that an agency or a date stood with them, ``country`` that a country in brackets did.
    """
    parts = [part for part in _PARTS.split(places.rstrip(".")) if part]
    if not parts or len(parts) > 4 or not all(map(_is_name, parts)):
        return None
    first = parts[0]
    capitals = first.isupper() and sum(map(str.isalpha, first)) >= 3
    known = _key(first) in CITIES
    placed = len(parts) > 1 and not REGIONS.isdisjoint((_key(parts[-1]), _key(places.rpartition(",")[2])))
    shown = capitals or known or placed or country
    if kind in {"tag", "line"}:
        accepted = marked and shown
    elif kind == "colon":
        accepted = marked or country or (known and len(parts) <= 2) or (placed and capitals)
    else:
        opens = len(parts) == 1 and len(first.split()) <= 2 and _opens_sentence(after)
        accepted = marked or shown or opens
    strong = (marked and shown) or (capitals and placed)
    return strong if accepted else None


def _opens_sentence(after: str) -> bool:
    word = after.split(maxsplit=1)[:1]
    return bool(word) and word[0][0].isupper() and word[0].casefold() in OPENERS


def _key(name: str) -> str:
    return name.strip().replace("’", "'").casefold()


def _is_name(part: str) -> bool:
    """Whether every word of ``part`` may stand in a place's name, none of them a label."""
    words = part.replace("-", " - ").split()
    words = [word for word in words if word != "-"]
    if not words or len(words) > 6 or not words[0][0].isupper():
        return False
    for word in words:
        folded = word.casefold()
        if folded.strip(".") in LABELS or not _WORD.match(word):
            return False
        if not word[0].isupper() and folded not in PARTICLES:
            return False
    return True


def _run_on(head: str, at: int) -> Dateline | None:
    """The form without a separator, "AUSTIN, Texas A white …": capitals, a known name, and a word that begins a
    sentence rather than an institution's name ("LONDON Mayor …")."""
    match = _RUN_ON.match(head)
    if not match or match["next"].casefold() in GO_ON:
        return None
    city = match["place"].partition(",")[0]
    known = _key(city) in CITIES or (match["region"] and _key(match["region"]) in REGIONS)
    return Dateline(Span(at, at + match.end("place"))) if known and _is_name(city) else None
