"""What a reader takes out of the page: tables, pictures, paper; and the layers its maker put in."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html import escape
from pathlib import Path
from types import ModuleType

import geopandas as gpd
import pytest
from playwright.sync_api import Page, expect
from shapely.geometry import LineString

from geo.map import Map

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SVG = "{http://www.w3.org/2000/svg}"
FORMATS = {"geojson": "Places", "csv": "Mentions", "png": "Map as a picture", "svg": "Map as layers"}


@pytest.fixture(scope="module")
def layered(invented: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map with an intro and two layers, one of them hostile."""
    folder = tmp_path_factory.mktemp("layers")
    evil = invented.HOSTILE[0]
    front = gpd.GeoDataFrame(
        {"name": ["Front"], "since": ["2024-02-01"]},
        geometry=[LineString([(28, 45), (30, 47), (33, 47.5)])],
        crs="EPSG:4326",
    )
    front.to_file(folder / "front_line.geojson", driver="GeoJSON", engine="pyogrio")
    place = "<Placemark><name>{}</name>{}</Placemark>"
    ring = "<LinearRing><coordinates>31,48 32,48 32,49 31,48</coordinates></LinearRing>"
    area = f"<Polygon><outerBoundaryIs>{ring}</outerBoundaryIs></Polygon>"
    camps = [
        place.format(escape(evil), area),
        place.format("b", "<Point><coordinates>27,48</coordinates></Point>"),
    ]
    folders = f"<Folder><name>{escape(evil)}</name>{''.join(camps)}</Folder>"
    folders += f"<Folder><name>front</name>{camps[1]}</Folder>"
    kml = f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{folders}</Document></kml>'
    (folder / "camps.kml").write_text(kml, encoding="utf-8")
    news = Map(
        invented.story(),
        title="Ferries and bridges",
        text="full",
        intro="**Ferries** <b>and</b> [the report](https://x.example/r)",
        layers=[folder / "front_line.geojson", folder / "camps.kml"],
    )
    news.save(folder / "map.html")
    return folder / "map.html"


def download(page: Page, kind: str) -> tuple[str, bytes]:
    """The name and bytes of a file that the reader saves."""
    panel = page.get_by_role("group", name="Download")
    if not panel.is_visible():
        page.get_by_role("button", name="Download", exact=True).click()
    with page.expect_download() as saved:
        panel.get_by_role("button", name=FORMATS[kind]).click()
    return saved.value.suggested_filename, Path(saved.value.path()).read_bytes()


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_the_places_and_mentions_of_the_filter_are_saved(open_map: Open, story: Path, phone: bool) -> None:
    """GeoJSON and CSV hold what the filters show, under a name made of the title."""
    page = open_map(story, phone=phone)
    name, data = download(page, "geojson")
    assert name == "ferries-and-bridges.geojson"
    places = {f["properties"]["name"]: f for f in json.loads(data)["features"]}
    assert {"Odesa", "Ukraine", "Lublin"} <= set(places)
    _, data = download(page, "csv")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert sum(row["name"] == "Odesa" for row in rows) == places["Odesa"]["properties"]["mentions"] == 7


def test_a_filter_narrows_what_is_saved(open_map: Open, story: Path) -> None:
    """With one country in the address, only its places are in the file."""
    page = open_map(story, fragment="#country=PL")
    _, data = download(page, "geojson")
    assert {f["properties"]["country_code"] for f in json.loads(data)["features"]} == {"PL"}


def test_the_svg_has_named_layers_and_live_text(open_map: Open, layered: Path) -> None:
    """Sea, land, borders, own layers, places and names are groups with ids; names are text; nothing runs or loads."""
    page = open_map(layered)
    name, data = download(page, "svg")
    assert name == "ferries-and-bridges.svg"
    root = ET.fromstring(data)
    ids = [group.get("id") for group in root.iter(f"{SVG}g")]
    assert {
        "sea",
        "land",
        "borders",
        "coast",
        "areas",
        "places",
        "place-names",
        "layer-front-line",
        "attribution",
    } <= set(ids)
    assert len(ids) == len(set(ids))
    texts = {text.text for text in root.iter(f"{SVG}text")}
    assert {"Odesa", "Lublin"} <= texts
    assert not [
        e.tag
        for e in root.iter()
        if e.tag.rsplit("}", 1)[-1] in ("script", "foreignObject", "a", "use", "style")
    ]
    assert not [a for e in root.iter() for a in e.attrib if a.startswith("on") or "href" in a]
    assert len(data) < 1_500_000


def test_near_a_mark_towns_and_rivers_are_named(open_map: Open, news: Path) -> None:
    """At town zoom the sheet is not empty: the map draws and names the river, and names the towns around."""
    page = open_map(news)
    box = page.locator('#map [data-key="gn:687700"] .mark-symbol').bounding_box()  # Zaporizhzhia
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    scale = page.locator(".leaflet-control-scale-line")
    while scale.inner_text() not in ("20 km", "10 km"):
        page.mouse.wheel(0, -120)
        page.wait_for_timeout(60)
    groups = {group.get("id"): group for group in ET.fromstring(download(page, "svg")[1]).iter(f"{SVG}g")}
    assert any(path.get("d") for path in groups["rivers"].iter(f"{SVG}path"))
    named = {text.text for text in groups["basemap-names"].iter(f"{SVG}text")}
    assert {"Dnieper", "Enerhodar"} <= named, named


