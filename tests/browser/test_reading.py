"""What a reader does with a map, at desk and on a phone."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from playwright.sync_api import Locator, Page, expect

from geo.map import Map
from geo.records import Footprint, Place

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
KHARKIV = Place("gn:706483", "Kharkiv", 49.9808, 36.2527, "P", "PPLA", "UA")
SIZES = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])


def mark(page: Page, name: str) -> Locator:
    return page.locator("#map").get_by_role("button", name=re.compile(rf"^{name}, \d+ mentions$"))


def card(page: Page) -> Locator:
    return page.get_by_role("region", name="Place", exact=True)


@SIZES
def test_the_map_shows_a_mark_for_every_place(open_map: Open, story: Path, phone: bool) -> None:
    """Towns, sites, regions, areas, seas and approximate places each have a button with name and count."""
    page = open_map(story, phone=phone)
    for name, count in (
        ("Odesa", 7),
        ("Ukraine", 2),
        ("Izmail", 1),
        ("Lublin", 1),
        ("Warsaw", 1),
        ("Odesa Airport", 1),
        ("Odesa Oblast", 1),
        ("Budjak Steppe", 1),
        ("Black Sea", 1),
        ("Off Odesa", 1),
    ):
        expect(
            page.locator("#map").get_by_role("button", name=f"{name}, {count} mentions", exact=True)
        ).to_have_count(1)


@SIZES
def test_pressing_a_mark_quotes_its_sentence(open_map: Open, story: Path, phone: bool) -> None:
    """The card names the place and its kind; the very sentence is a blockquote, the name in mark, the article cited."""
    page = open_map(story, phone=phone)
    mark(page, "Izmail").click()
    place = card(page)
    expect(place.get_by_role("heading", name="Izmail")).to_be_visible()
    expect(place).to_contain_text("town · Ukraine · 1 mention")
    expect(place).to_contain_text("Likely, 71 %")
    quote = place.locator("blockquote")
    expect(quote.locator("p").first).to_have_text(
        "ODESA, Ukraine, March 5 (Courier) — The first ferry in two years left Odesa for Izmail on Tuesday."
    )
    expect(quote.locator("mark")).to_have_text("Izmail")
    expect(quote.locator("cite")).to_have_text("Ferry crews return to Odesa")
    expect(quote.locator("cite a")).to_have_attribute("href", "https://news.example/ferry")
    expect(place).to_contain_text("Harbour Courier · 5 March 2024")
    assert page.url.endswith("#place=gn:707308")


@SIZES
def test_why_here_gives_evidence_and_runner_up(open_map: Open, story: Path, phone: bool) -> None:
    """The button opens the clues with their weight and the next best place with its distance."""
    page = open_map(story, phone=phone, fragment="#place=gn:707308")
    place = card(page)
    expect(place.get_by_text("Odesa is named beside it")).to_be_hidden()
    place.get_by_role("button", name="Why here?").click()
    expect(place.get_by_text("Odesa is named beside it")).to_be_visible()
    expect(place).to_contain_text("−0.5")
    expect(place).to_contain_text(re.compile(r"Runner-up: Izmail, village, Russia \(1,8\d\d km away\)"))


def test_many_quotes_are_counted_and_the_rest_is_a_press_away(open_map: Open, story: Path) -> None:
    """Odesa's six sentences: five at first, with a button for all."""
    page = open_map(story, fragment="#place=gn:698740")
    place = card(page)
    expect(place).to_contain_text("5 of 6 quotes")
    expect(place.locator("blockquote")).to_have_count(5)
    place.get_by_role("button", name="Show all 6").click()
    expect(place.locator("blockquote")).to_have_count(6)


