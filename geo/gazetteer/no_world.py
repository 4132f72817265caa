"""A world without places, for gazetteers that hold nothing but users' rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import marisa_trie

from geo.gazetteer.index import PackedIndex
from geo.gazetteer.outlines import Outlines
from geo.gazetteer.world import Region, World
from geo.records import Place


class NoWorld(World):
    """What ``World`` answers where it holds nothing; only countries' codes and the Earth's borders are the world's."""

    def __init__(self) -> None:
        self._world = World()
        self.country_codes = self._world.country_codes
        self.digest = "no world"
        self.longest = 0
        self.places = {}
        self.masks = ()
        self.regions: dict[int, Region] = {}
        self.regions_by_id: dict[str, Region] = {}
        self.regions_by_code: dict[str, Region] = {}
        empty = marisa_trie.Trie().tobytes()
        self.index = PackedIndex(empty, (0,), ())
        self.coarse = PackedIndex(empty, (0,), ())

    @cached_property
    def outlines(self) -> Outlines:
        """The borders on Earth."""
        return self._world.outlines

    def place_by_id(self, id: str) -> Place | None:
        """None: no place is known."""
        return None

    def names(self, id: str) -> tuple[str, ...]:
        """Empty: no place is known."""
        return ()

    def in_cells(self, cells: Sequence[int]) -> Iterator[tuple[float, float, int]]:
        """Nothing lies anywhere."""
        return iter(())
