"""Where sentences end, and where they do not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.articles import make_article

SPLIT = [
    "He left Kyiv.| She stayed.",
    "The U.S. Army moved in.| It left in May.",
    "They flew to the U.S.| The visit was short.",
    "Gen. Oleh Ivanenko spoke.| Lt. Col. Anna Marsh listened.",
    "St. Petersburg and St. Louis are twins.| Mt. Hood is not.",
    "On Jan. 5 the road closed.| It opened in Feb.| The snow had gone.",
    "Flight No. 12 was late.| He said no.| She agreed.",
    "It began at 7 a.m. Tuesday and ended at 9 p.m.| Nobody was hurt.",
    "J. K. Marlow and George W. Reed met.| They shook hands.",
    "Prices rose 3.5 percent to $1.20.| Wages fell.",
    "“We are leaving.”| The mayor nodded.",
    "“Why now?” she asked.| “Because!” he said.",
    "He paused… and went on.| “I saw it…”| Then he left.",
    "(The bridge was shut.)| Traffic stopped.",
    "He moved to Ridgeland, Miss., in June.| The firm, Acme Inc., stayed.",
    "The plant is near Hermiston, Ore.| Managers would not comment.",
    "Sen. R. Quill of Vermont agreed.| So did D. Park.",
    "He works for Marsh Corp.| The firm is small.",
    "Was it Plan B.| The board will say.",
    "Smith vs. Jones, e.g. the first case, i.e. this one.| It ended.",
    "北京发生地震。|人们跑上街头！|有人受伤吗？|没有。",
    "Где он?| Он в Киеве.| Мы ждём.",
    "وصل الوفد إلى القاهرة.| هل عاد؟| نعم.",
    "It was over on Monday.|Officials said little.",
    "See www.example.com/Kyiv.Odesa or write to a.b@example.org today.| Thanks.",
    "1. Bring water.| 2. Bring food.",
    "The road is closed. |— Anna Marsh said so.",
    "it rained all day.| the river rose.| nobody slept in the town by the water.",
]


@pytest.mark.parametrize("marked", SPLIT)
def test_sentences_end_where_a_reader_would_end_them(marked: str) -> None:
    """Abbreviations, initials, decimals, quotes, ellipses and other scripts' stops are told from ends."""
    text = marked.replace("|", "")
    article = make_article("a", text)
    found = [text[sentence.start : sentence.end] for sentence in article.sentences]
    assert found == [part.strip() for part in marked.split("|")]


def test_lines_and_blank_lines_make_paragraphs() -> None:
    """Copy with a paragraph a line counts lines; stops or not, a line end ends a sentence."""
    text = "Storm hits coast\nRain fell on Odesa. Wind rose.\n\n\nThe port closed\r\n- Ferries stopped\r\n"
    article = make_article("a", text)
    assert [(text[s.start : s.end], s.paragraph) for s in article.sentences] == [
        ("Storm hits coast", 0),
        ("Rain fell on Odesa.", 1),
        ("Wind rose.", 1),
        ("The port closed", 2),
        ("- Ferries stopped", 3),
    ]


def test_wrapped_lines_are_joined() -> None:
    """In copy wrapped at a fixed width a line end ends nothing; blank lines part paragraphs."""
    text = (
        "The ferry from the island was late again on Thursday, said the\n"
        "harbour master, who has kept the log since the bridge to\n"
        "Kerch was shut. Passengers slept in the hall, where the heating\n"
        "had failed.\n"
        "\n"
        "No boat is planned for Friday.\n"
    )
    article = make_article("a", text)
    first = [text[s.start : s.end] for s in article.sentences if s.paragraph == 0]
    assert len(first) == 2
    assert first[0].endswith("Kerch was shut.")
    assert [s.paragraph for s in article.sentences] == [0, 0, 1]


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_every_kind_of_line_end_parts_lines(separator: str) -> None:
    """LF, CRLF, CR and Unicode's separators end a line, and spans skip them."""
    text = f"Roads closed{separator}Snow fell on Bergen.{separator}Trains ran."
    article = make_article("a", text)
    assert [text[s.start : s.end] for s in article.sentences] == [
        "Roads closed",
        "Snow fell on Bergen.",
        "Trains ran.",
    ]


NEWS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                ". ",
                "? ",
                ".” ",
                "\n",
                "\r\n",
                "\n\n",
                "U.S. ",
                "Gen. ",
                "No. 4 ",
                "KYIV",
                " — ",
                "(AP)",
                "By ",
                "July 2, 2025",
                ": ",
            ]
        ),
        st.sampled_from(
            [
                "Ann Lee",
                " the ",
                "Odesa ",
                "。",
                "\u200b",
                "\u0301",
                "[",
                "]",
                "(",
                ")",
                "/",
                "\x97",
                "…",
                "# ",
                "date ",
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=60,
).map("".join)


@given(text=NEWS, title=st.one_of(st.none(), st.text(max_size=20)))
@settings(max_examples=400, deadline=None)
def test_sentences_tile_any_text(text: str, title: str | None) -> None:
    """Whatever the text: nothing is raised, sentences are trimmed, in order, and hold each character but white
    space once;     furniture lies within the text, and the title is never empty."""
    article = make_article("id", text, title=title)
    last = 0
    paragraph = 0
    for sentence in article.sentences:
        assert not text[last : sentence.start].strip()
        body = text[sentence.start : sentence.end]
        assert body and body == body.strip()
        assert sentence.paragraph >= paragraph
        last, paragraph = sentence.end, sentence.paragraph
    assert not text[last:].strip()
    for span in (article.headline, article.byline, article.dateline):
        assert span is None or text[span.start : span.end].strip()
    assert article.title.strip() and article.text == text


@pytest.mark.parametrize(
    "text",
    [
        "." * 1_000_000,
        '."' * 500_000,
        "A. " * 333_000,
        "a\n" * 300_000,
        "(" * 1_000_000,
        "By A" + " B" * 499_000,
        "(Reporting by " * 70_000,
        " " * 1_000_000 + "x",
        "KYIV, " * 160_000,
        "The ferry left Odesa at noon and nobody waved " * 22_000,
    ],
    ids=[
        "stops",
        "quoted",
        "initials",
        "lines",
        "brackets",
        "byline",
        "reporting",
        "spaces",
        "places",
        "one-line",
    ],
)
def test_a_hostile_megabyte_takes_linear_time(text: str) -> None:
    """A megabyte made to upset regular expressions is read within seconds: a quadratic step would take an hour."""
    start = time.process_time()
    make_article("id", text)
    assert time.process_time() - start < 8
