"""Write ``gazetteer/region_names.csv``: names of first-level regions in several languages, English first.

    python -m tools.gazetteer_build.region_names

Run by hand when ``iso3166-2-db`` or ``region_fixes.csv`` changes; the table is committed, so that a build needs no npm.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from geo.gazetteer.names import normalise
from tools.geography_sources import iso_regions
from tools.region_sources import read_entries

TARGET = Path("gazetteer/region_names.csv")


def main() -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["geonameid", "names"])
    for entry in sorted(read_entries(iso_regions()), key=lambda entry: int(entry.geonameid)):
        writer.writerow([entry.geonameid, "|".join(_distinct([*entry.titles, entry.geonames]))])
    TARGET.write_text(out.getvalue(), encoding="utf-8", newline="\n")


def _distinct(names: Iterable[str]) -> list[str]:
    """Names with different keys, without a language's notes in brackets."""
    clean = [name.split("(")[0].split("|")[0].strip() for name in names]
    distinct: dict[str, str] = {}
    for name in clean:
        distinct.setdefault(normalise(name), name)
    return [name for key, name in distinct.items() if key]


if __name__ == "__main__":
    main()
