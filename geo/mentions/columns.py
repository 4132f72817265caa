"""What is known of each token of an article before features are made of it, column by column."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from geo.gazetteer.common import COMMON_WORDS
from geo.mentions.demonyms import find_demonyms
from geo.mentions.tokens import Token
from geo.mentions.words import tags_by_word

Symbol = Callable[[str], str]
"""What the gazetteer knows of a stretch of text, as a short symbol; "" if nothing."""

LONGEST = 6
"""Names of more tokens than this are not looked up whole."""

_EDGE = "¦"
_APOSTROPHES = frozenset("'’ʼ")
_STOPS = frozenset(".!?…¦")
_QUOTES = frozenset("\"'“”‘’()[]")
_CAPITALISED = frozenset(("Xx", "XX", "X", "X.", "Xx.", "xX", "ã"))
_NAME_END = _CAPITALISED | {"9", "9x"}
_PLACE_BEFORE = frozenset(
    ("in", "at", "near", "from", "to", "across", "outside", "around", "throughout", "toward", "towards")
)


def shape_of(word: str) -> str:
    """The kind of a token by its letters: ``xx Xx XX X xX X. Xx. 9 9x ã`` (``ã``: no case), or the mark itself."""
    first = word[0]
    if first.isalpha():
        if word[-1] == ".":
            return "X." if len(word) < 4 or word[1] == "." else "Xx."
        if word.islower():
            return "xx"
        if word.isupper():
            return "XX" if len(word) > 1 else "X"
        if first.isupper():
            return "Xx" if word[1:].islower() or not word.isalpha() else "xX"
        return "xX" if any(c.isupper() for c in word) else "ã"
    if first.isdigit():
        return "9x" if any(c.isalpha() for c in word) else "9"
    return word if len(word) < 3 else "#"


def _says_little(symbol: str) -> bool:
    """Whether this symbol says nothing in text without capitals: an everyday word, an abbreviation, a small place."""
    return "x" in symbol or "u" in symbol or symbol[0] not in "CRA123"


class Columns:
    """An article's tokens as columns, each padded by two at either end so that neighbours need no bounds check."""

    def __init__(
        self, text: str, tokens: Sequence[Token], symbol: Symbol, ordinary: Collection[str] = frozenset()
    ) -> None:
        pad = [_EDGE, _EDGE]
        self.tokens = tokens
        self.ordinary = ordinary
        self.words = pad + [t.text for t in tokens] + pad
        self.lower = [w.casefold() for w in self.words]
        shapes = {w: shape_of(w) for w in set(self.words)}
        self.shapes = [shapes[w] for w in self.words]
        for i, token in enumerate(tokens):
            if token.opaque:
                self.words[i + 2] = self.lower[i + 2] = self.shapes[i + 2] = "@"
            elif token.text in _APOSTROPHES and self._is_genitive(text, i):
                self.lower[i + 2] = "'s"
        tags = tags_by_word()
        self.tags = [
            tags.get(w) or tags.get(w.capitalize() if s == "XX" else "", ())
            for w, s in zip(self.words, self.shapes, strict=True)
        ]
        self.caps = [s in _CAPITALISED for s in self.shapes]
        self.breaks = self._line_breaks(text)
        self.first, self.case = self._sentences()
        self.known, self.single = self._gazetteer(text, symbol)
        self._peoples()
        self.run_start, self.run_end = self._runs()
        self.seen = self._document()
        self.plain = ["v" if w in ordinary else "n" for w in self.lower]

    def _line_breaks(self, text: str) -> list[bool]:
        """Whether a line that is a paragraph's or a headline's end stands before the token."""
        breaks = [False] * len(self.words)
        breaks[2] = True
        end = 0
        for i, token in enumerate(self.tokens, 2):
            gap = text[end : token.start]
            if "\n" in gap and i > 2:
                # A wrapped line goes on in lower case; a paragraph ends in a stop or an empty line.
                breaks[i] = gap.count("\n") > 1 or self.words[i - 1] in _STOPS or self.words[i - 1] in _QUOTES
                if not breaks[i] and self.shapes[i] != "xx":
                    line = text[text.rfind("\n", 0, end) + 1 : end]
                    breaks[i] = len(line) < 60
            end = token.end
        return breaks

    def _sentences(self) -> tuple[list[bool], list[str]]:
        """For each token: whether a sentence starts there, and its case (normal, Title, UPPER, lower)."""
        n = len(self.words)
        first, case = [False] * n, ["n"] * n
        start = 2
        for i in range(3, n - 1):
            if i == n - 2 or self.breaks[i] or (self.words[i - 1] in _STOPS and self.shapes[i] != "xx"):
                first[start] = True
                if self.words[start] in _QUOTES and start + 1 < i:
                    first[start + 1] = True
                long = [j for j in range(start, i) if len(self.words[j]) > 3 and self.words[j][0].isalpha()]
                if len(long) > 2:
                    up = sum(self.shapes[j] == "XX" for j in long)
                    title = sum(self.caps[j] for j in long)
                    kind = "U" if up > 0.7 * len(long) else "T" if title > 0.8 * len(long) else "n"
                    if not any(self.caps[start:i]):
                        kind = "l"
                    if kind != "n":
                        case[start:i] = [kind] * (i - start)
                start = i
        return first, case

    def _runs(self) -> tuple[list[int], list[int]]:
        """First and last (exclusive) column of the run of capitalised words over each token; empty for others."""
        n = len(self.words)
        starts, ends = list(range(n)), list(range(n))
        i = 2
        while i < n - 2:
            if not self.caps[i]:
                i += 1
                continue
            j = i + 1
            # A people's adjective is no part of the name behind it: "Russian Siberia".
            while self.caps[j] and not self.breaks[j] and self.known[j - 1][1:] != "P":
                j += 1
            for k in range(i, j):
                starts[k], ends[k] = i, j
            i = j
        return starts, ends

    def _gazetteer(self, text: str, symbol: Symbol) -> tuple[list[str], list[str]]:
        """The longest gazetteer name over each token (position and symbol), and the symbol of the token alone."""
        n = len(self.words)
        known, single = [""] * n, [""] * n
        done = 2
        for i in range(2, n - 2):
            uncased = self.case[i] == "l"
            if not self.caps[i] and not (uncased and self.shapes[i] == "xx"):
                continue
            if not uncased or self._may_be_name(i):
                single[i] = symbol(self.words[i])
            if i < done:
                continue
            start = self.tokens[i - 2].start
            for j in range(min(i + LONGEST, n - 2), i, -1):
                if self.shapes[j - 1] not in _NAME_END and not uncased:
                    continue
                found = single[i] if j == i + 1 else symbol(text[start : self.tokens[j - 3].end])
                if found and not (uncased and _says_little(found)):
                    if j == i + 1:
                        known[i] = "S" + found
                    else:
                        for k in range(i, j):
                            known[k] = ("B" if k == i else "E" if k == j - 1 else "I") + found
                    done = j
                    break
        return known, single

    def _is_genitive(self, text: str, i: int) -> bool:
        """Whether the apostrophe is a plural's or a name's in -s: "the Philippines' navy"."""
        mark, before = self.tokens[i], self.tokens[i - 1] if i else None
        return (
            before is not None
            and before.end == mark.start
            and before.text[-1] in "sS"
            and text[mark.end : mark.end + 1].isspace()
        )

    def _may_be_name(self, i: int) -> bool:
        """Whether a word of a line without capitals may be a name alone: no everyday word, month or the like."""
        word = self.lower[i]
        return (
            len(word) > 2
            and word not in self.ordinary
            and word not in COMMON_WORDS
            and {"common", "month"}.isdisjoint(tags_by_word().get(word.capitalize(), ()))
        )

    def _peoples(self) -> None:
        """Demonyms are known as such (``P``), unless they are a part of a longer name ("Korean Peninsula")."""
        for start, end in find_demonyms(self.tokens, [False] * len(self.tokens)):
            i, j = start + 2, end + 2
            if self.known[i][:1] in {"I", "E"} or self.known[j - 1][:1] in {"B", "I"}:
                continue
            self.known[i:j] = ["SP"] if j == i + 1 else ["BP", *["IP"] * (j - i - 2), "EP"]

    def _document(self) -> dict[str, int]:
        """What the whole article says of each word, as bits: see the names beside."""
        seen: dict[str, int] = {}
        lower, words, tags = self.lower, self.words, self.tags
        for i in range(2, len(words) - 2):
            word = lower[i]
            if self.shapes[i] == "xx":
                if len(word) > 2:
                    seen[word] = seen.get(word, 0) | 1
            elif self.caps[i] and self.case[i] == "n":
                bits = 0
                if lower[i - 1] in _PLACE_BEFORE:
                    bits |= 2
                if self.caps[i - 1] and not self.first[i - 1]:
                    bits |= (
                        8
                        if "given" in tags[i - 1] or "title" in tags[i - 1] or self.shapes[i - 1] == "X."
                        else 4
                    )
                if self.caps[i + 1]:
                    bits |= 16
                if (
                    words[i + 1] == ","
                    and self.known[i + 2][1:2] in {"R", "C"}
                    and "x" not in self.known[i + 2]
                ):
                    bits |= 32
                if "role" in tags[i + 1] or "title" in tags[i - 1]:
                    bits |= 64
                if bits:
                    seen[word] = seen.get(word, 0) | bits
        return seen
