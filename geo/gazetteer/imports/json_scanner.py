"""JSON read value by value out of a text of any length, with the number of the line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

CHUNK = 1 << 20
LONGEST = 1 << 26
"""Characters of the longest value that is read; what is longer is taken for a file that is broken there."""
_BLANK = " \t\r\n\x1e"
"""White space, and the mark that starts a record of a GeoJSON text sequence (RFC 8142)."""


class BrokenJsonError(Exception):
    """The text is no JSON from some place on."""


class JsonScanner:
    """A text read piece by piece, and the place in it. All that reads may raise ``BrokenJsonError``."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._buffer = ""
        self._at = 0
        self._decoder = json.JSONDecoder()
        self.line = 1
        """The number of the line that is being read."""
        self.had_features = False

    def peek(self) -> str:
        """The next character that is no white space, "" at the end."""
        while True:
            while self._at < len(self._buffer) and self._buffer[self._at] in _BLANK:
                self.line += self._buffer[self._at] == "\n"
                self._at += 1
            if self._at < len(self._buffer) or not self._more(CHUNK):
                return self._buffer[self._at : self._at + 1]

    def skip(self, mark: str) -> bool:
        """Pass the next character if it is this one."""
        if self.peek() != mark:
            return False
        self._at += 1
        return True

    def key(self) -> str:
        """The next key of an object, its colon passed."""
        found = self.value()
        if not isinstance(found, str) or not self.skip(":"):
            raise BrokenJsonError("an object without a key")
        return found

    def members(self) -> Iterator[tuple[int, Any]]:
        """The members of the list that begins here, each with its line."""
        self.skip("[")
        while not self.skip("]"):
            self.peek()
            line = self.line
            yield line, self.value()
            if not self.skip(",") and self.peek() != "]":
                raise BrokenJsonError("a list that does not end")

    def value(self) -> Any:
        """The next value."""
        self.peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except RecursionError:
                raise BrokenJsonError("nested too deeply") from None
            except ValueError as error:
                size = len(self._buffer) - self._at
                if size > LONGEST or not self._more(max(CHUNK, size)):
                    raise BrokenJsonError(getattr(error, "msg", "a number that is too long")) from None
                continue
            # A number may go on in the next piece.
            if end == len(self._buffer) and self._more(CHUNK):
                continue
            self.line += self._buffer.count("\n", self._at, end)
            self._at = end
            return value

    def _more(self, size: int) -> bool:
        piece = self._text.read(size)
        self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return bool(piece)
