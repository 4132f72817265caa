"""The joint choice as a whole: batches, order, what stays unplaced, and the reasons given."""

from __future__ import annotations

from typing import Any

import pytest

from geo.records import Mention
from geo.toponyms import Resolver
from geo.toponyms.explain import explain, report
from geo.toponyms.ranker import Ranker, check_shape


@pytest.fixture
def twins(atlas: Any) -> Any:
    """Two towns called Millbrook, each with two neighbours."""
    atlas.add("gn:1", "Millbrook", (40.0, -80.0), population=8_000, country="US")
    atlas.add("gn:2", "Millbrook", (51.0, -1.5), population=90_000, country="GB")
    atlas.add("gn:3", "Harlan Falls", (40.1, -80.1), population=9_000, country="US")
    atlas.add("gn:4", "Pike Run", (40.2, -79.9), population=7_000, country="US")
    atlas.add("gn:5", "Totmouth", (50.9, -1.4), population=9_000, country="GB")
    return atlas


LOCAL = {"domain": "valleyledger.com"}
BARE = ("The council of [Millbrook] met on Monday.", LOCAL)
OTHERS = [
    ("A barn in [Harlan Falls] burned. The sheriff of [Harlan Falls] came.", LOCAL),
    ("Pupils in [Pike Run] marched to [Harlan Falls].", LOCAL),
    ("A fair opens in [Pike Run].", LOCAL),
]


def test_a_publishers_other_articles_tell_which_town_it_means(twins: Any, resolve_batch: Any) -> None:
    """A local paper's readers know; alone, the larger town is likelier."""
    assert resolve_batch(twins, [BARE])[0].best("Millbrook") == "gn:2"
    assert resolve_batch(twins, [BARE, *OTHERS])[0].best("Millbrook") == "gn:1"


def test_another_publishers_articles_tell_nothing(twins: Any, resolve_batch: Any) -> None:
    """The area is the publisher's own."""
    foreign = [(text, {"domain": "elsewhere.org"}) for text, _ in OTHERS]
    assert resolve_batch(twins, [BARE, *foreign])[0].best("Millbrook") == "gn:2"


def test_the_order_of_articles_does_not_matter(twins: Any, resolve_batch: Any) -> None:
    """Same articles, same pins and scores."""
    forward = resolve_batch(twins, [BARE, *OTHERS])
    backward = resolve_batch(twins, [BARE, *OTHERS][::-1])[::-1]
    assert [found.ids for found in forward] == [found.ids for found in backward]
    for one, other in zip(forward, backward, strict=True):
        assert [t.score for t in one.toponyms] == pytest.approx([t.score for t in other.toponyms], abs=1e-9)


def test_the_same_batch_gives_the_same_toponyms(twins: Any, resolve_batch: Any) -> None:
    """To the last digit."""
    first, second = (resolve_batch(twins, [BARE, *OTHERS]) for _ in range(2))
    assert [found.toponyms for found in first] == [found.toponyms for found in second]


def test_an_empty_batch_and_an_article_without_names_are_fine(twins: Any, resolve_batch: Any) -> None:
    """Nothing in, nothing out."""
    assert resolve_batch(twins, []) == []
    assert resolve_batch(twins, [("Nothing happened anywhere.", {})])[0].toponyms == ()


def test_a_name_that_no_gazetteer_has_spoils_nothing(twins: Any, resolve: Any) -> None:
    """It stays unplaced, with a reason; the others are placed as ever."""
    found = resolve(twins, "Rain fell in [Xqz], [Harlan Falls] and [Pike Run].")
    assert found.ids == [None, "gn:3", "gn:4"]
    assert "no place of that name" in found.toponyms[0].reason
    assert found.toponyms[0].score == 0


def test_mentions_come_back_in_order_one_toponym_each(twins: Any, resolve: Any) -> None:
    """Repeats and all."""
    found = resolve(twins, "[Pike Run] beat [Harlan Falls]; [Pike Run] cheered.")
    assert [t.mention.text for t in found.toponyms] == ["Pike Run", "Harlan Falls", "Pike Run"]
    starts = [t.mention.start for t in found.toponyms]
    assert starts == sorted(starts)


def test_mentions_may_overlap(twins: Any) -> None:
    """A name within a name, as some corpora have them, is resolved like any other."""
    from geo.articles import make_article

    article = make_article("a", "Pike Run Falls")
    mentions = [Mention(0, 8, "Pike Run"), Mention(0, 14, "Pike Run Falls"), Mention(5, 14, "Run Falls")]
    (toponyms,) = Resolver.load().resolve([(article, mentions)], twins)
    assert [t.place.id if t.place else None for t in toponyms] == ["gn:4", None, None]


