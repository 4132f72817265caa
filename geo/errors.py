"""Dateline's own errors: few, and each message says what is wrong, where, and what to do.

Every class is also the built-in error a caller would expect, so that ``except ValueError``
and ``except OSError`` go on working.
"""

from __future__ import annotations


class GeoError(Exception):
    """The base of all of Dateline's errors; the command line prints it in one line and exits 2."""


class SourceError(GeoError, ValueError):
    """An article source is missing, empty, binary, unreadable or malformed."""


class GazetteerError(GeoError, ValueError):
    """A gazetteer file is missing, or a row in it is wrong; the message starts with ``file:line``."""


class UsageError(GeoError, ValueError):
    """The request itself makes no sense, such as two articles that would write one map."""


class OutputError(GeoError, OSError):
    """A result could not be written; what stood at that path before is untouched."""


class NeedsNetwork(GeoError, ValueError):
    """Something added to a map would load from a network or break the page's security policy."""
