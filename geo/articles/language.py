"""The language of an article, as an ISO 639-1 code: English is seen by its common words, others by py3langid.

py3langid (Lui and Baldwin 2012, 97 languages, its model in the package) takes most of a second and a hundred megabytes
to load, so it is asked only where these words don't say English.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
LOOKED_AT = 3000
"""Characters from the start that tell."""
SHARE = 0.1
"""Of an article's words, what common English ones make at least; in news copy they make a quarter and more."""
FEWEST = 5
"""Words in the Latin script; a text of fewer counts as English."""
SURE = 0.9
"""The probability from which another language is believed. Of 1,668 texts, first lines and titles of the shared
corpora, all of them English, none came near: .57 was the most."""
OTHER_SCRIPT = 0.5
"""Of the letters, what must be of another script than the Latin for the text not to be English."""
_COMMON_TEXT = """
the and that with from said were are his which but not who they will after their this been would it its
he she you what when there into about than other could more because did does near off during
between against while where how our your them these those some also only
monday tuesday wednesday thursday friday saturday sunday january february march june july august october december
police people killed men woman women children two three five seven city town village road state county
north south east miles military troops army forces attack attacks government officials minister
schools council news report reports new year years day days month
"""
_COMMON = frozenset(_COMMON_TEXT.split())
_PIDGIN = "pcm"
_WORD = re.compile(r"[^\W\d_]+")
_BY_SCRIPT = {
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "GREEK": "el", "THAI": "th", "ARMENIAN": "hy",
    "HEBREW": "he", "GEORGIAN": "ka", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn", "MALAYALAM": "ml",
    "GUJARATI": "gu", "GURMUKHI": "pa", "SINHALA": "si", "LAO": "lo", "KHMER": "km", "MYANMAR": "my", "TIBETAN": "bo",
    "ETHIOPIC": "am", "ORIYA": "or",
}  # fmt: skip
_SHARED_SCRIPTS = frozenset({"CYRILLIC", "ARABIC", "DEVANAGARI", "BENGALI"})
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is written in; None for a text without letters. Never raises."""
    words = _WORD.findall(text[:LOOKED_AT])
    if not words:
        return None
    share = sum(word.lower() in _COMMON for word in words) / len(words)
    if share >= SHARE:
        return ENGLISH
    scripts = _scripts("".join(words))
    total = sum(scripts.values())
    latin = scripts.get("LATIN", 0)
    if total and (total - latin) / total >= OTHER_SCRIPT:
        return _of_script(text, scripts)
    return ENGLISH if len(words) < FEWEST else _identified(text)


def _scripts(letters: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for letter in letters:
        script = _script(letter)
        counts[script] = counts.get(script, 0) + 1
    return counts


@cache
def _script(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "UNKNOWN").split(" ")[0]


def _of_script(text: str, scripts: dict[str, int]) -> str | None:
    """A language that has its script to itself, else what py3langid says; None for a script that no news uses."""
    if scripts.get("HIRAGANA", 0) + scripts.get("KATAKANA", 0) > 0.1 * sum(scripts.values()):
        return "ja"
    most = max(sorted(scripts), key=lambda script: scripts[script] if script != "LATIN" else 0)
    if most == "CYRILLIC" and len(_WORD.findall(text[:LOOKED_AT])) < FEWEST:
        return "uk" if _UKRAINIAN.search(text) else "ru"
    if most in _SHARED_SCRIPTS:
        return str(_identifier().classify(text[:LOOKED_AT])[0])
    return _BY_SCRIPT.get(most)


def _identified(text: str) -> str:
    code, probability = _identifier().classify(text[:LOOKED_AT])
    return str(code) if probability >= SURE and code != _PIDGIN else ENGLISH


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
