"""A GeoNames dump: nineteen columns between tabs, a place a line (https://download.geonames.org/export/dump/readme.txt)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.gazetteer.features import parse_feature
from geo.gazetteer.imports import Read
from geo.gazetteer.imports.lines import numbered_lines
from geo.gazetteer.names import is_name
from geo.gazetteer.sheet import Fault, shown

COLUMNS = 19
GENERAL = {
    "A": "ADMD",
    "H": "STM",
    "L": "AREA",
    "P": "PPL",
    "R": "RD",
    "S": "FCL",
    "T": "HLL",
    "U": "BNKU",
    "V": "FRST",
}
"""The code of a class whose own code is not known to us."""


def read(path: Path) -> Iterator[Read]:
    """The places of a dump, line by line."""
    for line, text in numbered_lines(path):
        if isinstance(text, Fault):
            yield text
            continue
        cells = text.split("\t")
        if len(cells) != COLUMNS:
            what = f"{len(cells)} columns where a GeoNames dump has {COLUMNS}"
            yield Fault(shown(path), line, what, "download the file again")
            continue
        number, name, plain, others, lat, lon, letter, code, country = cells[:9]
        names = [
            other
            for other in (plain, *others.split(","))
            if other != name and "|" not in other and is_name(other)
        ]
        region = cells[10]
        yield (
            line,
            {
                "name": name,
                "latitude": lat,
                "longitude": lon,
                "feature_code": code if parse_feature(code) else GENERAL.get(letter, "PPL"),
                "country_code": country,
                "admin1": f"{country}.{region}" if country and region not in {"", "00"} else "",
                "alternate_names": "|".join(dict.fromkeys(names)),
                "population": cells[14] if cells[14] != "0" else "",
                "geonameid": number,
                "source": "geonames",
            },
        )
