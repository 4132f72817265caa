"""Which Windows code page of Latin letters a text is in, by the alphabets of the languages written in each.

charset-normalizer takes short copy with a few accents or curly quotes for one code page or another; a language's own
letters tell better. Codes that are the same sign in all three pages (quotes, dashes, ä, ö, ü) need no telling.
"""

from __future__ import annotations

# Ties go to the first: Windows-1252 is by far the most frequent.
_ALPHABETS = (
    ("cp1252", "äöüß"),
    ("cp1252", "àâæçéèêëîïôœùûüÿ"),
    ("cp1252", "áéíñóúüªº"),
    ("cp1252", "àáâãçéêíóôõúªº"),
    ("cp1252", "àèéìíîòóùúç·"),
    ("cp1252", "åäöéæøàü"),
    ("cp1252", "áéëïíóöúü"),
    ("cp1252", "áðéíóúýþæö"),
    ("cp1252", "äõöüšž"),
    ("cp1250", "ąćęłńóśźż"),
    ("cp1250", "áäčďéěíĺľňóôŕřšťúůýž"),
    ("cp1250", "áéíóöőúüű"),
    ("cp1250", "ăâîşţ"),
    ("cp1250", "čćđšž"),
    ("cp1254", "çğıiöşüâîû"),
)
_SAME_SIGNS = "“”‘’„‚‹›«»–—…•·€§°©®™¡¿\u00a0\u00ad"


def latin_code_page(data: bytes) -> str | None:
    """The code page of ``data``, or None where its high bytes do not look like letters within Latin words."""
    high = [at for at, byte in enumerate(data) if byte > 127]
    letters = [at for at in high if data[at] >= 0xC0]
    # "£4" and "½" are signs in all three pages' countries; "Łódź" begins with the same byte as "£4".
    within = bytes(data[at] for at in high if _beside_a_letter(data, at))
    if (
        sum(_beside_a_letter(data, at) for at in letters) < len(letters) * 0.8
        or len(letters) > len(data) * 0.2
    ):
        return None
    best, encoding = -1.0, ""
    for page, alphabet in _ALPHABETS:
        signs = [sign for sign in within.decode(page, errors="replace") if sign not in _SAME_SIGNS]
        own = sum(sign.lower()[0] in alphabet for sign in signs) / len(signs) if signs else 1.0
        if own > best:
            best, encoding = own, page
    return encoding


def _beside_a_letter(data: bytes, at: int) -> bool:
    """Whether an ASCII letter stands next to ``data[at]``."""
    return data[max(0, at - 1) : at].isalpha() or data[at + 1 : at + 2].isalpha()
