"""What a stranger sees at a glance, what tools find by name, and what each filter does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SIZES = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
POKROVSK = "gn:704422"


@SIZES
def test_tools_find_every_part_by_its_stable_name(open_map: Open, news: Path, phone: bool) -> None:
    """The names that assistive technology and scripts rely on are all there, each once."""
    page = open_map(news, phone=phone)

    def has(role: str, *names: str) -> None:
        for name in names:
            expect(page.get_by_role(role, name=name, exact=True)).to_have_count(1)

    has("tab", "Articles", "Places", "Not placed")
    has("region", "Article", "Time")
    has("slider", "From", "To")
    has("switch", "Dark")
    has("button", "Next doubtful", "Filters", "Download")
    page.keyboard.press("/")
    has("searchbox", "Search")
    page.keyboard.type("pokrov")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    has("region", "Place")
    has("button", "Next mention", "Previous mention", "Why here?")
    page.get_by_role("button", name="Why here?").click()
    page.get_by_role("button", name="Confirm", exact=True).click()
    has("button", "Copy row")


@SIZES
def test_the_first_screen_tells_what_happened_where(open_map: Open, news: Path, phone: bool) -> None:
    """The newest headline is open, and the four most named places stand on the map with their names."""
    page = open_map(news, phone=phone)
    article = page.get_by_role("region", name="Article", exact=True)
    expect(article.get_by_role("heading")).to_have_text("Kharkiv and Kupiansk without power")
    expect(article.get_by_role("heading")).to_be_in_viewport()
    most = page.locator("#pane-places").get_by_role("link", include_hidden=True)
    for place in most.all()[:4]:
        label = page.locator(f'#map [data-key="{place.get_attribute("data-place")}"] .mark-label')
        expect(label).to_be_in_viewport()


def test_zoom_stops_where_detail_does(open_map: Open, news: Path) -> None:
    """Zooming in ends before the lines of the basemap mean nothing: the scale tells kilometres still."""
    page = open_map(news, fragment=f"#place={POKROVSK}")
    nearer = page.get_by_role("button", name="Zoom in")
    for _ in range(40):
        if nearer.get_attribute("aria-disabled") == "true":
            break
        nearer.click()
    expect(nearer).to_have_attribute("aria-disabled", "true")
    expect(page.locator(".leaflet-control-scale-line")).to_have_text(re.compile(r"^(5|10) km$"))


def test_each_filter_narrows_and_stands_in_the_address(open_map: Open, news: Path) -> None:
    """Kind, country, article, certainty, use and datelines: each changes what is shown; "Clear filters" undoes it."""
    page = open_map(news)
    page.get_by_role("button", name="Filters", exact=True).click()
    panel = page.get_by_role("group", name="Filters")
    told = panel.get_by_text(re.compile(r"^Showing \d+ of \d+ mentions"))
    whole = told.inner_text()
    acts: dict[str, Callable[[], object]] = {
        "kind": lambda: panel.get_by_role("checkbox", name="Towns").uncheck(),
        "certainty": lambda: panel.get_by_role("checkbox", name="Certain").uncheck(),
        "country": lambda: panel.get_by_role("combobox", name="Country").select_option("Serbia"),
        "only": lambda: panel.get_by_role("combobox", name="Article").select_option(index=1),
        "usage": lambda: panel.get_by_role("combobox", name="Use of the name").select_option(index=2),
        "datelines": lambda: panel.get_by_role("checkbox", name=re.compile("Datelines")).uncheck(),
        "demonyms": lambda: panel.get_by_role("checkbox", name=re.compile("Demonyms")).check(),
    }
    for field, act in acts.items():
        act()
        expect(told).not_to_have_text(whole)
        assert f"{field}=" in page.url, field
        panel.get_by_role("button", name="Clear filters").click()
        expect(told).to_have_text(whole)
