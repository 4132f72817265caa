"""Tokens: the words of a text, with their places in it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.mentions.tokens import tokenise

NEWS = st.lists(
    st.sampled_from(
        [
            "Kyiv",
            "U.S.",
            "Pa.",
            "’s",
            "'s",
            " ",
            "\n",
            "-",
            "/",
            ".",
            ",",
            "http://a.b/c",
            "@x",
            "#y",
            "e\u0301",
            "서울",
            "1,5",
            "É",
        ]
    )
).map("".join)


@given(st.one_of(st.text(), NEWS))
def test_tokens_tile_the_text(text: str) -> None:
    """Tokens stand in order, don't overlap, and leave out nothing but white space."""
    at = 0
    for token in tokenise(text):
        assert token.text == text[token.start : token.end]
        assert token.text
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Erie, Pa., on Elm Ave. and Fifth.", "Erie|,|Pa.|,|on|Elm|Ave.|and|Fifth|."),
        ("the U.S.-led talks in D.C.", "the|U.S.|-|led|talks|in|D.C."),
        (
            "Ukraine’s army, Kansas' fields, Xi'an's walls",
            "Ukraine|’s|army|,|Kansas|'|fields|,|Xi'an|'s|walls",
        ),
        ("Moscow-based; Kyiv-Kharkiv; Goma/Kigali", "Moscow|-|based|;|Kyiv|-|Kharkiv|;|Goma|/|Kigali"),
        ("Côte d'Ivoire and Sana'a", "Côte|d'Ivoire|and|Sana'a"),
        ("Guinea\u2011Bissau (Bissau)", "Guinea|\u2011|Bissau|(|Bissau|)"),
        ("J. Smith of St. Louis", "J.|Smith|of|St.|Louis"),
        ("Zu\u0308rich", "Zu\u0308rich"),
    ],
)
def test_what_belongs_together_stays_together(text: str, expected: str) -> None:
    """Abbreviations keep their dot, a possessive is cut off, hyphens and slashes part words."""
    assert [t.text for t in tokenise(text)] == expected.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "https://www.paris.com/berlin?x=London.",
        "www.rome.it",
        "@Paris",
        "#Kyiv",
        "desk@moscow.example.org",
        "dw.com/Kiel",
    ],
)
def test_addresses_are_opaque(text: str) -> None:
    """URLs, handles, hashtags and e-mail addresses are one token, marked as never a place."""
    first, *rest = tokenise(text)
    assert first.opaque
    assert [t.text for t in rest] in ([], ["."])


def test_a_sentence_that_lost_its_space_is_no_address() -> None:
    """Two sentences glued together are two sentences, not a host name."""
    assert [t.text for t in tokenise("He left Paris.London came next.")][2:5] == ["Paris", ".", "London"]


@pytest.mark.parametrize("part", ["a.", "1+", "a@", "x-", "'", "A.B"])
def test_no_text_takes_more_than_linear_time(part: str) -> None:
    """Two hundred thousand repeats of a nasty part are read within seconds."""
    start = time.process_time()
    tokenise(part * 200_000)
    assert time.process_time() - start < 5
