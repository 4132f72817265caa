"""Slips of the finger: the known keys one edit away from a key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import marisa_trie

SHORTEST = 5
"""Shorter keys have too many neighbours to mean anything."""
LONGEST_DOUBLED = 40
"""Longer keys are not tried with letters doubled otherwise: there are as many ways as pairs of letters."""
_TELLING, _FEW = 3, 40
"""From so many letters on it is asked whether no more keys than these begin with them; to compare a key takes about as
long as to probe for one."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ"


def one_edit_away(key: str, *tries: marisa_trie.Trie) -> list[str]:
    """The keys of the ``tries`` with one letter missing, added, changed, or swapped with the next, and those in which
    two letters are doubled that are single here, or the reverse ("Cincinatti").

    The first letter is taken as right, as it nearly always is (Pollock & Zamora 1984 find 92 % of slips later).
    Sorted; empty for a key of fewer than five characters.
    """
    if len(key) < SHORTEST:
        return []
    return sorted(
        {slip for trie in tries for slip in chain(_edits(key, trie), _doublings(key, trie)) if slip in trie}
    )


def _edits(key: str, trie: marisa_trie.Trie) -> Iterator[str]:
    """What the key may have been: probes with the slip at one place after the other, until so few known keys begin
    like it that each can be compared.
    """
    letters = _LETTERS if key.isascii() else _CYRILLIC if "а" <= key[0] <= "ґ" else ""
    for at in range(1, len(key) + 1):
        before, rest = key[:at], key[at:]
        if at >= _TELLING:
            near = list(islice(trie.iterkeys(before), _FEW + 1))
            if len(near) <= _FEW:
                yield from (other for other in near if _is_one_edit(other[at:], rest, letters))
                return
        for letter in letters:
            yield before + letter + rest
        if not rest:
            return
        yield before + rest[1:]
        for letter in letters:
            if letter != rest[0]:
                yield before + letter + rest[1:]
        if len(rest) > 1 and rest[0] != rest[1]:
            yield before + rest[1] + rest[0] + rest[2:]


def _is_one_edit(other: str, rest: str, letters: str) -> bool:
    """Whether one letter added to ``rest`` or changed (to one of ``letters``), left out or swapped makes ``other``."""
    more = len(other) - len(rest)
    if not -1 <= more <= 1:
        return False
    at = next(
        (at for at, (a, b) in enumerate(zip(other, rest, strict=False)) if a != b), min(len(other), len(rest))
    )
    if more < 0:
        return other[at:] == rest[at + 1 :]
    if at == len(other):
        return False
    if other[at + 1 :] == rest[at + 1 - more :] and other[at] in letters:
        return True
    return not more and other[at : at + 2] == rest[at : at + 2][::-1] and other[at + 2 :] == rest[at + 2 :]


def _doublings(key: str, trie: marisa_trie.Trie) -> Iterator[str]:
    """The key with the doubling of two of its letters changed."""
    runs = [letter * len(list(run)) for letter, run in groupby(key)] if len(key) <= LONGEST_DOUBLED else []
    for first in range(1, len(runs) - 1):
        before = "".join(runs[:first])
        if not begins_a_key(before, trie):
            return
        start = before + _doubled_otherwise(runs[first])
        if start == before or not begins_a_key(start, trie):
            continue
        for second in range(first + 1, len(runs)):
            if changed := _doubled_otherwise(runs[second]):
                yield start + "".join(runs[first + 1 : second]) + changed + "".join(runs[second + 1 :])


def _doubled_otherwise(run: str) -> str:
    """A letter for two of it, two for one; nothing for more, or for what is no letter."""
    if len(run) > 2 or not run.isalpha():
        return ""
    return run[0] if len(run) == 2 else run * 2


def begins_a_key(text: str, trie: marisa_trie.Trie) -> bool:
    """Whether some key of a trie begins with a text."""
    return next(trie.iterkeys(text), None) is not None
