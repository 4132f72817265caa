"""What all commands that read articles share: their options, and the reading itself."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

import click

from geo.articles import read_sources
from geo.errors import OutputError, SourceError, UsageError
from geo.records import Bias

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.pipeline import Parsed
    from geo.records import Article

Command = TypeVar("Command", bound=Callable[..., Any])

PROGRESS_AFTER_S = 1.0
"""Seconds of work before a terminal is shown how far it has come."""
PROGRESS_EVERY_S = 0.2


@dataclass(frozen=True, slots=True)
class Given:
    """What a user tells the resolver beforehand: files of corrections, a bias, and whether to search the user's
    own files alone.
    """

    corrections: tuple[Path, ...] = ()
    bias: Bias | None = None
    only_gazetteer: bool = False


def reading_options(command: Command, sources: str = "SOURCES…") -> Command:
    """Add ``SOURCES``, ``--gazetteer``, ``--min-score``, ``--columns`` and the options that make a ``Given`` to a
    command, which gets that as ``given``.
    """

    @wraps(command)
    def gather(
        *args: Any,
        corrections: tuple[Path, ...],
        countries: tuple[str, ...],
        near: str | None,
        focus: str | None,
        only_gazetteer: bool,
        **options: Any,
    ) -> Any:
        given = Given(corrections, parse_bias(countries, near, focus), only_gazetteer)
        return command(*args, given=given, **options)

    decorated = cast("Command", gather)
    for decorate in (
        click.option(
            "--columns",
            metavar="text=body,…",
            default="",
            help="Which columns of a CSV or keys of a JSONL hold what, such as text=body,title=headline.",
        ),
        click.option(
            "--min-score",
            type=click.FloatRange(0, 1),
            default=0.0,
            show_default=True,
            help="Leave a name unplaced where the probability that its pin is right is lower.",
        ),
        click.option(
            "--only-gazetteer",
            is_flag=True,
            help="Find the names of your own files alone: no world, no recogniser. For history and fiction.",
        ),
        click.option(
            "--focus",
            metavar="W,S,E,N",
            help="Favour places within this box, in degrees: west, south, east, north.",
        ),
        click.option("--near", metavar="LAT,LON", help="Favour places near this point, in degrees."),
        click.option(
            "--country",
            "countries",
            metavar="CC",
            multiple=True,
            help="Favour places in this country (ISO 3166-1 alpha-2); may be repeated, or UA,RU.",
        ),
        click.option(
            "--corrections",
            type=click.Path(path_type=Path),
            multiple=True,
            help="A CSV of corrections, on top of ./gazetteer/corrections.csv; may be repeated.",
        ),
        click.option(
            "--gazetteer",
            "gazetteers",
            type=click.Path(path_type=Path),
            multiple=True,
            help="A CSV of places of your own, on top of ./gazetteer/places.csv; may be repeated.",
        ),
        click.argument("sources", nargs=-1, required=True, metavar=sources),
    ):
        decorated = decorate(decorated)
    return decorated


def open_layers(
    gazetteers: tuple[Path, ...], borders: Literal["un", "de-facto"] = "un", *, alone: bool = False
) -> Gazetteer:
    """The bundled gazetteer, ``./gazetteer`` on top, and the given files on top; with ``alone`` users' rows only."""
    from geo.gazetteer import open_gazetteer

    gazetteer = open_gazetteer(gazetteers, borders=borders, alone=alone)
    if alone and not gazetteer.required:
        raise UsageError("--only-gazetteer: there are no places of your own; give some with --gazetteer FILE")
    return gazetteer


class Reader:
    """Reads articles and names each one that can't be read on a line of its own."""

    def __init__(self, columns: str = "") -> None:
        self.columns = parse_columns(columns)
        self.problems = 0

    def read(self, sources: tuple[str, ...]) -> list[Article]:
        """All readable articles; ends the command with exit code 2 when there is none at all."""
        articles = list(read_sources(sources, columns=self.columns, on_problem=self._report))
        if not articles:
            if self.problems:
                # Each has been named already.
                raise click.exceptions.Exit(2)
            raise SourceError(
                f"no article found in {', '.join(sources)}; give files, a folder that holds some, or -"
            )
        return articles

    def _report(self, problem: SourceError) -> None:
        self.problems += 1
        click.echo(f"geo: {problem}", err=True)

    @property
    def exit_code(self) -> int:
        """2 where something could not be read, though the rest was."""
        return 2 if self.problems else 0


