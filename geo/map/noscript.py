"""The page for readers without JavaScript: places and what each article says of them, as plain HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from itertools import islice
from typing import Any

_MANY = 2000
"""Mentions above which only ``_FEW`` quotes a place are given: the page's data holds them all a second time."""
_FEW = 2


def noscript_html(payload: Mapping[str, Any], printable: Callable[[str], str]) -> str:
    """A ``<noscript>`` element with every place, its quotes (the name in ``mark``) and what was not placed.

    ``printable`` takes out what HTML cannot hold.
    """

    def shown(text: object) -> str:
        return escape(printable(str(text)))

    mentions = sum(len(feature["properties"]["mentions"]) for feature in payload["features"])
    most = _FEW if mentions > _MANY else _MANY
    lines = [
        "<noscript>",
        f"<h1>{shown(payload['title'])}</h1>",
        "<p>The map needs JavaScript. These are its places, each with the sentences that name it.</p>",
    ]
    for feature in payload["features"]:
        properties = feature["properties"]
        where = ", ".join(filter(None, (properties["kind"], properties["region"], properties["country"])))
        lon, lat = feature["geometry"]["coordinates"]
        lines += [
            f'<section><h2 dir="auto">{shown(properties["name"])}</h2>',
            f"<p>{shown(where)} · {lat}, {lon} · {properties['certainty_word']}</p>",
            *_quotes(payload, properties["mentions"], shown, most),
            "</section>",
        ]
    if payload["unresolved"]:
        lines += [
            "<section><h2>Not placed</h2>",
            *_quotes(payload, payload["unresolved"], shown, _MANY),
            "</section>",
        ]
    lines.append("</noscript>")
    return "\n".join(lines)


def _quotes(
    payload: Mapping[str, Any], mentions: list[dict[str, Any]], shown: Callable[[object], str], most: int
) -> list[str]:
    """One quote a sentence, whatever the number of mentions in it; ``most`` of them, and how many more there are."""
    by_sentence: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for mention in mentions:
        by_sentence.setdefault((mention["article"], mention["sentence"]), []).append(mention)
    lines = []
    for (article_number, sentence_number), in_sentence in islice(by_sentence.items(), most):
        article = payload["articles"][article_number]
        sentence = article["sentences"][sentence_number]
        text, at, pieces = sentence["text"], 0, []
        for mention in in_sentence:
            pieces.append(shown(text[at : mention["start"]]))
            pieces.append(f"<mark>{shown(text[mention['start'] : mention['end']])}</mark>")
            at = mention["end"]
        pieces.append(shown(text[at:]))
        quoted = (
            ("… " if "cut_before" in sentence else "")
            + "".join(pieces)
            + (" …" if "cut_after" in sentence else "")
        )
        source = ", ".join(filter(None, (article["publisher"], article["date"])))
        lines.append(
            f'<blockquote><p dir="auto">{quoted}</p><footer><cite dir="auto">{shown(article["title"])}</cite>'
            f"{' · ' + shown(source) if source else ''}</footer></blockquote>"
        )
    if len(by_sentence) > most:
        lines.append(f"<p>… and {len(by_sentence) - most} more</p>")
    return lines
