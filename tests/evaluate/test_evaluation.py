"""The evaluation measures what it says: no part leaks, intervals are those of the figures, plots come out the same."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import Any

import pytest

from geo.evaluate import score
from geo.records import Article
from training.evaluation.aims import AIMS
from training.evaluation.errors import worst_errors
from training.evaluation.intervals import counts_of, differences, intervals
from training.evaluation.parts import PARTS, WITH_PUBLISHERS
from training.evaluation.reliability import bins, outcomes, reliability_plot
from training.ranker_data import NAMES, Example

Documents = list[dict[str, Any]]


def gold_and(share: float, *, seed: int = 1, size: int = 40) -> tuple[Documents, dict[str, Documents]]:
    """Made-up articles of four towns each, and predictions of which a share is right."""
    chance = random.Random(seed)
    gold, predicted = [], {}
    for number in range(size):
        toponyms, found = [], []
        for town in range(4):
            start = 20 * town
            right = chance.random() < share
            toponyms.append(
                {"start": start, "end": start + 5, "text": "Osham", "type": None, "lat": 10.0, "lon": 10.0 + town,
                 "geonameid": str(town), "demonym": False}
            )  # fmt: skip
            found.append(
                {"start": start, "end": start + 5, "kind": "name", "lat": 10.0 if right else 50.0, "lon": 10.0 + town,
                 "geonameid": str(town) if right else "99", "place": "gn:99", "score": 0.8, "place_score": 0.9}
            )  # fmt: skip
        gold.append({"id": str(number), "corpus": "made-up", "text": "Osham " * 20, "toponyms": toponyms})
        predicted[str(number)] = found
    return gold, predicted


def examples() -> list[Example]:
    """Articles of three corpora, several a publisher."""
    return [
        Example(name, {"id": f"{name}{n}", "domain": f"paper{n % 7}.example"}, Article(f"{name}{n}", ""), ())
        for name in NAMES
        for n in range(60)
    ]


@pytest.mark.parametrize("way", ["article", "corpus"])
def test_every_article_is_held_out_once(way: Any) -> None:
    """The parts of a way share no article, leave none out, and train on none that they measure."""
    every = examples()
    seen = []
    for part in PARTS[way]:
        inside, rest = part.divide(every)
        assert not {id(one) for one in inside} & {id(one) for one in rest}
        assert len(inside) + len(rest) == len(every)
        seen += inside
    assert sorted(id(one) for one in seen) == sorted(id(one) for one in every)


def test_a_publisher_is_held_out_whole() -> None:
    """By publisher, no web domain is both trained on and measured; GeoWebNews, which names none, is not measured."""
    held = defaultdict(set)
    for part in PARTS["publisher"]:
        inside, rest = part.divide(examples())
        assert {one.corpus for one in inside} <= set(WITH_PUBLISHERS)
        kept = {one.document["domain"] for one in rest if one.corpus in WITH_PUBLISHERS}
        for one in inside:
            held[one.document["domain"]].add(part.key)
            assert one.document["domain"] not in kept
    assert all(len(folds) == 1 for folds in held.values())


def test_an_interval_holds_the_scorer_s_own_figure() -> None:
    """The figures of the bootstrap are those of the scorer, and lie within their intervals."""
    gold, predicted = gold_and(0.7)
    figures = score(gold, [{"id": id, "toponyms": toponyms} for id, toponyms in predicted.items()])
    measured = intervals({"made-up": counts_of(gold, predicted)})["mean"]
    for name, of_scorer in {
        "rec.strict.f1": "rec.strict.f1", "res.right": "res.right", "e2e.f1": "e2e.f1.f1", "e2e.r": "e2e.f1.r",
        "e2e.exact_recall": "e2e.exact_recall", "calib.ece": "calib.ece", "res.exact": "res.exact",
        "res.acc161": "res.acc161", "demonym.f1": "demonym.f1",
    }.items():  # fmt: skip
        assert measured[name].value == pytest.approx(figures[of_scorer]), name
    assert measured["res.right"].low < 0.7 < measured["res.right"].high
    assert measured["e2e.f1"].low <= measured["e2e.f1"].value <= measured["e2e.f1"].high


def test_pairs_of_systems_are_compared_article_by_article() -> None:
    """A system against itself differs by nothing; a much better one by an interval above 0; the same each time."""
    gold, poor = gold_and(0.5)
    _, good = gold_and(0.9)
    counts, better = {"made-up": counts_of(gold, poor)}, {"made-up": counts_of(gold, good)}
    same = differences(counts, counts)["mean"]["res.right"]
    assert (same.value, same.low, same.high) == (0, 0, 0)
    found = differences(counts, better)["mean"]["res.right"]
    assert 0 < found.low < found.value < found.high
    assert found == differences(counts, better)["mean"]["res.right"]


def test_probabilities_are_judged_on_what_they_speak_of() -> None:
    """`score` is judged on linked targets, `place_score` on all names, their product on all pins."""
    gold, predicted = gold_and(0.5, size=2)
    predicted["0"].append({**predicted["0"][0], "start": 90, "end": 95})
    found = outcomes(gold, predicted)
    assert [len(found[what]) for what in ("score", "place_score", "certainty")] == [8, 9, 9]
    assert sum(right for _, right in found["place_score"]) == 8
    [only] = [one for one in bins(found["score"]) if one is not None]
    assert only.count == 8 and only.said == pytest.approx(0.8)


def test_the_plot_is_the_same_twice() -> None:
    """Drawn twice, the calibration plot has the same bytes, and one line a way and probability."""
    gold, predicted = gold_and(0.7)
    series = {"five folds": outcomes(gold, predicted), "corpus left out": outcomes(gold, predicted)}
    assert reliability_plot(series) == reliability_plot(series)
    assert reliability_plot(series).count("<polyline") == 6


def test_the_worst_errors_are_the_surest_and_hold_no_text() -> None:
    """Wrong pins come by falling certainty, each with article and offsets, and without a word of the article."""
    gold, predicted = gold_and(0.5)
    for number, name in enumerate(name for names in predicted.values() for name in names):
        name["score"] = (number % 10) / 10
    errors = worst_errors({"made-up": gold}, {"made-up": predicted})
    assert errors and all(one.kilometres and one.kilometres > 161 for one in errors)
    assert [one.certainty for one in errors] == sorted((one.certainty for one in errors), reverse=True)
    assert "Osham" not in repr(errors)


def test_aims_lie_beyond_floors() -> None:
    """Every aim asks more than its floor, and errors count downwards."""
    for aim in AIMS:
        assert aim.reached(aim.aim, aim.floor)
        assert aim.reached(aim.aim_left_out, aim.floor_left_out)
        assert not aim.reached(aim.floor, aim.aim)
