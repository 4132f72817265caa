"""What most names mean, worked out by the build: the look-up of such a name only reads its answer.

An answer is what ``lookup.Finder`` finds in the world file alone for a name in ASCII, in its order. It is read only
where no row of a layer may change it, and only for names in which nothing but accents is left to judge; every other
name takes the long way, which gives the same candidates.
"""

from __future__ import annotations

import struct
from collections.abc import Collection

from geo.gazetteer.index import PackedIndex
from geo.gazetteer.making import draft_of, quick
from geo.gazetteer.names import accented, fold
from geo.gazetteer.order import in_order
from geo.gazetteer.sections import Sections
from geo.gazetteer.standing import StandingPlaces
from geo.records import Candidate, Match

MATCHES: tuple[Match, ...] = ("main", "alias", "folded", "type", "romanised", "fuzzy")
"""The ways to match, best first."""
PART = struct.Struct("<II")
"""A candidate in the file."""
PLACE_SHIFT, MATCH_SHIFT, MATCH_MASK, BY_MAIN, WORD_MASK = 13, 10, 7, 1 << 9, (1 << 9) - 1
"""The parts of a candidate's first number: its place, how it matched, whether its main name (type words apart) is this
one but for accents, which type word was set aside."""
LENGTH_BITS = 8
LENGTH_MASK = (1 << LENGTH_BITS) - 1
"""Its second number says where among all places' names its spelling lies, and how many bytes it has: none for the
place's main name."""
REST = MATCH_MASK
"""Instead of a match: the second number is the mark of what is left of the name without a type word."""
_EXACT = frozenset(MATCHES[:3])
"""These are of the very name, accents apart."""
RANK: dict[Match, int] = {match: rank for rank, match in enumerate(MATCHES)}
_Draft = draft_of(Candidate)
make_candidate = quick(Candidate)


class Answers:
    """The answers of a world file, where rows of layers have not ``touched`` the marks of their names' keys."""

    def __init__(
        self, file: Sections, index: PackedIndex, places: StandingPlaces, touched: Collection[int]
    ) -> None:
        self._number_of = index.trie.get
        self._marks = file.numbers("answer_marks", "I")
        self._starts = file.numbers("answer_starts", "I")
        self._words: list[str] = file.json("answer_words")
        self._file, self._at, _ = file.mapped("answers")
        self._names = file.mapped("place_names")[1]
        self._place = places.of
        self._may_differ = places.may_differ
        self._touched = touched

    def find(self, name: str) -> tuple[Candidate, ...] | None:
        """The candidates of a name in their order; None where the long way must find them."""
        is_ascii = name.isascii()
        number = self._number_of(name.lower()) if is_ascii else None
        if number is None:
            words = fold(name)
            # Only a name as it is written can be an abbreviation with its stop.
            if not words or words[0] == "the" or name[-1] == ".":
                return None
            number = self._number_of(" ".join(words))
            if number is None:
                return None
        begin, end = self._starts[number], self._starts[number + 1]
        touched = self._touched
        if begin == end or self._marks[number] in touched:
            return None
        place_of, file = self._place, self._file
        found: list[Candidate] = []
        by_main: list[bool] = []
        for one, two in PART.iter_unpack(file[self._at + begin * PART.size : self._at + end * PART.size]):
            match = (one >> MATCH_SHIFT) & MATCH_MASK
            if match == REST:
                if two in touched:
                    return None
                continue
            place = place_of(one >> PLACE_SHIFT)
            if length := two & LENGTH_MASK:
                at = self._names + (two >> LENGTH_BITS)
                spelling = file[at : at + length].decode()
            else:
                spelling = place.name
            candidate = _Draft(place, MATCHES[match], spelling, self._words[one & WORD_MASK])
            candidate.__class__ = Candidate
            found.append(candidate)
            by_main.append(one & BY_MAIN > 0)
        return tuple(found) if is_ascii else self._as_written(name, found, by_main)

    def _as_written(
        self, name: str, found: list[Candidate], by_main: list[bool]
    ) -> tuple[Candidate, ...] | None:
        """The candidates of a name with accents, given those ``found`` for the same name without; None if only the
        long way tells their order.
        """
        letters = accented(name)
        grades, is_in_order = [], True
        for at, candidate in enumerate(found):
            match, spelling = candidate.match, candidate.name
            is_main = by_main[at]
            before = grade(match, is_main, is_ascii=True)
            if match in _EXACT:
                match = "main" if spelling == candidate.place.name else "alias"
                if spelling != name and accented(spelling) != letters:
                    match = "folded"
                if match != candidate.match:
                    found[at] = make_candidate(candidate.place, match, spelling)
            grades.append(grade(match, is_main, is_ascii=False))
            is_in_order = is_in_order and grades[at] == before
        if is_in_order or len(found) == 1:
            return tuple(found)
        # Regions and the towns in them are ordered by their countries as the packages have them.
        places = [candidate.place for candidate in found]
        if any(place.feature_class == "A" for place in places) and any(map(self._may_differ, places)):
            return None
        return in_order(list(zip(grades, found, strict=True)))


def grade(match: Match, by_main: bool, *, is_ascii: bool) -> int:
    """How well a name fits, best first: a place's main name, then another name (``by_main``: it bears the name as its
    main one, type words and accents apart), then as ``RANK`` has it. Names in ASCII have lost their accents.
    """
    return 2 - by_main - is_ascii if match == "folded" else RANK[match]
