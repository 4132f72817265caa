"""Annotated articles, one JSON object a line, as ``score.py``'s head describes them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from geo.errors import SourceError

Document = dict[str, Any]
"""``id``, ``text``, ``toponyms`` and whatever else a line holds."""


def read_corpus(path: Path, columns: Mapping[str, str] | None = None) -> list[Document]:
    """The articles of a corpus file, each gold toponym marked with ``demonym`` (bool).

    What counts as a demonym is said by ``demonyms.txt`` beside the file, one lower-case word a line; where there is
    none, by the toponym's own ``type`` ("Demonym"). ``columns`` gives the file's own keys for ours.

    Raises ``SourceError`` where the file is missing, or a line is no article.
    """
    words = path.with_name("demonyms.txt")
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise SourceError(
            f"{path}: cannot be read ({error.strerror}); give an annotated .jsonl file"
        ) from error
    documents = [
        _document(line, f"{path}:{number}", columns or {})
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    demonyms = words.read_text(encoding="utf-8").split("\n") if words.exists() else _typed_demonyms(documents)
    return mark_demonyms(documents, demonyms)


def _typed_demonyms(documents: Iterable[Document]) -> set[str]:
    typed = (t for document in documents for t in document["toponyms"] if t.get("type") == "Demonym")
    return {toponym["text"].strip().lower() for toponym in typed}


def mark_demonyms(documents: Iterable[Document], demonyms: Collection[str]) -> list[Document]:
    """Copies of the articles whose gold toponyms say whether they are demonyms (``demonym``: bool)."""
    known = frozenset(demonyms)
    return [
        {
            **document,
            "toponyms": [
                {**toponym, "demonym": toponym["text"].strip().lower() in known}
                for toponym in document["toponyms"]
            ],
        }
        for document in documents
    ]


def _document(line: str, where: str, columns: Mapping[str, str]) -> Document:
    try:
        document = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(f"{where}: no JSON ({error.msg}); give one annotated article a line") from error
    if isinstance(document, dict):
        document.update({ours: document[theirs] for ours, theirs in columns.items() if theirs in document})
    missing = [
        key for key in ("id", "text", "toponyms") if not isinstance(document, dict) or key not in document
    ]
    if missing:
        raise SourceError(f"{where}: lacks {', '.join(missing)}; give one annotated article a line")
    assert isinstance(document, dict)
    return document
