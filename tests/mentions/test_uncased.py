"""Text without capitals, and capitals throughout: how they are read, and what training adds for them."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.mentions.columns import Columns
from geo.mentions.known import symbols
from geo.mentions.spans import Found, without_joiner
from geo.mentions.tokens import tokenise
from tests.mentions.conftest import Found as Finder
from training.augment import augmented, first_line, lowered, raised
from training.examples import Example

_EXAMPLE = Example("own/1", "own", "Fire in Łódź\nMen from Wien ran.", ((8, 12), (22, 26)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a bus from nairobi to kampala overturned on friday", ["nairobi", "kampala"]),
        ("storms closed every port in new zealand", ["new zealand"]),
        ("he was reading a nice book on a mobile phone in march", []),
    ],
)
def test_text_without_capitals_is_read_too(found: Finder, text: str, names: list[str]) -> None:
    """Well-known places are found in a text that has no capitals; everyday words are none."""
    assert [mention.text for mention in found(text)] == names


def test_small_places_and_everyday_words_say_nothing_without_capitals(world: Gazetteer) -> None:
    """Without its capital a word counts for a place only if a larger one has the name."""
    text = "the mayor of chicago was reading a nice book about mobile phones"
    columns = Columns(text, tokenise(text), symbols(world.lexicon), Recogniser.load().model.ordinary)
    assert [w for w, known in zip(columns.words, columns.known, strict=True) if known] == ["chicago"]


def test_copies_keep_the_names_where_they_stand() -> None:
    """Case changes move no offset; a headline keeps its own names only."""
    for copy in (lowered(_EXAMPLE), raised(_EXAMPLE)):
        assert [copy.text[a:b].casefold() for a, b in copy.names] == ["łódź", "wien"]
    assert first_line(_EXAMPLE).names == ((8, 12),)


def test_only_our_own_articles_are_copied() -> None:
    """The corpora's texts are trained on as they are, and the same articles are copied each time."""
    examples = [
        Example(f"{source}/{n}", source, "Fire in Wien", ((8, 12),))
        for source in ("own", "lgl")
        for n in range(60)
    ]
    added = augmented(examples)
    assert added == augmented(examples)
    assert {one.source for one in added} == {"own"}


def test_no_name_begins_with_a_preposition() -> None:
    """What the tagger took along before a name is cut off: "of Mexico" is Mexico."""
    tokens = tokenise("The state of Mexico and p.m. Walker County")
    assert without_joiner(Found(2, 4, 0.9), tokens) == Found(3, 4, 0.9)
    assert without_joiner(Found(1, 4, 0.9), tokens) == Found(1, 4, 0.9)


def test_the_apostrophe_after_an_s_is_a_genitive(world: Gazetteer) -> None:
    """ "the Philippines' navy" is read as "Cuba's navy" is; a quotation's end is none."""
    for text, marks in (("the Philippines' navy", 1), ("'the Philippines'", 0)):
        columns = Columns(text, tokenise(text), symbols(world.lexicon))
        assert columns.lower.count("'s") == marks
