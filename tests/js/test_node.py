"""The page's pure modules under ``node --test``, with the Node that comes in Playwright's wheel."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

FOLDER = Path(__file__).parent
TESTS = sorted(FOLDER.glob("*.test.mjs"))


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name)
def test_javascript_module(file: Path) -> None:
    """Every test of a JavaScript test file passes."""
    node = compute_driver_executable()[0]
    done = subprocess.run(
        [node, "--test", "--no-warnings", str(file)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
