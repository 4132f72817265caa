"""What the recogniser reads of a name, without touching the places: a mask of the kinds that bear it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from geo.gazetteer.fuzzy import begins_a_key, one_edit_away

if TYPE_CHECKING:
    import marisa_trie

    from geo.gazetteer.own import OwnRows

COUNTRY = 1
REGION = 1 << 1
"""A first-level region."""
DISTRICT = 1 << 2
"""A smaller administrative unit."""
CITY_1M = 1 << 3
"""A town of a million people and more; the next masks are for 100,000, 10,000 and 1,000."""
CITY_100K = 1 << 4
CITY_10K = 1 << 5
TOWN = 1 << 6
VILLAGE = 1 << 7
SITE = 1 << 8
"""An airport, a base, a dam, a building."""
AREA = 1 << 9
"""A sea, river, range, desert, continent, world region."""
OWN = 1 << 10
"""Some row of ours or of the user has the name, whatever its kind."""
MAIN = 1 << 11
"""It is the main name of some place, not only an alias."""
CAPITALS = 1 << 12
"""It is only an abbreviation, met in capitals ("US", "PA", "DRC") or with its full stop ("Calif.", "Miss.")."""
COMMON = 1 << 13
"""An everyday word, kept out of bare look-up."""

LONGEST_KEY = 7
"""Words in the longest key that is listed; longer names are still found by look-up."""

_BANDS = ((1_000_000, CITY_1M), (100_000, CITY_100K), (10_000, CITY_10K), (1_000, TOWN))
_COUNTRY_CODES = frozenset({"PCLI", "PCLD", "PCLS", "PCLF", "PCL", "PCLIX", "PCLH"})


def class_of(feature_class: str, feature_code: str, population: int) -> int:
    """The bit of a place's kind; a town's goes by its ``population``."""
    if feature_class == "A":
        if feature_code in _COUNTRY_CODES:
            return COUNTRY
        return REGION if feature_code in {"ADM1", "ADM1H"} else DISTRICT
    if feature_class == "P":
        return next((bit for bound, bit in _BANDS if population >= bound), VILLAGE)
    return SITE if feature_class in {"S", "R"} or feature_code in {"PRT", "MILB", "NVB"} else AREA


class Lexicon:
    """The kinds of place that bear a key, as a mask of this module's bits; 0 for an unknown key."""

    __slots__ = ("_masks", "_own", "_rows", "_trie", "longest")

    def __init__(self, trie: marisa_trie.Trie, masks: Sequence[int], own: OwnRows, longest: int) -> None:
        self._trie = trie
        self._masks = masks
        self._rows = own
        self._own: Mapping[str, int] = own.masks
        self.longest = longest
        """Words in the longest key."""

    def classes(self, key: str) -> int:
        """The mask of a key made by ``names.normalise``."""
        number = self._trie.get(key)
        mask = self._masks[number] if number is not None else 0
        own = self._own.get(key, 0)
        if mask and own and not mask & own & CAPITALS:
            return (mask | own) & ~CAPITALS
        return mask | own

    def slips_of(self, key: str) -> list[str]:
        """The known keys that a key may be mistyped for (``fuzzy.one_edit_away``)."""
        return one_edit_away(key, self._trie, self._rows.trie)

    def is_prefix(self, key: str) -> bool:
        """Whether some key of the world file starts with ``key`` and a space: longer names may follow."""
        return begins_a_key(key + " ", self._trie)
