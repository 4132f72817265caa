"""``geo.Map``: a folium map whose ``save()`` writes the offline page."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Protocol, cast
from urllib.parse import urlsplit

import folium
from branca.element import CssLink, Figure, JavascriptLink

from geo.errors import UsageError
from geo.map.basemap import basemap_blob
from geo.map.intro import parse_intro
from geo.map.overlays import convert
from geo.map.own_layers import names_told_apart, read_layers
from geo.map.page import Extras, render_page
from geo.map.payload import build_payload
from geo.map.scan import read_scan
from geo.map.sentences import TextMode
from geo.tables.files import write_atomically

if TYPE_CHECKING:
    from geo.records import Article, Toponym

Policy = Literal["strict"] | None
_BRANCA_ID = re.compile(r"_([0-9a-f]{32})\b")


class Readable(Protocol):
    """What a map is made of: articles and the toponyms of each, as ``geo.parse`` returns them.

    Where it also has ``footprints``, ``focus`` and a ``gazetteer``, as ``Parsed`` has, the map shows and uses them.
    """

    @property
    def documents(self) -> Sequence[Article]: ...

    @property
    def toponyms(self) -> Sequence[Sequence[Toponym]]: ...


class Map(folium.Map):
    """A map of the places that articles name, on which every mark quotes its sentences.

    ``result`` is what ``geo.parse`` returned. ``title`` is by default a single article's own. ``text`` says what
    the page holds of the articles, ``borders`` whose view of disputed borders it takes (``"un"``, ``"de-facto"``).
    ``tiles`` is an address with ``{z}/{x}/{y}`` of an online tile layer, the only thing a page may then load.

    ``intro`` is Markdown that the page shows first; ``layers`` are GeoJSON, GeoPackage or KML files whose shapes the
    page can switch on and off; ``image`` is a scanned map, laid under the marks between ``bounds`` (west, south, east
    and north edge, in degrees). All of it becomes part of the page. Raises ``SourceError`` for files that cannot be
    read, ``UsageError`` for an image without bounds or edges that are none.

    Folium's vector layers, feature groups, popups and tooltips can be added and work offline. ``save`` raises
    ``NeedsNetwork``, naming it, for whatever would load from a network or needs inline styles or scripts of its own.
    """

    def __init__(
        self,
        result: Readable,
        *,
        title: str | None = None,
        text: TextMode = "quotes",
        borders: Literal["un", "de-facto"] = "un",
        tiles: str | None = None,
        intro: str = "",
        layers: Sequence[str | Path] = (),
        image: str | Path | None = None,
        bounds: tuple[float, float, float, float] | None = None,
    ) -> None:
        super().__init__(tiles=None)
        _OfflineFigure().add_child(self)
        self.payload: dict[str, Any] = build_payload(
            result.documents,
            result.toponyms,
            title=title or _title(result.documents),
            text=text,
            borders=borders,
            names=_country_names(result),
            other_names=getattr(getattr(result, "gazetteer", None), "names", None),
            footprints=getattr(result, "footprints", ()),
            focus=getattr(result, "focus", ()),
        )
        self.payload.update(_additions(intro, layers, image, bounds))
        self.borders = borders
        self.image_origins: tuple[str, ...] = ()
        if tiles is not None:
            self.image_origins = tile_origins(tiles)
            self.payload["tiles"] = tiles

    def page(self, csp: Policy = "strict") -> str:
        """The page's HTML: with the strict policy, or (None) with none and folium's own markup for what was added.

        Raises ``NeedsNetwork`` under the strict policy for an added element that cannot work offline.
        """
        basemap = "" if "tiles" in self.payload else self._basemap()
        if csp is None:
            return _counted(render_page(self.payload, basemap=basemap, extras=self._extras()))
        overlays = convert(self)
        payload = {**self.payload, "overlays": overlays} if overlays else self.payload
        return render_page(payload, basemap=basemap, image_origins=self.image_origins)

    def save(
        self,
        outfile: str | bytes | Path | BinaryIO,
        close_file: bool = True,
        *,
        csp: Policy = "strict",
        **kwargs: Any,
    ) -> None:
        """Write the page to a path (beside it, then renamed) or to a binary file.

        Raises ``NeedsNetwork`` as ``page`` does, before anything is written, and ``OutputError`` if the path cannot
        be written.
        """
        data = self.page(csp).encode("utf-8")
        if isinstance(outfile, (str, bytes, Path)):
            write_atomically(Path(os.fsdecode(outfile)), data)
            return
        outfile.write(data)
        if close_file:
            outfile.close()

    def _repr_html_(self, **kwargs: Any) -> str:
        """The page in a frame, for notebooks."""
        return (
            f'<iframe srcdoc="{escape(self.page())}" title="{escape(self.payload["title"])}" '
            'width="100%" height="640" allowfullscreen></iframe>'
        )

    def _basemap(self) -> str:
        features = self.payload["features"]
        around = [
            (f["geometry"]["coordinates"][1], f["geometry"]["coordinates"][0], f["properties"]["radius_km"])
            for f in features
        ]
        keys = [f["properties"]["outline"] for f in features if f["properties"]["precision"] == "area"]
        return basemap_blob(self.borders, around, sorted({key for key in keys if key}))

    def _extras(self) -> Extras:
        """What folium would write for the children: links, markup, and a script run when our map is there."""
        figure = Figure()
        mine = self._parent
        self._parent = figure
        try:
            for name, url in (*self.default_js, *self.default_css):
                if not name.startswith("leaflet"):
                    link = JavascriptLink if (name, url) in self.default_js else CssLink
                    figure.header.add_child(link(url), name=name)
            for child in list(self._children.values()):
                child.render()
        finally:
            self._parent = mine
        script = (
            f'document.addEventListener("dateline-map", (event) => {{\nconst {self.get_name()} = event.detail;\n'
            f"{figure.script.render()}\n}});"
        )
        return Extras(head=figure.header.render(), body=figure.html.render(), script=script)


class _OfflineFigure(Figure):
    """The figure that holds a ``Map``: it renders as the map's page, so ``get_root().save()`` writes that too."""

    def render(self, **kwargs: Any) -> str:
        return cast(Map, next(iter(self._children.values()))).page()


