"""Keys to numbers, compactly: a marisa-trie of the keys beside flat arrays in the order of its ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import marisa_trie

from geo.gazetteer.sections import Sections, pack_numbers

_NAME_BITS = 12
STRIPPED, NAME_SHIFT, NAME_MASK, PLACE_SHIFT = 1, 1, (1 << _NAME_BITS) - 1, _NAME_BITS + 1
"""The parts of an entry: whether a type word was left out, which of its names it is, the place's number."""


def pack_entry(place: int, name: int, stripped: bool) -> int:
    """A place's number, which of its names it is (0 the main one), and whether a type word was left out."""
    if not (0 <= place < 1 << 19 and 0 <= name <= NAME_MASK):
        raise ValueError(f"place {place} or its name {name} does not fit into an entry of 32 bits")
    return place << PLACE_SHIFT | name << NAME_SHIFT | stripped


def unpack_entry(entry: int) -> tuple[int, int, bool]:
    """The three parts of ``pack_entry``."""
    return entry >> PLACE_SHIFT, (entry >> NAME_SHIFT) & NAME_MASK, bool(entry & STRIPPED)


class PackedIndex:
    """Each key's list of 32-bit numbers."""

    __slots__ = ("_starts", "_values", "trie")

    def __init__(self, trie: bytes, starts: Sequence[int], values: Sequence[int]) -> None:
        self.trie = marisa_trie.Trie()
        self.trie.frombytes(trie)
        self._starts = starts
        self._values = values

    @classmethod
    def of(cls, file: Sections, name: str) -> PackedIndex:
        """The index that ``pack`` put into a file under a name."""
        return cls(
            file.data(f"{name}_trie"),
            file.numbers(f"{name}_starts", "I"),
            file.numbers(f"{name}_values", "I"),
        )

    def get(self, key: str) -> Sequence[int]:
        """The numbers of a key, in the order they were packed; empty for a key that is not there."""
        number = self.trie.get(key)
        return () if number is None else self.by_id(number)

    def by_id(self, number: int) -> Sequence[int]:
        """The numbers of the key with this id of the trie."""
        return self._values[self._starts[number] : self._starts[number + 1]]


def pack(name: str, lists: Mapping[str, Iterable[int]]) -> tuple[list[int], dict[str, bytes]]:
    """The numbers that a trie gives the keys, in the order of the keys here, and the sections that ``PackedIndex.of``
    reads.
    """
    trie = marisa_trie.Trie(sorted(lists))
    numbers = [trie[key] for key in lists]
    by_number: list[Iterable[int]] = [()] * len(lists)
    for number, values in zip(numbers, lists.values(), strict=True):
        by_number[number] = values
    starts: list[int] = [0]
    flat: list[int] = []
    for values in by_number:
        flat.extend(values)
        starts.append(len(flat))
    return numbers, {
        f"{name}_trie": trie.tobytes(),
        f"{name}_starts": pack_numbers("I", starts),
        f"{name}_values": pack_numbers("I", flat),
    }
