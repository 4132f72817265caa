"""GeoNames' feature codes in a reader's words.

After GeoNames' list of feature codes (https://www.geonames.org/export/codes.html); a code that is not here falls
back to its class.
"""

from __future__ import annotations

_CODES = {
    "AIRB": "air base",
    "AIRF": "airfield",
    "AIRH": "heliport",
    "AIRP": "airport",
    "AIRQ": "disused airfield",
    "BAY": "bay",
    "BCH": "beach",
    "BDG": "bridge",
    "BLDG": "building",
    "BNK": "bank in the sea",
    "CAPE": "cape",
    "CH": "church",
    "CHN": "channel",
    "CMP": "camp",
    "CMPRF": "refugee camp",
    "CONT": "continent",
    "CTRA": "nuclear centre",
    "DAM": "dam",
    "DSRT": "desert",
    "EMB": "embassy",
    "FCL": "facility",
    "FRM": "farm",
    "FRST": "forest",
    "GULF": "gulf",
    "HBR": "harbour",
    "HSP": "hospital",
    "INSM": "military installation",
    "ISL": "island",
    "ISLS": "islands",
    "LK": "lake",
    "LKS": "lakes",
    "MILB": "military base",
    "MKT": "market",
    "MN": "mine",
    "MNMT": "monument",
    "MSQE": "mosque",
    "MT": "mountain",
    "MTS": "mountains",
    "MUS": "museum",
    "NVB": "naval base",
    "OCN": "ocean",
    "OILF": "oil field",
    "OILR": "oil refinery",
    "PASS": "pass",
    "PEN": "peninsula",
    "PIER": "pier",
    "PLN": "plain",
    "PLAT": "plateau",
    "PPLX": "part of a town",
    "PPLH": "former settlement",
    "PPLQ": "abandoned settlement",
    "PPLW": "destroyed settlement",
    "PPLC": "capital",
    "PRK": "park",
    "PRN": "prison",
    "PRT": "port",
    "PS": "power station",
    "PSN": "nuclear power station",
    "RDJCT": "road junction",
    "RGN": "region",
    "RGNE": "economic region",
    "RGNH": "historical region",
    "RGNL": "lake region",
    "RD": "road",
    "RR": "railway",
    "RSTN": "railway station",
    "RSV": "reservoir",
    "SCH": "school",
    "SEA": "sea",
    "SHRN": "shrine",
    "SQR": "square",
    "ST": "street",
    "STDM": "stadium",
    "STM": "river",
    "STMX": "part of a river",
    "STRT": "strait",
    "TERR": "territory",
    "TMPL": "temple",
    "UNIV": "university",
    "VAL": "valley",
    "VLC": "volcano",
    "ZN": "zone",
    "ADM1": "first-level region",
    "ADM2": "district",
    "ADM3": "district",
    "ADM4": "municipality",
    "ADMD": "administrative area",
    "PCLD": "dependent territory",
    "PCLF": "freely associated state",
    "PCLH": "former country",
    "PCLI": "country",
    "PCLIX": "part of a country",
    "PCLS": "semi-independent country",
}
_CLASSES = {
    "A": "administrative area",
    "H": "body of water",
    "L": "area",
    "P": "town",
    "R": "road or railway",
    "S": "site",
    "T": "landform",
    "U": "undersea feature",
    "V": "vegetation",
}
CITY = 100_000
"""People from which a populated place is called a city, below it a town, and below ``VILLAGE`` a village."""
VILLAGE = 1_000


def kind_words(feature_class: str, feature_code: str, population: int = 0) -> str:
    """What a place is, in a word or two: ``kind_words("S", "AIRP") == "airport"``."""
    if feature_code in _CODES:
        return _CODES[feature_code]
    if feature_class == "P" and population >= CITY:
        return "city"
    if feature_class == "P" and 0 < population < VILLAGE:
        return "village"
    return _CLASSES.get(feature_class, "place")
