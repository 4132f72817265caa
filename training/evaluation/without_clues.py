"""Which robustness cases fail once a clue is taken from the shipped ranker, not trained anew.

    python -m training.evaluation.without_clues

A line a clue, in the order of their lists: how many of the cases that pass fail without it, and the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

import geo
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.records import Article, Mention
from geo.toponyms import joint, resolve
from geo.toponyms.clues import ALL, GIVEN
from geo.toponyms.ranker import Ranker, Stage
from tests.robustness.cases import Case, answers, faults, read_cases


@dataclass(frozen=True)
class _Remembering:
    """A recogniser that reads each article once: no clue changes what it finds."""

    recogniser: Recogniser
    known: dict[tuple[str, str], tuple[Mention, ...]] = field(default_factory=dict)

    def recognise(self, article: Article, gazetteer: Gazetteer) -> tuple[Mention, ...]:
        key = (article.id, gazetteer.digest)
        if key not in self.known:
            self.known[key] = self.recogniser.recognise(article, gazetteer)
        return self.known[key]


def without(ranker: Ranker, clue: str) -> Ranker:
    """The ranker, blind to a clue in both stages."""
    return replace(ranker, first=_blind(ranker.first, clue), later=_blind(ranker.later, clue))


def lost_without_each() -> Iterator[tuple[str, list[Case]]]:
    """Each clue with the cases that pass with it and fail without it."""
    cases, gazetteer, whole = list(read_cases()), geo.open_gazetteer(here=False), Ranker.load()
    recogniser = _Remembering(Recogniser.load())

    def passing(ranker: Ranker, blind: str = "") -> set[int]:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(Recogniser, "load", lambda: recogniser)
            patched.setattr(resolve.Resolver, "load", lambda: resolve.Resolver(ranker))
            patched.setattr(joint, "GIVEN", tuple(spec for spec in GIVEN if spec.name != blind))
            found = answers(cases, gazetteer)
        return {case.line for case, answer in zip(cases, found, strict=True) if not faults(case, answer)}

    held = passing(whole)
    for spec in (*ALL, *GIVEN):
        still = passing(without(whole, spec.name), spec.name)
        yield spec.name, [case for case in cases if case.line in held - still]


def _blind(stage: Stage, clue: str) -> Stage:
    return replace(stage, specs=tuple(spec for spec in stage.specs if spec.name != clue))


def main() -> None:
    """Print the table."""
    for clue, lost in lost_without_each():
        print(f"{clue:22s}{len(lost):4d}  {lost[0].sentence if lost else ''}", flush=True)


if __name__ == "__main__":
    main()
