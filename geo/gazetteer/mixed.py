"""Files that hold rows of places and of corrections, as the page's download does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from geo.errors import GazetteerError
from geo.gazetteer.additions import check_additions
from geo.gazetteer.corrections import check_corrections
from geo.gazetteer.sheet import Fault, Layout, Row, read_rows, shown
from geo.gazetteer.sheets import CORRECTIONS, PLACES, layout_of, read_sheet
from geo.gazetteer.store import Gazetteer, open_gazetteer


@dataclass(frozen=True, slots=True)
class Entry:
    """A row by itself: its cells, what messages call it (``file:line``, or what else it came from), and its line."""

    values: Mapping[str, str]
    origin: str
    line: int = 0


def rows_of_both(path: Path) -> tuple[list[Entry], list[Entry], list[Fault]]:
    """The rows of places and of corrections in a file of either kind or both, and what can't be read as a row."""
    layout = layout_of(path)
    places: list[Entry] = []
    corrections: list[Entry] = []
    faults: list[Fault] = []
    for row in read_rows(path, layout, shown(path)):
        if isinstance(row, Fault):
            faults.append(row)
        elif layout is CORRECTIONS or row.values.get("action") or row.values.get("mention"):
            corrections.append(_entry(row, CORRECTIONS, path))
        else:
            places.append(_entry(row, PLACES, path))
    return places, corrections, faults


def read_both(path: Path) -> tuple[list[Entry], list[Entry]]:
    """The rows of places and of corrections in a file of either kind or both.

    Raises ``GazetteerError`` with all faults of lines that can't be read as rows, a line each.
    """
    places, corrections, faults = rows_of_both(path)
    if faults:
        raise GazetteerError("\n".join(map(str, faults)))
    return places, corrections


def with_origins(text: str, file: str, origins: Mapping[int, str]) -> str:
    """A message in which the rows of a file, ``file:line``, are called by where they came from."""
    return re.sub(rf"{re.escape(file)}:(\d+)", lambda row: origins.get(int(row[1]), row[0]), text)


def check_both(path: Path) -> list[Fault]:
    """Every fault and warning of such a file, in the order of its lines; it raises nothing.

    Its corrections may name its own places by their ids.
    """
    places, corrections, faults = rows_of_both(path)
    with TemporaryDirectory() as folder:
        made, fixes = Path(folder) / "places.csv", Path(folder) / "corrections.csv"
        entry_at = _write(made, PLACES, places)
        found = check_additions([made], label=shown(path))
        faults += [_of_entry(fault, entry_at) for fault in found]
        is_good = not any(not fault.warning for fault in found)
        entry_at = _write(fixes, CORRECTIONS, corrections)
        found = check_corrections([fixes], gazetteer_with(made if is_good else None), label=shown(path))
        faults += [_of_entry(fault, entry_at) for fault in found]
    return sorted(faults, key=lambda fault: (fault.line, fault.warning, fault.what))


def gazetteer_with(rows: Path | None) -> Gazetteer:
    """The gazetteer with ``./gazetteer/places.csv``, where that has no fault, and a file of rows on top."""
    extra = [rows] if rows else []
    try:
        return open_gazetteer(extra)
    except GazetteerError:
        # The faults of ./gazetteer/places.csv are its own check's to say.
        return open_gazetteer(extra, here=False)


def _entry(row: Row, layout: Layout, path: Path) -> Entry:
    values = {c: row.values.get(c, "") for c in layout.columns}
    return Entry(values | dict(row.others), f"{shown(path)}:{row.line}", row.line)


def _write(path: Path, layout: Layout, rows: list[Entry]) -> dict[int, Entry]:
    """Write the rows to a new file; each by the line at which it stands there."""
    sheet, values = read_sheet(path, layout), [row.values for row in rows]
    path.write_bytes(sheet.with_rows(values))
    return dict(zip(sheet.line_numbers(values), rows, strict=True))


def _of_entry(fault: Fault, entry_at: Mapping[int, Entry]) -> Fault:
    """A fault of a row that was written elsewhere, by the lines of the file that it came from."""
    origins = {line: entry.origin for line, entry in entry_at.items()}
    return replace(fault, line=entry_at[fault.line].line, what=with_origins(fault.what, fault.path, origins))
