"""The short word lists beside the model: given names, titles, kinds of place, organisations …"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Every list of ``data/words.txt`` by its name; words as written there."""
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
    return {name: frozenset(members) for name, members in lists.items()}


@cache
def tags_by_word() -> dict[str, tuple[str, ...]]:
    """The names of the lists each word stands in, in alphabetical order."""
    found: dict[str, list[str]] = {}
    for name, members in sorted(word_lists().items()):
        for word in members:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}
