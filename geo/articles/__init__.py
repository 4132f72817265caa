"""Sources in, articles out: reading files, and the furniture and sentences of an article."""

from geo.articles.article import make_article
from geo.articles.sources import read_sources

__all__ = ["make_article", "read_sources"]
