"""Places with their region or country in brackets: "Nashua (NH)", "Colonia (Uruguay)".

The news that the tagger was trained on holds next to none, so the gazetteer is asked: a pair counts where it knows
a place of the first name within a region or country of the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.mentions.columns import LONGEST, Columns
from geo.mentions.spans import Found
from geo.mentions.tokens import Token
from geo.records import Place

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

PROBABILITY = 0.95
"""Of both names of a pair: an estimate, for the shared corpora hold too few."""
_CONTAINERS = frozenset("CR")
_DASHES = frozenset(("-", "--", "–", "—"))


def find_bracketed(
    found: Sequence[Found], tokens: Sequence[Token], columns: Columns, text: str, gazetteer: Gazetteer
) -> list[Found]:
    """The names of such pairs that the tagger did not find, or was not sure of.

    A place that was not found is only taken with a code: "Aurora (CO)", but not "her aunt Virginia (Chad)".
    """
    ends = {f.end: f for f in found}
    sure = {(f.start, f.end) for f in found if f.probability >= PROBABILITY}
    out: list[Found] = []
    for bracket, end in _brackets(tokens, columns):
        one = ends.get(bracket)
        start = one.start if one is not None else _known_before(columns, bracket)
        code = tokens[bracket + 1].text
        is_code = end == bracket + 2 and code.isupper()
        if start == bracket or (one is None and not is_code):
            continue
        if is_code and any(
            t.text in _DASHES for t in tokens[end + 1 : end + 2]
        ):  # an agency: "LONDON (PA) -"
            continue
        inner = (bracket + 1, end)
        if _lies_in(_said(text, tokens, (start, bracket)), _said(text, tokens, inner), gazetteer):
            out += [Found(*span, PROBABILITY) for span in ((start, bracket), inner) if span not in sure]
    return out


def _brackets(tokens: Sequence[Token], columns: Columns) -> Iterator[tuple[int, int]]:
    """The tokens "(" and ")" of every bracket that holds one gazetteer name of a region or country, and no more."""
    for i, token in enumerate(tokens[:-2]):
        if token.text != "(" or columns.known[i + 3][1:2] not in _CONTAINERS:
            continue
        for j in range(i + 2, min(i + 2 + LONGEST, len(tokens))):
            if tokens[j].text == ")":
                marks = "".join(mark[:1] for mark in columns.known[i + 3 : j + 2])
                if marks == "S" or (marks[:1] == "B" and marks.endswith("E") and set(marks[1:-1]) <= {"I"}):
                    yield i, j
                break


def _known_before(columns: Columns, at: int) -> int:
    """Where the gazetteer name begins that ends before this token; the token itself if there is none."""
    known = columns.known
    if known[at + 1][:1] == "S":
        return at - 1
    start = at
    while start > 0 and known[start + 1][:1] in {"B", "I", "E"}:
        start -= 1
        if known[start + 2][:1] == "B":
            return start
    return at


def _said(text: str, tokens: Sequence[Token], span: tuple[int, int]) -> str:
    return text[tokens[span[0]].start : tokens[span[1] - 1].end]


def _lies_in(name: str, container: str, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer knows a place of this name within a region or country of that one."""
    places = [candidate.place for candidate in gazetteer.candidates(name)]
    holders = [candidate.place for candidate in gazetteer.candidates(container)]
    return any(_holds(holder, place) for holder in holders for place in places)


def _holds(holder: Place, place: Place) -> bool:
    if place.id == holder.id:
        return False
    if holder.feature_code == "ADM1":
        return bool(holder.admin1_code) and place.admin1_code == holder.admin1_code
    return holder.feature_code.startswith("PCL") and place.country_code == holder.country_code
