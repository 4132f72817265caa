"""``geo.Map`` as a folium map: what works offline, what is refused by name, and what ``save`` leaves behind."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import folium
import pytest
from branca.element import Element
from folium import plugins
from folium.utilities import JsCode

from geo.errors import NeedsNetwork, OutputError, UsageError
from geo.map import Map

SQUARE = {
    "type": "Feature",
    "properties": {"name": "Camp <b>", "people": 1200},
    "geometry": {"type": "Polygon", "coordinates": [[[30, 45], [31, 45], [31, 46], [30, 45]]]},
}


@pytest.fixture
def news(invented: ModuleType) -> Map:
    return Map(invented.story(), title="Ferries")


def overlays(news: Map) -> list[dict[str, Any]]:
    found = re.search(r'id="dateline-data">(.*?)</script>', news.page(), re.DOTALL)
    assert found
    return list(json.loads(found[1])["overlays"])


def test_it_is_a_folium_map(news: Map) -> None:
    """Whatever takes a ``folium.Map`` takes ours."""
    assert isinstance(news, folium.Map)


def test_vector_layers_are_drawn_from_data(news: Map) -> None:
    """Lines, polygons, rectangles, circles and markers reach the page with places, options, popups and tooltips."""
    folium.PolyLine([(45, 30), (46, 31)], color="navy", tooltip="front").add_to(news)
    folium.Polygon([(45, 30), (46, 31), (45, 31)]).add_to(news)
    folium.Rectangle([(45, 30), (46, 31)]).add_to(news)
    folium.Circle((45, 30), radius=500, popup="<b>Mined</b> & closed").add_to(news)
    folium.CircleMarker((45, 30), radius=7).add_to(news)
    folium.Marker((45, 30), popup="here").add_to(news)
    line, *_, circle, circle_marker, marker = overlays(news)
    assert line["at"] == [[45, 30], [46, 31]] and line["options"]["color"] == "navy"
    assert line["tooltip"]["content"] == ["front"]
    assert circle["options"]["radius"] == 500
    assert circle["popup"]["content"] == [["b", ["Mined"]], " & closed"]
    assert circle_marker["options"]["radius"] == 7
    assert marker["type"] == "marker"


def test_geojson_brings_its_styles_and_fields(news: Map) -> None:
    """Style functions are worked out in Python; a tooltip of fields becomes a table of text for each feature."""
    folium.GeoJson(
        SQUARE,
        name="Camps",
        style_function=lambda f: {"color": "red" if f["properties"]["people"] > 1000 else "grey"},
        highlight_function=lambda _: {"weight": 5},
        tooltip=folium.GeoJsonTooltip(["name", "people"], aliases=["Name", "People"]),
    ).add_to(news)
    (layer,) = overlays(news)
    assert layer["name"] == "Camps"
    assert layer["styles"] == [{"color": "red"}] and layer["highlights"] == [{"weight": 5}]
    assert layer["tooltips"][0]["content"] == [
        [
            "table",
            [
                ["tr", [["th", ["Name"]], ["td", ["Camp <b>"]]]],
                ["tr", [["th", ["People"]], ["td", ["1200"]]]],
            ],
        ]
    ]


def test_layers_without_a_name_leave_no_random_one(invented: ModuleType) -> None:
    """Branca names layers by random ids; two maps made alike are the same bytes all the same."""
    pages = []
    for _ in range(2):
        news = Map(invented.story())
        folium.GeoJson(SQUARE).add_to(news)
        folium.FeatureGroup().add_to(news)
        pages.append(news.page())
    assert pages[0] == pages[1]


def test_leaflet_s_pictures_come_where_folium_s_layers_may_want_them(news: Map) -> None:
    """The pictures of Leaflet's layer control and pin are left out of a page that can show neither."""
    assert "data:image/png" not in news.page()
    folium.Circle((45, 30), radius=500).add_to(news)
    assert "data:image/png" in news.page()


def test_feature_groups_and_the_layer_control_work(news: Map) -> None:
    """A group keeps its name and children, the control and a given view go along."""
    group = folium.FeatureGroup("Front line", show=False).add_to(news)
    folium.PolyLine([(45, 30), (46, 31)]).add_to(group)
    folium.LayerControl(collapsed=False).add_to(news)
    news.fit_bounds([(45, 30), (46, 31)], max_zoom=8)
    made, control, fit = overlays(news)
    assert (made["name"], made["show"], made["children"][0]["type"]) == ("Front line", False, "polyline")
    assert control["options"]["collapsed"] is False
    assert fit["bounds"] == [[45, 30], [46, 31]] and fit["options"]["maxZoom"] == 8


def add_heading(news: Map) -> None:
    news.get_root().html.add_child(Element("<h1>Mine</h1>"))  # type: ignore[attr-defined]


