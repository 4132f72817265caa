"""What an article is about: the one to three places that it turns on, and its countries.

Each mention weighs by where it stands and how it is used; a place weighs as its mentions do, each further one less.
An area that only says where a town of the article lies is background, unless the article is about the whole of it.
The weights are judgements, not fitted: the corpora don't say what an article is about. ``tests/toponyms/test_focus.py``
holds what they must give.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geo.records import Article, Focus, Place, Toponym

MOST_PLACES, MOST_COUNTRIES = 3, 3
PLACE_SHARE, COUNTRY_SHARE = 0.5, 0.35
"""Of the foremost one's weight, what another needs to stand beside it."""
IN_HEADLINE, IN_LEAD, IN_DATELINE, IN_STORY, AT_END = 3.0, 2.0, 0.7, 1.0, 0.6
"""A headline names what a story is about, the lead who, what and where; a dateline only where it was filed."""
ASSOCIATIVE, UNKNOWN_USE = 0.35, 0.8
"""Of a literal mention's weight: "Moscow said" is not about Moscow."""
DEMONYM = 0.5
"""A people's name tells of its country, and half as much again of what happens there."""
AS_CONTAINER = 0.3
"""Of its weight, for the "Texas" of "Paris, Texas"."""
LEAD_CHARACTERS = 200
"""The lead of a text in which no sentence was found."""
WHOLE_AREA = 1.5
"""An area is itself the subject where it weighs so many times what its heaviest part does."""
SPREAD = 4
"""From so many places in it, none of which stands out, an area that is named is the subject."""
_COUNTRIES = frozenset({"PCLI", "PCLD", "PCLF", "PCLS", "PCL", "PCLIX", "PCLH", "TERR"})
_REGIONS = frozenset({"ADM1", "ADM1H"})
_LINKED = re.compile(r"\s*(?:,|\(|\[|,? in|['’]s)\s*(?:the )?(?:[a-z-]+ ){0,3}$")
_VAST_KM = 1000.0
_VAST = 0.5
"""Of its weight, for a continent or an ocean: they are seldom what a story is about."""


@dataclass(slots=True, eq=False)
class _Weighed:
    """A place with the weights of its mentions."""

    place: Place
    weights: list[float] = field(default_factory=list)
    first: int = 0

    @property
    def weight(self) -> float:
        """Each further mention adds less: the second half, the third a third."""
        ordered = sorted(self.weights, reverse=True)
        return sum(weight / number for number, weight in enumerate(ordered, start=1))


def find_focus(article: Article, toponyms: Sequence[Toponym]) -> Focus:
    """The focus of an article by its toponyms (in order of ``start``); empty where nothing was placed."""
    places: dict[str, _Weighed] = {}
    countries: dict[str, float] = {}
    for number, toponym in enumerate(toponyms):
        place = toponym.place
        if place is None:
            continue
        weight = toponym.certainty * _standing(article, toponym) * _use(toponym)
        if _is_container(article.text, toponyms, number):
            weight *= AS_CONTAINER
        if toponym.mention.kind == "demonym":
            weight *= DEMONYM
        if place.country_code:
            countries[place.country_code] = countries.get(place.country_code, 0.0) + weight
        if place.precision == "area" and place.radius_km > _VAST_KM and place.feature_code not in _COUNTRIES:
            weight *= _VAST
        one = places.setdefault(place.id, _Weighed(place, first=toponym.mention.start))
        one.weights.append(weight * (DEMONYM if toponym.mention.kind == "demonym" else 1.0))
    _count_title(article, toponyms, places)
    areas = [one for one in places.values() if _is_subject(one, places)]
    subjects = [
        one
        for one in places.values()
        if (one in areas or not _parts(one, places)) and not any(_holds(a.place, one.place) for a in areas)
    ]
    return Focus(
        tuple(one.place.id for one in _foremost(subjects)),
        _foremost_countries(countries),
    )


def _standing(article: Article, toponym: Toponym) -> float:
    """The weight of where a mention stands."""
    start = toponym.mention.start
    headline, length = article.headline, max(len(article.text), 1)
    if toponym.mention.dateline:
        return IN_DATELINE
    if headline and headline.start <= start < headline.end:
        return IN_HEADLINE
    if start < _lead_end(article):
        return IN_LEAD
    return IN_STORY + (AT_END - IN_STORY) * start / length


def _lead_end(article: Article) -> int:
    """Where the first sentence behind the furniture ends."""
    spans = (article.headline, article.byline, article.dateline)
    begin = max((span.end for span in spans if span), default=0)
    return next((s.end for s in article.sentences if s.end > begin), begin + LEAD_CHARACTERS)


def _use(toponym: Toponym) -> float:
    if toponym.mention.kind != "name":
        return 1.0
    return {"literal": 1.0, "associative": ASSOCIATIVE}.get(toponym.mention.usage or "", UNKNOWN_USE)


def _is_container(text: str, toponyms: Sequence[Toponym], number: int) -> bool:
    """Whether a mention only says where the one before it lies."""
    if number == 0:
        return False
    inner, outer = toponyms[number - 1], toponyms[number]
    if inner.place is None or outer.place is None or inner.mention.kind == "demonym":
        return False
    gap = text[inner.mention.end : outer.mention.start]
    return len(gap) < 40 and bool(_LINKED.fullmatch(gap)) and _holds(outer.place, inner.place)


def _count_title(article: Article, toponyms: Sequence[Toponym], places: Mapping[str, _Weighed]) -> None:
    """A headline that is not in the text counts too, by the names that the text gives the same spelling."""
    if article.headline is not None or not article.title_is_headline:
        return
    named = {
        t.mention.text: t
        for t in toponyms
        if t.place is not None
        and t.mention.kind == "name"
        and re.search(rf"(?<!\w){re.escape(t.mention.text)}(?!\w)", article.title)
    }
    for toponym in named.values():
        assert toponym.place is not None
        places[toponym.place.id].weights.append(IN_HEADLINE * toponym.certainty)


def _holds(outer: Place, inner: Place) -> bool:
    """Whether one place lies in the other, by the ids of countries and regions."""
    if outer.id == inner.id:
        return False
    if outer.feature_code in _COUNTRIES:
        return bool(outer.country_code) and outer.country_code == inner.country_code
    return outer.feature_code in _REGIONS and inner.admin1 == outer.id


def _parts(outer: _Weighed, places: Mapping[str, _Weighed]) -> list[float]:
    """The weights of the places that lie in another, the heaviest first."""
    return sorted((one.weight for one in places.values() if _holds(outer.place, one.place)), reverse=True)


def _is_subject(outer: _Weighed, places: Mapping[str, _Weighed]) -> bool:
    """Whether an article is about an area as a whole, rather than about places that it holds."""
    parts = _parts(outer, places)
    if not parts or outer.weight < parts[0]:
        return False
    return outer.weight >= WHOLE_AREA * parts[0] or (
        len(parts) >= SPREAD and parts[0] < 2 * parts[SPREAD - 1]
    )


def _foremost(subjects: Sequence[_Weighed]) -> list[_Weighed]:
    ordered = sorted(subjects, key=lambda one: (-one.weight, one.first, one.place.id))
    return [one for one in ordered[:MOST_PLACES] if one.weight >= PLACE_SHARE * ordered[0].weight]


def _foremost_countries(weights: Mapping[str, float]) -> tuple[str, ...]:
    ordered = sorted(weights, key=lambda code: (-weights[code], code))[:MOST_COUNTRIES]
    return tuple(code for code in ordered if weights[code] >= COUNTRY_SHARE * weights[ordered[0]])
