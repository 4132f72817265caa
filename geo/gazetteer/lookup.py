"""How a name reaches its places: one pass over the ways to match, best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from geo.gazetteer.common import COMMON_WORDS, GRAMMAR_WORDS
from geo.gazetteer.fuzzy import one_edit_away
from geo.gazetteer.index import unpack_entry
from geo.gazetteer.kinds import KINDS, fits, is_generic, split_type
from geo.gazetteer.names import LONGEST_CAPITALS, accented, is_abbreviation, normalise
from geo.gazetteer.own import OwnRows
from geo.gazetteer.romanise import ROMANISED_COUNTRIES, romanisation_key
from geo.gazetteer.world import World
from geo.records import Candidate, Match, Place

MATCHES: tuple[Match, ...] = ("main", "alias", "folded", "type", "romanised", "fuzzy")
_RANK = {match: rank for rank, match in enumerate(MATCHES)}


class Hit(NamedTuple):
    """A place that bears a key: under which spelling, as its main name, with a type word left out."""

    place: Place
    spelling: str
    main: bool
    stripped: bool


def _is_unasked(hit: Hit) -> bool:
    """Whether a bare name may mean this: "Kursk" the oblast, but not, unasked, Kursk Airport."""
    return not hit.stripped or hit.place.feature_class not in {"S", "L"}


class Finder:
    """Looks one name up; keeps the best match for each place."""

    def __init__(self, world: World, own: OwnRows, name: str) -> None:
        self._world = world
        self._own = own
        self._name = name
        self._found: dict[str, Candidate] = {}

    def find(self, *, fuzzy: bool) -> tuple[Candidate, ...]:
        """The candidates, best match class first, then our own places, then by population and id."""
        key = normalise(self._name)
        if not key:
            return ()
        self._add_exact(key)
        if key not in COMMON_WORDS:
            self._add((hit for hit in self._romanised_hits(key) if _is_unasked(hit)), "romanised")
        parts = () if is_generic(key) else split_type(key)
        for rest, word in parts:
            self._add_fitting(self._hits(rest), word, KINDS[word].fits, "type")
        if not self._found:
            self._add_near_enough(parts)
        if fuzzy:
            for near in one_edit_away(key, self._world.index.trie, self._own.entries):
                self._add((hit for hit in self._hits(near) if not hit.stripped), "fuzzy")
        return tuple(sorted(self._found.values(), key=self._order))

    def _order(self, candidate: Candidate) -> tuple[int, bool, int, str]:
        place = candidate.place
        news = place.id in self._own.places and place.id not in self._own.amending
        return (_RANK[candidate.match], not news, -place.population, place.id)

    def _add_exact(self, key: str) -> None:
        for hit in self._hits(key):
            if not _is_unasked(hit) or (key in COMMON_WORDS and not self._is_meant(hit)):
                continue
            if hit.stripped:
                self._keep(hit, "type")
            elif self._differs_in_accents(hit.spelling):
                self._keep(hit, "folded")
            else:
                self._keep(hit, "main" if hit.main else "alias")

    def _add_fitting(self, hits: Iterable[Hit], word: str, wanted: tuple[str, ...], match: Match) -> None:
        fitting = (hit for hit in hits if fits(hit.place.feature_class, hit.place.feature_code, wanted))
        self._add(fitting, match, word)

    def _add_near_enough(self, parts: tuple[tuple[str, str], ...]) -> None:
        """Where nothing else is known: another romanisation of the kind asked for, else a place that may stand in."""
        for rest, word in parts:
            self._add_fitting(self._romanised_hits(rest), word, KINDS[word].fits, "romanised")
        if not self._found:
            for rest, word in parts:
                self._add_fitting(self._hits(rest), word, KINDS[word].near_enough, "type")

    def _romanised_hits(self, key: str) -> Iterator[Hit]:
        coarse = romanisation_key(key)
        numbers = self._world.coarse.get(coarse)
        keys = [self._world.index.trie.restore_key(number) for number in numbers]
        for other in keys:
            if other != key:
                yield from (h for h in self._world_hits(other) if h.place.country_code in ROMANISED_COUNTRIES)
        for other in self._own.coarse.get(coarse, ()):
            if other != key:
                yield from self._own_hits(other)

    def _hits(self, key: str) -> Iterator[Hit]:
        yield from self._own_hits(key)
        yield from self._world_hits(key)

    def _own_hits(self, key: str) -> Iterator[Hit]:
        for place_id, spelling, main, stripped in self._own.entries.get(key, ()):
            if self._may_be_so_written(spelling, key):
                yield Hit(self._own.places[place_id], spelling, main, stripped)

    def _world_hits(self, key: str) -> Iterator[Hit]:
        for packed in self._world.index.get(key):
            number, index, stripped = unpack_entry(packed)
            place = self._world.place(number)
            spelling = place.name if index == 0 else self._world.spelling(number, index)
            if not self._may_be_so_written(spelling, key):
                continue
            own = self._own.places.get(place.id)
            yield Hit(own or place, spelling, index == 0 and own is None, stripped)

    def _is_meant(self, hit: Hit) -> bool:
        """Whether an everyday word may be this place after all: an own row, an abbreviation in capitals, a main name
        with a capital ("Price" in Utah; never "Of" in Turkey).
        """
        if hit.place.id in self._own.places or (self._name.isupper() and hit.spelling.isupper()):
            return True
        return hit.main and self._name[:1].isupper() and normalise(self._name) not in GRAMMAR_WORDS

    def _may_be_so_written(self, spelling: str, key: str) -> bool:
        """Whether the name looked up is an abbreviation if this is one: "us" is not US, nor "miss" Mississippi."""
        if not is_abbreviation(spelling, key):
            return True
        if spelling.isupper():
            return self._name.isupper()
        return self._name.endswith(".") or (self._name[:1].isupper() and key not in COMMON_WORDS)

    def _differs_in_accents(self, spelling: str) -> bool:
        if spelling == self._name:
            return False
        if spelling.isascii() and self._name.isascii():
            # "PA" is Pennsylvania before it is Pa, a town.
            return len(spelling) < LONGEST_CAPITALS and self._name.isupper() and not spelling.isupper()
        return accented(spelling) != accented(self._name)

    def _add(self, hits: Iterable[Hit], match: Match, type_word: str = "") -> None:
        for hit in hits:
            self._keep(hit, match, type_word)

    def _keep(self, hit: Hit, match: Match, type_word: str = "") -> None:
        held = self._found.get(hit.place.id)
        if held is None or _RANK[match] < _RANK[held.match]:
            self._found[hit.place.id] = Candidate(hit.place, match, hit.spelling, type_word)
