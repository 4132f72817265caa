"""The cells of one row of a CSV, and what is found wrong while they are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")
Problem = tuple[str, str]
"""What is wrong, and what to do."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_REMEDY_OF_C1 = (
    "take the cell from the file as it was, saved as UTF-8: its letters were read in a wrong encoding"
)


class FaultyCellError(Exception):
    """A cell that cannot be read; its arguments are what is wrong and what to do."""


class Cells:
    """The cells of a row by column, and what was found wrong while reading them."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = cells
        self.problems: list[Problem] = [
            (
                f"{column}: the control character U+{ord(bad[0]):04X}",
                _REMEDY_OF_C1 if bad[0] > "\x7f" else "delete it",
            )
            for column, text in cells.items()
            if (bad := _CONTROL.search(text))
        ]

    def has(self, column: str) -> bool:
        """Whether something stands there."""
        return bool(self._cells.get(column))

    def read(self, column: str, parse: Callable[[str], T], otherwise: T) -> T:
        """The parsed cell, ``otherwise`` for an empty or a faulty one."""
        text = self._cells.get(column, "")
        if not text:
            return otherwise
        try:
            return parse(text)
        except FaultyCellError as fault:
            what, remedy = fault.args
            self.problems.append((f"{column} {quoted(text)}: {what}", remedy))
            return otherwise


def quoted(text: str) -> str:
    """A cell for a message: in quotation marks, cut where it is long."""
    return repr(text if len(text) <= 40 else text[:39] + "…")
