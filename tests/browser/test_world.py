"""A map of the whole world, with crowds of towns and districts a few pixels apart, stays readable."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Page, expect

from geo.map import Map
from geo.records import Place

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
LOOKS = pytest.mark.parametrize(
    ("phone", "dark"),
    [(False, False), (True, False), (False, True), (True, True)],
    ids=["desktop", "phone", "desktop dark", "phone dark"],
)
CENTRES = ((6.5, 3.4), (52, -1), (31, 35), (-33, 151), (40, -80), (-15, -70))
LONGEST_LEADER = 26  # pixels: `RINGS` of placing.js


@pytest.fixture(scope="module")
def world(invented: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixteen towns and twelve districts about and around each of six centres: too many for a label each."""
    places = [
        Place(f"csv:t{c}-{i}", f"Town {c} {i}", lat + i % 4 / 2, lon + i // 4 / 2, "P", "PPL", "NG")
        for c, (lat, lon) in enumerate(CENTRES)
        for i in range(16)
    ] + [
        Place(
            f"csv:d{c}-{i}", f"District of {c} {i}", lat + i % 4 * 4, lon + i // 4 * 5, "A", "ADM2", "NG",
            precision="area", radius_km=30,
        )
        for c, (lat, lon) in enumerate(CENTRES)
        for i in range(12)
    ]  # fmt: skip
    text = " ".join(f"{place.name} slept." for place in places)
    found = tuple(invented.toponym(text, place.name, place) for place in places)
    path = tmp_path_factory.mktemp("world") / "map.html"
    Map(invented.Result((invented.article("a", text),), (found,))).save(path)
    return path


@LOOKS
def test_the_number_of_a_cluster_lies_on_top_in_one_line(
    open_map: Open, world: Path, phone: bool, dark: bool
) -> None:
    """No mark covers it, whatever lies there; its digits stand in one line, within the disc."""
    page = open_map(world, phone=phone, dark=dark)
    clusters = page.get_by_role("button", name=re.compile(r"^\d+ places, zoom in$"))
    expect(clusters.first).to_be_attached()
    said = page.locator(".cluster-count").evaluate_all(
        """(counts) => counts.map((count) => {
          const box = count.getBoundingClientRect();
          const disc = count.closest(".mark-cluster").getBoundingClientRect();
          const middle = box.top + box.height / 2;
          const at = [0.15, 0.5, 0.85].map((share) => document.elementFromPoint(box.left + share * box.width, middle));
          const own = count.closest(".mark");
          return { text: count.textContent, high: box.height, wide: box.width, disc: disc.width,
            covered: at.some((node) => node && !own.contains(node) && node.closest(".mark")) };
        })"""
    )
    assert len(said) >= 4
    for one in said:
        assert not one["covered"], one
        assert one["high"] < 18 and one["wide"] < one["disc"], one


@LOOKS
def test_labels_keep_near_their_marks(open_map: Open, world: Path, phone: bool, dark: bool) -> None:
    """A leader is short, and none crosses another; a label without room for that is left out."""
    page = open_map(world, phone=phone, dark=dark)
    assert 0 < page.locator(".mark-label").count() < 6 * 28
    lines = page.locator(".leader line").evaluate_all(
        """(lines) => lines.map((line) => {
          const { left, top } = line.ownerSVGElement.getBoundingClientRect();
          const [x, y] = ["x2", "y2"].map((name) => Number(line.getAttribute(name)));
          return [left, top, left + x, top + y];
        })"""
    )
    assert lines
    assert all(((x2 - x) ** 2 + (y2 - y) ** 2) ** 0.5 <= LONGEST_LEADER + 0.5 for x, y, x2, y2 in lines)
    pairs = [(one, other) for i, one in enumerate(lines) for other in lines[:i]]
    assert not [pair for pair in pairs if crosses(*pair)]


def crosses(one: list[float], other: list[float]) -> bool:
    """Whether two lines [x, y, x, y] cross."""

    def side(line: list[float], x: float, y: float) -> float:
        return (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0])

    return (
        side(one, *other[:2]) * side(one, *other[2:]) < 0
        and side(other, *one[:2]) * side(other, *one[2:]) < 0
    )
