"""The page for readers without JavaScript: places and what each article says of them, as plain HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import islice
from typing import Any

from geo.map.intro import intro_html
from geo.map.packing import is_large

_PLACES, _QUOTES = 300, 40
"""Of a large page: how many places are listed, and how many of them have a quote. The page's data hold them all."""
_ALL = 1_000_000
_Shown = Callable[[object], str]


def noscript_html(payload: Mapping[str, Any], printable: Callable[[str], str]) -> str:
    """A ``<noscript>`` element with every place, its quotes (the name in ``mark``) and what was not placed.

    Of a large page it has the most named places, one quote each for the first, and says so. ``printable`` takes out
    what HTML cannot hold.
    """

    def shown(text: object) -> str:
        return escape(printable(str(text)))

    features = payload["features"]
    intro = printable(intro_html(payload.get("intro", [])))
    large = is_large(payload)
    lines = [
        "<noscript>",
        f"<h1>{shown(payload['title'])}</h1>",
        *([intro] if intro else []),
        "<p>The map needs JavaScript. These are its places, each with the sentences that name it.</p>",
    ]
    if large:
        lines.append(
            f"<p>Of {len(features)} places only the {min(len(features), _PLACES)} most named are listed here, with a "
            f"sentence each for the first {min(len(features), _QUOTES)}.</p>"
        )
    for number, feature in enumerate(features[:_PLACES] if large else features):
        most = 0 if large and number >= _QUOTES else 1 if large else _ALL
        lines += _place(payload, feature, shown, most)
    if payload["unresolved"]:
        most = _QUOTES if large else _ALL
        lines += [
            "<section><h2>Not placed</h2>",
            *_quotes(payload, payload["unresolved"], shown, most),
            "</section>",
        ]
    lines.append("</noscript>")
    return "\n".join(lines)


def _place(payload: Mapping[str, Any], feature: Mapping[str, Any], shown: _Shown, most: int) -> list[str]:
    properties = feature["properties"]
    where = ", ".join(filter(None, (properties["kind"], properties["region"], properties["country"])))
    lon, lat = feature["geometry"]["coordinates"]
    facts = f"{shown(where)} · {lat}, {lon} · {properties['certainty_word']}"
    if not most:
        return [f'<p><b dir="auto">{shown(properties["name"])}</b>, {facts}</p>']
    return [
        f'<section><h2 dir="auto">{shown(properties["name"])}</h2>',
        f"<p>{facts}</p>",
        *_quotes(payload, properties["mentions"], shown, most),
        "</section>",
    ]


def _quotes(
    payload: Mapping[str, Any], mentions: Sequence[dict[str, Any]], shown: _Shown, most: int
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