def _additions(
    intro: str,
    layers: Sequence[str | Path],
    image: str | Path | None,
    bounds: tuple[float, float, float, float] | None,
) -> dict[str, Any]:
    """What of a user's own goes into the page's data: only what was given."""
    if (image is None) != (bounds is None):
        raise UsageError("an image needs its bounds, and bounds an image: --image FILE --bounds W,S,E,N")
    added: dict[str, Any] = {}
    if intro.strip():
        added["intro"] = parse_intro(intro)
    if layers:
        added["layers"] = names_told_apart([layer for path in layers for layer in read_layers(Path(path))])
    if image is not None and bounds is not None:
        added["image"] = read_scan(Path(image), bounds)
    return added


def tile_origins(template: str) -> tuple[str, ...]:
    """The origins a tile layer loads from: ``https://{s}.tile.example/{z}/{x}/{y}.png`` has three.

    Raises ``UsageError`` if the template is not an http(s) address with ``{z}``, ``{x}`` and ``{y}``.
    """
    parts = urlsplit(template)
    missing = [part for part in ("{z}", "{x}", "{y}") if part not in template]
    host = parts.netloc.replace("{s}", "s")
    if parts.scheme not in ("http", "https") or missing or not re.fullmatch(r"[A-Za-z0-9.-]+(:\d+)?", host):
        raise UsageError(
            f"tiles: {template!r} is no tile address; it must look like https://tiles.example/{{z}}/{{x}}/{{y}}.png"
        )
    subdomains = "abc" if "{s}" in parts.netloc else ("",)
    return tuple(f"{parts.scheme}://{parts.netloc.replace('{s}', letter)}" for letter in subdomains)


def _title(articles: Sequence[Article]) -> str:
    return articles[0].title if len(articles) == 1 else f"Places in {len(articles)} articles"


def _country_names(result: Readable) -> dict[str, str]:
    """Countries' names by code, as far as the articles' own candidates tell them; the page knows the others."""
    return {
        place.country_code: place.name
        for toponyms in result.toponyms
        for toponym in toponyms
        for place in (toponym.place, *(ranked.candidate.place for ranked in toponym.candidates))
        if place is not None and place.country_code and place.feature_code.startswith("PCL")
    }


def _counted(page: str) -> str:
    """The page with branca's random ids replaced by counted ones, so that the same map gives the same bytes."""
    numbers: dict[str, int] = {}
    return _BRANCA_ID.sub(lambda m: f"_{numbers.setdefault(m[1], len(numbers) + 1)}", page)
