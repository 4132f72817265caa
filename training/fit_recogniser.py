"""From annotated examples to a recogniser's model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from geo.mentions.features import features
from geo.mentions.model import Model
from geo.mentions.tagger import Tagger
from geo.mentions.tokens import Token, tokenise
from training.augment import augmented
from training.crf import STEPS, Prepared, fit, prepared
from training.examples import Example, labels_of
from training.key_fixes import corrected

EAGERNESS = -0.1
"""Added to the scores of names. Our own text is denser in names than news is: CRFsuite is a little too eager."""
ORDINARY_IN = 2
"""A word is an everyday one if this many training articles have it in lower case."""


@dataclass(frozen=True)
class Material:
    """Annotated text with its features, made once for several fits: corrected, with its altered copies."""

    examples: tuple[Example, ...]
    sequences: tuple[Prepared, ...]
    ordinary: frozenset[str]


def make_ready(examples: Sequence[Example], symbol: Callable[[str], str]) -> Material:
    """The examples as CRFsuite reads them; what words are everyday ones is asked of all of them."""
    examples = [corrected(example) for example in examples]
    tokens = [tokenise(example.text) for example in examples]
    ordinary = ordinary_words(zip((example.text for example in examples), tokens, strict=True))
    more = augmented(examples)
    examples = [*examples, *more]
    tokens += [tokenise(example.text) for example in more]
    sequences = tuple(
        prepared(features(example.text, own, symbol, ordinary), labels_of(example, own))
        for example, own in zip(examples, tokens, strict=True)
    )
    return Material(tuple(examples), sequences, ordinary)


def fit_on(
    material: Material, chosen: Callable[[Example], bool] = lambda _: True, *, steps: int = STEPS
) -> Model:
    """An uncalibrated model of the chosen examples, as it will be read back: weights rounded as in the file."""
    tagger = fit(
        (
            sequence
            for example, sequence in zip(material.examples, material.sequences, strict=True)
            if chosen(example)
        ),
        steps,
    )
    rounded = {name: (round(b, 2), round(i, 2)) for name, (b, i) in tagger.weights.items()}
    return Model(Tagger(rounded, tagger.transitions), EAGERNESS, ordinary=material.ordinary)


def fit_model(examples: Sequence[Example], symbol: Callable[[str], str]) -> Model:
    """An uncalibrated model of all these examples."""
    return fit_on(make_ready(examples, symbol))


def ordinary_words(articles: Iterable[tuple[str, Sequence[Token]]]) -> frozenset[str]:
    """The words that stand in lower case in several articles: what a capital says of them is little.

    Lines without capitals say nothing of that.
    """
    counts: Counter[str] = Counter()
    for text, tokens in articles:
        cased = _in_cased_lines(text, tokens)
        counts.update({t.text for t in cased if t.text.isalpha() and t.text.islower()})
    return frozenset(word for word, n in counts.items() if n >= ORDINARY_IN)


def _in_cased_lines(text: str, tokens: Sequence[Token]) -> Iterable[Token]:
    """The tokens of the lines that hold capitals."""
    remaining = iter(tokens)
    token = next(remaining, None)
    end = -1
    for line in text.split("\n"):
        end += len(line) + 1
        cased = line != line.lower()
        while token is not None and token.start < end:
            if cased:
                yield token
            token = next(remaining, None)
