"""Whether a name stands for the ground itself ("in Kyiv") or for who belongs to it ("Kyiv said", "the Kyiv Post").

A logistic model over the words around the name, trained on GeoWebNews' types (Gritta et al. 2019).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.mentions.columns import Columns
from geo.records import Usage

_AROUND = 4
_PREPOSITIONS = frozenset(
    (
        "in",
        "at",
        "near",
        "from",
        "to",
        "into",
        "across",
        "outside",
        "around",
        "through",
        "of",
        "with",
        "by",
        "for",
        "against",
    )
)
_EVENTS = frozenset(
    ("battle", "siege", "treaty", "peace", "congress", "accord", "university", "bishop", "duke", "bank")
)
"""What is called after a place with "of", in capitals: "the Battle of Lepanto" does not happen there again."""


@dataclass(frozen=True, slots=True)
class UsageModel:
    """``weights`` of features for literal use, and the ``bias``; without weights nothing is known."""

    weights: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0

    def usage(self, columns: Columns, start: int, end: int) -> Usage | None:
        """The use of the name at tokens ``start`` to ``end`` (exclusive); None without a trained model."""
        if not self.weights:
            return None
        if _is_called_after(columns, start):
            return "associative"
        get = self.weights.get
        score = self.bias + sum(get(name, 0.0) for name in usage_features(columns, start, end))
        return "literal" if score >= 0 else "associative"


def _is_called_after(c: Columns, start: int) -> bool:
    at = start + 1
    if c.lower[at] == "the":
        at -= 1
    return at > 2 and c.lower[at] == "of" and c.caps[at - 1] and c.lower[at - 1] in _EVENTS


def usage_features(columns: Columns, start: int, end: int) -> list[str]:
    """What is seen around a name: the words beside it, their lists and shapes, the run of capitals it stands in."""
    c, i, j = columns, start + 2, end + 2
    lower, tags, shapes = c.lower, c.tags, c.shapes
    last = len(lower) - 1
    after = j + 1 if lower[j] in {"'s", "’s"} and j < last else j
    out = {
        "w<" + lower[i - 1],
        "w<<" + lower[i - 2] + "_" + lower[i - 1],
        "w>" + lower[j],
        "w>>" + lower[j] + "_" + lower[min(j + 1, last)],
        "n>" + lower[after],
        "e>" + lower[after][-3:],
        "sn>" + shapes[after],
        "s" + shapes[i - 1] + shapes[j],
        "k=" + c.known[i][1:],
        "c=" + c.case[i],
        "own" if after > j else "bare",
        "in" if c.run_start[i] < i else "head",
        "on" if c.caps[j] and c.run_end[i] > j else "tail",
        "len" + str(min(j - i, 3)),
        "e=" + lower[j - 1],
    }
    out.update("t<" + t for t in tags[i - 1])
    out.update("t<<" + t for t in tags[i - 2])
    out.update("t>" + t for t in tags[after])
    out.update("t=" + t for t in tags[j - 1])
    out.update("r>" + t for t in tags[max(c.run_end[i] - 1, j - 1)] if c.run_end[i] > j)
    out.update("b<" + w for w in lower[max(i - _AROUND, 0) : i])
    out.update("b>" + w for w in lower[j : j + _AROUND])
    prepositions = [w for w in reversed(lower[max(i - _AROUND, 0) : i]) if w in _PREPOSITIONS]
    out.add("p=" + (prepositions[0] if prepositions else ""))
    out.add("pn=" + (prepositions[0] if prepositions else "") + "_" + shapes[after])
    if c.first[i]:
        out.add("first")
    return sorted(out)
