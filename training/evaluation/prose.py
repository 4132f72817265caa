"""The words of ``docs/accuracy.md`` around its figures: ``page.md`` with its blanks filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_PAGE = Path(__file__).with_name("page.md")


def page(
    *,
    aims: str,
    intervals: Mapping[str, str],
    differences: Mapping[str, str],
    tables: Mapping[str, str],
    kinds: str,
    coverage: tuple[str, str],
    reliability: str,
    errors: str,
    shipped: str,
    tried: str,
) -> str:
    """The whole page."""
    return _PAGE.read_text(encoding="utf-8").format(
        aims=aims,
        **{str(way): text for way, text in intervals.items()},
        **{f"{way}_difference": text for way, text in differences.items()},
        **{f"{way}_table": text for way, text in tables.items()},
        kinds=kinds,
        coverage=coverage[0].rstrip(),
        missed=coverage[1].rstrip(),
        reliability=reliability,
        errors=errors,
        shipped=shipped,
        tried=tried,
    )
