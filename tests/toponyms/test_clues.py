"""What each clue must decide: one place of a name against another, told apart by that clue."""

from __future__ import annotations

from typing import Any

import pytest

from geo.records import Candidate
from tests.toponyms.conftest import add_twins


@pytest.fixture
def twins(atlas: Any) -> Any:
    """Two towns called Veldra of one size, in two countries and four regions, with what lies around them."""
    return add_twins(atlas).add("gn:4", "Qasr", (20.5, 40.9), "P.PPL", "SU", 40_000, region="ne:4")


def test_the_larger_town_of_a_name_wins_where_nothing_else_is_known(atlas: Any, resolve: Any) -> None:
    """Prominence: a city of a million against a village."""
    atlas.add("gn:1", "Arva", (50, 10), population=400).add("gn:2", "Arva", (20, 40), population=1_000_000)
    assert resolve(atlas, "Rain fell on [Arva] on Monday.").best("Arva") == "gn:2"


def test_a_main_name_beats_an_alias(atlas: Any, resolve: Any) -> None:
    """A place that bears the name against one of the same size that is also known by it."""
    atlas.add("gn:1", "Tormund", (50, 10), population=90_000, aliases=("Arva",))
    atlas.add("gn:2", "Arva", (20, 40), population=90_000)
    assert resolve(atlas, "Rain fell on [Arva] on Monday.").best("Arva") == "gn:2"


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Floods hit [Veldra], [Norland], on Monday.", "gn:1"),
        ("Floods hit [Veldra], [Sudland], on Monday.", "gn:2"),
        ("Floods hit [Veldra] ([Delta]) on Monday.", "gn:2"),
        ("Floods hit [Veldra] in [Estmark] on Monday.", "gn:1"),
        ("Floods hit [Veldra], a market town in the [Delta], on Monday.", "gn:2"),
        ("Floods hit the [Veldra] military base in [Delta] on Monday.", "gn:2"),
    ],
)
def test_a_stated_container_decides(twins: Any, resolve: Any, text: str, best: str) -> None:
    """Comma, brackets, "in" and apposition all say where the place lies."""
    assert resolve(twins, text).ids[0] == best


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Floods hit [Norland]'s [Veldra] on Monday.", "gn:1"),
        ("Floods hit [Sudland]’s northern town of [Veldra] on Monday.", "gn:2"),
        ("Floods hit the [Estmark] town of [Veldra] on Monday.", "gn:1"),
    ],
)
def test_a_stated_owner_decides(twins: Any, resolve: Any, text: str, best: str) -> None:
    """A possessive, or "the Estmark town of", in front says whose the place is."""
    assert resolve(twins, text).ids[1] == best


@pytest.mark.parametrize(
    "text",
    [
        "Floods hit the {Ukrainian} city of [Arva] on Monday.",
        "Floods hit the {Ukrainian} port city of [Arva] on Monday.",
        "Floods hit the {Ukrainian} town [Arva] on Monday.",
    ],
)
def test_an_adjective_beats_a_larger_namesake(atlas: Any, resolve: Any, text: str) -> None:
    """The people's adjective before a type word outweighs population, even where other names point elsewhere."""
    atlas.add("gn:690791", "Ukraine", (49, 32), "A.PCLI", "UA", 40_000_000, radius=400)
    atlas.add("gn:2017370", "Russia", (60, 100), "A.PCLI", "RU", 140_000_000, radius=2000)
    atlas.add("gn:1", "Arva", (48, 37), population=60_000, country="UA")
    atlas.add("gn:2", "Engelsk", (51, 46), population=190_000, country="RU", aliases=("Arva",))
    assert resolve(atlas, f"{text} [Russia] sent aid. [Russia] is large.").best("Arva") == "gn:1"


def test_a_list_of_equals_is_no_container(atlas: Any, resolve: Any) -> None:
    """ "Paris, Berlin and Munich": the hamlet of Paris near a Berlin is not meant."""
    atlas.add("gn:1", "Paris", (48.85, 2.35), "P.PPLC", "FR", 2_100_000)
    atlas.add("gn:2", "Berlin", (52.52, 13.4), "P.PPLC", "DE", 3_400_000)
    atlas.add("gn:3", "Munich", (48.14, 11.58), "P.PPLA", "DE", 1_300_000)
    atlas.add("gn:4", "Paris", (52.6, 13.5), "P.PPL", "DE", 900)
    assert resolve(atlas, "Marches in [Paris], [Berlin] and [Munich] drew crowds.").ids == [
        "gn:1",
        "gn:2",
        "gn:3",
    ]


