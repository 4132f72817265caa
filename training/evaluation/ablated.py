"""The rows of the ablation: each a system without one part, and how it is made."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from geo.mentions import Recogniser, features
from geo.mentions.known import symbols
from geo.mentions.model import Calibration
from geo.toponyms import joint
from geo.toponyms.clues import ALL
from training import proposals
from training.evaluation.parts import PARTS, Part
from training.evaluation.run import Predictions, inputs
from training.ranker_data import Example
from training.ranker_fit import fit
from training.train_ranker import Fitted, fit_ranker, resolved

CLUE_GROUPS: dict[str, tuple[str, ...]] = {
    "all of the publisher": (
        "publisher_area", "publisher_home", "publisher_name", "publisher_region",
        "publisher_vicinity", "web_country",
    ),
    "all of size and rank": ("prominence", "rank", "level"),
    "all of the article's other places": (
        "nearest", "closeness", "beside", "article_country", "article_region",
        "named_country", "named_region",
    ),
    "all that the text states": (
        "asked", "asked_within", "container", "located", "bracketed", "owner", "adjective", "distance",
        "near", "holding",
    ),
}  # fmt: skip
FEATURE_GROUPS = {
    "the gazetteer": r"g\d?[=<>]|g[sw]|gg=|G=|og=|vg=|cg=|fg=|[tk]g?[<>=]?g|k[<>]|d[lprgnct]\d",
    "the rest of the article": r"d=|d[lprgnct]",
    "titles, first names and key words": r"t[=g<>]|f$|fg=|r[tf]",
    "runs of capitals": r"r",
    "affixes and shapes": r"e\d=|p3=|s3?=|os=",
    "neighbouring words": r"w[<>]|w<=|w=>|rw",
}
"""What is taken away, by the beginnings of features' names (``geo/mentions/features.py``)."""


