"""The CSV that people extend: rows of places, read strictly and with every fault named at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer.fields import Addition, parse_row
from geo.gazetteer.names import normalise
from geo.gazetteer.sheet import Fault, Layout, read_rows, shown

__all__ = ["Addition", "Fault", "check_additions", "read_additions"]

LAYOUT = Layout(
    {
        "name": "name title place place_name placename toponym main_name asciiname label",
        "latitude": "latitude lat y repr_lat decimal_latitude lat_dd latitude_wgs84",
        "longitude": "longitude lon lng long x repr_long repr_lon decimal_longitude lon_dd longitude_wgs84",
        "id": "id place_id",
        "feature_code": "feature_code feature type kind fcode fcodes feature_type place_type featuretypes",
        "country_code": "country_code country cc ccode ccodes iso iso2 iso_a2",
        "admin1": "admin1 admin1_code region state province",
        "alternate_names": "alternate_names alternatenames alternate_name aliases alias names other_names variants "
        "alt_names",
        "population": "population pop",
        "radius_km": "radius_km radius",
        "start": "start start_year from begin min_date start_date",
        "end": "end end_year to max_date end_date",
        "geonameid": "geonameid geonames_id geonames geoname_id",
        "wikidata": "wikidata wikidata_id qid",
        "source": "source sources",
        "note": "note notes comment remark remarks description",
    },
    required=("name", "latitude", "longitude"),
)
"""The columns that we read, by their names and aliases."""


def read_additions(
    path: Path, country_codes: frozenset[str] | None = None, *, label: str | None = None
) -> list[Addition]:
    """The rows of a CSV, TSV or semicolon file of places, in its order.

    ``country_codes`` are the known ones (default: those of the world file); ``label`` is what places and messages
    call the file (default: its path). Raises ``GazetteerError`` with all
    faults, a line each, as ``file:line: what; what to do``.
    """
    known = _known_countries() if country_codes is None else country_codes
    rows, faults = _read(path, known, label or shown(path))
    errors = [fault for fault in faults if not fault.warning]
    if errors:
        raise GazetteerError("\n".join(map(str, errors)))
    return rows


def check_additions(paths: Sequence[Path], *, label: str | None = None) -> list[Fault]:
    """Every fault and warning of some files of places, in the order of files and lines; it raises nothing.

    ``label`` is what messages call them (default: each by its path).
    """
    from geo.gazetteer.checks import check_places
    from geo.gazetteer.world import World

    world = World()
    found = []
    for path in paths:
        name = label or shown(path)
        rows, faults = _read(Path(path), world.country_codes, name)
        faults += [Fault(name, *finding) for finding in check_places(rows, world)]
        found += sorted(faults, key=lambda fault: (fault.line, fault.warning, fault.what))
    return found


def _known_countries() -> frozenset[str]:
    from geo.gazetteer.world import World

    return World().country_codes


def _read(path: Path, country_codes: frozenset[str], name: str) -> tuple[list[Addition], list[Fault]]:
    """All good rows and all faults of a file, which both call it ``name``."""
    rows: list[Addition] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for read in read_rows(path, LAYOUT, name):
        if isinstance(read, Fault):
            faults.append(read)
            continue
        row, problems = parse_row(read.values, country_codes, f"{name}:{read.line}", read.line)
        faults += [Fault(name, read.line, *problem) for problem in problems]
        if row is None:
            continue
        if row.place.id in seen:
            what = f"the id {row.place.id} is also in {name}:{seen[row.place.id]}"
            faults.append(Fault(name, read.line, what, "give each row its own id, or merge the two"))
            continue
        seen[row.place.id] = read.line
        rows.append(row)
    return rows, faults


def key_of(row: Addition) -> tuple[str, str]:
    """What makes two rows the same place if they are near: name and feature class."""
    return normalise(row.place.name), row.place.feature_class
