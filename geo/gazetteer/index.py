"""Keys to numbers, compactly: a marisa-trie of the keys beside flat arrays in the order of its ids."""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence

import marisa_trie

STRIPPED = 1
_NAME_BITS = 12


def pack_entry(place: int, name: int, stripped: bool) -> int:
    """A place's number, which of its names it is (0 the main one), and whether a type word was left out."""
    if not (0 <= place < 1 << 19 and 0 <= name < 1 << _NAME_BITS):
        raise ValueError(f"place {place} or its name {name} does not fit into an entry of 32 bits")
    return place << (_NAME_BITS + 1) | name << 1 | stripped


def unpack_entry(entry: int) -> tuple[int, int, bool]:
    """The three parts of ``pack_entry``."""
    return entry >> (_NAME_BITS + 1), (entry >> 1) & ((1 << _NAME_BITS) - 1), bool(entry & STRIPPED)


class PackedIndex:
    """Each key's list of 32-bit numbers."""

    __slots__ = ("_starts", "_values", "trie")

    def __init__(self, trie: bytes, starts: bytes, values: bytes) -> None:
        self.trie = marisa_trie.Trie()
        self.trie.frombytes(trie)
        self._starts = _unsigned(starts)
        self._values = _unsigned(values)

    def get(self, key: str) -> Sequence[int]:
        """The numbers of a key, in the order they were packed; empty for a key that is not there."""
        number = self.trie.get(key)
        return self.by_id(number) if number is not None else ()

    def by_id(self, number: int) -> Sequence[int]:
        """The numbers of the key with this id of the trie."""
        return self._values[self._starts[number] : self._starts[number + 1]]


def pack(lists: Mapping[str, Iterable[int]]) -> tuple[marisa_trie.Trie, bytes, bytes, bytes]:
    """A trie and the three parts that ``PackedIndex`` reads."""
    trie = marisa_trie.Trie(sorted(lists))
    by_id: list[Iterable[int]] = [()] * len(lists)
    for key, values in lists.items():
        by_id[trie[key]] = values
    starts: list[int] = [0]
    flat: list[int] = []
    for values in by_id:
        flat.extend(values)
        starts.append(len(flat))
    return (
        trie,
        trie.tobytes(),
        struct.pack(f"<{len(starts)}I", *starts),
        struct.pack(f"<{len(flat)}I", *flat),
    )


def _unsigned(data: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
