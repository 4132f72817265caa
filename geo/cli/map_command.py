"""``geo map``: articles in, one offline web map out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from geo.cli.reading import Given, Reader, open_layers, parse_articles, reading_options, refuse_overwriting

if TYPE_CHECKING:
    from geo.tables import Tables

FILE = click.Path(path_type=Path)


@click.command("map")
@reading_options
@click.option("-o", "--output", type=FILE, required=True, help="The map to write, such as map.html.")
@click.option("--title", help="The map's title; a single article's headline if not given.")
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
    refuse_overwriting(outputs, sources, (*gazetteers, *given.corrections))
    reader = Reader(columns)
    articles = reader.read(sources)
    result = parse_articles(
        articles, open_layers(gazetteers, borders, alone=given.only_gazetteer), min_score, given
    )

    from geo.map import Map

    Map(result, title=title, text=text, borders=borders, tiles=tiles).save(output)
    write_tables(result.tables, geojson=geojson, csv=csv, gpkg=gpkg, unresolved=unresolved)
    return reader.exit_code


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
