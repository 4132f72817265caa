"""Our figures are those that the corpora's own scorer prints."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from geo.errors import SourceError
from geo.evaluate import figures_table, mark_demonyms, read_corpus, score
from geo.evaluate.scores import calibration_error

CORPORA = Path(
    os.environ.get("DATELINE_CORPORA", Path(__file__).resolve().parents[3] / "shared" / "geoparsing")
)
WORDS = ["Kyiv", "Ukrainian", "Avila", "French", "Lund", "Osh", "Salem", "Korean"]
TYPES = [None, "Literal", "Mixed", "Demonym", "Language", "Homonym", "Literal_Expression", "Embedded_Literal"]


def made_up(seed: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Articles of random words, annotated at random, and predictions that agree with them now and then."""
    chance = random.Random(seed)
    gold, predicted = [], []
    for number in range(12):
        words = [chance.choice(WORDS) for _ in range(20)]
        text = " ".join(words)
        toponyms, guesses, start = [], [], 0
        for word in words:
            end = start + len(word)
            lat, lon = chance.uniform(-89, 89), chance.uniform(-179, 179)
            linked, ident = chance.random() < 0.8, str(chance.randrange(40))
            if chance.random() < 0.7:
                one: dict[str, Any] = {"start": start, "end": end, "text": word, "type": chance.choice(TYPES)}
                one |= {"lat": lat, "lon": lon} if linked else {"lat": None, "lon": None}
                one["geonameid"] = ident if linked and chance.random() < 0.8 else None
                if chance.random() < 0.2:
                    one["radius_km"] = chance.choice([50, 900])
                if chance.random() < 0.2:
                    one["within_km"] = chance.choice([12, 400])
                toponyms.append(one)
            if chance.random() < 0.7:
                shift = chance.choice([0, 0, 0, 1, 6])
                two: dict[str, Any] = {"start": start, "end": min(len(text), end + shift)}
                far = chance.choice([0.0, 0.3, 1.2, 4.0, 30.0])
                placed = chance.random() < 0.85
                two |= {"lat": max(-90, lat - far), "lon": lon} if placed else {"lat": None, "lon": None}
                if chance.random() < 0.5:
                    two["geonameid"] = ident
                if chance.random() < 0.8:
                    two["score"] = chance.choice([0.0, 0.1, 0.35, 0.999, 1.0, chance.random()])
                if chance.random() < 0.3:
                    two["kind"] = chance.choice(["name", "demonym"])
                guesses.append(two)
            start = end + 1
        gold.append({"id": f"a{number}", "corpus": "made-up", "text": text, "toponyms": toponyms})
        if chance.random() < 0.9:
            predicted.append({"id": f"a{number}", "toponyms": guesses})
    return gold, predicted


