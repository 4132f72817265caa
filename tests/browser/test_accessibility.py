# ruff: noqa: E501  (scripts for the page read better unbroken)
"""Nobody is kept out: axe finds no barrier in any state, all goes by keyboard, at any size of text, in any colours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from geo.cli import run

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SIZES = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
AXE = (Path(__file__).parent / "data" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def barriers(page: Page) -> list[Any]:
    """What axe finds: WCAG 2.2, levels A and AA, and its best practices."""
    found: list[Any] = page.evaluate(
        """async (rules) => (await axe.run(document, { runOnly: rules })).violations
          .map(({ id, nodes }) => [id, nodes.map((node) => [node.target.join(" "), node.failureSummary])])""",
        list(RULES),
    )
    return found


def card(page: Page) -> Locator:
    return page.get_by_role("region", name="Place", exact=True)


def states(page: Page) -> Iterator[str]:
    """Every state of the page, one after the other."""
    yield "start"
    page.evaluate("location.hash = '#place=gn:704422'")
    expect(card(page).get_by_role("heading", name="Pokrovsk")).to_be_visible()
    yield "place"
    card(page).get_by_role("button", name="Why here?").click()
    yield "why"
    card(page).get_by_role("button", name="Next mention").click()
    yield "mention"
    card(page).get_by_role("button", name="Confirm").click()
    yield "confirmed"
    card(page).get_by_role("button", name="Move").click()
    page.get_by_role("textbox", name="Coordinates").fill("48, 37")
    yield "mending"
    page.keyboard.press("Escape")
    page.locator("#mend-strip").get_by_role("button", name="1 row").click()
    yield "rows"
    page.keyboard.press("Escape")
    page.evaluate("location.hash = '#'")
    expect(card(page)).to_be_hidden()
    page.get_by_role("searchbox", name="Search").fill("po")
    yield "search"
    page.get_by_role("searchbox", name="Search").fill("xyzzy")
    yield "nothing found"
    page.keyboard.press("Escape")
    page.get_by_role("searchbox", name="Search").blur()
    page.get_by_role("button", name="Filters", exact=True).click()
    yield "filters"
    page.get_by_role("combobox", name="Country").select_option("Serbia")
    page.keyboard.press("Escape")
    yield "filtered"
    page.get_by_role("button", name="Clear filters").first.click()
    page.get_by_role("button", name="Download", exact=True).click()
    yield "download"
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Places").click()
    yield "places"
    page.get_by_role("tab", name="Not placed").click()
    yield "not placed"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@SIZES
def test_axe_finds_no_barrier_in_any_state(open_map: Open, news: Path, phone: bool, dark: bool) -> None:
    """WCAG 2.2 AA and axe's best practices, with no exception: start, place, why, mending, search, filters, lists."""
    page = open_map(news, phone=phone, dark=dark)
    page.evaluate(AXE)
    found = {state: barriers(page) for state in states(page)}
    assert len(found) == 14
    assert {state: what for state, what in found.items() if what} == {}


@SIZES
def test_axe_finds_no_barrier_on_other_pages(open_map: Open, story: Path, crowd: Path, phone: bool) -> None:
    """Nor on a page with areas, datelines and approximate places, nor on one whose marks are painted; and axe does
    find one that is made."""
    page = open_map(crowd, phone=phone)
    expect(page.locator(".mark-hit").first).to_be_attached()
    page.evaluate(AXE)
    assert barriers(page) == []
    page = open_map(story, phone=phone)
    page.evaluate(AXE)
    assert barriers(page) == []
    page.evaluate("document.getElementById('title').after(document.createElement('button'))")
    assert [rule for rule, _ in barriers(page)] == ["button-name"]


def test_axe_finds_no_barrier_on_the_seeds_map(open_map: Open, root: Path, tmp_path: Path) -> None:
    """Nor on the map of the seeds, where labels are crowded: no mark's button covers another's."""
    assert run(["map", str(root / "seeds"), "-o", str(tmp_path / "map.html")]) == 0
    for phone in (False, True):
        page = open_map(tmp_path / "map.html", phone=phone)
        page.evaluate(AXE)
        assert barriers(page) == []
        page.get_by_role("button", name="Next doubtful").click()
        assert barriers(page) == []


