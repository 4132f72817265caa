"""Large pages hold their data in fewer bytes, and nothing of it is lost."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright._impl._driver import compute_driver_executable

from geo.map import Map, build_payload, unpack
from geo.map.columns import to_columns, to_forms, to_phrases, to_records
from geo.map.packing import MANY, is_large, pack
from geo.map.page import json_block
from geo.records import Footprint
from tools.invented_news import invented_collection

ROOT = Path(__file__).parents[2]
VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=3)


def hostile_payload(invented: ModuleType, text: str) -> dict[str, Any]:
    story, hostile = invented.story(), invented.hostile_story()
    spot = Footprint(4, 9, "offshore", 45.0, 31.0, 20.0, ("gn:698740",))
    return build_payload(
        story.documents + hostile.documents,
        story.toponyms + hostile.toponyms,
        title="Ferries",
        text=text,  # type: ignore[arg-type]
        names={"UA": "Ukraine"},
        footprints=[[spot], [], []],
    )


def in_node(program: str, given: str) -> Any:
    node = compute_driver_executable()[0]
    done = subprocess.run(
        [node, "--input-type=module", "--eval", program],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


@given(st.lists(st.dictionaries(st.text(max_size=3), VALUES, max_size=4), max_size=12))
def test_records_come_back_from_columns(records: list[dict[str, Any]]) -> None:
    """Whatever records are kept as columns, in JSON, the same come back."""
    assert to_records(json.loads(json.dumps(to_columns(records)))) == records


@given(st.lists(st.text() | st.from_regex(r"[{}A-Z0-9, ‘’é]{0,12}", fullmatch=True), max_size=8))
def test_phrases_come_back_from_forms(phrases: list[str]) -> None:
    """Whatever the phrases, with numbers, capitals and braces, the same come back."""
    assert to_phrases(json.loads(json.dumps(to_forms(phrases)))) == phrases


def test_phrases_that_differ_in_numbers_and_names_share_a_form() -> None:
    """ "95 km from Nakhodka" and "1,200 km from New Harbour" are one form with two gaps."""
    forms = to_forms(["95 km from Nakhodka", "1,200 km from New Harbour"])
    assert forms == {"forms": ["{} km from {}"], "of": [[0, "95", "Nakhodka"], [0, "1,200", "New Harbour"]]}


@pytest.mark.parametrize("text", ["quotes", "full"])
def test_what_was_packed_is_unpacked_the_same(invented: ModuleType, text: str) -> None:
    """Articles, mentions, evidence, footprints and hostile text: packed, written, read and unpacked they are whole."""
    payload = hostile_payload(invented, text)
    packed = json.loads(json_block(pack(payload)))
    assert unpack(packed) == payload
    assert unpack(payload) == payload


@pytest.mark.parametrize("text", ["quotes", "full"])
def test_the_page_s_script_unpacks_the_same(invented: ModuleType, text: str) -> None:
    """``packing.js`` makes of the packed data what it was, astral characters in whole texts included."""
    payload = hostile_payload(invented, text)
    program = """
        import { unpack } from "./geo/map/static/js/packing.js";
        let text = "";
        process.stdin.setEncoding("utf8");
        for await (const piece of process.stdin) text += piece;
        process.stdout.write(JSON.stringify(unpack(JSON.parse(text))));
    """
    assert in_node(program, json_block(pack(payload))) == json.loads(json.dumps(payload))


def test_only_large_pages_are_packed(invented: ModuleType) -> None:
    """A page of few mentions is plain GeoJSON; one of many is packed, and less than half as long for it."""
    small = Map(invented.story())
    assert '"packed"' not in small.page() and not is_large(small.payload)
    large = Map(invented_collection(articles=120, mentions=MANY + 400, places=300, words=330), title="Many")
    page = large.page()
    data = json.loads(page.split('id="dateline-data">')[1].split("</script>")[0])
    assert data["packed"] == 1 and unpack(data) == large.payload
    assert len(json_block(data)) < 0.5 * len(json_block(large.payload))


def test_without_javascript_a_large_page_lists_the_most_named_places_and_says_so() -> None:
    """``<noscript>`` does not repeat the whole page: it says how many places it leaves out."""
    large = Map(invented_collection(articles=120, mentions=MANY + 400, places=350, words=330), title="Many")
    page = large.page()
    noscript = page[page.index("<noscript>") : page.index("</noscript>")]
    assert "Of 350 places only the 300 most named are listed here" in noscript
    assert noscript.count("<blockquote>") == 40
    assert len(noscript.encode()) < 100_000
