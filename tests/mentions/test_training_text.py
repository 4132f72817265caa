"""Our own training text: well marked, and read as its guidelines say."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.mentions.tokens import tokenise
from training.examples import Example, labels_of, read_own


def test_our_corpus_is_well_marked() -> None:
    """Every file parses, every name starts and ends at a token, and there are thousands of sentences."""
    examples = read_own()
    lines = 0
    for example in examples:
        tokens = tokenise(example.text)
        starts, ends = {t.start for t in tokens}, {t.end for t in tokens}
        lines += example.text.count("\n") + 1
        for start, end in (*example.names, *example.neutral):
            assert start in starts and end in ends, (example.id, example.text[start:end])
    assert lines >= 3000


@pytest.mark.parametrize("line", ["in [Kursk", "Kursk] region", "[[Kursk]]", "{Russian]", "[]"])
def test_a_bad_mark_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    """The message says file and line of the article."""
    (tmp_path / "01-x.txt").write_text(f"# comment\n\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"01-x\.txt:3"):
        read_own(tmp_path)


def test_marks_become_labels(tmp_path: Path) -> None:
    """Brackets mark names, braces peoples, angle brackets names within names, which may count or not."""
    (tmp_path / "01-x.txt").write_text(
        "{Russian} troops left [New York] for the Bank of <England>.\n", encoding="utf-8"
    )
    (whole,) = read_own(tmp_path)
    (plain,) = read_own(tmp_path, embedded=False)
    tokens = tokenise(whole.text)
    assert whole.text == "Russian troops left New York for the Bank of England."
    assert "".join(labels_of(whole, tokens)) == "OOOBIOOOOBO"
    assert "".join(labels_of(plain, tokens)) == "OOOBIOOOOOO"


def test_of_nested_names_the_longest_is_learned() -> None:
    """Where a key marks a name within a name, the labels follow the outer one."""
    example = Example("a", "x", "in Mexico City", ((3, 9), (3, 14)))
    assert labels_of(example, tokenise(example.text)) == ["O", "B", "I"]
