"""Articles in another language than English: nothing but exact names of the gazetteer, and those with little trust.

The tagger, the demonyms and the model of use are English. What is left is look-up, which cannot tell a town from a
person or a common word of its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.gazetteer.lexicon import (
    CAPITALS,
    CITY_10K,
    COMMON,
    COUNTRY,
    MAIN,
    OWN,
    TOWN,
)
from geo.gazetteer.names import normalise
from geo.mentions.coordinates import with_coordinates
from geo.mentions.required import find_required
from geo.mentions.scripts import LARGE, find_names
from geo.mentions.spans import free_of
from geo.mentions.tokens import Token
from geo.mentions.words import tags_by_word
from geo.records import Article, Mention

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

PLACE_SCORE = 0.5
"""The place score of such a name, so that its certainty is at most one half and the map never calls it more than
doubtful: no corpus of ours tells how often look-up alone is right in other languages."""
MOST_WORDS = 4
_KNOWN = LARGE | CITY_10K
_GERMAN_AT = frozenset({"in", "nach", "bei", "aus", "von", "nahe", "Stadt", "Dorf"})
_PERSON = frozenset({"given", "title"})
_STOPS = frozenset('.!?…:«»„“”"¿¡')


def is_foreign(article: Article) -> bool:
    """Whether an article is known to be in another language than English."""
    return article.language not in (None, "en")


def foreign_warning(article: Article) -> str:
    """What a reader must know of such an article, one line."""
    return (
        f"{article.id}: not in English but in another language ({article.language}): only exact names of the gazetteer "
        f"are looked up there, each at most {PLACE_SCORE:.0%} certain"
    )


def find_foreign(article: Article, tokens: Sequence[Token], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions of an article in another language, in order of ``start``, not overlapping."""
    own = [(tokens[f.start].start, tokens[f.end - 1].end) for f in find_required(tokens, gazetteer.required)]
    mentions = [_mention(article, start, end, 1.0, required=True) for start, end in own]
    spans = sorted([*find_names(article.text, gazetteer.lexicon), *_latin(article, tokens, gazetteer)])
    mentions += [_mention(article, start, end, PLACE_SCORE) for start, end in free_of(spans, own)]
    return tuple(sorted(with_coordinates(article, tokens, mentions), key=lambda m: m.start))


def _mention(
    article: Article, start: int, end: int, place_score: float, *, required: bool = False
) -> Mention:
    dateline = article.dateline
    return Mention(
        start,
        end,
        article.text[start:end],
        dateline=dateline is not None and start < dateline.end and end > dateline.start,
        place_score=place_score,
        required=required,
    )


def _latin(article: Article, tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Capitalised exact names in the Latin script, the longest at each place."""
    lower = {token.text for token in tokens if token.text.islower()}
    at = 0
    while at < len(tokens):
        size = 1
        if _is_capitalised(tokens[at]):
            for size in range(_run(article.text, tokens, at), 0, -1):
                if _is_name(article, tokens, at, at + size, lower, gazetteer):
                    yield tokens[at].start, tokens[at + size - 1].end
                    break
        at += size


def _is_capitalised(token: Token) -> bool:
    return token.text[0].isupper() and token.text[0] < "\u0370" and not token.opaque


def _run(text: str, tokens: Sequence[Token], at: int) -> int:
    """How many tokens a name may take in from here: joined by a space or a hyphen, the last one capitalised."""
    best = 1
    for size in range(2, MOST_WORDS + 1):
        last = at + size - 1
        if last >= len(tokens) or text[tokens[last - 1].end : tokens[last].start] not in {"", " "}:
            break
        if tokens[last].opaque or not re.match(r"[\w'’-]", tokens[last].text):
            break
        if _is_capitalised(tokens[last]):
            best = size
    return best


def _is_name(
    article: Article, tokens: Sequence[Token], start: int, end: int, lower: set[str], gazetteer: Gazetteer
) -> bool:
    name = article.text[tokens[start].start : tokens[end - 1].end]
    mask = gazetteer.lexicon.classes(normalise(name))
    if (
        not mask
        or mask & COMMON
        or not _is_large_enough(name, mask, tokens, start, end, lower, article.language)
    ):
        return False
    if end - start == 1 and _is_of_person(tokens, start):
        return False
    return any(c.match in ("main", "alias") for c in gazetteer.candidates(name))


def _is_of_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind a given name or title, or is a given name with a capital behind it."""
    tags = tags_by_word()
    if at and _PERSON.intersection(tags.get(tokens[at - 1].text, ())):
        return True
    following = at + 1 < len(tokens) and _is_capitalised(tokens[at + 1])
    return following and "given" in tags.get(tokens[at].text, ())


def _is_large_enough(
    name: str, mask: int, tokens: Sequence[Token], start: int, end: int, lower: set[str], language: str | None
) -> bool:
    """Limits for single words, which may be anything: a known place, or a town by its main name within a sentence."""
    if end - start > 1:
        return bool(mask & (_KNOWN | TOWN))
    if len(name) < 4 and not mask & (COUNTRY | CAPITALS | OWN):
        return False
    if name.lower() in lower:
        return False
    if mask & LARGE:
        return True
    if language == "de":  # which gives every noun a capital
        return bool(mask & _KNOWN) and start > 0 and tokens[start - 1].text in _GERMAN_AT
    if mask & _KNOWN:
        return True
    begins = start == 0 or tokens[start - 1].text in _STOPS
    return bool(mask & TOWN and mask & MAIN) and not begins and len(name) > 4
