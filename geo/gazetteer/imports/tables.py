"""A CSV or TSV with a header, row by row, whatever its columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from geo.gazetteer.imports.lines import numbered_lines
from geo.gazetteer.sheet import Fault, shown

csv.field_size_limit(10_000_000)


def table_rows(path: Path, delimiter: str) -> Iterator[tuple[int, dict[str, str]] | Fault]:
    """The rows, with the number of the line each ends on; their cells by the header's names in lower case."""
    faults: list[Fault] = []
    line = 0

    def lines() -> Iterator[str]:
        nonlocal line
        for number, text in numbered_lines(path):
            line = number
            if isinstance(text, Fault):
                faults.append(text)
            else:
                yield text + "\n"

    reader = csv.reader(lines(), delimiter=delimiter)
    header: list[str] | None = None
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Fault(shown(path), line, f"not CSV ({error})", "mend the line, or leave it out")
            continue
        yield from faults
        faults.clear()
        if cells is None:
            return
        if header is None:
            header = [cell.strip().lower() for cell in cells]
        elif len(cells) > len(header):
            what = f"{len(cells)} cells where the header has {len(header)}"
            yield Fault(shown(path), line, what, "mend the line, or leave it out")
        else:
            yield line, dict(zip(header, (cell.strip() for cell in cells), strict=False))