@pytest.mark.parametrize("text", ["Troops held [Arva] region.", "Troops held the region of [Arva]."])
def test_a_kind_asked_for_decides_between_a_city_and_its_region(atlas: Any, resolve: Any, text: str) -> None:
    """The words beside the name say which level is meant."""
    atlas.add("gn:1", "Arva", (51, 36), "P.PPLA", "RU", 450_000)
    atlas.add(
        "gn:2", "Arva Oblast", (51.5, 36.2), "A.ADM1", "RU", 800_000, radius=98, aliases=("Arva",),
        typed={"Arva region": "region"},
    )  # fmt: skip
    assert resolve(atlas, text).best("Arva") == "gn:2"
    assert resolve(atlas, "Troops held the city of [Arva].").best("Arva") == "gn:1"


def test_an_airport_is_no_county(atlas: Any, resolve: Any) -> None:
    """A type word within the name rules out other kinds, however large."""
    atlas.add("gn:1", "Sunda", (38, 99), "A.ADM2", "CN", 140_000, radius=60, aliases=("Sunda airport",))
    atlas.add("air:X", "Sunda International Airport", (39, 125), "S.AIRP", "KP", aliases=("Sunda airport",))
    assert resolve(atlas, "Jets stood at [Sunda airport] on Monday.").best("Sunda airport") == "air:X"


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("A hut in [Osk], 100 km north of [Lunt], burned.", "gn:1"),
        ("A hut in [Osk], about 100 kilometres (62 miles) south of [Lunt], burned.", "gn:2"),
        ("A hut in [Osk], 186 miles (300 km) east of [Lunt], burned.", "gn:3"),
        ("Police went to [Lunt] in May. A hut in [Osk], some 100 km south of there, burned.", "gn:2"),
        ("Some 300 km east of [Lunt], [Osk] burned.", "gn:3"),
    ],
)
def test_a_stated_distance_and_bearing_decide(atlas: Any, resolve: Any, text: str, best: str) -> None:
    """Kilometres or miles, before or after, of a name or of "there"."""
    atlas.add("gn:9", "Lunt", (50.0, 10.0), population=50_000)
    atlas.add("gn:1", "Osk", (50.9, 10.0), population=3_000).add(
        "gn:2", "Osk", (49.1, 10.0), population=3_000
    )
    atlas.add("gn:3", "Osk", (50.0, 14.2), population=3_000).add("gn:4", "Osk", (50.0, 5.0), population=3_000)
    found = resolve(atlas, text)
    assert found.best("Osk") == best
    assert any("as the text says" in phrase for phrase in found.phrases("Osk"))


def test_a_stated_distance_reaches_back_to_the_place_it_leads_to(atlas: Any, resolve: Any) -> None:
    """It tells which Lunt is meant as well as which Osk."""
    atlas.add("gn:1", "Osk", (50.9, 10.0), population=30_000)
    atlas.add("gn:2", "Lunt", (50.0, 10.0), population=3_000).add(
        "gn:3", "Lunt", (48.0, 10.0), population=3_000
    )
    assert resolve(atlas, "A hut in [Osk], 100 km north of [Lunt], burned.").best("Lunt") == "gn:2"


def test_a_place_said_to_be_near_another_lies_near_it(twins: Any, resolve: Any) -> None:
    """ "the Veldra port near Qasr"."""
    assert resolve(twins, "A ship docked at the [Veldra] port near [Qasr].").best("Veldra") == "gn:2"
    assert resolve(twins, "A lorry burned in [Veldra], close to [Oster].").best("Veldra") == "gn:1"


def test_the_articles_other_places_draw_a_name_near(twins: Any, resolve: Any) -> None:
    """Nearness alone: nothing ties the names but the article."""
    assert (
        resolve(twins, "Snow fell in [Oster]. Roads closed. Schools in [Veldra] shut.").best("Veldra")
        == "gn:1"
    )
    assert (
        resolve(twins, "Dust rose in [Qasr]. Roads closed. Schools in [Veldra] shut.").best("Veldra")
        == "gn:2"
    )


def test_a_named_country_draws_a_name_into_it(twins: Any, resolve: Any) -> None:
    """The article is about Sudland, so its Veldra is meant."""
    text = "[Sudland] votes today. [Sudland] has no king. Polls in [Veldra] open at eight."
    assert resolve(twins, text).best("Veldra") == "gn:2"


