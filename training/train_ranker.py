"""Trains the resolver's model and writes ``geo/toponyms/data/ranker.json``.

    python -m training.train_ranker

Reads the corpora from ``$DATELINE_CORPORA`` (default ``../shared/geoparsing``), never ``seeds.jsonl``. The same
corpora and gazetteer give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from geo.evaluate.scores import is_right, match, overlap, targets_of
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.toponyms.clues import ALL, FIRST
from geo.toponyms.joint import FIRST_PASSES, LATER, believe, fixed_points, guess
from geo.toponyms.publishers import Area, learn_areas
from geo.toponyms.ranker import Ranker, Stage, place_features
from geo.toponyms.resolve import Resolver, shared_probability
from geo.toponyms.scene import Scene
from training.proposals import propose
from training.ranker_data import CORPORA, FOLDS, NAMES, Example, fold_of, labels_of, read_gold, scenes_of
from training.ranker_fit import Columns, Floats, Rows, add_scene, fit, join
from training.steady import steady

MODEL = Path(__file__).resolve().parents[1] / "geo" / "toponyms" / "data" / "ranker.json"
ROUNDS = 2
"""How often the second stage is fitted, each time on surroundings by the last one's held-out beliefs."""
THRESHOLD = 0.42
"""Below this probability a pin costs more F1 than it brings: half of the F1 to be expected."""
LEAST_IN_STEP = 25
_UNCALIBRATED = [[0.0, 0.0], [1.0, 1.0]]

Fold = list[tuple[Example, Scene]]


@dataclass(frozen=True)
class Fitted:
    """A model as its file has it, and what its two stages were fitted on last, for the ablation to fit them anew."""

    model: dict[str, Any]
    columns: tuple[Columns, Columns]
    rows: tuple[Rows, Rows]
    weights: tuple[Floats, Floats]


def train(examples: Sequence[Example], gazetteer: Gazetteer, tried: Sequence[Example] = ()) -> dict[str, Any]:
    """A model of both stages (see ``fit_ranker``)."""
    return fit_ranker(examples, gazetteer, tried).model


@steady()
def fit_ranker(examples: Sequence[Example], gazetteer: Gazetteer, tried: Sequence[Example] = ()) -> Fitted:
    """Fits both stages; the second stage and the calibration rest on held-out beliefs of the first.

    ``tried`` are the same articles with what a recogniser proposed that never saw them: their false names mean none
    of their senses, and the calibration is theirs. Gold spans and proposed ones count by half.
    """
    folds: list[Fold] = [[] for _ in range(FOLDS)]
    for chosen in (examples, tried):
        for example, scene in zip(chosen, scenes_of(chosen, gazetteer), strict=True):
            folds[fold_of(example.document)].append((example, scene))
    folds = [fold for fold in folds if fold]
    proposed = {id(example) for example in tried}
    scales = _scales(examples)
    if tried:
        scales = {name: scale / 2 for name, scale in scales.items()}
    labels = {id(scene): labels_of(example, scene) for fold in folds for example, scene in fold}

    def rows_of(columns: Columns, *, joint: bool) -> list[Rows]:
        """Each fold's labelled units by their present beliefs; publishers known by their fold, and by all, by half."""
        both = [_areas(folds, proposed, alone=alone) for alone in (True, False)] if joint else []
        rows = []
        for fold in folds:
            rows.append(Rows())
            for example, scene in fold:
                add_scene(
                    rows[-1],
                    scene,
                    labels[id(scene)],
                    columns,
                    joint=joint,
                    scale=scales[example.corpus],
                    areas=[areas[id(scene)] for areas in both] or [None],
                )
        return rows

    def held_out(columns: Columns, rows: Sequence[Rows], begin: Sequence[Floats]) -> list[Floats]:
        """By fold, the weights fitted on the other folds."""
        return [fit(join(_but(rows, n)), columns, one) for n, one in enumerate(begin)]

    first_columns, later_columns = Columns(FIRST), Columns(ALL)
    for fold in folds:
        for _, scene in fold:
            guess(scene)
    rows = rows_of(first_columns, joint=False)
    first = fit(join(rows), first_columns)
    for _ in range(FIRST_PASSES - 1):
        _believe_all(folds, proposed, [first_columns.stage(first)] * len(folds), joint=False)
        rows = rows_of(first_columns, joint=False)
        first = fit(join(rows), first_columns, first)
    first_rows = join(rows)
    apart = held_out(first_columns, rows, [first] * len(folds))
    _believe_all(folds, proposed, [first_columns.stage(one) for one in apart], joint=False)
    later: Floats | None = None
    apart = []
    for _ in range(ROUNDS):
        rows = rows_of(later_columns, joint=True)
        later = fit(join(rows), later_columns, later)
        apart = held_out(later_columns, rows, apart or [later] * len(folds))
        stages = [later_columns.stage(one) for one in apart]
        _believe_all(folds, proposed, stages, joint=True, passes=LATER[:-1])
    later_rows = join(rows_of(later_columns, joint=True))
    later = fit(later_rows, later_columns, later)
    judged = [[pair for pair in fold if not tried or id(pair[0]) in proposed] for fold in folds]
    model = {
        "first": first_columns.stage(first),
        "later": later_columns.stage(later),
        "calibration": calibrate(judged),
        "place": fit_place([pair for fold in judged for pair in fold]),
        "threshold": THRESHOLD,
    }
    return Fitted(model, (first_columns, later_columns), (first_rows, later_rows), (first, later))


