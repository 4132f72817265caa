"""``geo gazetteer import``: a downloaded gazetteer as a file for ``--gazetteer``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.errors import GazetteerError, UsageError

if TYPE_CHECKING:
    from geo.gazetteer import Fault

FORMATS = ("geonames", "lpf", "lp-tsv", "pleiades", "geojson")
SHOWN = 20
"""Lines that are left out and named one by one."""


@dataclass
class _Tally:
    """What became of the lines."""

    kept: int = 0
    passed_over: int = 0
    faults: list[Fault] = field(default_factory=list)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; FILE's name with .places.csv."
)
@click.option("--format", "format_", type=click.Choice(FORMATS), help="The format; found out if not given.")
@click.option("--country", "countries", metavar="CC", multiple=True, help="Only places there.")
@click.option(
    "--min-population", type=click.IntRange(min=0), default=0, help="Only places of so many people."
)
def command(
    file: Path, output: Path | None, format_: str | None, countries: tuple[str, ...], min_population: int
) -> int:
    """Turn FILE, a gazetteer that you have downloaded, into rows for --gazetteer.

    It may be a GeoNames dump (UA.txt, allCountries.txt), Linked Places of the World Historical Gazetteer (JSON or
    TSV), Pleiades' places (CSV) or any GeoJSON. Lines that are broken are counted and named, and the rest goes on;
    the exit code is then 2.
    """
    from geo.gazetteer.country_codes import advice_on
    from geo.gazetteer.imports import format_of, reader_of
    from geo.gazetteer.world import World
    from geo.tables.files import stream_atomically

    target = output or Path(f"{file.stem}.places.csv")
    if target.exists() and file.exists() and target.samefile(file):
        raise UsageError(f"{target}: --output would overwrite FILE; name another file")
    read = reader_of(format_ or format_of(file))
    tally = _Tally()
    codes = World().country_codes
    wanted = frozenset(code.upper() for code in countries)
    for code in sorted(wanted - codes):
        raise UsageError(f"--country {code}: no such country; {advice_on(code)}")

    def lines() -> Iterator[bytes]:
        from geo.gazetteer.additions import LAYOUT
        from geo.gazetteer.fields import parse_row
        from geo.gazetteer.sheet import Fault, shown

        yield (",".join(LAYOUT.columns) + "\n").encode()
        seen: dict[str, int] = {}
        for one in read(file):
            if isinstance(one, Fault):
                tally.faults.append(one)
                continue
            line, cells = one
            if cells.get("country_code", "").upper() not in codes:
                cells["country_code"] = ""
            row, problems = parse_row(cells, codes, f"{shown(file)}:{line}", line)
            if row is None:
                tally.faults += [Fault(shown(file), line, *problem) for problem in problems]
            elif (wanted and row.place.country_code not in wanted) or row.place.population < min_population:
                tally.passed_over += 1
            elif row.place.id in seen:
                what = f"the id {row.place.id} is also in line {seen[row.place.id]}"
                tally.faults.append(Fault(shown(file), line, what, "left out"))
            else:
                seen[row.place.id] = line
                tally.kept += 1
                text = io.StringIO()
                csv.writer(text, lineterminator="\n").writerow([cells.get(c, "") for c in LAYOUT.columns])
                yield text.getvalue().encode()

    written = lines()
    head = [*islice(written, 2)]
    if len(head) < 2 and not tally.passed_over:
        _say(tally.faults)
        known = f"is it not {format_}?" if format_ else f"name its format with --format {'|'.join(FORMATS)}."
        raise GazetteerError(f"{file.as_posix()}:1: no place in it; {known} Nothing was written")
    stream_atomically(target, chain(head, written))
    _say(tally.faults)
    if len(tally.faults) > SHOWN:
        listed = target.with_name(f"{target.name}.faults.txt")
        stream_atomically(listed, (f"{fault}\n".encode() for fault in tally.faults))
        click.echo(f"and {len(tally.faults) - SHOWN} more; all are in {listed.as_posix()}", err=True)
    over = f", {tally.passed_over} not asked for" if tally.passed_over else ""
    click.echo(f"{target.as_posix()}: {tally.kept} places; {len(tally.faults)} faults{over}")
    return 2 if tally.faults else 0


def _say(faults: list[Fault]) -> None:
    for fault in faults[:SHOWN]:
        click.echo(str(fault), err=True)
