"""Figures as a table for people."""

from __future__ import annotations

from collections.abc import Mapping

from geo.evaluate.scores import Figures


def mean(figures: Mapping[str, Figures]) -> Figures:
    """The mean of each figure over the corpora that have it; None where none has."""
    keys = next(iter(figures.values()))
    means: Figures = {}
    for key in keys:
        values = [value for of_corpus in figures.values() if (value := of_corpus[key]) is not None]
        means[key] = sum(values) / len(values) if values else None
    return means


def figures_table(figures: Mapping[str, Figures]) -> str:
    """One column a corpus, then their mean where there are several; ``-`` where a figure has no basis."""
    columns = dict(figures)
    if len(columns) > 1:
        columns["mean"] = mean(figures)
    lines = [" " * 24 + "".join(f"{name:>12s}" for name in columns)]
    for key in next(iter(columns.values())):
        cells = "".join(f"{_cell(key, of_corpus[key]):>12s}" for of_corpus in columns.values())
        lines.append(f"{key:24s}{cells}")
    return "\n".join(lines)


def _cell(key: str, value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.0f}" if "docs" in key or "_km" in key else f"{value:.3f}"
