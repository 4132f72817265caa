"""Coordinates that a text gives: decimal degrees, degrees-minutes-seconds in their typographies, MGRS.

Found by their form, then held to what coordinates can be: latitudes to 90, minutes below 60, grid squares that exist.
Bare decimals ("48.2833, 37.1833") need four digits behind the point, or words that announce them, for two numbers
side by side are mostly prices, scores and versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.gazetteer.angles import MINUS, angles_in, read_digits
from geo.mentions.spans import free_of
from geo.mentions.tokens import Token
from geo.records import Article, Mention

KM_A_DEGREE = 111.2
"""Of a great circle on the mean sphere."""
LEAST_RADIUS_KM = 0.01
MOST_CHARACTERS = 90
"""Longer than any pair in degrees, minutes and seconds with words for its signs."""

_BARE = re.compile(
    rf"(?<![\w.,%$€£¥{MINUS}+/:])(?<!\d\s)(?<!\d[,;/])(?<!\d[,;/]\s)(?P<lat>[{MINUS}+]?\d{{1,2}}\.\d{{2,10}})°?"
    rf"(?P<gap>\s?[,;/|]\s?|\s)(?P<lon>[{MINUS}+]?\d{{1,3}}\.\d{{2,10}})°?"
    r"(?![\w%°]|[.,:/]\d|\s?[,;/]\s?[-−]?\d+\.\d)"
)
_PACKED = re.compile(
    r"(?<!\w)(?P<lat>\d{4}(?:\d{2})?)(?P<ns>[NS])\s?/?\s?(?P<lon>\d{5}(?:\d{2})?)(?P<ew>[EW])(?!\w)"
)
_MGRS = re.compile(
    r"(?<![\w.])(?P<zone>\d{1,2})\s?(?P<band>[C-HJ-NP-X])\s?(?P<square>[A-HJ-NP-Z][A-HJ-NP-V])\s?"
    r"(?P<digits>\d{2,5}\s\d{2,5}|\d{4,10})(?![\w.]\d|\w)"
)
_JOIN = re.compile(r"\s{0,3}(?:[,;/|–-]|\band\b|\bby\b)?\s{0,3}(?:an? )?", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:co-?ordinates?|lat(?:itude)?s?|long(?:itude)?s?|gps|geolocat\w+|located at|position|epicent(?:er|re)|"
    r"grid)\b",
    re.IGNORECASE,
)
_GRID = re.compile(r"\b(?:mgrs|utm|usng|grid|co-?ordinates?)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"[$€£¥₽₴]|\b(?:dollars?|euros?|yen|pounds?|rou?bles?|rubles?|hryvnias?|usd|eur|rate|rates|index|points?|shares?|"
    r"per ?cent|p|ratio|versions?|score[sd]?|average[sd]?|odds|mm|cm|kg)\b",
    re.IGNORECASE,
)
_EDGE = 0.0002
_CUE_REACH, _MONEY_REACH = 40, 30
_LIKELY = re.compile(r"[°º˚∘⁰]|\d\.\d\d|\bdeg|\d\s?[NSEW]\b|\b[NSEW]\s?\d|\d[C-X]\s?[A-Z][A-V]\s?\d")


@dataclass(frozen=True, slots=True)
class Coordinates:
    """``text[start:end]`` gives this point (degrees, WGS 84); ``radius_km`` is half of its last digit's worth."""

    start: int
    end: int
    lat: float
    lon: float
    radius_km: float


