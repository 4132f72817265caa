"""Splits an article into sentences by rule.

Every character but white space is in exactly one sentence; sentences are in order and trimmed. A stop is looked at
once and with a bounded window around it, so that the cost is linear in the text, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from geo.articles.abbreviations import (
    AFTER_CLOCK,
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    CLOCK,
    MAYBE_LAST,
    MONTHS,
    OPENERS,
    STATES,
)
from geo.articles.lines import Block
from geo.records import Sentence, Span

_CLOSERS = "\"'”’»›)\\]}*_"
# A run of stops with what closes it; the look-behind makes each run be tried once only. The second branch is a stop of
# scripts that put no space after it, the third a stop glued to the next sentence ("… on Monday.Officials said").
_STOP = re.compile(
    rf"(?<![.!?…])[.!?…؟۔।]++[{_CLOSERS}]*+(?=\s)"
    rf"|[。！？｡]++[{_CLOSERS}」』）】]*+"
    rf"|(?<=[a-z][a-z][a-z])[.!?][”\"]?+(?=[A-Z][a-z][a-z ])"
)
_WORD = re.compile(r"[^\W\d_][\w'’\u0300-\u036f]*")
_OPENING = "\"'“‘«‹([{„‚*_¿¡#>"
_DASHES = "-–—―•\x96\x97"
_WINDOW = 24
_GAP = 400
_ALL_LOWER = 0.003
"""Below this share of capitals among its letters, a text is taken to use none."""


def split_sentences(text: str, blocks: Sequence[Block], whole: Iterable[Span] = ()) -> tuple[Sentence, ...]:
    """The sentences of ``text``, block by block; no stop within a span of ``whole`` ends one."""
    kept = sorted((span.start, span.end) for span in whole)
    lower = _uses_no_capitals(text)
    sentences: list[Sentence] = []
    for block in blocks:
        start = block.start
        for match in _STOP.finditer(text, block.start, block.end):
            end = match.end()
            if end >= block.end or any(a < end < b for a, b in kept):
                continue
            if _ends_sentence(text, start, match.start(), end, block.end, lower):
                sentences.append(Sentence(start, end, block.paragraph))
                start = _skip_space(text, end, block.end)
        if start < block.end:
            sentences.append(Sentence(start, block.end, block.paragraph))
    return tuple(sentences)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _uses_no_capitals(text: str) -> bool:
    sample = text[:20_000]
    capitals = sum(map(str.isupper, sample))
    return capitals < len(sample) * _ALL_LOWER and sum(map(str.islower, sample)) > len(sample) // 2


def _ends_sentence(text: str, start: int, stop: int, after: int, end: int, lower: bool) -> bool:
    """Whether the stop at ``text[stop:after]``, in a sentence that begins at ``start``, ends it."""
    mark = text[stop]
    if mark in "。！？｡؟۔।":
        return True
    at = _skip_space(text, after, min(end, after + _GAP))
    if at >= end or at == after + _GAP:
        return True
    if at == after and mark == "." and _looks_like_a_host(text, stop, after):
        return False
    opening, quoted = at, False
    while at < end and at < opening + 4 and text[at] in _OPENING:
        quoted = quoted or text[at] not in "([{"
        at += 1
    if at < end and text[at] in _DASHES:
        return _capital_after_dash(text, at, end) and not _abbreviation(text, start, stop)
    follows = text[at] if at < end else ""
    if follows.islower() and not lower:
        return False
    run = text[stop:after]
    if "…" in run or ".." in run:
        return follows.isalnum() or at > opening
    if mark != ".":
        return True
    if not follows.isalnum() and at == opening:
        return False
    word = _WORD.match(text, at, min(end, at + _WINDOW))
    return _full_stop_ends(text, start, stop, word.group() if word else follows, quoted)


def _looks_like_a_host(text: str, stop: int, after: int) -> bool:
    """Whether a stop without a space after it may belong to an address or a file name."""
    left = text[max(0, stop - _WINDOW) : stop].split()
    right = text[after : after + _WINDOW].split()
    around = (left[-1] if left else "") + " " + (right[0] if right else "")
    return any(sign in around for sign in "./@_:") or right[:1] in (["Com"], ["Net"], ["Org"])


def _capital_after_dash(text: str, at: int, end: int) -> bool:
    while at < end and (text[at] in _DASHES or text[at].isspace()):
        at += 1
    return at < end and (text[at].isupper() or text[at].isdigit())


def _token_before(text: str, start: int, stop: int) -> str:
    """The word that ends at ``stop``, inner full stops included, lower case: ``u.s``, ``gen``."""
    at = stop
    low = max(start, stop - _WINDOW)
    while at > low and (text[at - 1].isalnum() or text[at - 1] in ".'’-&"):
        at -= 1
    return text[at:stop].lstrip(".'’-&").rpartition("-")[2].casefold()


def _abbreviation(text: str, start: int, stop: int) -> bool:
    token = _token_before(text, start, stop)
    known = token in BEFORE_NAMES or token in MAYBE_LAST or token in CLOCK or token in MONTHS
    return known or (len(token) == 1 and token.isalpha())


def _full_stop_ends(text: str, start: int, stop: int, follows: str, quoted: bool) -> bool:
    """Whether a single full stop ends a sentence, given the word before and the word after it."""
    token = _token_before(text, start, stop)
    if not token:
        return True
    word = follows.casefold()
    number = follows[:1].isdigit()
    opens = (word in OPENERS and len(follows) > 1) or follows in {"A", "I"} or quoted
    if token.isdigit() and stop - start <= 3:
        return False  # "1. Item": the number of a list line
    if token in BEFORE_NAMES:
        return False
    if token in MONTHS or token in BEFORE_NUMBERS:
        return not number
    if token in CLOCK:
        return word not in AFTER_CLOCK and not number
    if token in MAYBE_LAST:
        # Within a sentence a comma would follow a state: "in Lumpkin, Ga., on".
        return opens or (token in STATES and _after_comma(text, start, stop - len(token)))
    if len(token) == 1 and token.isalpha():
        return _initial_ends(text, start, stop, opens)
    if "." in token and all(len(part) <= 2 and part.isalpha() for part in token.split(".")):
        return opens  # "U.N.H.C.R.", "J.K."
    return True


def _after_comma(text: str, start: int, at: int) -> bool:
    return at - 2 > start and text[at - 2 : at] == ", "


def _initial_ends(text: str, start: int, stop: int, opens: bool) -> bool:
    """After a single letter: "John F. Kennedy" goes on, "Plan B. The" and "vitamin c. Then" do not."""
    if stop - 1 == start or text[stop - 1].isupper():
        return opens and stop - 1 > start
    return True
