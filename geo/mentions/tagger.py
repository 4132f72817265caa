"""A linear-chain conditional random field in plain Python: the best labels, and how probable they are.

The weights are trained by CRFsuite (``training/``) and read from a file of numbers (``model.py``);
decoding is Viterbi's, the probabilities come from the forward-backward algorithm (Lafferty et al. 2001).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
LABELS = ("O", "B", "I")

Pair = tuple[float, float]
Transitions = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """The labels of a text's tokens, and for each token the probability that it belongs to a name."""

    labels: tuple[int, ...]
    inside: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Tagger:
    """``weights`` holds for each feature what it adds to the score of B and of I over that of O;
    ``transitions[a][b]`` is the score of label ``b`` after label ``a``."""

    weights: Mapping[str, Pair]
    transitions: Transitions

    def scores(self, features: Sequence[Sequence[str]]) -> list[Pair]:
        """What all features of each token add to B and to I over O."""
        get = self.weights.get
        out: list[Pair] = []
        for names in features:
            begin = inside = 0.0
            for name in names:
                pair = get(name)
                if pair is not None:
                    begin += pair[0]
                    inside += pair[1]
            out.append((begin, inside))
        return out

    def tag(self, features: Sequence[Sequence[str]], eagerness: float = 0.0) -> Tagged:
        """Label one sequence of tokens; ``eagerness`` is added to every score of B and I when labels are chosen."""
        scores = self.scores(features)
        eager = [(b + eagerness, i + eagerness) for b, i in scores] if eagerness else scores
        return Tagged(self.best(eager), self.probabilities(scores))

    def best(self, scores: Sequence[Pair]) -> tuple[int, ...]:
        """The most probable sequence of labels (Viterbi)."""
        if not scores:
            return ()
        (oo, ob, oi), (bo, bb, bi), (io, ib, ii) = self.transitions
        back: list[tuple[int, int, int]] = []
        begin, inside = scores[0]
        o, b, i = 0.0, begin, inside
        for begin, inside in scores[1:]:
            x, y, z = o + oo, b + bo, i + io
            to_o = (x, 0) if x >= y and x >= z else (y, 1) if y >= z else (z, 2)
            x, y, z = o + ob, b + bb, i + ib
            to_b = (x, 0) if x >= y and x >= z else (y, 1) if y >= z else (z, 2)
            x, y, z = o + oi, b + bi, i + ii
            to_i = (x, 0) if x >= y and x >= z else (y, 1) if y >= z else (z, 2)
            back.append((to_o[1], to_b[1], to_i[1]))
            o, b, i = to_o[0], to_b[0] + begin, to_i[0] + inside
        label = 0 if o >= b and o >= i else 1 if b >= i else 2
        labels = [label]
        for pointers in reversed(back):
            label = pointers[label]
            labels.append(label)
        return tuple(reversed(labels))

    def probabilities(self, scores: Sequence[Pair]) -> tuple[float, ...]:
        """For each token the probability that its label is B or I (forward-backward, scaled at each step)."""
        n = len(scores)
        if not n:
            return ()
        (oo, ob, oi), (bo, bb, bi), (io, ib, ii) = (tuple(exp(w) for w in row) for row in self.transitions)
        grown = [(exp(min(b, 300.0)), exp(min(i, 300.0))) for b, i in scores]
        forward: list[tuple[float, float, float]] = []
        o, (b, i) = 1.0, grown[0]
        total = o + b + i
        o, b, i = o / total, b / total, i / total
        forward.append((o, b, i))
        for begin, inside in grown[1:]:
            o, b, i = (
                o * oo + b * bo + i * io,
                (o * ob + b * bb + i * ib) * begin,
                (o * oi + b * bi + i * ii) * inside,
            )
            total = o + b + i
            o, b, i = o / total, b / total, i / total
            forward.append((o, b, i))
        out = [0.0] * n
        after_o = after_b = after_i = 1.0
        for at in range(n - 1, -1, -1):
            o, b, i = forward[at]
            o, b, i = o * after_o, b * after_b, i * after_i
            out[at] = (b + i) / (o + b + i)
            begin, inside = grown[at]
            b, i = begin * after_b, inside * after_i
            o = after_o
            after_o, after_b, after_i = (
                oo * o + ob * b + oi * i,
                bo * o + bb * b + bi * i,
                io * o + ib * b + ii * i,
            )
            total = after_o + after_b + after_i
            after_o, after_b, after_i = after_o / total, after_b / total, after_i / total
        return tuple(out)
