"""Web pages: main text and metadata, by trafilatura."""

from __future__ import annotations

import re
from typing import Any

from geo.articles.article import make_article
from geo.articles.decode import decode
from geo.errors import SourceError
from geo.records import Article

_OUR_FIELDS = {
    "title": "title",
    "url": "url",
    "date": "date",
    "sitename": "publisher",
    "author": "author",
    "hostname": "domain",
}


_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.IGNORECASE)
_HEAD = 8192


def decode_page(data: bytes, name: str) -> str:
    """The page as text: UTF-8 if it is, else in the encoding its ``meta`` names, else as ``decode`` finds."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared and b"\0" not in data[:_HEAD]:
        for encoding in ("utf-8-sig", declared[1].decode("ascii")):
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(data, name)


def read_page(page: str, id: str, name: str) -> Article:
    """The article of the web page ``page``; its text is the main text, a paragraph a line.

    Raises SourceError where the page holds no main text.
    """
    import logging

    import trafilatura

    # trafilatura logs what it can't parse; what matters is said by our own error.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document: Any = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, include_tables=True, deduplicate=False
        )
    except Exception as error:  # a parser of hostile pages: whatever it raises, the page is what is wrong
        raise SourceError(
            f"{name}: its HTML can't be read ({type(error).__name__}); save the text as .txt"
        ) from None
    text = getattr(document, "text", None)
    if not isinstance(text, str) or not text.strip():
        raise SourceError(f"{name}: holds no article text; save the text as .txt, or leave the page out")
    values = {ours: getattr(document, theirs, None) for theirs, ours in _OUR_FIELDS.items()}
    return make_article(id, text, **{key: value for key, value in values.items() if isinstance(value, str)})
