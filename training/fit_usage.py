"""Fits the literal-or-associative model on GeoWebNews' types, and measures it by folds of articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from geo.evaluate.corpora import Document
from geo.evaluate.scores import targets_of
from geo.mentions.columns import Columns
from geo.mentions.tokens import tokenise
from geo.mentions.usage import UsageModel, usage_features
from training.examples import FOLDS, fold_of

LITERAL = frozenset(("Literal", "Mixed", "Coercion", "Embedded_Literal", "Literal_Modifier"))
ASSOCIATIVE = frozenset(("Metonymic", "Embedded_Non_Lit", "Non_Literal_Modifier"))
STRENGTH = 2.0
"""scikit-learn's C; between 1 and 8 it made no difference of a hundredth."""

Sample = tuple[list[str], bool]


def samples_of(document: Document, symbol: Callable[[str], str], ordinary: frozenset[str]) -> list[Sample]:
    """The typed names of a document that are no demonyms: their features, and whether they are literal."""
    tokens = tokenise(document["text"])
    columns = Columns(document["text"], tokens, symbol, ordinary)
    out = []
    targets, _, _ = targets_of(document)
    for gold in targets:
        if gold["type"] not in LITERAL | ASSOCIATIVE:
            continue
        inside = [i for i, t in enumerate(tokens) if t.start < gold["end"] and t.end > gold["start"]]
        if inside:
            out.append((usage_features(columns, inside[0], inside[-1] + 1), gold["type"] in LITERAL))
    return out


def fit_usage(samples: Sequence[Sample]) -> UsageModel:
    """A model as it will be read back: weights rounded to hundredths, zeros left out."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = DictVectorizer(sparse=False)
    x = vectors.fit_transform([dict.fromkeys(features, 1.0) for features, _ in samples])
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear", random_state=0)
    model.fit(x, [literal for _, literal in samples])
    weights = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    return UsageModel(
        {str(name): round(float(w), 2) for name, w in weights if round(float(w), 2)},
        round(float(model.intercept_[0]), 2),
    )


def usage_f1(
    documents: Sequence[Document], symbol: Callable[[str], str], ordinary: frozenset[str]
) -> dict[str, float]:
    """F1 of either use and their mean over gold names, each by a model that saw four fifths of the articles, not it."""
    by_fold: dict[int, list[Sample]] = {fold: [] for fold in range(FOLDS)}
    for document in documents:
        by_fold[fold_of(str(document["id"]))] += samples_of(document, symbol, ordinary)
    pairs: list[tuple[bool, bool]] = []
    for fold, held in by_fold.items():
        model = fit_usage([s for other, samples in by_fold.items() if other != fold for s in samples])
        for features, literal in held:
            score = model.bias + sum(model.weights.get(f, 0.0) for f in features)
            pairs.append((literal, score >= 0))
    found = {}
    for name, wanted in (("literal", True), ("associative", False)):
        right = sum(gold == said == wanted for gold, said in pairs)
        found[name] = 2 * right / (sum(g == wanted for g, _ in pairs) + sum(s == wanted for _, s in pairs))
    return {**found, "macro": sum(found.values()) / 2}
