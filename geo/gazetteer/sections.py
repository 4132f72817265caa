"""A read-only file of named sections, mapped into memory: only the pages that are looked at are read from the disk.

Eight bytes of ``MAGIC``, the length of the directory (64 bits), the directory as JSON (name → offset and length), then
the sections, each at a multiple of eight bytes. All numbers are little-endian.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, cast

MAGIC = b"DATELINE"
Typecode = Literal["H", "I", "d"]
_ALIGNED = 8
_HEAD = struct.Struct("<8sQ")


class NotSectionsError(Exception):
    """The file is none of ours, or cut short."""


class Sections:
    """The sections of a file. Raises ``NotSectionsError`` for another file, ``OSError`` for one that can't be read."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            try:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                magic, length = _HEAD.unpack_from(self._map)
                if magic != MAGIC:
                    raise NotSectionsError("another kind of file")
                self._directory: dict[str, list[int]] = json.loads(
                    self._map[_HEAD.size : _HEAD.size + length]
                )
            except (ValueError, struct.error) as error:
                raise NotSectionsError("cut short") from error
        if any(offset + length > len(self._map) for offset, length in self._directory.values()):
            raise NotSectionsError("cut short")

    def data(self, name: str) -> bytes:
        """The bytes of a section."""
        offset, length = self._directory[name]
        return self._map[offset : offset + length]

    def text(self, name: str) -> str:
        """A section as text."""
        return self.data(name).decode("utf-8")

    def json(self, name: str) -> Any:
        """What a section says in JSON."""
        return json.loads(self.data(name))

    def numbers(self, name: str, typecode: Typecode) -> Sequence[Any]:
        """A section of numbers of a type of the module ``array``, where they lie."""
        offset, length = self._directory[name]
        if sys.byteorder == "big":
            swapped = array(typecode, self.data(name))
            swapped.byteswap()
            return swapped
        return cast(Sequence[Any], memoryview(self._map)[offset : offset + length].cast(typecode))

    def mapped(self, name: str) -> tuple[mmap.mmap, int, int]:
        """The file, and where in it a section begins and how long it is."""
        offset, length = self._directory[name]
        return self._map, offset, length


def pack_numbers(typecode: Typecode, numbers: Iterable[float]) -> bytes:
    """Numbers as ``Sections.numbers`` reads them."""
    packed = array(typecode, numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def pack_json(value: object) -> bytes:
    """A section that ``Sections.json`` reads."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def write_sections(path: Path, sections: Mapping[str, bytes]) -> None:
    """Write a file beside ``path`` and rename it. The same sections give the same bytes."""
    directory: dict[str, list[int]] = {name: [0, len(data)] for name, data in sorted(sections.items())}
    at = 0
    # The offsets' digits count towards the directory's length: where they have settled it no longer grows.
    while True:
        head = json.dumps(directory, separators=(",", ":")).encode()
        start = _aligned(_HEAD.size + len(head))
        if start == at:
            break
        at = start
        for name, data in sorted(sections.items()):
            directory[name][0] = start
            start = _aligned(start + len(data))
    beside = path.with_name(path.name + ".part")
    with beside.open("wb") as file:
        file.write(_HEAD.pack(MAGIC, len(head)) + head)
        for name, data in sorted(sections.items()):
            file.write(b"\0" * (directory[name][0] - file.tell()))
            file.write(data)
    beside.replace(path)


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGNED) * _ALIGNED
