"""Invented articles and hand-made records for the page's tests: no recogniser, no resolver, no gazetteer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.records import Article, Candidate, Clue, Mention, Place, Ranked, Sentence, Toponym

ODESA = Place(
    "gn:698740",
    "Odesa",
    46.4857,
    30.7438,
    "P",
    "PPLA",
    "UA",
    "gn:698738",
    "Odesa Oblast",
    population=1_015_826,
)
IZMAIL = Place("gn:707308", "Izmail", 45.3508, 28.8502, "P", "PPL", "UA", population=72_266)
IZMAIL_ELSEWHERE = Place("gn:1", "Izmail", 60.2, 40.1, "P", "PPL", "RU", population=900)
LUBLIN = Place("gn:765876", "Lublin", 51.25, 22.5667, "P", "PPLA", "PL", population=360_044)
WARSAW = Place("gn:756135", "Warsaw", 52.2298, 21.0118, "P", "PPLC", "PL", population=1_702_139)
AIRFIELD = Place(
    "air:UKOO", "Odesa Airport", 46.4268, 30.6765, "S", "AIRP", "UA", radius_km=2, precision="site"
)
UKRAINE = Place(
    "gn:690791", "Ukraine", 49.0, 32.0, "A", "PCLI", "UA", radius_km=438, precision="area", outline="UA"
)
REGION = Place(
    "gn:698738",
    "Odesa Oblast",
    46.75,
    29.9,
    "A",
    "ADM1",
    "UA",
    radius_km=102,
    precision="area",
    outline="gn:698738",
)
STEPPE = Place("csv:steppe", "Budjak Steppe", 46.0, 29.2, "L", "RGN", "UA", radius_km=60, precision="area")
SEA = Place("csv:black-sea", "Black Sea", 43.4, 34.3, "H", "SEA", "", radius_km=900, precision="area")
SHOAL = Place(
    "csv:shoal@46,31", "Off Odesa", 46.1, 31.2, "H", "BNK", "", radius_km=25, precision="approximate"
)

FERRY = """Ferry crews return to Odesa
By Ada Invented
ODESA, Ukraine, March 5 (Courier) — The first ferry in two years left Odesa for Izmail on Tuesday. Crews said the \
Black Sea was calm. Ukrainian sailors waved from the quay.

Flights from Odesa airport stay grounded, the governor of Odesa region said. A pilot boat lay off Odesa all night.

In the Budjak steppe, and in a village called Krutoyarka, people listened on the radio. Odesa had waited long. \
Odesa sang. Odesa danced. Odesa slept."""
BRIDGE = """WARSAW, Poland — A bridge reopened in Lublin on Friday. Builders from Ukraine had worked \
through the winter."""


@dataclass(frozen=True)
class Result:
    """What ``Map`` reads."""

    documents: tuple[Article, ...]
    toponyms: tuple[tuple[Toponym, ...], ...]


def article(id: str, text: str, **given: object) -> Article:
    """An article whose sentences end at a full stop and whose paragraphs are its lines."""
    sentences, at = [], 0
    for paragraph, line in enumerate(text.split("\n")):
        found = re.finditer(r"\S.*?(?:\.(?=\s|$)|$)", line)
        sentences += [Sentence(at + one.start(), at + one.end(), paragraph) for one in found]
        at += len(line) + 1
    return Article(id, text, **{"title": text.split("\n")[0][:80], **given}, sentences=tuple(sentences))  # type: ignore[arg-type]


def toponym(
    text: str,
    name: str,
    place: Place | None,
    nth: int = 0,
    *,
    score: float = 0.95,
    others: tuple[Place, ...] = (),
    **mention: object,
) -> Toponym:
    """The ``nth`` occurrence of a name in a text, resolved to a place (or to none)."""
    start = [found.start() for found in re.finditer(re.escape(name), text)][nth]
    made = Mention(start, start + len(name), name, **{"place_score": 0.98, **mention})  # type: ignore[arg-type]
    if place is None:
        return Toponym(made, reason="no place of this name is known")
    clues = (
        Clue("near", 1.0, 2.5, "Odesa is named beside it"),
        Clue("people", 1.0, -0.5, "few people live there"),
    )
    ranked = (Ranked(Candidate(place, "main", place.name), 2.0, score, clues),)
    ranked += tuple(Ranked(Candidate(other, "main", other.name), 0.0, 1 - score) for other in others)
    return Toponym(made, place, score, candidates=ranked)


def story() -> Result:
    """Two articles with every kind of mark: town, site, outline, footprint, sea, approximate, dateline, demonym."""
    ferry = article(
        "ferry.txt", FERRY, date="2024-03-05", publisher="Harbour Courier", url="https://news.example/ferry"
    )
    bridge = article("bridge.txt", BRIDGE, date="2024-01-12", title="Bridge reopens")
    named = [toponym(FERRY, "Odesa", ODESA, n) for n in (0, 1, 5, 6, 7, 8)]
    return Result(
        (ferry, bridge),
        (
            (
                *named,
                toponym(FERRY, "ODESA", ODESA, dateline=True),
                toponym(FERRY, "Ukraine", UKRAINE, dateline=True),
                toponym(FERRY, "Izmail", IZMAIL, score=0.72, others=(IZMAIL_ELSEWHERE,)),
                toponym(FERRY, "Black Sea", SEA),
                toponym(FERRY, "Ukrainian", UKRAINE, kind="demonym", usage="associative"),
                toponym(FERRY, "Odesa airport", AIRFIELD),
                toponym(FERRY, "Odesa region", REGION),
                toponym(FERRY, "off Odesa", SHOAL, score=0.4),
                toponym(FERRY, "Budjak steppe", STEPPE),
                toponym(FERRY, "Krutoyarka", None),
            ),
            (
                toponym(BRIDGE, "WARSAW", WARSAW, dateline=True),
                toponym(BRIDGE, "Lublin", LUBLIN),
                toponym(BRIDGE, "Ukraine", UKRAINE),
            ),
        ),
    )


HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "{{7*7}}",
    "<!--<script>",
    "שָׁלוֹם עולם \u202eevil\u202c",
    "zero\u200bwidth\u200djoin",
    "line\u2028sep\u2029end",
    "𝕺𝖉𝖊𝖘𝖆 👩‍👩‍👧",
    "&lt;b&gt;",
)
"""Text that a careless page would run, swallow or reorder."""


def hostile_story() -> Result:
    """An article whose every text is hostile, a name after each piece, and one line of a megabyte."""
    pieces = [f"{piece} Odesa." for piece in HOSTILE]
    text = "\n".join([*pieces, "word " * 100_000 + "Izmail " + "word " * 100_000])
    title = f"{HOSTILE[0]} {HOSTILE[1]} {HOSTILE[3]}"
    made = article(
        "<img src=x>.txt",
        text,
        title=title,
        publisher=HOSTILE[0],
        url="javascript:alert(1)",
        date="2024-03-05",
    )
    bad = Place(
        'csv:"><x',
        HOSTILE[0],
        45.0,
        30.0,
        "P",
        "PPL",
        "UA",
        note=HOSTILE[0],
        source=f"/home/someone/{HOSTILE[1]}:2",
    )
    found = [toponym(text, "Odesa", ODESA if n else bad, n) for n in range(len(HOSTILE))]
    return Result((made,), ((*found, toponym(text, "Izmail", IZMAIL), toponym(text, "{{7*7}}", None)),))
