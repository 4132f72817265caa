"""Where a name ends: a place's own 's, and a stop that is the sentence's. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Found, marked, unmarked

OWN = """
The refinery at [St. George's], [Grenada], reopened.
She works in [St. John's] and lives in [Gander].
Ice shut the port of [St. John’s] on Monday.
Camps near [Cox's Bazar] were flooded, and so was [King's Lynn].
""".strip().split("\n")

OWNED = """
[Paris]'s mayor will not run again.
[Moscow]’s mayor flew to [Minsk].
[Cuba]'s ferries and [London]'s buses stopped.
Melvin Carter, [St. Paul]'s mayor, spoke in [St. Paul].
""".strip().split("\n")

STOPS = """
The ferry sailed to the [Isle of Man]. It rained.
Police seized drugs in [Mong La].
He lives in [Washington D.C.] and works in [St. Paul], [Minn.]
They dined on [Fifth Ave.] in [New York].
""".strip().split("\n")


@pytest.mark.parametrize("sentence", OWN)
def test_a_place_that_is_written_with_an_s_keeps_it(found: Found, sentence: str) -> None:
    """The 's of "St. John's" is a part of the name, whichever apostrophe, where nothing follows that John could own."""
    text = unmarked(sentence)
    assert marked(text, found(text)) == sentence


@pytest.mark.parametrize("sentence", OWNED)
def test_a_possessive_is_no_part_of_a_name(found: Found, sentence: str) -> None:
    """The 's before what a place owns stays outside, though London's and Cuba's keys are those of other names."""
    text = unmarked(sentence)
    assert marked(text, found(text)) == sentence


@pytest.mark.parametrize("sentence", STOPS)
def test_the_stop_of_a_sentence_is_no_part_of_a_name(found: Found, sentence: str) -> None:
    """The stop after "Isle of Man" ends the sentence; that of "Fifth Ave." and of "Minn." is the name's."""
    text = unmarked(sentence)
    assert marked(text, found(text)) == sentence
