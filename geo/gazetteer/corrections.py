"""The CSV that mends what a mention means: rows that place a name, or say that it is no place.

Read strictly, with every fault named at once. Which row wins and where it applies: ``correction_layers``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from geo.errors import GazetteerError
from geo.gazetteer.cells import Cells, FaultyCellError, quoted
from geo.gazetteer.fields import known_country, place_id_of, point_of
from geo.gazetteer.names import normalise
from geo.gazetteer.own import is_requirable
from geo.gazetteer.sheet import Fault, Layout, Row, read_rows, shown

if TYPE_CHECKING:
    from geo.gazetteer.store import Gazetteer

__all__ = ["COLUMNS", "LAYOUT", "Correction", "check_corrections", "read_corrections"]

Action = Literal["place", "ignore"]

LAYOUT = Layout(
    {
        "action": "action verb do",
        "mention": "mention text name toponym",
        "article": "article article_id document doc",
        "start": "start",
        "end": "end",
        "country_code": "country_code country cc ccode iso iso2 iso_a2",
        "place": "place place_id id gazetteer_id",
        "latitude": "latitude lat y decimal_latitude",
        "longitude": "longitude lon lng long x decimal_longitude",
        "note": "note notes comment remark remarks description",
    },
    required=("action", "mention"),
)
COLUMNS = LAYOUT.columns
"""The header of ``gazetteer/corrections.csv``."""
MAX_MENTION = 200
Scope = tuple[str, int | None, int | None, str, str]


@dataclass(frozen=True, slots=True)
class Correction:
    """A row: what a mention means where its conditions hold.

    ``mention`` is the text as an article has it; ``article`` an article's id, "" for all. ``start`` and ``end`` (code
    points of the article's text, ``end`` exclusive) single out one occurrence. ``country_code`` limits the row to
    articles about that country. A ``place`` row gives the gazetteer's id in ``place`` or a ``point`` (latitude,
    longitude; degrees, WGS 84). ``source`` is ``file:line``.
    """

    action: Action
    mention: str
    article: str = ""
    start: int | None = None
    end: int | None = None
    country_code: str = ""
    place: str = ""
    point: tuple[float, float] | None = None
    note: str = ""
    source: str = ""
    line: int = 0

    @property
    def key(self) -> str:
        """The mention's key, as the gazetteer makes it of names."""
        return normalise(self.mention)

    @property
    def scope(self) -> Scope:
        """Where it applies: rows of one scope say the same or contradict each other."""
        return self.article, self.start, self.end, self.country_code, self.key

    @property
    def verdict(self) -> tuple[str, str, tuple[float, float] | None]:
        """What it says."""
        return self.action, self.place, self.point


def read_corrections(
    path: Path, country_codes: frozenset[str] | None = None, *, label: str | None = None
) -> list[Correction]:
    """The rows of a file of corrections, in its order.

    ``country_codes`` are the known ones (default: those of the world file); ``label`` is what messages call the file
    (default: its path). Raises ``GazetteerError`` with all faults, a line each, as ``file:line: what; what to do``.
    """
    if country_codes is None:
        from geo.gazetteer.world import World

        country_codes = World().country_codes
    rows, faults = _read(Path(path), country_codes, label or shown(path))
    errors = [fault for fault in faults if not fault.warning]
    if errors:
        raise GazetteerError("\n".join(map(str, errors)))
    return rows


def check_corrections(
    paths: Sequence[Path], gazetteer: Gazetteer, *, label: str | None = None
) -> list[Fault]:
    """Every fault and warning of some files of corrections, in the order of files and lines; it raises nothing.

    Beside what a file alone shows: ids that ``gazetteer`` does not know. ``label`` is what messages call the files
    (default: each by its path).
    """
    found = []
    for path in map(Path, paths):
        name = label or shown(path)
        rows, faults = _read(path, gazetteer.country_codes, name)
        faults += unknown_places(rows, gazetteer, name)
        found += sorted(faults, key=lambda fault: (fault.line, fault.warning, fault.what))
    return found


def unknown_places(rows: Sequence[Correction], gazetteer: Gazetteer, name: str) -> list[Fault]:
    """A fault for each row whose place the gazetteer does not know; messages call the file ``name``."""
    remedy = "find the id with `geo gazetteer search`, or give latitude and longitude"
    return [
        Fault(name, row.line, f"place {quoted(row.place)}: no such place", remedy)
        for row in rows
        if row.place and gazetteer.place(row.place) is None
    ]