def add_seat_and_region(
    atlas: Any, number: int, name: str, kind: str, lat: float, country: str, people: int, in_region: int
) -> None:
    """A town, ``gn:<number>``, and beside it the region of its name, ``gn:<number + 1>``, also by its plural kind."""
    atlas.add(f"gn:{number}", name, (lat, 37), "P.PPLA", country, people)
    typed = f"{kind.lower()}s"
    atlas.add(
        f"gn:{number + 1}", f"{name} {kind}", (lat + 0.3, 38), "A.ADM1", country, in_region, radius=100,
        aliases=(name,), typed={f"{name} {typed}": typed},
    )  # fmt: skip


def test_the_lone_side_of_a_pair_has_the_whole_name(atlas: Any, resolve: Any) -> None:
    """ "North and South Korea", "Homs and Aleppo governorates"."""
    atlas.add("gn:1", "North Korea", (40, 127), "A.PCLI", "KP", 25_000_000, radius=200)
    atlas.add("gn:2", "South Korea", (36.5, 127.8), "A.PCLI", "KR", 48_000_000, radius=180)
    assert resolve(atlas, "Envoys of [North] and [South Korea] met.").ids == ["gn:1", "gn:2"]
    for number, name in ((3, "Homs"), (5, "Aleppo")):
        add_seat_and_region(atlas, number, name, "Governorate", 34 + number / 4, "SY", 700_000, 1_500_000)
    assert resolve(atlas, "Floods in [Homs] and [Aleppo] governorates spread.").ids == ["gn:4", "gn:6"]
    atlas.add("gn:7", "Aleppo Governorates", (34.3 + 5 / 4, 38), "A.ADM1", "SY", 1_500_000, radius=100)
    assert resolve(atlas, "Floods in [Homs] and [Aleppo Governorates] spread.").ids == ["gn:4", "gn:7"]


@pytest.mark.parametrize(
    "text",
    [
        "Drones fell on the regions of [Orlov] and [Bran].",
        "He claims two regions of Ruritania: [Orlov] and [Bran].",
        "Two border regions ([Orlov] and [Bran]) shut their schools.",
        "Floods struck regions such as [Orlov] and [Bran].",
        "Trains to regions including [Orlov] or [Bran] were late.",
    ],
)
def test_a_kind_before_a_list_is_that_of_all_its_names(atlas: Any, resolve: Any, text: str) -> None:
    """ "Four regions of Ukraine: Donetsk, Luhansk …" are regions, although each has a larger town of its name."""
    for number, name in ((1, "Orlov"), (3, "Bran")):
        add_seat_and_region(atlas, number, name, "Region", 50 + number / 4, "RU", 400_000, 300_000)
    assert resolve(atlas, text).ids == ["gn:2", "gn:4"]


def test_a_kind_before_one_name_of_pairs_is_no_lists(atlas: Any, resolve: Any) -> None:
    """ "Cities including Paris, Texas": Texas is no city for that."""
    atlas.add("gn:1", "Paris", (33.66, -95.56), "P.PPL", "US", 25_000)
    atlas.add("gn:2", "Texas", (31, -99), "A.ADM1", "US", 29_000_000, radius=500)
    atlas.add("gn:3", "Texas", (39.3, -81.5), "P.PPL", "US", 20_000)
    assert resolve(atlas, "Cities including [Paris], [Texas], closed their pools.").ids[1] == "gn:2"


def test_a_state_is_a_region_where_there_is_one(atlas: Any, resolve: Any) -> None:
    """ "Niger state" is the region of Nigeria, not the country, and so "the state of Georgia"."""
    atlas.add("gn:1", "Niger", (17, 8), "A.PCLI", "NE", 22_000_000, radius=700)
    atlas.add("gn:2", "Niger State", (9.6, 6.5), "A.ADM1", "NG", 1_300_000, radius=150, aliases=("Niger",))
    assert resolve(atlas, "Gunmen raided [Niger] state at dawn.").ids == ["gn:2"]
    assert resolve(atlas, "Gunmen raided [Niger] at dawn.").ids == ["gn:1"]


