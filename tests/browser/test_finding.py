"""How a reader finds things: by searching, by time, by filters, by walking mentions, and by a shared address."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SIZES = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])


def card(page: Page) -> object:
    return page.get_by_role("region", name="Place", exact=True)


@SIZES
def test_by_keyboard_alone_find_pokrovsk_read_why_copy_its_row(
    open_map: Open, news: Path, phone: bool
) -> None:
    """Slash, a few letters, Enter; Tab to "Why here?"; Tab to "Copy row": the row is on the clipboard."""
    page = open_map(news, phone=phone, permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()
    page.keyboard.type("pokrov")
    expect(page.get_by_role("option").first).to_contain_text("Pokrovsk")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(card(page).get_by_role("heading", name="Pokrovsk")).to_be_focused()

    def tab_to(name: str) -> None:
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent") == name:
                return
        pytest.fail(f"Tab does not reach {name}")

    tab_to("Why here?")
    page.keyboard.press("Enter")
    expect(card(page)).to_contain_text("40 km from Dobropillia")
    tab_to("Copy row")
    page.keyboard.press("Enter")
    expect(card(page)).to_contain_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"place,Pokrovsk,story-\d\d\.txt,\d+,\d+,,gn:704422,,,", copied), copied


@SIZES
def test_a_search_for_words_opens_the_sentence(open_map: Open, news: Path, phone: bool) -> None:
    """Words of a sentence find it; choosing it opens its article at that sentence."""
    page = open_map(news, phone=phone)
    page.get_by_role("searchbox", name="Search").fill("bakery")
    page.get_by_role("option", name=re.compile("bakery")).click()
    article = page.get_by_role("region", name="Article", exact=True)
    expect(article.get_by_text("the bakery closed")).to_be_in_viewport()


@SIZES
def test_nothing_jumps_while_one_searches(open_map: Open, news: Path, phone: bool) -> None:
    """The search and its answers lie over the page; on a phone the box spans it, and all else stays where it is."""
    page = open_map(news, phone=phone)
    before = page.locator("#map").bounding_box()
    box = page.get_by_role("searchbox", name="Search")
    box.fill("pok")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.locator("#map").bounding_box() == before
    wide = (box.bounding_box() or {})["width"]
    assert wide > (300 if phone else 200)


def test_escape_empties_the_search_and_nothing_found_says_so(open_map: Open, news: Path) -> None:
    """A search without an answer says what to do; Escape clears it."""
    page = open_map(news)
    search = page.get_by_role("searchbox", name="Search")
    search.fill("xyzzy")
    expect(page.locator("#search-results")).to_contain_text("Nothing found for “xyzzy”")
    page.keyboard.press("Escape")
    expect(search).to_have_value("")
    expect(page.locator("#search-results")).to_be_hidden()


def test_the_sliders_of_time_narrow_map_and_lists(open_map: Open, news: Path) -> None:
    """With "From" in July only July's places are left; the address holds the day; "All dates" brings the rest back."""
    page = open_map(news)
    marks = page.locator("#map .mark")
    before = marks.count()
    page.get_by_role("slider", name="From").fill("20270")  # 2025-07-01
    expect(page.get_by_role("tab", name="Articles")).to_contain_text("5")
    assert marks.count() < before
    assert "from=2025-07-01" in page.url
    expect(page.get_by_role("region", name="Time")).to_contain_text("1 article without a date is left out.")
    page.get_by_role("button", name="All dates").click()
    expect(page.get_by_role("tab", name="Articles")).to_contain_text("20")


def test_filters_narrow_and_the_address_shares_them(open_map: Open, news: Path) -> None:
    """A publisher leaves its articles alone; the link opens the same view; Back undoes the filter."""
    page = open_map(news)
    page.get_by_role("button", name="Filters", exact=True).click()
    page.get_by_role("combobox", name="Publisher").select_option("Eastern Wire")
    expect(page.get_by_role("tab", name="Articles")).to_contain_text("5")
    assert "publisher=Eastern%20Wire" in page.url
    shared = open_map(news, fragment="#" + page.url.split("#")[1])
    expect(shared.get_by_role("tab", name="Articles")).to_contain_text("5")
    page.go_back()
    expect(page.get_by_role("tab", name="Articles")).to_contain_text("20")


def test_a_press_on_a_name_goes_to_its_mention_and_next_walks_on(open_map: Open, news: Path) -> None:
    """Each mention of Pokrovsk in turn, over all articles, lit in card and text."""
    page = open_map(news, fragment="#place=gn:704422")
    expect(card(page)).to_contain_text("9 mentions")
    page.get_by_role("button", name="Next mention").click()
    expect(card(page)).to_contain_text("1 of 9")
    page.get_by_role("button", name="Previous mention").click()
    expect(card(page)).to_contain_text("9 of 9")
    article = page.get_by_role("region", name="Article", exact=True)
    expect(article).to_contain_text("Shells fell north of Pokrovsk all day.")
    expect(article.locator("a.is-at")).to_have_text("Pokrovsk")


