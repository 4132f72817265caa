"""What to write where somebody gives a code that is no country's in ISO 3166-1."""

from __future__ import annotations

_MEANT = {"UK": "GB", "EL": "GR"}
"""Codes in wide use beside the standard's: the European Union's (Interinstitutional Style Guide, 7.1.1)."""


def advice_on(code: str) -> str:
    """What to do about an unknown country code: the one that is meant, where that is known."""
    meant = _MEANT.get(code.upper())
    if meant:
        return f"write {meant}, its code in ISO 3166-1"
    return "use a code of ISO 3166-1 with two letters, such as UA"
