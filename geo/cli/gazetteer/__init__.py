"""``geo gazetteer``: search the gazetteer, extend it, and check what was written; one file a command."""

from __future__ import annotations

from typing import ClassVar

import click

from geo.cli.lazy import LazyGroup


class _Gazetteer(LazyGroup):
    modules: ClassVar = {
        "search": ("geo.cli.gazetteer.search_command", "List the places that may bear a name."),
        "suggest": (
            "geo.cli.gazetteer.suggest_command",
            "Show the nearest names, and a row ready to fill in.",
        ),
        "add": ("geo.cli.gazetteer.add_command", "Add a place, or a file of rows, to ./gazetteer."),
        "check": ("geo.cli.gazetteer.check_command", "List every fault of files of rows."),
        "import": ("geo.cli.gazetteer.import_command", "Turn a downloaded gazetteer into rows of ours."),
        "info": ("geo.cli.gazetteer.info_command", "Say what the gazetteer holds, and from where."),
    }


@click.group("gazetteer", cls=_Gazetteer)
def command() -> None:
    """Search the gazetteer, extend it, or check rows of your own before they reach a map."""
