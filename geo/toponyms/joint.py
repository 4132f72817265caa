"""The joint choice: beliefs about all names of an article, from the first guess to a settled state.

Every pass reads the beliefs of the pass before and changes none of them while it runs, so the order of names and
of articles does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.toponyms.clues import GIVEN
from geo.toponyms.publishers import learn_areas
from geo.toponyms.ranker import Ranker, Stage, softmax
from geo.toponyms.scene import Scene, Unit
from geo.toponyms.setting import Look, looks_at, setting_of, totals_of

FIRST_PASSES = 2
LATER: tuple[float, ...] = (0.0, 0.5, 0.5, 0.0)
"""The later passes: what share of a belief each keeps. Names that hang on each other would else change places for ever
(the Reading of one Berkshire and the Berkshire of another Reading).
"""
_COUNTRY_HEAD_START = 1.5
"""Decimal logarithms of population: a country outweighs a town of its name before anything is read."""


def settle(scenes: Sequence[Scene], ranker: Ranker) -> None:
    """Gives every unit of a batch its belief and best sense."""
    for scene in scenes:
        guess(scene)
    first = [fixed_points(scene, ranker.first) for scene in scenes]
    for _ in range(FIRST_PASSES):
        for scene, fixed in zip(scenes, first, strict=True):
            believe(scene, ranker.first, fixed)
    later = [fixed_points(scene, ranker.later) for scene in scenes]
    for kept in LATER:
        for scene, area in zip(scenes, learn_areas(scenes), strict=True):
            scene.area = area
        for scene, fixed in zip(scenes, later, strict=True):
            believe(scene, ranker.later, fixed, joint=True, kept=kept)


def guess(scene: Scene) -> None:
    """Beliefs before any clue: by population, countries ahead."""
    for unit in scene.units:
        heads = [
            2.3 * (sense.log_population + (_COUNTRY_HEAD_START if sense.group == "country" else 0))
            for sense in unit.senses
        ]
        _set_belief(unit, softmax([*heads, 0.0]))


def fixed_points(scene: Scene, stage: Stage) -> list[list[float]]:
    """By unit and sense, the points of the clues that do not change with beliefs."""
    specs = [spec for spec in (*stage.specs, *GIVEN) if spec.fixed]
    found = []
    for unit in scene.units:
        told = [spec for spec in specs if spec.speaks(unit, scene)]
        found.append([stage.points(told, Look(sense, unit, scene)) for sense in unit.senses])
    return found


def believe(
    scene: Scene, stage: Stage, fixed: Sequence[Sequence[float]], *, joint: bool = False, kept: float = 0.0
) -> None:
    """One pass over an article: new beliefs for all its units at once, from the old ones, of which a share is kept."""
    specs = [spec for spec in stage.specs if not spec.fixed]
    totals = totals_of(scene)
    beliefs = []
    for unit, of_unit in zip(scene.units, fixed, strict=True):
        setting = setting_of(unit, scene, totals) if joint else None
        told = [spec for spec in specs if spec.speaks(unit, scene)]
        points = [
            base + stage.points(told, look)
            for look, base in zip(looks_at(unit, scene, setting), of_unit, strict=True)
        ]
        new = softmax([*points, stage.nil_points(unit)])
        if kept:
            new = [kept * old + (1 - kept) * one for old, one in zip(unit.belief, new, strict=True)]
        beliefs.append(new)
    for unit, belief in zip(scene.units, beliefs, strict=True):
        _set_belief(unit, belief)


def _set_belief(unit: Unit, belief: list[float]) -> None:
    if unit.decided_by:
        belief = [1.0, *(0.0 for _ in unit.senses)]
    unit.belief = belief
    senses = belief[:-1]
    unit.best = max(range(len(senses)), key=senses.__getitem__) if senses else -1
