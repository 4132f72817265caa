"""News copy full of traps: what must be found and where, and what is no place at all."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.robustness.cases import Case, answers, faults, read_cases, read_known

LEAST_CASES = 350
LEAST_RIGHT = 0.95
"""Share of the cases that must pass. It is raised as they are mended, never lowered."""

Judged = list[tuple[Case, list[str]]]


@pytest.fixture(scope="module")
def judged(world: Gazetteer) -> Judged:
    """Every case with what is wrong with Dateline's answer; each sentence is an article of its own."""
    cases = list(read_cases())
    return [(case, faults(case, answer)) for case, answer in zip(cases, answers(cases, world), strict=True)]


def test_the_table_is_large_and_says_everything_once() -> None:
    """There are some hundreds of cases, no sentence twice."""
    sentences = [case.sentence for case in read_cases()]
    assert len(sentences) >= LEAST_CASES
    assert len(set(sentences)) == len(sentences)


def test_nearly_all_cases_pass(judged: Judged) -> None:
    """The share of cases answered right in full does not fall."""
    right = sum(not wrong for _, wrong in judged) / len(judged)
    assert right >= LEAST_RIGHT, f"{right:.1%} of the cases pass"


def test_failing_cases_are_those_known_to_fail(judged: Judged) -> None:
    """A case that fails stands in known_failures.txt with its reason, and one that passes does not."""
    known = read_known()
    failing = {case.sentence: f"cases.txt:{case.line}: {'; '.join(wrong)}" for case, wrong in judged if wrong}
    new = [why for sentence, why in failing.items() if sentence not in known]
    mended = [sentence for sentence in known if sentence not in failing]
    assert not new, "these cases fail now:\n" + "\n".join(new)
    assert not mended, "these pass now; take them off known_failures.txt:\n" + "\n".join(mended)
