"""An article as the resolver sees it: its names, what each may mean, what the text says, who stands by whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from geo.gazetteer.correction_layers import Decision
from geo.gazetteer.names import normalise
from geo.records import Article, Bias, Candidate, Mention
from geo.toponyms.distances import Stated
from geo.toponyms.publishers import Area, is_named_after
from geo.toponyms.senses import Sense, make_sense
from geo.toponyms.statements import Link, Said, read_statements, whole_names

MOST_TIES = 24
"""Neighbours of a unit, and units of its name on either side, that are looked at: keeps long texts linear."""

Proposer = Callable[[Mention, str, str], tuple[Candidate, ...]]
Decided = Mapping[tuple[int, int], Decision]
"""What rows of corrections decided, by a mention's start and end."""


@dataclass(slots=True, eq=False)
class Unit:
    """The mentions of one name of which the text says the same; they are resolved as one.

    ``belief`` holds a probability a sense and, last, that of "none of these". ``held_by``, ``holding``, ``near``
    and ``distances`` tie units by their numbers; ``beside`` are the units next to it in the text. With ``decided_by`` a
    user's row settled it: the first sense is the place, and its belief stays. With ``in_paper`` the publisher's name
    holds that of some sense.
    """

    number: int
    key: str
    kind: str
    mentions: list[int]
    senses: tuple[Sense, ...]
    belief: list[float] = field(default_factory=list)
    best: int = -1
    held_by: list[tuple[Link, int]] = field(default_factory=list)
    holding: list[int] = field(default_factory=list)
    near: list[int] = field(default_factory=list)
    distances: list[Stated] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    siblings: list[int] = field(default_factory=list)
    in_dateline: bool = False
    is_demonym: bool = False
    decided_by: str = ""
    in_paper: bool = False
    place_score: float = 1.0
    largest: float = 0.0

    @property
    def pin(self) -> Sense | None:
        """The sense it is believed to mean, None where no sense is likelier than none."""
        return self.senses[self.best] if self.best >= 0 else None

    @property
    def weight(self) -> float:
        """The probability that it is a place, and the believed one: what it counts among its article's names."""
        if self.best < 0:
            return 0.0
        return self.belief[self.best] * (1.0 if self.decided_by else self.place_score)


@dataclass(slots=True, eq=False)
class Scene:
    """One article's units in order of first mention, what its publisher's other articles are about, and the places
    that the publisher is named after.
    """

    article: Article
    mentions: Sequence[Mention]
    units: list[Unit]
    area: Area | None = None
    bias: Bias | None = None
    homes: tuple[Sense, ...] = ()


def make_scene(
    article: Article, mentions: Sequence[Mention], propose: Proposer, decided: Decided | None = None
) -> Scene:
    """Groups an article's mentions (in order of ``start``) into units and ties them by what the text says."""
    said = read_statements(article, mentions)
    names = whole_names(article.text, mentions)
    keys = [normalise(name) for name in names]
    units: list[Unit] = []
    by_signature: dict[tuple[object, ...], int] = {}
    unit_of: list[int] = []
    for number, mention in enumerate(mentions):
        decision = (decided or {}).get((mention.start, mention.end))
        signature = (*_signature(number, keys, mention, said[number]), decision)
        known = by_signature.get(signature)
        if known is None:
            known = by_signature[signature] = len(units)
            proposed = propose(mention, names[number], said[number].kind)
            if decision:
                proposed = _decided_first(decision, proposed)
            senses = tuple(map(make_sense, proposed))
            units.append(_unit(known, keys[number], said[number].kind, senses, mention))
            units[-1].decided_by = decision.source if decision else ""
            units[-1].in_paper = any(is_named_after(article, sense.place.name) for sense in senses)
        unit = units[known]
        unit.mentions.append(number)
        unit.in_dateline |= mention.dateline
        unit.place_score = max(unit.place_score, 1.0 if mention.required else mention.place_score)
        unit_of.append(known)
    scene = Scene(article, mentions, units)
    _tie(scene, said, unit_of)
    return scene


def _decided_first(decision: Decision, proposed: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The place that a row decided, before all that was proposed."""
    same = next((c for c in proposed if c.place.id == decision.place.id), None)
    others = [c for c in proposed if c is not same]
    return (same or Candidate(decision.place, "main", decision.place.name), *others)


def _signature(number: int, keys: Sequence[str], mention: Mention, said: Said) -> tuple[object, ...]:
    held = tuple(sorted({(link, keys[other]) for link, other in said.held_by}))
    alone = number if said.distances or said.near else -1
    return (keys[number], mention.kind == "demonym", said.kind, held, alone)


def _unit(number: int, key: str, kind: str, senses: tuple[Sense, ...], mention: Mention) -> Unit:
    unit = Unit(number, key, kind, [], senses, is_demonym=mention.kind == "demonym")
    unit.place_score = 1.0 if mention.required else mention.place_score
    unit.largest = max((sense.log_population for sense in senses), default=0.0)
    return unit


def _tie(scene: Scene, said: Sequence[Said], unit_of: Sequence[int]) -> None:
    """Turns links between mentions into links between units, each once."""
    units = scene.units
    by_key: dict[str, list[int]] = {}
    for unit in units:
        by_key.setdefault(unit.key, []).append(unit.number)
    for number, one in enumerate(said):
        unit = units[unit_of[number]]
        for link, other in one.held_by:
            holder = unit_of[other]
            if holder != unit.number and (link, holder) not in unit.held_by:
                unit.held_by.append((link, holder))
                if link != "adjective":
                    units[holder].holding.append(unit.number)
        for other in one.near:
            _tie_near(unit, units[unit_of[other]])
        for stated in one.distances:
            if unit_of[stated.other] != unit.number:
                unit.distances.append(
                    Stated(stated.km, stated.bearing, unit_of[stated.other], stated.from_other)
                )
        for other in (number - 1, number + 1):
            if 0 <= other < len(said) and _close(scene.mentions, number, other):
                neighbour = unit_of[other]
                if (
                    len(unit.beside) < MOST_TIES
                    and neighbour not in unit.beside
                    and units[neighbour].key != unit.key
                ):
                    unit.beside.append(neighbour)
    for unit in units:
        of_name = by_key[unit.key]
        at = bisect_left(of_name, unit.number)
        of_name = of_name[max(0, at - MOST_TIES // 2) : at + MOST_TIES // 2 + 1]
        unit.siblings = [other for other in of_name if other != unit.number]


def _tie_near(one: Unit, other: Unit) -> None:
    if one is not other:
        one.near.append(other.number)
        other.near.append(one.number)


def _close(mentions: Sequence[Mention], one: int, other: int) -> bool:
    """Whether two neighbouring mentions stand within a sentence or so of each other."""
    first, second = sorted((one, other))
    return mentions[second].start - mentions[first].end <= 200
