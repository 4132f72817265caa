"""What training promises of the models, and of itself."""

from __future__ import annotations

import gc
from itertools import pairwise

import pytest

from geo.mentions.tokens import tokenise
from geo.toponyms.clues import ALL, FIRST, Spec
from geo.toponyms.ranker import Ranker, Stage
from training.fit_recogniser import ordinary_words
from training.steady import steady

RANKER = Ranker.load()
CURVES = [(name, stage, spec) for name, stage, specs in (
    ("first", RANKER.first, FIRST), ("later", RANKER.later, ALL),
) for spec in specs if spec.trend]  # fmt: skip
SLACK = 0.03
"""Points: what rounding and a steep penalty leave of a bound."""


@pytest.mark.parametrize(
    ("stage", "spec"),
    [(stage, spec) for _, stage, spec in CURVES],
    ids=[f"{n}-{s.name}" for n, _, s in CURVES],
)
def test_more_of_what_speaks_for_a_place_never_counts_against_it(stage: Stage, spec: Spec) -> None:
    """Each curve of the shipped model rises where its clue speaks for a place, and falls where it speaks against."""
    for group, curve in stage.curves[spec.name].items():
        for low, high in pairwise(curve):
            assert spec.trend * (high - low) > -SLACK, (group, curve)


def test_everyday_words_stand_in_lower_case_in_several_articles() -> None:
    """A line without capitals says nothing of that, and a word of one article is none."""
    texts = ["The reading room.\nall in lower case: mobile", "A reading lamp and a spade.\nmobile again"]
    assert ordinary_words((text, tokenise(text)) for text in texts) == {"reading"}


def test_a_fit_leaves_the_garbage_collector_as_it_was() -> None:
    """Whether it ends well or not, and within another."""
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), steady():
        with steady():
            assert not gc.isenabled()
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()
