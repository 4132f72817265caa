"""Works out, once for all, what most names mean: the answers that ``geo.gazetteer.answers`` reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import accumulate, repeat

from geo.gazetteer import answers
from geo.gazetteer.answers import MATCHES, PART, RANK, grade, make_candidate
from geo.gazetteer.common import COMMON_WORDS
from geo.gazetteer.index import NAME_MASK, NAME_SHIFT, PLACE_SHIFT, unpack_entry
from geo.gazetteer.kinds import KINDS, is_generic, split_type
from geo.gazetteer.lookup import UNASKED, Finder
from geo.gazetteer.names import LONGEST_CAPITALS, accented, is_abbreviation
from geo.gazetteer.order import in_order
from geo.gazetteer.own import OwnRows
from geo.gazetteer.romanise import mark_of, romanisation_key
from geo.gazetteer.sections import pack_json, pack_numbers
from geo.gazetteer.world import World
from geo.records import Candidate, Match
from tools.gazetteer_build.draft import Draft

# A name with one of these in its key may be written in two ways ("St." and "Saint", "&" and "and").
_WRITTEN_OTHERWISE = frozenset({"saint", "sainte", "mount", "fort", "township", "and"})
_WORDS = ["", *sorted(KINDS)]
_NUMBER_OF_WORD = {word: number for number, word in enumerate(_WORDS)}
_NUMBER_OF_MATCH = {match: number for number, match in enumerate(MATCHES)}


def pack_answers(
    world: World,
    places: list[Draft],
    entries: Mapping[str, list[int]],
    romanised: Mapping[str, list[str]],
    number_of: Mapping[str, int],
) -> tuple[dict[str, bytes], str]:
    """The sections of the answers to the keys of ``entries``, and the sha256 of all answers in the order of their keys.

    ``world`` has the other sections, and all its places made; ``romanised`` are the keys that reach each other, by
    their romanisation key, and ``number_of`` are the keys' numbers.
    """
    asker = _Asker(world, places, entries, romanised)
    marks, parts = [0] * len(entries), [b""] * len(entries)
    for key in asker.plain:
        coarse, number = romanisation_key(key), number_of[key]
        marks[number] = mark_of(coarse)
        parts[number] = asker.answer(key, coarse)
    told = [parts[number_of[key]] for key in entries]
    sha = hashlib.sha256(pack_numbers("I", map(len, told)))
    sha.update(b"".join(told))
    starts = [0, *accumulate(len(part) // PART.size for part in parts)]
    sections = {
        "answer_marks": pack_numbers("I", marks),
        "answer_starts": pack_numbers("I", starts),
        "answers": b"".join(parts),
        "answer_words": pack_json(_WORDS),
    }
    return sections, sha.hexdigest()


class _Asker:
    """Finds the answers that hang on nothing but the key of a name."""

    def __init__(
        self,
        world: World,
        places: list[Draft],
        entries: Mapping[str, list[int]],
        romanised: Mapping[str, list[str]],
    ) -> None:
        self._world, self._places, self._entries, self._reaching = world, places, entries, romanised
        self._numbers = {place.id: number for number, place in enumerate(places)}
        self._own = OwnRows(world)
        self._first = [0, *accumulate(len(place.names) for place in places)]
        self._lengths = [len(name.encode()) for place in places for name in place.names]
        # Names of one place are parted by a line's end, places by nothing.
        gaps = (1 if at + 1 < len(place.names) else 0 for place in places for at in range(len(place.names)))
        self._starts = [0, *accumulate(map(sum, zip(self._lengths, gaps, strict=True)))]
        self._abbreviations: set[str] = set()
        self.plain: list[str] = []
        """The keys of which all names in ASCII are spelled alike, as far as their places' spellings can tell.

        Not those with a "the" in front, whose own key is another one.
        """
        for key, numbers in entries.items():
            if not key.isascii():
                continue
            spellings = [
                places[entry >> PLACE_SHIFT].names[entry >> NAME_SHIFT & NAME_MASK] for entry in numbers
            ]
            if any(map(is_abbreviation, spellings, repeat(key))):
                self._abbreviations.add(key)
            elif key not in COMMON_WORDS and not key.startswith("the ") and _is_plain(key, spellings):
                self.plain.append(key)

    def answer(self, key: str, coarse: str) -> bytes:
        """The answer to a plain key; nothing if it hangs on how the name is written, or if there is none."""
        rests = [rest for rest, _ in split_type(key)] if " " in key else []
        if rests and is_generic(key):
            rests = []
        near = self._romanised(key, coarse)
        hangs_on_key = not near and not (rests and any(rest in self._entries for rest in rests))
        found = self._direct(key) if hangs_on_key else []
        if not found and (rests or not hangs_on_key):
            for rest in rests:
                near += self._romanised(rest, romanisation_key(rest))
            if not self._abbreviations.isdisjoint([*rests, *near]):
                return b""
            found = self._all(key)
        if found:
            found = [*(self._rest(rest) for rest in rests), *found]
        return b"".join(found)

    def _rest(self, rest: str) -> bytes:
        """The mark of what is left of a name without a type word."""
        return PART.pack(answers.REST << answers.MATCH_SHIFT, mark_of(romanisation_key(rest)))

    def _part(self, number: int, name: int, match: Match, word: str, by_main: bool) -> bytes:
        """A candidate: the number of its place, which of its names, how it matched, the type word, whether its main
        name is this one.
        """
        head = number << answers.PLACE_SHIFT | _NUMBER_OF_MATCH[match] << answers.MATCH_SHIFT
        head |= answers.BY_MAIN if by_main else 0
        return PART.pack(head | _NUMBER_OF_WORD[word], self._where(number, name) if name else 0)

    def _romanised(self, key: str, coarse: str) -> list[str]:
        """The keys of other romanisations."""
        return [other for other in self._reaching.get(coarse, ()) if other != key]

    def _direct(self, key: str) -> list[bytes]:
        """The candidates of a key that no other bears on: what ``_all`` finds, in a fifth of the time."""
        letters = key.replace(" ", "")
        found: dict[int, Candidate] = {}
        named: dict[int, int] = {}
        by_main: set[int] = set()
        for number, name, stripped in map(unpack_entry, self._entries[key]):
            place = self._world.places[number]
            spelling = self._places[number].names[name]
            match: Match = "alias" if name else "main"
            if stripped:
                match = "type"
                if place.feature_class in UNASKED:
                    continue
            elif not spelling.isascii() and accented(spelling) != letters:
                match = "folded"
            held = found.get(number)
            if held is None or RANK[match] < RANK[held.match]:
                found[number], named[number] = make_candidate(place, match, spelling), name
                if not name:
                    by_main.add(number)
        if len(found) < 2:
            return [self._part(n, named[n], c.match, "", n in by_main) for n, c in found.items()]
        graded = [(grade(c.match, n in by_main, is_ascii=True), c) for n, c in found.items()]
        numbers = [self._numbers[candidate.place.id] for candidate in in_order(graded)]
        return [self._part(n, named[n], found[n].match, "", n in by_main) for n in numbers]

    def _all(self, key: str) -> list[bytes]:
        """The candidates that the long way finds in the world file alone."""
        parts, finder = [], Finder(self._world, self._own, key)
        for candidate in finder.find(fuzzy=False):
            id = candidate.place.id
            number = self._numbers[id]
            name = self._places[number].names.index(candidate.name)
            parts.append(self._part(number, name, candidate.match, candidate.type_word, id in finder.by_main))
        return parts

    def _where(self, number: int, name: int) -> int:
        """Where a place's name lies among all names, and how long it is."""
        at = self._starts[self._first[number] + name]
        length = self._lengths[self._first[number] + name]
        if length > answers.LENGTH_MASK or at >= 1 << 32 - answers.LENGTH_BITS:
            raise ValueError(f"a name at {at} of {length} bytes does not fit into 32 bits")
        return at << answers.LENGTH_BITS | length


def _is_plain(key: str, spellings: Iterable[str]) -> bool:
    """Whether no spelling is matched by some names in ASCII of this key and not by others."""
    for spelling in spellings:
        if spelling.isascii():
            if len(spelling) < LONGEST_CAPITALS:
                return False
        elif accented(spelling).isascii() and not _WRITTEN_OTHERWISE.isdisjoint(key.split(" ")):
            return False
    return True
