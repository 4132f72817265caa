"""Literal or associative: whether it happens there, or the name only stands for somebody."""

from __future__ import annotations

import json

import pytest

from geo.mentions.model import BUNDLED
from tests.mentions.conftest import Found


@pytest.mark.parametrize(
    ("text", "name", "usage"),
    [
        ("Three people were killed in Kharkiv on Monday.", "Kharkiv", "literal"),
        ("The family lives near Lagos.", "Lagos", "literal"),
        ("The train from Warsaw was late.", "Warsaw", "literal"),
        ("He quoted the Chicago Tribune.", "Chicago", "associative"),
        ("The Toronto Maple Leafs lost again.", "Toronto", "associative"),
        ("Moscow said it would answer.", "Moscow", "associative"),
    ],
)
def test_where_it_happens_or_who_it_stands_for(found: Found, text: str, name: str, usage: str) -> None:
    """Places after "in" and "near" are literal; governments, newspapers and teams are associative."""
    assert [(m.text, m.usage) for m in found(text)] == [(name, usage)]


def test_a_demonym_has_no_usage(found: Found) -> None:
    """Only names are used one way or the other."""
    assert [m.usage for m in found("The Ukrainian officer slept.")] == [None]


def test_measured_on_articles_it_did_not_see() -> None:
    """The card states the mean F1 over both uses on held-out articles of GeoWebNews."""
    card = json.loads(BUNDLED.with_name("recogniser.json").read_text(encoding="utf-8"))
    assert card["figures_f1"]["5-fold"]["usage"]["gwn"] >= 0.78
