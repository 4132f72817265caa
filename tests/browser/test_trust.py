"""What a page must never do, whatever is in its articles, and what folium's layers look like on it."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from urllib.parse import quote, urlencode

import folium
import pytest
from playwright.sync_api import Browser, Page, expect

from geo.map import Map

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def hostile(invented: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("hostile")
    for text in ("quotes", "full"):
        Map(invented.hostile_story(), text=text).save(folder / f"{text}.html")
    return {text: folder / f"{text}.html" for text in ("quotes", "full")}


@pytest.mark.parametrize("text", ["quotes", "full"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_hostile_text_is_shown_as_text(
    open_map: Open, hostile: dict[str, Path], invented: ModuleType, text: str, phone: bool
) -> None:
    """Markup, templates, bidirectional and zero-width characters stand in quotes as they were written; nothing runs."""
    page = open_map(hostile[text], phone=phone, fragment="#place=gn:698740")
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    card = page.get_by_role("region", name="Place", exact=True)
    card.get_by_role("button", name="Show all 7").click()
    quotes = card.locator("blockquote > p:first-of-type").evaluate_all("all => all.map((p) => p.textContent)")
    assert quotes == [f"{piece} Odesa." for piece in invented.HOSTILE[1:]]
    assert page.locator("img, iframe, object, embed").count() == 0
    assert page.locator("body script").count() == 4
    assert page.evaluate("document.title") == invented.hostile_story().documents[0].title


def test_hostile_names_are_text_on_marks_cards_and_lists(
    open_map: Open, hostile: dict[str, Path], invented: ModuleType
) -> None:
    """A place whose very name and id are markup has a mark, a list entry, and a card that opens by its link."""
    page = open_map(hostile["quotes"])
    page.get_by_role("button", name=f"{invented.HOSTILE[0]}, 1 mentions").click()
    card = page.get_by_role("region", name="Place", exact=True)
    expect(card.get_by_role("heading")).to_have_text(invented.HOSTILE[0])
    page.reload()
    expect(card.get_by_role("heading")).to_have_text(invented.HOSTILE[0])
    page.get_by_role("tab", name="Not placed").click()
    expect(page.get_by_role("tabpanel", name="Not placed")).to_contain_text("{{7*7}}")


def test_hostile_text_in_filters_and_address_is_text(
    open_map: Open, invented: ModuleType, tmp_path: Path
) -> None:
    """The filters name a hostile headline and publisher as written; an address of markup searches for it, no more."""
    story, text = invented.hostile_story(), "Rain fell on Odesa."
    other = invented.article("rain.txt", text, title="Rain", publisher="Herald", date="2024-03-06")
    found = (*story.toponyms, (invented.toponym(text, "Odesa", invented.ODESA),))
    Map(invented.Result((*story.documents, other), found)).save(tmp_path / "two.html")
    markup = invented.HOSTILE[0]
    asked = {"q": markup, "publisher": markup, "country": "{{7*7}}", "place": markup}
    page = open_map(tmp_path / "two.html", fragment="#" + urlencode(asked, quote_via=quote))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    expect(page.get_by_role("searchbox", name="Search")).to_have_value(markup)
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^Filters")).click()
    panel = page.get_by_role("group", name="Filters")
    expect(panel.get_by_role("combobox", name="Article")).to_contain_text(story.documents[0].title)
    expect(panel.get_by_role("combobox", name="Publisher")).to_contain_text(markup)
    assert page.locator("img, iframe, object, embed").count() == 0
    assert page.locator("body script").count() == 4


def test_a_megabyte_line_is_cut_around_its_name(open_map: Open, hostile: dict[str, Path]) -> None:
    """The quote is 400 characters at most, and says that it was cut; the page opens all the same."""
    page = open_map(hostile["quotes"], fragment="#place=gn:707308")
    quote = page.get_by_role("region", name="Place", exact=True).locator("blockquote > p").first
    text = quote.inner_text()
    assert text.startswith("… word") and text.endswith("word …") and len(text) <= 404
    expect(quote.locator("mark")).to_have_text("Izmail")


def test_only_web_addresses_become_links(open_map: Open, hostile: dict[str, Path]) -> None:
    """A ``javascript:`` address is no link; the headline is plain text."""
    page = open_map(hostile["quotes"], fragment="#place=gn:698740")
    expect(page.locator("cite").first).to_contain_text("onerror")
    assert page.locator("cite a").count() == 0
    assert not [
        href
        for href in page.locator("a").evaluate_all("all => all.map((a) => a.href)")
        if "javascript" in href
    ]


def test_the_policy_stops_what_would_slip_through(browser: Browser, story: Path) -> None:
    """Were markup to reach the page after all, the policy would still stop handlers, scripts and requests."""
    page = browser.new_page()
    page.add_init_script(
        "window.stopped = [];"
        'document.addEventListener("securitypolicyviolation", (e) => window.stopped.push(e.effectiveDirective))'
    )
    page.goto(story.as_uri())
    ran, stopped = page.evaluate(
        """async () => {
          const box = document.createElement("div");
          box.innerHTML = '<img src="https://evil.example/a.png" onerror="window.ran = 1"><p style="color: red">x</p>';
          document.body.append(box);
          const script = document.createElement("script");
          script.textContent = "window.ran = 2";
          document.body.append(script);
          await fetch("https://evil.example/b").catch(() => {});
          await new Promise((resolve) => setTimeout(resolve, 300));
          return [window.ran ?? null, window.stopped];
        }"""
    )
    page.close()
    assert ran is None
    assert {"img-src", "style-src-attr", "script-src-attr", "script-src-elem", "connect-src"} <= set(stopped)


def test_tiles_come_from_their_origin_alone(browser: Browser, invented: ModuleType, tmp_path: Path) -> None:
    """A map with an online layer asks for its tiles and nothing else, and its marks are there all the same."""
    Map(invented.story(), tiles="https://{s}.tiles.example/{z}/{x}/{y}.png").save(tmp_path / "map.html")
    page = browser.new_page()
    asked: set[str] = set()
    pixel = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
    )
    page.route(re.compile("^https:"), lambda route: route.fulfill(body=pixel, content_type="image/png"))
    page.on(
        "request", lambda request: asked.add(re.sub(r"(https?://[^/]+).*|(\w+:).*", r"\1\2", request.url))
    )
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.goto((tmp_path / "map.html").as_uri())
    expect(page.get_by_role("button", name="Lublin, 1 mentions")).to_be_visible()
    page.locator("img.leaflet-tile-loaded").nth(3).wait_for(state="attached")
    page.close()
    assert asked - {"file:", "data:"} == {f"https://{letter}.tiles.example" for letter in "abc"}
    assert messages == []


def test_folium_s_layers_are_drawn_offline(open_map: Open, invented: ModuleType, tmp_path: Path) -> None:
    """Lines, areas and circles are drawn, popups and tooltips tell their text, the layer control switches groups."""
    news = Map(invented.story())
    group = folium.FeatureGroup("Front <i>line</i>").add_to(news)
    folium.PolyLine([(46, 28), (47, 31)], color="#0000ff", weight=4, class_name="front").add_to(group)
    folium.CircleMarker(
        (46.6, 32.5),
        radius=12,
        fill=True,
        popup="<b>Mined</b> <a href='https://x.example/'>more</a>",
        class_name="mined",
    ).add_to(news)
    folium.GeoJson(
        {
            "type": "Feature",
            "properties": {"name": "Camp & port"},
            "geometry": {"type": "Polygon", "coordinates": [[[33, 45], [34, 45], [34, 46], [33, 45]]]},
        },
        style_function=lambda _: {"color": "#00aa00", "className": "camp"},
        tooltip=folium.GeoJsonTooltip(["name"]),
    ).add_to(news)
    folium.LayerControl(collapsed=False).add_to(news)
    news.fit_bounds([(44, 27), (48, 36)])
    news.save(tmp_path / "map.html")
    page = open_map(tmp_path / "map.html")
    expect(page.locator("path.front")).to_have_attribute("stroke", "#0000ff")
    expect(page.locator("path.camp")).to_have_attribute("stroke", "#00aa00")
    page.locator("path.mined").click(force=True)
    popup = page.locator(".leaflet-popup")
    expect(popup.locator("b")).to_have_text("Mined")
    expect(popup.get_by_role("link", name="more")).to_have_attribute("href", "https://x.example/")
    page.locator("path.camp").hover(force=True)
    expect(page.locator(".leaflet-tooltip td")).to_have_text("Camp & port")
    page.get_by_role("checkbox", name="Front <i>line</i>").uncheck()
    expect(page.locator("path.front")).to_have_count(0)


@pytest.mark.clocked
def test_the_first_mark_is_quick(open_map: Open, story: Path) -> None:
    """The first mark of a short story is there within a second of opening (the best of three)."""
    times = [
        open_map(story).evaluate("performance.getEntriesByName('dateline-first-mark')[0].startTime")
        for _ in range(3)
    ]
    assert min(times) < 1000, times


def test_an_empty_map_says_what_to_do(open_map: Open, invented: ModuleType, tmp_path: Path) -> None:
    """No place, no article: the page opens, on the world, and its lists say that they are empty."""
    Map(invented.Result((), ()), title="Nothing").save(tmp_path / "map.html")
    page = open_map(tmp_path / "map.html")
    expect(page.get_by_role("tabpanel", name="Articles")).to_contain_text("No articles were given.")
    page.get_by_role("tab", name="Places").click()
    expect(page.get_by_role("tabpanel", name="Places")).to_contain_text("No place was found")


def test_crowded_places_cluster(open_map: Open, invented: ModuleType, tmp_path: Path) -> None:
    """Forty towns in one valley are one mark that says how many; pressing it comes nearer until they part."""
    from geo.records import Place

    names = [f"Village{chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(40)]
    text = " ".join(f"{name} slept." for name in names) + " Faraway slept."
    places = [
        Place(f"csv:{n}", n, 46 + i % 7 * 0.02, 30 + i // 7 * 0.03, "P", "PPL", "UA")
        for i, n in enumerate(names)
    ]
    places.append(Place("csv:far", "Faraway", 60.0, 60.0, "P", "PPL", "RU"))
    found = tuple(invented.toponym(text, p.name, p) for p in places)
    Map(invented.Result((invented.article("a", text),), (found,))).save(tmp_path / "map.html")
    page = open_map(tmp_path / "map.html")
    cluster = page.get_by_role("button", name="40 places, zoom in")
    expect(page.get_by_role("button", name="Faraway, 1 mentions")).to_be_visible()
    cluster.click()
    expect(cluster).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("^Village.., 1 mentions$")).first).to_be_visible()