def test_the_png_is_the_map_at_twice_its_size(open_map: Open, story: Path) -> None:
    """A picture of the map alone, twice as many pixels as it has on the screen, and not of one colour."""
    page = open_map(story)
    size = page.locator("#map").bounding_box()
    assert size
    _, data = download(page, "png")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (2 * round(size["width"]), 2 * round(size["height"]))
    assert len(data) > 30_000


def test_hostile_text_stays_text_in_every_file(open_map: Open, invented: ModuleType, tmp_path: Path) -> None:
    """A place whose name is markup, an article whose title is: the SVG parses, the CSV has no formula."""
    Map(invented.hostile_story(), text="quotes").save(tmp_path / "map.html")
    page = open_map(tmp_path / "map.html")
    name, data = download(page, "svg")
    root = ET.fromstring(data)
    assert any(invented.HOSTILE[0][:10] in (text.text or "") for text in root.iter(f"{SVG}text"))
    assert not list(root.iter(f"{SVG}script")) and not list(root.iter(f"{SVG}img"))
    assert name.replace("-", "").replace(".", "").isalnum()
    _, data = download(page, "csv")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t")]
    assert len({len(row) for row in rows}) == 1


def test_own_layers_can_be_switched_and_asked(open_map: Open, layered: Path, invented: ModuleType) -> None:
    """Each layer has a switch by its name; a shape tells its properties as text, by mouse and by keyboard."""
    page = open_map(layered)
    switch = page.get_by_role("checkbox", name="front line")
    expect(switch).to_be_checked()
    expect(page.locator("path.own-0")).to_have_count(1)
    expect(page.locator("path.own-0"), "a line, not the area that it would close").to_have_css("fill", "none")
    shape = page.get_by_role("button", name="front line: Front")
    shape.focus()
    page.keyboard.press("Enter")
    popup = page.locator(".leaflet-popup")
    expect(popup).to_contain_text("2024-02-01")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=invented.HOSTILE[0]).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup").last.locator("td").first).to_have_text(invented.HOSTILE[0])
    switch.uncheck()
    expect(page.locator("path.own-0")).to_have_count(0)
    assert page.locator("img, iframe").count() == 0


def test_the_intro_is_text_and_safe_links(open_map: Open, layered: Path) -> None:
    """Markdown is shown, markup in it stands as it was written, a link says nothing of the reader."""
    page = open_map(layered)
    intro = page.get_by_role("region", name="About this map")
    expect(intro.locator("strong")).to_have_text("Ferries")
    expect(intro).to_contain_text("<b>and</b>")
    link = intro.get_by_role("link", name="the report")
    expect(link).to_have_attribute("rel", "noreferrer noopener")


def test_a_scanned_map_lies_under_the_marks(open_map: Open, invented: ModuleType, tmp_path: Path) -> None:
    """Its opacity has a slider, and it can be switched off; the page still asks for nothing."""
    import base64

    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
    (tmp_path / "old map.png").write_bytes(base64.b64decode(pixel))
    news = Map(invented.story(), image=tmp_path / "old map.png", bounds=(28, 45, 32, 48))
    news.save(tmp_path / "map.html")
    page = open_map(tmp_path / "map.html")
    scan = page.get_by_role("img", name="old map")
    expect(scan).to_have_css("opacity", "0.7")
    slider = page.get_by_role("slider", name="Opacity of old map")
    slider.focus()
    page.keyboard.press("Home")
    expect(scan).to_have_css("opacity", "0")
    root = ET.fromstring(download(page, "svg")[1])
    assert [image.get("href") for image in root.iter(f"{SVG}image")] == [f"data:image/png;base64,{pixel}"]
    page.get_by_role("checkbox", name="old map").uncheck()
    expect(scan).to_have_count(0)


def test_print_gives_map_legend_and_a_numbered_list(open_map: Open, story: Path) -> None:
    """On paper: title, map, legend, attribution, and the places with their quotes; no panel, no button."""
    page = open_map(story)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    printed = page.locator("#print")
    expect(printed.locator("ol > li")).to_have_count(page.locator("#pane-places li").count() or 10)
    expect(printed.locator("li").first).to_contain_text("Odesa")
    expect(printed.locator("blockquote mark").first).to_have_text("Odesa")
    expect(printed).to_contain_text("GeoNames")
    for hidden in ("#panel", "#search", ".leaflet-control-zoom", "#dark"):
        expect(page.locator(hidden)).to_be_hidden()
    for shown in ("#title", "#map", ".legend ul", ".leaflet-control-attribution"):
        expect(page.locator(shown).first).to_be_visible()
    assert len(page.pdf()) > 20_000
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(printed.locator("li")).to_have_count(0)


def test_paper_is_light(open_map: Open, story: Path) -> None:
    """A reader in the dark theme prints a light map with its legend open, and is back in the dark afterwards."""
    page = open_map(story)
    page.emulate_media(color_scheme="dark")
    root = page.locator(":root")
    expect(root).to_have_attribute("data-theme", "dark")
    page.locator(".legend summary").first.click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(root).to_have_attribute("data-theme", "light")
    corner = "(canvas) => [...canvas.getContext('2d').getImageData(9, 9, 1, 1).data]"
    assert min(page.locator(".leaflet-basemap-pane canvas").evaluate(corner)[:3]) > 190
    expect(page.locator(".legend details").first).to_have_attribute("open", "")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(root).to_have_attribute("data-theme", "dark")
    expect(page.locator(".legend details").first).not_to_have_attribute("open", "")
