"""What a map's maker adds: shapes from files, a scanned map, an intro. Data on the page, whatever they hold."""

from __future__ import annotations

import json
import struct
import threading
import zlib
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import geopandas as gpd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon

from geo.errors import SourceError, UsageError
from geo.map import Map
from geo.map.intro import MOST_CHARACTERS, intro_html, intro_text, parse_intro, read_intro
from geo.map.markup import Node, parse_markup
from geo.map.own_layers import MOST_FEATURES, MOST_POINTS, names_told_apart, read_layers
from geo.map.scan import read_scan

FRONT = LineString([(36, 50), (37.5, 48.6), (37.2, 48)])
CAMP = Polygon([(34, 50), (35, 50), (35, 51), (34, 50)])


def frame(*shapes: Any, crs: str | None = "EPSG:4326", **columns: Any) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns or {"name": ["x"] * len(shapes)}, geometry=list(shapes), crs=crs)


def png(path: Path) -> Path:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\x00" + bytes(8) for _ in range(8)))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
    return path


def coordinates(geometry: dict[str, Any]) -> list[list[float]]:
    flat: list[list[float]] = []

    def walk(value: Any) -> None:
        if isinstance(value[0], (int, float)):
            flat.append(value)
        else:
            for part in value:
                walk(part)

    walk(geometry["coordinates"])
    return flat


@pytest.mark.parametrize(("suffix", "driver"), [(".geojson", "GeoJSON"), (".gpkg", "GPKG"), (".kml", "KML")])
def test_the_three_kinds_of_file_give_the_same_shapes(tmp_path: Path, suffix: str, driver: str) -> None:
    """GeoJSON, GeoPackage and KML: one layer, named by its file, its properties as text."""
    path = tmp_path / f"front_line{suffix}"
    frame(FRONT, Name=["Front"]).to_file(path, driver=driver, engine="pyogrio")
    (layer,) = read_layers(path)
    assert layer["name"] == "front line"
    (feature,) = layer["features"]
    assert feature["properties"] == {"Name": "Front"}
    assert coordinates(feature["geometry"]) == [[36, 50], [37.5, 48.6], [37.2, 48]]


def test_several_layers_of_a_file_keep_their_own_names(tmp_path: Path) -> None:
    """A GeoPackage of camps and borders is two layers of these names; tables without shapes are none."""
    path = tmp_path / "all.gpkg"
    frame(CAMP).to_file(path, layer="camps", driver="GPKG", engine="pyogrio")
    frame(FRONT).to_file(path, layer="old borders", driver="GPKG", engine="pyogrio")
    assert [layer["name"] for layer in read_layers(path)] == ["camps", "old borders"]


def test_shapes_of_another_coordinate_system_come_out_in_degrees(tmp_path: Path) -> None:
    """Metres of Web Mercator become degrees of WGS 84, heights are left out."""
    path = tmp_path / "camp.gpkg"
    frame(Point(30.5, 50.25, 180)).to_crs("EPSG:3857").to_file(path, driver="GPKG", engine="pyogrio")
    (feature,) = read_layers(path)[0]["features"]
    assert coordinates(feature["geometry"]) == [pytest.approx([30.5, 50.25], abs=1e-5)]


def test_what_has_no_system_is_taken_for_degrees_only_where_it_can_be(tmp_path: Path) -> None:
    """Numbers beyond 180 without a coordinate system are an error that says what to do."""
    frame(CAMP, crs=None).to_file(tmp_path / "camp.gpkg", driver="GPKG", engine="pyogrio")
    assert len(read_layers(tmp_path / "camp.gpkg")) == 1
    frame(Point(3_395_000, 6_500_000), crs=None).to_file(tmp_path / "m.gpkg", driver="GPKG", engine="pyogrio")
    with pytest.raises(SourceError, match="coordinate system"):
        read_layers(tmp_path / "m.gpkg")


def test_fine_lines_are_thinned_to_what_a_map_shows(tmp_path: Path) -> None:
    """A line of 200,000 points a metre apart keeps its ends and loses nearly all between; it stays where it was."""
    line = LineString([(30 + i * 1e-5, 50 + (i % 2) * 1e-5) for i in range(200_000)])
    frame(line).to_file(tmp_path / "fine.gpkg", driver="GPKG", engine="pyogrio")
    (feature,) = read_layers(tmp_path / "fine.gpkg")[0]["features"]
    points = coordinates(feature["geometry"])
    assert len(points) < MOST_POINTS
    assert points[0] == [30, 50] and points[-1] == pytest.approx([32, 50], abs=1e-3)


