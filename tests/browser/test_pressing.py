"""Marks can be pressed where they are, even where places lie side by side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Page, expect

from geo.map import Map
from geo.records import Place

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

NEAR = (
    ("Vladivostok", 43.1056, 131.8735),
    ("Dunay", 42.8788, 132.3354),
    ("Nakhodka", 42.8436, 132.9183),
    ("Sergeyevka", 43.3504, 133.3582),
    ("Pyongyang", 39.0339, 125.7543),
    ("Sunan", 39.2033, 125.6742),
    ("Pokrovsk", 48.2801, 37.1771),
    ("Donetsk", 48.0230, 37.8022),
)


@pytest.fixture(scope="module")
def far_apart(invented: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Neighbours a few pixels apart, at two ends of a continent."""
    text = " ".join(f"{name} slept." for name, _, _ in NEAR)
    found = tuple(
        invented.toponym(text, name, Place(f"csv:{name}", name, lat, lon, "P", "PPL", "RU"))
        for name, lat, lon in NEAR
    )
    path = tmp_path_factory.mktemp("near") / "map.html"
    Map(invented.Result((invented.article("a", text),), (found,))).save(path)
    return path


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", [name for name, _, _ in NEAR])
def test_each_of_several_neighbours_can_be_pressed(
    open_map: Open, far_apart: Path, name: str, phone: bool
) -> None:
    """Dots that cover one another are told apart by their labels, which can be pressed too."""
    page = open_map(far_apart, phone=phone)
    page.locator("#map").get_by_role("button", name=f"{name}, 1 mentions", exact=True).click(timeout=3000)
    card = page.get_by_role("region", name="Place", exact=True)
    expect(card.get_by_role("heading", name=name)).to_be_visible()
    expect(card.locator("blockquote mark")).to_have_text(name)
