"""``geo explain``: why each mention was placed where it was."""

from __future__ import annotations

from pathlib import Path

import click

from geo.cli.reading import Given, Reader, open_layers, parse_articles, reading_options
from geo.errors import UsageError


@click.command("explain")
@reading_options
@click.option("--mention", "wanted", metavar="TEXT", help="Only the mentions with this text (case ignored).")
def command(
    sources: tuple[str, ...],
    gazetteers: tuple[Path, ...],
    min_score: float,
    columns: str,
    given: Given,
    wanted: str | None,
) -> int:
    """For each mention of SOURCES: the candidates, the evidence in numbers and words, the winner and its margin."""
    from geo.toponyms.explain import explain, report

    reader = Reader(columns)
    articles = reader.read(sources)
    result = parse_articles(articles, open_layers(gazetteers, alone=given.only_gazetteer), min_score, given)
    shown = 0
    for article, toponyms, dropped, others in zip(
        result.documents, result.toponyms, result.dropped, result.learned_from, strict=True
    ):
        for toponym in toponyms:
            if wanted is None or toponym.mention.text.casefold() == wanted.casefold():
                click.echo(report(explain(article, toponym, learned_from=others)))
                shown += 1
        for mention, source in dropped:
            if wanted is None or mention.text.casefold() == wanted.casefold():
                click.echo(
                    f"{mention.text}  ({article.id}, character {mention.start})\n  → no place, says {source}\n"
                )
                shown += 1
    if wanted is not None and not shown:
        found = sorted({t.mention.text for of_article in result.toponyms for t in of_article})
        raise UsageError(f"no mention {wanted!r}; found were: {', '.join(found) or 'none'}")
    if not shown:
        click.echo("geo: no place name was found", err=True)
    return reader.exit_code
