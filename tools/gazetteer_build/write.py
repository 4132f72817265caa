"""Writes the drafts as the one world file, and hashes what it says rather than its bytes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from geo.gazetteer import lexicon
from geo.gazetteer.common import COMMON_WORDS
from geo.gazetteer.index import pack, pack_entry, unpack_entry
from geo.gazetteer.kinds import KINDS, fits, is_generic, split_type
from geo.gazetteer.names import is_abbreviation, normalise
from geo.gazetteer.romanise import ROMANISED_COUNTRIES, romanisation_key
from geo.gazetteer.sections import pack_json, pack_numbers, write_sections
from geo.gazetteer.world import FORMAT, cell_of
from geo.gazetteer.world import World as Opened
from tools.gazetteer_build.answers import pack_answers
from tools.gazetteer_build.draft import Draft
from tools.gazetteer_build.packages import package_sources
from tools.gazetteer_build.places import pack_places
from tools.gazetteer_build.standing import pack_moved

_NO_CELL = 1 << 20
_LINES = 1000
"""Lines that are hashed at once."""


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
    entries = {
        key: sorted(set(numbers)) if len(numbers) > 1 else numbers for key, numbers in sorted(entries.items())
    }
    romanised = {
        coarse: sorted(keys) for coarse, keys in sorted(groups.items()) if len(keys) > 1 or coarse not in keys
    }
    bits = [lexicon.class_of(place.feature_class, place.feature_code, place.population) for place in places]
    masks = {key: _mask(key, nums, places, bits) for key, nums in entries.items()}
    return World(places, entries, romanised, masks, *outlines)


def save(world: World, path: Path, disputes: Path) -> str:
    """Write the file beside ``path`` and rename it; returns the hash of its logical content."""
    regions = {p.admin1: p for p in world.places if p.feature_code == "ADM1" and p.admin1}
    numbers, index = pack("index", world.entries)
    number_of = dict(zip(world.entries, numbers, strict=True))
    coarse = {key: [number_of[exact] for exact in group] for key, group in world.romanised.items()}
    masks = [0] * len(numbers)
    for key, mask in world.masks.items():
        masks[number_of[key]] = mask
    meta = {
        "format": FORMAT,
        "digest": "",
        "longest": max(key.count(" ") + 1 for key, mask in world.masks.items() if mask),
        "country_codes": sorted(
            p.country_code for p in world.places if p.feature_code in {"PCLI", "PCLD", "PCLS"}
        ),
        "counts": dict(sorted(Counter(p.feature_class for p in world.places).items())),
        "sources": package_sources(),
    }
    sections = {
        "meta": pack_json(meta),
        **index,
        **pack("coarse", coarse)[1],
        "masks": pack_numbers("H", masks),
        "outlines": world.outlines,
        "outline_units": world.outline_units.encode(),
        **pack_places(world.places, regions),
        **_cells(world.places),
    }
    # What follows is worked out by the very code that will read the file.
    # Not all systems delete a file that is still mapped.
    with TemporaryDirectory(dir=path.parent, ignore_cleanup_errors=True) as folder:
        draft = Path(folder) / path.name
        write_sections(draft, sections)
        opened = Opened(draft)
        # All of them are needed, most of them often.
        opened.places = dict(enumerate(map(opened.records.make, range(len(world.places)))))
        moved = pack_moved(opened, disputes)
        answers, answers_hash = pack_answers(opened, world.places, world.entries, world.romanised, number_of)
        del opened
    digest = logical_hash(world, hashlib.sha256(moved["moved"]).hexdigest(), answers_hash)
    sections |= {"meta": pack_json(meta | {"digest": digest}), **moved, **answers}
    write_sections(path, sections)
    return digest


def logical_hash(world: World, *worked_out: str) -> str:
    """The sha256 of every place, name and key in sorted order, and of the hashes of what was ``worked_out`` of them:
    the same on every machine.
    """
    sha = hashlib.sha256()
    lines = chain(_content(world), worked_out)
    while some := list(islice(lines, _LINES)):
        sha.update("\n".join([*some, ""]).encode())
    return sha.hexdigest()


def _content(world: World) -> Iterator[str]:
    yield FORMAT
    for p in world.places:
        figures = f"{p.lat:.5f},{p.lon:.5f},{p.population},{p.radius_km:.1f}"
        kind = f"{p.feature_class}.{p.feature_code}"
        yield "\t".join([p.id, kind, p.country_code, p.admin1, figures, p.outline, *p.names, "|", *p.codes])
    for key, numbers in world.entries.items():
        told = " ".join(map(str, numbers)) if len(numbers) > 1 else numbers[0]
        yield f"{key}\t{world.masks[key]}\t{told}"
    for coarse, keys in world.romanised.items():
        yield "\t".join([coarse, *keys])
    yield hashlib.sha256(world.outlines).hexdigest()
    yield world.outline_units


def _cell(place: Draft) -> int:
    # Areas come last and in no cell: the nearest place to a point is a town or a site.
    return cell_of(place.lat, place.lon) if place.feature_class in {"P", "S"} else _NO_CELL


def _distinct_names(place: Draft) -> list[str]:
    distinct: dict[str, str] = {}
    for name in [*place.names, *place.codes]:
        distinct.setdefault(key_of(name), name.strip())
    return [name for key, name in distinct.items() if key]


def _keys_of(place: Draft) -> Iterator[tuple[str, int, bool]]:
    """The keys of all its names; for areas and sites also those without their type words."""
    is_town = place.feature_class == "P"
    for index, name in enumerate(place.names):
        key = key_of(name)
        if not is_town and is_generic(key) and name not in place.codes:
            continue
        yield key, index, False
        if place.feature_class not in {"A", "S"}:
            continue
        for rest, word in split_type(key):
            kind = KINDS[word]
            if not is_generic(rest) and fits(place.feature_class, place.feature_code, kind.fits):
                yield rest, index, True


def _mask(key: str, numbers: list[int], places: list[Draft], bits: list[int]) -> int:
    """The bits of a key (``geo.gazetteer.lexicon``), given those of its places' kinds."""
    if key.count(" ") >= lexicon.LONGEST_KEY:
        return 0
    mask, capitals = 0, key.isascii()
    for entry in numbers:
        number, name, stripped = unpack_entry(entry)
        place = places[number]
        if stripped and place.feature_class == "S":
            continue
        mask |= bits[number]
        mask |= lexicon.MAIN if name == 0 and not stripped else 0
        capitals = capitals and is_abbreviation(place.names[name], key)
    if mask and capitals:
        mask |= lexicon.CAPITALS
    return mask | lexicon.COMMON if mask and key in COMMON_WORDS else mask


def _cells(places: Sequence[Draft]) -> dict[str, bytes]:
    """The one-degree cells that hold towns and sites, and the number of the first place of each."""
    counts = Counter(map(_cell, places))
    counts.pop(_NO_CELL, None)
    starts = [0, *accumulate(counts[cell] for cell in sorted(counts))]
    return {"cells": pack_numbers("I", sorted(counts)), "cell_starts": pack_numbers("I", starts)}
