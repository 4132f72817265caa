"""Articles that come as rows: JSON Lines and CSV. Each gives a mapping of fields and the line it stands at."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from geo.articles.article import make_article
from geo.errors import SourceError
from geo.records import Article

FIELDS = ("id", "text", "title", "url", "date", "publisher", "author", "domain")
_CSV_FIELD_LIMIT = 2**31 - 1
_LONGEST_ID = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that gives no article, and what to say of it."""

    error: SourceError


def read_json_lines(
    text: str, name: str, columns: Mapping[str, str]
) -> Iterator[tuple[int, Article | Fault]]:
    """Each line's number and its article, or its fault. Lines end in ``\\n`` alone, for texts hold other separators."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _guard(_json_article, line, f"{name}:{number}", columns)


def _guard(make: Any, *arguments: Any) -> Article | Fault:
    try:
        article: Article = make(*arguments)
    except SourceError as error:
        return Fault(error)
    return article


def _json_article(line: str, where: str, columns: Mapping[str, str]) -> Article:
    try:
        row = json.loads(line)
    except RecursionError:
        raise SourceError(f"{where}: is nested too deeply; give one flat JSON object a line") from None
    except ValueError as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise SourceError(f"{where}: is no JSON ({reason}); give one JSON object a line") from None
    if not isinstance(row, dict):
        raise SourceError(f'{where}: is no JSON object; give {{"id": …, "text": …}}')
    return _article({key: row.get(columns.get(key, key)) for key in FIELDS}, where, columns)


def _article(row: Mapping[str, Any], where: str, columns: Mapping[str, str]) -> Article:
    """Checks the fields of a row and makes its article; ``id`` and ``text`` are taken as they are."""
    values = {key: _string(row[key], key, where) for key in FIELDS}
    identity, text = values.pop("id"), values.pop("text")
    if not identity:
        raise SourceError(f'{where}: has no "{columns.get("id", "id")}"; give each article an id of its own')
    if len(identity) > _LONGEST_ID:
        raise SourceError(f"{where}: its id is longer than {_LONGEST_ID} characters; give it a short one")
    if text is None:
        raise SourceError(
            f'{where}: has no "{columns.get("text", "text")}"; name the field with --columns text=…'
        )
    if not text.strip():
        raise SourceError(f"{where}: its text is empty; give the article's text or leave the row out")
    return make_article(identity, text, **values)


def _string(value: object, key: str, where: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, list) and key == "author" and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if isinstance(value, int) and not isinstance(value, bool) and key in {"id", "date"}:
        return str(value)
    if not isinstance(value, str):
        raise SourceError(f'{where}: its "{key}" is no text; give a string')
    if any("\ud800" <= character <= "\udfff" for character in value) if not value.isascii() else False:
        raise SourceError(
            f'{where}: its "{key}" holds half of a surrogate pair; save the file again as UTF-8'
        )
    return value


def read_table(
    text: str, name: str, columns: Mapping[str, str], *, tabs: bool
) -> Iterator[tuple[int, Article | Fault]]:
    """Each row's first line and its article, or its fault.

    A ``.csv`` may part its columns by commas, semicolons or tabs, as its first line shows. Column names are matched
    without regard to case. Without a column for ``id`` the id is ``<file>#<row>``, the first row below the head
    being 1.
    """
    # The limit is the csv module's own and global; articles are often longer than its 128 kB.
    csv.field_size_limit(max(csv.field_size_limit(), _CSV_FIELD_LIMIT))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if tabs else _delimiter(text))
    line = 1
    places: dict[str, int] = {}
    width = row_number = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fault = SourceError(f"{name}:{line}: is no proper CSV ({error}); save the file again as CSV")
            yield line, Fault(fault)
            return
        at, line = line, reader.line_num + 1
        if not any(cell.strip() for cell in row):
            continue
        if not places:
            try:
                places, width = _header(row, f"{name}:{at}", columns), len(row)
            except SourceError as error:
                yield at, Fault(error)
                return
            continue
        row_number += 1
        if len(row) > width:
            problem = (
                f"{name}:{at}: has {len(row)} cells where the head has {width}; put long cells in quotes"
            )
            yield at, Fault(SourceError(problem))
            continue
        cells = {
            key: row[places[key]] if key in places and places[key] < len(row) else None for key in FIELDS
        }
        cells = {key: value or None for key, value in cells.items()}
        if "id" not in places:
            cells["id"] = f"{name.replace(chr(92), '/').rpartition('/')[2]}#{row_number}"
        if cells["text"] is None and "text" in places and places["text"] < len(row):
            cells["text"] = ""
        yield at, _guard(_article, cells, f"{name}:{at}", columns)


def _delimiter(text: str) -> str:
    head = text[:20_000].lstrip().partition("\n")[0]
    return max(",;\t", key=head.count)


def _header(row: list[str], where: str, columns: Mapping[str, str]) -> dict[str, int]:
    """Where each of our fields stands; a field that ``columns`` names must be there."""
    found = {cell.strip().lstrip("\ufeff").casefold(): at for at, cell in reversed(list(enumerate(row)))}
    places: dict[str, int] = {}
    for key in FIELDS:
        wanted = columns.get(key, key)
        if wanted.strip().casefold() in found:
            places[key] = found[wanted.strip().casefold()]
        elif key in columns:
            raise SourceError(f'{where}: has no column "{wanted}"; its columns are {_listed(row)}')
    if "text" not in places:
        raise SourceError(
            f'{where}: has no column "text"; name it with --columns text=…; its columns are {_listed(row)}'
        )
    return places


def _listed(row: list[str]) -> str:
    shown = ", ".join(" ".join(cell.split())[:40] for cell in row[:12])
    return shown + (", …" if len(row) > 12 else "")