def find_coordinates(text: str) -> list[Coordinates]:
    """All coordinates of a text, in order, none overlapping another. Never raises, whatever the text holds."""
    if not _LIKELY.search(text):
        return []
    found = [*_pairs(text), *_bare(text), *_packed(text), *_grid(text)]
    kept: list[Coordinates] = []
    for one in sorted(found, key=lambda c: (c.start, -c.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _pairs(text: str) -> Iterator[Coordinates]:
    """Two angles beside each other, one of latitude and one of longitude by letters or labels, in either order."""
    done = 0
    for one, other in pairwise(angles_in(text)):
        if one.start < done or not _JOIN.fullmatch(text, one.end, other.start):
            continue
        axes = {one.axis, other.axis}
        if axes not in ({"lat", "lon"}, {""}):
            continue
        lat, lon = (other, one) if one.axis == "lon" else (one, other)
        point = _point(one.start, other.end, lat.degrees, lon.degrees, max(lat.step, lon.step))
        if point is not None:
            done = other.end
            yield point


def _bare(text: str) -> Iterator[Coordinates]:
    """Decimal numbers side by side that nothing marks."""
    for match in _BARE.finditer(text):
        lat, lat_step = _signed(match["lat"])
        lon, lon_step = _signed(match["lon"])
        announced = bool(_CUE.search(text[max(0, match.start() - _CUE_REACH) : match.start()]))
        around = (
            text[max(0, match.start() - _MONEY_REACH) : match.start()]
            + " "
            + text[match.end() : match.end() + 15]
        )
        if not announced and (
            max(lat_step, lon_step) > 1.01e-4 or (abs(lat) < 2 and abs(lon) < 2) or _MONEY.search(around)
        ):
            continue
        point = _point(match.start(), match.end(), lat, lon, max(lat_step, lon_step))
        if point is not None:
            yield point


def _signed(digits: str) -> tuple[float, float]:
    value, step = read_digits(digits.lstrip(MINUS + "+"))
    return (-value if digits[0] in MINUS else value), step


def _packed(text: str) -> Iterator[Coordinates]:
    """As pilots write them: 4817N03711E, 481700N0371100E."""
    for match in _PACKED.finditer(text):
        lat = _unpacked(match["lat"], 2)
        lon = _unpacked(match["lon"], 3)
        if lat is None or lon is None:
            continue
        step = 1 / 3600 if max(len(match["lat"]) - 4, len(match["lon"]) - 5) else 1 / 60
        south, west = match["ns"] == "S", match["ew"] == "W"
        point = _point(match.start(), match.end(), -lat if south else lat, -lon if west else lon, step)
        if point is not None:
            yield point


def _unpacked(digits: str, size: int) -> float | None:
    minutes, seconds = int(digits[size : size + 2]), int(digits[size + 2 :] or 0)
    return int(digits[:size]) + minutes / 60 + seconds / 3600 if minutes < 60 and seconds < 60 else None


def _grid(text: str) -> Iterator[Coordinates]:
    """MGRS: with fewer than eight digits only where words announce a grid."""
    for match in _MGRS.finditer(text):
        east, _, north = match["digits"].partition(" ")
        digits = east + north
        if len(digits) % 2 or (north and len(east) != len(north)):
            continue
        around = (
            text[max(0, match.start() - _CUE_REACH) : match.start()] + text[match.end() : match.end() + 20]
        )
        if len(digits) < 8 and not _GRID.search(around):
            continue
        point = _from_mgrs(match["zone"], match["band"] + match["square"], digits)
        if point is not None:
            half = 0.5 * 100.0 / 10 ** (len(digits) // 2)
            yield Coordinates(match.start(), match.end(), *point, max(half, LEAST_RADIUS_KM))


def _from_mgrs(zone: str, letters: str, digits: str) -> tuple[float, float] | None:
    """The middle of a grid square, None for one that does not exist."""
    from mgrs import MGRS  # loads a compiled library, for few texts
    from mgrs.core import MGRSError

    half = len(digits) // 2
    middle = digits[:half] + "5" + digits[half:] + "5" if half < 5 else digits
    square = f"{int(zone)}{letters}"
    try:
        lat, lon = MGRS().toLatLon(square + middle)
        # A square outside its zone or band is taken for one beside it; on the very edge both are right.
        around = [(lat + dy, lon + dx) for dy in (0, -_EDGE, _EDGE) for dx in (0, -_EDGE, _EDGE)]
        squares = {str(MGRS().toMGRS(*p, MGRSPrecision=0)).lstrip("0") for p in around if abs(p[1]) <= 180}
    except (MGRSError, ValueError):
        return None
    return (lat, lon) if square in squares else None


def _point(start: int, end: int, lat: float, lon: float, step: float) -> Coordinates | None:
    if end - start > MOST_CHARACTERS or abs(lat) > 90 or abs(lon) > 180 or (lat == 0 and lon == 0):
        return None
    return Coordinates(start, end, lat, lon, max(step * KM_A_DEGREE / 2, LEAST_RADIUS_KM))


PLACE_SCORE = 0.98
"""The place score of coordinates: an estimate. The shared corpora hold none, so there is nothing to fit it to."""


def with_coordinates(article: Article, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions and the article's coordinates, which win over any name in them; not within URLs and handles."""
    found = find_coordinates(article.text)
    if not found:
        return list(mentions)
    opaque = [(token.start, token.end) for token in tokens if token.opaque]
    free = list(free_of([(c.start, c.end) for c in found], opaque))
    ordered = sorted(mentions, key=lambda m: m.start)
    outside = set(free_of([(m.start, m.end) for m in ordered], free))
    kept = [m for m in ordered if (m.start, m.end) in outside]
    return kept + [
        Mention(
            start, end, article.text[start:end], kind="coordinates", usage="literal", place_score=PLACE_SCORE
        )
        for start, end in free
    ]
