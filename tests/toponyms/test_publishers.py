"""What is known of a publisher: the place it is named after, and the other articles that were given of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geo.articles import make_article
from geo.tables.lines import parse_line
from geo.toponyms.explain import explain, report
from geo.toponyms.homes import names_within
from geo.toponyms.publishers import articles_learned_from


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("osham-herald.com", "osham"),
        ("theoshamnews.com", "osham"),
        ("oshamdailytimes.co.uk", "osham"),
        ("news.osham.com", "osham"),
        ("thisisoshamshire.co.uk", "oshamshire"),
        ("newveldrasentinelreview.com", "new veldra"),
        ("oshamandveldratimes.co.uk", "veldra"),
        ("the osham gazette", "osham"),
    ],
)
def test_a_papers_name_holds_its_place(publisher: str, name: str) -> None:
    """Newspapers' words are set aside from a domain or a name, and what is left is parted as it may be."""
    assert name in names_within(publisher)


@pytest.mark.parametrize("publisher", ["", "dailynews.com", "dispatch.com", "post-gazette.com", "times.org"])
def test_a_paper_that_is_named_after_nothing_holds_no_place(publisher: str) -> None:
    """Nothing but newspapers' words: no place."""
    assert names_within(publisher) == ()


def test_a_county_near_the_papers_town_is_meant(atlas: Any, resolve: Any) -> None:
    """The paper of Orvale writes of the Lindal County around its Orvale, not of a larger one elsewhere."""
    atlas.add("gn:1", "Lindal County", (35.0, -85.0), "A.ADM2", "US", 70_000, radius=20)
    atlas.add("gn:2", "Lindal County", (31.8, -95.6), "A.ADM2", "US", 55_000, radius=20)
    atlas.add("gn:3", "Orvale", (31.76, -95.63), population=18_000, country="US")
    atlas.add("gn:4", "Orvale", (44.0, -70.0), population=9_000, country="US")
    text = "Deputies of [Lindal County] searched the woods."
    assert resolve(atlas, text, domain="elsewhere.org").best("Lindal County") == "gn:1"
    found = resolve(atlas, text, domain="orvaleherald.com")
    assert found.best("Lindal County") == "gn:2"
    assert any("which the paper is named after" in phrase for phrase in found.phrases("Lindal County"))


def test_a_papers_home_does_not_outweigh_what_the_text_states(atlas: Any, resolve: Any) -> None:
    """A paper writes of other places too, and says so."""
    atlas.add("ne:1", "Norland", (35.0, -85.0), "A.ADM1", "US", 900_000, radius=90)
    atlas.add("gn:1", "Lindal", (35.0, -85.0), population=20_000, country="US", region="ne:1")
    atlas.add("gn:2", "Lindal", (31.8, -95.6), population=20_000, country="US")
    atlas.add("gn:3", "Orvale", (31.76, -95.63), population=18_000, country="US")
    assert resolve(atlas, "Rain hit [Lindal], [Norland].", domain="orvaleherald.com").ids[0] == "gn:1"


def test_the_result_says_from_how_many_articles_a_publishers_area_was_learned() -> None:
    """Of the batch's other articles of that publisher, whatever their order; none is said to be none."""
    batch = [
        make_article(str(number), "Rain.", domain=domain)
        for number, domain in enumerate(["a.com", "b.com", "www.a.com", None, "a.com", None])
    ]
    assert articles_learned_from(batch) == (2, 0, 2, 0, 2, 0)
    assert articles_learned_from(batch[::-1]) == (0, 2, 0, 2, 0, 2)
    assert json.loads(parse_line(batch[0], (), learned_from=2))["publisher_articles"] == 2


def test_explaining_says_whether_the_publishers_area_was_learned(atlas: Any, resolve: Any) -> None:
    """And from how many articles."""
    atlas.add("gn:1", "Osham", (50, 10), population=9_000)
    found = resolve(atlas, "Rain fell in [Osham].", domain="veldranews.com")
    told = report(explain(found.article, found.toponyms[0], learned_from=3))
    assert "the area of veldranews.com was learned from 3 other articles" in told
    alone = report(explain(found.article, found.toponyms[0], learned_from=0))
    assert "no other article of veldranews.com was given" in alone
