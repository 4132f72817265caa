"""Write ``geo/map/static/basemap/``: the world's land, borders and labels in the forms the page embeds.

    python tools/build_basemap.py

Run by a maintainer, after ``tools/build_regions.py`` and ``pip install zopfli==0.4.3``; see ``docs/basemap.md`` for the
files.
"""

from __future__ import annotations

import csv
import importlib
import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas
import pandas
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import basemap_labels
from tools.arcs import FIRST_UNIT, SEAM, Arc, extract_arcs, merged_units
from tools.basemap_bytes import pack_arcs, pack_detail, pack_line, varint
from tools.build_regions import GAZETTEER, GEOD, assign_regions, load_stanced_units, read_admin1
from tools.geography_sources import iso_regions, world_map
from tools.simplify import FINE_GRID, plane_area, simplify, snapped
from tools.stances import Dispute, read_disputes

OUT = GAZETTEER.parent / "geo" / "map" / "static" / "basemap"
COARSE_GRID = 50  # steps a degree
TOLERANCE = {"coast": 0.04, "country": 0.04, "region": 0.06}  # degrees; see docs/basemap.md
FINE_TOLERANCE = 0.002
ISLAND = 0.004  # square degrees of the Mercator plane under which an island is detail only
SMALL_REGION_KM2 = 5000  # borders between smaller regions are detail only
STANCES = ("un", "de-facto")


def kind_of(arc: Arc, units: pandas.DataFrame) -> str:
    """Whether an arc is a coast, or a border of countries or regions (in any stance)."""
    if arc.right < FIRST_UNIT:
        return "coast"
    one, other = units.iloc[arc.left - FIRST_UNIT], units.iloc[arc.right - FIRST_UNIT]
    if (
        one.country != other.country
        or one.country_de_facto != other.country_de_facto
        or one.dispute != other.dispute
    ):
        return "country"
    return "region"


def coarse_line(arc: Arc, kind: str) -> list[tuple[int, int]]:
    """The arc on the coarse grid; a closed one keeps at least a triangle."""
    tolerance = TOLERANCE[kind]
    while True:
        line = snapped(simplify(arc.points, tolerance), COARSE_GRID)
        if not arc.closed or len(line) > 3 or tolerance < 0.001:
            return line
        tolerance /= 2


def fine_line(arc: Arc) -> list[tuple[int, int]]:
    """The arc on the fine grid; a short one keeps its shape."""
    west, south, east, north = shapely.LineString(arc.points).bounds
    return snapped(
        simplify(arc.points, min(FINE_TOLERANCE, math.hypot(east - west, north - south) / 10)), FINE_GRID
    )


def is_coarse(arc: Arc, kind: str, small: set[int], kept: set[int]) -> bool:
    """Whether an arc belongs to the coarse world, or to the detail alone."""
    if arc.closed and plane_area(arc.points) < ISLAND:
        return id(arc) in kept
    return not (kind == "region" and arc.left in small and arc.right in small)


def largest_islands(arcs: Sequence[Arc], units: pandas.DataFrame) -> set[int]:
    """The largest island of each country, so that small states do not vanish."""
    best: dict[str, tuple[float, Arc]] = {}
    for arc in arcs:
        if arc.closed:
            country = str(units.country.iat[arc.left - FIRST_UNIT])
            size = plane_area(arc.points)
            if country not in best or size > best[country][0]:
                best[country] = (size, arc)
    return {id(arc) for _, arc in best.values()}


def dashed_arcs(
    arcs: Sequence[Arc], units: pandas.DataFrame, names: dict[int, set[str]], stance: str
) -> list[int]:
    """The numbers of arcs that a stance draws as disputed; the rule is in ``docs/basemap.md``."""
    disputes = {dispute.id: dispute for dispute in read_disputes()}
    suffix = "" if stance == "un" else "_de_facto"
    countries, regions = units[f"country{suffix}"].tolist(), units[f"region{suffix}"].tolist()
    lines = [dispute for dispute in disputes.values() if dispute.kind == "line" and dispute.units]
    found = []
    for number, arc in enumerate(arcs):
        if arc.right < FIRST_UNIT:
            continue
        pair = (arc.left - FIRST_UNIT, arc.right - FIRST_UNIT)
        areas = [disputes.get(str(units.dispute.iat[i])) for i in pair]
        if all(areas) and regions[pair[0]] == regions[pair[1]]:
            continue
        if any(_bounds(areas[i], countries[pair[i]], countries[pair[1 - i]], stance) for i in (0, 1)) or any(
            line.divides(a, b) for line in lines for a in names[arc.left] for b in names[arc.right]
        ):
            found.append(number)
    return found


def _bounds(area: Dispute | None, own: str, other: str, stance: str) -> bool:
    """Whether the edge of a disputed area towards `other` is itself disputed."""
    if area is None or other not in area.parties:
        return False
    return own != other or bool(area.label(stance))


