"""One offline map: places, quotes and basemap in a single HTML file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.map.news_map import Map
    from geo.map.packing import unpack
    from geo.map.payload import build_payload

__all__ = ["Map", "build_payload", "unpack"]


def __getattr__(name: str) -> Any:
    """``Map``, ``build_payload`` and ``unpack``, imported when first asked for: folium takes a third of a second."""
    if name == "Map":
        from geo.map.news_map import Map

        return Map
    if name == "build_payload":
        from geo.map.payload import build_payload

        return build_payload
    if name == "unpack":
        from geo.map.packing import unpack

        return unpack
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
