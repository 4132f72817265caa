"""Which country and region each unit belongs to, by the table ``gazetteer/disputes.csv``."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

DISPUTES = Path(__file__).resolve().parent.parent / "gazetteer" / "disputes.csv"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A row of the table; see ``docs/basemap.md`` for its columns."""

    id: str
    name: str
    kind: str
    un: str
    de_facto: str
    claimed_by: tuple[str, ...]
    admin1_codes: frozenset[str]
    region_un: str
    region_de_facto: str
    units: tuple[str, ...]
    claims: tuple[str, ...]
    label_un: str
    label_de_facto: str
    latitude: float | None
    longitude: float | None
    radius_km: float

    def label(self, stance: str) -> str:
        """What a stance ("un" or "de-facto") calls it; "" for no label of its own."""
        return self.label_un if stance == "un" else self.label_de_facto

    @property
    def parties(self) -> frozenset[str]:
        """The codes of all countries that hold or claim it."""
        return frozenset({self.un, self.de_facto, *self.claimed_by}) - {""}

    def holds(self, unit: str) -> bool:
        """Whether `unit` lies in the disputed area."""
        return self.kind == "area" and any(fnmatchcase(unit, pattern) for pattern in self.units)

    def divides(self, one: str, other: str) -> bool:
        """Whether the border between two units is the disputed line."""
        if self.kind != "line":
            return False
        pairs = (pattern.split("/") for pattern in self.units)
        return any(
            (fnmatchcase(one, a) and fnmatchcase(other, b)) or (fnmatchcase(one, b) and fnmatchcase(other, a))
            for a, b in pairs
        )


def read_disputes(path: Path = DISPUTES) -> tuple[Dispute, ...]:
    """The rows of the table, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_dispute(row) for row in csv.DictReader(file))


def _dispute(row: dict[str, str]) -> Dispute:
    def listed(column: str) -> tuple[str, ...]:
        return tuple(part for part in row[column].split("|") if part)

    return Dispute(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        un=row["un"],
        de_facto=row["de_facto"],
        claimed_by=listed("claimed_by"),
        admin1_codes=frozenset(listed("admin1_codes")),
        region_un=row["region_un"],
        region_de_facto=row["region_de_facto"],
        units=listed("units"),
        claims=listed("claims"),
        label_un=row["label_un"],
        label_de_facto=row["label_de_facto"],
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        radius_km=float(row["radius_km"] or 0),
    )


def dispute_of(unit: str, disputes: Sequence[Dispute]) -> Dispute | None:
    """The disputed area that holds `unit`; the first such row rules."""
    return next((dispute for dispute in disputes if dispute.holds(unit)), None)
