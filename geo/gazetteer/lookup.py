"""How a name reaches its places: one pass over the ways to match, best first."""

from __future__ import annotations

from collections.abc import Iterable

from geo.gazetteer.answers import RANK, grade, make_candidate
from geo.gazetteer.common import COMMON_WORDS, GRAMMAR_WORDS
from geo.gazetteer.fuzzy import one_edit_away
from geo.gazetteer.index import NAME_MASK, NAME_SHIFT, PLACE_SHIFT, STRIPPED
from geo.gazetteer.kinds import KINDS, fits, is_generic, split_type
from geo.gazetteer.names import LONGEST_CAPITALS, accented, is_abbreviation, normalise
from geo.gazetteer.order import in_order
from geo.gazetteer.own import OwnRows
from geo.gazetteer.romanise import ROMANISED_COUNTRIES, romanisation_key
from geo.gazetteer.world import World
from geo.records import Candidate, Match, Place

UNASKED = frozenset("SL")
"""Classes that a bare name does not mean: "Kursk" the oblast, but not, unasked, Kursk Airport."""


Hit = tuple[Place, str, bool, bool, bool]
"""A place that bears a key: under which spelling, as its main name, with a type word left out, by a row of ours.

Look-ups make them by the hundred thousand: plain tuples are made in half the time of named ones.
"""