def test_too_many_shapes_are_refused(tmp_path: Path) -> None:
    """More shapes than the page can draw quickly are an error with the number allowed."""
    many = frame(*[Point(i % 90, i % 45) for i in range(MOST_FEATURES + 1)])
    many.to_file(tmp_path / "many.gpkg", driver="GPKG", engine="pyogrio")
    with pytest.raises(SourceError, match="5,000"):
        read_layers(tmp_path / "many.gpkg")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.geojson", None, "no such file"),
        ("a.shx", b"x", "not a kind of layer"),
        ("a.geojson", b"not json", "not GeoJSON inside"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [{]}', "cannot be read as GeoJSON"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": []}', "holds no shapes"),
        ("a.json", b'{"hello": 1}', "cannot be read as GeoJSON"),
        ("a.gpkg", b"SQLite format 3\x00 but no more", "cannot be read as a GeoPackage"),
        ("a.gpkg", b"PK", "not a GeoPackage inside"),
        ("a.kml", b"<OGRVRTDataSource><OGRVRTLayer name='x'/></OGRVRTDataSource>", "not KML inside"),
        ("a.kml", b"<?xml version='1.0'?><kml><Document><Placemark></kml>", "a.kml"),
    ],
)
def test_a_bad_file_is_told_in_one_line(tmp_path: Path, name: str, content: bytes | None, says: str) -> None:
    """Missing, foreign, broken and empty files: one line that starts with the file's name."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read_layers(path)
    message = str(caught.value)
    assert message.startswith(str(path)) and says in message and "\n" not in message


@pytest.mark.parametrize("member", ["crs", "CRS"])
@pytest.mark.parametrize("kind", ["link", "URL", "Link"])
@pytest.mark.parametrize("inside", ["the collection", "a geometry"])
def test_no_coordinate_system_is_fetched(tmp_path: Path, member: str, kind: str, inside: str) -> None:
    """GeoJSON that gives its system as an address is refused and the address never asked, wherever it stands."""
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    with HTTPServer(("127.0.0.1", 0), Listening) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/crs"
        system = {member: {"type": kind, "properties": {"href": address, "url": address}}}
        geometry = {"type": "Point", "coordinates": [30, 50]}
        whole: dict[str, Any] = {"type": "FeatureCollection", "features": []}
        (whole if inside == "the collection" else geometry).update(system)
        whole["features"].append({"type": "Feature", "properties": {}, "geometry": geometry})
        path = tmp_path / "a.geojson"
        path.write_text(json.dumps(whole), encoding="utf-8")
        with pytest.raises(SourceError, match="nothing is fetched"):
            read_layers(path)
        server.shutdown()
    assert not asked


def test_properties_are_text_whatever_they_were(tmp_path: Path) -> None:
    """Numbers, dates, lists and markup become text, empty fields go, long ones are cut."""
    feature = {
        "type": "Feature",
        "properties": {"n": 3.5, "whole": 7, "when": "2024-02-01", "many": ["a", 1], "none": None, "blank": " ",
            "long": "x" * 900, "html": "<img src=x onerror=alert(1)>"},
        "geometry": {"type": "Point", "coordinates": [30, 50]},
    }  # fmt: skip
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    (read,) = read_layers(path)[0]["features"]
    told = read["properties"]
    assert all(isinstance(value, str) for value in told.values())
    assert (told["n"], told["whole"], told["html"]) == ("3.5", "7", "<img src=x onerror=alert(1)>")
    assert told["when"].startswith("2024-02-01") and "a" in told["many"]
    assert len(told["long"]) == 500 and not {"none", "blank"} & set(told)


def test_layers_of_one_name_are_told_apart() -> None:
    """The second "camps" is "camps (2)"."""
    layers = names_told_apart([{"name": "camps"}, {"name": "front"}, {"name": "camps"}])
    assert [layer["name"] for layer in layers] == ["camps", "front", "camps (2)"]


def test_a_scan_becomes_part_of_the_page(tmp_path: Path, invented: ModuleType) -> None:
    """The image is a data URI between its edges; what is no image, or has no edges, is refused."""
    scan = read_scan(png(tmp_path / "old map.png"), (22, 44, 40, 52))
    assert scan["name"] == "old map" and scan["bounds"] == [22, 44, 40, 52]
    assert scan["uri"].startswith("data:image/png;base64,")
    (tmp_path / "a.png").write_bytes(b"<svg onload='alert(1)'/>")
    with pytest.raises(SourceError, match="is no PNG"):
        read_scan(tmp_path / "a.png", (22, 44, 40, 52))
    with pytest.raises(SourceError, match="no such file"):
        read_scan(tmp_path / "b.png", (22, 44, 40, 52))
    for edges in (
        (40, 44, 22, 52),
        (22, 52, 40, 44),
        (0, 0, 0, 0),
        (float("nan"), 0, 1, 1),
        (22, 44, 40, 91),
    ):
        with pytest.raises(UsageError, match="--bounds"):
            read_scan(tmp_path / "old map.png", edges)
    with pytest.raises(UsageError, match="--bounds"):
        Map(invented.story(), image=tmp_path / "old map.png")


def test_an_intro_is_markdown_without_markup() -> None:
    """Headings begin below the page's own, HTML stays text, images are their description, only web links are links."""
    nodes = parse_intro(
        "# Ferries\n\nSee <b>[one](https://x.example/)</b>, [two](javascript:alert(1)), ![a map](https://x.example/m.png)"
    )
    assert nodes[0] == ["h2", ["Ferries"]]
    html = intro_html(nodes)
    assert "&lt;b&gt;" in html and "<b>" not in html and "img" not in html and "a map" in html
    assert (
        html.count("<a ") == 1 and 'href="https://x.example/"' in html and 'rel="noreferrer noopener"' in html
    )
    assert intro_text(nodes, 20) == "Ferries See…"


