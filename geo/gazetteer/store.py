"""The gazetteer that all else uses: the world file with the layers of rows on top."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Literal

from geo.errors import GazetteerError
from geo.gazetteer.additions import read_additions
from geo.gazetteer.answers import Answers
from geo.gazetteer.borders import Borders, read_borders
from geo.gazetteer.compiled import fingerprint, load_compiled
from geo.gazetteer.kept_rows import KeptRows
from geo.gazetteer.lexicon import Lexicon
from geo.gazetteer.lookup import Finder
from geo.gazetteer.making import uncollected
from geo.gazetteer.no_world import NoWorld
from geo.gazetteer.outlines import Land
from geo.gazetteer.own import OwnRows
from geo.gazetteer.placefile import FILED
from geo.gazetteer.spatial import nearest
from geo.gazetteer.standing import Standing, StandingPlaces
from geo.gazetteer.world import BUNDLED, WORLD, World
from geo.records import Candidate, Place

CHECKOUT = Path(__file__).resolve().parents[2] / "gazetteer"
"""Where our own tables stand in a checkout; a wheel carries them in ``geo/gazetteer/data``."""
PLACES = "places.csv"
OURS = f"gazetteer/{PLACES}"
"""What places and messages call our own table, wherever it stands."""
COMPILED = BUNDLED / "places.dat"
KEPT_LOOKUPS = 512


class Gazetteer:
    """Names to places and back. Read-only; the order of every answer is fixed."""

    def __init__(
        self, world: World, own: OwnRows, borders: Borders, digest: str, *, alone: bool = False
    ) -> None:
        self._world = world
        self._own = own
        self._borders = borders
        self.digest = digest
        """A hash of all layers and of the stance on borders."""
        self.lexicon = Lexicon(world.index.trie, world.masks, own, world.longest)
        self.required: frozenset[str] = frozenset(own.required)
        """Keys of the names in users' own rows, always proposed as mentions."""
        self.alone = alone
        """Whether it holds nothing but users' rows: then their names are all that is recognised."""
        self._standing = Standing(world, own, borders)
        # A cache that drops one answer for each new one leaves the garbage collector next to nothing to look through.
        self._exact = lru_cache(KEPT_LOOKUPS)(self._answered)
        self._fuzzy = lru_cache(KEPT_LOOKUPS)(partial(self._found, fuzzy=True))

    @property
    def country_codes(self) -> frozenset[str]:
        """The known countries' codes (ISO 3166-1 alpha-2, and XK)."""
        return self._world.country_codes

    def keys(self, prefix: str) -> Iterator[str]:
        """The keys of all names that begin with a prefix, the world's first; of both in order of the alphabet."""
        yield from self._world.index.trie.iterkeys(prefix)
        yield from sorted(key for key in self._own.entries if key.startswith(prefix))

    def candidates(self, name: str, *, fuzzy: bool = False) -> tuple[Candidate, ...]:
        """Every place that ``name`` may mean: by main name, alias, without accents, by a type word, by another
        romanisation and, with ``fuzzy``, by one slip; within these our own rows first, then by population.
        """
        return self._fuzzy(name) if fuzzy else self._exact(name)

    def _answered(self, name: str) -> tuple[Candidate, ...]:
        """The candidates as the build worked them out, else the long way."""
        answer = self._answers.find(name) if self._answers else None
        return self._found(name, fuzzy=False) if answer is None else answer

    def _found(self, name: str, *, fuzzy: bool) -> tuple[Candidate, ...]:
        """The candidates, found the long way."""
        found = Finder(self._world, self._own, name).find(fuzzy=fuzzy)
        seen = self._seen
        return tuple([c if (place := seen(c.place)) is c.place else replace(c, place=place) for c in found])

    @cached_property
    def _answers(self) -> Answers | None:
        """The answers that the build worked out, None where only users' rows count."""
        if self.alone:
            return None
        return Answers(self._world.file, self._world.index, self._places, self._own.touched)

    @cached_property
    def _places(self) -> StandingPlaces:
        return StandingPlaces(self._world, self._own, self._borders, self._standing)

    def _seen(self, place: Place) -> Place:
        """The place under the stance on borders, its region called as our rows call it."""
        return self._places.stand(place) if place.source == FILED else self._standing.of(place)

    def place(self, id: str) -> Place | None:
        """The place of an id, or None."""
        found = self._own.places.get(id) or self._world.place_by_id(id)
        return self._seen(found) if found else None

    def names(self, place_id: str) -> tuple[str, ...]:
        """All names of a place, its main one first; empty for an unknown id."""
        return self._own.names(place_id)

    def nearest(self, lat: float, lon: float, n: int = 1) -> list[tuple[float, Place]]:
        """The ``n`` towns and sites nearest to a point in degrees, with their distance in kilometres.

        Nothing farther than some 1,300 km is found. Raises ``ValueError`` for a point that is not on Earth.
        """
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise ValueError(f"no such point: latitude {lat}, longitude {lon}")
        found = nearest(self._world, self._own_sites, lat, lon, n)
        return [(km, self._seen(place)) for km, place in found]

    def land_at(self, lat: float, lon: float) -> Land | None:
        """The country and first-level region that hold a point in degrees, by the stance on borders; None at sea.

        Borders are Natural Earth's, good to a kilometre or two.
        """
        return self._world.outlines.at(lat, lon, self._borders.stance)

    @cached_property
    def _own_sites(self) -> dict[str, Place]:
        """The own rows' towns and sites, and all places that they amend."""
        places = [self._own.places[id] for id in self._own.places]
        return {p.id: p for p in places if p.feature_class in {"P", "S"} or p.id in self._own.amending}