def test_a_country_whose_name_ends_in_a_type_word_lends_it_to_no_other(atlas: Any, resolve: Any) -> None:
    """ "Orland and the United States": Orland is no state for that, nor its explanation about one."""
    atlas.add("gn:1", "United States", (39, -98), "A.PCLI", "US", 330_000_000, radius=2000)
    atlas.add("gn:2", "Orland", (60, -100), "A.PCLI", "OR", 40_000_000, radius=1500)
    atlas.add("gn:3", "Orland", (39.7, -122.2), "A.ADM1", "US", 8_000_000)
    found = resolve(atlas, "Talks between [Orland] and the [United States] went on.")
    assert found.ids[0] == "gn:2"
    assert not any(clue.name == "asked" for clue in found.first("Orland").candidates[0].clues)


def test_a_plural_type_word_is_said_in_the_singular(atlas: Any, resolve: Any) -> None:
    """ "not a county", of the town among "Clay and Becker counties"."""
    atlas.add("gn:1", "Clay", (47, -96), "P.PPL", "US", 4_000)
    atlas.add("gn:2", "Clay County", (46.9, -96.5), "A.ADM2", "US", 60_000, aliases=("Clay",))
    found = resolve(atlas, "Rain fell in [Clay] counties.")
    town = next(one for one in found.first("Clay").candidates if one.candidate.place.id == "gn:1")
    assert "not a county, as the text has it" in [clue.phrase for clue in town.clues]


def test_a_region_that_is_all_of_its_country_stands_back_for_it(atlas: Any, resolve: Any) -> None:
    """ "Orley" is the island, not the region of that island; a region that is but a part of it is another matter."""
    atlas.add("gn:1", "Orley", (44, -30), "A.PCLD", "OY", 900_000, radius=40)
    atlas.add("gn:2", "Orley", (44, -30), "A.ADM1", "OY", 910_000, radius=40)
    assert len(resolve(atlas, "The ferry from [Orley] turned back.").first("Orley").candidates) == 1
    assert len(resolve(atlas, "The [Orley] region was dry.").first("Orley").candidates) == 2
    atlas.add("gn:3", "Norhaven", (60, 10), "A.PCLI", "NH", 5_000_000, radius=400)
    atlas.add("gn:4", "Norhaven", (61, 11), "A.ADM1", "NH", 600_000, radius=100)
    assert len(resolve(atlas, "Rain fell in [Norhaven].").first("Norhaven").candidates) == 2


def test_scores_are_probabilities_and_lower_where_senses_compete(twins: Any, resolve: Any) -> None:
    """A name of one town is surer than the name of two alike; both lie between 0 and 1."""
    twins.add("gn:6", "Orley", (44.0, -90.0), population=9_000, country="US")
    twins.add("gn:7", "Orley", (35.0, -95.0), population=9_000, country="US")
    sure = resolve(twins, "Rain fell in [Totmouth].").toponyms[0]
    torn = resolve(twins, "Rain fell in [Orley].").toponyms[0]
    assert torn.candidates[0].score == pytest.approx(torn.candidates[1].score, abs=0.1)
    assert 0 < torn.candidates[0].score < sure.candidates[0].score <= 1
    assert 0 <= torn.score < sure.score <= 1


def test_candidates_come_best_first_with_clues(twins: Any, resolve: Any) -> None:
    """The winner leads the list, and each candidate's clues add up to its points."""
    toponym = resolve(twins, "Rain fell in [Millbrook] and [Totmouth].").first("Millbrook")
    assert toponym.place == toponym.candidates[0].candidate.place
    scores = [ranked.score for ranked in toponym.candidates]
    assert scores == sorted(scores, reverse=True)
    for ranked in toponym.candidates:
        assert ranked.points == pytest.approx(sum(clue.points for clue in ranked.clues))


def test_a_demonym_stands_for_its_country(atlas: Any, resolve: Any) -> None:
    """ "Ukrainian" points to Ukraine."""
    atlas.add("gn:690791", "Ukraine", (49, 32), "A.PCLI", "UA", 40_000_000, radius=400)
    found = resolve(atlas, "{Ukrainian} officials spoke.")
    assert found.ids == ["gn:690791"]
    assert found.toponyms[0].mention.kind == "demonym"


def test_explaining_names_winner_margin_and_what_would_change_it(twins: Any, resolve: Any) -> None:
    """The plain data and its text agree with the toponym."""
    found = resolve(twins, "Rain fell in [Millbrook], near [Totmouth].")
    told = explain(found.article, found.first("Millbrook"))
    assert told.placed
    assert told.contenders[0].id == "gn:2"
    assert told.margin is not None
    assert told.margin > 0
    text = report(told)
    assert "Millbrook" in text
    assert "margin" in text
    assert "near which the text puts it" in text


