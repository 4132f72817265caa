"""Bytes to text: UTF-8, UTF-16 and UTF-32 by their marks or zeros, other encodings by charset-normalizer."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from geo.articles.codepages import latin_code_page
from geo.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF-", "a PDF; extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save it as plain text (UTF-8) first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as plain text (UTF-8) first"),
    (b"\x1f\x8b", "compressed by gzip; unpack it first"),
    (b"BZh", "compressed by bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed by xz; unpack it first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f"))
_SAMPLE = 65_536


def read_bytes(path: Path) -> bytes:
    """The content of ``path``; raises SourceError, with what to do, where it can't be read or is empty."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file or folder; check the path") from None
    except PermissionError:
        raise SourceError(f"{path}: reading it is not allowed; change its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{path}: can't be read ({reason}); check the file") from None
    return data


def decode(data: bytes, name: str) -> str:
    """The text that ``data`` holds, its byte order mark dropped and its line ends kept.

    ``name`` opens the message of the SourceError that is raised where ``data`` is empty, binary, or broken text.
    """
    if not data.strip():
        raise SourceError(f"{name}: is empty; give an article's text or leave the file out")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _not_blank(_strict(data[len(mark) :], encoding, name), name)
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise SourceError(f"{name}: is {what}" + ("" if ";" in what else "; give a file of text"))
    if wide := _utf_16_by_zeros(data):
        return _not_blank(_strict(data, wide, name), name)
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in data or controls > len(sample) // 100 + 1:
        raise SourceError(f"{name}: is binary, not text; give a file of text in UTF-8")
    try:
        return _not_blank(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        return _not_blank(_legacy(data, error, name), name)


def _not_blank(text: str, name: str) -> str:
    if not text.strip("\ufeff\u200b \t\r\n\v\f"):
        raise SourceError(f"{name}: is empty; give an article's text or leave the file out")
    return text


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name}: is marked as {encoding.upper()}, but byte {error.start} is not; save it again as UTF-8"
        ) from None


def _utf_16_by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is mostly zero, the rest never is."""
    sample = data[:_SAMPLE]
    sample = sample[: len(sample) // 2 * 2]
    if b"\0" not in sample or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.4 and not even:
        return "utf-16-le"
    if even > half * 0.4 and not odd:
        return "utf-16-be"
    return None


def _legacy(data: bytes, error: UnicodeDecodeError, name: str) -> str:
    """Text in an encoding older than UTF-8. UTF-8 with a broken spot is refused rather than misread."""
    replaced = data.decode("utf-8", errors="replace")
    broken = replaced.count("\ufffd")
    sound = len(replaced) - broken - sum(byte < 128 for byte in data)
    if sound > 2 * broken:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"{name}:{line}: is UTF-8 with a broken byte (offset {error.start}); save it again as UTF-8"
        )
    for encoding in _guesses(data[:_SAMPLE]):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise SourceError(f"{name}: its encoding can't be told (it is not UTF-8); save it again as UTF-8")


def _guesses(sample: bytes) -> Iterator[str]:
    """The encodings to try, the likeliest first."""
    if page := latin_code_page(sample):
        yield page
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is not None:
        yield best.encoding
