"""The guard: one fold trained and scored, against pinned floors that only an explicit flag lowers.

    python -m training.evaluation.gate                 measure fold 0 and compare; exit code 1 below a floor
    python -m training.evaluation.gate --pin           raise the floors to what is measured now, less a margin
    python -m training.evaluation.gate --pin --lower   pin them wherever they are now: say why in the commit

As trafilatura's eval_gate: the floors stand in ``floors.json`` beside this file, with the hash of the corpora that they
were measured on; on other corpora they say nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geo.evaluate.report import mean
from geo.evaluate.scores import score
from training.evaluation.parts import Part
from training.evaluation.run import inputs, run_part
from training.ranker_data import CORPORA, NAMES

FLOORS = Path(__file__).with_name("floors.json")
FOLD = Part("article", "0")
GUARDED = ("rec.strict.f1", "rec.overlap.f1", "res.right", "e2e.f1.f1", "e2e.exact_recall")
CEILED = ("calib.ece",)
FEW_STEPS = 80
"""Steps of the recogniser's fit, which has 300 when it is shipped: about as good, and a minute less."""
MARGIN = 0.004
"""What a change of no account may cost: a fold of 84 articles is a small sample."""


def corpora_hash(folder: Path = CORPORA) -> str:
    """One SHA-256 of the three corpora."""
    digest = hashlib.sha256()
    for name in NAMES:
        digest.update((folder / f"{name}.jsonl").read_bytes())
    return digest.hexdigest()


def measure() -> dict[str, float]:
    """The guarded figures of fold 0, as means over the corpora."""
    predicted = run_part(FOLD, FEW_STEPS)
    examples, _ = inputs()
    figures = {}
    for name in NAMES:
        gold = [one.document for one in examples if one.corpus == name and FOLD.holds_out(one)]
        figures[name] = score(
            gold, [{"id": id, "toponyms": toponyms} for id, toponyms in predicted[name].items()]
        )
    means = mean(figures)
    return {name: float(means[name] or 0.0) for name in (*GUARDED, *CEILED)}


def broken(measured: Mapping[str, float], pinned: Mapping[str, float]) -> list[str]:
    """A line for each figure on the wrong side of what is pinned."""
    return [
        f"{name} is {measured[name]:.4f}, pinned at {'most' if name in CEILED else 'least'} {bound:.4f}"
        for name, bound in pinned.items()
        if (measured[name] > bound if name in CEILED else measured[name] < bound)
    ]


def pinned_at(measured: Mapping[str, float], pinned: Mapping[str, float], *, lower: bool) -> dict[str, float]:
    """New pins: what is measured less the margin; without ``lower`` never looser than the old ones."""
    pins = {}
    for name, value in measured.items():
        if name in CEILED:
            new = math.ceil((value + 2 * MARGIN) * 1000) / 1000
            pins[name] = new if lower else min(new, pinned.get(name, new))
        else:
            new = math.floor((value - MARGIN) * 1000) / 1000
            pins[name] = new if lower else max(new, pinned.get(name, new))
    return pins


def read_floors() -> dict[str, Any]:
    """``floors.json``: ``corpora_sha256`` and ``floors`` by figure."""
    found: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Measure and compare, or pin."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--lower", action="store_true", help="with --pin: let floors fall too")
    arguments = parser.parse_args()
    old: dict[str, Any] = {"corpora_sha256": corpora_hash(), "floors": {}}
    if FLOORS.exists():
        old = read_floors()
    measured = measure()
    for name, value in measured.items():
        print(f"{name:20s} {value:.4f}  pinned {old['floors'].get(name, '-')}")
    if arguments.pin:
        pins = pinned_at(measured, old["floors"], lower=arguments.lower)
        text = json.dumps({"corpora_sha256": corpora_hash(), "floors": pins}, indent=1) + "\n"
        FLOORS.write_text(text, encoding="utf-8", newline="\n")
        return
    if old["corpora_sha256"] != corpora_hash():
        sys.exit(f"the corpora in {CORPORA} are not those that the floors were pinned on")
    if faults := broken(measured, old["floors"]):
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
