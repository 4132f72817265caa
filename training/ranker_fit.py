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

from geo.toponyms.clues import Spec
from geo.toponyms.joint import look_at
from geo.toponyms.ranker import NIL_FEATURES, nil_features
from geo.toponyms.scene import Scene
from geo.toponyms.senses import GROUPS, Sense
from geo.toponyms.setting import Look, setting_of, totals_of
from training.ranker_data import NONE

Floats = NDArray[np.float64]

PENALTY_SHARED = 0.6
PENALTY_GROUP = 2.0
PENALTY_BEND = 1.0
"""On squared weights, on a group's departures from the shared curve, and on squared second differences."""
PRIOR_PENALTY = 4.0
DECIMALS = 4


class Columns:
    """Where each clue's curves stand among the weights."""

    def __init__(self, specs: Sequence[Spec]) -> None:
        self.specs = tuple(specs)
        self.shared: dict[str, int] = {}
        self.of_group: dict[tuple[str, str], int] = {}
        prior: list[float] = []
        penalty: list[float] = []
        self.bends: list[tuple[int, int, int]] = []
        for spec in specs:
            size = len(spec.knots)
            for group in ("", *(GROUPS if spec.by_group else ())):
                begin = len(prior)
                if group:
                    self.of_group[spec.name, group] = begin
                    prior += [0.0] * size
                    penalty += [PENALTY_GROUP] * size
                else:
                    self.shared[spec.name] = begin
                    prior += spec.prior or [0.0] * size
                    penalty += [spec.trust * (PRIOR_PENALTY if spec.prior else PENALTY_SHARED)] * size
                if spec.name not in ("level", "matched", "office"):
                    self.bends += [(n - 1, n, n + 1) for n in range(begin + 1, begin + size - 1)]
        self.nil = len(prior)
        prior += [0.0] * len(NIL_FEATURES)
        penalty += [0.05] * len(NIL_FEATURES)
        self._measured: dict[int, tuple[Sense, list[list[tuple[int, float]]]]] = {}
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
        """The weights that a value of a clue calls on, and how much of each."""
        knots = spec.knots
        above = bisect_right(knots, value)
        if above == 0:
            parts = [(0, 1.0)]
        elif above == len(knots):
            parts = [(above - 1, 1.0)]
        else:
            part = (value - knots[above - 1]) / (knots[above] - knots[above - 1])
            parts = [(above - 1, 1 - part), (above, part)]
        begin = self.shared[spec.name]
        cells = [(begin + n, part) for n, part in parts]
        if spec.by_group:
            begin = self.of_group[spec.name, group]
            cells += [(begin + n, part) for n, part in parts]
        return cells

    def row(self, look: Look) -> list[tuple[int, float]]:
        """The cells of a candidate, clue by clue; what does not change with beliefs is measured once a sense."""
        known = self._measured.get(id(look.sense))
        if known is None:
            fixed = [self._cells_of(spec, look) for spec in self.specs if spec.fixed]
            # The sense is kept too, so that no other one can take its number.
            known = self._measured[id(look.sense)] = (look.sense, fixed)
        fixed_cells = iter(known[1])
        return [
            cell
            for spec in self.specs
            for cell in (next(fixed_cells) if spec.fixed else self._cells_of(spec, look))
        ]

    def _cells_of(self, spec: Spec, look: Look) -> list[tuple[int, float]]:
        value = spec.value(look)
        return [] if value is None else self.cells(spec, look.sense.group, value)

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

    def add(self, row: Sequence[tuple[int, float]], unit: int) -> None:
        for cell, part in row:
            self.cells.append(cell)
            self.parts.append(part)
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
) -> None:
    """Adds the labelled units of a scene, measured by its present beliefs."""
    totals = totals_of(scene)
    for number in sorted(labels):
        unit = scene.units[number]
        label, count = labels[number]
        if not unit.senses:
            continue
        group = len(rows.labels)
        setting = setting_of(unit, scene, totals) if joint else None
        first = len(rows.units)
        for sense in unit.senses:
            rows.add(columns.row(look_at(sense, unit, scene, setting)), group)
        nil = [(columns.nil + n, value) for n, value in enumerate(nil_features(unit).values())]
        rows.add(nil, group)
        rows.labels.append(first + (len(unit.senses) if label == NONE else label))
        rows.weights.append(scale * math.sqrt(count))


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


def fit(rows: Rows, columns: Columns, begin: Floats | None = None) -> Floats:
    """The weights that maximise the penalised likelihood of the labels."""
    width = columns.nil + len(NIL_FEATURES)
    matrix = csr_matrix(
        (np.array(rows.parts), np.array(rows.cells), np.array(rows.starts)), (len(rows.units), width)
    )
    units = np.array(rows.units)
    edges = np.flatnonzero(np.r_[True, units[1:] != units[:-1]])
    labels, weights = np.array(rows.labels), np.array(rows.weights)
    bends = np.array(columns.bends).T

    def loss(theta: Floats) -> tuple[float, Floats]:
        points = matrix @ theta
        points -= np.maximum.reduceat(points, edges)[units]
        shares = np.exp(points)
        totals = np.add.reduceat(shares, edges)
        likelihood = float(np.sum(weights * (points[labels] - np.log(totals))))
        slope = shares / totals[units] * weights[units]
        slope[labels] -= weights
        away = theta - columns.prior
        bent = theta[bends[0]] - 2 * theta[bends[1]] + theta[bends[2]]
        penalty = 0.5 * float(np.sum(columns.penalty * away**2)) + 0.5 * PENALTY_BEND * float(np.sum(bent**2))
        gradient = matrix.T @ slope + columns.penalty * away
        np.add.at(gradient, bends[0], PENALTY_BEND * bent)
        np.add.at(gradient, bends[1], -2 * PENALTY_BEND * bent)
        np.add.at(gradient, bends[2], PENALTY_BEND * bent)
        gradient[columns.held] = 0.0
        return penalty - likelihood, gradient

    start = (columns.prior if begin is None else begin).copy()
    start[columns.held] = 0.0
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400, "ftol": 1e-7})
    return np.asarray(found.x)
