"""Copies of some of our own articles without capitals, with slips of the finger, of some headlines in capitals.

Nothing is drawn at random: which articles are copied hangs on a hash of their ids.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace

from training.examples import Example, Range

TURNS = 12
LOWERED = frozenset((1, 7))
RAISED = frozenset((2, 8, 10))
MISTYPED = frozenset((5,))
"""Of every twelve of our own articles two are copied without capitals, three headlines in capitals, one with slips."""
LONG = 7
"""Letters in the names that are mistyped: a slip in a shorter one leaves too little of it."""


def augmented(examples: Sequence[Example]) -> list[Example]:
    """What is added to the training articles."""
    out = []
    for example in examples:
        turn = zlib.crc32(example.id.encode("utf-8")) % TURNS
        if example.source == "own" and turn in LOWERED:
            out.append(lowered(example))
        if example.source == "own" and turn in RAISED:
            out.append(raised(first_line(example)))
        if example.source == "own" and turn in MISTYPED:
            out.append(mistyped(example))
    return out


def mistyped(example: Example) -> Example:
    """The article with two letters swapped in every long name of one word: "Minnestoa"."""
    text = example.text
    for start, end in example.names:
        name = text[start:end]
        if name.isalpha() and len(name) >= LONG:
            at = start + 2 + zlib.crc32(name.encode("utf-8")) % (end - start - 3)
            text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return replace(example, id=example.id + "+slips", text=text)


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
