"""Every part fitted and measured, on all processors."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from geo.evaluate.corpora import Document
from geo.gazetteer import Gazetteer, open_gazetteer
from training.crf import STEPS
from training.evaluation.parts import Part
from training.evaluation.system import fit_system, predict
from training.ranker_data import Example, read_gold

Predictions = dict[str, dict[str, list[Document]]]
"""By corpus and article id, the predicted toponyms."""


def run_parts(parts: Sequence[Part], processes: int | None = None) -> dict[Part, Predictions]:
    """The predictions of every part for what it holds out. No part knows of another: their order says nothing."""
    processes = processes or min(len(parts), os.cpu_count() or 1)
    if processes == 1:
        return {part: run_part(part) for part in parts}
    with ProcessPoolExecutor(processes) as pool:
        return dict(zip(parts, pool.map(run_part, parts), strict=True))


def run_part(part: Part, steps: int = STEPS) -> Predictions:
    """A system fitted on the rest, its recogniser in so many steps, and what it says of the articles held out."""
    begun = time.perf_counter()
    examples, gazetteer = inputs()
    inside, rest = part.divide(examples)
    system = fit_system(rest, gazetteer, steps)
    out: Predictions = {}
    for example, one in zip(inside, predict(system, inside, gazetteer), strict=True):
        out.setdefault(example.corpus, {})[str(one["id"])] = one["toponyms"]
    seconds = time.perf_counter() - begun
    print(f"by {part.way}, {part.key}: {len(inside)} articles, {seconds:.0f} s", file=sys.stderr, flush=True)
    return out


@cache
def inputs() -> tuple[list[Example], Gazetteer]:
    """The corpora and the gazetteer, read once a process."""
    return read_gold(), open_gazetteer(here=False)
