"""The whole way: texts in, toponyms and tables out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from geo.articles import make_article
from geo.errors import UsageError
from geo.gazetteer import open_corrections, open_gazetteer
from geo.gazetteer.country_codes import advice_on
from geo.mentions import Recogniser, foreign_warning, is_foreign
from geo.records import Article, Bias, Focus, Footprint, Toponym
from geo.toponyms.anchors import place_by_anchors
from geo.toponyms.correcting import resolve_corrected
from geo.toponyms.focus import find_focus
from geo.toponyms.footprints import find_footprints
from geo.toponyms.publishers import articles_learned_from

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from geo.gazetteer import Corrections, Gazetteer
    from geo.mentions.corrected import Dropped
    from geo.tables import Tables


@dataclass(frozen=True)
class Parsed:
    """Articles and their toponyms, one tuple of toponyms an article, in the order they were given.

    ``footprints`` are the spots that each article states relative to its places, ``focus`` what it is about. The
    tables (``articles``, ``mentions``, ``places``, ``unresolved``; of footprints: ``tables.footprints``) are made when
    first asked for; their columns stand in ``docs/tables.md``. ``dropped`` are the mentions of each article that rows
    of corrections made no place, ``warnings`` the articles that are not in English, as ``id: why``, and the rows that
    could not be applied, as ``file:line: why``.
    """

    documents: tuple[Article, ...]
    toponyms: tuple[tuple[Toponym, ...], ...]
    gazetteer: Gazetteer
    footprints: tuple[tuple[Footprint, ...], ...] = ()
    focus: tuple[Focus, ...] = ()
    dropped: tuple[tuple[Dropped, ...], ...] = ()
    warnings: tuple[str, ...] = ()

    @cached_property
    def learned_from(self) -> tuple[int, ...]:
        """For each article, from how many others of its publisher that one's own area was learned (0: it was not)."""
        return articles_learned_from(self.documents)

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
    corrections: Corrections | None = None,
    bias: Bias | None = None,
    min_score: float = 0.0,
    on_progress: Callable[[int, int], None] | None = None,
) -> Parsed:
    """Find and place every place name of some texts.

    ``texts`` is one text or article, or several; plain texts get the ids ``text-1``, ``text-2`` … ``gazetteer``
    defaults to the bundled one with ``./gazetteer/places.csv`` on top, ``corrections`` to the bundled ones with
    ``./gazetteer/corrections.csv`` on top. ``bias`` is what is known beforehand of where they play. A toponym
    whose certainty (``score`` × ``place_score``, a probability) is below ``min_score`` counts as not placed.
    ``on_progress`` is called with the number of articles read so far and in all.

    Raises ``GazetteerError`` for a faulty row in a user's gazetteer or corrections, ``UsageError`` for a bias with an
    unknown country or with a point that is not on Earth.
    """
    documents = _as_articles(texts)
    gazetteer = gazetteer or open_gazetteer()
    if corrections is None:
        corrections = open_corrections(country_codes=gazetteer.country_codes)
    if bias is not None:
        _check_bias(bias, gazetteer.country_codes)
    recogniser = Recogniser.load()
    batch = []
    for number, article in enumerate(documents, start=1):
        batch.append((article, recogniser.recognise(article, gazetteer)))
        if on_progress:
            on_progress(number, len(documents))
    settled = resolve_corrected(batch, gazetteer, corrections, bias)
    anchored = (place_by_anchors(*one) for one in zip(documents, settled.toponyms, strict=True))
    toponyms = tuple(tuple(_unless_below(t, min_score) for t in of_article) for of_article in anchored)
    pairs = list(zip(documents, toponyms, strict=True))
    footprints = tuple(find_footprints(article, found) for article, found in pairs)
    focus = tuple(find_focus(article, found) for article, found in pairs)
    dropped = tuple(one.dropped for one in settled.corrected)
    warnings = (
        *(foreign_warning(article) for article in documents if is_foreign(article)),
        *(warning for one in settled.corrected for warning in one.warnings),
        *corrections.astray([article.id for article in documents]),
    )
    return Parsed(documents, toponyms, gazetteer, footprints, focus, dropped, warnings)


def _check_bias(bias: Bias, country_codes: frozenset[str]) -> None:
    """Raise ``UsageError`` where a bias names what is not on Earth."""
    for code in bias.countries:
        if code not in country_codes:
            raise UsageError(f"country {code}: no such country; {advice_on(code)}")
    if bias.near and not (-90 <= bias.near[0] <= 90 and -180 <= bias.near[1] <= 180):
        raise UsageError(f"near {bias.near}: latitude goes from -90 to 90, longitude from -180 to 180")
    if bias.box:
        west, south, east, north = bias.box
        if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
            raise UsageError(f"box {bias.box}: give west, south, east, north in degrees, south below north")


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
