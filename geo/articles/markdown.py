"""Markdown as text: marks, link targets, code and HTML tags give way to spaces, so that every offset stays that of the
file and no address is ever taken for a place. Front matter gives the metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\r?\n(?P<body>(?:(?!(?:---|\.\.\.)[ \t]*\r?$)[^\n]*\n){0,200})(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE,
)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_KEYS = {
    "title": "title", "headline": "title", "date": "date", "published": "date", "author": "author", "byline": "author",
    "authors": "author", "publisher": "publisher", "source": "publisher", "url": "url", "link": "url",
    "canonical_url": "url",     "domain": "domain",
}  # fmt: skip
_FENCE = re.compile(
    r"^[ \t]{0,3}(`{3,}|~{3,})[^\n]*\n(?:(?![ \t]{0,3}\1)[^\n]*(?:\n|\Z)){0,100000}(?:[ \t]{0,3}\1[`~]*[ \t]*)?",
    re.MULTILINE,
)
# What each match keeps is group "keep"; all else in it becomes spaces.
_INLINE = re.compile(
    r"<!--[^\0]{0,5000}?-->"
    r"|</?[A-Za-z][^<>\n]{0,500}>"
    r"|<(?:https?|mailto):[^<>\s]{1,2000}>"
    r"|!\[(?P<alt>[^\[\]\n]{0,300})\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)"
    r"|\[(?P<link>[^\[\]\n]{1,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)"
    r"|\[(?P<ref>[^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]"
    r"|\[\^[^\[\]\s]{1,60}\]:?"
    r"|(?:https?://|www\.)[^\s<>()\[\]]{1,2000}"
    r"|`{1,3}(?=[^`\n])"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}"
    r"|(?<![\w_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\w_])"
    r"|~~"
    r"|\\(?=[!-/:-@\[-`{-~])"
)
_LINE_MARK = re.compile(
    r"^[ \t]{0,8}(?:#{1,6}(?=[ \t])|(?:>[ \t]?)+|[-*+](?=[ \t])|(?:=++|-{3,}+|\*{3,}+|_{3,}+)[ \t]*+\r?$)"
    r"|(?<=[ \t])#++[ \t]*+\r?$"
    r"|^[ \t]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]*\S[^\n]*"
    r"|^(?=[^\n]{0,500}---)[ \t:|-]++\r?$",
    re.MULTILINE,
)


def read_markdown(text: str) -> tuple[str, Mapping[str, str]]:
    """``text`` with its markup blanked, code point for code point, and the metadata of its front matter."""
    metadata: dict[str, str] = {}
    if match := _FRONT_MATTER.match(text):
        for field in _FIELD.finditer(match["body"]):
            key = _KEYS.get(field["key"].lower())
            value = field["value"].strip("\"'[]")
            if key and value:
                metadata.setdefault(key, value)
        text = _blank(match.group()) + text[match.end() :]
    text = _FENCE.sub(lambda match: _blank(match.group()), text)
    text = _LINE_MARK.sub(lambda match: _blank(match.group()), text)
    return _INLINE.sub(_keep, text), metadata


def _blank(text: str) -> str:
    """Spaces for everything but the line ends."""
    return re.sub(r"[^\r\n]", " ", text)


def _keep(match: re.Match[str]) -> str:
    for name in ("alt", "link", "ref"):
        if match[name] is not None:
            start, end = match.start(name) - match.start(), match.end(name) - match.start()
            whole = match.group()
            return _blank(whole[:start]) + whole[start:end] + _blank(whole[end:])
    return _blank(match.group())
