"""Write ``docs/cli.md`` from the commands' own ``--help``.

python -m tools.cli_docs
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from geo.cli import EXIT_BAD_INPUT, cli

PAGE = Path("docs/cli.md")
WIDTH = 100
"""Characters a line of help, whatever terminal this runs in."""
HEAD = f"""# The `geo` command

Made by `python -m tools.cli_docs` from the commands' own `--help`; a test fails where the two differ.

Exit codes: 0; {EXIT_BAD_INPUT} on bad input or usage, with one line on standard error that says what, where and what
to do. Where some of many articles can't be read, each is named in a line, the rest goes on, and the exit code is
{EXIT_BAD_INPUT} all the same.

## What `geo parse` writes

A line of JSON an article, in order:
`{{"id": …, "publisher_articles": 0, "focus": […], "countries": […], "toponyms": [{{…}}, …]}}`. `focus`
holds the ids of the one to three places that it is about, `countries` the codes of its countries, the foremost first;
`publisher_articles` says how many other articles of its publisher were given, from which the publisher's own area was
learned (0: it was not).
What could not be placed has nulls from `place` to `score`. Where the text states spots relative to its places ("20 km
north of Kharkiv"), `footprints` has them: `start`, `end`, `text`, `kind` (`distance`, `between`, `offshore` or
`border`), `lat`, `lon`, `radius_km` and `anchors`, the ids of those places.

| key | meaning |
| --- | --- |
| `start`, `end` | where the mention stands, in Unicode code points of the text as it came in; `end` is exclusive |
| `text` | the mention as the article has it |
| `kind` | `name`, `demonym` or `coordinates` |
| `usage` | `literal` (it happens there), `associative` ("Moscow said"), or null where that is not known |
| `dateline` | whether it only says where the story was filed |
| `place` | the place's id: `gn:<geonameid>`, `csv:<id>`, `csv:<slug>@<lat>,<lon>`, `air:<ICAO>` or `ne:<code>` |
| `name` | its name in the gazetteer |
| `lat`, `lon` | degrees, WGS 84 |
| `geonameid` | its GeoNames id, or null |
| `feature_code`, `country_code` | GeoNames' feature code; ISO 3166-1 alpha-2, "" for seas and the like |
| `precision` | `point`, `site`, `area` or `approximate` |
| `radius_km` | the radius in kilometres of the circle that stands for it |
| `score` | the probability that the pin is right, if the mention is a toponym |
| `place_score` | the probability that it is one |
| `decided_by` | the row of corrections that decided, as `file:line`, or null |
"""


def walk(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """Each command's full name and help text, groups before their members."""
    context = click.Context(
        command,
        parent,
        info_name=name,
        max_content_width=WIDTH,
        terminal_width=WIDTH,
        **command.context_settings,
    )
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for member in command.list_commands(context):
            child = command.get_command(context, member)
            if child is not None:
                yield from walk(child, member, context)


def page() -> str:
    """The whole page, Markdown."""
    sections = [f"## {name}\n\n```\n{text}\n```\n" for name, text in walk(cli, "geo")]
    return "\n".join([HEAD, *sections])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
