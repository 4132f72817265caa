"""Trains the recogniser, measures it on held-out articles and corpora, and writes the model and its card.

    python -m training.train_recogniser            prints the held-out figures, then trains on everything and writes
    python -m training.train_recogniser --figures  prints the figures only

Reads the public corpora ($DATELINE_CORPORA, else ../shared/geoparsing: LGL, TR-News, GeoWebNews), their fixes in
``key_fixes.csv`` and ``training/corpus``; needs the gazetteer (`make gazetteer`). The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import replace
from pathlib import Path

from geo.gazetteer import open_gazetteer
from geo.mentions.known import symbols
from geo.mentions.model import BUNDLED, write_model
from training.crf import SETTINGS
from training.examples import CORPORA, NAMES, OWN, example_of, read_documents, read_own
from training.fit_recogniser import EAGERNESS, fit_model
from training.fit_usage import fit_usage, samples_of, usage_f1
from training.key_fixes import FIXES
from training.measure_recogniser import calibrate, cross_validate, figures, leave_one_out

CARD = "recogniser.json"
TYPED = "gwn"
"""The corpus that says how each name is used."""
DATE = "2026-11-27"
"""The day of this recipe, not of the run, so that the card's bytes do not change."""


def data_hashes(corpora: Path) -> dict[str, str]:
    """SHA-256 of every file that training reads."""
    paths = [*(corpora / f"{name}.jsonl" for name in NAMES), *sorted(OWN.glob("*.txt")), FIXES]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--figures", action="store_true", help="print the figures, write nothing")
    parser.add_argument(
        "--model", type=Path, default=BUNDLED, help="where the model goes; its card stands beside it"
    )
    parser.add_argument(
        "corpora", type=Path, nargs="?", default=CORPORA, help="the folder of annotated corpora"
    )
    arguments = parser.parse_args()
    gazetteer = open_gazetteer(here=False)
    corpora, own = read_documents(arguments.corpora), read_own()
    folds = cross_validate(corpora, own, gazetteer)
    measured = {
        "5-fold": figures(corpora, folds),
        "leave-one-corpus-out": figures(corpora, leave_one_out(corpora, own, gazetteer)),
    }
    print(json.dumps(measured, indent=1))
    if arguments.figures:
        return
    examples = [example_of(d, name) for name, documents in corpora.items() for d in documents]
    symbol = symbols(gazetteer.lexicon)
    model = fit_model([*examples, *own], symbol)
    typed = corpora[TYPED]
    usage = fit_usage([s for document in typed for s in samples_of(document, symbol, model.ordinary)])
    measured["5-fold"]["usage"] = {TYPED: round(usage_f1(typed, symbol, model.ordinary)["macro"], 4)}
    content = write_model(replace(model, calibration=calibrate(corpora, folds), usage=usage))
    card = {
        "model": "Dateline's recogniser: a linear-chain CRF over the features of geo/mentions/features.py",
        "sha256": hashlib.sha256(content).hexdigest(),
        "date": DATE,
        "trained_by": "python -m training.train_recogniser",
        "settings": SETTINGS,
        "eagerness": EAGERNESS,
        "gazetteer": gazetteer.digest,
        "data_sha256": data_hashes(arguments.corpora),
        "articles": {**{name: len(documents) for name, documents in corpora.items()}, "own": len(own)},
        "figures_f1": measured,
        "licence": "MIT; the corpora's texts are not in it",
    }
    arguments.model.write_bytes(content)
    text = json.dumps(card, indent=1, sort_keys=True) + "\n"
    arguments.model.with_name(CARD).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
