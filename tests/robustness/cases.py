"""Reads the table of robustness cases (``cases.txt``, whose head says its format) and judges answers by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from geopy.distance import great_circle

from geo.records import Place, Toponym

HERE = Path(__file__).parent
TABLE = HERE / "cases.txt"
KNOWN = HERE / "known_failures.txt"

Marker = Literal["name", "optional", "demonym", "none"]
_MARKERS: dict[str, Marker] = {"?": "optional", "~": "demonym", "!": "none"}
_EXPECTATION = re.compile(r"(?:([?~!])\s+)?(.+?)(?:\s+(=|in)\s+([A-Z]{2}(?:\.\w+)?|-?[\d.]+,-?[\d.]+,\d+))?")


@dataclass(frozen=True)
class Expectation:
    """What must be made of ``text``: see the head of the table; ``relation`` is "=", "in" or ""."""

    marker: Marker
    text: str
    relation: str = ""
    where: str = ""

    def holds_of(self, place: Place | None) -> bool:
        """Whether a place is the one that was expected."""
        if not self.relation:
            return True
        if place is None:
            return False
        if "," in self.where:
            lat, lon, km = (float(part) for part in self.where.split(","))
            return bool(great_circle((lat, lon), (place.lat, place.lon)).km <= km)
        region = place.feature_code == "ADM1"
        country = place.feature_code.startswith("PCL")
        if "." in self.where:
            return place.admin1_code == self.where and region == (self.relation == "=")
        return place.country_code == self.where and country == (self.relation == "=")


@dataclass(frozen=True)
class Case:
    """A sentence and all that is expected of it."""

    line: int
    section: str
    sentence: str
    expectations: tuple[Expectation, ...]


def read_cases(path: Path = TABLE) -> Iterator[Case]:
    """Every case of the table. Raises ``ValueError`` with ``file:line`` where one cannot be read."""
    section = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.startswith("## "):
            section = line[3:]
        elif line and not line.startswith("#"):
            sentence, *rest = line.split(" | ")
            sentence = sentence.replace("\\n", "\n")
            yield Case(
                number, section, sentence, tuple(_expectation(r, sentence, f"{path}:{number}") for r in rest)
            )


def _expectation(field: str, sentence: str, where: str) -> Expectation:
    found = _EXPECTATION.fullmatch(field.strip())
    if not found or found[2] not in sentence:
        raise ValueError(f"{where}: {field!r} is no expectation of a text in the sentence")
    return Expectation(_MARKERS.get(found[1] or "", "name"), found[2], found[3] or "", found[4] or "")


def faults(case: Case, toponyms: Sequence[Toponym]) -> list[str]:
    """What is wrong with the answer to a case, in words; empty if it is right."""
    out = []
    names = [t for t in toponyms if t.mention.kind == "name"]
    demonyms = [t for t in toponyms if t.mention.kind == "demonym"]
    for expected in case.expectations:
        if expected.marker == "none":
            out += _forbidden(expected.text, case.sentence, toponyms)
            continue
        pool = demonyms if expected.marker == "demonym" else names
        one = next((t for t in pool if t.mention.text == expected.text), None)
        if one is not None:
            pool.remove(one)
        if expected.marker == "optional":
            if one is not None and one.mention.usage == "literal":
                out.append(f"{expected.text} is taken for where it happens")
        elif one is None:
            out.append(f"{expected.text} is not found")
        elif not expected.holds_of(one.place):
            at = (
                f"{one.place.name} ({one.place.feature_code}, {one.place.country_code})"
                if one.place
                else "nowhere"
            )
            out.append(f"{expected.text} is placed at {at}, not {expected.relation} {expected.where}")
    out += [f"{t.mention.text} is taken for a place" for t in names]
    return list(dict.fromkeys(out))


def _forbidden(text: str, sentence: str, toponyms: Sequence[Toponym]) -> list[str]:
    """The mentions of any kind that overlap a text which is no place."""
    spans = [(found.start(), found.end()) for found in re.finditer(re.escape(text), sentence)]
    mentions = [t.mention for t in toponyms]
    return [
        f"{m.text} is taken for a place" for m in mentions if any(m.start < e and m.end > s for s, e in spans)
    ]


def read_known(path: Path = KNOWN) -> dict[str, str]:
    """The sentences that are known to fail, with the reason."""
    known = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line and not line.startswith("#"):
            sentence, bar, reason = line.partition(" | ")
            if not bar or not reason.strip():
                raise ValueError(f"{path}:{number}: a known failure needs its sentence, ' | ' and the reason")
            known[sentence.replace("\\n", "\n")] = reason
    return known
