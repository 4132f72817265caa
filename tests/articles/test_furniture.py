"""What stands around the prose: headline, byline, date, publisher, dateline, and the title that comes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.articles import make_article
from geo.records import Article, Span

LEAD = "The river rose two metres overnight and the mayor asked people to leave their homes."

DATELINES = [
    ("Pyongyang [North Korea], July 2 (ANI):", "ANI"),
    ("KYIV, Ukraine (AP) —", "AP"),
    ("LONDON —", None),
    ("WASHINGTON, D.C. (Reuters) -", "Reuters"),
    ("BEIRUT/GAZA, Nov 3 (Reuters) -", "Reuters"),
    ("NEW DELHI:", None),
    ("SEOUL, Aug. 5 (Yonhap) --", "Yonhap"),
    ("MOSCOW, July 2. /TASS/.", "TASS"),
    ("Paris, le 2 juillet (AFP) –", "AFP"),
    ("Genève (ATS) -", "ATS"),
    ("(NEW YORK) —", None),
    ("SEVERN, Md. —", None),
    ("Edmonton, Ky. (November 28, 2016) –", None),
    ("ST. LOUIS -", None),
    ("UNITED NATIONS, Sept 9 (Xinhua) --", "Xinhua"),
    ("SOUTH WAZIRISTAN, April 5 (APP):", "APP"),
    ("LOS ANGELES, April 05, 2018 (GLOBE NEWSWIRE) --", "GLOBE NEWSWIRE"),
    ("WASHINGTON and KYIV, Ukraine —", None),
    ("Ramallah —", None),
    ("MINNEAPOLIS-ST. PAUL —", None),
    ("NEWARK \x97", None),
    ("ISTANBUL, 5 March (AA) |", "AA"),
    ("LONDON, July 2 (Reuters)", "Reuters"),
    ("Kuala Lumpur:", None),
]


@pytest.mark.parametrize(("dateline", "agency"), DATELINES)
@pytest.mark.parametrize(
    "before",
    ["", "Floods drive hundreds from homes\n", "Floods drive hundreds out\nBy Ann Lee\nJuly 3, 2025\n\n"],
)
def test_datelines_are_marked_and_their_agency_is_the_publisher(
    before: str, dateline: str, agency: str | None
) -> None:
    """Each known form is found at the head of the story, whole, below headline, byline and date or without them."""
    text = f"{before}{dateline} {LEAD}\n\nMore rain is due."
    article = make_article("a", text)
    assert _cut(article, article.dateline) == dateline
    assert article.publisher == agency


NO_DATELINES = [
    "Police said: the river rose two metres.",
    "NOTE — the figures are provisional and will change.",
    "UPDATE: the road is open again after two days.",
    "BREAKING — a ship has run aground off the cape.",
    "EXCLUSIVE: Minister to resign, sources say today.",
    "NATO — the alliance of thirty-two states — met on Monday.",
    "Mr Smith: I never said that to anyone in the room.",
    "The mayor — a former nurse — asked people to leave.",
    "A SPATE of thefts has alarmed shopkeepers in the town.",
    "LONDON Mayor Ann Lee said the river was rising fast.",
    "WOMEN raced to get their hands on the last tickets.",
    "North Korea: what we know about the launch so far.",
    "Live: the river rises; Officials meet in the town hall.",
    "Obama - who left office in 2017 - was not there.",
    "",
]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_labels_and_prose_are_no_datelines(text: str) -> None:
    """A note's label, a speaker, an aside between dashes or words in capitals do not say where a story was filed."""
    assert make_article("a", f"{text}\n\n{LEAD}").dateline is None


def test_a_dateline_below_a_standfirst_counts_if_it_leaves_no_doubt() -> None:
    """Summary first, then the story: a dateline with place and agency is found there, a bare one is not guessed at."""
    text = f"Hundreds have left their homes.\n\nODESA, Ukraine (AP) — {LEAD}"
    article = make_article("a", text)
    assert _cut(article, article.dateline) == "ODESA, Ukraine (AP) —"
    assert make_article("a", f"Hundreds have left their homes.\n\nRidley — {LEAD}").dateline is None


def test_no_sentence_ends_within_a_dateline() -> None:
    """The dateline stays with the sentence it opens, whatever stops it holds."""
    text = f"ST. CLAIR, Mich. Aug. 5 (AP) — {LEAD} More rain is due."
    article = make_article("a", text)
    assert [_cut(article, Span(s.start, s.end)) for s in article.sentences] == [
        text[: text.index(" More")],
        "More rain is due.",
    ]