def stance_json(units: pandas.DataFrame, dashed: Sequence[int], stance: str) -> dict[str, Any]:
    """``units``: runs of [country, [region …]] in unit order, a region as its geonameid or its ``ne:`` code."""
    suffix = "" if stance == "un" else "_de_facto"
    runs: list[tuple[str, list[int | str]]] = []
    for country, region in zip(units[f"country{suffix}"], units[f"region{suffix}"], strict=True):
        code = int(region[3:]) if region.startswith("gn:") else region[3:]
        if not runs or runs[-1][0] != country:
            runs.append((country, []))
        runs[-1][1].append(code)
    steps = [b - a for a, b in zip([0, *dashed], dashed, strict=False)]
    return {"units": [list(run) for run in runs], "dashed": steps}


def claim_lines(disputes: Sequence[Dispute]) -> bytes:
    """The claim lines that follow no border, on the fine grid: count, then points and line, each."""
    table = geopandas.read_file(world_map(), layer="disputed_borders")
    lines = []
    for dispute in disputes:
        for claim in dispute.claims:
            name, country = claim.split("@")
            rows = table[(table.name == name) & (table.adm0_a3_l == country)]
            merged = shapely.line_merge(shapely.union_all(rows.geometry.values))
            lines += [
                snapped(simplify(list(part.coords), 0.01), FINE_GRID) for part in shapely.get_parts(merged)
            ]
    return varint(len(lines)) + b"".join(varint(len(line)) + pack_line(line) for line in lines)


def label_json(source: geopandas.GeoDataFrame, disputes: Sequence[Dispute], stance: str) -> dict[str, Any]:
    """All labels; a disputed area that makes up a whole country gives the country its label."""
    rows = _rows("countries_geometry.csv")
    whole = {code: set(group.dispute) for code, group in source.groupby("country")}
    renamed, apart = {}, []
    for dispute in disputes:
        if whole.get(dispute.un) == {dispute.id} and dispute.label(stance):
            renamed[dispute.un] = dispute.label(stance)
        else:
            apart.append(dispute)
    return {
        "countries": basemap_labels.country_labels(rows, renamed),
        "areas": basemap_labels.area_labels(apart, stance),
        "seas": basemap_labels.sea_labels(disputes, stance),
        "cities": basemap_labels.city_labels(basemap_labels.read_cities()),
    }


def _rows(name: str) -> list[dict[str, str]]:
    with (GAZETTEER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, data: bytes) -> None:
    draft = OUT / f"{name}.new"
    draft.write_bytes(data)
    draft.replace(OUT / name)
    print(f"{name:24} {len(data):9,} bytes")


def deflated(value: Any) -> bytes:
    """`value` as a zlib stream, by zopfli, a twentieth smaller; bytes as they are, anything else as JSON.

    Committed, so made once, and every page carries it.
    """
    if not isinstance(value, bytes):
        value = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    packed: bytes = importlib.import_module("zopfli.zlib").compress(value)
    return packed


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    source = load_stanced_units()
    assign_regions(source, read_admin1(iso_regions()))
    units, owners = merged_units(source)
    names: dict[int, set[str]] = {}
    sizes: dict[int, float] = {}
    for owner, unit, polygon in zip(owners, source.unit, source.geometry, strict=True):
        names.setdefault(owner, set()).add(unit)
        area = abs(GEOD.geometry_area_perimeter(shapely.orient_polygons(polygon))[0]) / 1e6
        sizes[owner] = sizes.get(owner, 0) + area
    arcs = sorted(
        extract_arcs(list(source.geometry), owners), key=lambda arc: (arc.left, arc.right, arc.points)
    )
    small = {unit for unit, size in sizes.items() if size < SMALL_REGION_KM2}
    kept = largest_islands(arcs, units)
    kinds = {id(arc): kind_of(arc, units) for arc in arcs}
    coarse = [arc for arc in arcs if is_coarse(arc, kinds[id(arc)], small, kept)]
    chosen = {id(arc) for arc in coarse}
    ordered = [*coarse, *(arc for arc in arcs if id(arc) not in chosen)]
    sides = [(arc.left, arc.right) for arc in ordered]
    lines = [coarse_line(arc, kinds[id(arc)]) for arc in coarse]
    fine = [fine_line(arc) for arc in ordered]
    disputes = read_disputes()
    write("arcs.deflate", deflated(pack_arcs(sides[: len(lines)], lines)))
    write("claims.deflate", deflated(claim_lines(disputes)))
    write("detail.bin", pack_detail(sides, fine, FINE_GRID, len(lines)))
    for stance in STANCES:
        write(
            f"units-{stance}.deflate",
            deflated(stance_json(units, dashed_arcs(ordered, units, names, stance), stance)),
        )
        write(f"labels-{stance}.deflate", deflated(label_json(source, disputes, stance)))
    write("regions.tsv", basemap_labels.region_lines(_rows("regions.csv")).encode())
    write("towns.tsv", basemap_labels.town_lines(basemap_labels.read_cities()).encode())
    print(
        f"{len(units)} units, {len(coarse)} coarse arcs of {len(arcs)}, {sum(map(len, lines))} points;",
        end=" ",
    )
    print(f"{sum(map(len, fine))} fine points; {sum(arc.right == SEAM for arc in arcs)} seams")


if __name__ == "__main__":
    main()
