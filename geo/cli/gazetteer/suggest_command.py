"""``geo gazetteer suggest``: the nearest names to one that is missing, and a row ready to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.cli.reading import open_layers
from geo.errors import UsageError

if TYPE_CHECKING:
    from geo.records import Candidate

NEAREST = 8


@click.command("suggest")
@click.argument("name")
@click.option(
    "--gazetteer", "gazetteers", type=click.Path(path_type=Path), multiple=True, help="A CSV of your own."
)
def command(name: str, gazetteers: tuple[Path, ...]) -> None:
    """Show the names most like NAME and where they are, and a row for gazetteer/places.csv to fill in."""
    from geo.gazetteer import normalise
    from geo.gazetteer.similar import similar_names
    from geo.tables.build import ROW_COLUMNS, ready_row

    if not normalise(name):
        raise UsageError(f"{name!r} has no letter in it; give a name")
    found = similar_names(open_layers(gazetteers), name, NEAREST)
    click.echo("nearest names:" if found else "nothing like it in the gazetteer")
    for candidate in found:
        click.echo(f"  {_line(candidate)}")
    click.echo("a row for gazetteer/places.csv; fill in the point:")
    click.echo(f"  {','.join(ROW_COLUMNS)}")
    click.echo(f"  {ready_row({'name': ' '.join(name.split())})}")


def _line(candidate: Candidate) -> str:
    place = candidate.place
    where = ", ".join(part for part in (place.admin1_name, place.country_code) if part)
    called = candidate.name if candidate.name == place.name else f"{candidate.name} ({place.name})"
    people = f", {place.population:,} people" if place.population else ""
    return f"{called}, {where or place.feature_code}: {place.lat:.4f}, {place.lon:.4f}{people} [{place.id}]"
