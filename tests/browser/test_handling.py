"""What is dragged, played and sorted: time, the phone's sheet, the list of articles, the ghosts of runner-ups."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SIZES = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])


def share(page: Page) -> float:
    return float(page.locator("#panel").evaluate("(e) => e.offsetHeight / e.parentElement.offsetHeight"))


def test_play_walks_through_time_and_pauses(open_map: Open, news: Path) -> None:
    """Play narrows map and lists to the first days and moves on by itself; Pause stays where it is."""
    page = open_map(news)
    time = page.get_by_role("region", name="Time")
    time.get_by_role("button", name="Play").click()
    expect(page.get_by_role("tab", name="Articles")).not_to_contain_text("20")
    first = time.get_by_role("slider", name="From").input_value()
    expect(time.get_by_role("slider", name="From")).not_to_have_value(first)
    time.get_by_role("button", name="Pause").click()
    stopped = time.get_by_role("slider", name="From").input_value()
    page.wait_for_timeout(1200)
    expect(time.get_by_role("slider", name="From")).to_have_value(stopped)
    expect(time.get_by_role("button", name="Play")).to_be_visible()


def test_a_range_is_brushed_over_the_histogram(open_map: Open, news: Path) -> None:
    """A drag over the bars leaves the articles of those days; the sliders stand at its ends."""
    page = open_map(news)
    box = page.locator(".track").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 12, steps=4)
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 12, steps=4)
    page.mouse.up()
    sliders = [page.get_by_role("slider", name=name) for name in ("From", "To")]
    low, high = (
        int(slider.get_attribute(end) or 0) for slider, end in zip(sliders, ("min", "max"), strict=True)
    )
    shares = [(int(slider.input_value()) - low) / (high - low) for slider in sliders]
    assert abs(shares[0] - 0.25) < 0.03 and abs(shares[1] - 0.5) < 0.03
    left = int(page.locator("#tab-articles .tab-count").inner_text())
    assert 0 < left < 10
    assert re.search(r"from=2025-05-\d\d&to=2025-06-\d\d", page.url)


def test_the_sheet_is_dragged_pressed_and_moved_by_keys(open_map: Open, news: Path) -> None:
    """On a phone its handle drags to the next stop, arrow keys move it by one, a press raises it whole."""
    page = open_map(news, phone=True)
    handle = page.locator("#sheet-handle")
    half = share(page)
    box = handle.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 60, steps=3)
    page.mouse.move(x, y - 200, steps=5)
    page.mouse.up()
    assert share(page) > half + 0.2
    expect(handle).to_have_attribute("aria-expanded", "true")
    handle.press("ArrowDown")
    assert abs(share(page) - half) < 0.02
    handle.press("ArrowDown")
    assert share(page) < 0.3
    handle.press("Enter")
    expect(handle).to_have_attribute("aria-expanded", "true")


def test_articles_are_sorted_and_each_is_a_filter(open_map: Open, news: Path) -> None:
    """By publisher, oldest first, most places first; "Only this article" leaves its places alone."""
    page = open_map(news)
    pane = page.get_by_role("tabpanel", name="Articles")
    order = pane.get_by_role("combobox", name="Sort articles")
    order.select_option("Oldest first")
    expect(pane.get_by_role("button", name=re.compile("Ferry to Odesa"))).to_be_visible()
    expect(pane.locator(".headline-title").first).to_have_text("Ferry to Odesa sails again")
    pane.get_by_role("combobox", name="Sort articles").select_option("By publisher")
    publishers = [text.split(" · ")[0] for text in pane.locator(".headline .headline-meta").all_inner_texts()]
    assert publishers[:18] == sorted(publishers[:18])
    expect(pane.get_by_role("combobox", name="Sort articles")).to_be_focused()
    pane.get_by_role("button", name="Only this article").click()
    expect(page.get_by_role("tab", name="Places")).to_contain_text("3")


OVERLAPS = """() => {
  const labels = [...document.querySelectorAll("#map .ghost-label, #map .mark-label")];
  const boxes = labels.map((node) => [node, node.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], i) => boxes.slice(i + 1)
    .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
    .map(([other]) => `${one.textContent} / ${other.textContent}`));
}"""


WRITTEN_UNDER = """(labels) => {
  const canvas = document.querySelector(".leaflet-basemap-names-pane canvas");
  const base = canvas.getBoundingClientRect();
  const ratio = canvas.width / base.width;
  const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  const pen = copy.getContext("2d", { willReadFrequently: true });
  pen.drawImage(canvas, 0, 0);
  const isWritten = ({ left, top, width, height }) => {
    const box = [left - base.left, top - base.top, width, height].map((part) => Math.round(part * ratio));
    return width > 0 && pen.getImageData(...box).data.some((value, i) => i % 4 === 3 && value > 0);
  };
  return [...document.querySelectorAll(labels)].filter((label) => isWritten(label.getBoundingClientRect())).length;
}"""
"""How many labels lie over a name of the basemap."""


def test_runner_ups_are_ghosts_while_why_is_open(open_map: Open, news: Path) -> None:
    """Each stands on the map with its distance, clear of all other labels and names, not to be pressed or read out;
    closing "Why here?" takes them away."""
    page = open_map(news, fragment="#place=gn:704422")
    ghosts = page.locator("#map .ghost")
    expect(ghosts).to_have_count(0)
    page.get_by_role("button", name="Why here?").click()
    expect(ghosts).to_have_text(["Pokrovsk, 5,560 km", "Pokrovskoye, 161 km"])
    assert ghosts.first.get_attribute("aria-hidden") == "true"
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(WRITTEN_UNDER, ".ghost-label") == 0
    page.get_by_role("button", name="Show all 2 on the map").click()
    for ghost in ghosts.all():
        expect(ghost.locator(".glyph")).to_be_in_viewport()
    page.get_by_role("button", name="Why here?").click()
    expect(ghosts).to_have_count(0)


@SIZES
def test_the_page_itself_never_scrolls(open_map: Open, news: Path, phone: bool) -> None:
    """Its lists and cards scroll; nothing in them, however far down, reaches beyond the window."""
    page = open_map(news, phone=phone)
    for view in ("#", "#place=gn:704422&why=1", "#tab=places", "#tab=unplaced"):
        page.evaluate("(view) => (location.hash = view)", view)
        page.wait_for_timeout(50)
        assert page.evaluate("document.documentElement.scrollHeight - innerHeight") == 0
