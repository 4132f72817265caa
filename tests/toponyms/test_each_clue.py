"""Every clue by itself: two places of a name that it tells apart, and the one that must win."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from geo.records import Bias, Ranked
from geo.toponyms import Resolver
from geo.toponyms.clues import ALL, GIVEN
from tests.toponyms.conftest import Atlas, add_twins, read_marked


@dataclass(frozen=True)
class Case:
    """``wins`` must be the likeliest place of ``name`` and ``loses`` fall behind it, and the clue must say so.

    ``others`` are other articles of the batch. Where clues say nearly the same of a place (its people, its rank by
    people) the points of one alone mean little, and only their sum is ``summed``.
    """

    text: str
    wins: str = "gn:1"
    loses: str = "gn:2"
    name: str = "Veldra"
    atlas: Callable[[Atlas], Atlas] = lambda atlas: atlas
    given: dict[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    bias: Bias | None = None
    required: bool = False
    summed: bool = False


def twins(atlas: Atlas) -> Atlas:
    """Two towns called Veldra of one size, each with its country, its region, two neighbours and a paper."""
    return add_twins(atlas).add("gn:4", "Hamn", (50.1, 10.2), "P.PPL", "NO", 40_000, region="ne:3")


def sizes(atlas: Atlas) -> Atlas:
    """A city and a village of one name."""
    atlas.add("gn:1", "Veldra", (50, 10), population=900_000)
    return atlas.add("gn:2", "Veldra", (20, 40), population=400)


def levels(atlas: Atlas) -> Atlas:
    """A region and its town of one name and as many people."""
    atlas.add("gn:1", "Veldra", (50, 10), "A.ADM1", "NO", 90_000, radius=60)
    return atlas.add("gn:2", "Veldra", (50, 10), "P.PPL", "NO", 90_000)


def turned(atlas: Atlas) -> Atlas:
    """The same, the town wanted."""
    atlas.add("gn:2", "Veldra", (50, 10), "A.ADM1", "NO", 90_000, radius=60)
    return atlas.add("gn:1", "Veldra", (50, 10), "P.PPL", "NO", 90_000)


def ocean(atlas: Atlas) -> Atlas:
    """A sea and a pond of one name."""
    atlas.add("gn:1", "Veldra", (50, 10), "H.SEA", radius=900)
    return atlas.add("gn:2", "Veldra", (20, 40), "H.LK", radius=2)


def river(atlas: Atlas) -> Atlas:
    """A river, and the town on it that is named after it."""
    atlas.add("gn:1", "Veldra", (50, 10), "H.STM", radius=100)
    return atlas.add("gn:2", "Veldra", (50.2, 10), population=90_000)


def alias(atlas: Atlas) -> Atlas:
    """A town of the name, and another that is also known by it."""
    atlas.add("gn:1", "Veldra", (50, 10), population=90_000)
    return atlas.add("gn:2", "Tormund", (20, 40), population=90_000, aliases=("Veldra",))


def airport(atlas: Atlas) -> Atlas:
    """An airport and a county whose names end in the type word or not."""
    atlas.add("gn:1", "Veldra Airport", (50, 10), "S.AIRP", "NO", typed={"Veldra Airport": "airport"})
    return atlas.add("gn:2", "Veldra County", (20, 40), "A.ADM2", "SU", 90_000, aliases=("Veldra Airport",))


def dated(atlas: Atlas) -> Atlas:
    """A town that bore the name till 1992, and one that bears it still."""
    atlas.add("gn:1", "Veldra", (50, 10), population=90_000)
    return atlas.add("gn:2", "Veldra", (20, 40), population=90_000, years=(None, 1992))


def adjective(atlas: Atlas) -> Atlas:
    """A town in Ukraine, another in Russia."""
    atlas.add("gn:690791", "Ukraine", (49, 32), "A.PCLI", "UA", 40_000_000, radius=400)
    atlas.add("gn:2017370", "Russia", (60, 100), "A.PCLI", "RU", 140_000_000, radius=2000)
    atlas.add("gn:1", "Veldra", (48, 37), population=60_000, country="UA")
    return atlas.add("gn:2", "Veldra", (55, 60), population=60_000, country="RU")


def own(atlas: Atlas) -> Atlas:
    """A row of the user's and a town of the same size."""
    atlas.add("csv:1", "Veldra", (50, 10), population=90_000)
    return atlas.add("gn:2", "Veldra", (20, 40), population=90_000)


