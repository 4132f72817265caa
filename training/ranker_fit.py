"""Fits a stage of the ranker: a conditional logit over curves, by penalised maximum likelihood."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from geo.toponyms.clues import PUBLISHED, Spec
from geo.toponyms.publishers import Area
from geo.toponyms.ranker import NIL_FEATURES, nil_features
from geo.toponyms.scene import Scene
from geo.toponyms.senses import GROUPS, Sense
from geo.toponyms.setting import Look, looks_at, setting_of, totals_of
from training.ranker_data import NONE
from training.steady import steady

Floats = NDArray[np.float64]
Cells = list[tuple[int, float]]

PENALTY_SHARED = 0.6
PENALTY_GROUP = 2.0
PENALTY_BEND = 1.0
"""On squared weights, on a group's departures from the shared curve, and on squared second differences."""
PENALTY_AGAINST = 1000.0
"""On the squared fall of a curve that ought to rise, or the reverse: a clue never speaks against what it is for."""
PRIOR_PENALTY = 4.0
TOLERANCE = 1e-6
"""Of the loss, between two steps of L-BFGS: a tenth of it moves the loss by four in a million, and no figure."""
DECIMALS = 4


class Columns:
    """Where each clue's curves stand among the weights.

    A curve's heights are the weights that all groups share and, ``by_group``, the group's departures from them: rows
    call on heights (``curves``), and ``spread`` makes heights of weights.
    """

    def __init__(self, specs: Sequence[Spec]) -> None:
        self.specs = tuple(specs)
        self.published = tuple(spec for spec in specs if spec in PUBLISHED)
        self.believed = tuple(spec for spec in specs if not spec.fixed and spec not in PUBLISHED)
        """The clues that rest on the publisher's other articles, and those that change with the article's beliefs."""
        self.shared: dict[str, int] = {}
        self.of_group: dict[tuple[str, str], int] = {}
        prior: list[float] = []
        penalty: list[float] = []
        self.bends: list[tuple[int, int, int]] = []
        for spec in specs:
            size, of_group = len(spec.knots), {str(one): points for one, points in spec.group_prior.items()}
            for group in ("", *(GROUPS if spec.by_group else ())):
                begin = len(prior)
                if group:
                    self.of_group[spec.name, group] = begin
                    prior += of_group.get(group) or [0.0] * size
                    penalty += [PENALTY_GROUP] * size
                else:
                    self.shared[spec.name] = begin
                    prior += spec.prior or [0.0] * size
                    penalty += [spec.trust * (PRIOR_PENALTY if spec.prior else PENALTY_SHARED)] * size
                if spec.name not in ("level", "matched", "office"):
                    self.bends += [(n - 1, n, n + 1) for n in range(begin + 1, begin + size - 1)]
        nil = len(prior)
        prior += [0.0] * len(NIL_FEATURES)
        penalty += [0.05] * len(NIL_FEATURES)
        self.curves: dict[str, dict[str, int]] = {}
        summed: list[tuple[int, ...]] = []
        for spec in specs:
            self.curves[spec.name] = {}
            for group in GROUPS:
                if spec.by_group or group == GROUPS[0]:
                    self.curves[spec.name][group] = len(summed)
                    begins = [self.shared[spec.name]]
                    begins += [self.of_group[spec.name, group]] if spec.by_group else []
                    summed += [tuple(begin + n for begin in begins) for n in range(len(spec.knots))]
                else:
                    self.curves[spec.name][group] = self.curves[spec.name][GROUPS[0]]
        self.rises = [
            (begin + n + (spec.trend < 0), begin + n + (spec.trend > 0))
            for spec in specs
            if spec.trend
            for begin in sorted(set(self.curves[spec.name].values()))
            for n in range(len(spec.knots) - 1)
        ]
        self.nil = nil
        self.nil_curve = len(summed)
        summed += [(nil + n,) for n in range(len(NIL_FEATURES))]
        heights = [n for n, weights in enumerate(summed) for _ in weights]
        weights = [weight for weights in summed for weight in weights]
        self.spread = csr_matrix((np.ones(len(heights)), (heights, weights)), (len(summed), len(prior)))
        self._measured: dict[int, tuple[Sense, Cells]] = {}
        self.prior: Floats = np.array(prior)
        self.penalty: Floats = np.array(penalty)
        self.held = np.zeros(len(prior), dtype=bool)

    def without(self, names: Collection[str]) -> Columns:
        """The same, with the weights of the clues of these names held at nothing."""
        found = Columns(self.specs)
        for spec in self.specs:
            if spec.name in names:
                begins = [self.shared[spec.name]]
                begins += [begin for (name, _), begin in self.of_group.items() if name == spec.name]
                for begin in begins:
                    found.held[begin : begin + len(spec.knots)] = True
        found.prior[found.held] = 0.0
        return found

    def cells(self, spec: Spec, group: str, value: float) -> list[tuple[int, float]]:
        """The heights that a value of a clue calls on, and how much of each."""
        knots, begin = spec.knots, self.curves[spec.name][group]
        above = bisect_right(knots, value)
        if above == 0:
            return [(begin, 1.0)]
        if above == len(knots):
            return [(begin + above - 1, 1.0)]
        part = (value - knots[above - 1]) / (knots[above] - knots[above - 1])
        if part == 0.0:
            return [(begin + above - 1, 1.0)]
        return [(begin + above - 1, 1 - part), (begin + above, part)]

    def fixed(self, look: Look) -> Cells:
        """The cells of the clues that do not change with beliefs, measured once a sense."""
        known = self._measured.get(id(look.sense))
        if known is None:
            # The sense is kept too, so that no other one can take its number.
            cells = self.changing(look, [spec for spec in self.specs if spec.fixed])
            known = self._measured[id(look.sense)] = (look.sense, cells)
        return known[1]

    def changing(self, look: Look, specs: Sequence[Spec]) -> Cells:
        """The cells of these clues as they are now."""
        group = look.sense.group
        cells: Cells = []
        for spec in specs:
            value = spec.value(look)
            if value is not None:
                cells += self.cells(spec, group, value)
        return cells

    def stage(self, weights: Floats) -> dict[str, Any]:
        """The weights as the model's file has them."""
        clues: dict[str, dict[str, list[float]]] = {}
        for spec in self.specs:
            size = len(spec.knots)
            shared = weights[self.shared[spec.name] : self.shared[spec.name] + size]
            curves = {}
            for group in GROUPS if spec.by_group else ("",):
                curve = shared
                if group:
                    begin = self.of_group[spec.name, group]
                    curve = shared + weights[begin : begin + size]
                curves[group] = [round(float(one), DECIMALS) for one in curve]
            clues[spec.name] = curves
        nil = {name: round(float(weights[self.nil + n]), DECIMALS) for n, name in enumerate(NIL_FEATURES)}
        return {"clues": clues, "nil": nil}


