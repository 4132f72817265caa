"""From annotated examples to a recogniser's model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from geo.mentions.features import features
from geo.mentions.model import Model
from geo.mentions.tagger import Tagger
from geo.mentions.tokens import tokenise
from training.augment import augmented
from training.crf import fit
from training.examples import Example, labels_of
from training.key_fixes import corrected

EAGERNESS = -0.3
"""Added to the scores of names. Our own text is denser in names than news is, which makes CRFsuite too eager."""
ORDINARY_IN = 2
"""A word is an everyday one if this many training articles have it in lower case."""


def fit_model(examples: Sequence[Example], symbol: Callable[[str], str]) -> Model:
    """An uncalibrated model, as it will be read back: weights rounded as in the file."""
    examples = [corrected(example) for example in examples]
    ordinary = ordinary_words(example.text for example in examples)
    examples = [*examples, *augmented(examples)]
    tokens = [tokenise(example.text) for example in examples]
    tagger = fit(
        (features(example.text, own, symbol, ordinary), labels_of(example, own))
        for example, own in zip(examples, tokens, strict=True)
    )
    rounded = {name: (round(b, 2), round(i, 2)) for name, (b, i) in tagger.weights.items()}
    return Model(Tagger(rounded, tagger.transitions), EAGERNESS, ordinary=ordinary)


def ordinary_words(articles: Iterable[str]) -> frozenset[str]:
    """The words that stand in lower case in several articles: what a capital says of them is little.

    Lines without capitals say nothing of that.
    """
    counts: Counter[str] = Counter()
    for text in articles:
        cased = "\n".join(line for line in text.split("\n") if line != line.lower())
        counts.update({t.text for t in tokenise(cased) if t.text.isalpha() and t.text.islower()})
    return frozenset(word for word, n in counts.items() if n >= ORDINARY_IN)
