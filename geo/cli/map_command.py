"""``geo map``: articles in, one offline web map out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import click

from geo.cli.reading import (
    Given,
    Reader,
    numbers_of,
    open_layers,
    parse_articles,
    reading_options,
    refuse_overwriting,
)
from geo.errors import UsageError

if TYPE_CHECKING:
    from geo.tables import Tables

FILE = click.Path(path_type=Path)
HEAVY = 25_000_000
"""Bytes of a page above which its maker is told."""


@click.command("map")
@reading_options
@click.option("-o", "--output", type=FILE, required=True, help="The map to write, such as map.html.")
@click.option("--title", help="The map's title; a single article's headline if not given.")
@click.option("--intro", type=FILE, help="A few words on the map, in Markdown, that the page shows first.")
@click.option(
    "--layer",
    "layers",
    type=FILE,
    multiple=True,
    help="Shapes of your own (GeoJSON, GeoPackage, KML) to switch on and off on the map; may be repeated.",
)
@click.option(
    "--image", type=FILE, help="A scanned map (PNG, JPEG, GIF, WebP) under the marks; needs --bounds."
)
@click.option("--bounds", metavar="W,S,E,N", help="The image's edges: west, south, east, north, in degrees.")
@click.option(
    "--text",
    type=click.Choice(["quotes", "full"]),
    default="quotes",
    show_default=True,
    help="What the page holds of the articles: the sentences that name places, or all of them.",
)
@click.option(
    "--borders",
    type=click.Choice(["un", "de-facto"]),
    default="un",
    show_default=True,
    help="Whose view of disputed borders the map takes.",
)
@click.option(
    "--tiles", metavar="URL", help="An online tile layer behind the marks; the map then needs a network."
)
@click.option("--geojson", type=FILE, help="Also write the places as GeoJSON.")
@click.option("--csv", type=FILE, help="Also write the mentions as CSV.")
@click.option("--gpkg", type=FILE, help="Also write articles, mentions and places as a GeoPackage.")
@click.option("--unresolved", type=FILE, help="Also write what could not be placed as CSV.")
def command(
    sources: tuple[str, ...],
    gazetteers: tuple[Path, ...],
    min_score: float,
    columns: str,
    given: Given,
    output: Path,
    title: str | None,
    intro: Path | None,
    layers: tuple[Path, ...],
    image: Path | None,
    bounds: str | None,
    text: Literal["quotes", "full"],
    borders: Literal["un", "de-facto"],
    tiles: str | None,
    geojson: Path | None,
    csv: Path | None,
    gpkg: Path | None,
    unresolved: Path | None,
) -> int:
    """Read SOURCES and write one web map that works offline, every mark with its sentences.

    A source is a .txt, .md, .html, .jsonl, .csv or .tsv file, a folder of them, or - for standard input.
    """
    outputs = {
        "--output": output,
        "--geojson": geojson,
        "--csv": csv,
        "--gpkg": gpkg,
        "--unresolved": unresolved,
    }
    refuse_overwriting(
        outputs, sources, (*gazetteers, *given.corrections, *layers, *filter(None, (image, intro)))
    )
    own = _own(intro, layers, image, bounds)
    reader = Reader(columns)
    articles = reader.read(sources)
    result = parse_articles(
        articles, open_layers(gazetteers, borders, alone=given.only_gazetteer), min_score, given
    )

    from geo.map import Map

    Map(result, title=title, text=text, borders=borders, tiles=tiles, **own).save(output)
    _warn_of_size(output)
    write_tables(result.tables, geojson=geojson, csv=csv, gpkg=gpkg, unresolved=unresolved)
    return reader.exit_code


def _own(
    intro: Path | None, layers: tuple[Path, ...], image: Path | None, bounds: str | None
) -> dict[str, Any]:
    """What of the user's own goes onto the page, read once before the work so that a bad file is told at once."""
    if (image is None) != (bounds is None):
        raise UsageError("--image and --bounds go together: --image FILE --bounds W,S,E,N")
    own: dict[str, Any] = {}
    if intro is not None:
        from geo.map.intro import read_intro

        own["intro"] = read_intro(intro)
    if layers:
        from geo.map.own_layers import read_layers

        for path in layers:
            read_layers(path)
        own["layers"] = layers
    if image is not None:
        from geo.map.scan import read_scan

        edges = numbers_of("--bounds", bounds, 4, "west,south,east,north in degrees, such as 22,44,40,52")
        own |= {"image": image, "bounds": edges}
        read_scan(image, cast("Any", edges))
    return own


def _warn_of_size(page: Path) -> None:
    size = page.stat().st_size
    if size > HEAVY:
        click.echo(
            f"geo: warning: {page} has {size / 1e6:.0f} MB and will open slowly; --min-score 0.6, --text quotes or "
            "fewer articles make it smaller",
            err=True,
        )


def write_tables(
    tables: Tables,
    *,
    geojson: Path | None = None,
    csv: Path | None = None,
    gpkg: Path | None = None,
    unresolved: Path | None = None,
) -> None:
    """Write the tables that were asked for, each beside its place and then renamed."""
    from geo.tables import write_csv, write_geojson, write_gpkg, write_unresolved

    for path, write in (
        (geojson, write_geojson),
        (csv, write_csv),
        (gpkg, write_gpkg),
        (unresolved, write_unresolved),
    ):
        if path is not None:
            write(tables, path)
