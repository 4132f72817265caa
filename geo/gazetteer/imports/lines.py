"""Lines of a text file, one by one, so that a large file needs no more memory than a small one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.gazetteer.sheet import Fault, shown

LONGEST_LINE = 1_000_000


def numbered_lines(path: Path) -> Iterator[tuple[int, str | Fault]]:
    """Each line that holds something, with its number; a fault for one that is not UTF-8 or has a NUL in it."""
    with path.open("rb") as file:
        for number, data in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), start=1):
            try:
                text = data.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
            except UnicodeDecodeError:
                yield number, Fault(shown(path), number, "not UTF-8 text", "download the file again")
                continue
            if "\0" in text:
                yield number, Fault(shown(path), number, "a NUL character", "download the file again")
            elif text.strip():
                yield number, text
