"""How the corpora are divided: what is held out of training, and measured."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from training.ranker_data import FOLDS, NAMES, Example, fold_of

Way = Literal["article", "publisher", "corpus"]

WITH_PUBLISHERS = ("lgl", "trnews")
"""The corpora whose articles say where they were published."""


@dataclass(frozen=True, slots=True)
class Part:
    """One division: ``way`` says by what, ``key`` which fold or corpus is held out."""

    way: Way
    key: str

    def holds_out(self, example: Example) -> bool:
        """Whether an article is measured here, and so kept from training."""
        if self.way == "article":
            return fold_of(example.document) == int(self.key)
        if self.way == "publisher":
            return example.corpus in WITH_PUBLISHERS and publisher_fold(example) == int(self.key)
        return example.corpus == self.key

    def divide(self, examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
        """The articles held out, and the others."""
        inside = [example for example in examples if self.holds_out(example)]
        return inside, [example for example in examples if not self.holds_out(example)]


def publisher_fold(example: Example) -> int:
    """The fold of an article by its web domain: all articles of a publisher are in the same one."""
    domain = str(example.document.get("domain") or "")
    return int(hashlib.md5(domain.encode()).hexdigest(), 16) % FOLDS


PARTS: dict[Way, tuple[Part, ...]] = {
    "article": tuple(Part("article", str(fold)) for fold in range(FOLDS)),
    "publisher": tuple(Part("publisher", str(fold)) for fold in range(FOLDS)),
    "corpus": tuple(Part("corpus", name) for name in NAMES),
}
