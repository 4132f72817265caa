"""From mentions to toponyms: which place each mention means, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.records import Article, Bias, Candidate, Mention, Ranked, Toponym
from geo.toponyms.candidates import candidates_for
from geo.toponyms.coordinates import with_coordinates, without_coordinates
from geo.toponyms.evidence import rank
from geo.toponyms.homes import homes_of
from geo.toponyms.joint import settle
from geo.toponyms.publishers import publisher_of
from geo.toponyms.ranker import Ranker
from geo.toponyms.scene import Decided, Scene, Unit, make_scene
from geo.toponyms.senses import Sense, kilometres
from geo.toponyms.setting import totals_of
from geo.toponyms.unplaced import reason_of

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

SAME_SPOT_KM = 161.0
"""Senses within a hundred miles put the pin in the same spot, as far as a reader of a news map cares."""


class Resolver:
    """Resolves the mentions of a batch of articles, all those of an article together."""

    def __init__(self, ranker: Ranker) -> None:
        self.ranker = ranker

    @classmethod
    def load(cls) -> Resolver:
        """The resolver with the model that comes with Dateline."""
        return cls(Ranker.load())

    def resolve(
        self,
        batch: Sequence[tuple[Article, Sequence[Mention]]],
        gazetteer: Gazetteer,
        *,
        decided: Sequence[Decided] = (),
        bias: Bias | None = None,
    ) -> list[tuple[Toponym, ...]]:
        """One tuple of toponyms an article, a toponym a mention in order of ``start``.

        ``decided`` holds, for each article, what corrections settled: those mentions get their places with score 1,
        and the others are resolved knowing it. ``bias`` is what the user knows of where the articles play.
        The order of the articles does not matter. A publisher's area is learned from all its articles in the batch.
        """
        scenes = make_scenes(without_coordinates(batch, decided), gazetteer, decided)
        for scene in scenes:
            scene.bias = bias
        settle(scenes, self.ranker)
        named = [self._toponyms(scene) for scene in scenes]
        return [
            with_coordinates(mentions, found, gazetteer)
            for (_, mentions), found in zip(batch, named, strict=True)
        ]

    def _toponyms(self, scene: Scene) -> tuple[Toponym, ...]:
        totals = totals_of(scene)
        found: dict[int, Toponym] = {}
        for unit in scene.units:
            ranked = rank(unit, scene, totals, self.ranker)
            for number in unit.mentions:
                found[number] = self._toponym(scene.mentions[number], unit, ranked)
        return tuple(found[number] for number in range(len(scene.mentions)))

    def _toponym(self, mention: Mention, unit: Unit, ranked: tuple[Ranked, ...]) -> Toponym:
        if mention.kind == "name" and not mention.required and not unit.decided_by:
            mention = replace(mention, place_score=self.ranker.place_probability(unit, mention.place_score))
        if not unit.senses:
            return Toponym(mention, reason=reason_of(unit, (), 0.0))
        place = ranked[0].candidate.place
        if unit.decided_by:
            return Toponym(
                mention, place, 1.0, place.precision, place.radius_km, ranked, decided_by=unit.decided_by
            )
        score = pin_score(unit, self.ranker)
        if score < self.ranker.threshold and not mention.required:
            return Toponym(mention, candidates=ranked, reason=reason_of(unit, ranked, score))
        return Toponym(mention, place, score, place.precision, place.radius_km, ranked)


def make_scenes(
    batch: Sequence[tuple[Article, Sequence[Mention]]],
    gazetteer: Gazetteer,
    decided: Sequence[Decided] = (),
) -> list[Scene]:
    """The articles with their candidates, before any belief; ``decided`` as in ``Resolver.resolve``."""
    kept: dict[tuple[str, str, str], tuple[Candidate, ...]] = {}

    def propose(mention: Mention, name: str, kind: str) -> tuple[Candidate, ...]:
        key = (name, kind, mention.kind)
        if key not in kept:
            kept[key] = candidates_for(mention, name, kind, gazetteer)
        return kept[key]

    scenes = []
    homes: dict[str, tuple[Sense, ...]] = {}
    for (article, mentions), settled in zip(batch, decided or [{}] * len(batch), strict=True):
        publisher = publisher_of(article)
        if publisher not in homes:
            homes[publisher] = homes_of(article, gazetteer)
        ordered = sorted(mentions, key=lambda one: (one.start, one.end))
        scene = make_scene(article, ordered, propose, settled)
        scene.homes = homes[publisher]
        scenes.append(scene)
    return scenes


def pin_score(unit: Unit, ranker: Ranker) -> float:
    """The calibrated probability that the best sense's pin is right if the name is a toponym."""
    pin = unit.pin
    if pin is None:
        return 0.0
    if unit.is_demonym:
        return unit.belief[unit.best]
    return ranker.calibrated(shared_probability(unit, pin))


def shared_probability(unit: Unit, pin: Sense) -> float:
    """The summed belief in all senses for which ``pin`` would be right: those near it, or whose area takes it in."""
    return sum(
        belief
        for sense, belief in zip(unit.senses, unit.belief, strict=False)
        if sense is pin or kilometres(sense, pin) <= max(SAME_SPOT_KM, _radius(sense))
    )


def _radius(sense: Sense) -> float:
    return sense.place.radius_km if sense.group in ("country", "region") else 0.0
