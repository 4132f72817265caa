"""The learned model: points for what the clues measure, and the probability that the best pin is right.

A conditional logit (McFadden 1974) over a mention's candidates and "none of these": each clue's value becomes points
by a curve, points add up, and their exponentials share out the probability. Trained by ``training/train_ranker.py``.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from geo.toponyms.clues import ALL, FIRST, Spec
from geo.toponyms.scene import Unit
from geo.toponyms.senses import GROUPS
from geo.toponyms.setting import Look

Curves = Mapping[str, Sequence[float]]
"""Points at a clue's knots by size group; the key "" where all groups share one curve."""

NIL_FEATURES = ("always", "largest", "few", "exact", "fuzzy", "words", "held", "unsure")


@dataclass(frozen=True)
class Stage:
    """The points of one pass: curves by clue, and weights for "none of these"."""

    specs: tuple[Spec, ...]
    curves: Mapping[str, Curves]
    nil: Mapping[str, float]

    def points(self, specs: Sequence[Spec], look: Look) -> float:
        """What these clues add for a candidate."""
        total, group = 0.0, look.sense.group
        for spec in specs:
            value = spec.value(look)
            if value is not None:
                total += self.points_of(spec, group, value)
        return total

    def points_of(self, spec: Spec, group: str, value: float) -> float:
        """The curve's height at a value, between knots by straight lines, beyond them level."""
        curve = spec.prior if spec.given else self.curves[spec.name][group if spec.by_group else ""]
        knots = spec.knots
        above = bisect_right(knots, value)
        if above == 0:
            return curve[0]
        if above == len(knots):
            return curve[-1]
        low, high = knots[above - 1], knots[above]
        part = (value - low) / (high - low)
        return curve[above - 1] * (1 - part) + curve[above] * part

    def nil_points(self, unit: Unit) -> float:
        """The points of "none of these"."""
        return sum(self.nil[name] * value for name, value in nil_features(unit).items())


@dataclass(frozen=True)
class Ranker:
    """Both stages, the calibration table and the probability below which a name is better left unplaced.

    ``place`` weighs what tells a place from another name: see ``place_probability``.
    """

    first: Stage
    later: Stage
    calibration: tuple[tuple[float, float], ...]
    threshold: float
    place: tuple[float, float, float, float] = (1.0, 0.0, 0.0, 0.0)

    @classmethod
    def load(cls) -> Ranker:
        """The model that ships with the package (``data/ranker.json``)."""
        return _bundled()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Ranker:
        """A model as ``train_ranker.py`` writes it."""
        return cls(
            Stage(FIRST, data["first"]["clues"], data["first"]["nil"]),
            Stage(ALL, data["later"]["clues"], data["later"]["nil"]),
            tuple((raw, true) for raw, true in data["calibration"]),
            data["threshold"],
            tuple(data["place"]),
        )

    def place_probability(self, unit: Unit, place_score: float) -> float:
        """The probability that a mention is a toponym, by the recogniser's and by how well any place fits."""
        points = sum(
            weight * one for weight, one in zip(self.place, place_features(unit, place_score), strict=True)
        )
        return 1 / (1 + math.exp(-points))

    def calibrated(self, raw: float) -> float:
        """The probability that a pin is right whose senses nearby share the probability ``raw``."""
        table = self.calibration
        above = bisect_right(table, (raw, 2.0))
        if above == 0:
            return table[0][1]
        if above == len(table):
            return table[-1][1]
        (low, low_p), (high, high_p) = table[above - 1], table[above]
        return low_p + (high_p - low_p) * (raw - low) / (high - low)


def softmax(points: Sequence[float]) -> list[float]:
    """Shares of probability."""
    top = max(points)
    shares = [math.exp(one - top) for one in points]
    total = sum(shares)
    return [share / total for share in shares]


def nil_features(unit: Unit) -> dict[str, float]:
    """What speaks for "none of these": few or poor candidates, an odd name, a recogniser in doubt."""
    matches = {sense.candidate.match for sense in unit.senses}
    return {
        "always": 1.0,
        "largest": unit.largest / 5,
        "few": 1.0 / (1 + len(unit.senses)),
        "exact": float(bool(matches & {"main", "alias"})),
        "fuzzy": float(matches <= {"fuzzy"}),
        "words": min(4.0, 1.0 + unit.key.count(" ")) - 1,
        "held": float(bool(unit.held_by)),
        "unsure": 1.0 - unit.place_score,
    }


def place_features(unit: Unit, place_score: float) -> tuple[float, float, float, float]:
    """The log-odds that the recogniser gives, those of "some place of the name", whether there is none, and 1."""
    some = 1.0 - unit.belief[-1] if unit.senses else 0.5
    return (log_odds(place_score), log_odds(some), float(not unit.senses), 1.0)


def log_odds(probability: float) -> float:
    """The natural logarithm of p / (1 − p), kept within ±6.9."""
    bounded = min(max(probability, 0.001), 0.999)
    return math.log(bounded / (1 - bounded))


def check_shape(stage: Mapping[str, Any], specs: Sequence[Spec]) -> None:
    """Raises ``ValueError`` where a model lacks a clue, a group, a knot or a nil weight that the code asks for."""
    for spec in specs:
        curves = stage["clues"].get(spec.name, {})
        wanted = set(GROUPS) if spec.by_group else {""}
        if set(curves) != wanted or any(len(curve) != len(spec.knots) for curve in curves.values()):
            raise ValueError(f"the model does not fit the clue {spec.name}; run training/train_ranker.py")
    if set(stage["nil"]) != set(NIL_FEATURES):
        raise ValueError("the model does not fit the nil features; run training/train_ranker.py")


@cache
def _bundled() -> Ranker:
    data = json.loads((files("geo.toponyms") / "data" / "ranker.json").read_text(encoding="utf-8"))
    check_shape(data["first"], FIRST)
    check_shape(data["later"], ALL)
    return Ranker.from_json(data)
