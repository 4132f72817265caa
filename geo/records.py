"""The records that flow through Dateline: articles → mentions → toponyms.

All are frozen. Offsets count Unicode code points of ``Article.text`` exactly as it came in
(``end`` is exclusive); latitudes and longitudes are degrees, WGS 84; distances are kilometres.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["name", "demonym", "coordinates"]
Usage = Literal["literal", "associative"]
Precision = Literal["point", "site", "area", "approximate"]
Match = Literal["main", "alias", "folded", "type", "romanised", "fuzzy", "coordinates", "anchor"]
"""How a mention's text reached a place's name, best first."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of ``Article.text``: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article and the paragraph (counted from 0) that holds it."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as it was read.

    ``title`` is never empty: where the source gives no headline, the first sentence stands in
    (``title_is_headline`` is then false). ``headline``, ``byline`` and ``dateline`` are the spans of
    ``text`` that hold them, if it does. ``date`` is ISO 8601 (a year, a month or a day) or None. ``language`` is
    the ISO 639-1 code of the language it is written in, None where that is not known.
    """

    id: str
    text: str
    title: str = ""
    title_is_headline: bool = False
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    domain: str | None = None
    language: str | None = None
    headline: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    ``id`` is ``gn:<geonameid>``, ``csv:<id>``, ``csv:<slug>@<lat>,<lon>``, ``air:<ICAO>`` or ``ne:<code>``;
    ``geo:<lat>,<lon>`` for coordinates that a text gives, ``text:<slug>@<lat>,<lon>`` for a name that it places itself.
    ``feature_class`` and ``feature_code`` are GeoNames' (``P``/``PPLC``, ``A``/``ADM1``, ``S``/``AIRP`` …).
    ``country_code`` is ISO 3166-1 alpha-2 ("" for seas and continents) by the stance on borders in force;
    ``admin1`` is the id of the first-level region that holds the place, ``admin1_name`` its name, ``admin1_code``
    GeoNames' code ("RU.59"). ``radius_km`` is the radius of the circle that stands for the place (0 for a point).
    ``outline`` is the basemap's key for its outline: a country code, or the region's place id; None without one.
    ``source`` names where it comes from, a user's row as ``file:line``.
    ``start`` and ``end`` bound the years in which it bore the name (None: open).
    """

    id: str
    name: str
    lat: float
    lon: float
    feature_class: str
    feature_code: str
    country_code: str = ""
    admin1: str | None = None
    admin1_name: str = ""
    admin1_code: str = ""
    population: int = 0
    radius_km: float = 0.0
    precision: Precision = "point"
    geonameid: str | None = None
    outline: str | None = None
    source: str = ""
    start: int | None = None
    end: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a mention might mean, and how its name matched.

    ``name`` is the gazetteer's spelling that matched; ``type_word`` is the word of the mention that
    asks for a kind ("region", "airport") and was set aside to match, "" if none was.
    """

    place: Place
    match: Match
    name: str
    type_word: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of an article that names a place, before anyone knows which.

    ``place_score`` is the probability that it does. ``required`` marks a name from a user's own
    gazetteer file: it is proposed whatever the recogniser thinks. ``usage`` is None where unknown.
    """

    start: int
    end: int
    text: str
    kind: Kind = "name"
    usage: Usage | None = None
    dateline: bool = False
    place_score: float = 1.0
    required: bool = False


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence for (+) or against (−) a candidate.

    ``value`` is what the clue measured, ``points`` what it adds to the candidate's log-odds, ``phrase``
    says it to a reader ("95 km from Nakhodka, as the text says").
    """

    name: str
    value: float
    points: float
    phrase: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its clues; ``score`` is the probability that the mention means this place."""

    candidate: Candidate
    points: float
    score: float
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """What placed a name that no gazetteer has: the words that say where it is, and the place they name.

    ``text[start:end]`` of the article are those words ("a district of Cairo"); ``place`` is the known place.
    """

    place: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Toponym:
    """A mention with the place it was resolved to, or None.

    ``score`` is the probability that the pin is right if the mention is a toponym; ``candidates`` are best first
    (the winner is the first one, where there is a place). ``reason`` says in a few words why it stays unresolved.
    ``anchor`` is set where the name is in no gazetteer and stands where the text says (``precision`` is then
    ``approximate``). ``decided_by`` names the user's row, as ``file:line``, that decided, "" where none did.
    """

    mention: Mention
    place: Place | None = None
    score: float = 0.0
    precision: Precision | None = None
    radius_km: float | None = None
    candidates: tuple[Ranked, ...] = field(default=())
    reason: str = ""
    anchor: Anchor | None = None
    decided_by: str = ""

    @property
    def certainty(self) -> float:
        """The probability that the mention is a toponym and its pin is right."""
        return self.score * self.mention.place_score


FootprintKind = Literal["distance", "between", "offshore", "border"]


@dataclass(frozen=True, slots=True)
class Footprint:
    """A spot that the text states relative to places, without a name of its own ("20 km north of Kharkiv").

    ``text[start:end]`` of the article are the words that made it; ``anchors`` the ids of the places they name.
    ``lat`` and ``lon`` (degrees, WGS 84) are its middle, ``radius_km`` how far the words leave it open.
    """

    start: int
    end: int
    kind: FootprintKind
    lat: float
    lon: float
    radius_km: float
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Focus:
    """What an article is about: ids of the one to three places it turns on, and the codes of its countries.

    Both are in order of weight; background mentions are in neither.
    """

    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bias:
    """What a user knows beforehand of where the articles play; each part may be left out.

    ``countries`` are ISO 3166-1 alpha-2 codes, ``near`` a latitude and longitude, ``box`` west, south, east and
    north, in degrees (a box with west > east crosses the antimeridian).
    """

    countries: tuple[str, ...] = ()
    near: tuple[float, float] | None = None
    box: tuple[float, float, float, float] | None = None
