"""``geo evaluate``: the parser's figures against annotated articles."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import click

from geo.cli.reading import Given, open_layers, parse_articles, parse_columns, reading_options


@click.command("evaluate")
@partial(reading_options, sources="GOLD.jsonl…")
@click.option("--json", "as_json", is_flag=True, help="Print JSON rather than a table.")
def command(
    sources: tuple[str, ...],
    gazetteers: tuple[Path, ...],
    min_score: float,
    columns: str,
    given: Given,
    as_json: bool,
) -> None:
    """Parse the texts of GOLD files and score what was found against their annotated toponyms.

    The bundled models were trained on the corpora in docs/accuracy.md: on those, this prints how well they
    were learned, and `make evaluate` the honest, cross-validated figures. `coverage` is the share of linked
    toponyms for which the gazetteer has a right candidate, `coverage.fold4` that of the articles by whose
    misses no row was prompted.
    """
    from geo.articles import make_article
    from geo.evaluate import coverage, figures_table, read_corpus, score
    from geo.tables.lines import parse_line

    gazetteer = open_layers(gazetteers, alone=given.only_gazetteer)
    figures = {}
    for path in map(Path, sources):
        documents = read_corpus(path, parse_columns(columns))
        articles = [
            make_article(
                d["id"],
                d["text"],
                title=d.get("title"),
                url=d.get("url"),
                date=d.get("date"),
                domain=d.get("domain"),
            )
            for d in documents
        ]
        result = parse_articles(articles, gazetteer, min_score, given)
        predicted = [
            json.loads(parse_line(article, toponyms))
            for article, toponyms in zip(result.documents, result.toponyms, strict=True)
        ]
        figures[path.stem] = score(documents, predicted) | coverage(documents, gazetteer)
    click.echo(json.dumps(figures, indent=1) if as_json else figures_table(figures))
