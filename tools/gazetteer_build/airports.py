"""Airports with an IATA code, from airportsdata."""

from __future__ import annotations

import re
from collections import defaultdict

from geo.gazetteer.outlines import Outlines
from tools.gazetteer_build.draft import Draft, distance_km

RADIUS_KM = 3.0
_MILITARY = re.compile(r"\b(air (force )?base|afb|air station|raf|naval|army)\b", re.IGNORECASE)
_PARENTHESES = re.compile(r"\s*\([^)]*\)")


def read_airports(cities: list[Draft], regions: list[Draft], outlines: Outlines) -> list[Draft]:
    """Airports as ``air:<ICAO>``; their region holds their point, else is that of the nearest town of the country."""
    import airportsdata

    towns = _by_cell(cities)
    codes = {region.id: region.admin1 for region in regions if region.feature_code == "ADM1"}
    rows = airportsdata.load("ICAO")
    return [_draft(rows[code], towns, codes, outlines) for code in sorted(rows) if rows[code]["iata"]]


def _draft(
    row: airportsdata.Airport,  # type: ignore[name-defined]  # noqa: F821  (imported where it is used)
    towns: dict[tuple[int, int], list[Draft]],
    codes: dict[str, str],
    outlines: Outlines,
) -> Draft:
    lat, lon = round(float(row["lat"]), 5), round(float(row["lon"]), 5)
    land = outlines.at(lat, lon)
    held = codes.get(land.region, "") if land else ""
    country = str(row["country"])
    return Draft(
        id=f"air:{row['icao']}",
        names=_names(str(row["name"]), str(row["city"])),
        lat=lat,
        lon=lon,
        feature_class="S",
        feature_code="AIRB" if _MILITARY.search(str(row["name"])) else "AIRP",
        country_code=country,
        admin1=held if held.startswith(f"{country}.") else _nearest_admin1(lat, lon, country, towns),
        radius_km=RADIUS_KM,
    )


def _names(name: str, city: str) -> list[str]:
    """The airport's name, the name without its city ("Heathrow Airport"), and the city's ("Kursk airport")."""
    plain = _PARENTHESES.sub("", name)
    names = [name, plain]
    if city and plain.startswith(f"{city} ") and len(plain.split()) - len(city.split()) > 1:
        names.append(plain.removeprefix(f"{city} "))
    names += [inner.strip() + " Airport" for inner in re.findall(r"\(([^)]+)\)", name)]
    if city:
        names.append(f"{city} Airport")
    return list(dict.fromkeys(names))


def _by_cell(cities: list[Draft]) -> dict[tuple[int, int], list[Draft]]:
    cells = defaultdict(list)
    for city in cities:
        cells[int(city.lat // 1), int(city.lon // 1)].append(city)
    return cells


def _nearest_admin1(lat: float, lon: float, country: str, towns: dict[tuple[int, int], list[Draft]]) -> str:
    row, column = int(lat // 1), int(lon // 1)
    near = [
        town
        for y in range(row - 1, row + 2)
        for x in range(column - 1, column + 2)
        for town in towns.get((y, x), [])
        if town.country_code == country and town.admin1
    ]
    if not near:
        return ""
    return min(near, key=lambda town: (distance_km((lat, lon), (town.lat, town.lon)), town.id)).admin1
