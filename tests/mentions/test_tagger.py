"""The tagger: the same answers as CRFsuite, which trained it, and as counting every labelling by hand."""

from __future__ import annotations

import random
from itertools import pairwise, product
from math import exp
from pathlib import Path

import pycrfsuite
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.mentions.tagger import LABELS, Tagger
from training.crf import SETTINGS, tagger_of

WEIGHT = st.floats(-4, 4)
ROW = st.tuples(WEIGHT, WEIGHT, WEIGHT)
FEATURES = ["a", "b", "c", "d"]


@given(
    st.dictionaries(st.sampled_from(FEATURES), st.tuples(WEIGHT, WEIGHT)),
    st.tuples(ROW, ROW, ROW),
    st.lists(st.lists(st.sampled_from(FEATURES), max_size=3), min_size=1, max_size=5),
)
def test_best_and_probable_by_counting(
    weights: dict[str, tuple[float, float]],
    transitions: tuple[tuple[float, float, float], ...],
    sequence: list[list[str]],
) -> None:
    """No labelling scores better than the one chosen, and the probabilities are the shares of all labellings."""
    tagger = Tagger(weights, transitions)  # type: ignore[arg-type]  # hypothesis' tuples have no length
    states = [(0.0, *pair) for pair in tagger.scores(sequence)]

    def total(labels: tuple[int, ...]) -> float:
        steps = sum(transitions[a][b] for a, b in pairwise(labels))
        return steps + sum(state[label] for state, label in zip(states, labels, strict=True))

    scores = {labels: total(labels) for labels in product(range(3), repeat=len(sequence))}
    tagged = tagger.tag(sequence)
    assert scores[tagged.labels] == pytest.approx(max(scores.values()))
    whole = sum(exp(s) for s in scores.values())
    for i, inside in enumerate(tagged.inside):
        assert inside == pytest.approx(sum(exp(s) for labels, s in scores.items() if labels[i]) / whole)


def test_same_labels_and_probabilities_as_crfsuite(tmp_path: Path) -> None:
    """On a model that CRFsuite trained, our few lines say what CRFsuite says."""
    chance = random.Random(4)
    words = ["in", "Paris", "said", "New", "York", "and", "Town"]
    label = {"Paris": "B", "New": "B", "York": "I"}
    texts = [[chance.choice(words) for _ in range(12)] for _ in range(60)]
    sequences = [[[f"w={w}", f"p={t[i - 1]}", w[:1]] for i, w in enumerate(t)] for t in texts]
    labels = [[label.get(w, "O") if chance.random() < 0.9 else "O" for w in t] for t in texts]
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for sequence, tags in zip(sequences, labels, strict=True):
        trainer.append(sequence, tags)
    path = str(tmp_path / "tiny.crfsuite")
    trainer.train(path)
    theirs = pycrfsuite.Tagger()
    theirs.open(path)
    info = theirs.info()
    ours = tagger_of(info.state_features, info.transitions)
    for sequence in sequences:
        tagged = ours.tag(sequence)
        assert [LABELS[i] for i in tagged.labels] == theirs.tag(sequence)
        for i, inside in enumerate(tagged.inside):
            assert inside == pytest.approx(1 - theirs.marginal("O", i), abs=1e-6)
    theirs.close()


def test_an_empty_text_has_no_labels() -> None:
    """No tokens, no labels, no error."""
    tagged = Tagger({}, ((0, 0, 0), (0, 0, 0), (0, 0, 0))).tag([])
    assert (tagged.labels, tagged.inside) == ((), ())