def parse_articles(
    articles: list[Article], gazetteer: Gazetteer, min_score: float, given: Given | None = None
) -> Parsed:
    """Parse them, showing progress on a terminal once it has taken a second; rows that did not apply are named."""
    from geo.gazetteer import open_corrections
    from geo.pipeline import parse

    given = given or Given()
    whole = not given.only_gazetteer
    corrections = open_corrections(
        given.corrections, bundled=whole, here=whole, country_codes=gazetteer.country_codes
    )
    progress = _Progress()
    try:
        result = parse(
            articles,
            gazetteer=gazetteer,
            corrections=corrections,
            bias=given.bias,
            min_score=min_score,
            on_progress=progress.show,
        )
    finally:
        progress.clear()
    for warning in result.warnings:
        click.echo(f"geo: warning: {warning}", err=True)
    return result


def parse_bias(countries: tuple[str, ...], near: str | None, focus: str | None) -> Bias | None:
    """What ``--country``, ``--near`` and ``--focus`` say, None for nothing. Raises ``UsageError`` for no numbers."""
    codes = tuple(code.strip().upper() for text in countries for code in text.split(",") if code.strip())
    point = numbers_of("--near", near, 2, "LAT,LON in degrees, such as 48.28,37.18")
    box = numbers_of("--focus", focus, 4, "west,south,east,north in degrees, such as 22,44,40,52")
    if not (codes or point or box):
        return None
    return Bias(codes, cast("tuple[float, float] | None", point), cast("Any", box))


def numbers_of(option: str, text: str | None, count: int, wanted: str) -> tuple[float, ...] | None:
    """The numbers of an option's value, parted by commas; None for none. Raises ``UsageError`` for others."""
    if text is None:
        return None
    try:
        numbers = tuple(float(part) for part in text.split(","))
    except ValueError:
        numbers = ()
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        raise UsageError(f"{option} {text}: not {wanted}")
    return numbers


class _Progress:
    """One line on standard error that is rewritten, on a terminal only."""

    def __init__(self) -> None:
        self._next = time.monotonic() + PROGRESS_AFTER_S
        self._shown = False

    def show(self, done: int, total: int) -> None:
        if sys.stderr.isatty() and time.monotonic() >= self._next:
            self._next = time.monotonic() + PROGRESS_EVERY_S
            self._shown = True
            click.echo(f"\r{done} of {total} articles", nl=False, err=True)

    def clear(self) -> None:
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)


def refuse_overwriting(
    outputs: dict[str, Path | None], sources: tuple[str, ...], inputs: tuple[Path, ...] = ()
) -> None:
    """Raise ``UsageError`` where two outputs share a path, or an output would replace an input.

    Raises ``OutputError`` where an output's folder does not exist, before any work is done.
    """
    taken: dict[Path, str] = {Path(s).resolve(): "a source" for s in sources if s != "-"}
    taken.update({path.resolve(): "a file it reads" for path in inputs})
    for option, path in outputs.items():
        if path is None or str(path) == "-":
            continue
        where = path.resolve()
        if where in taken:
            raise UsageError(f"{path}: {option} would overwrite {taken[where]}; name another file")
        if where.is_dir():
            raise OutputError(f"{path}: {option} is a folder; name a file in it")
        if not where.parent.is_dir():
            raise OutputError(f"{path}: the folder {path.parent} does not exist; make it first")
        taken[where] = f"the file of {option}"


def parse_columns(columns: str) -> dict[str, str] | None:
    """ "text=body,title=headline" as our names and theirs; None for "". Raises ``UsageError``."""
    if not columns:
        return None
    pairs = {}
    for part in columns.split(","):
        ours, equals, theirs = (piece.strip() for piece in part.partition("="))
        if not (ours and equals and theirs):
            raise UsageError(f"--columns {columns}: {part!r} is not NAME=COLUMN, such as text=body")
        pairs[ours] = theirs
    return pairs
