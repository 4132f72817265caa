"""What make decides by content: run again, or leave alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

STALE = Path(__file__).resolve().parents[2] / "tools" / "stale.py"


@pytest.fixture
def step(tmp_path: Path):
    """Runs a step that copies ``in.txt`` to ``out.txt`` and counts its runs in ``runs.txt``."""
    (tmp_path / "in.txt").write_text("one", encoding="utf-8")
    program = (
        "from pathlib import Path as P; "
        "P('out.txt').write_text(P('in.txt').read_text(encoding='utf-8'), encoding='utf-8'); "
        "open('runs.txt', 'a', encoding='utf-8').write('x'); "
        "raise SystemExit(3 if P('in.txt').read_text(encoding='utf-8') == 'bad' else 0)"
    )

    def run() -> tuple[int, int]:
        done = subprocess.run(
            [
                sys.executable,
                str(STALE),
                "copy",
                "--inputs",
                "in.txt",
                "--outputs",
                "out.txt",
                "--",
                sys.executable,
                "-c",
                program,
            ],
            cwd=tmp_path,
            check=False,
        )
        return done.returncode, len((tmp_path / "runs.txt").read_text(encoding="utf-8"))

    return run


def test_nothing_runs_when_nothing_changed(step) -> None:
    """A second run with the same content does not run the command."""
    assert step() == (0, 1)
    assert step() == (0, 1)


def test_a_touched_file_with_the_same_content_is_fresh(step, tmp_path: Path) -> None:
    """Time stamps do not count."""
    step()
    (tmp_path / "in.txt").write_text("one", encoding="utf-8")
    assert step() == (0, 1)


@pytest.mark.parametrize("name", ["in.txt", "out.txt"])
def test_a_changed_input_or_output_is_built_again(step, tmp_path: Path, name: str) -> None:
    """A changed input is built from; an output that somebody edited is put right."""
    step()
    (tmp_path / name).write_text("two", encoding="utf-8")
    assert step() == (0, 2)


def test_a_lost_output_is_built_again(step, tmp_path: Path) -> None:
    """Deleting what was built brings it back."""
    step()
    (tmp_path / "out.txt").unlink()
    assert step() == (0, 2)


def test_a_failure_is_passed_on_and_tried_again(step, tmp_path: Path) -> None:
    """The command's exit code is make's, and a failed run is never taken for fresh."""
    (tmp_path / "in.txt").write_text("bad", encoding="utf-8")
    assert step() == (3, 1)
    assert step() == (3, 2)
