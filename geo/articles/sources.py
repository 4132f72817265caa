"""Reads articles from files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from geo.articles.article import make_article
from geo.articles.decode import decode, read_bytes
from geo.articles.markdown import read_markdown
from geo.articles.page import decode_page, read_page
from geo.articles.rows import FIELDS, Fault, read_json_lines, read_table
from geo.errors import SourceError, UsageError
from geo.records import Article

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson", ".csv", ".tsv")
"""What a file of articles may be called, in lower case."""
_STDIN = "-"
OnProblem = Callable[[SourceError], None]


@dataclass(slots=True)
class _Run:
    """What one call of ``read_sources`` has seen: files, and where each article's id stood first."""

    columns: Mapping[str, str]
    on_problem: OnProblem | None
    files: set[Path] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)

    def problem(self, error: SourceError) -> None:
        if self.on_problem is None:
            raise error
        self.on_problem(error)


def read_sources(
    sources: Sequence[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    on_problem: OnProblem | None = None,
) -> Iterator[Article]:
    """The articles of ``sources``, in order: files by their suffix (``SUFFIXES``), folders, ``-`` for standard input.

    A folder gives all such files in it and below, sorted by path, hidden ones and other suffixes left out. A file given
    twice is read once. ``columns`` maps our field names to a table's or JSON line's own (``{"text": "body"}``). Two
    articles with one id are a problem: the second is left out.

    With ``on_problem`` each problem is handed to it and the rest goes on; without it the first raises SourceError,
    which names the file (``file:line`` in a table) and says what to do. Raises UsageError if ``columns`` names a field
    that is none of ours, or if ``sources`` is empty.
    """
    if isinstance(sources, (str, Path)):
        sources = [sources]
    if not sources:
        raise UsageError("no source given; name a file, a folder, or - for standard input")
    for name in columns or {}:
        if name not in FIELDS:
            raise UsageError(f'"{name}" is no field of an article; --columns takes {", ".join(FIELDS)}')
    return _read(sources, _Run(columns or {}, on_problem))


def _read(sources: Sequence[str | Path], run: _Run) -> Iterator[Article]:
    for source in sources:
        try:
            paths = list(_files(source))
        except SourceError as error:
            run.problem(error)
            continue
        for path in paths:
            yield from _keep_new(_read_file(path, run), run)


def _files(source: str | Path) -> Iterable[Path | None]:
    """The files that ``source`` stands for; None is standard input."""
    if str(source) == _STDIN:
        return [None]
    path = Path(source)
    try:
        folder = path.is_dir()
    except (OSError, ValueError):
        raise SourceError(f"{path}: can't be read; check the path") from None
    if not folder:
        return [path]
    found = sorted(_walk(path), key=lambda file: file.relative_to(path).parts)
    if not found:
        raise SourceError(f"{path}: holds no articles; put files in it that end in {', '.join(SUFFIXES)}")
    return found


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise SourceError(
            f"{error.filename}: reading the folder failed ({error.strerror}); change its permissions"
        )

    for where, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(where, name)


def _keep_new(articles: Iterable[tuple[str, Article | Fault]], run: _Run) -> Iterator[Article]:
    """Lets each id pass once and reports faults."""
    for where, article in articles:
        if isinstance(article, Fault):
            run.problem(article.error)
        elif article.id in run.ids:
            first = run.ids[article.id]
            run.problem(
                SourceError(
                    f'{where}: its id "{article.id[:80]}" is that of {first} too; give one of them another'
                )
            )
        else:
            run.ids[article.id] = where
            yield article


def _read_file(path: Path | None, run: _Run) -> Iterator[tuple[str, Article | Fault]]:
    """The articles of a file, each with where it stands (``file`` or ``file:line``)."""
    try:
        if path is None:
            text = decode(_standard_input(), "standard input")
            yield "standard input", make_article("stdin", text)
            return
        suffix = path.suffix.lower()
        if suffix not in SUFFIXES and not path.exists():
            raise SourceError(f"{path}: no such file or folder; check the path")
        if suffix not in SUFFIXES:
            raise SourceError(
                f'{path}: "{suffix or path.name}" is no kind of article file; give {", ".join(SUFFIXES)}'
            )
        data = read_bytes(path)
        if _seen(path, run):
            return
        yield from _articles(path, suffix, data, run)
    except SourceError as error:
        yield str(path or "standard input"), Fault(error)


def _articles(path: Path, suffix: str, data: bytes, run: _Run) -> Iterator[tuple[str, Article | Fault]]:
    name = str(path)
    if suffix in {".html", ".htm"}:
        yield name, read_page(decode_page(data, name), _file_id(path), name)
        return
    text = decode(data, name)
    if suffix in {".md", ".markdown"}:
        content, metadata = read_markdown(text)
        decode(content.encode("utf-8", "replace"), name)  # nothing but markup is empty too
        yield name, make_article(_file_id(path), content, **metadata)
    elif suffix in {".txt", ".text"}:
        yield name, make_article(_file_id(path), text)
    else:
        if suffix in {".jsonl", ".ndjson"}:
            rows = read_json_lines(text, name, run.columns)
        else:
            rows = read_table(text, name, run.columns, tabs=suffix == ".tsv")
        empty = True
        for line, article in rows:
            empty = False
            yield f"{name}:{line}", article
        if empty:
            raise SourceError(f"{name}: holds no articles; add rows below its head")


def _file_id(path: Path) -> str:
    """The file's name with suffix; bytes of it that are no UTF-8 (possible on Linux) are replaced."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def _seen(path: Path, run: _Run) -> bool:
    real = path.resolve()
    if real in run.files:
        return True
    run.files.add(real)
    return False


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read()
    except (OSError, AttributeError, ValueError):
        raise SourceError("standard input: can't be read; pipe an article's text into the command") from None