class Finder:
    """Looks one name up; keeps the best match for each place."""

    def __init__(self, world: World, own: OwnRows, name: str) -> None:
        self._world = world
        self._own = own
        self._name = name
        self._is_ascii = name.isascii()
        self._letters = accented(name)
        self._written = name[4:] if name[:4].lower() == "the " else name
        self._found: dict[str, Candidate] = {}
        self.by_main: set[str] = set()
        """Ids of the places whose main name, type words apart, is this one but for accents."""
        self._ours: set[str] = set()

    def find(self, *, fuzzy: bool) -> tuple[Candidate, ...]:
        """The candidates, the best first (``order.in_order``)."""
        key = normalise(self._name)
        if not key:
            return ()
        self._add_exact(key)
        if key not in COMMON_WORDS and (near := self._romanised_hits(key)):
            self._add((hit for hit in near if not hit[3] or hit[0].feature_class not in UNASKED), "romanised")
        parts = split_type(key) if " " in key else ()
        if parts and is_generic(key):
            parts = ()
        for rest, word in parts:
            self._add_fitting(self._hits(rest), word, KINDS[word].fits, "type")
        if not self._found:
            self._add_near_enough(parts)
        if fuzzy:
            for slip in one_edit_away(key, self._world.index.trie, self._own.trie):
                self._add((hit for hit in self._hits(slip) if not hit[3]), "fuzzy")
        found = self._found.values()
        if len(found) > 1:
            return in_order([(self._grade(candidate), candidate) for candidate in found], self._is_news)
        return tuple(found)

    def _grade(self, candidate: Candidate) -> int:
        """How well the name fits: an abbreviation as it is written best of all; the names that our rows give are as
        good as main ones.
        """
        match, id = candidate.match, candidate.place.id
        if match == "alias":
            if candidate.name == self._written and self._written.endswith("."):
                return -1
            if id in self._ours:
                return 0
        return grade(match, id in self.by_main, is_ascii=self._is_ascii)

    def _is_news(self, place: Place) -> bool:
        return place.id in self._own.places and place.id not in self._own.amending

    def _add_exact(self, key: str) -> None:
        is_common = key in COMMON_WORDS
        for hit in self._hits(key):
            place, spelling, main, stripped, _ = hit
            if stripped:
                if place.feature_class in UNASKED or (is_common and not self._is_meant(hit)):
                    continue
                self._keep(hit, "type")
            elif is_common and not self._is_meant(hit):
                continue
            elif spelling != self._name and self._differs_in_accents(spelling):
                self._keep(hit, "folded")
            else:
                self._keep(hit, "main" if main else "alias")

    def _add_fitting(self, hits: Iterable[Hit], word: str, wanted: tuple[str, ...], match: Match) -> None:
        fitting = (hit for hit in hits if fits(hit[0].feature_class, hit[0].feature_code, wanted))
        self._add(fitting, match, word)

    def _add_near_enough(self, parts: tuple[tuple[str, str], ...]) -> None:
        """Where nothing else is known: another romanisation of the kind asked for, else a place that may stand in."""
        for rest, word in parts:
            self._add_fitting(self._romanised_hits(rest), word, KINDS[word].fits, "romanised")
        if not self._found:
            for rest, word in parts:
                self._add_fitting(self._hits(rest), word, KINDS[word].near_enough, "type")

    def _romanised_hits(self, key: str) -> list[Hit]:
        coarse = romanisation_key(key)
        hits: list[Hit] = []
        for number in self._world.coarse.get(coarse):
            other = self._world.index.trie.restore_key(number)
            if other != key:
                near = self._world_hits(other)
                hits += [hit for hit in near if hit[0].country_code in ROMANISED_COUNTRIES]
        for other in self._own.coarse.get(coarse) or ():
            if other != key:
                hits += self._own_hits(other)
        return hits

    def _hits(self, key: str) -> list[Hit]:
        own = self._own_hits(key)
        return own + self._world_hits(key) if own else self._world_hits(key)

    def _own_hits(self, key: str) -> list[Hit]:
        entries = self._own.entries.get(key)
        if not entries:
            return []
        return [
            (self._own.places[place_id], spelling, main, stripped, True)
            for place_id, spelling, main, stripped in entries
            if self._may_be_so_written(spelling, key)
        ]

    def _world_hits(self, key: str) -> list[Hit]:
        hits: list[Hit] = []
        world, places, amending = self._world, self._world.places, self._own.amending
        for entry in world.index.get(key):
            number, name = entry >> PLACE_SHIFT, (entry >> NAME_SHIFT) & NAME_MASK
            place = places[number]
            spelling = world.spelling(number, name) if name else place.name
            if self._may_be_so_written(spelling, key):
                if place.id in amending:
                    place = self._own.places[place.id]
                hits.append((place, spelling, not name, bool(entry & STRIPPED), False))
        return hits

    def _is_meant(self, hit: Hit) -> bool:
        """Whether an everyday word may be this place after all: an own row, an abbreviation in capitals, a main name
        with a capital ("Price" in Utah; never "Of" in Turkey).
        """
        place, spelling, main, _, _ = hit
        if place.id in self._own.places or (self._name.isupper() and spelling.isupper()):
            return True
        return main and self._name[:1].isupper() and normalise(self._name) not in GRAMMAR_WORDS

    def _may_be_so_written(self, spelling: str, key: str) -> bool:
        """Whether the name looked up is an abbreviation if this is one: "us" is not US, nor "miss" Mississippi."""
        if not is_abbreviation(spelling, key):
            return True
        if spelling.isupper():
            return self._written.isupper()
        return self._written.endswith(".") or (self._written[:1].isupper() and key not in COMMON_WORDS)

    def _differs_in_accents(self, spelling: str) -> bool:
        if self._is_ascii and spelling.isascii():
            # "PA" is Pennsylvania before it is Pa, a town.
            return len(spelling) < LONGEST_CAPITALS and self._name.isupper() and not spelling.isupper()
        return accented(spelling) != self._letters

    def _add(self, hits: Iterable[Hit], match: Match, type_word: str = "") -> None:
        for hit in hits:
            self._keep(hit, match, type_word)

    def _keep(self, hit: Hit, match: Match, type_word: str = "") -> None:
        place, spelling, main, _, ours = hit
        held = self._found.get(place.id)
        if held is None or RANK[match] < RANK[held.match]:
            self._found[place.id] = make_candidate(place, match, spelling, type_word)
            if main:
                self.by_main.add(place.id)
            if ours:
                self._ours.add(place.id)
