"""A long text costs in proportion to its length."""

from __future__ import annotations

import time
from typing import Any

import pytest

from geo import open_gazetteer, parse
from geo.articles import make_article
from geo.records import Mention
from geo.toponyms import Resolver
from tools.bench import LARGE, long_text
from tools.bench_gazetteer import every_name

SECONDS = 15.0
"""For thousands of mentions."""
WHOLE_WAY = 30.0
"""For the whole way from a text of 100,000 words with 10,000 mentions."""


def marked(sentences: list[tuple[str, tuple[str, ...]]]) -> tuple[str, list[Mention]]:
    """Sentences one after another, with the names in them as mentions."""
    text, mentions = "", []
    for sentence, names in sentences:
        for name in names:
            start = len(text) + sentence.index(name)
            mentions.append(Mention(start, start + len(name), name))
        text += sentence + " "
    return text, sorted(mentions, key=lambda mention: mention.start)


CASES = {
    "many names": [
        (f"Rain fell in Osham{n % 3000} on Monday.", (f"Osham{n % 3000}",)) for n in range(10_000)
    ],
    "one name, each time with another distance": [
        (f"A hut {n} km north of Osham burned.", ("Osham",)) for n in range(1, 5_001)
    ],
    "pairs tied by distances": [
        (f"A hut in Veldra, {n % 90} km east of Osham{n % 50}, burned.", ("Veldra", f"Osham{n % 50}"))
        for n in range(1, 2_001)
    ],
    "one region that holds all": [
        (f"Osham{n}, Veldra, voted on Monday.", (f"Osham{n}", "Veldra")) for n in range(3_000)
    ],
}


@pytest.mark.clocked
@pytest.mark.parametrize("case", CASES)
def test_thousands_of_mentions_are_resolved_in_seconds(atlas: Any, case: str) -> None:
    """Many names, one name over and over, ties to one place: none makes the resolver quadratic."""
    atlas.add("gn:1", "Osham", (50, 10), population=9_000).add("gn:2", "Osham", (20, 40), population=9_000)
    atlas.add("ne:3", "Veldra", (50, 10), "A.ADM1", "NO", 800_000, radius=90)
    atlas.add("gn:4", "Veldra", (20, 40), population=30_000)
    for number in range(5_000):
        atlas.add(f"gn:{number + 10}", f"Osham{number}", (50 + number % 90 / 30, 10 + number % 70 / 20))
    text, mentions = marked(CASES[case])
    begun = time.process_time()
    (toponyms,) = Resolver.load().resolve([(make_article("long", text), mentions)], atlas)
    assert len(toponyms) == len(mentions)
    assert time.process_time() - begun < SECONDS


@pytest.mark.clocked
def test_a_text_of_a_hundred_thousand_words_is_read_in_half_a_minute() -> None:
    """Ten thousand mentions of some four thousand places of the world: recognised, resolved and tied."""
    text = long_text(every_name(LARGE))
    assert len(text.split()) >= 100_000
    begun = time.process_time()
    (toponyms,) = parse(make_article("long", text), gazetteer=open_gazetteer(here=False)).toponyms
    assert len(toponyms) >= 10_000
    assert time.process_time() - begun < WHOLE_WAY


@pytest.mark.parametrize("candidates", [10, 40])
def test_a_papers_name_is_looked_for_once_a_candidate(
    atlas: Any, monkeypatch: pytest.MonkeyPatch, candidates: int
) -> None:
    """Ever so many places of one name in no paper's name: each costs one look, not one for each of the others."""
    from geo.toponyms import scene
    from geo.toponyms.clues import publisher_name

    for number in range(candidates):
        atlas.add(f"gn:{number}", f"Osham {number}", (number, 10), population=9_000, aliases=("Osham",))
    looks = []
    look = scene.is_named_after
    for module in (scene, publisher_name):
        monkeypatch.setattr(module, "is_named_after", lambda *of: looks.append(of) or look(*of))
    text, mentions = marked([("Rain fell in Osham on Monday.", ("Osham",))])
    Resolver.load().resolve([(make_article("a", text, domain="veldranews.com"), mentions)], atlas)
    assert len(looks) == candidates