HEADLINES = [
    "Floods drive hundreds from homes",
    "CNN: Ministers to meet over floods",
    "What next for the river towns?",
    "Storm batters the U.S.",
    "‘We lost everything’: a town counts the cost",
    "FLOODS HIT RIVER TOWNS",
]


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_a_first_line_that_looks_like_a_headline_is_the_title(headline: str, gap: str) -> None:
    """Short, not ended by a full stop, prose below: its span is the headline, its words the title."""
    article = make_article("a", f"{headline}{gap}{LEAD}{gap}More rain is due on Friday.")
    assert _cut(article, article.headline) == headline
    assert (article.title, article.title_is_headline) == (headline, True)


@pytest.mark.parametrize(
    "text",
    [
        LEAD + "\nMore rain is due.",
        "The river rose two metres overnight, said the\nmayor of the town, who asked people to leave.",
        "- Bring water\n- Bring food\n" + LEAD,
        "LONDON — Rain\n" + LEAD,
        "Rain",
        "Rain\nWind",
    ],
)
def test_other_first_lines_are_no_headlines(text: str) -> None:
    """Prose, a wrapped line, list lines, a dateline, or a line with no story below it."""
    article = make_article("a", text)
    assert article.headline is None
    assert not article.title_is_headline


def test_without_a_headline_the_first_sentence_stands_in_without_its_dateline() -> None:
    """Dateline, byline and date are no part of the title; a long sentence is cut at a word."""
    article = make_article("a", f"By Ann Lee\nJuly 2, 2025\nODESA, Ukraine (AP) — {LEAD} More rain is due.")
    assert (article.title, article.title_is_headline) == (LEAD, False)
    long = make_article("a", "The ferry " + "left the old harbour late and " * 20 + "sank.")
    assert long.title.startswith("The ferry left") and long.title.endswith("…") and len(long.title) <= 141


def test_a_given_title_wins_and_is_found_where_the_text_repeats_it() -> None:
    """White space and case apart; a title that the text does not open with is no part of it."""
    text = "Rain   swamps Odesa . ODESA — " + LEAD
    article = make_article("a", text, title="Rain swamps Odesa")
    assert _cut(article, article.headline) == "Rain   swamps Odesa"
    assert _cut(article, article.dateline) == "ODESA —"
    other = make_article("a", f"Floods drive hundreds out\n{LEAD}", title="Another headline")
    assert (other.title, other.title_is_headline, other.headline) == ("Another headline", True, None)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (f"Floods hit towns\nBy Ann Lee\n{LEAD}", "Ann Lee"),
        (f"Floods hit towns\nBY ANN LEE AND OLEH MARCHENKO\n{LEAD}", "ANN LEE AND OLEH MARCHENKO"),
        (f"Floods hit towns\nBy Ann Lee, Reuters\n{LEAD}", "Ann Lee"),
        (f"Floods hit towns\nAnn Lee, Staff Writer\n{LEAD}", "Ann Lee"),
        (f"{LEAD}\nBy Ann Lee", "Ann Lee"),
        (f"{LEAD} — Ann Lee", "Ann Lee"),
        (f"{LEAD}\n(Reporting by Ann Lee; Editing by Bo Hansen)", "Ann Lee"),
        (f"{LEAD} (Ann Lee/PNA)", "Ann Lee"),
        (f"BY ANN LEE Advocate Reporter March 15, 2009 NEWARK -- {LEAD}", "ANN LEE"),
        (f"By Ann Lee date 2025-07-02 Odesa [Ukraine], July 2 (ANI): {LEAD}", "Ann Lee"),
        (f"By Tuesday the river had fallen.\n{LEAD}", None),
        (f"By the river\n{LEAD}", None),
        (f"{LEAD}\nBy noon the road was open.", None),
    ],
)
def test_bylines_are_told_from_prose(text: str, author: str | None) -> None:
    """At the head or the foot, alone on a line or before a date; "By Tuesday" names nobody."""
    article = make_article("a", text)
    assert article.author == author
    assert (article.byline is None) == (author is None)


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2025-07-02", "2025-07-02"),
        ("2025-07-02T10:00:00Z", "2025-07-02"),
        ("20250702", "2025-07-02"),
        ("2025/7/2", "2025-07-02"),
        ("July 2, 2025", "2025-07-02"),
        ("Jul. 2 2025", "2025-07-02"),
        ("2 July 2025", "2025-07-02"),
        ("2nd of July, 2025", "2025-07-02"),
        ("Wed, 02 Jul 2025 10:00:00 GMT", "2025-07-02"),
        ("Wed Jul  2 10:00:00 UTC 2025", "2025-07-02"),
        ("12/31/2024", "2024-12-31"),
        ("31/12/2024", "2024-12-31"),
        ("02.07.2025", "2025-07-02"),
        ("03/04/2025", "2025"),
        ("2 juillet 2025", "2025-07-02"),
        ("2. Juli 2025", "2025-07-02"),
        ("2 de julio de 2025", "2025-07-02"),
        ("2 июля 2025", "2025-07-02"),
        ("2025年7月2日", "2025-07-02"),
        ("2025 Oct 1", "2025-10-01"),
        ("July 2025", "2025-07"),
        ("2025", "2025"),
        ("Wed Nov 23", None),
        ("7:58 AM ET", None),
        ("February 30, 2025", None),
        ("2025-13-40", None),
        ("soon", None),
    ],
)
def test_given_dates_become_iso(given: str, iso: str | None) -> None:
    """ISO, US, UK, numeric and other languages' forms; one that can't be told is shortened or left out."""
    assert make_article("a", LEAD, date=given).date == iso


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Floods hit towns\nPublished: July 2, 2025 10:30 GMT\n{LEAD}", "2025-07-02"),
        (f"Floods hit towns\nBy Ann Lee\nWednesday, 2 July 2025\n{LEAD}", "2025-07-02"),
        (f" date 2025-07-02 Odesa [Ukraine], July 2 (ANI): {LEAD}", "2025-07-02"),
        (f"LOS ANGELES, July 2, 2025 (AP) -- {LEAD}", "2025-07-02"),
        (f"On July 2, 2025 the river rose.\n{LEAD}", None),
        (f"Updated figures released July 2, 2025 show it. {LEAD}", None),
        (f"July 2, 2025 was the wettest day on record.\n{LEAD}", None),
        (f"KYIV, July 2 (AP) — {LEAD}", None),
    ],
)
def test_a_date_is_taken_from_furniture_and_never_from_prose(text: str, date: str | None) -> None:
    """A stamp, a date line or a dateline with its year says when it was published; a sentence does not."""
    assert make_article("a", text).date == date


