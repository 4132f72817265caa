"""Bylines: who wrote an article, at its head or its foot.

Known forms: a line ``By Anna Name``, ``By A. Name and B. Name, Reuters``, ``A. Name, Staff Writer``; before a date in
running copy, ``BY ANNA NAME Post Reporter March 15, 2009``; at the foot ``— A. Name``, ``(Reporting by A. Name; …)``,
``(A. Name/PNA)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.articles.abbreviations import words
from geo.articles.dateline import agency_tag
from geo.articles.dateline_words import AGENCIES
from geo.articles.dates import DAY_OF_MONTH
from geo.records import Span

_LONGEST = 160
_PART = r"[^\W\d_][\w'’.\u0300-\u036f-]*"
_INNER = r"(?:de|da|di|del|della|der|den|van|von|la|le|al|el|bin|ibn|y|e|dos|du|ten|ter|zu)"
_NAME = rf"(?:{_PART}|{_INNER})(?:[ \t]+(?:{_PART})){{1,4}}"
_NAMES = rf"{_NAME}(?:(?:,[ \t]*|,?[ \t]+(?:and|AND|&|y|et|und)[ \t]+){_NAME}){{0,3}}"
_JOB = r"(?:reporters?|correspondents?|writers?|editors?|columnists?|journalists?|bureau|contributors?|staff)"
_BY = re.compile(
    r"(?:(?i:(?:words|story|report|reported|written|posted|published|analysis|opinion)[ \t]+)?(?:By|BY|by)[ \t]*:?"
    rf"|Par|Von|Por|Author:|Byline:)[ \t]+(?P<names>{_NAMES})"
    r"(?P<rest>[ \t]*(?:$|[,|/–—·•(-].*))",
)
_WITH_JOB = re.compile(
    rf"(?P<names>{_NAMES})[ \t]*[,|–—-][ \t]*(?P<rest>[^.!?]{{0,60}}\b{_JOB}\b[^.!?]{{0,40}})$", re.IGNORECASE
)
_BEFORE_DATE = re.compile(
    rf"(?:By|BY)[ \t]+(?P<words>{_PART}(?:[ \t,]+(?:{_PART})){{1,8}}?)[ \t,|•·–—-]+"
    rf"(?=(?:date[ \t:]+|(?i:published|updated|posted)[ \t:]+)?(?:(?i:{DAY_OF_MONTH})"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4}))"
)
_SIGNED = re.compile(rf"(?:[—–\x97]|--?)[ \t]*(?P<names>{_NAME})\.?$")
_REPORTING = re.compile(
    rf"\((?:Additional )?(?:Reporting|Writing)(?: and writing)? by (?P<names>{_NAMES})[^()]{{0,400}}\)?$"
)
_NAME_AND_AGENCY = re.compile(rf"\((?P<names>{_NAME})/(?P<agency>[A-Z][\w ]{{1,20}})\)$")
_NOT_NAMES = words("""
    the a an this that these those his her its our their all no not at in on to for of from with monday tuesday
    wednesday
    thursday friday saturday sunday january february march april june july august september october november december
    """)


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline's span, the names in it as written, and the agency or outlet it names."""

    span: Span
    author: str
    agency: str | None = None


def byline_line(text: str, start: int, end: int) -> Byline | None:
    """The byline that the whole line ``text[start:end]`` is, if it is one."""
    if end - start > _LONGEST:
        return None
    line = text[start:end]
    bare = line.strip("*_[]() \t")
    for pattern in (_BY, _WITH_JOB):
        match = pattern.fullmatch(bare)
        if match and _are_names(match["names"]):
            return Byline(Span(start, end), _tidy(match["names"]), _agency_in(match["rest"]))
    return None


def byline_before_date(text: str, at: int) -> Byline | None:
    """The byline in running copy that begins at ``text[at]`` and ends before a date."""
    match = _BEFORE_DATE.match(text[at : at + _LONGEST])
    if not match or not _are_names(match["words"]):
        return None
    words = match["words"].replace(",", " ").split()
    capitals = [word for word in words if word.isupper()]
    # "BY RUSS ZIMMER Advocate Reporter": capitals set the name off from the post.
    mixed = len(words) > len(capitals) >= 2 and words[: len(capitals)] == capitals
    names = capitals if mixed else re.split(rf"(?i)\b{_JOB}\b", " ".join(words))[0].split()[:4]
    return Byline(Span(at, at + match.end("words")), _tidy(" ".join(names)))


def signature(text: str, start: int, end: int) -> Byline | None:
    """The signature that ends the article's last line ``text[start:end]``, if one does."""
    low = max(start, end - 500)
    tail = text[low:end]
    for opening, pattern in (("(", _REPORTING), ("(", _NAME_AND_AGENCY)):
        at = tail.rfind(opening)
        match = pattern.match(tail, at) if at >= 0 else None
        if match and _are_names(match["names"]):
            agency = match.groupdict().get("agency")
            return Byline(Span(low + at, end), _tidy(match["names"]), agency and agency_tag(agency))
    at = max(tail.rfind(dash) for dash in ("—", "–", "--", "\x97"))
    match = _SIGNED.match(tail, at) if at > 0 and len(tail) - at < 60 else None
    after_stop = at > 0 and tail[:at].rstrip().endswith((".", "!", "?", '"', "”", ")"))
    if match and after_stop and _are_names(match["names"]):
        return Byline(Span(low + at, end), _tidy(match["names"]))
    return None


def _are_names(names: str) -> bool:
    """Whether each word is capitalised, particles apart, and none is a word that names have not."""
    words = re.split(r"[\s,&]+", names.strip(" ,&"))
    for word in words:
        if word.casefold().strip(".") in _NOT_NAMES:
            return False
        if not word[:1].isupper() and not re.fullmatch(rf"{_INNER}|and|et|und", word):
            return False
    return len(words) >= 2


def _agency_in(rest: str) -> str | None:
    for part in re.split(r"[,|/–—·•()]|\s-\s|\bfor\b", rest or ""):
        if part.strip().casefold() in AGENCIES:
            return part.strip()
    return None


def _tidy(names: str) -> str:
    return re.sub(r"\s+", " ", names).strip(" ,.|-–—")