@dataclass
class Rows:
    """The candidates of many units, one row each and one for "none of these" after them."""

    starts: list[int] = field(default_factory=lambda: [0])
    cells: array[int] = field(default_factory=lambda: array("i"))
    parts: array[float] = field(default_factory=lambda: array("d"))
    units: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def add(self, row: Cells, unit: int) -> None:
        if row:
            cells, parts = zip(*row, strict=True)
            self.cells.extend(cells)
            self.parts.extend(parts)
        self.starts.append(len(self.cells))
        self.units.append(unit)


def add_scene(
    rows: Rows,
    scene: Scene,
    labels: dict[int, tuple[int, float]],
    columns: Columns,
    *,
    joint: bool,
    scale: float,
    areas: Sequence[Area | None] = (None,),
) -> None:
    """Adds the labelled units of a scene, by its present beliefs; once by each of its publisher's ``areas``."""
    totals = totals_of(scene)
    distinct: list[Area | None] = []
    for area in areas:
        if area not in distinct:
            distinct.append(area)
    for number in sorted(labels):
        unit = scene.units[number]
        label, count = labels[number]
        if not unit.senses:
            continue
        told = [spec for spec in columns.believed if spec.speaks(unit, scene)]
        looks = looks_at(unit, scene, setting_of(unit, scene, totals) if joint else None)
        own = [columns.fixed(look) + columns.changing(look, told) for look in looks]
        nil = [(columns.nil_curve + n, value) for n, value in enumerate(nil_features(unit).values())]
        for area in distinct:
            scene.area = area
            group, first = len(rows.labels), len(rows.units)
            for look, cells in zip(looks, own, strict=True):
                rows.add(cells + columns.changing(look, columns.published if area else ()), group)
            rows.add(nil, group)
            rows.labels.append(first + (len(unit.senses) if label == NONE else label))
            rows.weights.append(scale * math.sqrt(count) * areas.count(area) / len(areas))


