"""The mentions of an article as users' corrections leave them: some placed, some added, some gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from geo.gazetteer.correction_layers import Corrections
from geo.gazetteer.corrections import Correction
from geo.gazetteer.names import normalise
from geo.gazetteer.own import is_requirable
from geo.mentions.required import find_required
from geo.mentions.tokens import tokenise
from geo.records import Article, Mention

About = Callable[[Correction], bool]


class Dropped(NamedTuple):
    """A mention that a row made no place, and the row as ``file:line``."""

    mention: Mention
    source: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """``rows`` are the ``place`` rows that decide, by the mention's start and end; ``warnings`` the others' why."""

    mentions: tuple[Mention, ...]
    rows: dict[tuple[int, int], Correction]
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()


class _Mark(NamedTuple):
    """A stretch of text that a row speaks of."""

    start: int
    end: int
    row: Correction


def correct(
    article: Article, mentions: Sequence[Mention], corrections: Corrections, about: About | None = None
) -> Corrected:
    """Apply the rows that hold in ``article`` to its ``mentions`` as recognised.

    ``about`` says whether a row with a country applies to the article (default: none does). A row with ``start`` and
    ``end`` speaks of that very span, any other of every mention with that key, and of its text wherever it stands
    as whole words, though not within a longer name.
    """
    rows = [row for row in corrections.of(article.id) if not row.country_code or (about and about(row))]
    if not rows:
        return Corrected(tuple(mentions), {})
    warnings: list[str] = []
    marks = _without_overlaps(_marks(article, mentions, rows, corrections, warnings))
    placed: dict[tuple[int, int], Correction] = {}
    kept: list[Mention] = []
    dropped: list[Dropped] = []
    taken = {(mark.start, mark.end): mark.row for mark in marks if not _yields(mark, mentions)}
    same = {(mention.start, mention.end): mention for mention in mentions}
    for mention in mentions:
        over = [(span, row) for span, row in taken.items() if _overlap(span, (mention.start, mention.end))]
        if not over:
            kept.append(mention)
            continue
        for (start, end), row in over:
            if row.action == "ignore":
                if start <= mention.start and mention.end <= end:
                    dropped.append(Dropped(mention, row.source))
                else:
                    kept.append(mention)
                break
    for (start, end), row in taken.items():
        if row.action == "place":
            found = same.get((start, end)) or Mention(start, end, article.text[start:end], required=True)
            kept.append(replace(found, place_score=1.0, dateline=found.dateline or _filed(article, start)))
            placed[start, end] = row
    return Corrected(
        tuple(sorted(kept, key=lambda m: (m.start, m.end))), placed, tuple(dropped), tuple(warnings)
    )


def _marks(
    article: Article,
    mentions: Sequence[Mention],
    rows: Sequence[Correction],
    corrections: Corrections,
    warnings: list[str],
) -> list[_Mark]:
    """The stretches of which rows speak, each with the row that wins there."""
    by_span: dict[tuple[int, int], list[Correction]] = {}
    by_key: dict[str, list[Correction]] = {}
    for row in rows:
        if row.start is None or row.end is None:
            by_key.setdefault(row.key, []).append(row)
        elif _words(article.text[row.start : row.end]) == row.mention:
            by_span.setdefault((row.start, row.end), []).append(row)
        else:
            there = article.text[row.start : row.end]
            warnings.append(
                f"{row.source}: not {row.mention!r} but {there!r} stands at {row.start} to {row.end} of {article.id}, "
                "so the row was not applied; has the article changed?"
            )
    spans = {*by_span, *_spans(article, mentions, by_key)} if by_key else set(by_span)
    seen: set[str] = set()
    marks = []
    for span in sorted(spans):
        named = by_key.get(normalise(article.text[span[0] : span[1]]), [])
        marks.append(_Mark(*span, corrections.winner([*by_span.get(span, []), *named])))
        seen.update(row.source for row in named)
    warnings += [
        f"{row.source}: {row.mention!r} does not stand in {article.id}, so the row was not applied"
        for of_key in by_key.values()
        for row in of_key
        if row.article and row.source not in seen
    ]
    return marks


def _spans(
    article: Article, mentions: Sequence[Mention], by_key: dict[str, list[Correction]]
) -> Iterator[tuple[int, int]]:
    """Where the keys stand: mentions of that key, and the words themselves."""
    for mention in mentions:
        if normalise(mention.text) in by_key:
            yield mention.start, mention.end
    tokens = tokenise(article.text)
    for found in find_required(tokens, frozenset(filter(is_requirable, by_key))):
        span = tokens[found.start].start, tokens[found.end - 1].end
        if normalise(article.text[span[0] : span[1]]) in by_key:
            yield span


def _without_overlaps(marks: Sequence[_Mark]) -> list[_Mark]:
    """Of two that overlap, one that names its very span stays, else the longer."""
    kept: list[_Mark] = []
    for mark in sorted(marks, key=lambda m: (m.row.start is None, m.start - m.end, m.start)):
        if not any(_overlap((mark.start, mark.end), (other.start, other.end)) for other in kept):
            kept.append(mark)
    return kept


def _yields(mark: _Mark, mentions: Sequence[Mention]) -> bool:
    """Whether a longer recognised name takes a stretch in: "Moscow" says nothing of "Moscow region"."""
    if mark.row.start is not None:
        return False
    length = mark.end - mark.start
    return any(
        m.end - m.start > length and _overlap((mark.start, mark.end), (m.start, m.end)) for m in mentions
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _filed(article: Article, start: int) -> bool:
    return article.dateline is not None and article.dateline.start <= start < article.dateline.end


def _words(text: str) -> str:
    return " ".join(text.split())
