"""Build ``geo/gazetteer/data/world.dat`` from the installed packages and our two tables of regions.

    python -m tools.build_gazetteer [--check | --rows] [--output FILE]

The same packages give the same content, whatever the machine and hash seed: its sha256 is committed in
``gazetteer/world.sha256``. ``--check`` fails if the hash is another one; without it the file is written anew.
``--rows`` leaves the world file and only makes ``gazetteer/places.csv`` ready to be opened beside it.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer.additions import Fault, read_additions
from geo.gazetteer.checks import check_places
from geo.gazetteer.compiled import fingerprint, save_compiled
from geo.gazetteer.making import uncollected
from geo.gazetteer.outlines import Outlines
from geo.gazetteer.own import OwnRows
from geo.gazetteer.store import COMPILED, OURS
from geo.gazetteer.world import World
from tools.gazetteer_build.airports import read_airports
from tools.gazetteer_build.cities import read_cities
from tools.gazetteer_build.countries import read_countries
from tools.gazetteer_build.outlines import read_outlines
from tools.gazetteer_build.regions import read_regions, us_state_codes
from tools.gazetteer_build.standing import find_moved
from tools.gazetteer_build.write import assemble, save
from tools.memory import peak_mb

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "gazetteer"
OUTPUT = ROOT / "geo" / "gazetteer" / "data" / "world.dat"
HASH = TABLES / "world.sha256"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", type=Path, default=OUTPUT, help="the file to write")
    parser.add_argument("--check", action="store_true", help="fail if the content is not the committed one")
    parser.add_argument("--rows", action="store_true", help="make places.csv ready, and nothing else")
    args = parser.parse_args()
    if args.rows:
        try:
            compile_rows(args.output, args.output.with_name(COMPILED.name))
        except GazetteerError as error:
            print(error, file=sys.stderr)
            return 2
        return 0
    begun = time.perf_counter()
    # Millions of small objects that all live to the end: looking for cycles among them takes a fifth of the time.
    with uncollected():
        digest = build(args.output)
    megabytes = args.output.stat().st_size / 1e6
    took = f"{time.perf_counter() - begun:.0f} s"
    if (peak := peak_mb()) is not None:
        took += f" and {peak:,.0f} MB of memory"
    print(f"{args.output.name}: {megabytes:.1f} MB in {took}, content {digest}")
    committed = HASH.read_text(encoding="utf-8").split()[0] if HASH.exists() else ""
    if digest == committed:
        return 0
    if args.check:
        print(
            f"{HASH.name} says {committed}: packages or rules have changed; build without --check and commit it"
        )
        return 1
    HASH.write_text(digest + "\n", encoding="utf-8", newline="\n")
    return 0


def build(output: Path) -> str:
    """Write the world file to ``output``; returns the sha256 of its logical content."""
    cities = read_cities()
    regions = read_regions(TABLES / "regions.csv", TABLES / "region_names.csv", cities)
    codes = us_state_codes()
    for region in regions:
        if region.id in codes:
            region.codes = [codes[region.id]]
    countries = read_countries(TABLES / "countries_geometry.csv", cities)
    output.parent.mkdir(parents=True, exist_ok=True)
    outlines = read_outlines()
    airports = read_airports(cities, regions, Outlines(*outlines))
    return save(
        assemble([*regions, *cities, *countries, *airports], outlines), output, TABLES / "disputes.csv"
    )


def compile_rows(world_file: Path, target: Path) -> None:
    """Leave ``gazetteer/places.csv`` ready to be opened beside the world file.

    Raises ``GazetteerError`` with all that ``geo gazetteer check`` finds wrong in it.
    """
    world = World(world_file)
    own = OwnRows(world)
    table = TABLES / "places.csv"
    rows = read_additions(table, world.country_codes, label=OURS)
    faults = sorted(
        (Fault(OURS, *finding) for finding in check_places(rows, world)), key=lambda fault: fault.line
    )
    if errors := [fault for fault in faults if not fault.warning]:
        raise GazetteerError("\n".join(map(str, errors)))
    own.add(rows, users=True)
    own.moved.update(find_moved(world, own, TABLES / "disputes.csv"))
    save_compiled(own, fingerprint(table, world.digest), target)


if __name__ == "__main__":
    raise SystemExit(main())
