"""Folium's layers as data: what the page can draw by itself, offline and under its policy.

Folium writes a script for each layer, and that script wants jQuery from a network and, for styles, inline markup. So
its layers are read here and drawn by ``overlays.js``; a layer that cannot be read so is refused by name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from geo.errors import NeedsNetwork
from geo.map.markup import Node, parse_markup, text_nodes

Overlay = dict[str, Any]
_BRANCA_NAME = re.compile(r"\w+_[0-9a-f]{32}")


def convert(folium_map: Any) -> list[Overlay]:
    """The overlays of a folium map, in order; raises ``NeedsNetwork`` naming the first that cannot work offline."""
    figure = folium_map.get_root()
    for part in (figure.header, figure.html, figure.script):
        for name, child in part._children.items():
            if name != "meta_http":
                raise _refusal(child, "adds markup of its own")
    overlays = [_overlay(child) for child in folium_map._children.values()]
    front = {id(layer) for layer in folium_map.objects_to_stay_in_front}
    for overlay, child in zip(overlays, folium_map._children.values(), strict=True):
        if id(child) in front:
            overlay["front"] = True
    return overlays


def _overlay(element: Any) -> Overlay:
    reader = _readers().get(type(element))
    if reader is None:
        raise _refusal(element, "is not one of the vector layers that work offline")
    if type(element).__name__ != "FeatureGroup" and getattr(element, "default_js", None):
        raise _refusal(element, "loads scripts")
    overlay = reader(element)
    json.dumps(overlay, allow_nan=False, default=lambda value: _not_data(element, value))
    return overlay


def _readers() -> dict[type, Callable[[Any], Overlay]]:
    """How each class is read; exact classes, for a subclass may write any script."""
    import folium

    return {
        folium.PolyLine: lambda e: _vector("polyline", e.locations, e),
        folium.Polygon: lambda e: _vector("polygon", e.locations, e),
        folium.Rectangle: lambda e: _vector("rectangle", e.locations, e),
        folium.Circle: lambda e: _vector("circle", e.location, e),
        folium.CircleMarker: lambda e: _vector("circlemarker", e.location, e),
        folium.Marker: _marker,
        folium.FeatureGroup: _group,
        folium.GeoJson: _geojson,
        folium.LayerControl: lambda e: {"type": "control", "options": _camelised(e.options)},
        folium.FitBounds: lambda e: {"type": "fit", "bounds": e.bounds, "options": dict(e.options)},
    }


def _vector(kind: str, at: Any, element: Any) -> Overlay:
    return {
        "type": kind,
        "at": at,
        "options": _camelised(element.options),
        **_notes(element, element._children),
    }


def _marker(element: Any) -> Overlay:
    if element.icon is not None:
        raise _refusal(
            element.icon, "needs an icon font or an image; use Marker without icon, or CircleMarker"
        )
    return _vector("marker", element.location, element)


def _layer(element: Any) -> Overlay:
    # A layer without a name of its own has branca's random id for one.
    named = None if _BRANCA_NAME.fullmatch(element.layer_name) else element.layer_name
    return {"name": named, "show": element.show, "control": element.control}


def _group(element: Any) -> Overlay:
    from folium.map import Popup, Tooltip

    notes = {k: c for k, c in element._children.items() if type(c) in (Popup, Tooltip)}
    layers = [c for k, c in element._children.items() if k not in notes and not k.endswith("_add")]
    return {
        "type": "group",
        **_layer(element),
        "options": _camelised(element.options),
        "children": [_overlay(child) for child in layers],
        **_notes(element, notes),
    }


def _geojson(element: Any) -> Overlay:
    if element.embed_link:
        raise _refusal(element, f"loads {element.embed_link}; use embed=True")
    if element.on_each_feature:
        raise _refusal(element, "runs a script of its own (on_each_feature)")
    data = element.data
    if data["type"] != "FeatureCollection":
        feature = (
            data if data["type"] == "Feature" else {"type": "Feature", "properties": {}, "geometry": data}
        )
        data = {"type": "FeatureCollection", "features": [feature]}
    options = _camelised(element.options)
    if element.smooth_factor is not None:
        options["smoothFactor"] = element.smooth_factor
    overlay: Overlay = {"type": "geojson", **_layer(element), "data": data, "options": options}
    if element.style:
        overlay["styles"] = [element.style_function(feature) for feature in data["features"]]
    if element.highlight:
        overlay["highlights"] = [element.highlight_function(feature) for feature in data["features"]]
    if element.marker is not None:
        overlay["marker"] = {**_overlay(element.marker)}
    return {**overlay, **_geojson_notes(element, data["features"])}


def _geojson_notes(element: Any, features: list[dict[str, Any]]) -> Overlay:
    from folium.features import GeoJsonPopup, GeoJsonTooltip

    found: Overlay = {}
    plain = {}
    for name, child in element._children.items():
        if isinstance(child, (GeoJsonPopup, GeoJsonTooltip)):
            if getattr(child, "style", None):
                raise _refusal(child, "has an inline style")
            popup = isinstance(child, GeoJsonPopup)
            options = _camelised(getattr(child, "popup_options" if popup else "tooltip_options"))
            notes = [{"content": [_fields(child, f["properties"])], "options": options} for f in features]
            found["popups" if popup else "tooltips"] = notes
        elif not name.endswith("_add"):
            plain[name] = child
    return {**found, **_notes(element, plain)}


def _fields(detail: Any, properties: dict[str, Any]) -> Node:
    """The table of a feature's fields, as folium's own script would make it."""
    rows: list[Node] = []
    for field, alias in zip(detail.fields, detail.aliases, strict=True):
        value = properties.get(field)
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        label: list[Node] = [["th", text_nodes(str(alias))]] if detail.labels else []
        rows.append(["tr", [*label, ["td", text_nodes(shown)]]])
    return ["table", rows]


def _notes(element: Any, children: dict[str, Any]) -> Overlay:
    """The popup and tooltip among an element's children; raises ``NeedsNetwork`` for any other child."""
    from folium.map import Popup, Tooltip

    found: Overlay = {}
    for child in children.values():
        if type(child) is Popup:
            found["popup"] = {"content": _popup_content(child), "options": _camelised(child.options)}
        elif type(child) is Tooltip:
            if getattr(child, "style", None):
                raise _refusal(child, "has an inline style")
            found["tooltip"] = {"content": _parsed(child, child.text), "options": _camelised(child.options)}
        else:
            raise _refusal(child, f"cannot be drawn offline on {type(element).__name__}")
    return found


