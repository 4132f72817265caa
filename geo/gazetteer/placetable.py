"""Places by id, each made into a record when it is first asked for: a map needs few of thousands of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from geo.records import Place

Values = list[object]
"""A place's fields in their order, its ``source`` as the line of its file."""

_SOURCE = [field.name for field in fields(Place)].index("source")


class PlaceTable:
    """A dict of places that holds some of them as plain values."""

    def __init__(self) -> None:
        self._made: dict[str, Place] = {}
        self._raw: dict[str, Values] = {}
        self._file = ""

    def put(self, place: Place) -> None:
        """Add a place, over one with the same id."""
        self._made[place.id] = place

    def put_raw(self, values: Iterable[Values], file: str) -> None:
        """Add places as ``raw`` gave them, from rows of ``file``."""
        self._file = file
        self._raw.update((str(row[0]), row) for row in values)

    def raw(self) -> list[Values]:
        """All places as values, in the order that they were put."""
        return [_values(place) for place in self._made.values()]

    def get(self, id: str) -> Place | None:
        """The place of an id, or None."""
        place = self._made.get(id)
        if place is None and id in self._raw:
            values = list(self._raw[id])
            values[_SOURCE] = f"{self._file}:{values[_SOURCE]}"
            place = self._made[id] = Place(*values)  # type: ignore[arg-type]  # the fields as they were written
        return place

    def __getitem__(self, id: str) -> Place:
        place = self.get(id)
        if place is None:
            raise KeyError(id)
        return place

    def __contains__(self, id: str) -> bool:
        return id in self._made or id in self._raw

    def __len__(self) -> int:
        return len(self._made.keys() | self._raw.keys())

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self._raw, *self._made]))


def _values(place: Place) -> Values:
    values: Values = [getattr(place, field.name) for field in fields(Place)]
    values[_SOURCE] = int(place.source.rpartition(":")[2])
    return values
