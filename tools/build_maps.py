"""Build ``maps/`` from ``seeds/``: a map an article, and one of all, with their tables.

    python tools/build_maps.py [--title TITLE]

A map is built again only where its article, the gazetteer or the program has changed, or where it is not as it was
left. Everything is made in memory before anything is written, so a faulty row leaves all maps as they were.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.stale import hashes, read_record, write_record

if TYPE_CHECKING:
    from geo.pipeline import Parsed
    from geo.records import Article

SEEDS = Path("seeds")
MAPS = Path("maps")
INDEX = "index"
TABLES = ("places.geojson", "mentions.csv", "unresolved.csv")
PROGRAM = (Path("geo"), Path("gazetteer"), Path("tools/build_maps.py"), Path("constraints.txt"))


def stems(seeds: list[Path]) -> dict[str, Path]:
    """The name of each article's map; raises ``ValueError`` naming both where two would share one."""
    taken: dict[str, Path] = {}
    for seed in seeds:
        # Case is folded because macOS and Windows would write both to one file.
        other = taken.get(seed.stem.casefold())
        if other:
            raise ValueError(f"{other} and {seed} would both write {MAPS}/{seed.stem}.html; rename one")
        if seed.stem.casefold() == INDEX:
            raise ValueError(f"{seed} would write {MAPS}/{INDEX}.html, the map of all articles; rename it")
        taken[seed.stem.casefold()] = seed
    return {seed.stem: seed for seed in seeds}


def stale_maps(named: dict[str, Path], title: str, record: dict[str, object]) -> dict[str, str]:
    """The maps to build, with the digest of all that each depends on."""
    program = hashes(PROGRAM)
    articles = hashes(named.values())
    wanted = {stem: _digest([program, articles[seed.as_posix()]]) for stem, seed in named.items()}
    wanted[INDEX] = _digest([program, articles, title])
    return {stem: digest for stem, digest in wanted.items() if record.get(stem) != [digest, _written(stem)]}


def _digest(of: object) -> str:
    return hashlib.sha256(json.dumps(of, sort_keys=True).encode("utf-8")).hexdigest()


def _outputs(stem: str) -> list[Path]:
    return [MAPS / f"{stem}.html", *(MAPS / name for name in TABLES if stem == INDEX)]


def _written(stem: str) -> dict[str, str | None]:
    return hashes(_outputs(stem))


def build(named: dict[str, Path], stale: dict[str, str], title: str) -> None:
    """Build the stale maps, all in memory first; raises ``GeoError`` before anything is written."""
    import geo
    from geo.tables import csv_bytes, geojson_bytes, unresolved_bytes
    from geo.tables.files import write_atomically

    gazetteer = geo.open_gazetteer()
    corrections = geo.open_corrections(country_codes=gazetteer.country_codes)
    by_stem = {stem: _read(seed) for stem, seed in named.items() if stem in stale or INDEX in stale}
    pages: dict[Path, bytes] = {}
    warnings: dict[str, None] = {}
    for stem in stale:
        articles = [a for read in by_stem.values() for a in read] if stem == INDEX else by_stem[stem]
        result = geo.parse(articles, gazetteer=gazetteer, corrections=corrections)
        warnings |= dict.fromkeys(result.warnings)
        pages[MAPS / f"{stem}.html"] = _page(result, title if stem == INDEX else None)
        if stem == INDEX:
            tables = result.tables
            for name, write in zip(TABLES, (geojson_bytes, csv_bytes, unresolved_bytes), strict=True):
                pages[MAPS / name] = write(tables)
    for warning in warnings:
        print(f"make maps: warning: {warning}", file=sys.stderr)
    MAPS.mkdir(exist_ok=True)
    for path, page in pages.items():
        write_atomically(path, page)


def _remove_orphans(named: dict[str, Path], record: dict[str, object]) -> None:
    """Remove the maps of articles that are gone, unless somebody has changed them since."""
    for stem, made in record.items():
        if stem not in named and stem != INDEX and isinstance(made, list) and made[1:] == [_written(stem)]:
            for path in _outputs(stem):
                path.unlink(missing_ok=True)


def _read(seed: Path) -> list[Article]:
    import geo

    return list(geo.read_sources([seed]))


def _page(result: Parsed, title: str | None) -> bytes:
    import geo

    return geo.Map(result, title=title, text="full").page().encode("utf-8")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--title", default="Dateline")
    args = parser.parse_args(arguments)
    seeds = (
        sorted(p for p in SEEDS.glob("*") if p.is_file() and not p.name.startswith("."))
        if SEEDS.is_dir()
        else []
    )
    try:
        if not seeds:
            raise ValueError(f"no article in {SEEDS}/; put a text file there")
        named = stems(seeds)
    except ValueError as error:
        print(f"make maps: {error}", file=sys.stderr)
        return 2
    record = read_record("maps")
    stale = stale_maps(named, args.title, record)
    if not stale:
        return 0
    from geo.errors import GeoError

    try:
        build(named, stale, args.title)
    except GeoError as error:
        print(f"make maps: {error}", file=sys.stderr)
        return 2
    _remove_orphans(named, record)
    kept = {stem: record[stem] for stem in (*named, INDEX) if stem in record}
    write_record("maps", {**kept, **{stem: [digest, _written(stem)] for stem, digest in stale.items()}})
    for stem in stale:
        print(f"{MAPS}/{stem}.html")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
