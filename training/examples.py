"""Annotated text for training: the public corpora and our own, in one shape."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.evaluate import read_corpus
from geo.evaluate.corpora import Document
from geo.evaluate.scores import targets_of
from geo.mentions.tagger import LABELS
from geo.mentions.tokens import Token

HERE = Path(__file__).parent
CORPORA = Path(os.environ.get("DATELINE_CORPORA") or HERE.parent.parent / "shared" / "geoparsing")
NAMES = ("lgl", "trnews", "gwn")
"""The corpora used for training. ``seeds.jsonl`` beside them is an exam and never read here."""
OWN = HERE / "corpus"
FOLDS = 5

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the ranges of code points that name places, longest first where they overlap."""

    id: str
    source: str
    text: str
    names: tuple[Range, ...]
    neutral: tuple[Range, ...] = ()


def fold_of(id: str) -> int:
    """The fold of an article: the same whatever else is in the corpus."""
    return int(hashlib.md5(id.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def read_documents(folder: Path = CORPORA) -> dict[str, list[Document]]:
    """Each corpus by its name, as annotated documents."""
    return {name: read_corpus(folder / f"{name}.jsonl") for name in NAMES}


def example_of(document: Document, source: str) -> Example:
    """A corpus document's targets as ranges; demonyms and languages are neutral."""
    targets, _, neutral = targets_of(document)
    return Example(str(document["id"]), source, document["text"], _ranges(targets), _ranges(neutral))


def _ranges(toponyms: Sequence[Document]) -> tuple[Range, ...]:
    return tuple(sorted((int(t["start"]), int(t["end"])) for t in toponyms))


def labels_of(example: Example, tokens: Sequence[Token]) -> list[str]:
    """BIO labels of the tokens; of overlapping names the longest counts."""
    labels = [LABELS[0]] * len(tokens)
    for start, end in sorted(example.names, key=lambda r: (r[0] - r[1], r[0])):
        inside = [i for i, t in enumerate(tokens) if t.start < end and t.end > start]
        if inside and all(labels[i] == LABELS[0] for i in inside):
            labels[inside[0]] = LABELS[1]
            for i in inside[1:]:
                labels[i] = LABELS[2]
    return labels


def read_own(folder: Path = OWN, *, embedded: bool = True) -> list[Example]:
    """Our own articles, marked as ``GUIDELINES.md`` says; ``embedded`` counts names within other names as names.

    Raises ``ValueError`` with ``file:line`` where brackets do not match.
    """
    examples = []
    for path in sorted(folder.glob("*.txt")):
        for number, (line, block) in enumerate(_blocks(path)):
            examples.append(_own_example(block, f"{path.stem}/{number}", f"{path}:{line}", embedded))
    return examples


def _blocks(path: Path) -> Iterator[tuple[int, str]]:
    """The articles of a file with their first line's number."""
    lines: list[str] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], start=1):
        if line.startswith("#"):
            continue
        if line.strip():
            lines.append(line)
        elif lines:
            yield number - len(lines), "\n".join(lines)
            lines = []


_CLOSING = {"[": "]", "{": "}", "<": ">"}


def _own_example(marked: str, id: str, where: str, embedded: bool) -> Example:
    text: list[str] = []
    names: list[Range] = []
    neutral: list[Range] = []
    opened = ""
    start = 0
    for char in marked:
        if char in _CLOSING:
            if opened:
                raise ValueError(
                    f"{where}: {opened!r} opened again before it was closed, near {''.join(text)[-40:]!r}"
                )
            opened, start = char, len(text)
        elif char in {"]", "}", ">"}:
            if not opened or _CLOSING[opened] != char or start == len(text):
                raise ValueError(f"{where}: {char!r} closes nothing, near {''.join(text)[-40:]!r}")
            if opened == "[" or (opened == "<" and embedded):
                names.append((start, len(text)))
            elif opened == "{":
                neutral.append((start, len(text)))
            opened = ""
        else:
            text.append(char)
    if opened:
        raise ValueError(f"{where}: {opened!r} is never closed")
    return Example(id, "own", "".join(text), tuple(names), tuple(neutral))
