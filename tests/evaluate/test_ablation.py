"""The page that says what each part is worth."""

from __future__ import annotations

from geo.toponyms.clues import ALL
from training.evaluation.ablated import CLUE_GROUPS, ROWS, WHAT
from training.evaluation.ablation import page, sections
from training.ranker_data import NAMES

GOLD = {
    "start": 0, "end": 5, "text": "Arvel", "type": "Literal", "demonym": False, "lat": 50.0, "lon": 10.0,
    "geonameid": "1",
}  # fmt: skip
FOUND = {
    "start": 0, "end": 5, "kind": "name", "lat": 50.0, "lon": 10.0, "geonameid": "1", "score": 0.9, "place_score": 0.9,
    "place": "gn:1",
}  # fmt: skip


def test_rows_that_are_not_measured_are_named() -> None:
    """A run that was broken off says which rows it lacks, in the table where they belong."""
    gold = {name: [{"id": "a", "text": "Arvel is wet.", "toponyms": [GOLD]}] for name in NAMES}
    right = {name: {"a": [FOUND]} for name in NAMES}
    wrong = {name: {"a": [{**FOUND, "lat": -50.0, "geonameid": "2"}]} for name in NAMES}
    measured = next(row for row in ROWS if row.name == "prominence")
    text = page(gold, {ROWS[0]: right, measured: wrong}, lost={}, kept={}, at="abc")
    assert text.count("| not measured yet |") == len(ROWS) - 2
    assert "| prominence | **-1.000" in text


def test_each_clue_says_what_shows_its_worth() -> None:
    """Its row, its group's, or cases that fail without it; and where nothing does, that."""
    gold = {name: [{"id": "a", "text": "Arvel is wet.", "toponyms": [GOLD]}] for name in NAMES}
    right = {name: {"a": [FOUND]} for name in NAMES}
    wrong = {name: {"a": [{**FOUND, "lat": -50.0, "geonameid": "2"}]} for name in NAMES}
    rows = {row.name: row for row in ROWS}
    group, inside = next((name, clues[-1]) for name, clues in CLUE_GROUPS.items())
    found = {ROWS[0]: right, rows["prominence"]: wrong, rows[f"**{group}**"]: wrong, rows["dates"]: right}
    lines = page(gold, found, lost={"dates": 2, "prominence": 1}, kept={}, at="abc").split("\n")
    shown = {line.split("|")[1].strip(): line.split("|")[-2].strip() for line in lines if line.count("|") > 5}
    assert shown["prominence"] == "alone, 1 case"
    assert shown["dates"] == "2 cases"
    assert shown[inside] == "its group"
    assert shown["extent"] == "**nothing**"


def test_a_table_that_nothing_was_measured_for_stays() -> None:
    """It keeps its rows and the hash that they were measured at."""
    gold = {name: [{"id": "a", "text": "Arvel is wet.", "toponyms": [GOLD]}] for name in NAMES}
    right = {name: {"a": [FOUND]} for name in NAMES}
    curve = next(row for row in ROWS if row.name.startswith("25%"))
    before = page(gold, {ROWS[0]: right, curve: right}, lost={}, kept={}, at="old")
    clue = next(row for row in ROWS if row.name == "prominence")
    after = page(gold, {ROWS[0]: right, clue: right}, lost={}, kept=sections(before), at="new")
    assert sections(after)[curve.part] == sections(before)[curve.part]
    assert "`old`" in sections(after)[curve.part]
    assert "`new`" in sections(after)[clue.part]


def test_every_clue_and_part_has_its_rows() -> None:
    """Each clue is taken away alone, groups hold clues that there are, and every part is said what it is."""
    names = {row.name for row in ROWS}
    assert {spec.name for spec in ALL} <= names
    assert {clue for group in CLUE_GROUPS.values() for clue in group} <= names
    assert {row.part for row in ROWS} == {"whole", *WHAT}
