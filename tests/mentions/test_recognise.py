"""What is a name of a place in a sentence, and what is not."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.articles import make_article
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.mentions.tokens import tokenise


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def found(recogniser: Recogniser, gazetteer: Gazetteer, text: str, kind: str = "name") -> list[str]:
    """The mentions of a kind in a text, in order."""
    mentions = recogniser.recognise(make_article("a", text), gazetteer)
    return [mention.text for mention in mentions if mention.kind == kind]


NAMES = [
    ("Shells fell on Toretsk and Chasiv Yar overnight.", ["Toretsk", "Chasiv Yar"]),
    ("Thousands fled into Chad from the Darfur region.", ["Chad", "Darfur"]),
    ("Vineyards in Croatian Dalmatia were flooded.", ["Dalmatia"]),
    ("Farmers in Indian Punjab sold their tractors.", ["Punjab"]),
    ("Trucks crossed Polish Pomerania before dawn.", ["Pomerania"]),
    ("Satellite pictures of Ovda airport show four jets.", ["Ovda airport"]),
    ("Freight was flown out of Lubumbashi airport on Sunday.", ["Lubumbashi airport"]),
    ("Crews repaired the runway at Vorkuta airport.", ["Vorkuta airport"]),
    ("Police in Springfield, Illinois, made two arrests.", ["Springfield", "Illinois"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text for text, _ in NAMES])
def test_names_of_places_are_found_with_their_whole_span(
    recogniser: Recogniser, world: Gazetteer, text: str, names: list[str]
) -> None:
    """Towns, regions named with their country, and airfields with their word."""
    assert found(recogniser, world, text) == names


NO_PLACES = [
    "Analysts like Heath of the institute doubt it.",
    "Reading to children helps, said Mr. Jackson, who has three.",
    "Kim inspected the troops in May, and again in March.",
    "The town of the future is a long way off.",
    "She may march on, or she may not.",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_persons_months_and_common_words_are_no_places(
    recogniser: Recogniser, world: Gazetteer, text: str
) -> None:
    """Heath, Reading, Jackson, Kim, May, March and Of are all names of towns too."""
    assert found(recogniser, world, text) == []


DEMONYMS = [
    ("North Korean gunners trained with Russian units.", ["North Korean", "Russian"]),
    ("A film on South Korean farmers won the prize.", ["South Korean"]),
    ("Ukrainians and Poles shared the shelter.", ["Ukrainians", "Poles"]),
    ("North Korean artillery and North Korean shells were seen.", ["North Korean", "North Korean"]),
]


@pytest.mark.parametrize(("text", "demonyms"), DEMONYMS, ids=[text for text, _ in DEMONYMS])
def test_peoples_are_demonyms_and_no_names(
    recogniser: Recogniser, world: Gazetteer, text: str, demonyms: list[str]
) -> None:
    """A people is typed as such, however place-like its words are."""
    assert found(recogniser, world, text, "demonym") == demonyms
    assert found(recogniser, world, text) == []


def test_a_dateline_is_told_from_the_story(recogniser: Recogniser, world: Gazetteer) -> None:
    """Where a story was filed is marked, the same name later in the text is not."""
    text = "KYIV, Ukraine (AP) — Rain fell on Kyiv on Monday."
    mentions = recogniser.recognise(make_article("a", text), world)
    assert [(m.text, m.dateline) for m in mentions] == [("KYIV", True), ("Ukraine", True), ("Kyiv", False)]


def test_addresses_and_handles_are_never_places(recogniser: Recogniser, world: Gazetteer) -> None:
    """A web address, a handle and a mail address hold names that name nothing."""
    text = "See https://example.org/kyiv/lviv or write to @odesa or kharkiv@example.org for more."
    assert found(recogniser, world, text) == []


@given(st.text())
def test_tokens_are_stretches_of_the_text_in_order(text: str) -> None:
    """Whatever the text, each token is what stands between its offsets, and none overlap."""
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end
        assert text[token.start : token.end] == token.text
        end = token.end


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_read(recogniser: Recogniser, world: Gazetteer, text: str) -> None:
    """No text makes the recogniser raise, and mentions stand in order and do not overlap."""
    end = 0
    for mention in recogniser.recognise(make_article("a", text), world):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


def test_the_model_is_the_one_its_card_describes() -> None:
    """The card beside the model names its hash, its data, the script that made it and its figures."""
    data = files("geo.mentions") / "data"
    card = json.loads((data / "recogniser.json").read_text(encoding="utf-8"))
    assert hashlib.sha256((data / "recogniser.model").read_bytes()).hexdigest() == card["sha256"]
    assert card["figures_f1"]["5-fold"]["rec.strict"]["mean"] > 0.8
    assert "seeds.jsonl" not in card["data_sha256"]
