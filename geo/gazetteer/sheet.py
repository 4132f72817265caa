"""The CSV that people write by hand or in a spreadsheet: one reader of its dialects, for all files that we extend."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from geo.errors import GazetteerError

MAX_BYTES = 512 * 1024 * 1024
_EXCELS_BLOCK = 16
"""Rows that Excel looks at together when it leaves off separators (Microsoft's article 77295)."""
# The apostrophe that our own files have in front of what a spreadsheet would run (OWASP, "CSV Injection").
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠]")
_SEPARATOR = re.compile(r'("?)sep=([^\w"\r\n])\1\s*', re.IGNORECASE)
"""A first line that tells Excel the delimiter; it is no row."""
_RUN = re.compile(r"'*[=+\-@＝＋－＠](?![\d.,]*$)")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a gazetteer file: where, what, and what to do. A ``warning`` stops nothing."""

    path: str
    line: int
    what: str
    remedy: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands: the number of its first line, and its stripped cells by our column names.

    ``others`` are the filled cells of columns that we do not read, by the names that the file gives them.
    """

    line: int
    values: Mapping[str, str]
    others: Mapping[str, str] = field(default_factory=dict)

    @property
    def filled(self) -> dict[str, str]:
        """All cells that hold something."""
        return {column: cell for column, cell in [*self.values.items(), *self.others.items()] if cell}


class Layout:
    """The columns of a kind of file: what each may be called, and which it must have."""

    def __init__(self, columns: Mapping[str, str], required: Sequence[str]) -> None:
        """``columns`` gives each column's aliases, separated by spaces; spaces, hyphens and ``_`` do not count."""
        self.required = tuple(required)
        self.columns = tuple(columns)
        self._by_alias = {
            alias.replace("_", ""): column for column, names in columns.items() for alias in names.split()
        }

    def named(self, names: Sequence[str]) -> list[str]:
        """Our columns for the names of a header, "" for those that we do not read."""
        keys = ["".join(c for c in name.strip().strip('"').lower() if c not in " _-") for name in names]
        return [self._by_alias.get(key, "") for key in keys]

    @property
    def header(self) -> str:
        """The shortest header that will do."""
        return ",".join(self.required)


def shown(path: Path) -> str:
    """What messages call a file."""
    return Path(path).as_posix()


@dataclass(frozen=True, slots=True)
class Header:
    """A file's text and encoding, and its header: its line (counted from 0), our column names, the delimiter.

    ``names`` are what the file calls its columns; ``columns`` has "" for those that we do not read.
    """

    text: str
    encoding: str
    line: int
    columns: tuple[str, ...]
    delimiter: str
    names: tuple[str, ...]


def header_of(path: Path, layout: Layout) -> Header:
    """A file's header as a file of this kind. Raises ``GazetteerError`` if it has none."""
    try:
        text, encoding = _decode(path, layout)
        line, delimiter, columns, names = _header(_lines(text), layout)
    except _Unreadable as error:
        raise GazetteerError(str(Fault(shown(path), error.line, error.what, error.remedy))) from error
    return Header(text, encoding, line, tuple(columns), delimiter, names)


def first_fitting(path: Path, layouts: Sequence[Layout]) -> Layout | None:
    """The first of some kinds whose header a file has; None for one that has none of them or can't be read."""
    try:
        lines = _lines(_decode(path, layouts[0])[0])
    except _Unreadable:
        return None
    for layout in layouts:
        try:
            _header(lines, layout)
        except _Unreadable:
            continue
        return layout
    return None


def read_rows(path: Path, layout: Layout, name: str) -> Iterator[Row | Fault]:
    """The rows of a CSV, TSV or semicolon file in its order, and a fault for each that cannot be read.

    Messages call the file ``name``. Never raises; the last thing yielded for a file that cannot be read (further)
    is a fault.
    """
    try:
        columns, names, records = _records(_decode(path, layout)[0], layout)
        needed = 1 + max(columns.index(column) for column in layout.required)
        for line, cells in _evened(records, len(columns), needed):
            if len(cells) != len(columns):
                what = f"{len(cells)} cells where the header has {len(columns)}"
                remedy = "quote a name that holds the separator, and leave empty cells empty"
                yield Fault(name, line, what, remedy)
            else:
                stripped = [unguarded(cell.strip()) for cell in cells]
                values = {c: cell for c, cell in zip(columns, stripped, strict=True) if c}
                named = zip(names, columns, stripped, strict=True) if len(values) < len(cells) else ()
                yield Row(line, values, {name: cell for name, c, cell in named if not c and cell})
    except _Unreadable as error:
        yield Fault(name, error.line, error.what, error.remedy)


