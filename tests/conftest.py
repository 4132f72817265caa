"""What tests of several rooms share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from geo.gazetteer import Gazetteer, open_gazetteer

# A case may be the first to load a model, on a machine that others use too.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")

# No test leaves large files of rows in the cache of whoever runs it.
os.environ["DATELINE_CACHE"] = ""

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def world() -> Gazetteer:
    """The bundled gazetteer alone: no rows of whoever runs the tests."""
    return open_gazetteer(here=False)
