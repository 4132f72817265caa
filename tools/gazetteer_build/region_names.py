"""Write ``gazetteer/region_names.csv``: names of first-level regions in several languages, English first.

    python -m tools.gazetteer_build.region_names FOLDER

FOLDER is the unpacked npm package ``iso3166-2-db`` (2.3.11, MIT). Run by hand when it changes; the table is
committed, so that a build needs no npm.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

from geo.gazetteer.names import normalise

TARGET = Path("gazetteer/region_names.csv")
LANGUAGES = ("en", "fr", "de", "es", "it", "ru", "ar", "zh", "geonames")


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    source = Path(sys.argv[1]) / "data" / "iso3166-2.json"
    countries = json.loads(source.read_text(encoding="utf-8"))
    rows: dict[int, list[str]] = {}
    for country in countries.values():
        for region in country["regions"]:
            geonameid = region.get("reference", {}).get("geonames")
            if isinstance(geonameid, int):
                rows.setdefault(geonameid, []).extend(region["names"].get(code, "") for code in LANGUAGES)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["geonameid", "names"])
    for geonameid, names in sorted(rows.items()):
        writer.writerow([geonameid, "|".join(_distinct(names))])
    TARGET.write_text(out.getvalue(), encoding="utf-8", newline="\n")


def _distinct(names: list[str]) -> list[str]:
    """Names with different keys, without a language's notes in brackets."""
    clean = [name.split("(")[0].split("|")[0].strip() for name in names]
    distinct: dict[str, str] = {}
    for name in clean:
        distinct.setdefault(normalise(name), name)
    return [name for key, name in distinct.items() if key]


if __name__ == "__main__":
    main()
