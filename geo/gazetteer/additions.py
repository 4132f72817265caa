"""The CSV that people extend: rows of places, read strictly and with every fault named at once."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer.fields import Addition, parse_row
from geo.gazetteer.names import normalise

__all__ = ["Addition", "Fault", "check_additions", "read_additions"]

HEADERS: dict[str, str] = {
    alias.replace("_", ""): column
    for column, aliases in {
        "name": "name title place place_name placename toponym main_name asciiname label",
        "latitude": "latitude lat y repr_lat decimal_latitude lat_dd latitude_wgs84",
        "longitude": "longitude lon lng long x repr_long repr_lon decimal_longitude lon_dd longitude_wgs84",
        "id": "id place_id",
        "feature_code": "feature_code feature type kind fcode fcodes feature_type place_type featuretypes",
        "country_code": "country_code country cc ccode ccodes iso iso2 iso_a2",
        "admin1": "admin1 admin1_code region state province",
        "alternate_names": "alternate_names alternatenames alternate_name aliases alias names other_names variants "
        "alt_names",
        "population": "population pop",
        "radius_km": "radius_km radius",
        "start": "start start_year from begin min_date start_date",
        "end": "end end_year to max_date end_date",
        "geonameid": "geonameid geonames_id geonames geoname_id",
        "wikidata": "wikidata wikidata_id qid",
        "source": "source sources",
        "note": "note notes comment remark remarks description",
    }.items()
    for alias in aliases.split()
}
"""The columns that we read, by their names and aliases without spaces, hyphens and underscores."""
REQUIRED = ("name", "latitude", "longitude")
MAX_BYTES = 512 * 1024 * 1024


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


def read_additions(
    path: Path, country_codes: frozenset[str] | None = None, *, label: str | None = None
) -> list[Addition]:
    """The rows of a CSV, TSV or semicolon file of places, in its order.

    ``country_codes`` are the known ones (default: those of the world file); ``label`` is what places and messages
    call the file (default: its path). Raises ``GazetteerError`` with all
    faults, a line each, as ``file:line: what; what to do``.
    """
    known = _known_countries() if country_codes is None else country_codes
    rows, faults = _read(path, known, label or _shown(path))
    errors = [fault for fault in faults if not fault.warning]
    if errors:
        raise GazetteerError("\n".join(map(str, errors)))
    return rows


def check_additions(paths: Sequence[Path]) -> list[Fault]:
    """Every fault and warning of some files of places, in the order of files and lines; it raises nothing."""
    from geo.gazetteer.checks import check_places
    from geo.gazetteer.world import World

    world = World()
    found = []
    for path in paths:
        rows, faults = _read(Path(path), world.country_codes, _shown(path))
        faults += [Fault(_shown(path), *finding) for finding in check_places(rows, world)]
        found += sorted(faults, key=lambda fault: (fault.line, fault.warning, fault.what))
    return found


def _known_countries() -> frozenset[str]:
    from geo.gazetteer.world import World

    return World().country_codes


def _shown(path: Path) -> str:
    return Path(path).as_posix()


def _read(path: Path, country_codes: frozenset[str], name: str) -> tuple[list[Addition], list[Fault]]:
    """All good rows and all faults of a file, which both call it ``name``."""
    try:
        text = _decode(path)
        columns, records = _records(text)
    except _Unreadable as error:
        return [], [Fault(name, error.line, error.what, error.remedy)]
    rows: list[Addition] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    try:
        for line, cells in records:
            if len(cells) != len(columns):
                what = f"{len(cells)} cells where the header has {len(columns)}"
                remedy = "quote a name that holds the separator, and leave empty cells empty"
                faults.append(Fault(name, line, what, remedy))
                continue
            values = {column: cell.strip() for column, cell in zip(columns, cells, strict=True) if column}
            row, problems = parse_row(values, country_codes, f"{name}:{line}", line)
            faults += [Fault(name, line, *problem) for problem in problems]
            if row is None:
                continue
            if row.place.id in seen:
                what = f"the id {row.place.id} is also in line {seen[row.place.id]}"
                faults.append(Fault(name, line, what, "give each row its own id, or merge the two"))
                continue
            seen[row.place.id] = line
            rows.append(row)
    except _Unreadable as error:
        faults.append(Fault(name, error.line, error.what, error.remedy))
    return rows, faults


class _Unreadable(Exception):
    """The file as a whole cannot be read."""

    def __init__(self, line: int, what: str, remedy: str) -> None:
        super().__init__(what)
        self.line, self.what, self.remedy = line, what, remedy


def _decode(path: Path) -> str:
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
        raise _Unreadable(1, "empty", f"write a header ({','.join(REQUIRED)}) and a row a place")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _Unreadable(line, "a NUL character: not a text file", "save it as CSV with the encoding UTF-8")
    return text


def _records(text: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """Our column names in the file's order ("" for columns that we do not read), and its rows with their lines."""
    lines = text.splitlines(keepends=True) if "\n" not in text and "\r" in text else text.split("\n")
    lines = [line if line.endswith(("\n", "\r")) else line + "\n" for line in lines]
    header_at = next((i for i, line in enumerate(lines) if line.strip() and not line.startswith("#")), None)
    if header_at is None:
        raise _Unreadable(1, "no header", f"write one: {','.join(REQUIRED)}")
    header = lines[header_at]
    delimiter = max(",;\t|", key=lambda mark: len(set(_columns(header.split(mark))) & set(HEADERS.values())))
    try:
        names = next(csv.reader([header], delimiter=delimiter))
    except csv.Error as error:
        raise _Unreadable(
            header_at + 1, f"not a header ({error})", f"write one: {','.join(REQUIRED)}"
        ) from error
    columns = _columns(names)
    for column in REQUIRED:
        if column not in columns:
            what = f"no column {column!r} in the header"
            raise _Unreadable(header_at + 1, what, f"it must have {', '.join(REQUIRED)}")
    twice = next((c for c in columns if c and columns.count(c) > 1), None)
    if twice:
        both = [name.strip() for name, column in zip(names, columns, strict=True) if column == twice]
        raise _Unreadable(header_at + 1, f"two columns for {twice}: {', '.join(both)}", "rename one of them")
    return columns, _numbered(lines, header_at + 1, delimiter)


def _columns(names: Sequence[str]) -> list[str]:
    keys = ["".join(c for c in name.strip().strip('"').lower() if c not in " _-") for name in names]
    return [HEADERS.get(key, "") for key in keys]


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


def key_of(row: Addition) -> tuple[str, str]:
    """What makes two rows the same place if they are near: name and feature class."""
    return normalise(row.place.name), row.place.feature_class
