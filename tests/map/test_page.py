"""The page as bytes: escaping, security policy, size, and the same bytes for the same input."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.map import Map
from geo.map.page import STATIC, json_block, render_page

ROOT = Path(__file__).parents[2]


class Reader(HTMLParser):
    """An HTML parser's view of a page: its elements with their attributes, and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []
        self._raw: tuple[str, dict[str, str | None]] | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style", "title"):
            self._raw = (tag, dict(attrs))

    def handle_data(self, data: str) -> None:
        if self._raw:
            self.texts.append((*self._raw, data))

    def handle_endtag(self, tag: str) -> None:
        self._raw = None

    def inline(self, tag: str) -> list[str]:
        return [text for name, attrs, text in self.texts if name == tag and not is_data(attrs)]

    def data(self) -> dict[str, object]:
        (text,) = (text for _, attrs, text in self.texts if attrs.get("id") == "dateline-data")
        return dict(json.loads(text))

    def policy(self) -> str:
        (meta,) = (a for tag, a in self.elements if a.get("http-equiv") == "Content-Security-Policy")
        return str(meta["content"])


def is_data(attrs: dict[str, str | None]) -> bool:
    return attrs.get("type") in ("application/json", "text/plain")


def sha256_source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.fixture(scope="module")
def page(invented: ModuleType) -> str:
    return Map(invented.story(), title="Ferries").page()


@pytest.fixture(scope="module")
def hostile(invented: ModuleType) -> str:
    return Map(invented.hostile_story(), text="full").page()


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text()) | st.none()))
def test_any_text_comes_back_from_the_json_block(data: dict[str, object]) -> None:
    """Whatever the text, the JSON block parses to it and holds nothing that HTML could end or nest it with."""
    block = json_block(data)
    assert json.loads(block) == data
    assert not re.search("[<>&\u2028\u2029]", block)
    assert block.encode("utf-8").decode("utf-8") == block


@given(st.text())
def test_a_title_is_only_ever_text(title: str) -> None:
    """A title of any characters adds no element to the page."""
    payload = {"title": title, "features": [], "articles": [], "unresolved": []}
    plain = {**payload, "title": "x"}
    tags = [tag for tag, _ in Reader(render_page(payload, basemap="")).elements]
    assert tags == [tag for tag, _ in Reader(render_page(plain, basemap="")).elements]


def test_hostile_articles_add_no_element(hostile: str, invented: ModuleType) -> None:
    """``</script><img …>`` in text, title, publisher, id, name and note: no img, no second script, no link."""
    read = Reader(hostile)
    tags = [tag for tag, _ in read.elements]
    assert "img" not in tags
    assert tags.count("script") == 4
    assert not any("javascript:" in str(value) for _, attrs in read.elements for value in attrs.values())
    assert read.data()["articles"][0]["text"] == invented.hostile_story().documents[0].text  # type: ignore[index]


def test_the_policy_lets_just_our_own_scripts_and_styles_run(page: str) -> None:
    """The policy's hashes are those of the inline scripts and styles; nothing unsafe, nothing from elsewhere."""
    read = Reader(page)
    hashes = {name: " ".join(map(sha256_source, read.inline(name))) for name in ("script", "style")}
    assert len(read.inline("script")) == 2 and len(read.inline("style")) == 2
    assert read.policy() == (
        f"default-src 'none'; script-src {hashes['script']}; style-src {hashes['style']}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_nothing_in_the_page_points_elsewhere(page: str) -> None:
    """No ``src``, no linked file, no ``style=`` or ``on…=`` attribute; the only link is the favicon's data URI."""
    for tag, attrs in Reader(page).elements:
        assert "src" not in attrs and "style" not in attrs
        assert not [name for name in attrs if name.startswith("on")]
        if tag == "link":
            assert str(attrs["href"]).startswith("data:image/svg+xml,")
    assert not re.search(r"url\((?!data:)", "".join(Reader(page).inline("style")))


def test_the_page_tells_its_title_and_language(page: str) -> None:
    """Title, description and language stand in the head."""
    read = Reader(page)
    assert ("html", {"lang": "en"}) in read.elements
    assert [text for tag, _, text in read.texts if tag == "title"] == ["Ferries"]
    (description,) = (a["content"] for _, a in read.elements if a.get("name") == "description")
    assert description == "10 places named in 2 articles, each with the sentences that name it."


def test_one_article_titles_its_own_map(invented: ModuleType) -> None:
    """Without a title a single article's headline stands in."""
    story = invented.story()
    single = invented.Result(story.documents[:1], story.toponyms[:1])
    assert "<title>Ferry crews return to Odesa</title>" in Map(single).page()


def test_the_same_input_gives_the_same_bytes() -> None:
    """Two processes with different hash seeds, locales and time zones write the same page."""
    script = (
        "import importlib.util, sys, hashlib\n"
        "spec = importlib.util.spec_from_file_location('invented', 'tests/map/invented.py')\n"
        "invented = importlib.util.module_from_spec(spec); sys.modules['invented'] = invented\n"
        "spec.loader.exec_module(invented)\n"
        "from geo.map import Map\n"
        "print(hashlib.sha256(Map(invented.story()).page().encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
        ).stdout
        for seed, zone, locale in (("1", "UTC", "C"), ("2", "Asia/Tokyo", "C.UTF-8"))
    }
    assert len(digests) == 1


def test_noscript_quotes_every_place(page: str) -> None:
    """Readers without JavaScript get each place with its sentences, the name marked, the article cited."""
    text = page[page.index("<noscript>") : page.index("</noscript>")]
    assert text.count("<h2") == 11  # ten places, and "Not placed"
    assert "left Odesa for <mark>Izmail</mark> on Tuesday" in text
    assert '<cite dir="auto">Bridge reopens</cite>' in text
    assert "<mark>Krutoyarka</mark>" in text


def test_a_page_of_a_short_story_is_light(page: str) -> None:
    """A page of two short articles, basemap and all, is under 700 KB."""
    assert len(page.encode("utf-8")) < 700_000


def test_every_word_of_the_interface_is_in_one_table() -> None:
    """The shell has no words of its own: it names those of ``words.js``, and names none that is not there."""
    shell = (STATIC / "shell.html").read_text(encoding="utf-8")
    words = (STATIC / "js" / "words.js").read_text(encoding="utf-8")
    assert not re.search(r">[^<>]*\w[^<>]*<", shell)
    assert not re.search(r'\b(?:aria-label|title|placeholder|alt)="', shell)
    named = re.findall(r'data-(?:word|label)="(\w+)"', shell)
    assert len(named) > 10
    assert [name for name in named if f"  {name}: " not in words] == []