def _read(path: Path, country_codes: frozenset[str], name: str) -> tuple[list[Correction], list[Fault]]:
    """All good rows and all faults of a file, which both call it ``name``."""
    rows: list[Correction] = []
    faults: list[Fault] = []
    seen: dict[Scope, Correction] = {}
    for read in read_rows(path, LAYOUT, name):
        if isinstance(read, Fault):
            faults.append(read)
            continue
        row, found = _parse(read, country_codes, name)
        faults += found
        if row is None:
            continue
        other = seen.setdefault(row.scope, row)
        if other is row:
            rows.append(row)
        elif other.verdict == row.verdict:
            what = f"says of {quoted(row.mention)} what {other.source} says"
            faults.append(Fault(name, row.line, what, "delete one of them", warning=True))
        else:
            what = f"contradicts {other.source} about {quoted(row.mention)}"
            faults.append(
                Fault(name, row.line, what, "delete one, or say where it applies (article, start and end)")
            )
    return rows, faults


def _parse(read: Row, country_codes: frozenset[str], name: str) -> tuple[Correction | None, list[Fault]]:
    """A row's correction, None where it has errors; and all that is to be said of it."""
    values = read.values
    cells = Cells(values)
    say = cells.problems.append
    action = cells.read("action", _action, None)
    if not values["action"]:
        say(("no action", "write place or ignore"))
    mention = " ".join(values["mention"].split())
    if not mention:
        say(("no mention", "write the name as the article has it"))
    elif len(mention) > MAX_MENTION:
        say((f"a mention of {len(mention)} characters", f"keep it below {MAX_MENTION}"))
    elif not normalise(mention):
        say((f"mention {quoted(mention)}: no letter in it", "write the name as the article has it"))
    country = cells.read("country_code", lambda text: known_country(text, country_codes), "")
    span = _span(cells, mention)
    place = cells.read("place", place_id_of, "")
    point = None
    if values.get("latitude") or values.get("longitude"):
        point = point_of(values, cells)
    located = bool(values.get("place") or values.get("latitude") or values.get("longitude"))
    if action == "place" and not located:
        say(("neither a place nor a point", "give the place's id, or latitude and longitude"))
    if action == "place" and values.get("place") and point is not None:
        say(("both a place and a point", "leave one of them empty"))
    faults = [Fault(name, read.line, *problem) for problem in cells.problems]
    if faults or action is None:
        return None, faults
    correction = Correction(
        action=action,
        mention=mention,
        article=values.get("article", ""),
        start=span[0],
        end=span[1],
        country_code=country,
        place=place if action == "place" else "",
        point=point if action == "place" else None,
        note=values.get("note", ""),
        source=f"{name}:{read.line}",
        line=read.line,
    )
    return correction, [Fault(name, read.line, *w, warning=True) for w in _warnings(correction, located)]


def _warnings(row: Correction, located: bool) -> list[tuple[str, str]]:
    found = []
    if row.action == "ignore" and located:
        found.append(("an ignore row has no use for a place", "leave place, latitude and longitude empty"))
    if row.action == "place" and row.start is None and not is_requirable(row.key):
        what = f"{quoted(row.mention)} is an everyday word or too short to be searched for in texts"
        found.append(
            (what, "give article, start and end, or expect it only where it is recognised as a name")
        )
    return found


def _action(text: str) -> Action:
    match text.lower():
        case "place":
            return "place"
        case "ignore":
            return "ignore"
    raise FaultyCellError("unknown action", "write place or ignore")


def _span(cells: Cells, mention: str) -> tuple[int | None, int | None]:
    """Where the one occurrence stands, (None, None) if the row does not say."""
    start, end = cells.read("start", _offset, None), cells.read("end", _offset, None)
    given = [column for column in ("start", "end") if cells.has(column)]
    if not given:
        return None, None
    if len(given) == 1:
        missing = "end" if given == ["start"] else "start"
        cells.problems.append((f"{given[0]} without {missing}", "give both, or neither"))
    if not cells.has("article"):
        cells.problems.append(("start and end without an article", "give the article's id"))
    if start is None or end is None:
        return None, None
    if end <= start:
        cells.problems.append(
            (f"end {end} is not after start {start}", "end counts from the text's begin too")
        )
    elif mention and (end - start < len(mention) or (end - start != len(mention) and " " not in mention)):
        what = f"{start} to {end} are {end - start} characters, but {quoted(mention)} has {len(mention)}"
        cells.problems.append((f"can never apply: {what}", "count code points; end is exclusive"))
    return start, end


def _offset(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        raise FaultyCellError("not a number of characters", "write a whole number from 0")
    return int(text)
