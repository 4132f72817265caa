"""What we publish of the row that decided something: never a folder of whoever made the table."""

from __future__ import annotations

import re

_PRIVATE = re.compile(r"^(?:[/\\\\~]|[A-Za-z]:|\.\.)")


def published_row(source: str) -> str | None:
    """``file:line`` as given where its path is relative, else without its folder; None for "".

    >>> published_row("/home/ada/mine.csv:3"), published_row("gazetteer/corrections.csv:3")
    ('mine.csv:3', 'gazetteer/corrections.csv:3')
    """
    return (re.split(r"[/\\\\]", source)[-1] if _PRIVATE.match(source) else source) or None
