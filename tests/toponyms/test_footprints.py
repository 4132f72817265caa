"""Spots that the text states relative to its places, and when it states none."""

from __future__ import annotations

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from geo.articles import make_article
from geo.records import Footprint, Mention, Toponym
from geo.toponyms.footprints import find_footprints
from geo.toponyms.senses import bearing
from tests.toponyms.placing import area, place_marked, town

KHARKIV = town("gn:1", "Kharkiv", 49.98, 36.25)
PLACES = {
    "Kharkiv": KHARKIV,
    "Lyptsi": town("gn:2", "Lyptsi", 50.20, 36.41),
    "Kherson": town("gn:3", "Kherson", 46.66, 32.62),
    "Mykolaiv": town("gn:4", "Mykolaiv", 46.97, 32.00),
    "Nakhodka": town("gn:5", "Nakhodka", 42.81, 132.87, "RU"),
    "Lampedusa": town("gn:6", "Lampedusa", 35.50, 12.61, "IT"),
    "Moscow": town("gn:7", "Moscow", 55.75, 37.62, "RU"),
    "Yemen": area("gn:8", "Yemen", 15.3, 45.0, "YE"),
    "Syria": area("gn:9", "Syria", 34.8, 38.3, "SY", radius=240),
    "Turkey": area("gn:10", "Turkey", 39.0, 35.2, "TR", radius=490),
    "Syrian": area("gn:9", "Syria", 34.8, 38.3, "SY", radius=240),
    "Turkish": area("gn:10", "Turkey", 39.0, 35.2, "TR", radius=490),
    "Ukraine": area("gn:11", "Ukraine", 49.0, 32.0, "UA", radius=430),
}


def footprints(text: str) -> tuple[str, tuple[Footprint, ...]]:
    article, toponyms = place_marked(text, PLACES)
    return article.text, find_footprints(article, toponyms)


MADE = [
    ("A missile fell 95 kilometres (59 miles) southwest of [Nakhodka].", "distance",
     "95 kilometres (59 miles) southwest of Nakhodka"),
    ("Shells landed some 20 km north of [Kharkiv], [Ukraine], on Monday.", "distance", "some 20 km north of Kharkiv"),
    ("He walked 20 to 30 miles east of [Kharkiv].", "distance", "20 to 30 miles east of Kharkiv"),
    ("It burned half a mile from the village of [Lyptsi].", "distance", "half a mile from the village of Lyptsi"),
    ("In [Moscow], officials said a drone fell 20 km from [Kharkiv].", "distance", "20 km from Kharkiv"),
    ("Convoys were seen on the road between [Kherson] and [Mykolaiv].", "between", "road between Kherson and Mykolaiv"),
    ("The camp is halfway between [Kherson] and [Mykolaiv].", "between", "halfway between Kherson and Mykolaiv"),
    ("A tanker burned 30 miles off the coast of [Yemen].", "offshore", "30 miles off the coast of Yemen"),
    ("A blast was heard off [Yemen]'s western coast.", "offshore", "off Yemen's western coast"),
    ("Two boats capsized off [Lampedusa].", "offshore", "off Lampedusa"),
    ("They camped near the border between [Syria] and [Turkey].", "border", "near the border between Syria and Turkey"),
    ("Shelling along [Syria]'s border with [Turkey] went on.", "border", "Syria's border with Turkey"),
    ("Shelling along the {Syrian}-{Turkish} border went on.", "border", "Syrian-Turkish border"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "words"), MADE, ids=[words for _, _, words in MADE])
def test_a_stated_relation_makes_a_footprint(text: str, kind: str, words: str) -> None:
    """One footprint, of that kind, made by those words and no others."""
    plain, found = footprints(text)
    assert [(f.kind, plain[f.start : f.end]) for f in found] == [(kind, words)]


