"""One offline map: places, quotes and basemap in a single HTML file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.map.news_map import Map
    from geo.map.payload import build_payload

__all__ = ["Map", "build_payload"]


def __getattr__(name: str) -> Any:
    """``Map`` and ``build_payload``, imported when first asked for: folium takes a third of a second."""
    if name == "Map":
        from geo.map.news_map import Map

        return Map
    if name == "build_payload":
        from geo.map.payload import build_payload

        return build_payload
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
