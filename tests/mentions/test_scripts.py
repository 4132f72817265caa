"""Names in other scripts within English: the longest one that the gazetteer has exactly, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.articles import make_article
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.mentions.scripts import find_names
from geo.records import Mention

Found = Callable[[str], tuple[Mention, ...]]
NAMES = [
    "Покровськ", "Київ", "Санкт-Петербург", "Нью-Йорк", "평양", "서울", "غزة", "بغداد", "ירושלים", "Αθήνα", "北京",
    "東京", "さいたま", "Россия", "北海道",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_its_own_script_is_a_mention(found: Found, name: str) -> None:
    """Whole, once, whatever stands around it."""
    for text in (f"Residents of {name} left on Monday.", f"The sign (“{name}”) was gone, they said."):
        assert [m.text for m in found(text) if not m.text.isascii()] == [name]


def test_han_has_no_word_boundaries(found: Found) -> None:
    """The longest name at each place of a run; a Korean name without its particle."""
    assert [m.text for m in found("The banner read 中国北京市 in red, they said.")] == ["中国", "北京市"]
    assert [m.text for m in found("The headline was 평양에서 열병식, they said.")] == ["평양"]


NONE = [
    "He signed as Пётр and left on Monday.",
    "The word по means along, they said.",
    "They wrote москва in lower case and left it.",
    "The menu had 米 and 茶 on it, they said.",
    "See https://example.com/Київ and @Київ for more of it.",
    "The word مدينة means city, they said.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_exact_name_is_no_mention(found: Found, text: str) -> None:
    """Persons that no place is called after, small words, lower case, single characters, URLs, words for kinds."""
    assert [m.text for m in found(text) if not m.text.isascii()] == []


def test_they_are_resolved_like_any_name(recogniser: Recogniser, world: Gazetteer) -> None:
    """The candidates of the name in its script hold the place."""
    (mention,) = recogniser.recognise(make_article("a", "The station of 평양 was shut, they said."), world)
    assert world.candidates(mention.text)[0].place.country_code == "KP"


@given(st.text(alphabet="Київ пПо-'北京市さ평양에서غزة يABc \n", max_size=60))
def test_no_text_raises(text: str) -> None:
    """What is found stands in order, within the text."""

    class All:
        def classes(self, key: str) -> int:
            return 1 if key else 0

    last = 0
    for start, end in find_names(text, All()):  # type: ignore[arg-type]  # only what is asked of a lexicon
        assert last <= start < end <= len(text)
        last = end