def open_gazetteer(
    extra: Sequence[Path] = (),
    *,
    borders: Literal["un", "de-facto"] = "un",
    bundled: bool = True,
    here: bool = True,
    alone: bool = False,
) -> Gazetteer:
    """The world with our own rows (``bundled``), those of ``./gazetteer/places.csv`` (``here``) and of ``extra``
    files, each on top of the last.

    With ``alone`` it holds the rows that users wrote in ``./gazetteer/places.csv`` and ``extra``, and nothing else.

    Raises ``GazetteerError`` for a missing world file or a faulty row, with all faults of its file.
    """
    world = NoWorld() if alone else World()
    own = OwnRows(world, all_required=alone)
    hashed = hashlib.sha256(f"{world.digest} {borders}".encode())
    files = layers(extra, bundled=bundled and not alone, here=here)
    kept = KeptRows(files, world.digest, alone=alone)
    with uncollected():
        for number, (path, users) in enumerate(files[(begin := kept.load(own)) :], begin):
            _lay(path, own, world, users=users, alone=alone)
            kept.save(own, number)
    for path, _ in files:
        hashed.update(path.read_bytes())
    stance = read_borders(our_table("disputes.csv"), borders)
    return Gazetteer(world, own, stance, hashed.hexdigest(), alone=alone)


def _lay(path: Path, own: OwnRows, world: World, *, users: bool, alone: bool) -> None:
    """Put the rows of a file on top of those that are there."""
    ours = path.samefile(our_table(PLACES))
    if ours and not alone and load_compiled(own, fingerprint(path, world.digest), COMPILED, users=users):
        return
    rows = read_additions(path, world.country_codes, label=OURS if ours else None)
    own.add((row for row in rows if not (alone and ours and row.ours)), users=users or alone)


def our_table(name: str) -> Path:
    """Where one of our own tables stands: in the wheel, else in the checkout."""
    carried = BUNDLED / name
    return carried if carried.exists() else CHECKOUT / name


def layers(extra: Sequence[Path], *, bundled: bool, here: bool) -> list[tuple[Path, bool]]:
    """The files of rows in the order they are laid, and whether each is the user's own.

    Raises ``GazetteerError`` for an ``extra`` file that is not there.
    """
    ours = our_table(PLACES)
    local = Path("gazetteer") / PLACES
    found: list[tuple[Path, bool]] = []
    local_is_ours = local.exists() and ours.exists() and local.samefile(ours)
    if bundled and ours.exists():
        # In a checkout our own rows are the user's, who edits that very file.
        found.append((local, True) if local_is_ours and here else (ours, False))
    if here and local.exists() and not (bundled and local_is_ours):
        found.append((local, True))
    for path in map(Path, extra):
        if not path.exists():
            raise GazetteerError(f"{path.as_posix()}:1: no such file; check the path given to --gazetteer")
        found.append((path, True))
    return found


__all__ = ["WORLD", "Gazetteer", "layers", "open_gazetteer", "our_table"]
