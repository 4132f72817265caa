"""Type words: the words of a name that ask for a kind of place ("Kursk region", "Sunan airport")."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What a type word asks for: GeoNames codes as ``A.ADM1`` or whole classes as ``P``.

    ``fits`` are asked for; ``near_enough`` may stand in where no place fits.
    """

    fits: tuple[str, ...]
    near_enough: tuple[str, ...] = ()


_AREA = Kind(("A", "L.RGN", "L.RGNH", "L.AREA"), ("P", "T", "L"))
_FIRST = Kind(("A.ADM1", "A.ADM1H", "A.ADMD", "A.ADM2", "A.PCLD"), ("A", "P", "L.RGN"))
_SECOND = Kind(("A.ADM2", "A.ADM3", "A.ADM4", "A.ADMD", "A.ADM1", "P.PPLX"), ("A", "P", "L.RGN"))
_STATE = Kind(("A.ADM1", "A.PCLI", "A.PCLH", "A.ADM1H"), ("A",))
_COUNTRY = Kind(
    ("A.PCLI", "A.PCLD", "A.PCLS", "A.PCLF", "A.PCLH", "A.PCL", "A.ADM1", "A.TERR", "L.RGN"), ("A",)
)
_TOWN = Kind(("P",), ("A.ADM2", "A.ADM1", "A.ADM3"))
_CAMP = Kind(("P", "S.CMP", "S.CMPRF", "L.MILB", "S.INSM"), ())
_QUARTER = Kind(("P.PPLX", "P", "A.ADM3", "A.ADM4", "A.ADM2"), ("L", "A"))
_AIRPORT = Kind(("S.AIRP", "S.AIRF", "S.AIRB", "S.AIRH", "S.AIRQ"))
_BASE = Kind(("S.AIRB", "L.MILB", "L.NVB", "S.INSM", "S.AIRP", "S.AIRF", "S.AIRQ", "S.FT"))
_PORT = Kind(("L.PRT", "H.HBR", "S.PRT", "H.PRT", "S.DCK"), ("P",))
_PLANT = Kind(("S.PS", "S.PSN", "S.PSH", "S.MFG", "S.MFGM", "S.FCL", "S.OILR", "S.MN", "S.NSY"))
_SPACE = Kind(("S.SPACEPORT", "S.FCL", "S.AIRF", "L.MILB"))
_BORDER = Kind(("S.PSTB", "S.BDG", "S.PSTC", "T.PASS"), ("P",))
_WATER = Kind(("H",))
_SEA = Kind(("H.SEA", "H.OCN", "H.GULF", "H.BAY", "H.STRT"), ("H",))
_LAKE = Kind(("H.LK", "H.LKS", "H.LKN", "H.RSV", "H.LGN", "H.SEA", "H.LKC"), ("H",))
_RIVER = Kind(("H.STM", "H.STMM", "H.CNL", "H.STMX", "H.STMI"), ("H",))
_DAM = Kind(("S.DAM", "H.RSV", "S.PS", "S.PSH"))
_ISLAND = Kind(
    ("T.ISL", "T.ISLS", "T.ATOL", "T.RKS", "T.ISLET", "A.PCLI", "A.PCLD", "A.ADM1", "A.ADM2"), ("P",)
)
_HEIGHT = Kind(
    ("T.MT", "T.MTS", "T.PK", "T.PKS", "T.HLL", "T.HLLS", "T.VLC", "T.RDGE", "T.UPLD", "T.PLAT", "T.PASS")
)
_LAND = Kind(("T", "L", "V"))
_STREET = Kind(("R",))
_PARK = Kind(("L.PRK", "L.RESN", "L.RES", "V.FRST", "L.RESW"))

