"""``geo gazetteer add``: one place, or a file of rows, into ``./gazetteer``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.errors import OutputError, UsageError

if TYPE_CHECKING:
    from geo.gazetteer.extending import Change

COLUMNS = {
    "feature_code": "GeoNames' code (PPL) or a plain word: village, base, port, sea …",
    "country_code": "ISO 3166-1 alpha-2, such as UA.",
    "admin1": "First-level region: GeoNames' code (UA.05) or its name.",
    "alternate_names": "Further names, parted by | or ;.",
    "population": "People.",
    "radius_km": "Radius of the circle that stands for the place, in kilometres.",
    "start": "First year in which it bore the name.",
    "end": "Last year in which it bore the name.",
    "geonameid": "Its number at GeoNames; a known one amends that place.",
    "wikidata": "Its Q-number at Wikidata.",
    "id": "An id of your own.",
    "source": "Where the point comes from.",
    "note": "Anything else.",
}


def _columns(command: click.decorators.FC) -> click.decorators.FC:
    for column, about in reversed(COLUMNS.items()):
        names = [f"--{column.replace('_', '-')}", *(["--country"] if column == "country_code" else [])]
        command = click.option(*names, column, help=about)(command)
    return command


# A southern latitude looks like an option.
@click.command("add", context_settings={"ignore_unknown_options": True})
@click.argument("place", nargs=-1, metavar="NAME LAT LON")
@_columns
@click.option(
    "--from",
    "source_file",
    type=click.Path(path_type=Path),
    help="Add the rows of this file instead, such as the page's corrections.csv.",
)
def command(place: tuple[str, ...], source_file: Path | None, **cells: str | None) -> None:
    """Add a place to ./gazetteer/places.csv, or --from a file rows of places and corrections, each to its file.

    Everything is checked first: a faulty row writes nothing. The files keep their comments, order, dialect and line
    ends; what is there already is left out and counted.
    """
    from geo.gazetteer.extending import added_lines, by_turns, extend
    from geo.gazetteer.mixed import Entry, read_both

    if source_file is not None:
        if place or any(cells.values()):
            raise UsageError("--from FILE goes alone; leave out NAME LAT LON and the columns")
        places, corrections = read_both(source_file)
        if not (places or corrections):
            click.echo(f"{source_file.as_posix()}: 0 rows under its header; nothing to add")
            return
    else:
        row = _row(place, cells)
        places, corrections = [Entry(row, f"{row['name']!r} at {row['latitude']},{row['longitude']}")], []
    with by_turns():
        change = extend(places, corrections)
        _write(change)
    for warning in change.warnings:
        click.echo(f"warning: {warning}", err=True)
    for line in added_lines(change):
        click.echo(line)


def _row(place: tuple[str, ...], cells: dict[str, str | None]) -> dict[str, str]:
    if unknown := next((word for word in place if word.startswith("--")), None):
        raise UsageError(f"no such option: {unknown}; see `geo gazetteer add --help`")
    if len(place) != 3:
        what = 'geo gazetteer add "Zhabokryky" 48.51 37.71 --country UA'
        raise UsageError(f"give NAME LAT LON, the name in quotes where it has spaces: {what}")
    name, latitude, longitude = place
    given = {column: text for column, text in cells.items() if text}
    return {"name": name, "latitude": latitude, "longitude": longitude, **given}


def _write(change: Change) -> None:
    """Write the files, unless somebody else has changed one since it was read."""
    from geo.tables.files import write_atomically

    for path, (old, new) in change.files.items():
        try:
            path.parent.mkdir(exist_ok=True)
            held = path.read_bytes() if path.exists() else None
        except OSError as error:
            raise OutputError(f"{path}: cannot be written ({error.strerror}); free the folder") from error
        if held != old:
            raise OutputError(f"{path}: changed while the rows were checked; run the command again")
        write_atomically(path, new)
