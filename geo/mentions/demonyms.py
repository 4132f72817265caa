"""Words for peoples and languages ("Ukrainian", "North Koreans", "Muscovite") and the places they stand for.

The list in ``data/demonyms.tsv`` is our own writing: place id, country code, the place's name, its forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from geo.mentions.tokens import Token, tokenise
from geo.mentions.words import word_lists


@dataclass(frozen=True, slots=True)
class People:
    """The place a demonym points to.

    ``place`` is its gazetteer id ("gn:690791"), "" where GeoNames' towns and regions have none; ``name`` is the
    place's name for a look-up then, "" for peoples and languages of no one place ("Kurdish").
    ``country_code`` is ISO 3166-1 alpha-2.
    """

    place: str
    country_code: str
    name: str


# Forms that are surnames too ("Dawn French"), given names ("Roman Polanski"), or verbs and nouns ("Polish the brass").
_SURNAMES = frozenset((
    "French", "English", "Irish", "Welsh", "German", "Roman", "Dane", "Pole", "Finn", "Swede", "Turk", "Saxon", "Brit",
    "Breton", "Scot",
))  # fmt: skip
_GIVEN = frozenset(("Roman", "Dane", "Finn", "Brit", "German", "Kiwi"))
_CHURCH = frozenset(
    ("Catholic", "Catholics", "Empire", "Reigns", "Numeral", "Numerals", "Holiday", "Orthodox")
)
_POLES = frozenset(("North", "South", "Celestial"))
_POLE_WORDS = frozenset(("position", "vault", "dance"))
_ARTICLES = frozenset(("the", "a", "an", "your", "my", "his", "her", "their", "our", "up", "off"))


@cache
def peoples() -> dict[str, People]:
    """Every demonym by its form ("North Koreans")."""
    found: dict[str, People] = {}
    text = (files("geo.mentions") / "data" / "demonyms.tsv").read_text(encoding="utf-8")
    for line in text.rstrip("\n").split("\n"):
        place, country, name, forms = line.split("\t")
        people = People(place, country, name)
        found.update(dict.fromkeys(forms.split("|"), people))
    return found


def lookup(text: str) -> People | None:
    """Whom a demonym names, in its own or in capital letters; None for other words."""
    return peoples().get(text) or _by_tokens().get(tuple(t.text for t in tokenise(text)), (None, ""))[0]


@cache
def _by_tokens() -> dict[tuple[str, ...], tuple[People, str]]:
    """Every form as its tokens, as written and in capitals, with its place and the form."""
    found: dict[tuple[str, ...], tuple[People, str]] = {}
    for form, people in peoples().items():
        words = tuple(t.text for t in tokenise(form))
        found[words] = (people, form)
        found.setdefault(tuple(w.upper() for w in words), (people, form))
    return found


@cache
def _longest_by_first() -> dict[str, int]:
    longest: dict[str, int] = {}
    for words in _by_tokens():
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def find_demonyms(tokens: Sequence[Token], taken: Sequence[bool]) -> list[tuple[int, int]]:
    """The demonyms among ``tokens`` as index ranges (end exclusive), the longest at each place.

    ``taken`` marks tokens that belong to names already ("Indian Ocean"); those are passed over.
    """
    forms, longest, given = _by_tokens(), _longest_by_first(), word_lists()["given"]
    words = [t.text for t in tokens]
    out: list[tuple[int, int]] = []
    i, n = 0, len(words)
    while i < n:
        size = longest.get(words[i], 0)
        for j in range(min(i + size, n), i, -1):
            if tuple(words[i:j]) in forms and not any(taken[i:j]) and not _misleading(words, i, j, given):
                out.append((i, j))
                i = j
                break
        else:
            i += 1
    return out


def _misleading(words: Sequence[str], start: int, end: int, given: frozenset[str]) -> bool:
    """Whether a form stands for something else here: a surname, a given name, a church, a verb."""
    word = words[start]
    if end - start > 1:
        return False
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    if word in _SURNAMES and (before in given or (len(before) == 2 and before[1] == ".")):
        return True
    if word in _GIVEN and (after[:1].isupper() or after[:1].isdigit()):
        return True
    if word == "Polish" and after in _ARTICLES:
        return True
    if word in {"Pole", "Poles"} and (before in _POLES or after.lower() in _POLE_WORDS):
        return True
    return word == "Roman" and after in _CHURCH
