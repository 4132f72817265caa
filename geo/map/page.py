"""One HTML file out of the page's data, basemap, scripts and styles, under a strict security policy.

Article text never passes through a template: it is in one JSON block, escaped so that it cannot end its element,
and for readers without JavaScript in ``<noscript>``, escaped as HTML.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from geo.map.intro import intro_text
from geo.map.modules import join_modules
from geo.map.noscript import noscript_html
from geo.map.packing import is_large, pack

STATIC = Path(__file__).parent / "static"
_STYLES = ("tokens.css", "layout.css", "panel.css", "map.css", "own.css", "mending.css", "phone.css")
_JSON_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Extras:
    """What a page without our policy (``save(csp=None)``) carries besides: folium's own markup and script."""

    head: str = ""
    body: str = ""
    script: str = ""


def render_page(
    payload: Mapping[str, Any],
    *,
    basemap: str,
    image_origins: Sequence[str] = (),
    extras: Extras | None = None,
) -> str:
    """The whole page.

    ``basemap`` is the embedded basemap (``basemap_blob``); ``image_origins`` are origins from which tiles may load.
    With ``extras`` the page has no security policy.
    """
    title = printable(str(payload["title"]))
    styles = [_leaflet_css(pictures=bool(extras or payload.get("overlays"))), _our_css()]
    scripts = [leaflet_file("leaflet.js"), _our_script()]
    data = pack(payload) if is_large(payload) else payload
    head = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        *([] if extras else [_policy_meta(scripts, styles, image_origins)]),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title>",
        f'<meta name="description" content="{escape(_description(payload))}">',
        f'<meta property="og:title" content="{escape(title)}">',
        f'<meta property="og:description" content="{escape(_description(payload))}">',
        f'<meta name="language" content="{escape(_languages(payload))}">',
        '<meta name="generator" content="Dateline">',
        f'<link rel="icon" href="{_favicon()}">',
        *(f"<style>{css}</style>" for css in styles),
        *([extras.head] if extras else []),
        "</head>",
    ]
    body = [
        "<body>",
        _static("shell.html"),
        noscript_html(payload, printable),
        f'<script type="application/json" id="dateline-data">{json_block(data)}</script>',
        f'<script type="text/plain" id="dateline-basemap">{basemap}</script>',
        f"<script>{scripts[0]}</script>",
        *([f"{extras.body}<script>{extras.script}</script>"] if extras else []),
        f'<script type="module">{scripts[1]}</script>',
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(head + body)


def json_block(data: Mapping[str, Any]) -> str:
    """JSON that no HTML parser can leave: ``<``, ``>``, ``&``, U+2028, U+2029 and lone surrogates escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    text = re.sub("[<>&\u2028\u2029]", lambda m: _JSON_ESCAPES[m[0]], text)
    return re.sub("[\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", text)


def printable(text: str) -> str:
    """The text with what HTML cannot hold (controls, lone surrogates) shown as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def policy(scripts: Sequence[str], styles: Sequence[str], image_origins: Sequence[str] = ()) -> str:
    """The Content-Security-Policy under which only these inline scripts and styles run, and nothing loads."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(source_hash, scripts))}",
            f"style-src {' '.join(map(source_hash, styles))}",
            f"img-src {' '.join(['data:', *image_origins])}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def source_hash(text: str) -> str:
    """A CSP hash source for an inline script or style."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def leaflet_file(name: str) -> str:
    """A file of the vendored Leaflet."""
    return _static(f"vendor/leaflet/{name}")


def _policy_meta(scripts: Sequence[str], styles: Sequence[str], image_origins: Sequence[str]) -> str:
    content = escape(policy(scripts, styles, image_origins), quote=False)
    return f'<meta http-equiv="Content-Security-Policy" content="{content}">'


def _description(payload: Mapping[str, Any]) -> str:
    if payload.get("intro"):
        return printable(intro_text(payload["intro"], 200))
    places, articles = len(payload["features"]), len(payload["articles"])
    return (
        f"{places} place{'' if places == 1 else 's'} named in {articles} article{'' if articles == 1 else 's'}, "
        "each with the sentences that name it."
    )


def _languages(payload: Mapping[str, Any]) -> str:
    """The languages of the articles (ISO 639-1), where they are known, and the page's own."""
    known = {article.get("language") for article in payload["articles"]}
    return ", ".join(["en", *sorted(code for code in known if code and code != "en")])


def _favicon() -> str:
    return "data:image/svg+xml," + quote(_static("favicon.svg").strip(), safe="")


@cache
def _static(name: str) -> str:
    # Line ends as git keeps them, on any platform: the policy's hashes are over these very bytes.
    return (STATIC / name).read_bytes().decode("utf-8").replace("\r\n", "\n")


@cache
def _leaflet_css(*, pictures: bool) -> str:
    """Leaflet's styles; the pictures are of its layer control and its pin, which only folium's layers may want."""
    css = _squeezed(leaflet_file("leaflet.css"))
    return css if pictures else re.sub(r"[^{}]*\{[^{}]*url\([^{}]*\}", "", css)


@cache
def _our_css() -> str:
    return _squeezed("\n".join(_static(f"css/{name}") for name in _STYLES))


def _squeezed(css: str) -> str:
    """Styles without comments and needless space, which every page would carry; no string in them holds a mark."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r":\s+", ":", re.sub(r"\s*([{};,])\s*", r"\1", css))
    return re.sub(r"(?<![\w.])0\.", ".", css.replace(";}", "}")).strip()


@cache
def _our_script() -> str:
    return "\n" + join_modules(STATIC / "js", "main.js")
