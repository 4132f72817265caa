"""Resolving with corrections: rows settle what they name, and rows of a country wait until it is known who leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from geo.gazetteer.correction_layers import Corrections, Decision, decide
from geo.gazetteer.corrections import Correction
from geo.gazetteer.names import normalise
from geo.mentions.corrected import Corrected, correct
from geo.records import Article, Bias, Mention, Toponym
from geo.toponyms.resolve import Resolver

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

Batch = Sequence[tuple[Article, Sequence[Mention]]]


@dataclass(frozen=True, slots=True)
class Settled:
    """The toponyms of each article of a batch, and what corrections did to its mentions."""

    toponyms: list[tuple[Toponym, ...]]
    corrected: list[Corrected]


def resolve_corrected(
    batch: Batch,
    gazetteer: Gazetteer,
    corrections: Corrections,
    bias: Bias | None = None,
    resolver: Resolver | None = None,
) -> Settled:
    """Resolve recognised mentions as the rows of ``corrections`` want it.

    A row with a country applies to articles that the country leads once all else is resolved: no other country has
    more of the certainty of the article's toponyms, those of the row's own name apart. Where such rows apply, the
    batch is resolved once more. Raises ``GazetteerError`` for a place that ``gazetteer`` does not know.
    """
    corrections.check(gazetteer)
    resolver = resolver or Resolver.load()
    corrected = [correct(article, mentions, corrections) for article, mentions in batch]
    toponyms = _resolve(batch, corrected, gazetteer, bias, resolver)
    if not any(row.country_code for row in corrections.rows):
        return Settled(toponyms, corrected)
    again = [
        correct(article, mentions, corrections, partial(is_about, toponyms=found))
        for (article, mentions), found in zip(batch, toponyms, strict=True)
    ]
    if again != corrected:
        toponyms = _resolve(batch, again, gazetteer, bias, resolver)
    return Settled(toponyms, again)


def is_about(row: Correction, toponyms: Sequence[Toponym]) -> bool:
    """Whether the row's country leads the article's toponyms, those of the row's name apart."""
    weights: dict[str, float] = {}
    for toponym in toponyms:
        place = toponym.place
        if place and place.country_code and normalise(toponym.mention.text) != row.key:
            weights[place.country_code] = weights.get(place.country_code, 0.0) + toponym.certainty
    return bool(weights) and weights.get(row.country_code, 0.0) >= max(weights.values())


def _resolve(
    batch: Batch,
    corrected: Sequence[Corrected],
    gazetteer: Gazetteer,
    bias: Bias | None,
    resolver: Resolver,
) -> list[tuple[Toponym, ...]]:
    known: dict[str, Decision | None] = {}

    def decision(row: Correction) -> Decision | None:
        if row.source not in known:
            known[row.source] = decide(row, gazetteer)
        return known[row.source]

    decided = [
        {span: found for span, row in one.rows.items() if (found := decision(row)) is not None}
        for one in corrected
    ]
    mended = [(article, one.mentions) for (article, _), one in zip(batch, corrected, strict=True)]
    return resolver.resolve(mended, gazetteer, decided=decided, bias=bias)