def theirs(gold: Path, predicted: Path) -> dict[str, Any]:
    """What ``score.py`` says."""
    done = subprocess.run(
        [sys.executable, str(CORPORA / "score.py"), str(gold), str(predicted), "--json"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    (figures,) = json.loads(done.stdout).values()
    assert isinstance(figures, dict)
    return figures


def write(path: Path, documents: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def scorer() -> list[str]:
    """The demonyms that the scorer reads; without the corpora the comparison cannot run, and says so."""
    if not (CORPORA / "score.py").exists():
        notice = (
            f"\nNOT RUN: {CORPORA}/score.py is not there, so our figures were not compared with its own\n"
        )
        sys.__stderr__.write(notice) if sys.__stderr__ else None
        pytest.skip(f"NOT RUN: no scorer in {CORPORA} (set DATELINE_CORPORA)")
    return (CORPORA / "demonyms.txt").read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("seed", range(8))
def test_agrees_with_the_scorer_on_made_up_articles(seed: int, tmp_path: Path, scorer: list[str]) -> None:
    """Every figure is the scorer's, whatever mix of types, spans, pins, ids and scores."""
    gold, predicted = made_up(seed)
    expected = theirs(write(tmp_path / "g.jsonl", gold), write(tmp_path / "p.jsonl", predicted))
    assert score(mark_demonyms(gold, scorer), predicted) == pytest.approx(expected)


@pytest.mark.parametrize("name", ["lgl", "trnews", "gwn"])
def test_agrees_with_the_scorer_on_the_corpora(name: str, tmp_path: Path, scorer: list[str]) -> None:
    """On real annotations too, with every third prediction moved, cut or left out."""
    gold = read_corpus(CORPORA / f"{name}.jsonl")
    predicted = []
    for document in gold:
        guesses = []
        for number, toponym in enumerate(document["toponyms"]):
            guess = {key: toponym[key] for key in ("start", "end", "lat", "lon", "geonameid")}
            guess |= {"score": (number % 11) / 10, "kind": "demonym" if toponym["demonym"] else "name"}
            if number % 3 == 1 and guess["lat"] is not None:
                guess |= {"lat": guess["lat"] * 0.95, "geonameid": None}
            if number % 5 != 4:
                guesses.append(guess)
        predicted.append({"id": document["id"], "toponyms": guesses})
    expected = theirs(CORPORA / f"{name}.jsonl", write(tmp_path / "p.jsonl", predicted))
    assert score(gold, predicted) == pytest.approx(expected)


def one_article(**changes: Any) -> list[dict[str, Any]]:
    toponym = {"start": 0, "end": 4, "text": "Lund", "type": None, "lat": 55.7, "lon": 13.2, "geonameid": "1"}
    return mark_demonyms([{"id": "a", "text": "Lund wins", "toponyms": [toponym | changes]}], {"swedish"})


def guess(**changes: Any) -> list[dict[str, Any]]:
    toponym = {"start": 0, "end": 4, "lat": 55.7, "lon": 13.2, "geonameid": "1", "score": 1.0}
    return [{"id": "a", "toponyms": [toponym | changes]}]


def test_a_pin_is_right_within_a_hundred_miles() -> None:
    """A degree of latitude away is right, two are not."""
    assert score(one_article(), guess(lat=56.7, geonameid=None))["res.right"] == 1
    assert score(one_article(), guess(lat=57.7, geonameid=None))["res.right"] == 0


def test_a_pin_with_the_same_id_is_right_wherever_its_point_is() -> None:
    """The gazetteers differ on where the middle of a place lies."""
    assert score(one_article(), guess(lat=60.7))["res.right"] == 1


def test_the_keys_own_bound_comes_first() -> None:
    """Gold that says ``within_km`` is held to that; a country's ``radius_km`` widens the bound."""
    assert score(one_article(within_km=20), guess(lat=56.7, geonameid=None))["res.right"] == 0
    assert score(one_article(radius_km=300), guess(lat=57.7, geonameid=None))["res.right"] == 1


def test_a_perfect_run_scores_one() -> None:
    """Same span, same place: every share is one and nothing is miscalibrated."""
    figures = score(one_article(), guess())
    for key in ("rec.strict.f1", "rec.overlap.f1", "res.right", "e2e.f1.f1", "e2e.exact_recall"):
        assert figures[key] == 1
    assert figures["calib.ece"] == 0


def test_an_article_without_prediction_is_counted_and_missed() -> None:
    """Silence is no way to a better figure."""
    figures = score(one_article(), [])
    assert figures["docs_without_prediction"] == 1
    assert figures["e2e.f1.r"] == 0


def test_overconfidence_shows_in_the_calibration_error() -> None:
    """Ninety per cent sure and right half the time is 0.4 off."""
    assert calibration_error([(0.9, True), (0.9, False)]) == pytest.approx(0.4)
    assert calibration_error([]) is None


def test_the_table_shows_a_mean_over_several_files() -> None:
    """One column a file, then the mean; no mean of one."""
    perfect, missed = score(one_article(), guess()), score(one_article(), [])
    assert "mean" not in figures_table({"a": perfect}).split("\n")[0]
    table = figures_table({"a": perfect, "b": missed})
    (line,) = [line for line in table.split("\n") if line.startswith("e2e.f1.f1")]
    assert line.split() == ["e2e.f1.f1", "1.000", "0.000", "0.500"]


def test_a_faulty_line_is_named(tmp_path: Path) -> None:
    """File, line and what to do."""
    (tmp_path / "demonyms.txt").write_text("swedish\n", encoding="utf-8")
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "a", "text": "", "toponyms": []}\n{"id": "b"}\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"bad\.jsonl:2: lacks text, toponyms"):
        read_corpus(bad)
    bad.write_text("{", encoding="utf-8")
    with pytest.raises(SourceError, match=r"bad\.jsonl:1: no JSON"):
        read_corpus(bad)
    with pytest.raises(SourceError, match="cannot be read"):
        read_corpus(tmp_path / "none.jsonl")


def test_without_a_list_demonyms_are_those_typed_so(tmp_path: Path) -> None:
    """A file of one's own needs no ``demonyms.txt``: a toponym of type "Demonym" is one, and so are its likes."""
    alone = tmp_path / "alone.jsonl"
    toponyms = [
        {"text": "Ukrainian", "type": "Demonym"},
        {"text": "ukrainian"},
        {"text": "Kyiv", "type": None},
    ]
    alone.write_text(json.dumps({"id": "a", "text": "", "toponyms": toponyms}), encoding="utf-8")
    (document,) = read_corpus(alone)
    assert [toponym["demonym"] for toponym in document["toponyms"]] == [True, True, False]
