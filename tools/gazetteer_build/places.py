"""Packs places into the records that ``geo.gazetteer.placefile`` reads."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from geo.gazetteer.placefile import NO_REGION, OTHER, RECORD, geonames_number
from geo.gazetteer.sections import pack_json, pack_numbers
from tools.gazetteer_build.draft import Draft


def pack_places(places: Sequence[Draft], regions: Mapping[str, Draft]) -> dict[str, bytes]:
    """The sections that ``Records`` reads; ``regions`` are the first-level ones by GeoNames' code."""
    kinds = sorted({(place.feature_class, place.feature_code) for place in places})
    countries = sorted({place.country_code for place in places})
    outlines = ["", *sorted({place.outline for place in places} - {""})]
    others = [n for n, place in enumerate(places) if geonames_number(place.id) is None]
    tables = {
        "kinds": kinds,
        "countries": countries,
        "outlines": outlines,
        "regions": [(regions[code].id, regions[code].names[0], code) for code in sorted(regions)],
        "other_ids": [places[n].id for n in others],
        "other_numbers": {places[n].id: n for n in others},
    }
    order = _positions(sorted(regions))
    at_kind, at_country, at_outline = _positions(kinds), _positions(countries), _positions(outlines)
    other = {number: OTHER + at for at, number in enumerate(others)}
    records, names = bytearray(), bytearray()
    by_gn: list[tuple[int, int]] = []
    for number, place in enumerate(places):
        gn = geonames_number(place.id)
        if gn is not None:
            by_gn.append((gn, number))
        name, text = place.names[0].encode(), "\n".join(place.names).encode()
        records += RECORD.pack(
            place.lat,
            place.lon,
            place.radius_km,
            other[number] if gn is None else gn,
            place.population,
            len(names),
            at_kind[place.feature_class, place.feature_code],
            at_country[place.country_code],
            order.get(place.admin1, NO_REGION),
            at_outline[place.outline],
            len(name),
            len(text) - len(name),
        )
        names += text
    by_gn.sort()
    return {
        "place_tables": pack_json(tables),
        "places": bytes(records),
        "place_names": bytes(names),
        "place_gn": pack_numbers("I", (gn for gn, _ in by_gn)),
        "place_by_gn": pack_numbers("I", (number for _, number in by_gn)),
    }


def _positions(values: Sequence[Hashable]) -> dict[Hashable, int]:
    return {value: at for at, value in enumerate(values)}
