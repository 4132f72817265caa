"""Made-up atlases and marked sentences: [Name] is a mention, {Adjective} a demonym, «Name» one in a dateline."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from geo.articles import make_article
from geo.gazetteer.names import normalise
from geo.records import Article, Candidate, Match, Mention, Place, Toponym
from geo.toponyms import Resolver

_MARK = re.compile(r"\[(.+?)\]|\{(.+?)\}|«(.+?)»")


@dataclass
class Atlas:
    """A gazetteer of a few places; only what the resolver asks of one."""

    places: dict[str, Place] = field(default_factory=dict)
    by_key: dict[str, list[Candidate]] = field(default_factory=dict)

    def add(
        self,
        id: str,
        name: str,
        where: tuple[float, float],
        kind: str = "P.PPL",
        country: str = "",
        population: int = 0,
        *,
        region: str | None = None,
        aliases: tuple[str, ...] = (),
        radius: float = 0.0,
        years: tuple[int | None, int | None] = (None, None),
        typed: dict[str, str] | None = None,
    ) -> Atlas:
        """Adds a place under its name, its aliases and names with a type word ("Kursk region": "region")."""
        feature_class, code = kind.split(".")
        held_by = self.places.get(region or "")
        place = Place(
            id, name, *where, feature_class, code, country, region, held_by.name if held_by else "",
            population=population, radius_km=radius, precision="area" if radius else "point",
            start=years[0], end=years[1],
        )  # fmt: skip
        self.places[id] = place
        ways: list[tuple[str, Match, str]] = [(name, "main", "")]
        ways += [(alias, "alias", "") for alias in aliases]
        ways += [(alias, "type", word) for alias, word in (typed or {}).items()]
        for spelling, match, word in ways:
            self.by_key.setdefault(normalise(spelling), []).append(Candidate(place, match, spelling, word))
        return self

    def candidates(self, name: str, *, fuzzy: bool = False) -> tuple[Candidate, ...]:
        """All places of a name."""
        return tuple(self.by_key.get(normalise(name), ()))

    def place(self, id: str) -> Place | None:
        """A place by id."""
        return self.places.get(id)


def add_twins(atlas: Atlas) -> Atlas:
    """Two towns called Veldra of one size, each with its country and its region; the first has a neighbour."""
    atlas.add("ne:1", "Norland", (50.0, 10.0), "A.PCLI", "NO", 5_000_000, radius=300)
    atlas.add("ne:2", "Sudland", (20.0, 40.0), "A.PCLI", "SU", 5_000_000, radius=300)
    atlas.add("ne:3", "Estmark", (50.2, 10.5), "A.ADM1", "NO", 800_000, radius=90)
    atlas.add("ne:4", "Delta", (20.2, 40.5), "A.ADM1", "SU", 800_000, radius=90)
    atlas.add("gn:1", "Veldra", (50.3, 10.6), "P.PPL", "NO", 30_000, region="ne:3")
    atlas.add("gn:2", "Veldra", (20.3, 40.6), "P.PPL", "SU", 30_000, region="ne:4")
    atlas.add("gn:3", "Oster", (50.5, 10.9), "P.PPL", "NO", 40_000, region="ne:3")
    return atlas


@dataclass(frozen=True)
class Resolved:
    """A marked text resolved: ``ids`` are the places' ids in order of mention, None where unplaced."""

    article: Article
    toponyms: tuple[Toponym, ...]

    @property
    def ids(self) -> list[str | None]:
        return [toponym.place.id if toponym.place else None for toponym in self.toponyms]

    def first(self, name: str) -> Toponym:
        """The first toponym of that text."""
        return next(toponym for toponym in self.toponyms if toponym.mention.text == name)

    def best(self, name: str) -> str:
        """The id of the likeliest candidate of a mention, placed or not."""
        return self.first(name).candidates[0].candidate.place.id

    def phrases(self, name: str) -> list[str]:
        """What is said for and against the likeliest candidate."""
        return [clue.phrase for clue in self.first(name).candidates[0].clues if clue.phrase]


def read_marked(text: str, number: int = 1, **given: str) -> tuple[Article, list[Mention]]:
    """The article without its marks, and the mentions that they mark."""
    mentions: list[Mention] = []
    plain, last = "", 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        name = mark[1] or mark[2] or mark[3]
        kind = "demonym" if mark[2] else "name"
        start = len(plain)
        mentions.append(
            Mention(start, start + len(name), name, kind=kind, dateline=bool(mark[3]))  # type: ignore[arg-type]
        )
        plain += name
        last = mark.end()
    article = make_article(f"a{number}", plain + text[last:])
    return replace(article, **given), mentions  # type: ignore[arg-type]


Resolve = Callable[..., Resolved]


@pytest.fixture
def atlas() -> Atlas:
    """An empty atlas."""
    return Atlas()


@pytest.fixture
def resolve() -> Resolve:
    """``resolve(atlas, marked_text, **article_fields) -> Resolved`` with the shipped model."""

    def run(atlas: Atlas, text: str, *, required: bool = False, **given: str) -> Resolved:
        article, mentions = read_marked(text, **given)
        if required:
            mentions = [replace(mention, required=True) for mention in mentions]
        (toponyms,) = Resolver.load().resolve([(article, mentions)], atlas)  # type: ignore[arg-type]
        return Resolved(article, toponyms)

    return run


@pytest.fixture
def resolve_batch() -> Callable[[Atlas, list[tuple[str, dict[str, str]]]], list[Resolved]]:
    """The same for several articles given together."""

    def run(atlas: Atlas, texts: list[tuple[str, dict[str, str]]]) -> list[Resolved]:
        batch = [read_marked(text, number, **given) for number, (text, given) in enumerate(texts)]
        found = Resolver.load().resolve(batch, atlas)  # type: ignore[arg-type]
        return [Resolved(article, toponyms) for (article, _), toponyms in zip(batch, found, strict=True)]

    return run
