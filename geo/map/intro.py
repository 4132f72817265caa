"""A few words about a map, written in Markdown, as a tree of data that the page builds node by node."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from geo.errors import SourceError
from geo.map.markup import Node, parse_markup

MOST_CHARACTERS = 20_000
_VOID = ("br", "hr")


def read_intro(path: Path) -> str:
    """The text of a Markdown file. Raises ``SourceError`` where it cannot be read, is empty, or is too long."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise SourceError(f"{path}: cannot be read ({reason}); give a Markdown file in UTF-8") from error
    if not text.strip():
        raise SourceError(f"{path}: is empty; write a few words, or leave --intro out")
    if len(text) > MOST_CHARACTERS:
        raise SourceError(f"{path}: has more than {MOST_CHARACTERS:,} characters; an intro is a few words")
    return text


def parse_intro(text: str) -> list[Node]:
    """The nodes of a Markdown text (CommonMark): markup in it is text, images are their description, and only http(s)
    addresses become links. Headings begin at the second level, for the page has its own first.
    """
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline"])
    markdown.add_render_rule("image", _description)
    return [_lowered(node) for node in parse_markup(markdown.render(text))]


def intro_text(nodes: Sequence[Node], most: int) -> str:
    """The words of some nodes in one line, cut between words at ``most`` characters."""
    words = " ".join(" ".join(map(_text, nodes)).split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"


def intro_html(nodes: Sequence[Node]) -> str:
    """The nodes as HTML, everything escaped."""
    return "".join(map(_html, nodes))


def _description(_renderer: Any, tokens: Sequence[Any], index: int, *_: Any) -> str:
    """An image's description, for the page loads nothing."""
    return escape(tokens[index].content)


def _lowered(node: Node) -> Node:
    if isinstance(node, str):
        return node
    name, children, *link = node
    lower = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}
    return [lower.get(name, name), [_lowered(child) for child in children], *link]


def _text(node: Node) -> str:
    return node if isinstance(node, str) else "".join(map(_text, node[1]))


def _html(node: Node) -> str:
    if isinstance(node, str):
        return escape(node)
    name, children, *link = node
    if name in _VOID:
        return f"<{name}>"
    href = f' href="{escape(link[0])}" rel="noreferrer noopener"' if link and _is_web(link[0]) else ""
    return f"<{name}{href}>{''.join(map(_html, children))}</{name}>"


def _is_web(address: str) -> bool:
    return urlsplit(address).scheme in ("http", "https")
