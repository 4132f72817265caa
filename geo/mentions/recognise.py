"""From an article to the names in it: the tagger, the demonyms, the user's own names, and what agrees with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.mentions.article import with_article
from geo.mentions.bracketed import find_bracketed
from geo.mentions.columns import Columns
from geo.mentions.company import find_acting, find_listed, find_overlooked, is_namesake, joined
from geo.mentions.coordinates import with_coordinates
from geo.mentions.demonyms import find_demonyms
from geo.mentions.features import features_of
from geo.mentions.foreign import find_foreign, is_foreign
from geo.mentions.known import symbols
from geo.mentions.model import Model, read_model
from geo.mentions.repeats import find_repeats
from geo.mentions.required import find_required
from geo.mentions.scripts import is_kind, with_script_names
from geo.mentions.spans import (
    Found,
    is_designation,
    is_people,
    labelled,
    longest_first,
    shared_heads,
    with_facility,
    without_joiner,
)
from geo.mentions.tokens import Token, tokenise
from geo.records import Article, Kind, Mention, Span, Usage

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

DEMONYM_SCORE = 0.95
"""The place score of a listed demonym: an estimate, not fitted (GeoWebNews marks .90 of those we find)."""


class Recogniser:
    """Finds the mentions of an article, by a model."""

    def __init__(self, model: Model) -> None:
        self.model = model

    @classmethod
    def load(cls) -> Recogniser:
        """The recogniser with the model that comes with Dateline. Raises ``GeoError`` if that is missing."""
        return cls(read_model())

    def recognise(self, article: Article, gazetteer: Gazetteer) -> tuple[Mention, ...]:
        """All mentions of ``article``, in order of ``start``, not overlapping."""
        text = article.text
        tokens = tokenise(text)
        if gazetteer.alone:
            found = longest_first(find_required(tokens, gazetteer.required))
            return tuple(self._mention(article, tokens, name, "name", None) for name in found)
        if is_foreign(article):
            return find_foreign(article, tokens, gazetteer)
        model = self.model
        symbol = symbols(gazetteer.lexicon)
        columns = Columns(text, tokens, symbol, model.ordinary)
        tagged = model.tagger.tag(features_of(columns), model.eagerness)
        names = [
            with_article(with_facility(name, tokens), tokens, columns, text, gazetteer)
            for name in (without_joiner(one, tokens) for one in labelled(tagged))
            if not is_people(name, tokens)
            and not is_designation(name, tokens)
            and not is_namesake(name, tokens, columns)
            and not (name.end - name.start == 1 and is_kind(tokens[name.start].text))
        ]
        names += find_repeats(names, tagged, tokens)
        names += find_overlooked(names, tagged, columns)
        names += find_acting(names, tagged, columns)
        names += find_listed(names, tagged, tokens, columns)
        names += shared_heads(names, tokens)
        paired = find_bracketed(names, tokens, columns, text, gazetteer)
        names = [*paired, *(n for n in names if all(n.end <= p.start or n.start >= p.end for p in paired))]
        names = joined(names, tokens, text, symbol)
        names = without_peoples(names, tokens)
        names = longest_first([*names, *find_required(tokens, gazetteer.required)])
        taken = [False] * len(tokens)
        for name in names:
            taken[name.start : name.end] = [True] * (name.end - name.start)
        demonyms = [Found(start, end, DEMONYM_SCORE) for start, end in find_demonyms(tokens, taken)]
        mentions = [
            self._mention(article, tokens, name, "name", model.usage.usage(columns, name.start, name.end))
            for name in names
        ]
        mentions += [self._mention(article, tokens, demonym, "demonym", None) for demonym in demonyms]
        mentions = with_script_names(article, tokens, mentions, gazetteer.lexicon)
        return tuple(sorted(with_coordinates(article, tokens, mentions), key=lambda m: m.start))

    def _mention(
        self, article: Article, tokens: Sequence[Token], found: Found, kind: Kind, usage: Usage | None
    ) -> Mention:
        start, end = tokens[found.start].start, tokens[found.end - 1].end
        return Mention(
            start=start,
            end=end,
            text=article.text[start:end],
            kind=kind,
            usage=usage,
            dateline=_overlaps(article.dateline, start, end),
            place_score=found.probability if kind == "demonym" else self.model.calibration(found.probability),
            required=found.required,
        )


def without_peoples(names: Sequence[Found], tokens: Sequence[Token]) -> list[Found]:
    """The names but for those that are nothing but a demonym: "North Korean" is a people, however it is tagged."""
    peoples = find_demonyms(tokens, [False] * len(tokens))
    whole = {i: (start, end) for start, end in peoples for i in range(start, end)}
    return [n for n in names if n.start not in whole or n.end > whole[n.start][1]]


def _overlaps(span: Span | None, start: int, end: int) -> bool:
    return span is not None and start < span.end and end > span.start
