"""The command's documentation says what the command does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

from geo.cli import cli, run
from tools.cli_docs import page, walk


def test_the_docs_are_the_help(root: Path) -> None:
    """docs/cli.md is what ``python -m tools.cli_docs`` writes from ``--help``."""
    assert (root / "docs/cli.md").read_text(encoding="utf-8") == page()


def test_the_docs_count_what_info_counts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The numbers of the world file in docs/gazetteer.md are those of ``geo gazetteer info``, to one in a hundred."""
    assert run(["gazetteer", "info", "--json"]) == 0
    world = json.loads(capsys.readouterr().out)["world"]
    counted = {kind.replace(", districts", " and districts"): n for kind, n in world["kinds"].items()}
    page = " ".join((root / "docs/gazetteer.md").read_text(encoding="utf-8").split())
    for what, count in {**counted, "names": world["keys"]}.items():
        said = re.search(rf"([\d,]+) {what}", page)
        assert said, what
        assert float(said[1].replace(",", "")) == pytest.approx(count, rel=0.01), what


def test_every_command_and_option_is_described() -> None:
    """No command and no option goes without a line of help."""
    for name, _ in walk(cli, "geo"):
        command = cli
        for part in name.split()[1:]:
            found = command.get_command(None, part)  # type: ignore[arg-type]  # our groups ignore the context
            assert found is not None
            command = found  # type: ignore[assignment]
        assert command.help, name
        options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
        assert all(option.help for option in options), name
