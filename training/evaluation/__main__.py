"""Measures the whole system on articles, publishers and corpora that it never saw, and writes docs/accuracy.md.

    python -m training.evaluation              all three ways, on all processors; writes the page and its plot
    python -m training.evaluation --json FILE  writes the figures too

Recogniser, ranker and both calibrations are trained anew for each part, on the other parts alone and on our own
sentences. A part is resolved as a batch of its own, so publishers' areas come from its own articles.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from geo.evaluate import score
from geo.evaluate.corpora import Document
from geo.evaluate.scores import Figures
from geo.mentions.known import symbols
from geo.mentions.model import read_model
from tools.coverage_docs import CORPORA, coverage_tables
from training.evaluation.document import (
    aims_section,
    differences_section,
    errors_section,
    intervals_section,
    kinds_section,
    reliability_section,
    score_table,
)
from training.evaluation.errors import worst_errors
from training.evaluation.intervals import Floats, counts_of, differences, intervals
from training.evaluation.kinds import Tally, by_kind
from training.evaluation.parts import PARTS, WITH_PUBLISHERS, Way
from training.evaluation.prose import page
from training.evaluation.reliability import Pairs, outcomes, reliability_plot
from training.evaluation.run import Predictions, inputs, run_parts
from training.evaluation.shipped import shipped_figures
from training.evaluation.tried import read_tried, tried_section
from training.fit_usage import usage_f1
from training.ranker_data import NAMES

DOCS = Path(__file__).resolve().parents[2] / "docs"
TYPED = "gwn"
_FOLDED: tuple[Way, Way] = ("article", "corpus")
Gold = dict[str, list[Document]]


def measure() -> dict[Way, Predictions]:
    """The predictions of every way of dividing, put together over its parts."""
    parts = [part for way in PARTS.values() for part in way]
    found: dict[Way, Predictions] = {way: {} for way in PARTS}
    for part, predictions in run_parts(parts).items():
        for corpus, by_id in predictions.items():
            found[part.way].setdefault(corpus, {}).update(by_id)
    return found


def figures_of(gold: Mapping[str, list[Document]], predicted: Predictions) -> dict[str, Figures]:
    """The scorer's figures by corpus."""
    return {
        corpus: score(
            documents, [{"id": id, "toponyms": toponyms} for id, toponyms in predicted[corpus].items()]
        )
        for corpus, documents in gold.items()
    }


def counts_by_corpus(gold: Mapping[str, list[Document]], predicted: Predictions) -> dict[str, Floats]:
    """Counts by article for the bootstrap."""
    return {corpus: counts_of(documents, predicted[corpus]) for corpus, documents in gold.items()}


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    arguments = parser.parse_args()
    begun = time.perf_counter()
    found = measure()
    examples, gazetteer = inputs()
    gold: Gold = {name: [e.document for e in examples if e.corpus == name] for name in NAMES}
    known: Gold = {name: gold[name] for name in WITH_PUBLISHERS}
    counts = {way: counts_by_corpus(known if way == "publisher" else gold, found[way]) for way in PARTS}
    measured = {way: intervals(of_way) for way, of_way in counts.items()}
    series: dict[str, dict[str, Pairs]] = {}
    for name, way in zip(("five folds", "corpus left out"), _FOLDED, strict=True):
        pairs = [outcomes(gold[corpus], found[way][corpus]) for corpus in NAMES]
        series[name] = {what: [pair for one in pairs for pair in one[what]] for what in pairs[0]}
    kinds: dict[Way, dict[str, Tally]] = {
        way: by_kind(
            [document for name in NAMES for document in gold[name]],
            {f"{id}": toponyms for name in NAMES for id, toponyms in found[way][name].items()},
            gazetteer,
        )
        for way in _FOLDED
    }
    symbol = symbols(gazetteer.lexicon)
    usage = usage_f1(gold[TYPED], symbol, read_model().ordinary)["macro"]
    text = page(
        aims=aims_section(measured["article"], measured["corpus"], usage),
        intervals={way: intervals_section(of_way) for way, of_way in measured.items()},
        differences={
            "publisher": differences_section(
                differences({name: counts["article"][name] for name in known}, counts["publisher"])
            ),
            "corpus": differences_section(differences(counts["article"], counts["corpus"])),
        },
        tables={
            way: score_table(figures_of(known if way == "publisher" else gold, found[way])) for way in PARTS
        },
        kinds=kinds_section(kinds["article"], kinds["corpus"]),
        coverage=coverage_tables({label: gold[name] for name, label in CORPORA.items()}, gazetteer),
        reliability=reliability_section(series),
        errors=errors_section(worst_errors(gold, found["article"])),
        shipped=score_table(shipped_figures(examples, gazetteer)),
        tried=tried_section(read_tried()),
    )
    (DOCS / "calibration.svg").write_text(reliability_plot(series), encoding="utf-8", newline="\n")
    (DOCS / "accuracy.md").write_text(text, encoding="utf-8", newline="\n")
    print(text)
    if arguments.json:
        plain = {
            way: {column: {name: asdict(one) for name, one in of.items()} for column, of in by.items()}
            for way, by in measured.items()
        }
        arguments.json.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8", newline="\n")
    print(f"{time.perf_counter() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
