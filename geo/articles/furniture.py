"""What stands around an article's prose: headline, byline, date, publisher, dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.articles.abbreviations import words
from geo.articles.byline import Byline, byline_before_date, byline_line, signature
from geo.articles.dateline import Dateline, agency_tag, find_dateline
from geo.articles.dateline_words import AGENCIES
from geo.articles.dates import DAY_OF_MONTH, to_iso
from geo.articles.lines import Block, Line, ends_like_a_sentence
from geo.articles.sentences import split_sentences
from geo.records import Span

_CUT_SHORT = words(
    "a an the of in on at to for from with by and or but as that which who is was were are its his her their"
)
_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:[ \t]*(?i:[ap]\.?m\b\.?))?(?:[ \t]*\(?(?:GMT|UTC|[A-Z]{2,4}T)\b\)?)?"
_STAMP = re.compile(
    r"(?P<word>(?:[A-Z][\w.'’-]*[ \t]+){0,4}?(?i:(?:last|first)[ \t]+)?"
    r"(?i:date|dated|published|updated|posted|publication[ \t]+date)\b"
    rf"(?:[ \t]*:)?(?:[ \t]+(?:on|at))?(?:[ \t]+{_TIME},?)?(?:[ \t]+on)?[ \t]+)?"
    r"(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?\.?,?[ \t]+)?"
    r"(?P<date>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d{1,2}[/.]\d{1,2}[/.]\d{4}"
    rf"|(?i:{DAY_OF_MONTH}))"
    rf"(?:[ \t]*(?:,|at|\||-|–|—)?[ \t]*{_TIME})?"
    r"(?![ \t]*[^\W\d_A-Z]|,)"
)
_AGENCY_LEAD = re.compile(r"\(([^()\n]{2,40})\)\s*(?:[—–\x96\x97]|--+|-(?=\s)|:)\s*")
_AGENCY_END = re.compile(r"[(\[]([^()\[\]\n]{2,40})[)\]]\.?$")
_SOURCE_LINE = re.compile(r"(?i:source|agency|publisher|publication)[ \t]*:[ \t]*(?P<name>\S[^\n]{0,60})$")
_URL_LINE = re.compile(r"(?:https?://|www\.)\S+$")
_LIST_MARK = re.compile(r"(?:[-–—•*·▪■]|\d{1,3}[.)])\s")
_HEAD_STEPS = 8
_HEAD_LINES = 8
_FOOT_LINES = 4
_LONGEST_HEADLINE = 180
_LONGEST_OF_TWO = 100
"""A headline of more than one sentence is at most this long."""


@dataclass(slots=True)
class Furniture:
    """What was found around the prose. ``edges`` are offsets at which a sentence begins or ends whatever its stops;
    ``prose`` is where the story itself begins, its dateline left out."""

    headline: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    author: str | None = None
    date: str | None = None
    publisher: str | None = None
    prose: int = 0
    edges: list[int] = field(default_factory=list)


def find_furniture(text: str, lines: Sequence[Line], title: str | None) -> Furniture:
    """Finds the furniture of ``text``; ``title`` is the headline as the source gives it, which the text may repeat."""
    found = Furniture()
    if not lines:
        return found
    at = _read_headline(text, lines, title, found)
    _read_head(text, lines, at, found)
    _read_foot(text, lines, found)
    return found


def _read_headline(text: str, lines: Sequence[Line], title: str | None, found: Furniture) -> int:
    """Finds the headline; the offset after it, or that of the first line."""
    start = lines[0].start
    if title and (end := _repeats(text, start, title)):
        found.headline = Span(start, end)
        after = re.compile(r"[ \t]*[.!?]?(?=\s|$)").match(text, end)
        found.edges.append(after.end() if after else end)
        return found.edges[-1]
    for index, line in enumerate(lines[:4]):
        if _is_furniture_line(text, line):
            continue
        if title is None:
            if _kicker(text, lines, index):
                found.edges.append(line.end)
                continue
            if _looks_like_headline(text, lines, index):
                found.headline = Span(line.start, line.end)
                found.edges += [line.start, line.end]
                if index:
                    _read_lines(text, lines[:index], found)
                return line.end
        break
    return start


def _repeats(text: str, start: int, title: str) -> int | None:
    """Where ``title`` ends in ``text`` if the text opens with it, white space and case apart."""
    at = start
    words = title.split()
    for word in words:
        if text[at : at + len(word)].casefold() != word.casefold():
            return None
        at += len(word)
        rest = re.compile(r"\s*").match(text, at)
        last, at = at, rest.end() if rest else at
    goes_on = words and text[last : last + 1].isalnum()
    return None if not words or goes_on else last


def _is_furniture_line(text: str, line: Line) -> bool:
    content = text[line.start : line.end]
    if len(content) > _LONGEST_HEADLINE:
        return False
    stamped = _STAMP.fullmatch(content)
    return bool(
        stamped
        or _URL_LINE.match(content)
        or _SOURCE_LINE.match(content)
        or byline_line(text, line.start, line.end)
    )


def _kicker(text: str, lines: Sequence[Line], index: int) -> bool:
    """A section's name ("WORLD NEWS") above the headline."""
    line = lines[index]
    short = line.end - line.start <= 24 and len(text[line.start : line.end].split()) <= 2
    return short and index + 2 < len(lines) and _looks_like_headline(text, lines, index + 1)


