"""Files that hold rows of places and of corrections, as the page's download does."""

from __future__ import annotations

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


def check_both(path: Path) -> list[Fault]:
    """Every fault and warning of such a file, in the order of its lines; it raises nothing.

    Its corrections may name its own places by their ids.
    """
    places, corrections, faults = rows_of_both(path)
    with TemporaryDirectory() as folder:
        made, fixes = Path(folder) / "places.csv", Path(folder) / "corrections.csv"
        _write(made, PLACES, places)
        _write(fixes, CORRECTIONS, corrections)
        found = check_additions([made])
        faults += _where_they_came_from(found, places, path)
        is_good = not any(not fault.warning for fault in found)
        faults += _where_they_came_from(
            check_corrections([fixes], gazetteer_with(made if is_good else None)), corrections, path
        )
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


def _write(path: Path, layout: Layout, rows: list[Entry]) -> None:
    path.write_bytes(read_sheet(path, layout).with_rows([row.values for row in rows]))


def _where_they_came_from(faults: list[Fault], rows: list[Entry], path: Path) -> list[Fault]:
    """The faults of rows under a header, by the file and lines that the rows came from."""
    return [replace(fault, path=shown(path), line=rows[fault.line - 2].line) for fault in faults]