PAPER = {"domain": "news.example"}
PLAIN = "Rain fell on [Veldra] on Monday."
CASES: dict[str, Case] = {
    "prominence": Case(PLAIN, atlas=sizes, summed=True),
    "rank": Case(PLAIN, atlas=sizes, summed=True),
    "level": Case("Rain fell on the [Veldra] region on Monday.", atlas=levels, summed=True),
    "extent": Case("Ships crossed the [Veldra] on Monday.", atlas=ocean),
    "matched": Case(PLAIN, atlas=alias),
    "asked": Case("Rain fell on the [Veldra] region on Monday.", atlas=levels),
    "asked_within": Case("Snow closed [Veldra Airport] on Monday.", name="Veldra Airport", atlas=airport),
    "container": Case("Rain fell on [Veldra], [Norland], on Monday."),
    "located": Case("Rain fell on [Veldra] in [Estmark] on Monday."),
    "bracketed": Case("Rain fell on [Veldra] ([Norland]) on Monday."),
    "owner": Case("Rain fell on [Norland]'s [Veldra] on Monday."),
    "adjective": Case("Rain fell on the {Ukrainian} city of [Veldra] on Monday.", atlas=adjective),
    "distance": Case("Rain fell on [Veldra], 30 km south-west of [Oster], on Monday."),
    "near": Case("Rain fell on the town of [Veldra] near [Oster] on Monday."),
    "dateline": Case("«Veldra» — Rain fell on Monday.", atlas=turned),
    "dates": Case(PLAIN, atlas=dated, given={"date": "2020-05-01"}),
    "own_row": Case(PLAIN, "csv:1", atlas=own, required=True),
    "office": Case("The [Veldra] city council met on Monday.", atlas=turned),
    "definite": Case("Shells were fired from across the [Veldra] on Monday.", atlas=river),
    "publisher_name": Case(PLAIN, atlas=alias, given={"domain": "veldra-times.example"}, loses="gn:2"),
    "publisher_home": Case(PLAIN, given={"domain": "osternews.com"}),
    "web_country": Case(PLAIN, given={"domain": "news.no"}),
    "nearest": Case("Rain fell on [Oster]. It reached [Veldra] on Monday."),
    "closeness": Case("Rain fell on [Oster] and [Hamn]. It reached [Veldra] on Monday.", summed=True),
    "beside": Case("Rain fell on [Oster]. It reached [Veldra] on Monday."),
    "article_country": Case("[Norland] is wet. Rain reached [Veldra] on Monday."),
    "article_region": Case("[Estmark] is wet. Rain reached [Veldra] on Monday.", summed=True),
    "named_country": Case("[Norland] is wet. Rain reached [Veldra] on Monday."),
    "named_region": Case("[Estmark] is wet. Rain reached [Veldra] on Monday.", summed=True),
    "holding": Case("Rain fell on [Oster], [Arva], on Monday.", "gn:11", "gn:12", atlas=lambda atlas: (
        twins(atlas).add("gn:11", "Arva", (50.5, 10.9), "A.ADM2", "NO", 60_000, radius=40)
        .add("gn:12", "Arva", (20.5, 40.9), "A.ADM2", "SU", 60_000, radius=40)
    ), name="Arva"),
    "repeated": Case("Rain fell on [Veldra], [Norland]. [Veldra] is wet."),
    "publisher_area": Case(PLAIN, given=PAPER, others=("[Oster] is wet.", "[Hamn] is wet.", "[Oster] is dry.")),
    "publisher_vicinity": Case(PLAIN, given=PAPER, others=("[Oster] is wet.", "[Hamn] is wet.", "[Oster] is dry.")),
    "publisher_region": Case(PLAIN, given=PAPER, others=("[Estmark] is wet.", "[Oster] is wet.", "[Hamn] is dry.")),
    "bias": Case(PLAIN, bias=Bias(countries=("NO",))),
}  # fmt: skip


def test_every_clue_has_its_case() -> None:
    """A clue that is added needs one."""
    assert set(CASES) == {spec.name for spec in (*ALL, *GIVEN)}


@pytest.mark.parametrize("clue", CASES)
def test_a_clue_tells_two_places_apart(clue: str) -> None:
    """The place that the clue speaks for wins, and the clue's points are on its side."""
    case = CASES[clue]
    atlas = Atlas()
    (twins if case.atlas is Case.atlas else case.atlas)(atlas)
    batch: list[Any] = []
    for number, text in enumerate((case.text, *case.others)):
        article, mentions = read_marked(text, number, **case.given)
        batch.append((article, [replace(mention, required=case.required) for mention in mentions]))
    found = Resolver.load().resolve(batch, atlas, bias=case.bias)[0]  # type: ignore[arg-type]  # an atlas answers all that is asked
    ranked = [one for one in found if one.mention.text == case.name][-1].candidates
    by_id = {one.candidate.place.id: one for one in ranked}
    winner, loser = by_id[case.wins], by_id[case.loses]
    assert ranked[0] is winner
    if case.summed:
        assert value(winner, clue) != value(loser, clue)
    else:
        assert points(winner, clue) > points(loser, clue)


def value(ranked: Ranked, clue: str) -> float | None:
    """What the clue measured, None where it had nothing to say."""
    return next((one.value for one in ranked.clues if one.name == clue), None)


def points(ranked: Ranked, clue: str) -> float:
    """What the clue counted."""
    return sum(one.points for one in ranked.clues if one.name == clue)
