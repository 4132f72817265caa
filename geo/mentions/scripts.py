"""Names in other scripts than the Latin: "Покровськ", "평양", "غزة", "北京", found where the gazetteer has them.

The tagger was trained on English and knows nothing of them. Scripts that part words are matched word by word, the
longest name first; Han and Kana, which don't, at every character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.gazetteer.lexicon import AREA, CITY_1M, CITY_100K, COUNTRY, OWN, REGION, Lexicon
from geo.gazetteer.names import normalise
from geo.mentions.spans import free_of
from geo.mentions.tokens import Token
from geo.records import Article, Mention

PLACE_SCORE = 0.8
"""The place score of such a name in an English text: an estimate, for the shared corpora hold next to none."""
MOST_WORDS, MOST_CHARACTERS = 4, 12
LARGE = COUNTRY | REGION | AREA | CITY_1M | CITY_100K | OWN
"""What a name of two syllables must be: among small places nearly every pair of Han characters is one's name."""
_MARKS = "\u0300-\u036f"
_CASED = rf"[\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f][\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f{_MARKS}'’ʼ]*"
_CASELESS = (
    r"[\u05d0-\u05ea\ufb1d-\ufb4f][\u0591-\u05c7\u05d0-\u05ea\u05f3\u05f4\ufb1d-\ufb4f]*"
    r"|[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]+"
    r"|[\uac00-\ud7a3]+"
)
_WORD = re.compile(rf"(?P<cased>{_CASED})|(?P<caseless>{_CASELESS})")
_UNPARTED = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3041-\u309f\u30a1-\u30ff々]+")
_ANY = re.compile(
    r"[\u0370-\u06ff\u0750-\u077f\u08a0-\u08ff\u1f00-\u1fff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\ufb1d-\ufeff]"
)
_BETWEEN = re.compile(r" |-|‑")
_PARTICLES_TEXT = """
에서는 에서도 에서의 에서 에는 에도 으로 로 에 은 는 이 가 을 를 의 와 과 도 까지 부터 시 측 군
"""
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
"""What Korean hangs on a name: cases, and "city", "side", "army"."""


_KINDS_TEXT = """
مدينة قرية محافظة город місто село деревня область район місті посёлок 도시 마을 城市 地区 中心 市区 都市 村庄 大学
"""
_KINDS = frozenset(_KINDS_TEXT.split())
"""Words for a kind of place that are some place's name too."""


def is_kind(word: str) -> bool:
    """Whether a word of another script means a kind of place ("город"): never a name by itself."""
    return word.lower() in _KINDS


def find_names(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Start and end of every name in another script that the gazetteer knows exactly, in order, none overlapping."""
    if text.isascii() or not _ANY.search(text):
        return
    yield from sorted([*_of_words(text, lexicon), *_of_characters(text, lexicon)])


def with_script_names(
    article: Article, tokens: Sequence[Token], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """The mentions and the names in other scripts that none of them holds; not within URLs and handles.

    A mention that is such a name is as sure as one that the look-up alone has found.
    """
    found = list(find_names(article.text, lexicon))
    if not found:
        return list(mentions)
    known = set(found)
    mentions = [
        replace(m, place_score=max(m.place_score, PLACE_SCORE))
        if m.kind == "name" and (m.start, m.end) in known
        else m
        for m in mentions
    ]
    taken = sorted([(m.start, m.end) for m in mentions] + [(t.start, t.end) for t in tokens if t.opaque])
    dateline = article.dateline
    fresh = [
        Mention(
            start,
            end,
            article.text[start:end],
            dateline=dateline is not None and start < dateline.end and end > dateline.start,
            place_score=PLACE_SCORE,
        )
        for start, end in free_of(found, taken)
    ]
    return [*mentions, *fresh]


def _of_words(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        size = 1
        if not (words[at]["cased"] and not words[at][0][0].isupper()):
            for size in range(_run(text, words, at), 0, -1):
                start, end = words[at].start(), words[at + size - 1].end()
                if _is_known(text[start:end], lexicon):
                    yield start, end
                    break
            else:
                size = 1
                stem = _without_particle(words[at][0])
                if stem and _is_known(stem, lexicon):
                    yield words[at].start(), words[at].start() + len(stem)
        at += size


def _run(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """How many words stand in a row from here, joined by a space or a hyphen."""
    size = 1
    while (
        size < MOST_WORDS
        and at + size < len(words)
        and _BETWEEN.fullmatch(text, words[at + size - 1].end(), words[at + size].start())
    ):
        size += 1
    return size


def _without_particle(word: str) -> str:
    if not "\uac00" <= word[0] <= "\ud7a3":
        return ""
    for size in (3, 2, 1):
        if len(word) > size + 1 and word[-size:] in _PARTICLES:
            return word[:-size]
    return ""


def _of_characters(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    for run in _UNPARTED.finditer(text):
        at = run.start()
        while at < run.end():
            for end in range(min(run.end(), at + MOST_CHARACTERS), at + 1, -1):
                if _is_known(text[at:end], lexicon):
                    yield at, end
                    at = end
                    break
            else:
                at += 1


def _is_known(name: str, lexicon: Lexicon) -> bool:
    mask = lexicon.classes(normalise(name))
    parted = name[0] < "\u3041"  # Hangul and Han names are short
    if not mask or len(name) < 2 or is_kind(name):
        return False
    return len(name) > (3 if parted else 2) or bool(mask & LARGE)
