"""The invented story, for the tests of the page."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def load_invented() -> ModuleType:
    """``tests/map/invented.py`` as a module, wherever pytest was started."""
    name = "tests_map_invented"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name("invented.py"))
        assert spec and spec.loader
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="session")
def invented() -> ModuleType:
    """Builders of invented articles and records."""
    return load_invented()
