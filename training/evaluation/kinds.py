"""Figures by kind of place: what gold says was meant, by its GeoNames feature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.evaluate.corpora import Document
from geo.evaluate.scores import is_right, match, targets_of
from geo.gazetteer import Gazetteer

KINDS = (
    "country", "region", "county or district", "city", "town", "village", "site", "land or water", "continent",
    "not in the gazetteer",
)  # fmt: skip
CITY = 100_000
TOWN = 5_000
_COUNTRIES = ("PCL", "TERR")


@dataclass
class Tally:
    """Of the linked targets of one kind: how many there are, were found, placed and placed right."""

    targets: int = 0
    found: int = 0
    placed: int = 0
    right: int = 0


def by_kind(
    gold: Sequence[Document], predicted: Mapping[str, list[Document]], gazetteer: Gazetteer
) -> dict[str, Tally]:
    """A tally a kind, over all articles given."""
    tallies = {kind: Tally() for kind in KINDS}
    for document in gold:
        targets, _, _ = targets_of(document)
        names = [p for p in predicted.get(str(document["id"]), []) if p["kind"] != "demonym"]
        paired = dict(match(targets, names, strict=False))
        for number, target in enumerate(targets):
            if target.get("lat") is None:
                continue
            tally = tallies[kind_of(target, gazetteer)]
            tally.targets += 1
            if number in paired:
                name = names[paired[number]]
                tally.found += 1
                if name["lat"] is not None:
                    tally.placed += 1
                    tally.right += is_right(target, name)
    return tallies


def kind_of(target: Document, gazetteer: Gazetteer) -> str:
    """The kind of place that a gold toponym means; where the gazetteer lacks it, by gold's own feature code."""
    place = gazetteer.place(f"gn:{target['geonameid']}") if target.get("geonameid") else None
    code = place.feature_code if place else str(target.get("fcode") or "")
    if not code:
        return "not in the gazetteer"
    if code.startswith(_COUNTRIES):
        return "country"
    if code == "CONT":
        return "continent"
    if code == "ADM1":
        return "region"
    if code.startswith("ADM"):
        return "county or district"
    if code.startswith("PPL"):
        if place is None:
            return "not in the gazetteer"
        if place.population >= CITY or code == "PPLC":
            return "city"
        return "town" if place.population >= TOWN else "village"
    if place is None:
        return "not in the gazetteer"
    return "site" if place.feature_class in ("S", "R") else "land or water"
