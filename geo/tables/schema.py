"""The columns of the tables: name, dtype and meaning, in order. ``docs/tables.md`` is made from this."""

from __future__ import annotations

from dataclasses import dataclass

TEXT = "string"
WHOLE = "int64"
NUMBER = "float64"
FLAG = "bool"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Text is ``<NA>`` and a number NaN where there is nothing; flags and whole numbers always stand."""

    name: str
    dtype: str
    meaning: str


PLACE_COLUMNS = (
    Column("lat", NUMBER, "latitude in degrees, WGS 84"),
    Column("lon", NUMBER, "longitude in degrees, WGS 84"),
    Column("geonameid", TEXT, "GeoNames id"),
    Column("feature_code", TEXT, "GeoNames feature code, such as PPLC or ADM1"),
    Column("country_code", TEXT, "ISO 3166-1 alpha-2, by the stance on borders"),
    Column("admin1", TEXT, "id of the first-level region that holds it"),
    Column("admin1_name", TEXT, "name of that region"),
    Column("admin1_code", TEXT, "GeoNames code of that region, such as RU.59"),
    Column("precision", TEXT, "point, site, area or approximate"),
    Column("radius_km", NUMBER, "radius of the circle that stands for it, in kilometres; 0 for a point"),
)

ARTICLES = (
    Column("article", TEXT, "the article's id"),
    Column("title", TEXT, "headline, or the first sentence where it has none"),
    Column("title_is_headline", FLAG, "whether the title is a headline"),
    Column("date", TEXT, "ISO 8601: a year, a month or a day"),
    Column("publisher", TEXT, "who published it"),
    Column("author", TEXT, "who wrote it"),
    Column("url", TEXT, "where it stands"),
    Column("domain", TEXT, "the web domain it stands on"),
    Column("language", TEXT, "ISO 639-1 code of the language it is written in"),
    Column("mentions", WHOLE, "mentions found in it"),
    Column("places", WHOLE, "different places among them"),
    Column("unresolved", WHOLE, "mentions that could not be placed"),
    Column(
        "focus", TEXT, "ids of the one to three places it is about, the foremost first, joined by a space"
    ),
    Column("countries", TEXT, "codes of the countries it is about, the foremost first, joined by a space"),
)

MENTIONS = (
    Column("mention", WHOLE, "number of the mention, counted from 0"),
    Column("article", TEXT, "the article's id"),
    Column("start", WHOLE, "where it starts, in code points of the article's text"),
    Column("end", WHOLE, "where it ends (exclusive)"),
    Column("text", TEXT, "the mention as the article has it"),
    Column("kind", TEXT, "name, demonym or coordinates"),
    Column("usage", TEXT, "literal or associative"),
    Column("dateline", FLAG, "whether it says where the story was filed"),
    Column("sentence", TEXT, "the sentence that holds it"),
    Column("paragraph", WHOLE, "the paragraph that holds it, counted from 0"),
    Column("place", TEXT, "the place's id"),
    Column("name", TEXT, "the place's name in the gazetteer"),
    *PLACE_COLUMNS,
    Column("score", NUMBER, "probability that the pin is right if the mention is a toponym"),
    Column("place_score", NUMBER, "probability that the mention is a toponym"),
    Column("certainty", NUMBER, "score times place_score"),
    Column(
        "match",
        TEXT,
        "how the mention reached the place's name: main, alias, folded, type, romanised, fuzzy; "
        "coordinates that the text gives, or an anchor that it names",
    ),
    Column("runner_up", TEXT, "id of the second candidate"),
    Column("anchor", TEXT, "id of the place at which a name that no gazetteer has was placed"),
    Column("anchor_words", TEXT, "the words that say so"),
    Column("decided_by", TEXT, "the row of corrections that decided, as file:line"),
)

PLACES = (
    Column("place", TEXT, "the place's id"),
    Column("name", TEXT, "its name in the gazetteer"),
    *PLACE_COLUMNS,
    Column("feature_class", TEXT, "GeoNames feature class: A, H, L, P, R, S, T, U or V"),
    Column("population", WHOLE, "people, of a region those of its towns; 0 where unknown"),
    Column("names", WHOLE, "mentions by name"),
    Column("demonyms", WHOLE, "mentions by demonym"),
    Column("datelines", WHOLE, "mentions by name in a dateline"),
    Column("articles", WHOLE, "articles that mention it"),
    Column("certainty", NUMBER, "certainty of its surest mention"),
    Column("source", TEXT, "where the gazetteer has it from"),
    Column("note", TEXT, "the gazetteer's note"),
)

UNRESOLVED = (
    Column("article", TEXT, "the article's id"),
    Column("start", WHOLE, "where the mention starts, in code points of the article's text"),
    Column("end", WHOLE, "where it ends (exclusive)"),
    Column("mention", TEXT, "the mention as the article has it"),
    Column("sentence", TEXT, "the sentence that holds it"),
    Column("reason", TEXT, "why it could not be placed, or only at an anchor"),
    Column("nearest", TEXT, "the most similar names in the gazetteer, with their ids"),
    Column(
        "row",
        TEXT,
        "a row for gazetteer/places.csv, its latitude and longitude to be filled in or, with an anchor, mended",
    ),
)

FOOTPRINTS = (
    Column("article", TEXT, "the article's id"),
    Column("start", WHOLE, "where the words that made it start, in code points of the article's text"),
    Column("end", WHOLE, "where they end (exclusive)"),
    Column("text", TEXT, "the words as the article has them"),
    Column("kind", TEXT, "distance, between, offshore or border"),
    Column("sentence", TEXT, "the sentence that holds them"),
    Column("paragraph", WHOLE, "the paragraph that holds them, counted from 0"),
    Column("anchors", TEXT, "ids of the places that the words lead to, joined by a space"),
    Column("lat", NUMBER, "latitude of its middle in degrees, WGS 84"),
    Column("lon", NUMBER, "longitude of its middle in degrees, WGS 84"),
    Column("radius_km", NUMBER, "how far the words leave it open, in kilometres"),
)
