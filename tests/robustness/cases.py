"""Reads the table of robustness cases (``cases.txt``, whose head says its format) and judges answers by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from geopy.distance import great_circle

import geo
from geo.articles import make_article
from geo.gazetteer import Gazetteer
from geo.records import Article, Bias, Place, Toponym

HERE = Path(__file__).parent
TABLE = HERE / "cases.txt"
KNOWN = HERE / "known_failures.txt"

Marker = Literal["name", "optional", "demonym", "none"]
_MARKERS: dict[str, Marker] = {"?": "optional", "~": "demonym", "!": "none"}
_GIVEN = re.compile(r"@ (date|domain|also|row|country|near) (.+)")
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
    """A sentence, what is known besides by its word in the table, and all that is expected."""

    line: int
    section: str
    sentence: str
    expectations: tuple[Expectation, ...]
    given: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def articles(self) -> list[Article]:
        """The sentence as an article of its own, then the publisher's others."""
        date, domain = (self.given.get(word, (None,))[0] for word in ("date", "domain"))
        texts = [self.sentence, *self.given.get("also", ())]
        return [
            make_article(f"case-{self.line}-{number}", text, date=None if number else date, domain=domain)
            for number, text in enumerate(texts)
        ]

    def bias(self) -> Bias | None:
        """What the user says of where it plays."""
        near = [tuple(map(float, point.split(","))) for point in self.given.get("near", ())]
        countries = self.given.get("country", ())
        return (
            Bias(near=(near[0][0], near[0][1]) if near else None, countries=countries)
            if near or countries
            else None
        )


def read_cases(path: Path = TABLE) -> Iterator[Case]:
    """Every case of the table. Raises ``ValueError`` with ``file:line`` where one cannot be read."""
    section = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.startswith("## "):
            section = line[3:]
        elif line and not line.startswith("#"):
            sentence, *rest = line.split(" | ")
            sentence = sentence.replace("\\n", "\n")
            given: dict[str, tuple[str, ...]] = {}
            for known in filter(None, map(_GIVEN.fullmatch, rest)):
                given[known[1]] = (*given.get(known[1], ()), known[2])
            expected = [one for one in rest if not _GIVEN.fullmatch(one)]
            expectations = tuple(_expectation(one, sentence, f"{path}:{number}") for one in expected)
            yield Case(number, section, sentence, expectations, given)


def answers(cases: Sequence[Case], gazetteer: Gazetteer) -> list[tuple[Toponym, ...]]:
    """What Dateline makes of each sentence, of whose batch only the publisher's other articles are part.

    Articles without a publisher know nothing of each other, and go together.
    """
    articles = {case.line: case.articles() for case in cases}
    alone = [case for case in cases if case.given or articles[case.line][0].publisher]
    together = [case for case in cases if case not in alone]
    found: dict[int, tuple[Toponym, ...]] = {}
    for batch in filter(None, (together, *([case] for case in alone))):
        everything = [article for case in batch for article in articles[case.line]]
        with _gazetteer(batch[0].given.get("row", ()), gazetteer) as own:
            toponyms = geo.parse(everything, gazetteer=own, bias=batch[0].bias()).toponyms
        by_id = {article.id: one for article, one in zip(everything, toponyms, strict=True)}
        found |= {case.line: by_id[articles[case.line][0].id] for case in batch}
    return [found[case.line] for case in cases]


@contextmanager
def _gazetteer(rows: Sequence[str], world: Gazetteer) -> Iterator[Gazetteer]:
    """The world, with a user's file of these rows on top."""
    if not rows:
        yield world
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "places.csv"
        path.write_text("\n".join(("name,latitude,longitude", *rows)) + "\n", encoding="utf-8")
        yield geo.open_gazetteer([path], here=False)


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