@dataclass(frozen=True)
class Row:
    """One line of the table about a ``part``: ``run`` makes its predictions."""

    part: str
    name: str
    run: Callable[[], Predictions]
    of_resolver: bool = True

    @property
    def file(self) -> str:
        """A name for its results."""
        return hashlib.sha256(f"{self.part}/{self.name}".encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Stage:
    """A corpus left out: the fitted ranker and what the recogniser found there."""

    inside: tuple[Example, ...]
    fitted: Fitted


@cache
def stage_of(part: Part) -> Stage:
    """The whole system's first half: recogniser and ranker, kept for all rows about clues."""
    examples, gazetteer = inputs()
    inside, rest = part.divide(examples)
    proposed = _proposals(part)
    recogniser = Recogniser(proposed.recogniser())
    found = [replace(one, mentions=recogniser.recognise(one.article, gazetteer)) for one in inside]
    return Stage(tuple(found), fit_ranker(rest, gazetteer, proposed.tried))


def recognised(inside: Sequence[Example], rest: Sequence[Example], calibration: Calibration) -> list[Example]:
    """Articles with the mentions of a recogniser of the others."""
    _, gazetteer = inputs()
    recogniser = Recogniser(
        replace(proposals.fit_recogniser(rest, symbols(gazetteer.lexicon)), calibration=calibration)
    )
    return [replace(one, mentions=recogniser.recognise(one.article, gazetteer)) for one in inside]


def _gather(predict: Callable[[Part], tuple[Sequence[Example], list[dict[str, Any]]]]) -> Predictions:
    out: Predictions = {}
    for part in PARTS["corpus"]:
        inside, predicted = predict(part)
        for example, one in zip(inside, predicted, strict=True):
            out.setdefault(example.corpus, {})[str(one["id"])] = one["toponyms"]
    return out


def without_clues(names: Collection[str]) -> Predictions:
    """Both stages fitted anew on the same rows, the clues' weights held at nothing; the calibration stays."""

    def predict(part: Part) -> tuple[Sequence[Example], list[dict[str, Any]]]:
        stage = stage_of(part)
        model = stage.fitted.model
        if names:
            both = zip(stage.fitted.columns, stage.fitted.rows, stage.fitted.weights, strict=True)
            stages = [
                columns.stage(fit(rows, columns.without(names), begin)) for columns, rows, begin in both
            ]
            model = {**model, "first": stages[0], "later": stages[1]}
        return stage.inside, resolved(stage.inside, model, inputs()[1])

    return _gather(predict)


def recogniser_alone_tells_places() -> Predictions:
    """The resolver has no say in what is a place."""

    def predict(part: Part) -> tuple[Sequence[Example], list[dict[str, Any]]]:
        stage = stage_of(part)
        model = {**stage.fitted.model, "place": [1.0, 0.0, 0.0, 0.0]}
        return stage.inside, resolved(stage.inside, model, inputs()[1])

    return _gather(predict)


def one_pass() -> Predictions:
    """The first stage alone: no beliefs about other names, no publisher's area."""
    passes = joint.LATER
    joint.LATER = ()
    try:
        return without_clues(())
    finally:
        joint.LATER = passes


def gold_spans_only() -> Predictions:
    """A ranker that never saw what the recogniser proposes."""

    def predict(part: Part) -> tuple[Sequence[Example], list[dict[str, Any]]]:
        examples, gazetteer = inputs()
        _, rest = part.divide(examples)
        inside = stage_of(part).inside
        return inside, resolved(inside, fit_ranker(rest, gazetteer).model, gazetteer)

    return _gather(predict)


def other_recogniser(choose: Callable[[Sequence[Example]], Sequence[Example]]) -> Predictions:
    """A recogniser fitted anew on chosen articles; the ranker and the calibrations are the whole system's."""

    def predict(part: Part) -> tuple[Sequence[Example], list[dict[str, Any]]]:
        examples, gazetteer = inputs()
        inside, rest = part.divide(examples)
        found = recognised(inside, choose(rest), _proposals(part).calibration)
        return found, resolved(found, stage_of(part).fitted.model, gazetteer)

    return _gather(predict)


@cache
def _proposals(part: Part) -> proposals.Proposals:
    examples, gazetteer = inputs()
    return proposals.propose(part.divide(examples)[1], gazetteer)


def less_of_everything(share: float) -> Predictions:
    """Recogniser, ranker and calibrations fitted on a share of the articles, by the hash of their ids."""

    def predict(part: Part) -> tuple[Sequence[Example], list[dict[str, Any]]]:
        examples, gazetteer = inputs()
        inside, rest = part.divide(examples)
        chosen = [one for one in rest if _hash(str(one.document["id"])) < share]
        found = proposals.propose(chosen, gazetteer)
        mentions = recognised(inside, chosen, found.calibration)
        return mentions, resolved(mentions, fit_ranker(chosen, gazetteer, found.tried).model, gazetteer)

    return _gather(predict)


def without_features(pattern: str) -> Predictions:
    """A recogniser whose features of these names are never seen, in training or in use."""
    gone = re.compile(pattern)
    with _patched_features(gone):
        return other_recogniser(lambda rest: rest)


@contextmanager
def _patched_features(gone: re.Pattern[str]) -> Iterator[None]:
    whole = {name: getattr(features, name) for name in ("_full", "_short")}
    for name, function in whole.items():
        setattr(features, name, partial(_fewer, function, gone))
    try:
        yield
    finally:
        for name, function in whole.items():
            setattr(features, name, function)


def _fewer(
    function: Callable[[Any, int], list[str]], gone: re.Pattern[str], columns: Any, i: int
) -> list[str]:
    return [one for one in function(columns, i) if not gone.match(one)]


def without_own_sentences() -> Predictions:
    """A recogniser that saw none of our own sentences."""
    name = "read_own"
    read = getattr(proposals, name)
    setattr(proposals, name, list)
    try:
        return other_recogniser(lambda rest: rest)
    finally:
        setattr(proposals, name, read)


def without_corpora() -> Predictions:
    """A recogniser that saw our own sentences only."""
    return other_recogniser(lambda _: [])


def _hash(id: str) -> float:
    return int(hashlib.md5(f"share{id}".encode()).hexdigest(), 16) / 2**128


WHAT = {
    "clues": """\
Each clue of `geo/toponyms/clues` taken away: both stages of the ranker are fitted anew without it, on the same rows
(the surroundings by the whole system's beliefs) and the same mentions; the calibration stays.""",
    "the joint choice and what it learned from": """\
Recogniser and mentions as they are. "One pass": the first stage alone, without beliefs about other names; "gold spans
only": the ranker is trained without what the recogniser proposes; "the recogniser's place score": the resolver has no
say in it.""",
    "features of the recogniser": """\
The recogniser fitted anew without a group of features (by the beginnings of their names, `FEATURE_GROUPS` in
`training/evaluation/ablated.py`); ranker and calibrations are the whole system's.""",
    "what the recogniser was trained on": """\
The recogniser fitted anew without a source; ranker and calibrations are the whole system's.""",
    "learning curve": """\
Recogniser, ranker and both calibrations fitted on a share of the articles, and all of our own sentences.""",
}
"""What each row of a table is, by the part that the table is about."""
CLUES, _JOINT, _FEATURES, _SOURCES, _CURVE = WHAT


def _rows() -> Iterator[Row]:
    yield Row("whole", "the whole system", partial(without_clues, ()))
    yield Row(_JOINT, "one pass", one_pass)
    yield Row(_JOINT, "gold spans only", gold_spans_only)
    yield Row(_JOINT, "the recogniser's place score", recogniser_alone_tells_places)
    groups = {f"**{name}**": clues for name, clues in CLUE_GROUPS.items()}
    for name, clues in {**groups, **{spec.name: (spec.name,) for spec in ALL}}.items():
        yield Row(CLUES, name, partial(without_clues, clues))
    for name, pattern in FEATURE_GROUPS.items():
        yield Row(_FEATURES, name, partial(without_features, pattern), of_resolver=False)
    yield Row(_SOURCES, "our own sentences", without_own_sentences, of_resolver=False)
    yield Row(_SOURCES, "the public corpora", without_corpora, of_resolver=False)
    for share in (0.25, 0.5, 0.75):
        yield Row(
            _CURVE, f"{share:.0%} of the articles", partial(less_of_everything, share), of_resolver=False
        )


ROWS: tuple[Row, ...] = tuple(_rows())
