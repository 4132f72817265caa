"""Writes the drafts as one SQLite file, and hashes what it says rather than its bytes."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import struct
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geo.gazetteer import lexicon
from geo.gazetteer.common import COMMON_WORDS
from geo.gazetteer.index import pack, pack_entry, unpack_entry
from geo.gazetteer.kinds import KINDS, fits, is_generic, split_type
from geo.gazetteer.names import is_abbreviation, normalise
from geo.gazetteer.romanise import ROMANISED_COUNTRIES, romanisation_key
from geo.gazetteer.world import FORMAT, cell_of
from tools.gazetteer_build.draft import Draft
from tools.gazetteer_build.packages import package_sources

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE region (n INTEGER PRIMARY KEY, code TEXT, id TEXT, name TEXT);
CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT, name TEXT, lat REAL, lon REAL, class TEXT, code TEXT,
  country TEXT, region INTEGER, population INTEGER, radius REAL, outline TEXT, aliases TEXT);
CREATE TABLE cell (cell INTEGER PRIMARY KEY, first INTEGER, last INTEGER);
CREATE TABLE part (name TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID;
"""


# Each name is folded twice, once to tell names apart and once for the index.
key_of = lru_cache(maxsize=None)(normalise)


@dataclass(frozen=True)
class World:
    """The drafts in their final order, with the keys of their names."""

    places: list[Draft]
    entries: dict[str, list[int]]
    romanised: dict[str, list[str]]
    masks: dict[str, int]
    outlines: bytes
    outline_units: str


def assemble(drafts: Iterable[Draft], outlines: tuple[bytes, str] = (b"\0\0\0\0", "{}")) -> World:
    """Give each place its number (neighbours have near ones) and each key its places."""
    unique = {draft.id: draft for draft in drafts}
    places = sorted(unique.values(), key=lambda d: (_cell(d), d.id))
    entries: dict[str, list[int]] = {}
    groups: dict[str, set[str]] = {}
    for number, place in enumerate(places):
        place.names = _distinct_names(place)
        for key, name, stripped in _keys_of(place):
            entries.setdefault(key, []).append(pack_entry(number, name, stripped))
            if place.country_code in ROMANISED_COUNTRIES and not stripped:
                groups.setdefault(romanisation_key(key), set()).add(key)
    entries = {key: sorted(set(numbers)) for key, numbers in sorted(entries.items())}
    romanised = {
        coarse: sorted(keys) for coarse, keys in sorted(groups.items()) if len(keys) > 1 or coarse not in keys
    }
    masks = {key: _mask(key, nums, places) for key, nums in entries.items()}
    return World(places, entries, romanised, masks, *outlines)


def save(world: World, path: Path) -> str:
    """Write the file beside ``path`` and rename it; returns the hash of its logical content."""
    beside = path.with_name(path.name + ".part")
    beside.unlink(missing_ok=True)
    connection = sqlite3.connect(beside)
    connection.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF;" + _SCHEMA)
    digest = logical_hash(world)
    with connection:
        _write_places(connection, world)
        _write_parts(connection, world)
        countries = sorted(p.country_code for p in world.places if p.feature_code in {"PCLI", "PCLD", "PCLS"})
        meta = {
            "countries": " ".join(countries),
            "digest": digest,
            "format": FORMAT,
            "outline_units": world.outline_units,
            "sources": json.dumps(package_sources()),
        }
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    connection.execute("CREATE INDEX place_id ON place (id)")
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    beside.replace(path)
    return digest


def logical_hash(world: World) -> str:
    """The sha256 of every place, name and key in sorted order: the same on every machine and SQLite."""
    sha = hashlib.sha256()
    for line in _content(world):
        sha.update(line.encode() + b"\n")
    return sha.hexdigest()


def _content(world: World) -> Iterator[str]:
    yield FORMAT
    for p in world.places:
        figures = f"{p.lat:.5f},{p.lon:.5f},{p.population},{p.radius_km:.1f}"
        kind = f"{p.feature_class}.{p.feature_code}"
        yield "\t".join([p.id, kind, p.country_code, p.admin1, figures, p.outline, *p.names, "|", *p.codes])
    for key, numbers in world.entries.items():
        yield f"{key}\t{world.masks[key]}\t{' '.join(map(str, numbers))}"
    for coarse, keys in world.romanised.items():
        yield "\t".join([coarse, *keys])
    yield hashlib.sha256(world.outlines).hexdigest()
    yield world.outline_units