def test_a_container_is_known_by_what_it_holds(atlas: Any, resolve: Any) -> None:
    """ "Tbilisi, Georgia" and "Macon, Georgia"."""
    atlas.add("gn:614540", "Georgia", (42, 43.5), "A.PCLI", "GE", 3_700_000, radius=150)
    atlas.add("gn:4197000", "Georgia", (32.7, -83.5), "A.ADM1", "US", 9_700_000, radius=220)
    atlas.add("gn:1", "Tbilisi", (41.7, 44.8), "P.PPLC", "GE", 1_100_000)
    atlas.add("gn:2", "Macon", (32.8, -83.6), "P.PPL", "US", 90_000, region="gn:4197000")
    assert resolve(atlas, "Talks in [Tbilisi], [Georgia], ended.").ids == ["gn:1", "gn:614540"]
    assert resolve(atlas, "Talks in [Macon], [Georgia], ended.").ids == ["gn:2", "gn:4197000"]


def test_one_sense_a_name_unless_the_text_says_otherwise(twins: Any, resolve: Any) -> None:
    """A bare repeat means the place that was introduced with its country; a second one with another does not."""
    bare = resolve(twins, "Floods hit [Veldra], [Sudland]. The mayor of [Veldra] wept.")
    assert bare.ids == ["gn:2", "ne:2", "gn:2"]
    other = resolve(twins, "Floods hit [Veldra], [Sudland]. They spared [Veldra], [Norland].")
    assert other.ids == ["gn:2", "ne:2", "gn:1", "ne:1"]


def test_a_name_that_is_out_of_use_gives_way(atlas: Any, resolve: Any) -> None:
    """The article's date against the years in which a place bore the name."""
    atlas.add("gn:1", "Starograd", (50, 10), population=50_000, years=(1950, 1991))
    atlas.add("gn:2", "Starograd", (20, 40), population=50_000, years=(1992, None))
    text = "A tram left [Starograd] at noon."
    assert resolve(atlas, text, date="2024-05-01").best("Starograd") == "gn:2"
    assert resolve(atlas, text, date="1970").best("Starograd") == "gn:1"


def test_a_row_of_the_users_own_wins(atlas: Any, resolve: Any) -> None:
    """Whoever wrote it into their gazetteer meant it, against a city of the name."""
    atlas.add("csv:depot", "Arva", (50, 10), "S.MILB", "UA")
    atlas.add("gn:2", "Arva", (20, 40), population=500_000)
    assert resolve(atlas, "A blast shook [Arva].", required=True).ids == ["csv:depot"]


def test_a_list_of_pairs_is_read_pair_by_pair(twins: Any, resolve: Any) -> None:
    """Each town of "Veldra, Norland, and Qasr, Sudland" lies in the country that follows it."""
    found = resolve(twins, "Shops open in [Veldra], [Norland], and [Qasr], [Sudland].")
    assert found.ids == ["gn:1", "ne:1", "gn:4", "ne:2"]
    assert "in Norland, as the text says" in found.phrases("Veldra")
    turned = resolve(twins, "Shops open in [Veldra], [Sudland] and [Oster], [Norland].")
    assert turned.ids == ["gn:2", "ne:2", "gn:3", "ne:1"]


def test_a_comma_in_a_list_of_equals_says_nothing_of_what_holds_what(twins: Any, resolve: Any) -> None:
    """ "Veldra, Norland and Sudland" are three places that something happened in."""
    found = resolve(twins, "Rain fell on [Veldra], [Norland] and [Sudland].")
    assert not any("as the text says" in phrase for phrase in found.phrases("Veldra"))


def test_a_name_of_the_past_is_no_town_of_today(atlas: Any, resolve: Any) -> None:
    """An article of 2020 means the small town that bears the name, one of 1980 the city that bore it; where nothing
    else does, the city still."""
    atlas.add("gn:1", "Arva", (50, 10), population=40_000)
    atlas.add("gn:2", "Arva", (20, 40), population=900_000, years=(None, 1992))
    atlas.add("gn:3", "Totmouth", (20, 40), population=900_000, years=(None, 1992))
    assert resolve(atlas, "Shops in [Arva] closed.", date="2020-05-01").best("Arva") == "gn:1"
    assert resolve(atlas, "Shops in [Arva] closed.", date="1980-05-01").best("Arva") == "gn:2"
    assert resolve(atlas, "Shops in [Totmouth] closed.", date="2020-05-01").ids == ["gn:3"]