@SIZES
def test_wherever_the_focus_goes_it_is_seen(open_map: Open, news: Path, phone: bool) -> None:
    """Tab through the whole page: each stop shows a ring of two pixels or more, and lies in view."""
    page = open_map(news, phone=phone, fragment="#place=gn:704422&why=1")
    stops = []
    page.get_by_role("searchbox", name="Search").focus()
    page.keyboard.press("Shift+Tab")
    for _ in range(140):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const at = document.activeElement;
              if (at === document.body) return null;
              const rings = [at, ...at.querySelectorAll("*")].map((e) => getComputedStyle(e))
                .some((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2);
              const box = at.getBoundingClientRect();
              const inView = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
              const frame = at.closest(".map")?.getBoundingClientRect();
              const inMap = !frame || (box.right > frame.left && box.left < frame.right && box.bottom > frame.top && box.top < frame.bottom);
              return [at.getAttribute("aria-label") ?? at.textContent.slice(0, 30), rings || at.matches(".slider"), inView && inMap];
            }"""
        )
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) > 30
    assert [name for name, ring, _ in stops if not ring] == []
    assert [name for name, _, seen in stops if not seen] == []
    names = {name for name, _, _ in stops}
    assert {"Search", "Filters", "Next doubtful", "Download", "Confirm", "Move", "Reject"} <= names
    assert phone or {"From", "To"} <= names


@SIZES
def test_the_focus_returns_to_where_a_panel_was_opened(open_map: Open, news: Path, phone: bool) -> None:
    """Filters, downloads, rows, the form and a card give the focus back when Escape closes them."""
    page = open_map(news, phone=phone, fragment="#place=gn:704422&why=1")
    move = card(page).get_by_role("button", name="Move")
    move.press("Enter")
    page.keyboard.press("Escape")
    expect(move).to_be_focused()
    card(page).get_by_role("button", name="Confirm").press("Enter")
    expect(card(page).get_by_role("button", name="Confirm")).to_be_focused()
    for name in ("Filters", "Download", re.compile("1 row, 1 unsaved")):
        button = page.get_by_role("button", name=name, exact=True)
        button.press("Enter")
        page.keyboard.press("Escape")
        expect(button).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (640, 400), (360, 640), (320, 480)])
def test_text_of_twice_the_size_still_fits(open_map: Open, news: Path, width: int, height: int) -> None:
    """At 200 % text, at 200 % zoom (half the window) and in 320 pixels nothing is wider than the page, nothing cut."""
    page = open_map(news, fragment="#place=gn:704422&why=1")
    page.set_viewport_size({"width": width, "height": height})
    if width >= 1280:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.wait_for_timeout(100)
    cut = page.evaluate(
        """() => [...document.querySelectorAll("button, .summary, .card p, .tab, select, h2")]
          .filter((e) => e.offsetParent && !e.closest(".map, .visually-hidden") && getComputedStyle(e).overflow !== "hidden")
          .filter((e) => e.scrollWidth > e.clientWidth + 2 && e.clientWidth > 0 && getComputedStyle(e).display !== "inline")
          .map((e) => e.textContent.slice(0, 40))"""
    )
    assert cut == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    beyond = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, a")]
          .filter((e) => e.offsetParent && !e.closest(".map, .pane, .card, .filters")).map((e) => [e.id || e.textContent, e.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.left < -13 || box.right > innerWidth + 13 || box.bottom > innerHeight + 1)).map(([name]) => name)"""
    )
    assert beyond == []


def test_forced_colours_keep_every_sign(open_map: Open, news: Path) -> None:
    """In a high-contrast theme marks keep their colours, bars and buttons have rims, and axe finds nothing."""
    page = open_map(news, fragment="#place=gn:704422&why=1", forced_colors="active")
    expect(page.locator("#map").get_by_role("button", name=re.compile("^Kharkiv, "))).to_be_visible()
    colours = page.evaluate(
        """() => [".mark .glyph-town", ".bar-shown", ".sure-fill"].map((s) => {
          const style = getComputedStyle(document.querySelector(s));
          return s === ".sure-fill" ? style.backgroundColor : style.fill;
        })"""
    )
    assert all(colour not in ("none", "rgba(0, 0, 0, 0)") for colour in colours)
    ground = page.evaluate("getComputedStyle(document.querySelector('.sure-bar')).backgroundColor")
    assert colours[2] != ground
    page.evaluate(AXE)
    assert barriers(page) == []


@pytest.mark.parametrize("wish", ["reduce", "no-preference"])
def test_motion_stops_where_it_is_not_wanted(open_map: Open, news: Path, wish: str) -> None:
    """Who asks for less motion sees none: neither the map's zoom nor the switch moves; who does not, sees them move."""
    page = open_map(news, still=wish == "reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((e) => ["", "::before", "::after"].some((part) => {
          const style = getComputedStyle(e, part || null);
          return style.transitionDuration.split(",").some((d) => parseFloat(d) > 0.01) || style.animationName !== "none";
        })).map((e) => e.className.baseVal ?? e.className)"""
    )
    animates = page.locator("#map").evaluate("(map) => map.classList.contains('leaflet-fade-anim')")
    assert animates == (wish != "reduce")
    assert bool([name for name in moving if "leaflet" not in name]) == (wish != "reduce")


@SIZES
def test_the_scale_and_the_attribution_lie_side_by_side(open_map: Open, news: Path, phone: bool) -> None:
    """Neither covers the other, and both lie on the map."""
    page = open_map(news, phone=phone)
    scale = page.locator(".leaflet-control-scale").bounding_box()
    credit = page.locator(".leaflet-control-attribution").bounding_box()
    frame = page.locator("#map").bounding_box()
    assert scale and credit and frame
    assert scale["y"] + scale["height"] <= credit["y"] + 0.5
    for box in (scale, credit):
        assert box["x"] >= frame["x"] and box["y"] + box["height"] <= frame["y"] + frame["height"] + 0.5