_KINDS: dict[Kind, str] = {
    _AREA: "region regions area territory territories zone",
    _FIRST: "oblast oblasts krai kray okrug province provinces governorate governorates muhafazah prefecture "
    "voivodeship voivodship canton emirate wilaya wilayat wilayah autonomous_region autonomous_oblast "
    "autonomous_okrug autonomous_republic federal_district federal_territory union_territory department "
    "departement provincia departamento estado kraj",
    _SECOND: "district districts county counties raion rayon parish municipality subdistrict sub_district "
    "division borough commune tehsil taluk mandal woreda uezd hromada local_government_area lga co",
    _STATE: "state states commonwealth_of",
    _COUNTRY: "republic kingdom federation emirates country nation peoples_republic islamic_republic "
    "arab_republic",
    _TOWN: "city cities town towns village villages township hamlet settlement capital downtown metropolis "
    "stanitsa aul",
    _CAMP: "camp refugee_camp",
    _QUARTER: "quarter neighborhood neighbourhood suburb ward microdistrict",
    _AIRPORT: "airport airports international_airport municipal_airport regional_airport airfield aerodrome "
    "airstrip intl_airport airbase",
    _BASE: "base air_base airbase air_force_base afb military_base naval_base army_base naval_station barracks "
    "garrison raf_station military_airfield air_station",
    _PORT: "port seaport harbor harbour naval_port",
    _PLANT: "nuclear_power_plant nuclear_plant power_plant nuclear_power_station power_station npp refinery plant "
    "shipyard mine",
    _SPACE: "cosmodrome spaceport space_center space_centre",
    _BORDER: "border_crossing crossing checkpoint border_checkpoint",
    _SEA: "sea ocean gulf bay strait straits channel sound",
    _WATER: "waters",
    _LAKE: "lake lakes reservoir lagoon loch",
    _RIVER: "river rivers creek canal stream",
    _DAM: "dam hydroelectric_power_plant hydroelectric_dam hydropower_plant",
    _ISLAND: "island islands isle archipelago atoll isles",
    _HEIGHT: "mountain mountains mount hill hills peak volcano range ridge heights plateau pass",
    _LAND: "desert peninsula valley cape basin steppe plain delta coast corridor highlands",
    _PARK: "national_park park forest reserve nature_reserve",
    _STREET: "street avenue road highway bridge square",
}
KINDS: dict[str, Kind] = {
    word.replace("_", " "): kind for kind, words in _KINDS.items() for word in words.split()
}
"""Each type word, as a key, with the kind that it asks for."""
type_words: frozenset[str] = frozenset(KINDS)

# Words that stand before the name without "of" ("Mount Ararat", "Lake Baikal", "Port Sudan", "Camp Bondsteel").
_LEADING_WORDS = (
    "mount mountain lake river cape camp port county isle loch fort region oblast province village town city "
    "district governorate provincia estado wilaya departamento kraj co"
)
_LEADING = frozenset(_LEADING_WORDS.split())
# What may stand between a name and its type word without being a part of it.
_GENERIC_WORDS = (
    "international municipal regional county city memorial national local public airpark field metropolitan "
    "domestic general intl new old central air force military private"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
_LONGEST = max(len(word.split()) for word in type_words)
_FIRST_OF_TYPES = frozenset(word.split()[0] for word in KINDS)
_LAST_OF_TYPES = frozenset(word.split()[-1] for word in KINDS)


def split_type(key: str) -> tuple[tuple[str, str], ...]:
    """The ways to part a key into a name and a type word, the longest type word first.

    >>> split_type("kursk region")
    (('kursk', 'region'),)
    >>> split_type("port of odesa")
    (('odesa', 'port'),)
    """
    words = key.split(" ")
    if words[-1] not in _LAST_OF_TYPES and words[0] not in _FIRST_OF_TYPES:
        return ()
    found = []
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        last, first = " ".join(words[-size:]), " ".join(words[:size])
        if last in KINDS:
            found.append((" ".join(words[:-size]), last))
        if first not in KINDS:
            continue
        rest = words[size:]
        if rest[0] in {"of", "de"} and len(rest) > 1:
            found.append((" ".join(rest[2:] if rest[1] == "the" and len(rest) > 2 else rest[1:]), first))
        elif first in _LEADING:
            found.append((" ".join(rest), first))
    return tuple(dict.fromkeys(found))


def is_generic(key: str) -> bool:
    """Whether a key says nothing but a kind ("municipal airport", "border crossing")."""
    words = key.split(" ")
    return key in KINDS or all(word in _GENERIC or word in KINDS for word in words)


def fits(feature_class: str, feature_code: str, wanted: tuple[str, ...]) -> bool:
    """Whether a place of this class and code is one of the ``wanted`` ones."""
    return feature_class in wanted or f"{feature_class}.{feature_code}" in wanted
