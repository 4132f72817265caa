"""The layers of corrections, and which of their rows wins for a mention."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from geo.errors import GazetteerError
from geo.gazetteer.corrections import Correction, read_corrections, unknown_places
from geo.gazetteer.fields import made_id
from geo.records import Place

if TYPE_CHECKING:
    from geo.gazetteer.store import Gazetteer

CORRECTIONS = "corrections.csv"
NEIGHBOURS, HOME_KM = 5, 60.0
"""How many towns, and how near, may tell a pinned point's region."""
Strength = tuple[bool, bool, bool, int]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a row decided of a mention: its place, and the row as ``file:line``."""

    place: Place
    source: str


@dataclass(frozen=True)
class Corrections:
    """The rows of all layers, the first layer lowest."""

    layers: tuple[tuple[Correction, ...], ...] = ()

    @cached_property
    def _strengths(self) -> dict[str, Strength]:
        """How specific each row is; a later layer breaks ties."""
        return {
            row.source: (row.start is not None, bool(row.article), bool(row.country_code), layer)
            for layer, rows in enumerate(self.layers)
            for row in rows
        }

    @cached_property
    def _by_article(self) -> dict[str, list[Correction]]:
        found: dict[str, list[Correction]] = {}
        for row in self.rows:
            found.setdefault(row.article, []).append(row)
        return found

    @property
    def rows(self) -> list[Correction]:
        """All rows, the lowest layer first."""
        return [row for layer in self.layers for row in layer]

    def of(self, article_id: str) -> list[Correction]:
        """The rows that may apply to an article."""
        everywhere = self._by_article.get("", [])
        return [*everywhere, *self._by_article.get(article_id, [])] if article_id else everywhere

    def winner(self, rows: Iterable[Correction]) -> Correction:
        """The most specific of some rows: occurrence, article, country, everywhere; of equals that of a later layer."""
        return max(rows, key=lambda row: (self._strengths[row.source], row.source))

    def astray(self, article_ids: Collection[str]) -> list[str]:
        """A warning for each row of an article that is not there while one is called nearly so: ``seeds/Story.txt`` for
        ``story.txt``.
        """
        ids = frozenset(article_ids)
        known = {_called(id): id for id in article_ids}
        return [
            f"{row.source}: there is no article {row.article!r}; if {known[_called(row.article)]!r} is meant, "
            "write that"
            for row in self.rows
            if row.article and row.article not in ids and _called(row.article) in known
        ]

    def check(self, gazetteer: Gazetteer) -> None:
        """Raise ``GazetteerError`` naming every row whose place ``gazetteer`` does not know."""
        faults = [
            fault
            for layer in self.layers
            for row in layer
            for fault in unknown_places([row], gazetteer, row.source.rpartition(":")[0])
        ]
        if faults:
            raise GazetteerError("\n".join(map(str, faults)))


def _called(article_id: str) -> str:
    """What an id and its slips have in common: no folder, no ending, no capitals."""
    return PurePosixPath(article_id.replace("\\", "/")).stem.casefold()


def open_corrections(
    extra: Sequence[Path] = (),
    *,
    bundled: bool = True,
    here: bool = True,
    country_codes: frozenset[str] | None = None,
) -> Corrections:
    """The project's own corrections (``bundled``), those of ``./gazetteer/corrections.csv`` (``here``) and of
    ``extra`` files, each on top of the last.

    ``country_codes`` as in ``read_corrections``. Raises ``GazetteerError`` for a missing file or a faulty row.
    """
    from geo.gazetteer.store import our_table

    ours, local = our_table(CORRECTIONS), Path("gazetteer") / CORRECTIONS
    local_is_ours = local.exists() and ours.exists() and local.samefile(ours)
    layers: list[tuple[Path, str]] = []
    if bundled and ours.exists():
        layers.append((ours, f"gazetteer/{CORRECTIONS}" if local_is_ours else f"dateline/{CORRECTIONS}"))
    if here and local.exists() and not (bundled and local_is_ours):
        layers.append((local, local.as_posix()))
    for path in map(Path, extra):
        if not path.exists():
            raise GazetteerError(f"{path.as_posix()}:1: no such file; check the path given to --corrections")
        layers.append((path, path.as_posix()))
    if not layers:
        return Corrections()
    return Corrections(
        tuple(tuple(read_corrections(path, country_codes, label=label)) for path, label in layers)
    )


def decide(row: Correction, gazetteer: Gazetteer) -> Decision | None:
    """The place that a row gives its mention, None for a place that ``gazetteer`` does not know.

    A point becomes a place with the mention's name, the country that holds it and the region of the nearest town there.
    """
    if row.point is None:
        place = gazetteer.place(row.place)
        return Decision(place, row.source) if place else None
    lat, lon = row.point
    id = made_id(row.mention, lat, lon)
    known = gazetteer.place(id)
    if known is not None:
        return Decision(known, row.source)
    land = gazetteer.land_at(lat, lon)
    pinned = Place(
        id,
        row.mention,
        lat,
        lon,
        "P",
        "PPL",
        country_code=land.country if land else "",
        source=row.source,
        note=row.note,
    )
    for km, town in gazetteer.nearest(lat, lon, NEIGHBOURS):
        if km <= HOME_KM and (land is None or town.country_code == land.country):
            pinned = replace(
                pinned,
                country_code=town.country_code,
                admin1=town.admin1,
                admin1_name=town.admin1_name,
                admin1_code=town.admin1_code,
            )
            break
    return Decision(pinned, row.source)
