"""The candidates of a settled unit with their clues in points and words."""

from __future__ import annotations

from geo.records import Clue, Ranked
from geo.toponyms.clues import ALL, GIVEN
from geo.toponyms.ranker import Ranker
from geo.toponyms.scene import Scene, Unit
from geo.toponyms.setting import Look, Totals, looks_at, setting_of

SHOWN = 5
"""Candidates that a toponym keeps."""


def rank(unit: Unit, scene: Scene, totals: Totals, ranker: Ranker) -> tuple[Ranked, ...]:
    """The likeliest candidates of a unit, best first, each with its clues.

    A clue's points are counted against the mean over the kept candidates, so that what all share says nothing.
    """
    order = sorted(
        range(len(unit.senses)),
        key=lambda n: (-unit.belief[n], n),
    )[:SHOWN]
    if not order:
        return ()
    looks = looks_at(unit, scene, setting_of(unit, scene, totals), order)
    clues = _clues(looks, ranker)
    return tuple(
        Ranked(
            candidate=unit.senses[n].candidate,
            points=sum(clue.points for clue in of_sense),
            score=unit.belief[n],
            clues=tuple(sorted(of_sense, key=lambda clue: (-abs(clue.points), clue.name))),
        )
        for n, of_sense in zip(order, clues, strict=True)
    )


def _clues(looks: list[Look], ranker: Ranker) -> list[list[Clue]]:
    found: list[list[Clue]] = [[] for _ in looks]
    for spec in (*ALL, *GIVEN):
        if not spec.speaks(looks[0].unit, looks[0].scene):
            continue
        values = [spec.value(look) for look in looks]
        if all(value is None for value in values):
            continue
        points = [
            0.0 if value is None else ranker.later.points_of(spec, look.sense.group, value)
            for look, value in zip(looks, values, strict=True)
        ]
        mean = sum(points) / len(points) if len(points) > 1 else 0.0
        for of_sense, look, value, one in zip(found, looks, values, points, strict=True):
            if value is not None:
                of_sense.append(Clue(spec.name, value, one - mean, spec.phrase(look, value)))
    return found
