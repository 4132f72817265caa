"""The recogniser's trained numbers, as one compact file: JSON, deflated."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, log
from pathlib import Path

from geo.errors import GeoError
from geo.mentions.tagger import Pair, Tagger, Transitions
from geo.mentions.usage import UsageModel

FORMAT = "dateline-recogniser-2"
BUNDLED = Path(__file__).parent / "data" / "recogniser.model"
_SCALE = 100  # weights are kept as hundredths: the same labels, a third of the size


@dataclass(frozen=True, slots=True)
class Calibration:
    """Platt's scaling (1999): the tagger's own probability, in log-odds, times ``slope`` plus ``offset``."""

    slope: float = 1.0
    offset: float = 0.0

    def __call__(self, probability: float) -> float:
        """The calibrated probability, between 0.001 and 0.999."""
        bounded = min(max(probability, 1e-6), 1 - 1e-6)
        odds = self.slope * log(bounded / (1 - bounded)) + self.offset
        return min(max(1 / (1 + exp(-odds)), 0.001), 0.999)


@dataclass(frozen=True, slots=True)
class Model:
    """All that training finds: the tagger, how eagerly it decides for a name, what its probabilities are worth,
    the everyday words, in lower case, that its features know, and how to tell literal use."""

    tagger: Tagger
    eagerness: float = 0.0
    calibration: Calibration = Calibration()
    ordinary: frozenset[str] = frozenset()
    usage: UsageModel = field(default_factory=UsageModel)


def read_model(path: Path = BUNDLED) -> Model:
    """Read a file that ``write_model`` made. Raises ``GeoError`` if it is missing or of another format."""
    try:
        found = json.loads(zlib.decompress(path.read_bytes()).decode("utf-8"))
    except (OSError, zlib.error, ValueError) as error:
        raise GeoError(
            f"{path}: the recogniser's model cannot be read ({error}); run `make train`"
        ) from error
    if found.get("format") != FORMAT:
        raise GeoError(f"{path}: a model of another version of Dateline; run `make train`")
    weights = {
        feature: (begin / _SCALE, inside / _SCALE)
        for feature, begin, inside in zip(found["features"], found["begin"], found["inside"], strict=True)
    }
    o, b, i = ((x / _SCALE, y / _SCALE, z / _SCALE) for x, y, z in found["transitions"])
    return Model(
        Tagger(weights, (o, b, i)),
        found["eagerness"],
        Calibration(*found["calibration"]),
        frozenset(found["ordinary"].split()),
        UsageModel({name: weight / _SCALE for name, weight in found["usage"].items()}, found["usage_bias"]),
    )


def write_model(model: Model) -> bytes:
    """A model as bytes: features in alphabetical order, those whose weights round to nothing left out."""
    weights: Mapping[str, Pair] = model.tagger.weights
    transitions: Transitions = model.tagger.transitions
    rows = sorted(
        (name, round(begin * _SCALE), round(inside * _SCALE)) for name, (begin, inside) in weights.items()
    )
    rows = [row for row in rows if row[1] or row[2]]
    content = {
        "format": FORMAT,
        "eagerness": model.eagerness,
        "calibration": [model.calibration.slope, model.calibration.offset],
        "transitions": [[round(w * _SCALE) for w in row] for row in transitions],
        "usage": {name: round(weight * _SCALE) for name, weight in sorted(model.usage.weights.items())},
        "usage_bias": model.usage.bias,
        "ordinary": " ".join(sorted(model.ordinary)),
        "features": [row[0] for row in rows],
        "begin": [row[1] for row in rows],
        "inside": [row[2] for row in rows],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8"), 9)
