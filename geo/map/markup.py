"""Simple HTML, as popups of folium hold it, as a tree of data that the page can build node by node."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

Node = str | list[Any]
"""Text, or ``[name, children]``, with a third item, the address, for a link."""

_TEXT = (
    "a",
    "b",
    "big",
    "br",
    "cite",
    "code",
    "em",
    "i",
    "kbd",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
)
_BLOCKS = ("blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre", "sup", "u")
_LISTS = ("caption", "dd", "dl", "dt", "li", "ol", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
_ALLOWED = frozenset((*_TEXT, *_BLOCKS, *_LISTS))
_VOID = frozenset(("br", "hr"))


def parse_markup(html: str) -> list[Node]:
    """The nodes of a fragment of HTML.

    Raises ``ValueError`` for an element that would load or run something, and for inline styles and handlers.
    """
    parser = _Builder()
    parser.feed(html)
    parser.close()
    return parser.root


def text_nodes(text: str) -> list[Node]:
    """Plain text as nodes."""
    return [text] if text else []


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Node] = []
        self._open: list[tuple[str, list[Node]]] = [("", self.root)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ALLOWED:
            raise ValueError(f"holds <{tag}>, which can't work offline")
        given = dict(attrs)
        for name in given:
            if name == "style" or name.startswith("on"):
                raise ValueError(f"holds an inline {name!r} attribute")
        children: list[Node] = []
        node: list[Any] = [tag, children]
        if tag == "a" and urlsplit(given.get("href") or "").scheme in ("http", "https"):
            node.append(given["href"])
        self._open[-1][1].append(node)
        if tag not in _VOID:
            self._open.append((tag, children))

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        if tag in names[1:]:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self._open[-1][1].append(data)