def join(parts: Sequence[Rows]) -> Rows:
    """The rows of several folds, one after another."""
    whole = Rows()
    for part in parts:
        cells, rows, groups = len(whole.cells), len(whole.units), len(whole.labels)
        whole.starts.extend(cells + start for start in part.starts[1:])
        whole.cells.extend(part.cells)
        whole.parts.extend(part.parts)
        whole.units.extend(groups + unit for unit in part.units)
        whole.labels.extend(rows + label for label in part.labels)
        whole.weights.extend(part.weights)
    return whole


@steady()
def fit(rows: Rows, columns: Columns, begin: Floats | None = None) -> Floats:
    """The weights that maximise the penalised likelihood of the labels."""
    spread = columns.spread
    back = spread.T.tocsr()
    matrix = csr_matrix(
        (np.array(rows.parts), np.array(rows.cells), np.array(rows.starts)),
        (len(rows.units), spread.shape[0]),
    )
    across = matrix.T
    units = np.array(rows.units)
    edges = np.flatnonzero(np.r_[True, units[1:] != units[:-1]])
    labels, weights = np.array(rows.labels), np.array(rows.weights)
    bends = np.array(columns.bends).T
    lower, upper = np.array(columns.rises).T

    def loss(theta: Floats) -> tuple[float, Floats]:
        heights = spread @ theta
        points = matrix @ heights
        points -= np.maximum.reduceat(points, edges)[units]
        shares = np.exp(points)
        totals = np.add.reduceat(shares, edges)
        likelihood = float(np.sum(weights * (points[labels] - np.log(totals))))
        slope = shares / totals[units] * weights[units]
        slope[labels] -= weights
        away = theta - columns.prior
        bent = theta[bends[0]] - 2 * theta[bends[1]] + theta[bends[2]]
        penalty = 0.5 * float(np.sum(columns.penalty * away**2)) + 0.5 * PENALTY_BEND * float(np.sum(bent**2))
        against = np.maximum(heights[lower] - heights[upper], 0.0)
        penalty += 0.5 * PENALTY_AGAINST * float(np.sum(against**2))
        pull = across @ slope
        np.add.at(pull, lower, PENALTY_AGAINST * against)
        np.add.at(pull, upper, -PENALTY_AGAINST * against)
        gradient = back @ pull + columns.penalty * away
        np.add.at(gradient, bends[0], PENALTY_BEND * bent)
        np.add.at(gradient, bends[1], -2 * PENALTY_BEND * bent)
        np.add.at(gradient, bends[2], PENALTY_BEND * bent)
        gradient[columns.held] = 0.0
        return penalty - likelihood, gradient

    start = (columns.prior if begin is None else begin).copy()
    start[columns.held] = 0.0
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400, "ftol": TOLERANCE})
    return np.asarray(found.x)
