"""Rows going into a CSV that somebody edits by hand: its dialect, comments, order and line ends stay as they are."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from geo.gazetteer.additions import LAYOUT as PLACES
from geo.gazetteer.corrections import LAYOUT as CORRECTIONS
from geo.gazetteer.sheet import Layout, Row, first_fitting, guarded, header_of, lines_of, read_rows

DECIMAL = ("latitude", "longitude", "radius_km")
"""Columns whose numbers have a decimal comma in some countries' spreadsheets."""
_WITH_COMMA = re.compile(r"\s*[-+]?\d+,\d+\s*")
_SMALL = 4096


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
_ACTING = Layout({"action": "action"}, required=("action",))


def layout_of(path: Path) -> Layout:
    """The kind of a file by its header, else by its name; a file that can't be read is taken for one of places."""
    found = first_fitting(path, (BOTH, CORRECTIONS, _ACTING))
    if found is None:
        return CORRECTIONS if path.stem.casefold() == "corrections" else PLACES
    return CORRECTIONS if found is _ACTING else found


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of rows as it stands: its text, and how it is written.

    ``columns`` are ours, or the file's own names where we do not read a column.
    """

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
        return len(lines_of(self.text))

    def with_rows(self, rows: Sequence[Mapping[str, str]]) -> bytes:
        """The file with rows after its last one, and with the columns that they need after its last column."""
        needed = dict.fromkeys(column for row in rows for column, cell in row.items() if cell)
        missing = [column for column in needed if column not in self.columns]
        text = self._widened(missing) if missing else self.text
        if text and not text.endswith(("\n", "\r")):
            text += self.newline
        return (text + "".join(self._added(rows, missing))).encode(self.encoding)

    def line_numbers(self, rows: Sequence[Mapping[str, str]]) -> list[int]:
        """The line at which each of some rows begins that ``with_rows`` puts after the last one."""
        ends = accumulate(len(lines_of(row)) for row in self._added(rows, []))
        return [self.lines + 1 + lines for lines in (0, *ends)][: len(rows)]

    def _added(self, rows: Sequence[Mapping[str, str]], missing: Sequence[str]) -> list[str]:
        columns = [*self.columns, *missing]
        return [self._line([self._cell(c, row.get(c, "")) for c in columns]) for row in rows]

    def _cell(self, column: str, cell: str) -> str:
        if column not in DECIMAL:
            return guarded(cell)
        if self.decimal_comma:
            return guarded(cell.replace(".", ","))
        return guarded(cell.replace(",", ".") if _WITH_COMMA.fullmatch(cell) else cell)

    def _line(self, cells: Sequence[str]) -> str:
        line = io.StringIO()
        csv.writer(line, delimiter=self.delimiter, lineterminator=self.newline).writerow(cells)
        return line.getvalue()

    def _widened(self, missing: Sequence[str]) -> str:
        """The text with further columns, empty in its rows; comments and blank lines as they are."""
        lines = lines_of(self.text)
        names = io.StringIO()
        csv.writer(names, delimiter=self.delimiter, lineterminator="").writerow(missing)
        _put_at_end(lines, self.header_line, self.delimiter + names.getvalue())
        below = [line if line.endswith(("\n", "\r")) else line + "\n" for line in lines]
        reader = csv.reader(below[self.header_line + 1 :], delimiter=self.delimiter)
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#"):
                _put_at_end(lines, self.header_line + reader.line_num, self.delimiter * len(missing))
        return "".join(lines)


def _put_at_end(lines: list[str], at: int, text: str) -> None:
    bare = lines[at].rstrip("\r\n")
    lines[at] = bare + text + lines[at][len(bare) :]


def read_sheet(path: Path, layout: Layout) -> Sheet:
    """How a file of rows is written; for one that is not there or empty, comma, UTF-8 with Excel's mark, our header.

    Raises ``GazetteerError`` where it can't be read or its header is not of this kind.
    """
    if not holds_rows(path):
        header = ",".join(layout.columns) + "\n"
        return Sheet(header, layout.columns, 0, ",", "\n", "utf-8-sig", decimal_comma=False)
    found = header_of(path, layout)
    columns = tuple(ours or own for ours, own in zip(found.columns, found.names, strict=True))
    return Sheet(
        found.text,
        columns,
        found.line,
        found.delimiter,
        _newline(lines_of(found.text)),
        found.encoding,
        decimal_comma=found.delimiter != "," and _has_commas(_rows(path, layout), found.delimiter),
    )


def reads_back(before: Path, after: Path, rows: Sequence[Mapping[str, str]], layout: Layout) -> bool:
    """Whether ``after`` says all that ``before`` says (if it is there), and then what ``rows`` say."""
    old = _told(before, layout) if holds_rows(before) else []
    new = _told(after, layout)
    meant = [{c: _compared(c, cell) for c, cell in row.items() if cell.strip()} for row in rows]
    return new == old + meant


def _told(path: Path, layout: Layout) -> list[dict[str, str]]:
    return [{c: _compared(c, cell) for c, cell in row.filled.items()} for row in _rows(path, layout)]


def _rows(path: Path, layout: Layout) -> list[Row]:
    """The rows of a file that can be read."""
    return [row for row in read_rows(path, layout, "") if isinstance(row, Row)]


def _compared(column: str, cell: str) -> str:
    return cell.strip().replace(",", ".") if column in DECIMAL else cell.strip()


def holds_rows(path: Path) -> bool:
    """Whether a file is there and holds more than white space and a mark; one that can't be read may."""
    try:
        return path.stat().st_size >= _SMALL or bool(path.read_bytes().strip(b" \t\r\n\xef\xbb\xbf"))
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _newline(lines: Sequence[str]) -> str:
    """The line end that most lines have."""
    counts = {"\r\n": 0, "\n": 0, "\r": 0}
    for line in lines:
        if end := next((end for end in counts if line.endswith(end)), None):
            counts[end] += 1
    return max(counts, key=lambda end: counts[end]) if any(counts.values()) else "\n"


def _has_commas(rows: Sequence[Row], delimiter: str) -> bool:
    """Whether the file writes 48,5; one parted by semicolons that holds no fraction does, as its spreadsheet would."""
    cells = [row.values.get(column, "") for row in rows for column in DECIMAL]
    if any(map(_WITH_COMMA.fullmatch, cells)):
        return True
    return delimiter == ";" and not any("." in cell for cell in cells)


__all__ = ["BOTH", "CORRECTIONS", "PLACES", "Sheet", "holds_rows", "layout_of", "read_sheet", "reads_back"]
