"""Marked sentences: [Name] is a mention, {Ukrainian} a demonym; what is not marked must not be found."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from geo.articles import make_article
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.records import Mention

_MARK = re.compile(r"\[([^\[\]]+)\]|\{([^{}]+)\}")

Found = Callable[[str], tuple[Mention, ...]]


def unmarked(marked: str) -> str:
    """The sentence without its marks."""
    return _MARK.sub(lambda m: m[1] or m[2], marked)


def marked(text: str, mentions: tuple[Mention, ...]) -> str:
    """A text with its mentions marked."""
    for mention in reversed(mentions):
        left, right = "{}" if mention.kind == "demonym" else "[]"
        text = text[: mention.start] + left + mention.text + right + text[mention.end :]
    return text


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    """The recogniser as it ships."""
    return Recogniser.load()


@pytest.fixture
def found(recogniser: Recogniser, world: Gazetteer) -> Found:
    """The mentions of a text, by the shipped model and gazetteer."""
    return lambda text: recogniser.recognise(make_article("test", text), world)
