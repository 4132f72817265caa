"""What tests of several rooms share."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.gazetteer import Gazetteer, open_gazetteer

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def world() -> Gazetteer:
    """The bundled gazetteer alone: no rows of whoever runs the tests."""
    return open_gazetteer(here=False)
