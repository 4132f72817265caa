"""A place's other names, for the page's search: few, short and told apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from geo.gazetteer import normalise

OtherNames = Callable[[str], Sequence[str]]
"""All names of a place, by its id."""
_BUDGET = 32_000
"""Bytes that the names of all places of a page may take together …"""
_LEAST, _MOST = 24, 400
"""… and those of one place, whatever their number."""


def names_for_search(main: str, written: Iterable[str], known: Sequence[str], places: int) -> list[str]:
    """Names under which a reader may look for a place that its main name does not already answer.

    Spellings ``written`` in the articles come first, then the ``known`` ones, a script after the other so that each
    gets its turn, as many as a page of so many ``places`` has room for. Names that differ only in case, accents or
    punctuation are one.
    """
    room = max(_LEAST, min(_MOST, _BUDGET // max(places, 1)))
    keys = {normalise(main)}
    chosen: list[str] = []
    others = [name for name in known if normalise(name) not in keys]
    for name in (*dict.fromkeys(written), *_by_turns(others)):
        key = normalise(name)
        size = len(name.encode("utf-8", errors="replace")) + 3
        if key and key not in keys and size <= room and not any(char in name for char in "\n\r"):
            keys.add(key)
            chosen.append(name)
            room -= size
    return chosen


def _by_turns(names: Iterable[str]) -> Iterable[str]:
    """The names, one of each script in turn; within a script in the order given."""
    by_script: dict[str, list[str]] = {}
    for name in names:
        by_script.setdefault(_script(name), []).append(name)
    for turn in zip_longest(*by_script.values()):
        yield from (name for name in turn if name is not None)


def _script(name: str) -> str:
    """The script of a name's first letter, as Unicode's name of it begins ("LATIN", "CYRILLIC" …)."""
    letter = next((char for char in name if char.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""