REFUSED = {
    "TileLayer": lambda m: folium.TileLayer("OpenStreetMap").add_to(m),
    "Icon": lambda m: folium.Marker((45, 30), icon=folium.Icon(color="red")).add_to(m),
    "MarkerCluster": lambda m: plugins.MarkerCluster().add_to(m),
    "HeatMap": lambda m: plugins.HeatMap([[45, 30]]).add_to(m),
    "Fullscreen": lambda m: plugins.Fullscreen().add_to(m),
    "Tooltip": lambda m: folium.Circle((45, 30), tooltip=folium.Tooltip("x", style="color: red")).add_to(m),
    "Popup": lambda m: folium.Circle((45, 30), popup='<img src="https://x.example/a.png">').add_to(m),
    "IFrame": lambda m: folium.Circle((45, 30), popup=folium.Popup(folium.IFrame("x"))).add_to(m),
    "EventHandler": lambda m: m.on(click=JsCode("function () {}")),
    "GeoJson": lambda m: folium.GeoJson(SQUARE, on_each_feature=JsCode("function () {}")).add_to(m),
    "Element": add_heading,
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_needs_a_network_or_inline_styles_is_refused_by_name(news: Map, name: str) -> None:
    """``NeedsNetwork`` says which element it is and what to do."""
    REFUSED[name](news)
    with pytest.raises(NeedsNetwork, match=rf"^{name} .*save\(csp=None\)"):
        news.page()


@pytest.mark.parametrize("attribute", ["style", "onclick"])
def test_inline_styles_in_popups_are_refused(news: Map, attribute: str) -> None:
    """A popup's ``style=`` and ``onclick=`` would break the policy."""
    folium.Circle((45, 30), popup=f'<b {attribute}="x">y</b>').add_to(news)
    with pytest.raises(NeedsNetwork, match=f"Popup holds an inline '{attribute}'"):
        news.page()


def test_without_the_policy_everything_goes(invented: ModuleType, tmp_path: Path) -> None:
    """``save(csp=None)`` writes folium's links and script for what was added, with no policy, the same bytes twice."""
    pages = []
    for number in (1, 2):
        news = Map(invented.story())
        plugins.MarkerCluster([[45, 30]], popups=["x"]).add_to(news)
        news.save(tmp_path / f"{number}.html", csp=None)
        pages.append((tmp_path / f"{number}.html").read_text(encoding="utf-8"))
    assert "Content-Security-Policy" not in pages[0]
    assert "leaflet.markercluster.js" in pages[0] and "L.markerClusterGroup" in pages[0]
    assert pages[0] == pages[1]


def test_the_root_writes_the_same_page(news: Map, tmp_path: Path) -> None:
    """``get_root().save()`` and ``get_root().render()``, as folium's users write them, give the offline page too."""
    news.save(tmp_path / "a.html")
    news.get_root().save(str(tmp_path / "b.html"))
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert news.get_root().render() == news.page()


def test_save_writes_to_files_and_streams(news: Map, tmp_path: Path) -> None:
    """A path as text or ``Path``, or a binary file."""
    news.save(str(tmp_path / "a.html"))
    stream = io.BytesIO()
    news.save(stream, close_file=False)
    assert stream.getvalue() == (tmp_path / "a.html").read_bytes()


def test_a_refused_map_leaves_the_old_file(news: Map, tmp_path: Path) -> None:
    """Nothing is written before the whole page is made; an impossible path is an ``OutputError``."""
    kept = tmp_path / "map.html"
    kept.write_bytes(b"old")
    plugins.Fullscreen().add_to(news)
    with pytest.raises(NeedsNetwork):
        news.save(kept)
    assert kept.read_bytes() == b"old" and list(tmp_path.iterdir()) == [kept]
    with pytest.raises(OutputError):
        news.save(tmp_path / "missing" / "map.html", csp=None)


def test_tiles_open_the_policy_for_their_origins_alone(invented: ModuleType) -> None:
    """``tiles`` adds its origin to ``img-src``, nothing else, and leaves the basemap out."""
    page = Map(invented.story(), tiles="https://{s}.tiles.example:8080/a/{z}/{x}/{y}.png").page()
    images = "img-src data: https://a.tiles.example:8080 https://b.tiles.example:8080 https://c.tiles.example:8080;"
    assert images in page
    assert len(page) < 400_000


@pytest.mark.parametrize(
    "tiles", ["file:///{z}/{x}/{y}", "https://x.example/a.png", "https://a'b;c/{z}/{x}/{y}", "{z}{x}{y}"]
)
def test_a_tile_address_that_is_none_is_refused(invented: ModuleType, tiles: str) -> None:
    """Only an http(s) address with zoom, column and row, whose host cannot add to the policy."""
    with pytest.raises(UsageError, match="is no tile address"):
        Map(invented.story(), tiles=tiles)


def test_a_notebook_shows_the_page(news: Map) -> None:
    """The notebook's frame holds the page, escaped."""
    shown = news._repr_html_()
    assert shown.startswith('<iframe srcdoc="&lt;!doctype html&gt;') and "<script" not in shown
