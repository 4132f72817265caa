"""Copies of some of our own articles without capitals, and of some headlines in capitals: news has both.

Nothing is drawn at random: which articles are copied hangs on a hash of their ids.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace

from training.examples import Example, Range

TURNS = 12
LOWERED = frozenset((1,))
RAISED = frozenset((2, 8))
"""Of every twelve of our own articles one is copied without capitals, and two headlines in capitals."""


def augmented(examples: Sequence[Example]) -> list[Example]:
    """What is added to the training articles."""
    out = []
    for example in examples:
        turn = zlib.crc32(example.id.encode("utf-8")) % TURNS
        if example.source == "own" and turn in LOWERED:
            out.append(lowered(example))
        if example.source == "own" and turn in RAISED:
            out.append(raised(first_line(example)))
    return out


def lowered(example: Example) -> Example:
    """The article without capitals."""
    text = "".join(c.lower() if len(c.lower()) == 1 else c for c in example.text)
    return replace(example, id=example.id + "+lower", text=text)


def raised(example: Example) -> Example:
    """The article in capitals."""
    text = "".join(c.upper() if len(c.upper()) == 1 else c for c in example.text)
    return replace(example, id=example.id + "+upper", text=text)


def first_line(example: Example) -> Example:
    """The article cut to its first line."""
    end = example.text.find("\n")
    end = len(example.text) if end < 0 else end

    def kept(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        return tuple(r for r in ranges if r[1] <= end)

    return replace(example, text=example.text[:end], names=kept(example.names), neutral=kept(example.neutral))
