"""What kind the words around a name say it is of: "Kursk region", "the city of York", "lakes Michigan and Huron"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.gazetteer.kinds import KINDS
from geo.records import Mention

COMMA = re.compile(r"\s*,\s*$")
JOINED = re.compile(r"\s*,?\s*(?:and|or|&)\s*(?:the )?$")
"""What parts the names of a list."""
# Type words that, beside a name, do not say what the name itself is ("the Boston area", "the Ukraine capital").
_NO_KIND_AFTER_TEXT = """
area areas capital zone plant road street range pass sound plain center co metropolis downtown quarter base
mine waters country nation coast corridor crossing checkpoint states cities towns villages
"""
_NO_KIND_AFTER = frozenset(_NO_KIND_AFTER_TEXT.split())
_NO_KIND_OF_TEXT = """
capital area zone coast plain plant pass range quarter base waters division
"""
_NO_KIND_OF = frozenset(_NO_KIND_OF_TEXT.split())
_DIVISIONS = frozenset(("oblasts", "provinces", "governorates", "regions", "districts", "counties"))
_PLURALS = frozenset(word for word in KINDS if word.endswith("s")) - {
    "barracks",
    "metropolis",
    "pass",
    "waters",
}
_STATES = " states"
"""After a list; after one name it is "Gulf states"."""
_HEAD_REACH = 60
"""Characters before a list's first name in which its kind may stand."""
_BEFORE_BARE_TEXT = """
city town village township hamlet settlement river lake mount island suburb
"""
_BEFORE_BARE = frozenset(_BEFORE_BARE_TEXT.split())
_AFTER = re.compile(r"[ -]([A-Za-z]+)(?: ([A-Za-z]+))?(?: ([A-Za-z]+))?")
_OF = re.compile(r"([A-Za-z]+)(?: ([A-Za-z]+))? of (?:the )?$")
_BARE = re.compile(r"([a-z]+) $")
# What leads to a list: "the regions of X and Y", "lakes X and Y", "four regions of Ukraine: X", "cities such as X".
_MANY = re.compile(
    r"\b([A-Za-z]+)(?: of(?: [A-Za-z]+){1,4}?)?"
    r"(?:\s*[:(–—]\s*| - |,? (?:such as|including|like|namely|among them) | of | )(?:the )?$"
)
_CAPITAL = re.compile(r"\bcapital,?(?: city)?,? $")
_BETWEEN_TEXT = """
military naval air international nuclear autonomous federal administrative border
"""
_BETWEEN = frozenset(_BETWEEN_TEXT.split())


def kinds_said(
    text: str, mentions: Sequence[Mention], gaps: Sequence[str | None], listed: set[int]
) -> list[str]:
    """The type word that the text says of each mention, "" for none; ``gaps`` part neighbours, ``listed`` are the
    numbers of those that only part a list (``in_lists``).

    A plural one belongs to each name of its list: "Homs and Aleppo governorates", "lakes Michigan and Huron", "four
    regions of Ukraine: Donetsk and Luhansk". It may be a part of the last name, as "Governorates" is, but not of one
    like the United States.
    """
    said = [_beside(text, mention) for mention in mentions]
    for number in range(len(gaps) - 1, -1, -1):
        gap, kind = gaps[number], said[number + 1]
        ending = mentions[number + 1].text.rpartition(" ")[2].lower()
        kind = kind or (ending if ending in _DIVISIONS else "")
        if gap is not None and JOINED.fullmatch(gap) and text.startswith(_STATES, mentions[number + 1].end):
            kind = said[number + 1] = "states"
        tied = gap is not None and (JOINED.fullmatch(gap) or COMMA.fullmatch(gap))
        if tied and kind.endswith("s") and not said[number]:
            said[number] = kind
    for first, mention in enumerate(mentions):
        kind, last = _ahead(text, mention), _last_of_list(first, gaps, listed)
        if kind and last > first:
            for number in range(first, last + 1):
                said[number] = said[number] or kind
    return said


def in_lists(gaps: Sequence[str | None]) -> set[int]:
    """Numbers of the gaps whose comma only parts the names of a list that ends in "and" or "or".

    In a list of pairs ("Moscow, Idaho, and Paris, Texas") every other one does.
    """
    found: set[int] = set()
    run: list[int] = []
    for number, gap in enumerate(gaps):
        if gap is not None and COMMA.fullmatch(gap):
            run.append(number)
            continue
        if gap is not None and JOINED.fullmatch(gap):
            onward = gaps[number + 1] if number + 1 < len(gaps) else None
            of_pairs = len(run) % 2 == 1 and onward is not None and COMMA.fullmatch(onward)
            found.update(run[1::2] if of_pairs else run)
        run = []
    return found


def _beside(text: str, mention: Mention) -> str:
    """The type word after the name ("Kursk region"), before it with "of" ("the city of X") or bare ("river X")."""
    if mention.kind != "name":
        return ""
    if after := _AFTER.match(text, mention.end, mention.end + 60):
        words = [word.lower() for word in after.groups() if word]
        for begin in (0, 1):
            for size in range(len(words) - begin, 0, -1):
                phrase = " ".join(words[begin : begin + size])
                if phrase in KINDS and phrase not in _NO_KIND_AFTER and (begin == 0 or words[0] in _BETWEEN):
                    return phrase
    before = text[max(0, mention.start - 40) : mention.start]
    if of := _OF.search(before):
        words = [word.lower() for word in of.groups() if word]
        for phrase in (" ".join(words), words[-1]):
            if phrase in KINDS and phrase not in _NO_KIND_OF:
                return phrase
    if (bare := _BARE.search(before)) and bare.group(1) in _BEFORE_BARE:
        return bare.group(1)
    return "capital" if _CAPITAL.search(before) else ""


def _ahead(text: str, mention: Mention) -> str:
    """The plural type word that leads to a name, "" for none."""
    found = _MANY.search(text[max(0, mention.start - _HEAD_REACH) : mention.start])
    word = found[1].lower() if found else ""
    return word if word in _PLURALS and mention.kind == "name" else ""


def _last_of_list(first: int, gaps: Sequence[str | None], listed: set[int]) -> int:
    """The number of the last name of a list that ends in "and" or "or"; ``first`` itself where none begins there."""
    for number in range(first, len(gaps)):
        gap = gaps[number]
        if gap is not None and JOINED.fullmatch(gap):
            return number + 1
        if number not in listed:
            break
    return first
