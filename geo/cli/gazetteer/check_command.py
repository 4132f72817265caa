"""``geo gazetteer check``: every fault of files of rows."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from geo.gazetteer import Fault

HERE = (Path("gazetteer/places.csv"), Path("gazetteer/corrections.csv"))


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[CSV]…")
@click.option("--json", "as_json", is_flag=True, help="Print the faults as a JSON list.")
def command(files: tuple[Path, ...], as_json: bool) -> int:
    """List every fault of CSV files as file:line: what, what to do.

    Files of places, of corrections and of both are told apart by their headers; where none is named, those in
    ./gazetteer are checked. Exits 2 where there is an error; a warning stops nothing. Without an error, says how many
    rows were read.
    """
    paths = files or tuple(path for path in HERE if path.exists()) or HERE[:1]
    faults = _faults(paths)
    if as_json:
        click.echo(json.dumps([asdict(fault) for fault in faults], ensure_ascii=False, indent=1))
    else:
        for fault in faults:
            click.echo(f"{'warning: ' if fault.warning else ''}{fault}", err=True)
    errors = sum(not fault.warning for fault in faults)
    if not errors and not as_json:
        for path in paths:
            count = _rows(path)
            click.echo(f"{path.as_posix()}: {count:,} row{'' if count == 1 else 's'}, no errors")
    return 2 if errors else 0


def _faults(files: tuple[Path, ...]) -> list[Fault]:
    """The faults of all files, in their order."""
    from geo.gazetteer import check_additions, check_corrections
    from geo.gazetteer.mixed import check_both, gazetteer_with
    from geo.gazetteer.sheets import BOTH, CORRECTIONS, layout_of

    found: list[Fault] = []
    for path in files:
        layout = layout_of(path)
        if layout is BOTH:
            found += check_both(path)
        elif layout is CORRECTIONS:
            found += check_corrections([path], gazetteer_with(None))
        else:
            found += check_additions([path])
    return found


def _rows(path: Path) -> int:
    """How many rows a file without errors has."""
    from geo.gazetteer.sheet import read_rows
    from geo.gazetteer.sheets import layout_of

    return sum(1 for _ in read_rows(path, layout_of(path), path.as_posix()))
