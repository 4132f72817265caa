"""Fixes to the corpora's keys, for training only: what a row says, and that it touches no figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.examples import CORPORA, NAMES, Example, example_of, read_documents
from training.key_fixes import COLUMNS, Fix, corrected, read_key_fixes

_KEY = Example("7", "lgl", "The US and Helmet", ((11, 17),))


def test_a_fix_adds_a_name_or_takes_one_away() -> None:
    """Training sees the name that the key leaves out, and not the horse that it marks."""
    fixes = {("lgl", "7"): [Fix(4, 6, "name", "left out"), Fix(11, 17, "none", "a horse")]}
    assert corrected(_KEY, fixes).names == ((4, 6),)


def test_other_articles_stay_as_they_are() -> None:
    """A fix is for one article of one corpus."""
    fixes = {("gwn", "7"): [Fix(4, 6, "name", "left out")]}
    assert corrected(_KEY, fixes) is _KEY


@pytest.mark.parametrize("fix", [Fix(4, 6, "none", "x"), Fix(12, 15, "name", "x")])
def test_a_fix_that_does_not_fit_the_key_is_named(fix: Fix) -> None:
    """Nothing is taken away that the key does not mark, nothing added over what it marks."""
    with pytest.raises(ValueError, match="lgl 7 does not fit the key"):
        corrected(_KEY, {("lgl", "7"): [fix]})


@pytest.mark.parametrize(
    "row", ["lgl,1,5,4,name,x", "lgl,1,a,4,name,x", "lgl,1,2,4,demonym,x", "lgl,1,2,4,name"]
)
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    """The message says file and line."""
    path = tmp_path / "key_fixes.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"key_fixes\.csv:2"):
        read_key_fixes(path)


def test_the_committed_fixes_are_read_and_quote_nothing() -> None:
    """Every row has a corpus of ours and a reason; a row holds offsets, not the words of an article."""
    fixes = read_key_fixes()
    assert {corpus for corpus, _ in fixes} <= set(NAMES)
    assert all(fix.reason for of_article in fixes.values() for fix in of_article)


@pytest.mark.skipif(not CORPORA.is_dir(), reason="NOT RUN: the corpora are not here ($DATELINE_CORPORA)")
def test_the_committed_fixes_fit_the_keys() -> None:
    """Each fix changes its article, and no article is missing."""
    examples = {
        (name, example.id): example
        for name, documents in read_documents().items()
        for example in (example_of(document, name) for document in documents)
    }
    for key in read_key_fixes():
        assert corrected(examples[key]) != examples[key]