def test_explaining_an_unplaced_name_gives_the_reason(twins: Any, resolve: Any) -> None:
    """And no contenders."""
    found = resolve(twins, "Rain fell in [Xqz].")
    told = explain(found.article, found.toponyms[0])
    assert not told.placed
    assert told.contenders == ()
    assert "not placed: the gazetteer knows no place of that name" in report(told)


def test_certainty_never_falls_as_belief_rises() -> None:
    """The calibration is a rising curve within 0 and 1."""
    ranker = Ranker.load()
    steps = [ranker.calibrated(n / 100) for n in range(101)]
    assert steps == sorted(steps)
    assert steps[0] >= 0
    assert steps[-1] <= 1


def test_a_model_that_does_not_fit_the_code_is_refused() -> None:
    """A clue added without training says so, rather than going silently unheard."""
    from geo.toponyms.clues import FIRST

    with pytest.raises(ValueError, match="run training/train_ranker"):
        check_shape({"clues": {}, "nil": {}}, FIRST)


def test_a_far_fetched_match_gives_way_to_the_very_name(atlas: Any, resolve: Any) -> None:
    """ "Veldra County" is a county of that name where there is one, not the larger Veldra for want of a county."""
    atlas.add("gn:1", "Veldra", (47, -120), "A.ADM1", "US", 6_000_000, typed={"Veldra County": "county"})
    atlas.add("gn:2", "Veldra County", (45.5, -123), "A.ADM2", "US", 9_000, radius=20)
    found = resolve(atlas, "Deputies of [Veldra County] came.").toponyms[0]
    assert [ranked.candidate.place.id for ranked in found.candidates] == ["gn:2"]


def test_repeats_of_a_name_share_what_the_text_says_of_one(atlas: Any, resolve: Any) -> None:
    """A container named once serves each bare repeat, even against a far larger namesake."""
    atlas.add("ne:1", "Norland", (32, -97), "A.ADM1", "US", 900_000, radius=200)
    atlas.add("gn:1", "Veldra", (33.6, -95.5), population=25_000, country="US", region="ne:1")
    atlas.add("gn:2", "Veldra", (48.9, 2.3), "P.PPLC", "FR", 2_100_000)
    found = resolve(atlas, "[Veldra] gardeners met in [Veldra], [Norland]. Snow fell on [Veldra] again.")
    assert found.ids == ["gn:1", "gn:1", "ne:1", "gn:1"]


def test_a_name_without_a_likely_place_is_less_likely_a_place(atlas: Any, resolve: Any) -> None:
    """The resolver has its say in whether a name is a place at all, within 0 and 1."""
    atlas.add("gn:1", "Osham", (50, 10), population=900_000)
    found = resolve(atlas, "[Osham] and [Xqz] met.")
    known, unknown = (toponym.mention.place_score for toponym in found.toponyms)
    assert 0 <= unknown < known <= 1


def test_two_names_that_hang_on_each_other_settle_on_a_pair_that_fits(atlas: Any, resolve: Any) -> None:
    """The Osham of one Veldra and the Veldra of another Osham do not change places for ever."""
    atlas.add("ne:1", "Norland", (42, -72), "A.ADM1", "US", 7_000_000, radius=90)
    atlas.add("ne:2", "Sudland", (52, -1), "A.ADM1", "GB", 50_000_000, radius=200)
    atlas.add("gn:1", "Osham", (51.45, -0.97), "P.PPL", "GB", 318_000, region="ne:2")
    atlas.add("gn:2", "Osham", (42.5, -71.1), "P.PPL", "US", 24_700, region="ne:1")
    atlas.add("gn:3", "Osham", (40.3, -75.9), "P.PPL", "US", 87_900)
    atlas.add("gn:4", "Veldra", (51.45, -1.05), "A.ADM2", "GB", 0, region="ne:2", radius=20)
    atlas.add("gn:5", "Veldra County", (42.4, -73.2), "A.ADM2", "US", 114_000, region="ne:1", radius=30,
              aliases=("Veldra",))  # fmt: skip
    assert resolve(atlas, "Police in [Osham], [Veldra], closed the bridge.").ids == ["gn:1", "gn:4"]


def test_explaining_says_every_clue_in_words(twins: Any, resolve: Any) -> None:
    """No line of the evidence is a bare number, neither for nor against."""
    found = resolve(
        twins, "Rain fell on [Totmouth]. It reached [Millbrook] on Monday.", domain="totmouth-news.com"
    )
    text = report(explain(found.article, found.first("Millbrook")))
    assert " = " not in text
    assert "how many of the article’s other places lie within 60 km" in text
