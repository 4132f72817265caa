"""The short word lists beside the model: given names, titles, kinds of place, organisations …"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Every list of ``data/words.txt`` by its name, words as written there; and "people", from the demonyms."""
    lists: dict[str, set[str]] = {}
    words: set[str] = set()
    text = (files("geo.mentions") / "data" / "words.txt").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line.startswith("#"):
            continue
        if line.startswith("["):
            words = lists.setdefault(line.strip("[]"), set())
        else:
            words.update(line.split())
    lists["people"] = set(_peoples())
    return {name: frozenset(members) for name, members in lists.items()}


def _peoples() -> Iterator[str]:
    """The last word of every demonym ("Ukrainian", "Korean")."""
    text = (files("geo.mentions") / "data" / "demonyms.tsv").read_text(encoding="utf-8")
    for line in text.rstrip("\n").split("\n"):
        for form in line.split("\t")[-1].split("|"):
            yield form.split()[-1]


@cache
def tags_by_word() -> dict[str, tuple[str, ...]]:
    """The names of the lists each word stands in, in alphabetical order."""
    found: dict[str, list[str]] = {}
    for name, members in sorted(word_lists().items()):
        for word in members:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}