def _evened(
    records: Iterable[tuple[int, list[str]]], width: int, needed: int
) -> Iterator[tuple[int, list[str]]]:
    """The rows, with the empty cells at their ends that spreadsheets add or leave off.

    Excel looks at 16 rows at a time, and leaves off the separators of columns that are empty in all of them: where so
    many rows one after the other are short, or all to the end of a file that is longer, nothing is amiss. A few short
    rows are a slip.
    """
    short: list[tuple[int, list[str]]] = []
    for line, cells in records:
        if needed <= len(cells) < width:
            short.append((line, cells))
            continue
        yield from _filled_up(short, width if len(short) >= _EXCELS_BLOCK else 0)
        short = []
        while len(cells) > width and not cells[-1].strip():
            cells.pop()
        yield line, cells
    is_excels = bool(short) and (short[0][0] > _EXCELS_BLOCK or len(short) >= _EXCELS_BLOCK)
    yield from _filled_up(short, width if is_excels else 0)


def _filled_up(rows: Iterable[tuple[int, list[str]]], width: int) -> Iterator[tuple[int, list[str]]]:
    for line, cells in rows:
        yield line, cells + [""] * (width - len(cells))


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe in front where one would; numbers stay."""
    return f"'{cell}" if _RUN.match(cell) else cell


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that ``guarded``, or a download from the map, has put there."""
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell


class _Unreadable(Exception):
    """The file as a whole, or from some line on, cannot be read."""

    def __init__(self, line: int, what: str, remedy: str) -> None:
        super().__init__(what)
        self.line, self.what, self.remedy = line, what, remedy


def _decode(path: Path, layout: Layout) -> tuple[str, str]:
    """A file's text, and its encoding."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _Unreadable(1, "larger than 512 MB", "split the file")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "not readable"
        raise _Unreadable(1, f"cannot be read ({reason})", "check the path and its permissions") from error
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Unreadable(line, "not UTF-8 text", "save it again as CSV with the encoding UTF-8") from error
    if not text.strip():
        raise _Unreadable(1, "empty", f"write a header ({layout.header}) and a row each")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _Unreadable(line, "a NUL character: not a text file", "save it as CSV with the encoding UTF-8")
    return text, encoding if encoding == "utf-16" or data[:3] == b"\xef\xbb\xbf" else "utf-8"


def _records(text: str, layout: Layout) -> tuple[list[str], tuple[str, ...], Iterator[tuple[int, list[str]]]]:
    """Our column names in the file's order ("" for columns that we do not read), its own, and its rows with their
    lines.
    """
    lines = _lines(text)
    header_at, delimiter, columns, names = _header(lines, layout)
    return columns, names, _numbered(lines, header_at + 1, delimiter)


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, as rows are counted: by line feeds, or by returns if it has only those."""
    end = "\r" if "\n" not in text and "\r" in text else "\n"
    lines = text.split(end)
    return [line + end for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _lines(text: str) -> list[str]:
    return [line if line.endswith(("\n", "\r")) else line + "\n" for line in lines_of(text)]


def _header(lines: Sequence[str], layout: Layout) -> tuple[int, str, list[str], tuple[str, ...]]:
    """The header's line, the delimiter (the one that ``sep=`` says), our column names and the file's own."""
    told = _SEPARATOR.fullmatch(lines[0]) if lines else None
    header_at = next(
        (
            i
            for i, line in enumerate(lines)
            if line.strip() and not line.startswith("#") and not (told and i == 0)
        ),
        None,
    )
    if header_at is None:
        raise _Unreadable(1, "no header", f"write one: {layout.header}")
    header = lines[header_at]
    delimiter = (
        told[2] if told else max(",;\t|", key=lambda mark: len(set(layout.named(header.split(mark))) - {""}))
    )
    try:
        names = next(csv.reader([header], delimiter=delimiter))
    except csv.Error as error:
        raise _Unreadable(header_at + 1, f"not a header ({error})", f"write one: {layout.header}") from error
    columns = layout.named(names)
    for column in layout.required:
        if column not in columns:
            what = f"no column {column!r} in the header"
            raise _Unreadable(header_at + 1, what, f"it must have {', '.join(layout.required)}")
    twice = next((c for c in columns if c and columns.count(c) > 1), None)
    if twice:
        both = [name.strip() for name, column in zip(names, columns, strict=True) if column == twice]
        raise _Unreadable(header_at + 1, f"two columns for {twice}: {', '.join(both)}", "rename one of them")
    return header_at, delimiter, columns, tuple(name.strip() for name in names)


def _numbered(lines: list[str], start: int, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the number of their first line; blank lines and ``#`` comments are passed over."""
    reader = csv.reader(lines[start:], delimiter=delimiter, strict=True)
    while True:
        line = start + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _Unreadable(
                line, f"not CSV ({error})", 'close the quotes: every " needs a second one'
            ) from error
        if not any(cell.strip() for cell in cells) or cells[0].lstrip().startswith("#"):
            continue
        yield line, cells
