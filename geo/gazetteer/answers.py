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
PLACE_SHIFT, MATCH_SHIFT, MATCH_MASK, WORD_MASK = 13, 10, 7, (1 << 10) - 1
"""The parts of a candidate's first number: its place, how it matched, which type word was set aside."""
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
        self._places = places
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
        places, file, found = self._places, self._file, []
        for one, two in PART.iter_unpack(file[self._at + begin * PART.size : self._at + end * PART.size]):
            match = (one >> MATCH_SHIFT) & MATCH_MASK
            if match == REST:
                if two in touched:
                    return None
                continue
            place = places[one >> PLACE_SHIFT]
            if length := two & LENGTH_MASK:
                at = self._names + (two >> LENGTH_BITS)
                spelling = file[at : at + length].decode()
            else:
                spelling = place.name
            candidate = _Draft(place, MATCHES[match], spelling, self._words[one & WORD_MASK])
            candidate.__class__ = Candidate
            found.append(candidate)
        return tuple(found) if is_ascii else _as_written(name, found, self._places.disputing)


def _as_written(name: str, found: list[Candidate], disputing: frozenset[str]) -> tuple[Candidate, ...] | None:
    """The candidates of a name with accents, given those of the same name without; None if only the long way tells
    their order.
    """
    exact = [at for at, candidate in enumerate(found) if candidate.match in _EXACT]
    letters = accented(name) if any(found[at].name != name for at in exact) else ""
    grades = [RANK[candidate.match] for candidate in found]
    for at in exact:
        place, spelling = found[at].place, found[at].name
        main = spelling == place.name
        if spelling == name or accented(spelling) == letters:
            found[at] = make_candidate(place, "main" if main else "alias", spelling)
            grades[at] = 0 if main else 1
        else:
            found[at] = make_candidate(place, "folded", spelling)
            grades[at] = 1 if main else 2
    if len(exact) < 2 or all(found[at].match != "folded" for at in exact):
        return tuple(found)
    for candidate in found:
        place, match = candidate.place, candidate.match
        # Regions and the towns in them are ordered by their countries as the packages have them, and the file does not
        # say whether a region's main name is this one but for a type word.
        if place.feature_class == "A" and match == "folded" and candidate.name != place.name:
            return None
        if place.country_code in disputing:
            return None
    return in_order(list(zip(grades, found, strict=True)))
