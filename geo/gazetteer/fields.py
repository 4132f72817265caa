"""One row of a gazetteer CSV, its cells turned into a place."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from geo.gazetteer.angles import read_angle
from geo.gazetteer.cells import Cells, FaultyCellError, Problem, quoted
from geo.gazetteer.country_codes import advice_on
from geo.gazetteer.features import DEFAULT_CODE, default_radius, parse_feature
from geo.gazetteer.names import normalise
from geo.gazetteer.world import precision_of
from geo.records import Place

MAX_RADIUS_KM = 20_016.0
"""Half of Earth's circumference."""
MAX_NAME = 200
OUR_SOURCES = frozenset({"editor", "geonames", "airportsdata", "naturalearth"})
"""What ``source`` says in the rows that come with Dateline: their point is general knowledge or a package's."""
PROJECT_SOURCES = frozenset({"editor", "geonames", "airportsdata", "natural earth"})
"""What the project's own rows say in ``source``: they wait for the recogniser's word, a user's rows do not."""
MAX_GEONAMEID_DIGITS = 9
"""The largest of the world file, 13711212, has eight."""
LAST_PLAIN_YEAR = 9999
_ID = re.compile(r"[\w.,:@+~-]{1,100}")
_GIVEN_PREFIX = re.compile(r"(?:gn:[1-9]\d*|air:[A-Z0-9]{2,8}|ne:.+|csv:.+)")
_YEAR = re.compile(r"[Yy]?([-+]?\d{1,9})(?:-\d{2}){0,2}[?~%]*")
_ERA_YEAR = re.compile(r"(\d{1,9})\s*(BCE?|AD|CE)", re.IGNORECASE)
_MASKED_YEAR = re.compile(r"(-?)(\d{1,3})([Xx]{1,3})[?~%]*")
_PLAIN_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")


@dataclass(frozen=True, slots=True)
class Addition:
    """A row of a gazetteer file: the place that it describes, all its names, and which columns were filled.

    ``admin1`` is the region as written (a code or a name); the gazetteer looks it up.
    """

    place: Place
    names: tuple[str, ...]
    given: frozenset[str]
    line: int
    admin1: str = ""
    ours: bool = False
    """Whether the row is one of the project's own by its ``source``, not a user's."""


def parse_row(
    values: Mapping[str, str], country_codes: frozenset[str], source: str, line: int
) -> tuple[Addition | None, list[Problem]]:
    """The row's place, or None with everything that is wrong with it.

    ``values`` holds stripped cells by our column names; ``source`` is ``file:line``.
    """
    cells = Cells(values)
    name = _name(values.get("name", ""), cells.problems)
    point = point_of(values, cells)
    feature_class, code = cells.read("feature_code", _feature, ("P", DEFAULT_CODE))
    start, end = cells.read("start", _first_year, None), cells.read("end", _last_year, None)
    if start is not None and end is not None and start > end:
        cells.problems.append((f"start {start} is after end {end}", "swap them"))
    population = cells.read("population", _population, 0)
    geonameid = cells.read("geonameid", _geonameid, None)
    place_id = cells.read("id", _given_id, None)
    country = cells.read("country_code", lambda text: known_country(text, country_codes), "")
    radius = cells.read("radius_km", _radius, default_radius(feature_class))
    cells.read("wikidata", _wikidata, "")
    if cells.problems or name is None or point is None:
        return None, cells.problems
    place = Place(
        id=place_id or (f"gn:{geonameid}" if geonameid else made_id(name, *point)),
        name=name,
        lat=point[0],
        lon=point[1],
        feature_class=feature_class,
        feature_code=code,
        country_code=country,
        population=population,
        radius_km=radius,
        precision=precision_of(feature_class, code),
        geonameid=geonameid,
        source=source,
        start=start,
        end=end,
        note=values.get("note", ""),
    )
    names = _names(name, values.get("alternate_names", ""))
    given = frozenset(column for column, text in values.items() if text)
    ours = values.get("source", "") in OUR_SOURCES
    return Addition(place, names, given, line, values.get("admin1", ""), ours), []


def _name(text: str, problems: list[Problem]) -> str | None:
    if not text:
        problems.append(("no name", "give the place its name"))
    elif len(text) > MAX_NAME:
        problems.append((f"a name of {len(text)} characters", f"keep it below {MAX_NAME}"))
    elif not normalise(text):
        problems.append((f"name {quoted(text)}: no letter in it", "give the place its name"))
    else:
        return text
    return None


def _names(name: str, others: str) -> tuple[str, ...]:
    separator = "|" if "|" in others else ";"
    return tuple(dict.fromkeys([name, *(filter(None, (other.strip() for other in others.split(separator))))]))


def point_of(values: Mapping[str, str], cells: Cells) -> tuple[float, float] | None:
    """Latitude and longitude of a row in degrees; what is wrong with them goes to the problems of ``cells``."""
    for column in ("latitude", "longitude"):
        if not values.get(column):
            cells.problems.append((f"no {column}", "give it in degrees, such as 48.28"))
    lat = cells.read("latitude", lambda text: degrees_of(text, "latitude"), None)
    lon = cells.read("longitude", lambda text: degrees_of(text, "longitude"), None)
    if lat is None or lon is None:
        return None
    if abs(lat) > 90:
        swapped = " (latitude and longitude seem to be swapped)" if abs(lon) <= 90 and abs(lat) <= 180 else ""
        remedy = "swap them" if swapped else "a latitude goes from -90 to 90"
        cells.problems.append((f"latitude {lat:g} is beyond the pole{swapped}", remedy))
    if abs(lon) > 180:
        cells.problems.append((f"longitude {lon:g} is out of range", "a longitude goes from -180 to 180"))
    if lat == 0 and lon == 0:
        cells.problems.append(
            ("the point 0,0 means that nobody knew", "look the place up, or delete the row")
        )
    return round(lat, 6), round(lon, 6)


