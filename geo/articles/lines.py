"""Lines and blocks: where a text's layout, rather than its punctuation, ends a sentence.

News copy comes with a paragraph a line, with blank lines between paragraphs, or wrapped at a fixed width (mail,
scraped pages), where a line end means nothing. Everything here is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# U+0085 is no line end here: in news copy it is nearly always Windows-1252's "…" read as Latin-1.
_LINE = re.compile("[^\n\r\x0b\x0c\u2028\u2029]+")
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\u2028]|(\u2029)")
_TERMINAL = frozenset(".!?…。！？｡؟۔।:;\x85")
_CLOSERS = "\"'”’»)]}›」』*_ \t"
_BULLET = re.compile(r"(?:[-–—•*·▪●■►]|\d{1,3}[.)])\s")

_WRAP_SHARE = 5
"""A text is wrapped if one in this many line breaks at least stands within a sentence for certain."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, ``text[start:end]``, white space trimmed; ``gap`` tells of blank lines before it."""

    start: int
    end: int
    gap: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch within which only punctuation ends a sentence, and the paragraph (from 0) that it belongs to."""

    start: int
    end: int
    paragraph: int


def find_lines(text: str) -> list[Line]:
    """The lines of ``text`` that hold anything but white space."""
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        content = match.group()
        bare = content.strip()
        if not bare:
            continue
        start += len(content) - len(content.lstrip())
        end = start + len(bare)
        lines.append(Line(start, end, bool(lines) and _blank_line(text[last:start])))
        last = end
    return lines


def _blank_line(gap: str) -> bool:
    """Whether the white space between two lines holds a blank line or a paragraph separator."""
    if len(gap) < 2 and gap != "\u2029":
        return False
    breaks = 0
    for match in _BREAK.finditer(gap):
        breaks += 2 if match.group(1) else 1
        if breaks > 1:
            return True
    return False


def ends_like_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` ends with a stop, closing quotes and brackets apart."""
    at = end - 1
    while at > start and text[at] in _CLOSERS:
        at -= 1
    return at >= start and text[at] in _TERMINAL


def find_blocks(text: str, lines: list[Line]) -> list[Block]:
    """Joins lines that only a wrap parts; paragraphs go by blank lines if the text is wrapped, else by line."""
    width = _wrap_width(text, lines)
    blank_lines = any(line.gap for line in lines)
    blocks: list[Block] = []
    paragraph = -1
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and not line.gap and _continues(text, before, line, width, blank_lines):
            last = blocks[-1]
            blocks[-1] = Block(last.start, line.end, last.paragraph)
            continue
        if line.gap or before is None or not (width and blank_lines):
            paragraph += 1
        blocks.append(Block(line.start, line.end, paragraph))
    return blocks


def _continues(text: str, before: Line, line: Line, width: int, blank_lines: bool) -> bool:
    """Whether ``line`` goes on with the sentence (or, in a wrapped text with blank lines, the paragraph) before it."""
    if _BULLET.match(text, line.start, line.end):
        return False
    stops = ends_like_a_sentence(text, before.start, before.end)
    if not stops and text[line.start].islower():
        return True
    long_enough = width > 0 and before.end - before.start >= width * 0.7
    return long_enough and (blank_lines or not stops)


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The longest line that a wrap certainly cut, or 0 if the text is not wrapped."""
    breaks = wraps = width = 0
    for before, line in pairwise(lines):
        if line.gap:
            continue
        breaks += 1
        if text[line.start].islower() and not ends_like_a_sentence(text, before.start, before.end):
            wraps += 1
            width = max(width, before.end - before.start)
    wrapped = wraps >= 2 and wraps * _WRAP_SHARE >= breaks and width >= 40
    return width if wrapped else 0
