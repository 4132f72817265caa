"""The ``geo`` command: one file a command, each imported only when it is called."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import NoReturn

import click

from geo.cli.lazy import LazyGroup
from geo.errors import GeoError

EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130
"""128 + SIGINT, as shells count it."""

COMMANDS = {
    "map": ("geo.cli.map_command", "Write one offline web map of articles."),
    "parse": ("geo.cli.parse_command", "Write every place name of articles as JSON lines."),
    "explain": ("geo.cli.explain_command", "Say why each mention was placed where it was."),
    "gazetteer": ("geo.cli.gazetteer", "Search the gazetteer, extend it, or check your own rows."),
    "evaluate": ("geo.cli.evaluate_command", "Score the parser against annotated articles."),
}


class _Geo(LazyGroup):
    modules = COMMANDS


@click.group(cls=_Geo, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="geo-dateline", prog_name="geo")
def cli() -> None:
    """Dateline: find every place that news articles name, and map them with their sentences."""


def run(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 0, or 2 on bad input or usage with one line that says why."""
    try:
        result = cli.main(args=arguments, prog_name="geo", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else error.format_message(), err=True)
        return EXIT_BAD_INPUT
    except click.ClickException as error:
        return _fail(error.format_message().replace("\n", " "))
    except click.Abort:
        return EXIT_INTERRUPTED
    except GeoError as error:
        return _fail(str(error))
    except BrokenPipeError:
        # The reader went away, as `geo parse … | head` does; keep the interpreter from saying so at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result if isinstance(result, int) else 0


def _fail(message: str) -> int:
    click.echo(f"geo: {message}", err=True)
    return EXIT_BAD_INPUT


def main() -> NoReturn:
    """The entry point of the ``geo`` console script."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or pipe may know only its own code page: show a name in escapes rather than fail.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run())