@pytest.mark.parametrize(
    ("text", "given", "publisher"),
    [
        (f"{LEAD} (ANI)", {}, "ANI"),
        (f"(CNN) — {LEAD}", {}, "CNN"),
        (f"{LEAD}\nSource: Reuters", {}, "Reuters"),
        (LEAD, {"domain": "www.example.org"}, "example.org"),
        (LEAD, {"url": "https://news.example.org/a?b=c"}, "news.example.org"),
        (f"{LEAD} (ANI)", {"publisher": "The Example"}, "The Example"),
        (f"CNN: Ministers to meet\n{LEAD}", {}, None),
        (f"{LEAD} (see page 4)", {}, None),
    ],
)
def test_the_publisher_is_given_or_the_agency_or_the_domain(
    text: str, given: dict[str, str], publisher: str | None
) -> None:
    """In that order; a headline's "CNN:" says whom it cites, not who publishes."""
    assert make_article("a", text, **given).publisher == publisher


@pytest.fixture(params=["000_29103217c3c52d72.txt", "004_e256d0f951769f0b.txt"])
def seed(request: pytest.FixtureRequest, root: Path) -> Article:
    """A seed article, read as its file stands."""
    text = (root / "seeds" / request.param).read_bytes().decode("utf-8")
    return make_article(request.param, text)


def test_the_seeds_furniture(seed: Article) -> None:
    """One has headline and byline and no date or outlet; the other date, agency and dateline and no headline."""
    found = (
        seed.title_is_headline, seed.date, seed.publisher, seed.author,
        _cut(seed, seed.byline), _cut(seed, seed.dateline)
    )  # fmt: skip
    if seed.id.startswith("000"):
        assert found == (True, None, None, "Tamilla Hasanova", "By Tamilla Hasanova", None)
        assert seed.title == seed.text.split("\n")[0]
    else:
        assert found == (False, "2025-07-02", "ANI", None, None, "Pyongyang [North Korea], July 2 (ANI):")
        assert seed.title.startswith("North Korea plans to triple") and seed.title.endswith("in Ukraine.")


def _cut(article: Article, span: Span | None) -> str | None:
    return None if span is None else article.text[span.start : span.end]
