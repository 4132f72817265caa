"""One key for a name, however it is typed: the same function builds the world and looks names up in it.

A key is made of lower-case words without accents, joined by single spaces. The key of two words is
the key of the first, a space and the key of the second (unless the first is "the", which a name loses
in front), so that a reader of text may fold words one by one and join them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from geo.gazetteer.kinds import type_words

__all__ = ["accented", "compact", "fold", "is_abbreviation", "is_name", "normalise", "type_words"]

LONGEST_CAPITALS = 4
"""A name of so many letters in capitals is an abbreviation ("US", "PA", "USSR")."""

_APOSTROPHES = "'’‘ʼʻʹʺ`´ʿʾ′″\"“”„ˈ"
# Letters that no decomposition turns into their plain ones.
_PLAIN_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ŋ": "n",
    "ə": "a", "ɛ": "e", "ɔ": "o", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ʉ": "u", "ʀ": "r",
}  # fmt: skip
_PLAIN = str.maketrans(_PLAIN_LETTERS)
_DROPPED = dict.fromkeys(map(ord, _APOSTROPHES + "."))
# Format characters: zero-width joiners, direction marks, soft hyphens, the byte-order mark.
_INVISIBLE = dict.fromkeys([0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF])
_ASCII: dict[int, str | None] = str.maketrans({
    **{chr(c): " " for c in range(128) if not chr(c).isalnum()},
    **{chr(c): chr(c).lower() for c in range(ord("A"), ord("Z") + 1)},
    "'": None, "`": None, ".": None, '"': None, "&": " and ",
})  # fmt: skip
# A full stop between words parts them ("St.Louis"); between single letters it does not ("U.S.").
_PARTING_DOT = re.compile(r"(?<=\w\w)\.(?=\w)")
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]")
_PUNCTUATION = re.compile(r"[^\w\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3099\u309a]+|_+")
_LONGEST_NAME = 60
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_PLAIN_NAME = re.compile(r"[A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)*")
_CODE = re.compile(r"[A-Z0-9]{1,3}")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Latin, Greek, Cyrillic, Armenian, Georgian, Chinese and Korean letters, and the punctuation of names: each comes to
# the same whatever is beside it. Not so marks that combine with the letter before them.
_ALONE = re.compile(
    "[\\0-\u024f\u0370-\u0482\u048a-\u058f\u10a0-\u10ff\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u4e00-\u9fff\uac00-\ud7a3]*"
)
_SPELLED_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "twp": "township"}


def normalise(text: str) -> str:
    """The key of a name: "The St. Petersburg" and "saint-pétersburg" have the same one.

    Compatibility forms, case, accents, apostrophes and hyphens do not count; St., Ste., Mt., Ft. and
    Twp. are written out; a leading "the" goes. Never raises; a text without a letter or digit has the key "".
    """
    if text.isalpha() and text.isascii():
        word = text.lower()
        return _SPELLED_OUT.get(word, word)
    words = fold(text)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def fold(text: str) -> list[str]:
    """The words of a key, before a leading "the" is dropped."""
    if text.isascii() and text.replace(" ", "").isalpha():  # as most are
        return [_SPELLED_OUT.get(word, word) for word in text.lower().split(" ") if word]
    if "." in text:
        text = _PARTING_DOT.sub(" ", text)
        folded = text.translate(_ASCII) if text.isascii() else _fold_unicode(text)
    elif text.isascii():
        folded = text.translate(_ASCII)
    else:
        folded = text.translate(_FOLDED) if _ALONE.fullmatch(text) else _fold_unicode(text)
    return [_SPELLED_OUT.get(word, word) for word in folded.split()]


def is_abbreviation(spelling: str, key: str) -> bool:
    """Whether a spelling with this key is only met as it is written: in capitals ("PA") or with its stop ("Pa.")."""
    is_short = len(key) <= LONGEST_CAPITALS or len(spelling) <= LONGEST_CAPITALS
    return (is_short and spelling.isupper()) or (spelling.endswith(".") and " " not in key)


def is_name(text: str) -> bool:
    """Whether an alternate name of GeoNames is one that people write.

    Left out: transliterations by machine, which are all in lower case ("bwkrwfsk"); codes of up to three
    capitals; texts without letters or longer than any name.
    """
    if _PLAIN_NAME.fullmatch(text):  # as most are
        return len(text) <= _LONGEST_NAME
    if len(text) > _LONGEST_NAME or _CODE.fullmatch(text) or not any(map(str.isalpha, text)):
        return False
    if text.startswith(("http", "www")) or _CONTROLS.search(text):
        return False
    return not _LATIN.search(text) or any(map(str.isupper, text))


def accented(text: str) -> str:
    """Like the key, but with the accents kept: tells "Perú" from "Peru" where it matters."""
    if _ALONE.fullmatch(text):
        return text.translate(_ACCENTED)
    return _accented(text)


def compact(text: str) -> str:
    """Only the letters, digits and combining marks of ``text``."""
    return "".join(c for c in text if c.isalnum() or unicodedata.category(c) in {"Mn", "Mc"})


def _accented(text: str) -> str:
    return compact(unicodedata.normalize("NFC", _casefold(text)))


def _casefold(text: str) -> str:
    """Case and compatibility forms away, to a fixed point (some letters need both twice)."""
    text = unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold()
    return unicodedata.normalize("NFKC", text).casefold()


def _fold_unicode(text: str) -> str:
    text = _casefold(text)
    text = _PARTING_DOT.sub(" ", text).translate(_DROPPED).replace("&", " and ").translate(_PLAIN)
    text = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))
    return _PUNCTUATION.sub(" ", text).translate(_PLAIN)


class _ByLetter(dict[int, str | None]):
    """What becomes of each letter, worked out when it is first met: a table for ``str.translate``."""

    def __init__(self, work: Callable[[str], str], known: dict[int, str | None]) -> None:
        super().__init__(known)
        self._work = work

    def __missing__(self, letter: int) -> str:
        put = self[letter] = self._work(chr(letter))
        return put


_FOLDED = _ByLetter(_fold_unicode, _ASCII)
_ACCENTED = _ByLetter(_accented, {})
