"""Invented collections of any size, for measuring the page: no text of anybody's, the same for the same seed.

Words and names are made of syllables, places lie around invented centres on land and sea alike, and the clues read as
the resolver's do, so that a page of them weighs what a page of real articles would.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from geo.articles import make_article
from geo.records import Article, Candidate, Clue, Mention, Place, Ranked, Toponym, Usage

_ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
    "",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai")
_CODAS = ("", "", "", "", "", "l", "n", "r", "s", "t")
_CENTRES = 40
_PUBLISHERS = ("Harbour Courier", "Valley Ledger", "Morning Lantern", "The Ferry", "Upland Post")
_COUNTRIES = ("UA", "PL", "RO", "TR", "SY", "SD", "MM", "CO", "NG", "PH")


@dataclass(frozen=True)
class Collection:
    """Articles and the toponyms of each, as ``Map`` reads them."""

    documents: tuple[Article, ...]
    toponyms: tuple[tuple[Toponym, ...], ...]


def invented_collection(articles: int, mentions: int, places: int, words: int, seed: int = 1) -> Collection:
    """So many articles of so many words each, with so many mentions of so many places in all.

    Few places are named often and many once or twice, as in the news; every place is named at least once.
    """
    dice = random.Random(seed)
    vocabulary = [_word(dice) for _ in range(4000)]
    gazetteer = [_place(dice, number) for number in range(places)]
    drawn = _draw(dice, mentions, places)
    documents: list[Article] = []
    toponyms: list[tuple[Toponym, ...]] = []
    for number in range(articles):
        named = [
            gazetteer[i] for i in drawn[number * mentions // articles : (number + 1) * mentions // articles]
        ]
        dice.shuffle(named)
        article, found = _article(dice, number, words, vocabulary, named, gazetteer)
        documents.append(article)
        toponyms.append(found)
    return Collection(tuple(documents), tuple(toponyms))


def _draw(dice: random.Random, mentions: int, places: int) -> list[int]:
    """The number of the place of each mention; one named once is mostly named again in the same article."""
    weights = [1 / (rank + 20) for rank in range(places)]
    drawn = list(range(places))
    dice.shuffle(drawn)
    for place in dice.choices(range(places), weights, k=mentions):
        drawn += [place] * dice.choice((1, 1, 2, 2, 3, 5))
    drawn = drawn[:mentions]
    # In blocks, so that repetitions stay together.
    blocks = [drawn[at : at + 7] for at in range(0, mentions, 7)]
    dice.shuffle(blocks)
    return [place for block in blocks for place in block]


def _word(dice: random.Random) -> str:
    syllables = dice.choice((1, 1, 1, 2, 2, 3))
    return "".join(
        dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS) for _ in range(syllables)
    )


def _place(dice: random.Random, number: int) -> Place:
    centre = random.Random(number % _CENTRES)
    lat = max(-75.0, min(75.0, centre.uniform(-35, 60) + dice.gauss(0, 2.5)))
    lon = max(-179.0, min(179.0, centre.uniform(-110, 140) + dice.gauss(0, 3.5)))
    name = (_word(dice) + _word(dice)).capitalize()
    feature = dice.choice(("PPL",) * 12 + ("PPLA", "AIRP", "MILB", "PRT"))
    town = feature.startswith("PPL")
    return Place(
        f"gn:{7_000_000 + number}",
        name,
        lat,
        lon,
        "P" if town else "S",
        feature,
        _COUNTRIES[number % _CENTRES % len(_COUNTRIES)],
        f"gn:{6_000_000 + number % 200}",
        f"{_word(random.Random(number % 200)).capitalize()}a Oblast",
        population=int(dice.lognormvariate(9, 1.5)) if town else 0,
        radius_km=0.0 if town else 2.0,
        precision="point" if town else "site",
    )


def _article(
    dice: random.Random,
    number: int,
    words: int,
    vocabulary: Sequence[str],
    named: Sequence[Place],
    gazetteer: Sequence[Place],
) -> tuple[Article, tuple[Toponym, ...]]:
    spoken = dict(zip(_positions(dice, len(named), words), named, strict=True))
    evidence = {place.id: _candidates(dice, place, named, gazetteer) for place in named}
    pieces: list[str] = []
    found: list[Toponym] = []
    length = 0
    left = dice.randint(8, 28)
    starts = True
    for position in range(words):
        place = spoken.get(position)
        word = place.name if place else dice.choice(vocabulary)
        if starts and not place:
            word = word.capitalize()
        left -= 1
        ends = left == 0 or position == words - 1
        if place:
            score, ranked = evidence[place.id]
            usage: Usage = "associative" if dice.random() < 0.2 else "literal"
            sure = dice.choice((1.0, 0.997, 0.98))
            mention = Mention(length, length + len(word), word, usage=usage, place_score=sure)
            found.append(Toponym(mention, place, score, candidates=ranked))
        gap = ("\n\n" if dice.random() < 0.25 else " ") if ends else " "
        pieces.append(word + ("." if ends else "") + gap)
        length += len(pieces[-1])
        starts = ends
        if ends:
            left = dice.randint(8, 28)
    text = "".join(pieces).rstrip()
    day = f"2024-{1 + number % 12:02d}-{1 + number * 7 % 28:02d}"
    title = " ".join(dice.choice(vocabulary) for _ in range(8)).capitalize()
    publisher = dice.choice(_PUBLISHERS)
    url = f"https://news.example/{day}/{title.replace(' ', '-').lower()}"
    made = make_article(f"article-{number:05d}", text, title=title, url=url, date=day, publisher=publisher)
    return made, tuple(found)


def _positions(dice: random.Random, names: int, words: int) -> list[int]:
    """Which words of an article are names: some stand alone, some two or three close together."""
    taken: set[int] = set()
    last = 0
    while len(taken) < names:
        close = taken and dice.random() < 0.4
        last = last + dice.randint(2, 4) if close else dice.randrange(words)
        if last < words:
            taken.add(last)
    return sorted(taken)


def _candidates(
    dice: random.Random, place: Place, named: Sequence[Place], gazetteer: Sequence[Place]
) -> tuple[float, tuple[Ranked, ...]]:
    """The winner with four clues and up to four others, and its score."""
    near, km, share = dice.choice(named).name, dice.randrange(1, 900) * 10, dice.randrange(100)
    phrases = (
        f"{place.population:,} people",
        f"{km:,} km from {near}, which the article names too",
        f"{share}% of the article’s other places are in its country",
        f"half of the article’s places lie within {dice.randrange(5, 900) * 10:,} km",
    )
    clues = tuple(Clue(phrase, 1.0, dice.uniform(-0.5, 3), phrase) for phrase in phrases)
    score = round(dice.choice((0.999, 0.99, 0.97, 0.9, 0.8, 0.55)) - dice.random() / 100, 4)
    others = dice.sample(gazetteer, dice.choice((0, 1, 2, 2, 4)))
    ranked = [Ranked(Candidate(place, "main", place.name), 3.0, score, clues)]
    for number, other in enumerate(others, start=2):
        ranked.append(Ranked(Candidate(other, "main", other.name), 0.0, (1 - score) / number))
    return score, tuple(ranked)
