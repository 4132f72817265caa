"""Natural Earth's first-level polygons as units that a stance on borders can move as a whole.

A unit is the largest piece of land on which every stance agrees: usually one polygon of the source,
but where a claim line runs through a polygon (the Golan Heights through Israel's Northern District)
the polygon is cut along it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import geopandas
import numpy
import pandas
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

# Natural Earth files these under the state that holds them; ISO 3166-1 gives them codes of their own,
# and GeoNames uses those. What has none and would stretch its state's outline across an ocean (Clipperton, the
# Sovereign Base Areas on Cyprus) belongs to no country here. Keys are `gu_a3`, or `adm0_a3/name` where that is
# not enough.
OWN_CODES = {
    "GLP": "GP", "MTQ": "MQ", "GUF": "GF", "REU": "RE", "MYT": "YT", "NLD/Bonaire": "BQ", "NLD/Saba": "BQ",
    "NLD/St. Eustatius": "BQ",
    "NSV": "SJ", "NJM": "SJ", "NOR/Svalbard": "SJ", "NOR/Jan Mayen": "SJ", "BVT": "BV",
    "NOR/Bouvet Island": "BV",
    "CCK": "CC", "CXR": "CX", "CLP": "", "SOL": "SO", "CYN": "CY", "ESB": "", "WSB": "",
    "USG": "CU", "KAS": "IN", "KAB": "KZ", "PGA": "", "PFA": "CN",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a claim line runs through polygons: `code` marks the pieces whose inner point lies in `inside`.

    `reach` is how many degrees the line is run on at both ends to meet the polygons' borders.
    """

    code: str
    country: str
    names: tuple[str, ...]
    claims: tuple[tuple[str, str], ...]
    inside: tuple[tuple[float, float], ...]
    reach: float = 0.002


def _box(west: float, south: float, east: float, north: float) -> tuple[tuple[float, float], ...]:
    return ((west, south), (east, south), (east, north), (west, north))


CUTS = (
    Cut("golan", "IL", ("HaZafon",), (("Syrian claim", "ISR"),), _box(35.6, 32.6, 36.0, 33.5)),
    Cut(
        "western-sahara",
        "MA",
        ("Guelmim - Es-Semara", "Laâyoune - Boujdour - Sakia El Hamra", "Oued el Dahab"),
        (("Western Saharan claim", "MAR"),),
        _box(-18, 20, -8, 27.66),
        reach=0.2,
    ),
    Cut(
        "south-ossetia",
        "GE",
        ("Racha-Lechkhumi-Kvemo Svaneti", "Shida Kartli", "Mtskheta-Mtianeti", "Imereti"),
        (("Georgian claim", "GEO"),),
        ((43.4, 42.7), (43.6, 42.3), (43.7, 42.08), (44.3, 42.05), (44.8, 42.45), (44.4, 42.9)),
    ),
    Cut("abyei", "SD", ("South Kordufan",), (("South Sudanese claim", "SDN"),), _box(27.7, 9.0, 29.1, 10.17)),
    Cut("ilemi", "KE", ("Rift Valley",), (("Sudanese claim", "KEN"),), _box(34.3, 4.625, 36.0, 6.0)),
    Cut("aksai-chin", "CN", ("Xinjiang", "Xizang"), (("Indian claim", "CHN"),), _box(76.5, 32.4, 80.4, 36.6)),
    Cut("kurils", "RU", ("Sakhalin",), (), _box(145.2, 43.2, 148.95, 45.7)),
)  # fmt: skip


