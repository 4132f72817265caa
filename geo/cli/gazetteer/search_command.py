"""``geo gazetteer search``: the places that may bear a name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.cli.reading import numbers_of, open_layers
from geo.errors import UsageError

if TYPE_CHECKING:
    from geo.records import Candidate

DEFAULT_LIMIT = 20
PIPED_WIDTH = 200


@click.command("search")
@click.argument("name")
@click.option(
    "--country", "countries", metavar="CC", multiple=True, help="Only places there (ISO 3166-1 alpha-2)."
)
@click.option("--near", metavar="LAT,LON", help="Sort by the distance from this point, in degrees.")
@click.option(
    "--gazetteer", "gazetteers", type=click.Path(path_type=Path), multiple=True, help="A CSV of your own."
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=DEFAULT_LIMIT, show_default=True, help="Rows at most."
)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list rather than a table.")
def command(
    name: str,
    countries: tuple[str, ...],
    near: str | None,
    gazetteers: tuple[Path, ...],
    limit: int,
    as_json: bool,
) -> None:
    """List the places that may bear NAME, best match first."""
    from geo.gazetteer import normalise
    from geo.gazetteer.country_codes import advice_on

    if not normalise(name):
        raise UsageError(f"{name!r} has no letter in it; give a name to search for")
    point = _parse_point(near)
    gazetteer = open_layers(gazetteers)
    wanted = {code.upper() for code in countries}
    for code in sorted(wanted - gazetteer.country_codes):
        raise UsageError(f"--country {code}: no such country; {advice_on(code)}")
    # A slip of the finger is only looked for where nothing bears the name as it was typed.
    found = gazetteer.candidates(name) or gazetteer.candidates(name, fuzzy=True)
    found = tuple(c for c in found if not wanted or c.place.country_code in wanted)
    if not found:
        where = f" in {', '.join(sorted(wanted))}" if wanted else ""
        raise UsageError(
            f"no place called {name!r}{where}; add a row to gazetteer/places.csv (docs/gazetteer.md)"
        )
    rows = _rows(found, point)[:limit]
    if as_json:
        click.echo(json.dumps([_record(*row, point) for row in rows], ensure_ascii=False, indent=1))
        return
    _print_table(rows, far=point is not None)
    if len(found) > limit:
        click.echo(f"{len(found) - limit} more; say --limit {len(found)}")


def _parse_point(text: str | None) -> tuple[float, float] | None:
    """``"48.3,37.2"`` as degrees, None for none; raises ``UsageError``."""
    numbers = numbers_of("--near", text, 2, "LAT,LON in degrees, such as 48.28,37.18")
    if numbers is None:
        return None
    latitude, longitude = numbers
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise UsageError(f"--near {text}: latitude goes from -90 to 90, longitude from -180 to 180")
    return latitude, longitude


def _rows(found: Iterable[Candidate], point: tuple[float, float] | None) -> list[tuple[Candidate, float]]:
    from geopy.distance import great_circle

    if point is None:
        return [(candidate, 0.0) for candidate in found]
    rows = [(c, great_circle(point, (c.place.lat, c.place.lon)).km) for c in found]
    return sorted(rows, key=lambda row: row[1])


def _print_table(rows: list[tuple[Candidate, float]], *, far: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("id", "name", "kind", "where", "people", "lat, lon", "matched"):
        foldable = heading in {"name", "where", "matched"}
        table.add_column(heading, no_wrap=not foldable, justify="right" if heading == "people" else "left")
    if far:
        table.add_column("km", justify="right", no_wrap=True)
    for candidate, km in rows:
        place = candidate.place
        where = ", ".join(part for part in (place.admin1_name, place.country_code) if part)
        matched = candidate.match if candidate.name == place.name else f"{candidate.match}: {candidate.name}"
        people = f"{place.population:,}" if place.population else ""
        cells = [
            place.id,
            place.name,
            place.feature_code,
            where,
            people,
            f"{place.lat:.4f}, {place.lon:.4f}",
            matched,
        ]
        table.add_row(*cells, *([f"{km:,.0f}"] if far else []))
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        # Piped output is not folded at 80 columns: a line stays a row.
        console.width = PIPED_WIDTH
    console.print(table)


def _record(candidate: Candidate, km: float, point: tuple[float, float] | None) -> dict[str, Any]:
    place = candidate.place
    return {
        "id": place.id,
        "name": place.name,
        "matched": candidate.name,
        "match": candidate.match,
        "feature_code": place.feature_code,
        "country_code": place.country_code,
        "admin1": place.admin1,
        "admin1_name": place.admin1_name,
        "latitude": place.lat,
        "longitude": place.lon,
        "population": place.population,
        "source": place.source,
        **({} if point is None else {"km": round(km, 1)}),
    }
