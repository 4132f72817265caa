"""Tables that stand ready as text, each entry read when it is first asked for: a map needs few of thousands of rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cached_property
from typing import Any, Generic, TypeVar

from geo.records import Place

T = TypeVar("T")


class ReadyTable(Generic[T]):
    """A dict that holds some of its values as JSON."""

    def __init__(self) -> None:
        self._make: Callable[[Any], T] | None = None
        self._made: dict[str, T] = {}
        self._texts = ("", "")

    def put_ready(self, keys: str, values: str, made: Callable[[Any], T] | None = None) -> None:
        """Fill an empty table with entries as ``ready`` gave them.

        ``made`` turns what the JSON says into a value (default: that is the value).
        """
        self._make = made
        self._texts = (keys, values)

    @cached_property
    def _raw(self) -> dict[str, str]:
        """The entries that stand ready. Thousands of lines are parted when the table is first asked."""
        keys, values = self._texts
        self._texts = ("", "")
        return dict(zip(keys.split("\n"), values.split("\n"), strict=True)) if keys else {}

    def get(self, key: str) -> T | None:
        """The value of a key, or None."""
        value = self._made.get(key)
        if value is None and key in self._raw:
            told = json.loads(self._raw[key])
            value = self._made[key] = self._make(told) if self._make else told
        return value

    def __getitem__(self, key: str) -> T:
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key: str, value: T) -> None:
        self._made[key] = value

    def __contains__(self, key: object) -> bool:
        return key in self._made or key in self._raw

    def __len__(self) -> int:
        return len(self._made.keys() | self._raw.keys())

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self._raw, *self._made]))


def ready(table: Iterable[tuple[str, object]]) -> tuple[str, str]:
    """Entries as ``ReadyTable.put_ready`` takes them: the keys and the values as JSON, a line each.

    Raises ``ValueError`` for a key that holds a line's end.
    """
    keys, values = [], []
    for key, value in table:
        if "\n" in key:
            raise ValueError(f"a key that cannot be kept: {key!r}")
        keys.append(key)
        values.append(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return "\n".join(keys), "\n".join(values)


def place_values(place: Place) -> list[object]:
    """A place's fields in their order."""
    return [getattr(place, field.name) for field in fields(Place)]


def place_of(values: list[Any]) -> Place:
    """The place of ``place_values``."""
    return Place(*values)