def slug(text: str) -> str:
    """ASCII letters and digits of `text`, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def load_units(world_map: Path) -> geopandas.GeoDataFrame:
    """All units: `unit` (a stable code), `country` (Natural Earth's, as ISO 3166-1), `cut`, names, geometry.

    They form a valid coverage: no overlaps, shared edges have the same vertices.

    Raises:
        RuntimeError: the cuts broke the coverage.
    """
    states = geopandas.read_file(world_map, layer="states_provinces")
    claims = geopandas.read_file(world_map, layer="disputed_borders")
    states = states.fillna(
        {"name": "", "fips": "", "woe_name": "", "gn_name": "", "woe_label": "", "gu_a3": ""}
    )
    states["country"] = [_country(row) for row in states.itertuples()]
    states.geometry = shapely.transform(states.geometry.values, _to_the_edge)
    states["cut"] = ""
    for cut in CUTS:
        states = _apply(cut, states, claims)
    states = states.sort_values(["adm0_a3", "name", "cut", "fips", "gn_name"], kind="stable").reset_index(
        drop=True
    )
    states["unit"] = _codes(states)
    if not shapely.coverage_is_valid(states.geometry.values):
        raise RuntimeError("cutting Natural Earth's polygons along the claim lines broke the coverage")
    return states


def _to_the_edge(coords: numpy.ndarray) -> numpy.ndarray:
    """QGIS's copy stops short of the antimeridian and the pole by a tenth of a degree; close the gap."""
    ends = numpy.array([180.0, 90.0])
    return numpy.where(numpy.abs(coords) > ends - 0.105, numpy.copysign(ends, coords), coords)


def _country(row: object) -> str:
    for key in (f"{row.adm0_a3}/{row.name}", row.gu_a3, row.adm0_a3):  # type: ignore[attr-defined]
        if key in OWN_CODES:
            return OWN_CODES[key]
    return str(row.iso_a2)  # type: ignore[attr-defined]


def _codes(units: geopandas.GeoDataFrame) -> list[str]:
    """`ukr-kharkiv`, `isr-hazafon.golan`; a number where two polygons of a country share a name."""
    seen: dict[str, int] = {}
    codes = []
    for country, name, cut in zip(units.adm0_a3, units.name, units.cut, strict=True):
        code = "-".join(part for part in (slug(country), slug(name)) if part) + (f".{cut}" if cut else "")
        seen[code] = seen.get(code, 0) + 1
        codes.append(code if seen[code] == 1 else f"{code}-{seen[code]}")
    return codes


def _apply(
    cut: Cut, states: geopandas.GeoDataFrame, claims: geopandas.GeoDataFrame
) -> geopandas.GeoDataFrame:
    """Cut the polygons that `cut` names and insert the new vertices into their neighbours."""
    targets = states.index[(states.iso_a2 == cut.country) & states.name.isin(cut.names) & (states.cut == "")]
    inside = Polygon(cut.inside)
    named = [claims.geometry[i] for i in claims.index if (claims.name[i], claims.adm0_a3_l[i]) in cut.claims]
    merged = shapely.get_parts(shapely.line_merge(shapely.union_all(named)))
    lines = [_lengthened(part, cut.reach) for part in merged if part.intersects(inside.buffer(0.3))]
    area = states.geometry[targets].union_all()
    nearby = states.index[states.intersects(area)]
    faces = _faces(states.geometry[nearby], lines)
    owners = [_owner(face, states.geometry[nearby]) for face in faces]
    pieces = []
    for index in nearby:
        own = [face for face, owner in zip(faces, owners, strict=True) if owner == index]
        for mark in ("", cut.code):
            chosen = [
                f for f in own if (index in targets and f.representative_point().within(inside)) == bool(mark)
            ]
            if chosen:
                row = states.loc[index].copy()
                row.geometry = shapely.MultiPolygon(shapely.get_parts(shapely.union_all(chosen)).tolist())
                row["cut"] = mark or row["cut"]
                pieces.append(row)
    kept = states.drop(index=nearby)
    added = geopandas.GeoDataFrame(pieces, geometry="geometry", crs=states.crs)
    return geopandas.GeoDataFrame(_together(kept, added), geometry="geometry", crs=states.crs)


def _together(kept: geopandas.GeoDataFrame, added: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    return pandas.concat([kept, added], ignore_index=True)


def _lengthened(line: LineString, reach: float) -> LineString:
    """`line` with both ends run on by `reach` degrees, to be sure that it meets the border."""
    coords = list(line.coords)

    def beyond(end: tuple[float, ...], before: tuple[float, ...]) -> tuple[float, float]:
        dx, dy = end[0] - before[0], end[1] - before[1]
        step = reach / max((dx * dx + dy * dy) ** 0.5, 1e-9)
        return end[0] + dx * step, end[1] + dy * step

    return LineString([beyond(coords[0], coords[1]), *coords, beyond(coords[-1], coords[-2])])


def _faces(polygons: geopandas.GeoSeries, lines: list[LineString]) -> list[Polygon]:
    edges = shapely.union_all([*(polygon.boundary for polygon in polygons), *lines])
    return [face for face in shapely.get_parts(shapely.polygonize([edges])) if face.area > 1e-9]


def _owner(face: BaseGeometry, polygons: geopandas.GeoSeries) -> int | None:
    point = face.representative_point()
    for index, polygon in polygons.items():
        if polygon.covers(point):
            return int(index)
    return None
