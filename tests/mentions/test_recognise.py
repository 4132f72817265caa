"""Which words of news copy name a place, and which only look like it. The sentences are invented."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from geo.articles import make_article
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.records import Article, Span
from tests.mentions.conftest import Found, marked, unmarked

PLACES = """
The [Moscow]-based firm closed the [Kyiv]-[Kharkiv] highway project.
[Kyiv]'s mayor flew to [Warsaw], [Poland], on Tuesday.
He moved from [Paris], [Texas], to [Athens], [Ga.], and on to [Springfield], [Ill.]
Police in [Mobile], [Alabama], said a mobile phone was found.
She lives in [Reading] and works in [Nice].
The village of [Novoselivka] in [Donetsk] oblast was shelled again.
Rain flooded [Anbar] province in western [Iraq].
Troops left [Primorsky Krai] for [Kursk] region.
The [U.S.] and the [UK] want a deal; [US] envoys are in [Oman].
Ferries cross the [Black Sea] from [Odesa] to [Istanbul].
[Côte d'Ivoire] and [Guinea-Bissau] signed in [Dakar].
Wildfires burned across [California] and [British Columbia].
The convoy left [Homs] for [Aleppo] at dawn.
""".strip().split("\n")

NO_PLACES = """
Reading the report took him two hours.
Analysts such as Town, of a think tank, disagree.
Mr Town said he would wait.
Kim inspected the troops and smiled.
Kim Jong Un thanked the engineers.
Of the nine mayors, three resigned.
"Nice work," the coach said after the match.
The police found a mobile phone in the bath.
He marched in March, and again in May.
Hurricane Florence weakened overnight.
Write to desk@moscow.example.org or follow @Paris.
See https://www.london.com/paris for more.
Paris Hilton signed copies of her book.
The IL-76 and KN-23 are on show, with a Patriot battery.
Jordan Henderson scored twice before the break.
Mrs. Lincoln thanked the nurses.
""".strip().split("\n")

PEOPLES = """
The {Ukrainian} city of [Pokrovsk] was hit.
{Russian}-occupied areas of [Ukraine] voted.
{North Korean} troops met {South Korean} envoys in [Panmunjom].
{Londoners} and {Texans} alike complained.
Pro-{Russian} and {Kurdish} fighters left [Hasakah].
""".strip().split("\n")

# Three sentences for each way in which the recogniser once failed on the seeds.
MENDED = """
Satellite images showed three jets at [Wonsan airport] in June.
A transport plane left [Rostov airport] before dawn.
Imagery from [Hatay airport] revealed two cargo planes on the apron.
{North Korean} state media showed the leader at a factory.
{Iranian} state television said the ship was free.
{South Korean} military sources spoke of drones in [Gyeonggi].
The ice is thin across {Russian} [Siberia], herders say.
Farmers in {Iraqi} [Kurdistan] want more rain.
Buses run from {Spanish} [Catalonia] to [France].
In October, {German} soldiers were sent to [Lithuania].
In November, {South Korean} farmers drove to [Seoul].
In May, {French} police closed the port of [Calais].
A researcher at the Brookings Institution doubts it.
Experts like Field from the Stimson Center see no change.
A fellow of the Carnegie Endowment wrote the foreword.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", PLACES + PEOPLES + MENDED)
def test_finds_what_names_a_place(found: Found, sentence: str) -> None:
    """Every marked name and demonym is found with its very span, and nothing else."""
    text = unmarked(sentence)
    assert marked(text, found(text)) == sentence


@pytest.mark.parametrize("sentence", NO_PLACES)
def test_no_pin_for_what_only_looks_like_one(found: Found, sentence: str) -> None:
    """Persons, verbs, months, weapons, storms and addresses are no places."""
    assert marked(sentence, found(sentence)) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "[North] and [South Korea] reopened the line.",
        "Ministers from [East] and [West Africa] met in [Accra].",
        "Shells fell in the [Donetsk] and [Luhansk] regions.",
    ],
)
def test_names_that_share_a_word_are_each_a_mention(found: Found, sentence: str) -> None:
    """Of "North and South Korea" both are mentions."""
    text = unmarked(sentence)
    assert marked(text, found(text)) == sentence


def test_mentions_are_in_order_and_apart(found: Found) -> None:
    """Mentions are sorted, don't overlap, quote the text and have probabilities."""
    text = unmarked(" ".join([*PLACES, *PEOPLES]))
    at = 0
    for mention in found(text):
        assert at <= mention.start < mention.end
        assert mention.text == text[mention.start : mention.end]
        assert 0 < mention.place_score < 1
        at = mention.end


def test_an_offset_counts_code_points_of_the_text_as_it_came(found: Found) -> None:
    """Windows line ends, emoji and combining marks before a name do not shift it."""
    text = "Cafe\u0301 \U0001f600\r\n\r\nTroops left Kursk for Moscow."
    assert [(m.text, m.start) for m in found(text)] == [
        ("Kursk", text.index("Kursk")),
        ("Moscow", text.index("Moscow")),
    ]


@pytest.mark.parametrize("text", ["", " \n", "...", "\u200b", "@", "A", "-" * 50, "\ud7ff\U0010ffff"])
def test_any_text_is_read(found: Found, text: str) -> None:
    """Empty and odd texts give no mention and no error."""
    assert found(text) == ()


def test_the_dateline_is_marked(recogniser: Recogniser, world: Gazetteer) -> None:
    """Names in the dateline's span are told apart from those in the story."""
    text = "KYIV, Ukraine (AP) — Shells hit Kharkiv, officials in Kyiv said."
    article = replace(make_article("a", text), dateline=Span(0, text.index("—")))
    assert [(m.text, m.dateline) for m in recogniser.recognise(article, world)] == [
        ("KYIV", True), ("Ukraine", True), ("Kharkiv", False), ("Kyiv", False),
    ]  # fmt: skip


@pytest.mark.clocked
def test_reads_quickly(recogniser: Recogniser, world: Gazetteer) -> None:
    """Far more than 8,000 words a second, of which the rest of the way leaves plenty."""
    text = "\n".join(unmarked(s) for s in [*PLACES, *PEOPLES, *MENDED, *NO_PLACES]) * 40
    article = Article("long", text)
    recogniser.recognise(Article("warm", text[:2000]), world)
    start = time.process_time()
    recogniser.recognise(article, world)
    assert len(text.split()) / (time.process_time() - start) > 10_000