def _popup_content(popup: Any) -> list[Node]:
    from branca.element import Html

    content: list[Node] = []
    for child in popup.html._children.values():
        if type(child) is not Html:
            raise _refusal(child, "cannot stand in a popup offline; give the popup text")
        # Folium escapes the backticks of popups for the script it would write.
        data = child.data.replace("\\`", "`")
        content += _parsed(popup, data) if child.script else text_nodes(data)
    return content


def _parsed(element: Any, html: str) -> list[Node]:
    try:
        return parse_markup(html)
    except ValueError as error:
        raise _refusal(element, str(error)) from error


def _camelised(options: dict[str, Any]) -> dict[str, Any]:
    from folium.utilities import camelize

    # A width of "100%" is folium's default for popups, and Leaflet counts in pixels.
    return {camelize(key): value for key, value in options.items() if value is not None and value != "100%"}


def _not_data(element: Any, value: Any) -> Any:
    raise _refusal(element, f"holds a {type(value).__name__}, which is not data")


def _refusal(element: Any, reason: str) -> NeedsNetwork:
    links = [url for _, url in (*getattr(element, "default_js", ()), *getattr(element, "default_css", ()))]
    address = getattr(element, "tiles", None) or (links[0] if links else None)
    loads = f" and loads {address}" if isinstance(address, str) else ""
    return NeedsNetwork(
        f"{type(element).__name__} {reason}{loads}: leave it out, or save(csp=None) a map without its policy"
    )
