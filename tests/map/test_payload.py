"""The page's data: the contract of ``docs/page-contract.md``."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.map import build_payload
from geo.map.other_names import names_for_search
from geo.records import Anchor, Article, Focus, Footprint, Mention, Sentence, Toponym

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "page-contract.schema.json").read_text(encoding="utf-8")
)
TYPES = {"string": str, "object": dict, "array": list, "boolean": bool, "null": type(None)}


def faults(value: Any, schema: dict[str, Any], where: str = "$") -> list[str]:
    """What in a value breaks a schema: as much of JSON Schema as ours uses, and an error for a keyword it doesn't."""
    known = {
        "$ref",
        "$schema",
        "$id",
        "$defs",
        "title",
        "description",
        "type",
        "enum",
        "const",
        "required",
        "properties",
    }
    known |= {"items", "prefixItems", "minimum", "maximum", "additionalProperties", "pattern"}
    assert not set(schema) - known, f"{where}: keywords {set(schema) - known} are not checked"
    if "$ref" in schema:
        return faults(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], where)
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(has_type(value, name) for name in types):
        return [f"{where}: {value!r} is no {types}"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where}: {value!r} is none of {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        found.append(f"{where}: {value!r} is not {schema['const']!r}")
    if isinstance(value, (int, float)) and not schema.get("minimum", value) <= value <= schema.get(
        "maximum", value
    ):
        found.append(f"{where}: {value!r} is out of bounds")
    if isinstance(value, dict):
        found += [f"{where}: no {name}" for name in schema.get("required", []) if name not in value]
        if schema.get("additionalProperties") is False:
            found += [f"{where}: unknown {name}" for name in value if name not in schema["properties"]]
        for name, part in schema.get("properties", {}).items():
            if name in value:
                found += faults(value[name], part, f"{where}.{name}")
    if isinstance(value, list):
        for number, item in enumerate(value):
            found += faults(item, schema.get("items", {}), f"{where}[{number}]")
    return found


def has_type(value: Any, name: str) -> bool:
    if name in ("number", "integer"):
        return isinstance(value, int if name == "integer" else (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def payload(result: Any, **options: Any) -> dict[str, Any]:
    return build_payload(result.documents, result.toponyms, title="Ferries", **options)


def of(data: dict[str, Any], id: str) -> dict[str, Any]:
    return next(f["properties"] for f in data["features"] if f["id"] == id)


@pytest.mark.parametrize("text", ["quotes", "full"])
@pytest.mark.parametrize("story", ["story", "hostile_story"])
def test_the_payload_keeps_its_contract(invented: ModuleType, story: str, text: str) -> None:
    """Every payload is what the published schema says, with or without whole articles."""
    data = json.loads(json.dumps(payload(getattr(invented, story)(), text=text)))
    assert faults(data, SCHEMA) == []


def test_the_schema_is_not_a_rubber_stamp(invented: ModuleType) -> None:
    """A payload with a missing or mistyped part breaks the schema."""
    data = payload(invented.story())
    del data["features"][0]["properties"]["mentions"][0]["sentence"]
    data["articles"][0]["title"] = 7
    assert len(faults(data, SCHEMA)) == 2


def test_offsets_point_at_the_names(invented: ModuleType) -> None:
    """``sentence`` and ``article`` are indices, ``start`` and ``end`` code points in the sentence."""
    data = payload(invented.story())
    spelt = {
        data["articles"][m["article"]]["sentences"][m["sentence"]]["text"][m["start"] : m["end"]]
        for m in of(data, "gn:690791")["mentions"]
    }
    assert spelt == {"Ukraine", "Ukrainian"}
    unresolved = data["unresolved"][0]
    sentence = data["articles"][0]["sentences"][unresolved["sentence"]]["text"]
    assert sentence[unresolved["start"] : unresolved["end"]] == "Krutoyarka"


@given(st.text(max_size=60), st.text(min_size=1, max_size=20), st.text(max_size=60))
def test_offsets_count_code_points_of_any_text(before: str, name: str, after: str) -> None:
    """Astral, combining and bidirectional characters don't shift a name."""
    text = before + name + after
    article = Article("a", text, title="t", sentences=(Sentence(0, len(text), 0),))
    found = Toponym(Mention(len(before), len(before) + len(name), name))
    data = build_payload([article], [[found]], title="t")
    mention = data["unresolved"][0]
    assert data["articles"][0]["sentences"][0]["text"][mention["start"] : mention["end"]] == name


def test_quotes_alone_leave_the_article_with_its_publisher(invented: ModuleType) -> None:
    """With ``text="quotes"`` no sentence without a name is in the payload; with ``"full"`` the whole text is."""
    quotes = json.dumps(payload(invented.story(), text="quotes"))
    assert "Builders from" in quotes and "By Ada Invented" not in quotes
    assert payload(invented.story(), text="full")["articles"][0]["text"] == invented.FERRY


def test_places_come_most_named_first_and_demonyms_do_not_count(invented: ModuleType) -> None:
    """The order is by mentions of the name itself, then by name: the same for the same input."""
    names = [f["properties"]["name"] for f in payload(invented.story())["features"]]
    assert names[:2] == ["Odesa", "Ukraine"]
    assert names[2:] == sorted(names[2:])


def test_a_place_says_how_sure_it_is_why_and_what_else_it_might_be(invented: ModuleType) -> None:
    """Certainty (score × place_score) in a number and a word, the clues' phrases, and the runner-up's distance."""
    izmail = of(payload(invented.story(), names={"RU": "Russia"}), "gn:707308")
    assert izmail["score"] == 0.72 and izmail["certainty"] == round(0.72 * 0.98, 3)
    assert izmail["certainty_word"] == "likely"
    assert izmail["why"] == [
        {"phrase": "Odesa is named beside it", "points": 2.5},
        {"phrase": "few people live there", "points": -0.5},
    ]
    other = izmail["runner_up"]
    assert (other["id"], other["country"], other["kind"]) == ("gn:1", "Russia", "village")
    assert other["km"] == pytest.approx(1813, abs=10)  # by the haversine formula


def test_the_source_of_a_users_row_is_told_without_its_folder(invented: ModuleType) -> None:
    """No local path or user's name reaches the page."""
    data = json.dumps(payload(invented.hostile_story()))
    assert "someone" not in data and "/home" not in data
    assert of(payload(invented.story()), "gn:698740")["source"] == "GeoNames"


def test_articles_and_toponyms_go_together() -> None:
    """A list of toponyms too few is an error, not a silent cut."""
    with pytest.raises(ValueError, match="shorter"):
        build_payload([Article("a", "x", title="x")], [], title="t")


@pytest.mark.parametrize("text", ["quotes", "full"])
def test_every_sentence_is_counted_and_only_full_text_holds_them_all(invented: ModuleType, text: str) -> None:
    """Sentences that name nothing keep their place in the list; their text is left out where only quotes are held."""
    story = invented.story()
    article = story.documents[0]
    held = payload(story, text=text)["articles"][0]["sentences"]
    assert [s["start"] for s in held] == [s.start for s in article.sentences]
    silent = [s for s in held if s["text"] is None]
    assert bool(silent) == (text == "quotes")
    if text == "full":
        assert [s["text"] for s in held] == [article.text[s.start : s.end] for s in article.sentences]


def test_every_mention_leads_to_its_evidence(invented: ModuleType) -> None:
    """Clues and other candidates stand once in tables of their own, and indices lead from each mention to them."""
    data = payload(invented.story(), names={"RU": "Russia"})
    izmail = of(data, "gn:707308")
    (mention,) = izmail["mentions"]
    assert (mention["score"], mention["place_score"]) == (0.72, 0.98)
    entry = data["evidence"][mention["evidence"]]
    assert [(data["phrases"][phrase], points) for phrase, points in entry["why"]] == [
        ("Odesa is named beside it", 2.5),
        ("few people live there", -0.5),
    ]
    ((candidate, score, km),) = entry["others"]
    assert {**data["candidates"][candidate], "score": score, "km": km} == izmail["runner_up"]
    alike = {m["evidence"] for m in of(data, "gn:698740")["mentions"]}
    assert len(alike) == 1


def test_a_place_has_names_that_a_reader_may_look_for(invented: ModuleType) -> None:
    """Spellings of the articles come first, then the gazetteer's, none twice; demonyms are no names."""
    known = {"gn:690791": ("Ukraine", "Ukraina", "Україна", "UKRAINE"), "gn:756135": ("Warsaw", "Warszawa")}
    data = payload(invented.story(), other_names=lambda id: known.get(id, ()))
    assert of(data, "gn:690791")["names"] == ["Ukraina", "Україна"]
    assert of(data, "gn:756135")["names"] == ["Warszawa"]
    assert of(data, "csv:shoal@46,31")["names"] == []


def test_names_take_no_more_room_than_a_page_has() -> None:
    """With many places each has few names, and every script has its turn before one has two."""
    known = ("Kyiv", "Kiev", "Kijow", "Kiew", "Київ", "Киев", "Κίεβο")
    assert names_for_search("Kyiv", ["Kyiv", "Kyyiv"], known, 10_000) == ["Kyyiv", "Kiev", "Kijow"]
    assert names_for_search("Kyiv", [], known, 10) == ["Kiev", "Київ", "Κίεβο", "Kijow", "Киев", "Kiew"]


def test_a_row_that_decided_and_an_anchor_are_told(invented: ModuleType) -> None:
    """``decided_by`` names the user's row without its folder, ``anchor`` the words that placed an unknown name."""
    text = "Shells fell on Sokil, a district of Odesa."
    anchor = Anchor(invented.ODESA, text.index("a district"), text.index("."))
    found = Toponym(
        Mention(15, 20, "Sokil"),
        invented.SHOAL,
        0.7,
        anchor=anchor,
        decided_by="/home/someone/corrections.csv:3",
    )
    data = build_payload([invented.article("a", text)], [[found]], title="t")
    (mention,) = data["features"][0]["properties"]["mentions"]
    assert mention["decided_by"] == "corrections.csv:3"
    assert mention["anchor"] == {"id": "gn:698740", "name": "Odesa", "words": "a district of Odesa"}
    assert faults(data, SCHEMA) == []


def test_stated_spots_and_what_an_article_is_about_are_told(invented: ModuleType) -> None:
    """A footprint has its words, anchors and a sentence that quotes it, though nothing else in it is named."""
    text = "A drone fell.\nIt burnt twenty kilometres north\nof there. Odesa slept."
    words = "twenty kilometres north\nof there"
    at = text.index("twenty")
    spot = Footprint(at, at + len(words), "distance", 46.6, 30.7, 5.0, ("gn:698740",))
    data = build_payload(
        [invented.article("a", text, language="en", domain="news.example")],
        [[invented.toponym(text, "Odesa", invented.ODESA)]],
        title="t",
        footprints=[[spot]],
        focus=[Focus(("gn:698740",), ("UA",))],
    )
    (told,) = data["footprints"]
    assert told["words"] == "twenty kilometres north of there" and told["anchors"] == ["gn:698740"]
    sentence = data["articles"][0]["sentences"][told["sentence"]]["text"]
    assert sentence[told["start"] : told["end"]] == words
    article = data["articles"][0]
    assert (article["language"], article["domain"]) == ("en", "news.example")
    assert (article["focus"], article["countries"]) == (["gn:698740"], ["UA"])
    assert faults(data, SCHEMA) == []


def test_what_is_not_placed_has_a_row_to_fill_in(invented: ModuleType) -> None:
    """The row has the columns of ``places.csv``, the name first, its position empty."""
    (name,) = payload(invented.story())["unresolved"]
    assert name["row"].startswith("Krutoyarka,,") and name["row"].count(",") == 15
