"""Whether the probabilities mean what they say: pairs of (said, was right), in bins, and drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.evaluate.corpora import Document
from geo.evaluate.scores import BINS, is_right, match, overlap, targets_of

Pairs = list[tuple[float, bool]]

WHAT = ("score", "place_score", "certainty")
"""The three probabilities: the pin is right if the name is a toponym; it is one; both."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The predictions of one tenth of the scale: how many, their mean probability, the share that were right."""

    count: int
    said: float
    right: float


def outcomes(gold: Sequence[Document], predicted: Mapping[str, list[Document]]) -> dict[str, Pairs]:
    """By probability (``WHAT``), what was said of every name and whether it was so.

    ``score`` is judged on linked targets, ``place_score`` on all names but those on a neutral word, ``certainty``
    on all pins but those on a neutral word or on a target without coordinates.
    """
    pairs: dict[str, Pairs] = {what: [] for what in WHAT}
    for document in gold:
        targets, _, neutral = targets_of(document)
        names = [p for p in predicted.get(str(document["id"]), []) if p["kind"] != "demonym"]
        paired = {j: targets[i] for i, j in match(targets, names, strict=False)}
        for number, name in enumerate(names):
            target = paired.get(number)
            if target is None and any(overlap(one, name) > 0 for one in neutral):
                continue
            pairs["place_score"].append((name["place_score"], target is not None))
            if name["lat"] is None or (target is not None and target.get("lat") is None):
                continue
            right = target is not None and is_right(target, name)
            pairs["certainty"].append((name["score"] * name["place_score"], right))
            if target is not None:
                pairs["score"].append((name["score"], right))
    return pairs


def bins(pairs: Pairs) -> list[Bin | None]:
    """Ten bins, None for an empty one."""
    out: list[Bin | None] = []
    for number in range(BINS):
        inside = [pair for pair in pairs if min(BINS - 1, int(pair[0] * BINS)) == number]
        if not inside:
            out.append(None)
            continue
        size = len(inside)
        out.append(Bin(size, sum(said for said, _ in inside) / size, sum(r for _, r in inside) / size))
    return out


_SIDE = 240
_LEFT, _TOP, _GAP = 46, 34, 58
_TITLES = {
    "score": "score: the pin is right, if it is a place",
    "place_score": "place_score: it is a place",
    "certainty": "their product: both",
}
_COLOURS = ("#1b6ca8", "#c2571a")


def reliability_plot(series: Mapping[str, Mapping[str, Pairs]]) -> str:
    """An SVG of one panel a probability and one line a way of dividing: said along, right up, the diagonal perfect.

    The size of a dot is the share of the predictions in its bin.
    """
    width = _LEFT + len(WHAT) * (_SIDE + _GAP)
    height = _TOP + _SIDE + 78
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for number, what in enumerate(WHAT):
        parts += _panel(what, {way: pairs[what] for way, pairs in series.items()}, number)
    for number, way in enumerate(series):
        x, y = _LEFT + 260 * number, height - 14
        colour = _COLOURS[number % len(_COLOURS)]
        parts.append(
            f'<circle cx="{x}" cy="{y - 4}" r="5" fill="{colour}"/><text x="{x + 10}" y="{y}">{way}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(what: str, series: Mapping[str, Pairs], number: int) -> list[str]:
    left, bottom = _LEFT + number * (_SIDE + _GAP), _TOP + _SIDE
    parts = [f'<text x="{left}" y="{_TOP - 14}" font-weight="bold">{_TITLES[what]}</text>']
    for tick in range(0, 11, 2):
        x, y = left + _SIDE * tick / 10, bottom - _SIDE * tick / 10
        parts.append(f'<path d="M{x:.1f} {_TOP}V{bottom}M{left} {y:.1f}H{left + _SIDE}" stroke="#e3e3e3"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{tick / 10:.1f}</text>')
        parts.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{tick / 10:.1f}</text>')
    parts.append(f'<path d="M{left} {bottom}L{left + _SIDE} {_TOP}" stroke="#888" stroke-dasharray="4 4"/>')
    for pairs, colour in zip(series.values(), _COLOURS, strict=False):
        found = [one for one in bins(pairs) if one is not None]
        spots = [(left + _SIDE * one.said, bottom - _SIDE * one.right, one.count) for one in found]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in spots)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        for x, y, count in spots:
            radius = 2 + 9 * (count / max(1, len(pairs))) ** 0.5
            parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity=".6"/>'
            )
    middle = left + _SIDE / 2
    parts.append(f'<text x="{middle}" y="{bottom + 34}" text-anchor="middle">said</text>')
    parts.append(
        f'<text transform="translate({left - 32} {_TOP + _SIDE / 2}) rotate(-90)" text-anchor="middle">was so</text>'
    )
    return parts
