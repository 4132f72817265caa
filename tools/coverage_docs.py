"""Write ``docs/coverage.md``: how much of the corpora's keys the gazetteer holds, and the kinds of what it misses.

    python -m tools.coverage_docs [FOLDER]

FOLDER holds the corpora (default: ``DATELINE_CORPORA``, else ``../shared/geoparsing``). Counts only: no text of an
article is printed.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from geo.evaluate import coverage, missed, read_corpus
from geo.evaluate.corpora import Document
from geo.gazetteer import Gazetteer, open_gazetteer

TARGET = Path("docs/coverage.md")
CORPORA = {"lgl": "LGL", "trnews": "TR-News", "gwn": "GeoWebNews"}
_HEAD = """# What the gazetteer holds of the corpora, and what it misses

Written by `python -m tools.coverage_docs`; `geo evaluate` prints the figures as `coverage` and `coverage.fold4`. A
linked gold toponym is covered if some candidate of its text is right by the scorer's rule (same GeoNames number,
within 161 km, or within the key's own radius); `geo/evaluate/coverage.py` says it in full. Rows of
`gazetteer/places.csv` may be prompted by misses in folds 0 to 3, never by fold 4.

"""
_MISSES = """
## What is missed

Linked gold toponyms without a right candidate, by kind (the words in the name, else the key's GeoNames code), all
folds. "Known" names are borne by some other place of the gazetteer; the rest is unknown to it.

"""
_TAIL = """
The packages hold no place of fewer than 500 people, few streets, buildings or institutions; rivers and parks are
only our own rows. An unknown name stays unplaced, and is listed in `unresolved.csv`, unless the text says where it
lies.
"""


def main() -> None:
    """Measure and write."""
    default = os.environ.get("DATELINE_CORPORA", "../shared/geoparsing")
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else default)
    gazetteer = open_gazetteer(here=False)
    documents = {label: read_corpus(folder / f"{name}.jsonl") for name, label in CORPORA.items()}
    shares, misses = coverage_tables(documents, gazetteer)
    TARGET.write_text(_HEAD + shares + _MISSES + misses + _TAIL, encoding="utf-8", newline="\n")


def coverage_tables(documents: Mapping[str, list[Document]], gazetteer: Gazetteer) -> tuple[str, str]:
    """The shares that are covered, and the kinds of what is missed, by corpus, as two tables."""
    figures = {label: coverage(of_corpus, gazetteer) for label, of_corpus in documents.items()}
    rows = [[name, *(f"{figures[label][key]:.3f}" for label in documents)] for key, name in _ROWS.items()]
    misses = {label: missed(of_corpus, gazetteer) for label, of_corpus in documents.items()}
    return _table(["", *documents], rows), _table(["kind", *documents], _by_kind(misses))


_ROWS = {"coverage": "all articles", "coverage.fold4": "fold 4 alone"}


def _by_kind(misses: dict[str, Counter[tuple[str, bool]]]) -> list[list[str]]:
    total: Counter[str] = Counter()
    for of_corpus in misses.values():
        for (kind, _), count in of_corpus.items():
            total[kind] += count
    kinds = sorted(total, key=lambda kind: (-total[kind], kind))
    return [[kind, *(_cell(of_corpus, kind) for of_corpus in misses.values())] for kind in kinds]


def _cell(of_corpus: Counter[tuple[str, bool]], kind: str) -> str:
    known, unknown = of_corpus[kind, True], of_corpus[kind, False]
    return f"{known + unknown} ({known} known)" if known else str(unknown)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


if __name__ == "__main__":
    main()