@SIZES
def test_everything_is_reachable_by_keyboard(open_map: Open, story: Path, phone: bool) -> None:
    """Tab reaches the marks, Enter opens, focus goes to the card, Escape closes it and gives the focus back."""
    page = open_map(story, phone=phone)
    names = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        names.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == "Lublin, 1 mentions":
            break
    assert "Lublin, 1 mentions" in names, names
    page.keyboard.press("Enter")
    expect(card(page).get_by_role("heading", name="Lublin")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(mark(page, "Lublin")).to_be_focused()


@SIZES
def test_a_link_opens_its_place_and_back_goes_back(open_map: Open, story: Path, phone: bool) -> None:
    """``#place=<id>`` opens that place; another place is a step in the history; an unknown id opens nothing."""
    page = open_map(story, phone=phone, fragment="#place=csv:shoal@46,31")
    expect(card(page).get_by_role("heading", name="Off Odesa")).to_be_visible()
    expect(card(page)).to_contain_text("Approximate")
    page.evaluate("location.hash = '#place=gn:765876'")
    expect(card(page).get_by_role("heading", name="Lublin")).to_be_visible()
    page.go_back()
    expect(card(page).get_by_role("heading", name="Off Odesa")).to_be_visible()
    page.evaluate("location.hash = '#place=gn:0'")
    expect(card(page)).to_be_hidden()


def test_names_in_the_article_open_their_places(open_map: Open, story: Path) -> None:
    """The newest article is open with its names marked; pressing one opens its place and lights its mentions."""
    page = open_map(story)
    article = page.get_by_role("region", name="Article", exact=True)
    expect(article).to_contain_text("The first ferry in two years left Odesa for Izmail on Tuesday.")
    article.get_by_role("link", name="Izmail").click()
    expect(card(page).get_by_role("heading", name="Izmail")).to_be_visible()
    expect(article.locator("a[aria-current]")).to_have_text(["Izmail"])
    page.get_by_role("button", name="Bridge reopens").click()
    expect(article).to_contain_text("A bridge reopened in Lublin")


def test_a_place_of_another_article_opens_that_article(open_map: Open, story: Path) -> None:
    """Whoever follows a link to Lublin sees the article that names it."""
    page = open_map(story, fragment="#place=gn:765876")
    article = page.get_by_role("region", name="Article", exact=True)
    expect(article).to_contain_text("A bridge reopened in Lublin")


@SIZES
def test_places_are_listed(open_map: Open, story: Path, phone: bool) -> None:
    """The tab "Places" lists them, most named first; a press opens one."""
    page = open_map(story, phone=phone)
    page.get_by_role("tab", name="Places").click()
    links = page.get_by_role("tabpanel", name="Places").get_by_role("link")
    expect(links).to_have_count(10)
    expect(links.first).to_contain_text("Odesa")
    links.filter(has_text="Warsaw").click()
    expect(card(page)).to_contain_text("Where a story was filed, not where it happened.")


@SIZES
def test_what_could_not_be_placed_is_listed_and_counted(open_map: Open, story: Path, phone: bool) -> None:
    """The header counts the names without a place, on one line; their tab quotes them and says why."""
    page = open_map(story, phone=phone)
    expect(page.get_by_role("banner")).to_contain_text("1 not placed")
    assert "1\u00a0not\u00a0placed" in page.get_by_role("banner").inner_text()
    page.get_by_role("tab", name="Not placed").click()
    pane = page.get_by_role("tabpanel", name="Not placed")
    expect(pane).to_contain_text("no place of this name is known")
    expect(pane.locator("blockquote mark")).to_have_text("Krutoyarka")


def test_tabs_move_with_the_arrows(open_map: Open, story: Path) -> None:
    """Arrow keys walk the tabs, as the pattern for tabs asks."""
    page = open_map(story)
    page.get_by_role("tab", name="Articles").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Places")).to_be_focused()
    expect(page.get_by_role("tabpanel", name="Places")).to_be_visible()
    page.keyboard.press("End")
    expect(page.get_by_role("tabpanel", name="Not placed")).to_be_visible()


def test_demonyms_count_only_when_asked(open_map: Open, story: Path) -> None:
    """ "Ukrainian" is no mention of Ukraine until the box among the filters is ticked."""
    page = open_map(story)
    mark(page, "Ukraine").click()
    expect(card(page).locator("blockquote")).to_have_count(2)
    page.get_by_role("button", name="Filters", exact=True).click()
    page.get_by_role("checkbox", name=re.compile("demonyms", re.IGNORECASE)).check()
    expect(page.locator("#map").get_by_role("button", name="Ukraine, 3 mentions")).to_be_visible()
    expect(card(page).locator("blockquote mark")).to_have_text(["Ukraine", "Ukrainian", "Ukraine"])


def test_a_dateline_alone_is_told_apart(open_map: Open, story: Path) -> None:
    """Warsaw, where a story was filed, has another mark than Lublin, where it happened; the legend explains it."""
    page = open_map(story)
    expect(mark(page, "Warsaw")).to_have_class(re.compile("is-filed"))
    expect(mark(page, "Lublin")).not_to_have_class(re.compile("is-filed"))
    expect(page.locator(".legend")).to_contain_text("Only filed from here")


def test_an_area_has_no_pin_in_its_middle(open_map: Open, story: Path) -> None:
    """Countries, regions, footprints and seas are names over what they cover, without a dot or symbol."""
    page = open_map(story)
    for name in ("Ukraine", "Odesa Oblast", "Black Sea"):
        assert mark(page, name).locator("svg.glyph").count() == 0
    assert mark(page, "Lublin").locator("svg.glyph-town circle").count() == 1


def test_a_stated_spot_has_a_mark_of_its_own(open_map: Open, invented: ModuleType, tmp_path: Path) -> None:
    """ "20 km north of Kharkiv" is a derived mark with the words that made it, how far they leave it open, and from
    where it was reckoned; a filter by kind, which it has none of, leaves it out."""
    words = "20 km north of Kharkiv"
    text = f"Shells fell {words} on Monday."
    result = SimpleNamespace(
        documents=(invented.article("a", text),),
        toponyms=((invented.toponym(text, "Kharkiv", KHARKIV),),),
        footprints=((Footprint(12, 12 + len(words), "distance", 50.16, 36.25, 5.0, (KHARKIV.id,)),),),
    )
    Map(result, title="Stated").save(tmp_path / "map.html")
    page = open_map(tmp_path / "map.html")
    page.get_by_role("button", name=f"Derived: {words}").click()
    expect(card(page)).to_contain_text(
        "Derived from these words, not a place of the gazetteer; within about 5 km."
    )
    expect(card(page).get_by_role("link", name="Kharkiv")).to_be_visible()
    expect(card(page).locator("mark")).to_have_text(words)
    page.evaluate("location.hash = '#kind=town'")
    expect(mark(page, "Kharkiv")).to_be_visible()
    expect(page.get_by_role("button", name=f"Derived: {words}")).to_have_count(0)


@SIZES
def test_a_place_among_others_is_gone_near_to(open_map: Open, news: Path, phone: bool) -> None:
    """Where another mark lies on a place's own, opening it from the list comes near enough to tell them apart."""
    page = open_map(news, phone=phone)
    one, other = (
        mark(page, "Dobropillia").locator(".mark-symbol"),
        mark(page, "Pokrovsk").locator(".mark-symbol"),
    )
    assert apart(one, other) < 14
    page.get_by_role("tab", name="Places").click()
    page.get_by_role("tabpanel", name="Places").get_by_role("link", name="Dobropillia").click()
    expect(card(page)).to_contain_text("Dobropillia")
    assert apart(one, other) > 14


def apart(one: Locator, other: Locator) -> float:
    """How far apart two symbols lie, in pixels."""
    a, b = one.bounding_box(), other.bounding_box()
    assert a and b
    return math.hypot(a["x"] - b["x"], a["y"] - b["y"])


def test_names_and_marks_light_each_other(open_map: Open, story: Path) -> None:
    """A name in the text under the pointer lights its mark, a mark its names."""
    page = open_map(story)
    name = page.get_by_role("region", name="Article").get_by_role("link", name="Izmail").first
    name.hover()
    expect(mark(page, "Izmail")).to_have_class(re.compile("is-hovered"))
    mark(page, "Odesa").hover()
    expect(mark(page, "Izmail")).not_to_have_class(re.compile("is-hovered"))
    expect(page.locator("#panel a.is-hovered").first).to_have_text("Odesa")


def test_the_map_opens_on_the_places_that_matter(open_map: Open, story: Path) -> None:
    """All towns are in the opening view, and the view is not the whole world."""
    page = open_map(story)
    for name in ("Odesa", "Izmail", "Lublin"):
        expect(mark(page, name)).to_be_in_viewport()
    expect(page.locator(".leaflet-control-scale-line")).to_have_text(re.compile(r"^[1-3]00 km$"))


def test_the_legend_covers_no_place_when_the_map_opens(open_map: Open, news: Path) -> None:
    """What lies where the legend is makes the map open a little beside it."""
    page = open_map(news)
    box = page.locator("#legend").bounding_box()
    assert box
    for dot in page.locator("#map .mark-symbol").all():
        at = dot.bounding_box()
        assert at
        assert not (
            box["x"] < at["x"] < box["x"] + box["width"] and box["y"] < at["y"] < box["y"] + box["height"]
        )


@SIZES
def test_dark_follows_the_system_and_the_switch(open_map: Open, story: Path, phone: bool) -> None:
    """A dark system gives a dark page; the switch says so and turns it."""
    page = open_map(story, phone=phone, dark=True)
    switch = page.get_by_role("switch", name="Dark")
    expect(switch).to_be_checked()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    switch.click()
    expect(switch).not_to_be_checked()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark


def test_the_basemap_is_drawn(open_map: Open, story: Path) -> None:
    """Land and sea have different colours on the canvas under the marks."""
    page = open_map(story)
    colours = page.evaluate(
        """() => {
          const canvas = document.querySelector(".leaflet-basemap-pane canvas");
          const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const seen = new Map();
          for (let i = 0; i < data.length; i += 4 * 97) {
            const key = [data[i], data[i + 1], data[i + 2], data[i + 3]].join();
            seen.set(key, (seen.get(key) ?? 0) + 1);
          }
          return [...seen.values()].sort((a, b) => b - a).map((n) => n / (data.length / (4 * 97)));
        }"""
    )
    assert colours[0] > 0.2 and colours[1] > 0.05


@SIZES
def test_without_javascript_places_and_quotes_are_there(open_map: Open, story: Path, phone: bool) -> None:
    """The page without scripts lists every place with its sentences."""
    page = open_map(story, phone=phone, scripts=False)
    assert "left Odesa for Izmail on Tuesday" in page.content()
    expect(page.get_by_role("heading", name="Izmail")).to_be_visible()
    expect(page.locator("noscript blockquote mark").filter(has_text="Izmail")).to_be_visible()


def test_a_phone_page_does_not_scroll_sideways(open_map: Open, story: Path) -> None:
    """Map above, sheet below, nothing wider than the screen; the handle raises the sheet."""
    page = open_map(story, phone=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    before = page.locator("#panel").bounding_box()
    page.get_by_role("button", name="Show more of the text").click()
    after = page.locator("#panel").bounding_box()
    assert before and after and after["height"] > before["height"] + 100


@SIZES
def test_main_controls_are_large_enough_to_touch(open_map: Open, story: Path, phone: bool) -> None:
    """Tabs, switch, headlines, list entries and the card's buttons are 44 pixels high, every mark at least 24."""
    page = open_map(story, phone=phone, fragment="#place=gn:698740")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".tab, .switch, .headline, .close, .more, .why-button")]
          .filter((e) => e.offsetParent).map((e) => [e.className, e.getBoundingClientRect().height])"""
    )
    assert sizes and not [size for size in sizes if size[1] < 44]
    marks = page.evaluate(
        "[...document.querySelectorAll('.mark')].map((e) => Math.min(e.offsetWidth, e.offsetHeight))"
    )
    assert min(marks) >= 24