NOT_MADE = [
    "[Lyptsi], 20 km north of [Kharkiv], was hit.",
    "[Lyptsi], a village 20 km north of [Kharkiv], was hit.",
    "The village of [Lyptsi] is about 20 km north of [Kharkiv].",
    "[Lyptsi], which lies 20 km from [Kharkiv], was hit.",
    "About 20 km north of [Kharkiv], in [Lyptsi], a school burned.",
    "20 km north of [Kharkiv], [Ukraine], in the village of [Lyptsi], a school burned.",
    "Talks between [Moscow] and [Kharkiv] broke down.",
    "Relations between [Syria] and [Turkey] are poor.",
    "The road between [Lyptsi] and [Moscow] is long.",
    "The show opened off [Kharkiv] last year.",
    "He was 20 points north of [Kharkiv].",
    "A drone fell 20 km north of [Xyzzyfort].",
    "They live within 300 km of [Yemen].",
]


@pytest.mark.parametrize("text", NOT_MADE)
def test_none_is_made_where_the_words_state_no_new_spot(text: str) -> None:
    """Not for a name with a pin of its own, not for talks, not for places too far apart, unknown or too large."""
    assert footprints(text)[1] == ()


def test_a_distance_and_bearing_lead_to_the_spot() -> None:
    """The middle lies as far and in the direction that the words say, by geodesics; the radius spans the sector."""
    _, (found,) = footprints("Shells landed 20 km north of [Kharkiv].")
    away = geodesic((KHARKIV.lat, KHARKIV.lon), (found.lat, found.lon)).km
    assert away == pytest.approx(20, abs=0.01)
    assert found.lon == pytest.approx(KHARKIV.lon, abs=1e-4)
    assert 5 < found.radius_km < 10
    assert found.anchors == ("gn:1",)


def test_without_a_bearing_the_circle_goes_all_around() -> None:
    """ "20 km from Kharkiv" is anywhere on that ring."""
    _, (found,) = footprints("A drone fell 20 km from [Kharkiv].")
    assert (found.lat, found.lon) == (KHARKIV.lat, KHARKIV.lon)
    assert found.radius_km >= 20


def test_the_opener_the_words_the_wider_the_circle() -> None:
    """ "About" is wider than a bare number, "dozens of" wider still, "halfway" narrower than "between"."""

    def radius(text: str) -> float:
        return footprints(text)[1][0].radius_km

    bare, about, dozens = (
        radius(f"It fell {words} kilometres from [Kharkiv].") for words in ("50", "about 50", "dozens of")
    )
    assert bare < about < dozens
    halfway = radius("The camp is halfway between [Kherson] and [Mykolaiv].")
    assert halfway < radius("He drove the road between [Kherson] and [Mykolaiv].")


def test_off_a_western_coast_lies_to_the_west() -> None:
    """The side that the words name is where the spot is drawn."""
    _, (found,) = footprints("A blast was heard off [Yemen]'s western coast.")
    assert found.lon < PLACES["Yemen"].lon - 2
    assert bearing(PLACES["Yemen"], PLACES["Yemen"]) == 0


_WORDS = (
    "20 km miles north of from off the coast between and border with road , . ( ) Kharkiv Yemen a some to ’s"
)
WORDS = st.sampled_from([*_WORDS.split(" "), "9999999", "a couple of hundred", "99" * 400])


@given(st.lists(WORDS, max_size=30))
def test_no_text_raises(words: list[str]) -> None:
    """Whatever stands in the text, footprints lie on Earth, in order, within the text, with a radius."""
    text, mentions = "", []
    for word in words:
        if word in PLACES:
            mentions.append(Toponym(Mention(len(text), len(text) + len(word), word), PLACES[word], 0.9))
        text += word + " "
    last = 0
    for found in find_footprints(make_article("a", text), mentions):
        assert last <= found.start < found.end <= len(text)
        assert -90 <= found.lat <= 90
        assert -180 <= found.lon <= 180
        assert found.radius_km > 0
        last = found.end
