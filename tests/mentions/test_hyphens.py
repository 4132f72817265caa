"""Names joined by hyphens are one place, several or none. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Found, marked, unmarked

WHOLE = """
The [Hong Kong-Zhuhai-Macau Bridge] was closed by wind.
Snow fell on the [Minneapolis-St. Paul] area.
Voters in [Baden-Württemberg] went to the polls.
""".strip().split("\n")

SEVERAL = """
Shells hit the [Kyiv]-[Kharkiv] highway and the [Pokrovsk]-[Kostiantynivka] road.
The [US]-[Mexico] border was quiet.
The [Springfield]-based bank, a [Moscow]-Based firm, closed.
""".strip().split("\n")

NONE = """
The caribou memorial at Beaumont-Hamel drew crowds.
Prices rose in [Marseille]'s Vieux-Port district.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", WHOLE + SEVERAL)
def test_the_whole_is_one_name_or_every_part_is(found: Found, sentence: str) -> None:
    """What the gazetteer has as a whole is one mention; the ends of a road or border are two."""
    text = unmarked(sentence)
    assert marked(text, found(text)) == sentence


@pytest.mark.parametrize("sentence", NONE)
def test_half_of_a_hyphenated_word_is_no_place(found: Found, sentence: str) -> None:
    """A town that only shares half of the word is not named."""
    text = unmarked(sentence)
    assert marked(text, found(text)) == sentence
