"""What the tagger sees of each token: one function for training and for reading.

A feature is a short string; a token has a handful of them. Nothing here knows labels or weights.
Lower-case words that touch no gazetteer name get a few features only: most of a text is such words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from geo.mentions.columns import Columns, Symbol
from geo.mentions.tokens import Token

_SEEN = ((1, "dl"), (2, "dp"), (4, "dr"), (8, "dg"), (16, "dn"), (32, "dc"), (64, "dt"))


def features(
    text: str, tokens: Sequence[Token], symbol: Symbol, ordinary: Collection[str] = frozenset()
) -> list[list[str]]:
    """The features of every token of ``text``, in order. ``ordinary`` holds everyday words in lower case."""
    return features_of(Columns(text, tokens, symbol, ordinary))


def features_of(columns: Columns) -> list[list[str]]:
    """The features of every token of an article whose columns are there already."""
    return [
        _full(columns, i) if columns.caps[i] or columns.known[i] else _short(columns, i)
        for i in range(2, len(columns.tokens) + 2)
    ]


def _short(c: Columns, i: int) -> list[str]:
    """Of a lower-case word, number or mark outside gazetteer names."""
    return [
        "o",
        "ow=" + c.lower[i],
        "os=" + c.shapes[i - 1] + c.shapes[i] + c.shapes[i + 1],
        "og=" + c.known[i - 1] + "_" + c.known[i + 1],
    ]


def _full(c: Columns, i: int) -> list[str]:
    """Of a capitalised word, or of any within a gazetteer name."""
    lower, shapes, known, tags = c.lower, c.shapes, c.known, c.tags
    word, before, after, shape, place = lower[i], lower[i - 1], lower[i + 1], shapes[i], known[i]
    out = [
        "b",
        "w=" + word,
        "w<" + before,
        "w>" + after,
        "w<<" + lower[i - 2],
        "w>>" + lower[i + 2],
        "w<=" + before + "_" + word,
        "w=>" + word + "_" + after,
        "s=" + shape,
        "s3=" + shapes[i - 1] + shape + shapes[i + 1],
        "e2=" + word[-2:],
        "e3=" + word[-3:],
        "e4=" + word[-4:],
        "p3=" + word[:3],
        "g=" + place,
        "g<" + known[i - 1],
        "g>" + known[i + 1],
        "g1=" + c.single[i],
        "g1>" + c.single[i + 1],
        "g1<" + c.single[i - 1],
        "gs=" + place + shape,
        "gw<" + place + "_" + before,
        "gw>" + place + "_" + after,
        "c=" + c.case[i],
        "v=" + c.plain[i],
        "vg=" + c.plain[i] + place + c.case[i],
        "d=" + str(c.seen.get(word, 0)) + place,
    ]
    if place:
        # The foremost kind alone, for rare combinations of kinds.
        out += ("gg=" + known[i - 1] + place + known[i + 1], "G=" + place[:2])
    if c.caps[i + 1]:
        out.append("v>" + c.plain[i] + c.plain[i + 1])
    if c.caps[i - 1]:
        out.append("v<" + c.plain[i - 1] + c.plain[i])
    if c.case[i] != "n":
        out.append("cg=" + c.case[i] + place)
    if c.first[i]:
        out += ("f", "fg=" + place)
    for t in tags[i]:
        out += ("t=" + t, "tg=" + t + place)
    for t in tags[i - 1]:
        out += ("t<" + t, "tg<" + t + place)
    for t in tags[i + 1]:
        out += ("t>" + t, "tg>" + t + place)
    for t in tags[i - 2]:
        out.append("t<<" + t)
    for t in tags[i + 2]:
        out.append("t>>" + t)
    start, end = c.run_start[i], c.run_end[i]
    if end:
        length = str(min(end - start, 4))
        out += (
            "r=" + length + str(min(i - start, 3)),
            "rw<" + lower[start - 1],
            "rw>" + lower[end],
            "rl=" + lower[end - 1],
        )
        out += ["rt=" + t for t in tags[end - 1]]
        out += ["rf=" + t for t in tags[start]]
        out += ["rt>" + t for t in tags[end]]
        out += ["rt<" + t for t in tags[start - 1]]
    if c.words[i - 1] == ",":
        out.append("k<" + known[i - 2] + "_" + place)
    if c.words[i + 1] == ",":
        out.append("k>" + place + "_" + known[i + 2])
    seen = c.seen.get(word)
    if seen:
        for bit, name in _SEEN:
            if seen & bit:
                out.append(name)
                if place:
                    out.append(name + place)
    return out
