"""Maps of more places than elements could show: painted, yet pressed, tabbed to and read as a small map's are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tools.screenshots import wait_until_ready

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SIZES = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
PLACES = 600
MENTIONED = re.compile(r"^.+, \d+ mentions$")


def marks(page: Page) -> Locator:
    return page.locator(".mark-buttons").get_by_role("button", name=MENTIONED)


def card(page: Page) -> Locator:
    return page.get_by_role("region", name="Place", exact=True)


def shown(page: Page) -> int:
    """How many places the map's buttons stand for, a cluster for all of its own."""
    names = page.locator(".mark").evaluate_all("(all) => all.map((node) => node.getAttribute('aria-label'))")
    return sum(int(found[1]) if (found := re.match(r"(\d+) places", name)) else 1 for name in names)


@SIZES
def test_painted_marks_are_buttons_with_names(open_map: Open, crowd: Path, phone: bool) -> None:
    """Each mark and cluster in view is a button over what is painted; by keyboard one opens its place, and the focus
    comes back to it."""
    page = open_map(crowd, phone=phone)
    expect(marks(page).first).to_be_attached()
    assert 300 < shown(page) <= PLACES
    mark = marks(page).first
    name = (mark.get_attribute("aria-label") or "").rpartition(",")[0]
    mark.focus()
    page.keyboard.press("Enter")
    expect(card(page).get_by_role("heading", name=name, exact=True)).to_be_visible()
    expect(
        page.get_by_role("button", name=f"{name}, ").and_(page.locator("[aria-pressed=true]"))
    ).to_be_attached()
    card(page).get_by_role("button", name="Close").press("Enter")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile(f"^{re.escape(name)}, "))


def test_what_is_painted_under_the_pointer_is_pressed(open_map: Open, crowd: Path) -> None:
    """A mark without a label tells its name under the pointer, and a press opens it; a cluster's comes nearer."""
    page = open_map(crowd)
    page.locator(".mark-buttons button", has_text="").first.wait_for(state="attached")
    cluster = page.get_by_role("button", name=re.compile(r"^\d+ places, zoom in$")).first
    before = page.get_by_role("button", name=MENTIONED).count()
    cluster.click()
    expect(page.locator(".mark-bare").first).to_be_attached()
    assert page.get_by_role("button", name=MENTIONED).count() > before
    mark = page.locator(".mark-bare").last
    box = mark.bounding_box()
    name = (mark.get_attribute("aria-label") or "").rpartition(",")[0]
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#map")).to_have_attribute("title", name)
    page.mouse.down()
    page.mouse.up()
    expect(card(page).get_by_role("heading", name=name, exact=True)).to_be_visible()


def test_the_wheel_comes_nearer_to_what_is_under_the_pointer(
    open_map: Open, crowd: Path, story: Path
) -> None:
    """On maps of few places and of many the spot under the pointer stays there, turn the wheel as one may."""
    for path in (story, crowd):
        page = open_map(path, still=False)
        page.add_init_script(
            "document.addEventListener('dateline-map', (event) => (window.opened = event.detail))"
        )
        page.reload()
        wait_until_ready(page)
        box = page.locator("#map").bounding_box()
        assert box
        before = page.evaluate(UNDER)
        page.mouse.move(box["x"] + 200, box["y"] + 150)
        page.mouse.wheel(0, -200)
        for _ in range(100):
            after = page.evaluate(UNDER)
            if after["zoom"] > before["zoom"] + 0.5 and after["zoom"] % 0.25 == 0:
                break
            page.wait_for_timeout(30)
        else:
            pytest.fail(f"the map does not come to rest: {before}, {after}")
        assert abs(after["lat"] - before["lat"]) < 0.5 and abs(after["lng"] - before["lng"]) < 0.5


UNDER = "() => ({ ...opened.containerPointToLatLng([200, 150]), zoom: opened.getZoom() })"


def test_a_place_that_is_chosen_leaves_its_crowd(open_map: Open, crowd: Path) -> None:
    """Whoever opens a place that was in a crowd sees its own mark: the map comes nearer to it."""
    page = open_map(crowd)
    expect(page.locator(".mark-hit").first).to_be_attached()
    scale = page.locator(".leaflet-control-scale-line").text_content()
    hidden = page.evaluate("""() => {
      const marked = new Set([...document.querySelectorAll(".mark[data-key]")].map((node) => node.dataset.key));
      const data = JSON.parse(document.getElementById("dateline-data").textContent);
      const ids = data.features.columns ? data.features.columns.id : data.features.map((feature) => feature.id);
      return ids.find((id) => !marked.has(id));
    }""")
    page.evaluate("(id) => (location.hash = `#place=${encodeURIComponent(id)}`)", hidden)
    expect(page.locator(f'.mark[data-key="{hidden}"][aria-pressed="true"]')).to_be_visible()
    expect(page.locator(".mark-hit").first).to_be_attached()
    expect(page.locator(".leaflet-control-scale-line")).not_to_have_text(scale or "")


def test_where_filters_leave_few_places_marks_are_elements_again(open_map: Open, crowd: Path) -> None:
    """Nothing stays painted of what the filters leave out."""
    page = open_map(crowd)
    expect(page.locator(".mark-hit").first).to_be_attached()
    assert page.evaluate(PAINTED)
    page.evaluate("location.hash = '#country=UA'")
    expect(page.locator(".mark-hit")).to_have_count(0)
    expect(page.locator(".mark .glyph").first).to_be_attached()
    assert not page.evaluate(PAINTED)
    page.evaluate("location.hash = '#'")
    expect(page.locator(".mark-hit").first).to_be_attached()
    assert page.evaluate(PAINTED)


PAINTED = """() => {
  const copy = Object.assign(document.createElement("canvas"), { width: 300, height: 300 }).getContext("2d");
  copy.drawImage(document.querySelector(".leaflet-mark-canvas-pane canvas"), 0, 0, 300, 300);
  return copy.getImageData(0, 0, 300, 300).data.some((value) => value);
}"""


def test_long_lists_grow_as_they_are_scrolled(open_map: Open, crowd: Path) -> None:
    """The list of six hundred places has the first of them at once and the last once one scrolls to it."""
    page = open_map(crowd)
    page.get_by_role("tab", name="Places").click()
    pane = page.get_by_role("tabpanel", name="Places")
    assert pane.get_by_role("link").count() < PLACES / 2
    for _ in range(12):
        pane.evaluate("(node) => node.scrollTo(0, node.scrollHeight)")
        page.wait_for_timeout(60)
    expect(pane.get_by_role("link")).to_have_count(PLACES)