def _number(text: str) -> float:
    try:
        value = float(text.replace(",", ".") if _DECIMAL_COMMA.fullmatch(text) else text)
    except ValueError:
        raise FaultyCellError("not a number", "write digits and a point, such as 48.28") from None
    if not math.isfinite(value):
        raise FaultyCellError("not a finite number", "write digits and a point, such as 48.28")
    return value


def degrees_of(text: str, column: str) -> float | None:
    """Degrees from a cell of the column ``latitude`` or ``longitude``: a number, or an angle with its marks and letter.

    Raises ``FaultyCellError``.
    """
    angle = None if _PLAIN_NUMBER.fullmatch(text) else read_angle(text)
    if angle is None:
        try:
            return _number(text)
        except FaultyCellError as fault:
            raise FaultyCellError(fault.args[0], "write degrees, such as 48.28 or 48°16′48″N") from None
    if angle.axis and not column.startswith(angle.axis):
        other = "longitude" if column == "latitude" else "latitude"
        raise FaultyCellError(f"a {other} by its letter", "swap the two, or mend the letter")
    return angle.degrees


def _radius(text: str) -> float:
    value = _number(text)
    if not 0 <= value <= MAX_RADIUS_KM:
        raise FaultyCellError("not a radius on Earth", f"give kilometres from 0 to {MAX_RADIUS_KM:.0f}")
    return value


def _population(text: str) -> int:
    digits = re.sub(r"(?<=\d)[ ,\u00a0\u202f'](?=\d{3}(?!\d))", "", text)
    value = _number(digits)
    if value < 0 or value != int(value) or value > 2e10:
        raise FaultyCellError("not a number of people", "write a whole number, or leave it empty")
    return int(value)


def _feature(text: str) -> tuple[str, str]:
    found = parse_feature(text)
    if found is None:
        raise FaultyCellError(
            "unknown feature code",
            "use a GeoNames code such as PPL or a word such as village, base, port, sea",
        )
    return found


def known_country(text: str, known: frozenset[str]) -> str:
    """The code of a country; raises ``FaultyCellError`` for an unknown one."""
    code = text.upper()
    if code not in known:
        raise FaultyCellError("unknown country", advice_on(code))
    return code


def _geonameid(text: str) -> str | None:
    digits = text.removeprefix("gn:")
    if not (digits.isascii() and digits.isdigit()) or int(digits) == 0 or len(digits) > MAX_GEONAMEID_DIGITS:
        raise FaultyCellError("not a GeoNames id", "write its number, at most nine digits such as 704422")
    return str(int(digits))


def _wikidata(text: str) -> str:
    if not re.fullmatch(r"Q[1-9]\d*", text):
        raise FaultyCellError("not a Wikidata id", "write it like Q12345")
    return text


def place_id_of(text: str) -> str:
    """The id of a place; what is neither GeoNames', an airport's nor Natural Earth's is a CSV's own."""
    if not _ID.fullmatch(text):
        raise FaultyCellError("not an id", "use up to 100 letters, digits and . , : @ + ~ - _")
    return text if _GIVEN_PREFIX.fullmatch(text) else f"csv:{text}"


def _given_id(text: str) -> str | None:
    return place_id_of(text)


def made_id(name: str, lat: float, lon: float) -> str:
    """The id of a place whose row gives none: its name and point."""
    slug = normalise(name).replace(" ", "-")
    return f"csv:{slug}@{round(lat, 4):g},{round(lon, 4):g}"


def _first_year(text: str) -> int | None:
    return _year(text, "0")


def _last_year(text: str) -> int | None:
    return _year(text, "9")


def _year(text: str, masked: str) -> int | None:
    """The year of an EDTF date (``1991``, ``-0499``, ``1991-12-26``, ``1984?``, ``19XX``, ``..``) or of ``500 BC``.

    Years before our era may be of any length (``-12000``, ``12000 BC``). One after 9999 needs EDTF's Y
    (``Y12000``): without it, it is a slip ("19999") or a date run together ("19911226").
    """
    text = text.replace("−", "-").strip()
    if text in {"..", "open"}:
        return None
    if era := _ERA_YEAR.fullmatch(text):
        year = int(era[1])
        return 1 - year if era[2].upper().startswith("B") else year
    if mask := _MASKED_YEAR.fullmatch(text):
        return int(mask[1] + mask[2] + masked * len(mask[3]))
    if plain := _YEAR.fullmatch(text):
        year = int(plain[1])
        if year > LAST_PLAIN_YEAR and text[0] not in "Yy":
            raise FaultyCellError(
                "a year of more than four digits", f"mend it, or write Y{year} if it is meant"
            )
        return year
    raise FaultyCellError("not a year", "write it like 1991, -0500, 1991-12-26 or 19XX")
