"""``geo gazetteer info``: what the gazetteer holds, and from where."""

from __future__ import annotations

import json
from pathlib import Path

import click

from geo.cli.reading import open_layers


@click.command("info")
@click.option(
    "--gazetteer", "gazetteers", type=click.Path(path_type=Path), multiple=True, help="A CSV of your own."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON rather than lines.")
def command(gazetteers: tuple[Path, ...], as_json: bool) -> None:
    """Say which layers the gazetteer has, how much each holds, its sources with their licences, and its hash."""
    from geo.gazetteer.holdings import holdings

    found = holdings(open_layers(gazetteers), gazetteers)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    click.echo(f"world file: {found['world']['places']:,} places, {found['world']['keys']:,} names")
    for kind, count in found["world"]["kinds"].items():
        click.echo(f"  {kind:24s}{count:>9,}")
    for layer in found["layers"]:
        click.echo(f"{layer['file']}: {layer['rows']:,} rows")
    click.echo("sources:")
    for source in found["sources"]:
        click.echo(f"  {source['what']}: {source['from']} {source['version']}, {source['licence']}")
    click.echo(f"content of the world file: sha256 {found['world']['sha256']}")
    click.echo(f"all layers: sha256 {found['sha256']}")