def _looks_like_headline(text: str, lines: Sequence[Line], index: int) -> bool:
    """A short line that no stop ends, with prose after it that does not continue it."""
    line = lines[index]
    size = line.end - line.start
    content = text[line.start : line.end]
    if not 3 <= size <= _LONGEST_HEADLINE or _LIST_MARK.match(content) or content[0].islower():
        return False
    bare = content.rstrip("\"'”’)»")
    if content[-1] in ",;:-–—" or (bare.endswith((".", "。")) and not _ends_in_abbreviation(bare)):
        return False
    if content.split()[-1].casefold() in _CUT_SHORT:
        return False
    if size > _LONGEST_OF_TWO and len(split_sentences(content, [Block(0, size, 0)])) > 1:
        return False
    if find_dateline(text, line.start) is not None:
        return False
    rest = [after for after in lines[index + 1 : index + 10] if not _is_furniture_line(text, after)]
    if not rest or (text[rest[0].start].islower() and not rest[0].gap):
        return False
    return any(_is_prose(text, after, size) for after in rest[:4])


def _ends_in_abbreviation(content: str) -> bool:
    last = (content.split() or [""])[-1]
    return "." in last[:-1] and len(last) <= 6


def _is_prose(text: str, line: Line, headline_size: int) -> bool:
    size = line.end - line.start
    stops = ends_like_a_sentence(text, line.start, line.end)
    return (stops and size >= 30) or size > max(120, headline_size)


def _read_lines(text: str, lines: Sequence[Line], found: Furniture) -> None:
    """Takes bylines, dates and sources from lines that are nothing else."""
    for line in lines:
        content = text[line.start : min(line.end, line.start + 200)]
        if byline := byline_line(text, line.start, line.end):
            _keep_byline(byline, found)
        elif stamp := _STAMP.fullmatch(content):
            found.date = found.date or to_iso(stamp["date"])
        elif (source := _SOURCE_LINE.fullmatch(content)) and source["name"].casefold().strip(
            " ."
        ) in AGENCIES:
            found.publisher = found.publisher or source["name"].strip(" .")
        else:
            continue
        found.edges += [line.start, line.end]


def _keep_byline(byline: Byline, found: Furniture) -> None:
    found.byline = found.byline or byline.span
    found.author = found.author or byline.author
    found.publisher = found.publisher or byline.agency
    found.edges += [byline.span.start, byline.span.end]


def _read_head(text: str, lines: Sequence[Line], at: int, found: Furniture) -> None:
    """Reads on from ``at`` as long as there is furniture; the last piece is the dateline."""
    line_ends = {line.start: line.end for line in lines[: _HEAD_LINES + 1]}
    for _ in range(_HEAD_STEPS):
        at = _skip(text, at)
        found.prose = at
        line_end = line_ends.get(at, 0)
        if dateline := find_dateline(text, at):
            _keep_dateline(dateline, found)
            return
        if lead := _AGENCY_LEAD.match(text, at, at + 60):
            if agency := agency_tag(lead[1]):
                found.publisher = found.publisher or agency
                found.prose = lead.end()
            return
        byline = byline_line(text, at, line_end) or byline_before_date(text, at)
        stamp = _STAMP.match(text, at, at + 120)
        if byline:
            _keep_byline(byline, found)
            at = byline.span.end
        elif stamp and (stamp["word"] or stamp.end() == line_end) and (iso := to_iso(stamp["date"])):
            found.date = found.date or iso
            found.edges += [at, stamp.end()]
            at = stamp.end()
        elif stamp and found.byline and found.byline.end >= at - 4 and (iso := to_iso(stamp["date"])):
            found.date = found.date or iso
            at = stamp.end()
            found.edges.append(at)
        elif line_end and (_URL_LINE.match(text, at, line_end) or _SOURCE_LINE.match(text, at, line_end)):
            _read_lines(text, [Line(at, line_end, False)], found)
            at = line_end
        else:
            break
    _late_dateline(text, lines, found)


def _late_dateline(text: str, lines: Sequence[Line], found: Furniture) -> None:
    """A dateline below a standfirst or a caption counts only if its form leaves no doubt."""
    for line in [line for line in lines[:_HEAD_LINES] if line.start > found.prose][:3]:
        dateline = find_dateline(text, line.start)
        if dateline and dateline.strong:
            found.edges.append(line.start)
            _keep_dateline(dateline, found, move=False)
            return


def _keep_dateline(dateline: Dateline, found: Furniture, *, move: bool = True) -> None:
    found.dateline = dateline.span
    found.date = found.date or dateline.date
    found.publisher = dateline.agency or found.publisher
    if move:
        found.edges.append(dateline.span.start)
        found.prose = dateline.span.end


def _skip(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in ".|•·*_#" or text[at] == "\ufeff"):
        at += 1
    return at


def _read_foot(text: str, lines: Sequence[Line], found: Furniture) -> None:
    """Looks for a byline and an agency's tag in the last lines."""
    foot = [line for line in lines[-_FOOT_LINES:] if line.start >= found.prose]
    for line in reversed(foot):
        if found.byline is None and (byline := byline_line(text, line.start, line.end)):
            _keep_byline(byline, found)
            break
    if found.byline is None and foot and (byline := signature(text, foot[-1].start, foot[-1].end)):
        _keep_byline(byline, found)
    for line in reversed(foot):
        low = max(line.start, line.end - 60)
        if found.publisher is None and (tag := _AGENCY_END.search(text[low : line.end])):
            found.publisher = agency_tag(tag[1])
        source = _SOURCE_LINE.match(text, line.start, min(line.end, line.start + 90))
        if found.publisher is None and source and source["name"].strip(" .").casefold() in AGENCIES:
            found.publisher = source["name"].strip(" .")
