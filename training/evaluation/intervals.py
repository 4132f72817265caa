"""How sure the figures are: the paired bootstrap over articles (Efron 1979; Koehn 2004 for pairs of systems).

Every figure is a function of counts that add up over articles, so a resample is a sum of counts with weights.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.evaluate.corpora import Document
from geo.evaluate.scores import BINS, count_article

Floats = NDArray[np.float64]

SEED = 4
RESAMPLES = 1000
LEVEL = 0.95

_TALLIES = ("strict", "overlap", "e2e", "demonym")
_COUNTS = (
    *(f"{name}.{what}" for name in _TALLIES for what in ("tp", "fp", "fn")),
    "right", "pinned", "near", "same", "pinned_with_id", "found_exactly", "with_id",
)  # fmt: skip
_AT = {name: number for number, name in enumerate(_COUNTS)}
_SAID = len(_COUNTS)
WIDTH = _SAID + 3 * BINS


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and the bounds of its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


def counts_of(gold: Sequence[Document], predicted: Mapping[str, list[Document]]) -> Floats:
    """One row of counts an article."""
    rows = np.zeros((len(gold), WIDTH))
    for row, document in zip(rows, gold, strict=True):
        counts = count_article(document, predicted.get(str(document["id"]), []))
        tallies = (counts.strict, counts.overlapping, counts.end_to_end, counts.demonyms)
        row[: 3 * len(tallies)] = [n for tally in tallies for n in (tally.tp, tally.fp, tally.fn)]
        row[_AT["right"]] = sum(counts.rights)
        row[_AT["pinned"]] = len(counts.rights)
        row[_AT["near"]] = sum(distance <= 161 for distance in counts.distances)
        row[_AT["same"]] = sum(counts.exact)
        row[_AT["pinned_with_id"]] = len(counts.exact)
        row[_AT["found_exactly"]] = counts.found_exactly
        row[_AT["with_id"]] = counts.with_id
        for probability, right in counts.scored:
            bin_ = min(BINS - 1, int(probability * BINS))
            row[_SAID + bin_] += 1
            row[_SAID + BINS + bin_] += probability
            row[_SAID + 2 * BINS + bin_] += right
    return rows


def _share(above: str, below: Sequence[str]) -> Callable[[Floats], Floats]:
    return lambda sums: _divide(sums[:, _AT[above]], sum((sums[:, _AT[one]] for one in below), 0.0))


def _f1(name: str) -> Callable[[Floats], Floats]:
    tp, fp, fn = (_AT[f"{name}.{what}"] for what in ("tp", "fp", "fn"))
    return lambda sums: _divide(2 * sums[:, tp], 2 * sums[:, tp] + sums[:, fp] + sums[:, fn])


def _divide(above: Floats, below: Floats | float) -> Floats:
    divisor = np.asarray(below, dtype=float)
    found: Floats = np.divide(above, divisor, out=np.zeros_like(above), where=divisor > 0)
    return found


def _ece(sums: Floats) -> Floats:
    said = sums[:, _SAID + BINS : _SAID + 2 * BINS]
    right = sums[:, _SAID + 2 * BINS :]
    return _divide(np.abs(said - right).sum(axis=1), sums[:, _SAID : _SAID + BINS].sum(axis=1))


FIGURES: dict[str, Callable[[Floats], Floats]] = {
    "rec.strict.f1": _f1("strict"),
    "rec.overlap.f1": _f1("overlap"),
    "res.right": _share("right", ("pinned",)),
    "res.right_of_all": _share("right", ("e2e.tp", "e2e.fn")),
    "res.acc161": _share("near", ("pinned",)),
    "res.exact": _share("same", ("pinned_with_id",)),
    "e2e.p": _share("e2e.tp", ("e2e.tp", "e2e.fp")),
    "e2e.r": _share("e2e.tp", ("e2e.tp", "e2e.fn")),
    "e2e.f1": _f1("e2e"),
    "e2e.exact_recall": _share("found_exactly", ("with_id",)),
    "calib.ece": _ece,
    "demonym.f1": _f1("demonym"),
}
"""Each figure from sums of counts, a row a resample."""


def intervals(counts: Mapping[str, Floats]) -> dict[str, dict[str, Interval]]:
    """By corpus and for their mean, each figure with its interval."""
    return {column: _interval(values) for column, values in _sampled(counts).items()}


def differences(counts: Mapping[str, Floats], others: Mapping[str, Floats]) -> dict[str, dict[str, Interval]]:
    """The same of the second system's figures less the first's, article by article: a paired bootstrap."""
    first, second = _sampled(counts), _sampled(others)
    return {
        column: _interval({name: second[column][name] - first[column][name] for name in FIGURES})
        for column in first
    }


def _sampled(counts: Mapping[str, Floats]) -> dict[str, dict[str, Floats]]:
    """By corpus and figure: the figure itself, then its value in every resample."""
    out: dict[str, dict[str, Floats]] = {}
    for number, (name, rows) in enumerate(counts.items()):
        size = len(rows)
        draws = np.random.default_rng((SEED, number)).multinomial(size, [1 / size] * size, size=RESAMPLES)
        sums = np.vstack([rows.sum(axis=0), draws @ rows])
        out[name] = {figure: of_sums(sums) for figure, of_sums in FIGURES.items()}
    columns = list(out.values())
    out["mean"] = {
        figure: np.mean([column[figure] for column in columns], axis=0, dtype=float) for figure in FIGURES
    }
    return out


def _interval(sampled: Mapping[str, Floats]) -> dict[str, Interval]:
    tail = 100 * (1 - LEVEL) / 2
    found = {}
    for name, values in sampled.items():
        low, high = np.percentile(values[1:], [tail, 100 - tail])
        found[name] = Interval(float(values[0]), float(low), float(high))
    return found
