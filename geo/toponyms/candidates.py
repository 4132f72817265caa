"""What a mention might mean: the gazetteer's candidates, a demonym's country, a pair of coordinates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.gazetteer.kinds import split_type
from geo.gazetteer.names import normalise
from geo.mentions.demonyms import lookup
from geo.records import Candidate, Mention, Place
from geo.toponyms.senses import group_of

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

MOST = 40
"""Candidates weighed for a name; San José has hundreds."""

_WHOLE = 0.9
"""Of a country's people, how many a region must have to be all of it."""
_MATCH_ORDER = {"main": 0, "alias": 1, "folded": 2, "type": 3, "romanised": 4, "fuzzy": 5, "coordinates": 0}
_GLUED = re.compile(r"[-–](?:based|born|held|occupied|controlled|run|led|backed|area|wide)$", re.IGNORECASE)
_TRIMMED = re.compile(r"^[\W_]+|(?:['’]s?)?[\W_]+$|['’]s$")


def candidates_for(mention: Mention, name: str, kind: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places a mention might mean, at most ``MOST``, the likeliest by name and size first.

    ``name`` is the mention's whole name ("North Korea" for the "North" of "North and South Korea"), ``kind`` the
    type word beside it ("region"): with it, the longer name is looked up too, so that
    "Kursk" before "region" finds what the gazetteer holds as "Kursk Oblast".
    """
    if mention.kind == "demonym":
        return _of_demonym(mention.text, gazetteer)
    name = _plain(name)
    found = list(gazetteer.candidates(name))
    if kind and not kind_within(name):
        found += [c for c in gazetteer.candidates(f"{name} {kind}") if c.match != "fuzzy"]
    if not found:
        found = list(gazetteer.candidates(name, fuzzy=True))
    best: dict[str, Candidate] = {}
    for candidate in _without_far_fetched(found, name):
        known = best.get(candidate.place.id)
        if known is None or _MATCH_ORDER[candidate.match] < _MATCH_ORDER[known.match]:
            best[candidate.place.id] = candidate
    ordered = sorted(_without_twins(list(best.values()), kind), key=_likeliest)
    return tuple(ordered[:MOST])


def _without_twins(found: list[Candidate], kind: str) -> list[Candidate]:
    """The candidates but for regions that are the whole of a country of their name, as Réunion is, where the text asks
    for no kind: the country stands for both.
    """
    countries = [c.place for c in found if group_of(c.place) == "country" and c.place.country_code]
    if kind or not countries:
        return found
    return [c for c in found if not any(_is_whole(c.place, country) for country in countries)]


def _is_whole(region: Place, country: Place) -> bool:
    return (
        region.feature_code == "ADM1"
        and region.country_code == country.country_code
        and region.population >= _WHOLE * country.population > 0
        and normalise(region.name) == normalise(country.name)
    )


def _without_far_fetched(found: list[Candidate], name: str) -> list[Candidate]:
    """The candidates but for those that only a detour reaches where others bear the very name.

    "N.J." is not New York by way of a romanisation, "Washington County" not the state for want of a "County".
    """
    exact = {candidate.match for candidate in found} & {"main", "alias", "folded"}
    if not exact:
        return found
    typed = bool(kind_within(name)) and "main" in exact
    dropped = {"romanised", "fuzzy"} | ({"type"} if typed else set())
    return [candidate for candidate in found if candidate.match not in dropped]


def kind_within(name: str) -> str:
    """The type word within a name ("Sunan airport"), "" if it has none."""
    return _parted(name)[1]


def bare_key(name: str) -> str:
    """The key of a name without its type word: "kursk" for "Kursk Oblast"."""
    return _parted(name)[0]


@lru_cache(maxsize=50_000)
def _parted(name: str) -> tuple[str, str]:
    key = normalise(name)
    parted = split_type(key)
    return parted[0] if parted else (key, "")


def _likeliest(candidate: Candidate) -> tuple[bool, int, int, str]:
    place = candidate.place
    own = place.id.startswith("csv:")
    size = place.population + (10**9 if place.feature_class == "A" and not place.admin1 else 0)
    return (not own, -size, _MATCH_ORDER[candidate.match], place.id)


def _plain(text: str) -> str:
    """The name without what clings to it: a possessive, quotation marks, "-based"."""
    return _TRIMMED.sub("", _GLUED.sub("", text)) or text


def _of_demonym(text: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    people = lookup(text)
    if people is None:
        return ()
    place = gazetteer.place(people.place) if people.place else None
    if place is not None:
        return (Candidate(place, "main", place.name),)
    if not people.name:
        return ()
    named = [
        c for c in gazetteer.candidates(people.name) if c.place.country_code in ("", people.country_code)
    ]
    return tuple(sorted(named, key=_likeliest)[:1])
