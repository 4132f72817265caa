"""``geo parse``: articles in, JSON lines of toponyms out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from geo.cli.reading import Given, Reader, open_layers, parse_articles, reading_options, refuse_overwriting


@click.command("parse")
@reading_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("-"),
    help="The JSONL file to write; standard output if not given.",
)
def command(
    sources: tuple[str, ...],
    gazetteers: tuple[Path, ...],
    min_score: float,
    columns: str,
    given: Given,
    output: Path,
) -> int:
    """Read SOURCES and write a line of JSON an article, with every place name and where it is.

    Offsets count Unicode code points of the text as it came in; what could not be placed has nulls.
    """
    from geo.tables.files import write_atomically
    from geo.tables.lines import parse_line

    refuse_overwriting({"--output": output}, sources, (*gazetteers, *given.corrections))
    reader = Reader(columns)
    articles = reader.read(sources)
    result = parse_articles(articles, open_layers(gazetteers, alone=given.only_gazetteer), min_score, given)
    lines = "".join(
        parse_line(article, toponyms, focus=focus, footprints=footprints, learned_from=others) + "\n"
        for article, toponyms, focus, footprints, others in zip(
            result.documents,
            result.toponyms,
            result.focus,
            result.footprints,
            result.learned_from,
            strict=True,
        )
    ).encode("utf-8")
    if str(output) == "-":
        sys.stdout.buffer.write(lines)
    else:
        write_atomically(output, lines)
    return reader.exit_code
