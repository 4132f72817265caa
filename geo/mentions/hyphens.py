"""Names joined by hyphens: one place ("Minneapolis-St. Paul"), several ("the Kyiv-Kharkiv highway"), or none
("Vieux-Port", the Old Port)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from geo.mentions.demonyms import lookup
from geo.mentions.known import SLIP
from geo.mentions.spans import Found
from geo.mentions.tokens import Token

SURE = 0.9
"""A smaller place's name joined to another name is a name of its own from this probability on."""
_WELL_KNOWN = frozenset("CRA12")
_BEYOND_DOUBT = frozenset("CRA1")
"""The symbols of places that stay names beside a word that is none: "Moscow-Petushki", not "Beaumont-Hamel"."""
_LONGEST_LETTERS = 3
"""Up to so many letters are taken for a school's or a unit's: "Watertown-ML"."""
_HYPHENS = frozenset("-‐‑")


def hyphenated(
    names: Sequence[Found],
    tokens: Sequence[Token],
    text: str,
    known: Callable[[str], str],
    ordinary: Collection[str],
) -> list[Found]:
    """The names, those within hyphenated words taken as one or left out.

    The whole is the name where the gazetteer has it as a main name. Else all parts must be names, each of a well-known
    place or one that the recogniser is sure of. Beside a part that is no name only a large place stays one. Everyday
    words, letters and demonyms join nothing: "Moscow-Based", "Watertown-ML", "Russian-Ukraine".
    """
    starts = {n.start: n for n in names}

    def plain(at: int) -> bool:
        word = tokens[at].text
        return word.lower() in ordinary or len(word) <= _LONGEST_LETTERS or lookup(word) is not None

    out: list[Found] = []
    done = -1
    for name in sorted(names, key=lambda n: n.start):
        if name.start < done:
            continue
        start, end, parts, strangers = name.start, name.end, [name], 0
        while _is_joint(tokens, start - 1) and not plain(start - 2):
            start, strangers = start - 2, strangers + 1
        while _is_joint(tokens, end):
            after = starts.get(end + 1)
            if after:
                parts.append(after)
                end = after.end
            elif not plain(end + 1):
                end, strangers = end + 2, strangers + 1
            else:
                break
        done = end
        if end - start == name.end - name.start:
            out.append(name)
            continue
        whole = known(text[tokens[start].start : tokens[end - 1].end])
        if whole and whole[0] != SLIP and "-" not in whole:
            out.append(Found(start, end, max(part.probability for part in parts)))
            continue
        kinds = [known(text[tokens[p.start].start : tokens[p.end - 1].end])[:1] for p in parts]
        if strangers:
            out += [part for part, kind in zip(parts, kinds, strict=True) if kind in _BEYOND_DOUBT]
        elif all(p.probability >= SURE or kind in _WELL_KNOWN for p, kind in zip(parts, kinds, strict=True)):
            out += parts
    return out


def _is_joint(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands at ``at`` with a capitalised word glued to either side."""
    if not 0 < at < len(tokens) - 1 or tokens[at].text not in _HYPHENS:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return (
        before.end == tokens[at].start
        and tokens[at].end == after.start
        and all(word.text[0].isupper() and len(word.text) > 1 for word in (before, after))
    )
