"""The whole way: texts in, toponyms and tables out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from geo.articles import make_article
from geo.gazetteer import open_gazetteer
from geo.mentions import Recogniser
from geo.records import Article, Focus, Footprint, Toponym
from geo.toponyms import Resolver
from geo.toponyms.focus import find_focus
from geo.toponyms.footprints import find_footprints

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from geo.gazetteer import Gazetteer
    from geo.tables import Tables


@dataclass(frozen=True)
class Parsed:
    """Articles and their toponyms, one tuple of toponyms an article, in the order they were given.

    ``footprints`` are the spots that each article states relative to its places, ``focus`` what it is about. The
    tables (``articles``, ``mentions``, ``places``, ``unresolved``; of footprints: ``tables.footprints``) are made when
    first asked for; their columns stand in ``docs/tables.md``.
    """

    documents: tuple[Article, ...]
    toponyms: tuple[tuple[Toponym, ...], ...]
    gazetteer: Gazetteer
    footprints: tuple[tuple[Footprint, ...], ...] = ()
    focus: tuple[Focus, ...] = ()

    @cached_property
    def tables(self) -> Tables:
        """All tables, joined by ``article`` and ``place`` ids."""
        from geo.tables import build_tables

        return build_tables(
            self.documents,
            self.toponyms,
            gazetteer=self.gazetteer,
            footprints=self.footprints,
            focus=self.focus,
        )

    @property
    def articles(self) -> pd.DataFrame:
        """One row an article."""
        return self.tables.articles

    @property
    def mentions(self) -> gpd.GeoDataFrame:
        """One row a mention, EPSG:4326; the geometry is empty where it was not placed."""
        return self.tables.mentions

    @property
    def places(self) -> gpd.GeoDataFrame:
        """One row a place that some mention names, EPSG:4326."""
        return self.tables.places

    @property
    def unresolved(self) -> pd.DataFrame:
        """One row a mention that could not be placed, with a ready row for ``places.csv``."""
        return self.tables.unresolved


def parse(
    texts: str | Article | Iterable[str | Article],
    *,
    gazetteer: Gazetteer | None = None,
    min_score: float = 0.0,
    on_progress: Callable[[int, int], None] | None = None,
) -> Parsed:
    """Find and place every place name of some texts.

    ``texts`` is one text or article, or several; plain texts get the ids ``text-1``, ``text-2`` … ``gazetteer``
    defaults to the bundled one with ``./gazetteer/places.csv`` on top. A toponym whose certainty
    (``score`` × ``place_score``, a probability) is below ``min_score`` counts as not placed.
    ``on_progress`` is called with the number of articles read so far and in all.

    Raises ``GazetteerError`` for a faulty row in a user's gazetteer.
    """
    documents = _as_articles(texts)
    gazetteer = gazetteer or open_gazetteer()
    recogniser = Recogniser.load()
    batch = []
    for number, article in enumerate(documents, start=1):
        batch.append((article, recogniser.recognise(article, gazetteer)))
        if on_progress:
            on_progress(number, len(documents))
    resolved = Resolver.load().resolve(batch, gazetteer)
    toponyms = tuple(tuple(_unless_below(t, min_score) for t in of_article) for of_article in resolved)
    pairs = list(zip(documents, toponyms, strict=True))
    footprints = tuple(find_footprints(article, found) for article, found in pairs)
    focus = tuple(find_focus(article, found) for article, found in pairs)
    return Parsed(documents, toponyms, gazetteer, footprints, focus)


def _as_articles(texts: str | Article | Iterable[str | Article]) -> tuple[Article, ...]:
    given: Sequence[str | Article] = [texts] if isinstance(texts, (str, Article)) else list(texts)
    return tuple(
        text if isinstance(text, Article) else make_article(f"text-{number}", text)
        for number, text in enumerate(given, start=1)
    )


def _unless_below(toponym: Toponym, min_score: float) -> Toponym:
    """The toponym, or the same one unplaced where its certainty is below the bound."""
    if toponym.place is None or toponym.certainty >= min_score:
        return toponym
    reason = f"certainty {toponym.certainty:.2f} is below the bound of {min_score:g}"
    return replace(toponym, place=None, score=0.0, precision=None, radius_km=None, reason=reason)
