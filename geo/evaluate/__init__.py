"""The parser's figures against annotated articles."""

from __future__ import annotations

from geo.evaluate.corpora import mark_demonyms, read_corpus
from geo.evaluate.coverage import coverage, missed
from geo.evaluate.report import figures_table
from geo.evaluate.scores import score

__all__ = ["coverage", "figures_table", "mark_demonyms", "missed", "read_corpus", "score"]
