"""A name in a user's own CSV is always proposed, whatever the recogniser thinks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.gazetteer import open_gazetteer
from geo.mentions import Recogniser
from geo.records import Article, Mention

Reader = Callable[[str], tuple[Mention, ...]]


@pytest.fixture
def own(tmp_path: Path, recogniser: Recogniser) -> Reader:
    """A reader whose user has three places of their own."""
    rows = tmp_path / "mine.csv"
    rows.write_text(
        "name,latitude,longitude\nQuill Yard,51.5,-0.1\nZürnik,48.1,31.2\nMoscow State Circus Depot,55.7,37.6\n",
        encoding="utf-8",
    )
    gazetteer = open_gazetteer([rows], here=False)
    return lambda text: recogniser.recognise(Article("a", text), gazetteer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They ate at quill yard.", ["quill yard"]),
        ("QUILL YARD was dark.", ["QUILL YARD"]),
        ("The zurnik said no.", ["zurnik"]),
        ("Zürnik-based and Zu\u0308rnik’s", ["Zürnik", "Zu\u0308rnik"]),
    ],
)
def test_found_in_any_case_and_accents(own: Reader, text: str, expected: list[str]) -> None:
    """Case, accents and composition don't matter, and the mention says that it was required."""
    required = [m for m in own(text) if m.required]
    assert [m.text for m in required] == expected


def test_the_longest_name_wins(own: Reader) -> None:
    """Of overlapping names the longer is the mention."""
    assert [m.text for m in own("She works at the Moscow State Circus Depot.")] == [
        "Moscow State Circus Depot"
    ]


@pytest.mark.parametrize(
    "text", ["Quill Yardley came.", "aquill yard", "@zurnik", "see www.zurnik.com now", "zurniks"]
)
def test_only_whole_words_outside_addresses(own: Reader, text: str) -> None:
    """Parts of words, handles and URLs are no mentions."""
    assert not [m for m in own(text) if m.required]