def _but(rows: Sequence[Rows], number: int) -> list[Rows]:
    return [of_fold for n, of_fold in enumerate(rows) if n != number]


def _believe_all(
    folds: Sequence[Fold],
    proposed: Collection[int],
    stages: Sequence[dict[str, Any]],
    *,
    joint: bool,
    passes: Sequence[float] = (0.0,),
) -> None:
    """Passes over every fold, each with its own model; ``passes`` say what share of a belief each keeps."""
    models = [_model(stage, joint=joint) for stage in stages]
    fixed = [
        [fixed_points(scene, model) for _, scene in fold] for fold, model in zip(folds, models, strict=True)
    ]
    for kept in passes:
        if joint:
            areas = _areas(folds, proposed, alone=True)
            for scene in (scene for fold in folds for _, scene in fold):
                scene.area = areas[id(scene)]
        for fold, model, of_fold in zip(folds, models, fixed, strict=True):
            for (_, scene), points in zip(fold, of_fold, strict=True):
                believe(scene, model, points, joint=joint, kept=kept)


def _model(stage: dict[str, Any], *, joint: bool) -> Stage:
    both = {"first": stage, "later": stage, "calibration": _UNCALIBRATED, "threshold": 0.0, "place": []}
    ranker = Ranker.from_json(both)
    return ranker.later if joint else ranker.first


def _areas(folds: Sequence[Fold], proposed: Collection[int], *, alone: bool) -> dict[int, Area | None]:
    """Publishers' areas by scene, from each fold's own articles or from all: a user may give few of one or many.

    Gold and proposed mentions of an article are two scenes, and neither may learn from the other.
    """
    found: dict[int, Area | None] = {}
    for kind in (True, False):
        every = [[scene for example, scene in fold if (id(example) in proposed) == kind] for fold in folds]
        for scenes in every if alone else [[scene for of_fold in every for scene in of_fold]]:
            found |= {id(scene): area for scene, area in zip(scenes, learn_areas(scenes), strict=True)}
    return found


def _scales(examples: Sequence[Example]) -> dict[str, float]:
    """Weights that let each corpus count alike, halfway: by the inverse square root of its toponyms."""
    counts = dict.fromkeys(NAMES, 0)
    for example in examples:
        counts[example.corpus] += len(targets_of(example.document)[0])
    mean = sum(counts.values()) / max(1, sum(count > 0 for count in counts.values()))
    return {name: (mean / count) ** 0.5 for name, count in counts.items() if count}


def calibrate(folds: Sequence[Fold]) -> list[list[float]]:
    """Steps from shared belief to the share of right pins, held out; isotonic, with points between the steps."""
    said, right = [], []
    for fold in folds:
        for example, scene in fold:
            for shared, good in _outcomes(example, scene):
                said.append(shared)
                right.append(good)
    order = np.argsort(said, kind="stable")
    said_sorted, right_sorted = np.array(said)[order], np.array(right, dtype=float)[order]
    fitted = IsotonicRegression(y_min=0.02, y_max=0.995).fit_transform(said_sorted, right_sorted)
    table: list[list[float]] = []
    begin = 0
    for n in range(1, len(fitted) + 1):
        if n == len(fitted) or (fitted[n] != fitted[begin] and n - begin >= LEAST_IN_STEP):
            middle = float(np.mean(said_sorted[begin:n]))
            table.append([round(middle, 4), round(float(np.mean(fitted[begin:n])), 4)])
            begin = n
    return table


