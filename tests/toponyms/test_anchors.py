"""Names that no gazetteer has stand where the text says, and nowhere else."""

from __future__ import annotations

import csv

import pytest
from geopy.distance import geodesic

from geo.records import Mention, Toponym
from geo.tables import build_tables
from geo.tables.build import ROW_COLUMNS
from geo.toponyms.anchors import SCORES, place_by_anchors
from geo.toponyms.explain import explain, report
from tests.toponyms.placing import area, place_marked, town

PLACES = {
    "Cairo": town("gn:1", "Cairo", 30.06, 31.25, "EG"),
    "Lviv": town("gn:2", "Lviv", 49.84, 24.03),
    "Ohio": area("gn:3", "Ohio", 40.25, -83.0, "US", "ADM1", 180),
    "Russia": area("gn:4", "Russia", 60.0, 100.0, "RU", radius=2300),
    "Egyptian": area("gn:5", "Egypt", 27.0, 30.0, "EG", radius=560),
}


def placed(text: str) -> tuple[str, tuple[Toponym, ...]]:
    article, toponyms = place_marked(text, PLACES)
    return article.text, place_by_anchors(article, toponyms)


STATED = [
    ("Police searched [Velkatin], a district of [Cairo], on Monday.", "gn:1", "a district of Cairo"),
    ("Police searched [Velkatin], a crowded suburb on the outskirts of [Cairo].", "gn:1",
     "a crowded suburb on the outskirts of Cairo"),
    ("They left [Cairo]'s district of [Velkatin] in the night.", "gn:1", "Cairo's district of"),
    ("The village of [Velkatin] near [Lviv] burned.", "gn:2", "near Lviv"),
    ("They flew from [Velkatin Air Base] in [Ohio].", "gn:3", "in Ohio"),
    ("Planes left [Velkatin], in northern [Ohio], at dawn.", "gn:3", "in northern Ohio"),
    ("He lives in [Velkatin], [Ohio], with his dog.", "gn:3", "Ohio"),
    ("[Velkatin], a town 12 km west of [Lviv], was hit.", "gn:2", "a town 12 km west of Lviv"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "words"), STATED, ids=[words for *_, words in STATED])
def test_a_name_stands_where_the_text_says(text: str, anchor: str, words: str) -> None:
    """Approximately, with the place and the words that say so, a radius, and little certainty."""
    plain, toponyms = placed(text)
    found = next(t for t in toponyms if t.mention.text.startswith("Velkatin"))
    assert found.place is not None
    assert found.anchor is not None
    assert found.anchor.place.id == anchor
    assert plain[found.anchor.start : found.anchor.end] == words
    assert found.precision == found.place.precision == "approximate"
    assert found.place.name == found.mention.text
    assert found.radius_km is not None
    assert found.radius_km >= 5
    assert 0 < found.score <= max(SCORES.values()) < 0.6
    assert found.place.country_code == found.anchor.place.country_code


UNSAID = [
    "Police searched [Velkatin] on Monday.",
    "Police searched [Velkatin] and [Cairo] on Monday.",
    "He left [Velkatin] for [Cairo].",
    "They met in [Velkatin], in [Russia], on Monday.",
    "They met in [Velkatin], a district of [Xyzzyfort], on Monday.",
    "The {Egyptian} village of [Velkatin] burned.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_without_such_words_it_stays_unplaced(text: str) -> None:
    """Nor at an anchor that is unknown itself, vast, or a people."""
    _, toponyms = placed(text)
    assert next(t for t in toponyms if t.mention.text == "Velkatin").place is None


def test_a_stated_distance_and_bearing_move_the_point() -> None:
    """ "12 km west of Lviv" lies twelve kilometres to the west of Lviv."""
    _, toponyms = placed("[Velkatin], a town 12 km west of [Lviv], was hit.")
    place, lviv = toponyms[0].place, PLACES["Lviv"]
    assert place is not None
    assert geodesic((place.lat, place.lon), (lviv.lat, lviv.lon)).km == pytest.approx(12, abs=0.05)
    assert place.lon < lviv.lon
    assert (place.feature_class, place.feature_code) == ("P", "PPL")


def test_all_mentions_of_the_name_stand_there() -> None:
    """The words are said once."""
    _, toponyms = placed(
        "[Velkatin] burned. Police sealed off [Velkatin], a district of [Cairo]. [Velkatin] is poor."
    )
    assert [t.place.id for t in toponyms if t.place and t.anchor] == ["text:velkatin@30.0600,31.2500"] * 3


def test_known_names_and_users_decisions_stay_as_they_are() -> None:
    """Whatever words stand beside them."""
    article, toponyms = place_marked(
        "[Lviv], a district of [Cairo]. [Velkatin], a district of [Cairo].", PLACES
    )
    by_user = Toponym(toponyms[2].mention, decided_by="corrections.csv:2")
    given = (*toponyms[:2], by_user, toponyms[3])
    assert place_by_anchors(article, given) == given


def test_it_stays_on_the_list_with_a_ready_row() -> None:
    """The row for ``places.csv`` holds the approximate position; the mention's row the anchor and its words."""
    article, toponyms = place_marked("Police searched [Velkatin], a district of [Cairo], on Monday.", PLACES)
    tables = build_tables([article], [place_by_anchors(article, toponyms)])
    (row,) = tables.unresolved.itertuples()
    cells = dict(zip(ROW_COLUMNS, next(csv.reader([row.row])), strict=True))
    assert (cells["name"], cells["latitude"], cells["longitude"]) == ("Velkatin", "30.06", "31.25")
    mention = tables.mentions[tables.mentions["text"] == "Velkatin"].iloc[0]
    assert (mention["anchor"], mention["anchor_words"]) == ("gn:1", "a district of Cairo")
    assert mention["match"] == "anchor"
    assert tables.articles["unresolved"].tolist() == [1]


def test_explain_quotes_the_words() -> None:
    """ "in no gazetteer; the text says …"."""
    article, toponyms = place_marked("Police searched [Velkatin], a district of [Cairo].", PLACES)
    assert "the text says “a district of Cairo”" in report(
        explain(article, place_by_anchors(article, toponyms)[0])
    )


def test_an_empty_article_has_none() -> None:
    """No toponyms in, none out."""
    article, _ = place_marked("Nothing here.", PLACES)
    assert place_by_anchors(article, ()) == ()
    alone = (Toponym(Mention(0, 7, "Nothing")),)
    assert place_by_anchors(article, alone) == alone