def test_a_place_once_told_is_meant_by_its_bare_name(atlas: Any, resolve: Any) -> None:
    """A distance tells the small Arva from the large one, there and wherever the article names it again."""
    atlas.add("gn:1", "Arva", (50, 10), population=9_000)
    atlas.add("gn:2", "Arva", (20, 40), population=900_000)
    atlas.add("gn:3", "Osham", (50, 10.7), population=90_000)
    text = "A barge sank off [Arva], 50 km west of [Osham]. Its crew swam ashore. [Arva] gave them soup."
    assert resolve(atlas, text).ids == ["gn:1", "gn:3", "gn:1"]


def test_stories_are_filed_from_towns(atlas: Any, resolve: Any) -> None:
    """In a dateline, the city and not the region of its name."""
    atlas.add("gn:1", "Arva", (51, 36), "P.PPLA", "RU", 450_000)
    atlas.add("gn:2", "Arva", (51.5, 36.2), "A.ADM1", "RU", 800_000, radius=98)
    assert resolve(atlas, "«Arva» (AP) — Shops closed.").best("Arva") == "gn:1"


def test_a_papers_web_address_hints_at_its_country(atlas: Any, resolve: Any) -> None:
    """A .uk paper means the British town of two alike."""
    atlas.add("gn:1", "Lincham", (42.8, -71.3), population=20_000, country="US")
    atlas.add("gn:2", "Lincham", (51.5, -1.3), population=20_000, country="GB")
    assert resolve(atlas, "Shops in [Lincham] closed.", domain="news.example.co.uk").best("Lincham") == "gn:2"


def test_a_paper_named_after_a_town_means_that_town(atlas: Any, resolve: Any) -> None:
    """ "lincham-herald.com" writes of Lincham, not of the larger Linchamtown also known as Lincham."""
    atlas.add("gn:1", "Orvale", (42.8, -71.3), population=60_000, aliases=("Lincham",))
    atlas.add("gn:2", "Lincham", (51.5, -1.3), population=20_000)
    assert resolve(atlas, "Shops in [Lincham] closed.", domain="lincham-herald.com").best("Lincham") == "gn:2"


@pytest.mark.parametrize(
    "text",
    [
        "Shots were heard, [Arva] police said.",
        "The [Arva] City Council met on Monday.",
        "Pupils of [Arva] High School marched.",
        "Ann Lee, 34, of [Arva], was hurt.",
        "The mayor of [Arva] spoke.",
    ],
)
def test_a_towns_words_around_a_name_ask_for_the_town(atlas: Any, resolve: Any, text: str) -> None:
    """A country of the name has no city council: the town is meant, though ever so much smaller."""
    atlas.add("gn:1", "Arva", (34, 36), "A.PCLI", "AV", 4_000_000, radius=60)
    atlas.add("gn:2", "Arva", (40.3, -76.4), population=25_000, country="US")
    atlas.add("gn:3", "Hersey", (40.3, -76.6), population=14_000, country="US")
    assert resolve(atlas, f"{text} It rained in [Hersey].").best("Arva") == "gn:2"


def test_a_states_words_around_a_name_ask_for_the_state(atlas: Any, resolve: Any) -> None:
    """The governor's Arva is the state, its police the city's."""
    atlas.add("gn:1", "Arva", (42.9, -75.5), "A.ADM1", "US", 19_000_000, radius=200)
    atlas.add("gn:2", "Arva", (40.7, -74.0), "P.PPL", "US", 8_800_000, region="gn:1")
    state = resolve(atlas, "He spoke for [Arva] Gov. Ann Lee.").first("Arva").candidates
    city = resolve(atlas, "He spoke to [Arva] police on Monday.").first("Arva").candidates
    of_state = {ranked.candidate.place.id: ranked.score for ranked in state}
    of_city = {ranked.candidate.place.id: ranked.score for ranked in city}
    assert of_state["gn:1"] > of_city["gn:1"]
    assert of_city["gn:2"] > of_state["gn:2"]


@pytest.mark.parametrize(
    ("before", "after", "level"),
    [
        ("said ", " police chief Ann Lee", 1.0),
        ("said ", "'s mayor", 1.0),
        ("the mayor of ", " spoke", 1.0),
        ("said ", " Gov. Ann Lee", 2.0),
        ("the ", " state line", 2.0),
        ("the president of ", ".", 3.0),
        ("the ", " Prime Minister Ann Lee", 3.0),
        ("the ", "-based firm", 4.0),
        ("Ann Lee, 34, of ", ", was hurt", 5.0),
        ("rain fell in ", " on Monday", 0.0),
    ],
)
def test_words_have_a_level(before: str, after: str, level: float) -> None:
    """What stands around a name asks for a town, a state, a country, or for nothing."""
    from geo.toponyms.clues.office import level_of

    assert level_of(before, after) == level


