"""Slips of the finger: the known keys one edit away from a key."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import combinations, groupby

SHORTEST = 5
"""Shorter keys have too many neighbours to mean anything."""
LONGEST_DOUBLED = 40
"""Longer keys are not tried with letters doubled otherwise: there are as many ways as pairs of letters."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ"


def one_edit_away(key: str, keys: Container[str], more: Container[str] = ()) -> list[str]:
    """The keys of ``keys`` or ``more`` with one letter missing, added, changed, or swapped with the next, and those in
    which at most two letters are doubled that are single here, or the reverse ("Cincinatti").

    The first letter is taken as right, as it nearly always is (Pollock & Zamora 1984 find 92 % of slips later).
    Sorted; empty for a key of fewer than five characters.
    """
    if len(key) < SHORTEST:
        return []
    probes = dict.fromkeys([*_edits(key), *_doublings(key)])
    return sorted(probe for probe in probes if probe in keys or probe in more)


def _edits(key: str) -> Iterator[str]:
    letters = _LETTERS if key.isascii() else _CYRILLIC if "а" <= key[0] <= "ґ" else ""
    for at in range(1, len(key) + 1):
        before, rest = key[:at], key[at:]
        for letter in letters:
            yield before + letter + rest
        if not rest:
            continue
        yield before + rest[1:]
        for letter in letters:
            if letter != rest[0]:
                yield before + letter + rest[1:]
        if len(rest) > 1 and rest[0] != rest[1]:
            yield before + rest[1] + rest[0] + rest[2:]


def _doublings(key: str) -> Iterator[str]:
    """The key with the doubling of two of its letters changed."""
    runs = [letter * len(list(run)) for letter, run in groupby(key)] if len(key) <= LONGEST_DOUBLED else []
    for first, second in combinations(range(1, len(runs)), 2):
        if all(len(runs[at]) < 3 and runs[at].isalpha() for at in (first, second)):
            changed = [
                (run[0] if len(run) == 2 else run * 2) if at in {first, second} else run
                for at, run in enumerate(runs)
            ]
            yield "".join(changed)