def _cell(place: Draft) -> int:
    # Areas come last and in no cell: the nearest place to a point is a town or a site.
    return cell_of(place.lat, place.lon) if place.feature_class in {"P", "S"} else 1 << 20


def _distinct_names(place: Draft) -> list[str]:
    distinct: dict[str, str] = {}
    for name in [*place.names, *place.codes]:
        distinct.setdefault(key_of(name), name.strip())
    return [name for key, name in distinct.items() if key]


def _keys_of(place: Draft) -> Iterator[tuple[str, int, bool]]:
    """The keys of all its names; for areas and sites also those without their type words."""
    for index, name in enumerate(place.names):
        key = key_of(name)
        if is_generic(key) and place.feature_class != "P" and name not in place.codes:
            continue
        yield key, index, False
        if place.feature_class not in {"A", "S"}:
            continue
        for rest, word in split_type(key):
            kind = KINDS[word]
            if not is_generic(rest) and fits(place.feature_class, place.feature_code, kind.fits):
                yield rest, index, True


def _mask(key: str, numbers: list[int], places: list[Draft]) -> int:
    if key.count(" ") >= lexicon.LONGEST_KEY:
        return 0
    mask, capitals = 0, True
    for entry in numbers:
        number, name, stripped = unpack_entry(entry)
        place = places[number]
        if stripped and place.feature_class == "S":
            continue
        mask |= lexicon.class_of(place.feature_class, place.feature_code, place.population)
        mask |= lexicon.MAIN if name == 0 and not stripped else 0
        capitals = capitals and is_abbreviation(place.names[name], key)
    if mask and capitals and key.isascii():
        mask |= lexicon.CAPITALS
    return mask | lexicon.COMMON if mask and key in COMMON_WORDS else mask


def _write_places(connection: sqlite3.Connection, world: World) -> None:
    regions = {p.admin1: p for p in world.places if p.feature_code == "ADM1" and p.admin1}
    order = {code: number for number, code in enumerate(sorted(regions))}
    connection.executemany(
        "INSERT INTO region VALUES (?, ?, ?, ?)",
        [(order[code], code, regions[code].id, regions[code].names[0]) for code in sorted(regions)],
    )
    connection.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number, p.id, p.names[0], p.lat, p.lon, p.feature_class, p.feature_code, p.country_code,
                order.get(p.admin1), p.population, p.radius_km, p.outline or None, "\n".join(p.names[1:]) or None,
            )
            for number, p in enumerate(world.places)
        ),
    )  # fmt: skip
    cells: dict[int, tuple[int, int]] = {}
    for number, place in enumerate(world.places):
        cell = _cell(place)
        cells[cell] = (cells.get(cell, (number, 0))[0], number)
    cells.pop(1 << 20, None)
    connection.executemany("INSERT INTO cell VALUES (?, ?, ?)", [(c, *bounds) for c, bounds in cells.items()])


def _write_parts(connection: sqlite3.Connection, world: World) -> None:
    trie, *keys = pack(world.entries)
    masks = array("H", [0]) * len(world.entries)
    for key, mask in world.masks.items():
        masks[trie[key]] = mask
    _, *coarse = pack({key: [trie[exact] for exact in group] for key, group in world.romanised.items()})
    longest = max(key.count(" ") + 1 for key, mask in world.masks.items() if mask)
    parts = dict(zip(("trie", "starts", "entries"), keys, strict=True))
    parts |= dict(zip(("coarse_trie", "coarse_starts", "coarse_keys"), coarse, strict=True))
    parts["outlines"] = world.outlines
    parts["masks"] = struct.pack(f"<{len(masks)}H", *masks)
    connection.executemany("INSERT INTO part VALUES (?, ?)", sorted(parts.items()))
    connection.execute("INSERT INTO meta VALUES ('longest', ?)", [str(longest)])