@SIZES
def test_only_this_article_fits_the_map_to_its_places(open_map: Open, news: Path, phone: bool) -> None:
    """Every spot that the article names is in view, and the map comes nearer than it opened; so does a shared link."""
    page = open_map(news, phone=phone)
    wide = page.locator(".leaflet-control-scale-line").inner_text()
    page.get_by_role("button", name="Only this article").click()
    for opened in (page, open_map(news, phone=phone, fragment="#" + page.url.split("#")[1])):
        assert opened.locator(".leaflet-control-scale-line").inner_text() != wide
        marks = opened.locator("#map .mark[data-key]")
        assert marks.count() > 1
        for mark in marks.all():
            expect(mark).to_be_in_viewport()


@SIZES
def test_filters_that_leave_out_the_open_article_close_it(open_map: Open, news: Path, phone: bool) -> None:
    """What passes is listed in its place; without filters it is back. "Not placed" counts the names of what passes."""
    page = open_map(news, phone=phone, fragment="#country=RS")
    article = page.get_by_role("region", name="Article", exact=True)
    expect(article).to_have_count(0)
    unplaced = page.get_by_role("tab", name="Not placed")
    expect(unplaced).to_contain_text("0")
    page.get_by_role("button", name="Clear filters").click()
    expect(article.get_by_role("heading")).to_have_text("Kharkiv and Kupiansk without power")
    expect(unplaced).not_to_contain_text("0")


def test_an_article_that_is_gone_to_beyond_the_filters_says_so(open_map: Open, news: Path) -> None:
    """A search finds articles that the filters leave out: such a one opens, and tells that it does not pass."""
    page = open_map(news, fragment="#country=RS")
    page.get_by_role("searchbox", name="Search").fill("bakery")
    page.get_by_role("option", name=re.compile("bakery")).click()
    article = page.get_by_role("region", name="Article", exact=True)
    expect(article.get_by_text("This article does not pass the filters.")).to_be_visible()
    page.get_by_role("button", name="Clear filters").click()
    expect(article.get_by_text("the bakery closed")).to_be_visible()
    expect(article.get_by_text("This article does not pass the filters.")).to_be_hidden()


@SIZES
def test_what_is_unticked_stays_unticked(open_map: Open, news: Path, phone: bool) -> None:
    """Without any kind, or any certainty, nothing is shown; the filter says why and offers all; so does a link."""
    page = open_map(news, phone=phone)
    page.get_by_role("button", name="Filters", exact=True).click()
    panel = page.get_by_role("group", name="Filters")
    for name in ("Kind of place", "How sure the pin is"):
        group = panel.get_by_role("group", name=name)
        for box in group.get_by_role("checkbox").all():
            box.uncheck()
        expect(group.get_by_role("checkbox", checked=True)).to_have_count(0)
        expect(group.get_by_role("status")).to_contain_text("Nothing is ticked here, so nothing is shown.")
        expect(page.locator("#map .mark")).to_have_count(0)
        expect(page.get_by_role("tab", name="Places")).to_contain_text("0")
        shared = open_map(news, phone=phone, fragment="#" + page.url.split("#")[1])
        expect(shared.get_by_role("tab", name="Places")).to_contain_text("0")
        group.get_by_role("button", name="Tick all").click()
        expect(group.get_by_role("checkbox", checked=False)).to_have_count(0)
        expect(group.get_by_role("checkbox").first).to_be_focused()
        expect(page.locator("#map .mark").first).to_be_attached()


def test_the_list_of_names_not_placed_claims_no_reason_for_all(open_map: Open, news: Path) -> None:
    """Some names the gazetteer lacks, of others no place was likely enough: each name tells its own reason."""
    page = open_map(news, fragment="#tab=unplaced")
    pane = page.get_by_role("tabpanel", name="Not placed")
    expect(pane.locator("> .note")).to_have_text(
        "Names that could not be placed, each with the reason. Say where one is, or that it is no place."
    )
    expect(pane.get_by_role("listitem").first.locator(".note")).not_to_be_empty()


def test_a_filter_that_leaves_nothing_in_view_takes_the_map_to_what_it_leaves(
    open_map: Open, news: Path
) -> None:
    """From Pokrovsk to Serbia: its marks are in view; a filter that leaves some in view moves nothing."""
    page = open_map(news, fragment="#place=gn:704422")
    page.get_by_role("button", name="Close", exact=True).first.click()
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    scale = page.locator(".leaflet-control-scale-line").inner_text()
    page.get_by_role("button", name="Filters", exact=True).click()
    country = page.get_by_role("group", name="Filters").get_by_role("combobox", name="Country")
    country.select_option("Ukraine")
    assert page.locator(".leaflet-control-scale-line").inner_text() == scale
    country.select_option("Serbia")
    page.keyboard.press("Escape")
    expect(page.locator("#map .mark[data-key]").first).to_be_in_viewport()