def fit_place(pairs: Sequence[tuple[Example, Scene]]) -> list[float]:
    """Weights of ``place_features``, by logistic regression on held-out beliefs; the recogniser's alone without."""
    rows, are_places = [], []
    for example, scene in pairs:
        targets, _, neutral = targets_of(example.document)
        for unit in scene.units:
            for mention in (scene.mentions[number] for number in unit.mentions):
                span = {"start": mention.start, "end": mention.end}
                meets = any(overlap(one, span) > 0 for one in targets)
                if mention.kind == "name" and (meets or not any(overlap(one, span) > 0 for one in neutral)):
                    rows.append(place_features(unit, mention.place_score))
                    are_places.append(meets)
    if len(set(are_places)) < 2:
        return [1.0, 0.0, 0.0, 0.0]
    model = LogisticRegression(C=1.0, fit_intercept=False).fit(np.array(rows), are_places)
    return [round(float(weight), 4) for weight in model.coef_[0]]


def _outcomes(example: Example, scene: Scene) -> list[tuple[float, bool]]:
    targets = [gold for gold in targets_of(example.document)[0] if gold.get("lat") is not None]
    names = [
        (mention, unit)
        for unit in scene.units
        if not unit.is_demonym and unit.pin is not None
        for mention in (scene.mentions[n] for n in unit.mentions)
    ]
    pairs = match(targets, [{"start": m.start, "end": m.end} for m, _ in names], strict=False)
    outcomes = []
    for i, j in pairs:
        unit = names[j][1]
        assert unit.pin is not None
        place = unit.pin.place
        pin = {"lat": place.lat, "lon": place.lon, "geonameid": place.geonameid}
        outcomes.append((shared_probability(unit, unit.pin), is_right(targets[i], pin)))
    return outcomes


def resolved(
    examples: Sequence[Example], model: dict[str, Any], gazetteer: Gazetteer
) -> list[dict[str, Any]]:
    """The articles resolved as one batch, as the scorer reads predictions."""
    batch = [(example.article, example.mentions) for example in examples]
    found = Resolver(Ranker.from_json(model)).resolve(batch, gazetteer)
    return [
        {"id": example.document["id"], "toponyms": [prediction(toponym) for toponym in toponyms]}
        for example, toponyms in zip(examples, found, strict=True)
    ]


def prediction(toponym: Any) -> dict[str, Any]:
    """A toponym as the scorer reads it."""
    place, mention = toponym.place, toponym.mention
    return {
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonameid": place.geonameid if place else None,
        "score": toponym.score if place else None,
        "place_score": mention.place_score,
        "place": place.id if place else None,
    }


def write(model: dict[str, Any], gazetteer: Gazetteer) -> None:
    """The model with its card, beside and renamed."""
    hashes = {name: hashlib.sha256((CORPORA / f"{name}.jsonl").read_bytes()).hexdigest() for name in NAMES}
    card = {
        "made_by": "training/train_ranker.py",
        "what": "conditional logit over the resolver's clues, two stages; isotonic calibration on held-out folds",
        "seed": "none: nothing is drawn at random",
        "corpora_sha256": hashes,
        "gazetteer_digest": gazetteer.digest,
    }
    text = json.dumps({"card": card, **model}, indent=None, separators=(",", ":"), sort_keys=True) + "\n"
    MODEL.parent.mkdir(exist_ok=True)
    beside = MODEL.with_suffix(".json.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(MODEL)


def main() -> None:
    """Train on everything, write, and say how long it took."""
    argparse.ArgumentParser(description="Trains the resolver's model and writes it.").parse_args()
    begun = time.perf_counter()
    gazetteer = open_gazetteer(here=False)
    examples = read_gold()
    write(train(examples, gazetteer, propose(examples, gazetteer).tried), gazetteer)
    print(f"{time.perf_counter() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
