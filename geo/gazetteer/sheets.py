"""Rows going into a CSV that somebody edits by hand: its dialect, comments, order and line ends stay as they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.gazetteer.additions import LAYOUT as PLACES
from geo.gazetteer.corrections import LAYOUT as CORRECTIONS
from geo.gazetteer.sheet import Layout, header_of, physical_lines

DECIMAL = ("latitude", "longitude", "radius_km")
"""Columns whose numbers have a decimal comma in some countries' spreadsheets."""


BOTH = Layout(
    {
        **{column: column for column in PLACES.columns},
        "latitude": "latitude lat",
        "longitude": "longitude lon lng",
        "action": "action",
        "mention": "mention",
        "article": "article",
        "place": "place",
    },
    required=("action", "mention", "name"),
)
"""A file of rows of both kinds: those with an ``action`` are corrections, the others places."""


def layout_of(path: Path) -> Layout:
    """The kind of a file by its header; a file that can't be read is taken for one of places."""
    return next((layout for layout in (BOTH, CORRECTIONS) if header_of(path, layout)), PLACES)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of rows as it stands: its text, and how it is written."""

    text: str
    columns: tuple[str, ...]
    header_line: int
    delimiter: str
    newline: str
    encoding: str
    decimal_comma: bool

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return len(physical_lines(self.text))

    def with_rows(self, rows: Sequence[Mapping[str, str]]) -> bytes:
        """The file with rows after its last one, and with the columns that they need after its last column."""
        needed = dict.fromkeys(column for row in rows for column, cell in row.items() if cell)
        missing = [column for column in needed if column not in self.columns]
        text = self._widened(missing) if missing else self.text
        if text and not text.endswith(("\n", "\r")):
            text += self.newline
        columns = [*self.columns, *missing]
        added = "".join(self._line([self._cell(c, row.get(c, "")) for c in columns]) for row in rows)
        return (text + added).encode(self.encoding)

    def _cell(self, column: str, cell: str) -> str:
        return cell.replace(".", ",") if self.decimal_comma and column in DECIMAL else cell

    def _line(self, cells: Sequence[str]) -> str:
        line = io.StringIO()
        csv.writer(line, delimiter=self.delimiter, lineterminator=self.newline).writerow(cells)
        return line.getvalue()

    def _widened(self, missing: Sequence[str]) -> str:
        """The text with further columns, empty in its rows; comments and blank lines as they are."""
        lines = physical_lines(self.text)
        reader = csv.reader(lines[self.header_line :], delimiter=self.delimiter)
        before = self.header_line
        for cells in reader:
            last = self.header_line + reader.line_num - 1
            is_row = any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#")
            if is_row or before == self.header_line:
                more = missing if before == self.header_line else [""] * len(missing)
                bare = lines[last].rstrip("\r\n")
                end = lines[last][len(bare) :]
                lines[last] = bare + "".join(self.delimiter + name for name in more) + end
            before = last + 1
        return "".join(lines)


def read_sheet(path: Path, layout: Layout) -> Sheet:
    """How a file of rows is written; for one that is not there yet, comma, UTF-8 and our header.

    Raises ``GazetteerError`` where it can't be read or its header is not of this kind.
    """
    if not path.exists():
        header = ",".join(layout.columns) + "\n"
        return Sheet(header, layout.columns, 0, ",", "\n", "utf-8", decimal_comma=False)
    found = header_of(path, layout, strict=True)
    assert found is not None  # strict
    newline = next((end for end in ("\r\n", "\n", "\r") if end in found.text), "\n")
    rows = csv.DictReader(
        physical_lines(found.text)[found.line + 1 :],
        fieldnames=[column or f" {n}" for n, column in enumerate(found.columns)],
        delimiter=found.delimiter,
    )
    commas = found.delimiter != "," and any("," in (row.get("latitude") or "") for row in rows)
    return Sheet(
        found.text,
        found.columns,
        found.line,
        found.delimiter,
        newline,
        found.encoding,
        decimal_comma=commas,
    )


__all__ = ["BOTH", "CORRECTIONS", "PLACES", "Sheet", "layout_of", "read_sheet"]