@pytest.mark.parametrize(
    "text", ["Ships crossed the [Osham].", "The [Osham] is warming.", "Storms left the [Osham]."]
)
def test_an_ocean_outweighs_a_small_town_of_its_name(atlas: Any, resolve: Any, text: str) -> None:
    """What nobody lives in is known by how large it is: the ocean, not a town of six thousand."""
    atlas.add("gn:1", "Osham Ocean", (10, -30), "H.OCN", radius=5200, aliases=("Osham",))
    atlas.add("gn:2", "Osham", (41.4, -95), "P.PPL", "US", 6_500)
    assert resolve(atlas, text).best("Osham") == "gn:1"


def test_a_pond_does_not_outweigh_a_city_of_its_name(atlas: Any, resolve: Any) -> None:
    """Small areas gain nothing by their size."""
    atlas.add("gn:1", "Lake Osham", (41, -70), "H.LK", "US", radius=1, aliases=("Osham",))
    atlas.add("gn:2", "Osham", (41.4, -95), "P.PPL", "US", 650_000)
    assert resolve(atlas, "Rain fell in [Osham].").best("Osham") == "gn:2"


@pytest.mark.parametrize(
    "text", ["Growers in [Veldra] state lost their crop.", "The state of [Veldra] voted."]
)
def test_a_kind_that_the_text_states_outweighs_a_famous_capital(atlas: Any, resolve: Any, text: str) -> None:
    """ "Veldra state" is the state, though the capital of the name is far better known."""
    atlas.add("gn:1", "Veldra", (38.9, -77), "P.PPLC", "US", 690_000)
    atlas.add("gn:2", "Veldra", (47.5, -120.5), "A.ADM1", "US", 6_500_000, radius=230)
    assert resolve(atlas, text).best("Veldra") == "gn:2"


def test_a_name_without_its_accents_is_a_main_name(atlas: Any, resolve: Any) -> None:
    """ "Osma" is Ošma, not a somewhat larger city that was so called in another tongue."""
    atlas.add("gn:1", "Ošma", (43.3, 21.9), "P.PPL", "RS", 250_000)
    atlas.by_key["osma"][0] = Candidate(atlas.places["gn:1"], "folded", "Ošma")
    atlas.add("gn:2", "Vessary", (43.7, 7.3), "P.PPL", "FR", 340_000, aliases=("Osma",))
    assert resolve(atlas, "Fire broke out in [Osma] on Sunday.").best("Osma") == "gn:1"


def test_a_slip_in_a_main_name_is_likelier_than_one_in_an_alias(atlas: Any, resolve: Any) -> None:
    """ "Philadephia" is Philadelphia, not the Amman that was called so two thousand years ago."""
    atlas.add("gn:1", "Vessary", (31.9, 35.9), "P.PPL", "JO", 1_500_000)
    atlas.add("gn:2", "Oshamton", (40, -75), "P.PPL", "US", 1_500_000)
    atlas.by_key["oshmton"] = [
        Candidate(atlas.places["gn:1"], "fuzzy", "Oshamton"),
        Candidate(atlas.places["gn:2"], "fuzzy", "Oshamton"),
    ]
    assert resolve(atlas, "A truck was stopped in [Oshmton].").best("Oshmton") == "gn:2"


def test_a_city_holds_its_boroughs_however_large(atlas: Any) -> None:
    """A borough of two million lies in its city, a city of its own next door does not."""
    from geo.toponyms.senses import holds, make_sense

    atlas.add("gn:1", "Osham", (40.714, -74.006), "P.PPL", "US", 8_800_000, radius=30)
    atlas.add("gn:2", "Brock", (40.65, -73.95), "P.PPL", "US", 2_700_000, radius=17)
    atlas.add("gn:3", "Vessary", (41.4, -74.0), "P.PPL", "US", 310_000, radius=6)
    city, borough, other = (
        make_sense(Candidate(atlas.places[id], "main", "")) for id in ("gn:1", "gn:2", "gn:3")
    )
    assert holds(city, borough)
    assert not holds(borough, city)
    assert not holds(city, other)
