"""A hash of all that a result rests on, under which it is kept: corpora, gazetteer and sources."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from training.evaluation.gate import corpora_hash

ROOT = Path(__file__).resolve().parents[1]
_READ = frozenset({".py", ".txt", ".csv"})
_PAGES = "evaluation"
"""The package that measures and writes pages: what it says of a system changes nothing of it."""


def state(digest: str, sources: Sequence[str]) -> str:
    """Sixteen hexadecimal digits for the corpora, a gazetteer's ``digest``, and files or folders below the root."""
    found = hashlib.sha256(f"{corpora_hash()} {digest}".encode())
    for source in sources:
        for path in sorted((ROOT / source).rglob("*")) or [ROOT / source]:
            if path.suffix in _READ and _PAGES not in path.parts:
                found.update(path.read_bytes())
    return found.hexdigest()[:16]
