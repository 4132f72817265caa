"""Rows going into ``./gazetteer``: checked whole before anything is written, and never there twice."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from geo.errors import GazetteerError, OutputError
from geo.gazetteer.additions import Addition, check_additions, read_additions
from geo.gazetteer.cells import FaultyCellError
from geo.gazetteer.corrections import check_corrections, read_corrections
from geo.gazetteer.fields import degrees_of, parse_row
from geo.gazetteer.mixed import Entry, with_origins
from geo.gazetteer.names import normalise
from geo.gazetteer.sheet import Fault, shown
from geo.gazetteer.sheets import CORRECTIONS, PLACES, holds_rows, read_sheet, reads_back
from geo.gazetteer.store import open_gazetteer
from geo.gazetteer.world import World

HERE = Path("gazetteer")
PLACES_FILE, CORRECTIONS_FILE = HERE / "places.csv", HERE / "corrections.csv"
PATIENCE = 60
"""Seconds to wait for another process that adds rows."""
Values = Mapping[str, str]
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be written: for each file its new bytes and the old ones (None: not there yet)."""

    files: Mapping[Path, tuple[bytes | None, bytes]] = field(default_factory=dict)
    places: int = 0
    corrections: int = 0
    skipped: int = 0
    warnings: tuple[str, ...] = ()
    """What is doubtful about the new rows."""


@contextmanager
def by_turns(folder: Path = HERE) -> Iterator[None]:
    """Wait until no other process is adding rows to a folder, and keep others waiting meanwhile.

    The lock is a file among the system's temporary ones. Raises ``OutputError`` after a minute.
    """
    from filelock import FileLock, Timeout

    whose = f"{getattr(os, 'getuid', int)()} {folder.resolve()}"
    name = f"dateline-{hashlib.sha256(whose.encode()).hexdigest()[:16]}.lock"
    try:
        with FileLock(Path(gettempdir()) / name, timeout=PATIENCE):
            yield
    except Timeout:
        message = (
            f"{shown(folder)}: another `geo gazetteer add` has been at work for a minute; run it again later"
        )
        raise OutputError(message) from None


def extend(places: Sequence[Entry], corrections: Sequence[Entry] = ()) -> Change:
    """What adding the rows makes of ``./gazetteer/places.csv`` and ``corrections.csv``. Nothing is written.

    Rows that are there already are left out and counted. Raises ``GazetteerError`` with every fault of the files as
    they would be, a line each; a row of a pair that is one place too many is such a fault.
    """
    codes = World().country_codes
    new_places, known_places = _new(places, lambda row: _place_key(row, codes), _known_places(codes))
    new_corrections, known = _new(corrections, _correction_key, _known_corrections())
    files: dict[Path, tuple[bytes | None, bytes]] = {}
    origins: dict[str, dict[int, str]] = {}
    with TemporaryDirectory() as folder:
        for path, layout, rows in (
            (PLACES_FILE, PLACES, new_places),
            (CORRECTIONS_FILE, CORRECTIONS, new_corrections),
        ):
            if not rows:
                continue
            sheet = read_sheet(path, layout)
            files[path] = (
                path.read_bytes() if path.exists() else None,
                sheet.with_rows([row.values for row in rows]),
            )
            lines = sheet.line_numbers([row.values for row in rows])
            origins[shown(path)] = {line: row.origin for line, row in zip(lines, rows, strict=True)}
            made = Path(folder) / path.name
            made.write_bytes(files[path][1])
            if not reads_back(path, made, [row.values for row in rows], layout):
                what = "a row would read otherwise than it was meant"
                raise GazetteerError(f"{rows[0].origin}: {what}; take # from the start of its first cell")
        faults = _faults(Path(folder), files)
    if errors := _errors(faults):
        raise GazetteerError("\n".join(_said(fault, origins) for fault in errors))
    warnings = tuple(_said(fault, origins) for fault in faults if fault.line in origins.get(fault.path, {}))
    return Change(files, len(new_places), len(new_corrections), known_places + known, warnings)


def _said(fault: Fault, origins: Mapping[str, Mapping[int, str]]) -> str:
    """A fault of a new row by where that row came from, and so the row that it names beside it."""
    return with_origins(str(fault), fault.path, origins.get(fault.path, {}))


def _faults(folder: Path, files: Mapping[Path, object]) -> list[Fault]:
    faults: list[Fault] = []
    places, corrections = folder / PLACES_FILE.name, folder / CORRECTIONS_FILE.name
    if PLACES_FILE in files:
        faults += check_additions([places], label=shown(PLACES_FILE))
    if not _errors(faults) and CORRECTIONS_FILE in files:
        gazetteer = open_gazetteer([places] if places.exists() else [], here=not places.exists())
        faults += check_corrections([corrections], gazetteer, label=shown(CORRECTIONS_FILE))
    return faults


def _errors(faults: Sequence[Fault]) -> list[Fault]:
    return [fault for fault in faults if not fault.warning]


def _new(rows: Sequence[Entry], key_of: Callable[[Values], Key], known: set[Key]) -> tuple[list[Entry], int]:
    """The rows that are not there yet, each once, and how many were."""
    fresh: dict[Key, Entry] = {}
    skipped = 0
    for row in rows:
        key = key_of(row.values)
        if key in known or key in fresh:
            skipped += 1
        else:
            fresh[key] = row
    return list(fresh.values()), skipped


def _known_places(codes: frozenset[str]) -> set[Key]:
    return {_says(row) for row in (read_additions(PLACES_FILE, codes) if holds_rows(PLACES_FILE) else ())}


def _says(row: Addition) -> Key:
    """All that a row says of its place, wherever it stands."""
    return replace(row.place, source=""), row.names, row.given, row.admin1


def _known_corrections() -> set[Key]:
    return {
        (
            row.action,
            row.key,
            row.article,
            "" if row.start is None else str(row.start),
            row.country_code,
            row.place,
            *(map(_rounded, row.point) if row.point else ("", "")),
        )
        for row in (read_corrections(CORRECTIONS_FILE) if holds_rows(CORRECTIONS_FILE) else ())
    }


def _place_key(row: Values, codes: frozenset[str]) -> Key:
    cells = {column: row[column].strip() for column in PLACES.columns if row.get(column)}
    parsed, _ = parse_row(cells, codes, "", 0)
    return _says(parsed) if parsed else tuple(sorted(cells.items()))


def _correction_key(row: Values) -> Key:
    cell = row.get
    return (
        cell("action", "").lower(),
        normalise(cell("mention", "")),
        cell("article", ""),
        cell("start", ""),
        cell("country_code", "").upper(),
        cell("place", ""),
        _degrees(cell("latitude", ""), "latitude"),
        _degrees(cell("longitude", ""), "longitude"),
    )


def _degrees(text: str, column: str) -> str:
    """Degrees as the rows that are there are compared; whatever is none as it is."""
    try:
        degrees = degrees_of(text, column) if text else None
    except FaultyCellError:
        return text
    return text if degrees is None else _rounded(degrees)


def _rounded(number: float) -> str:
    return f"{round(number, 6):.5f}"


def added_lines(change: Change) -> Iterator[str]:
    """What was done, a line a file."""
    for path, (old, _) in change.files.items():
        count = change.places if path == PLACES_FILE else change.corrections
        made = " (a new file)" if old is None else ""
        yield f"{shown(path)}: {count} row{'' if count == 1 else 's'} added{made}"
    if change.skipped:
        yield f"{change.skipped} left out: already there"