@given(st.text(alphabet=st.sampled_from("<>&\"'[]()!`*_#-:/.ajvscriptonerw \n\t\\=x1"), max_size=120))
def test_no_intro_makes_anything_but_text_and_web_links(text: str) -> None:
    """Whatever the Markdown, its HTML holds only elements we let through, without attributes but a web address."""
    allowed: list[str] = []

    def walk(node: Node) -> None:
        if isinstance(node, str):
            return
        allowed.append(node[0])
        assert len(node) == 2 or node[2].startswith(("http://", "https://"))
        for child in node[1]:
            walk(child)

    nodes = parse_intro(text)
    for node in nodes:
        walk(node)
    assert not {"script", "img", "iframe", "style", "form", "input", "svg"} & set(allowed)
    # What was written as HTML is read back as the same tree.
    assert intro_html(parse_markup(intro_html(nodes))) == intro_html(nodes)


def test_an_intro_s_file_is_checked(tmp_path: Path) -> None:
    """Missing, empty, binary and endless files are told in one line."""
    for name, content in (
        ("a.md", None),
        ("b.md", b" \n"),
        ("c.md", b"\xff\xfe\x00"),
        ("d.md", b"x" * (MOST_CHARACTERS + 1)),
    ):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(SourceError, match=name):
            read_intro(path)


def test_layers_scan_and_intro_are_in_the_page_as_data(tmp_path: Path, invented: ModuleType) -> None:
    """They add no element to the page; the intro is its description, and readers without JavaScript get it too."""
    evil = invented.HOSTILE[0]
    path = tmp_path / "a.geojson"
    frame(CAMP, note=[evil], **{evil: ["x"]}).to_file(path, driver="GeoJSON", engine="pyogrio")
    plain = Map(invented.story(), title="t").page()
    page = Map(
        invented.story(),
        title="t",
        intro=f"Of {evil} and ferries",
        layers=[path],
        image=png(tmp_path / "scan.png"),
        bounds=(22, 44, 40, 52),
    ).page()
    assert page.count("<script") == plain.count("<script") and "<img" not in page
    assert '<meta name="description" content="Of &lt;/script&gt;' in page
    noscript = page[page.index("<noscript>") : page.index("</noscript>")]
    assert "Of &lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; and ferries" in noscript
    data = json.loads(page.split('id="dateline-data">')[1].split("</script>")[0])
    assert data["layers"][0]["features"][0]["properties"]["note"] == evil
    assert data["image"]["bounds"] == [22, 44, 40, 52]
