"""The shape of the code: data flows one way, modules stay small, and starting up costs nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LEVELS = {
    "errors": 0,
    "records": 0,
    "articles": 1,
    "gazetteer": 1,
    "mentions": 2,
    "toponyms": 3,
    "evaluate": 4,
    "tables": 4,
    "pipeline": 5,
    "map": 5,
    "cli": 6,
}
"""A room may import itself and rooms of a lower level."""
HEAVY = (
    "pandas",
    "geopandas",
    "folium",
    "trafilatura",
    "numpy",
    "shapely",
    "pyogrio",
    "rich",
    "geopy",
    "jinja2",
)
MODULES = sorted((ROOT / "geo").rglob("*.py"))


def room_of(module: Path) -> str:
    return module.relative_to(ROOT / "geo").parts[0].removesuffix(".py")


def imported(module: Path, *, at_import_time: bool) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names: set[str] = set()

    def visit(node: ast.AST) -> None:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test) and at_import_time:
            return
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and at_import_time:
            return
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(tree)
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_nothing_imports_against_the_flow(module: Path) -> None:
    """articles, gazetteer ← mentions ← toponyms ← tables ← map ← cli; tools and training are never imported."""
    room = room_of(module)
    if room in {"__init__", "__main__"}:
        return
    for name in imported(module, at_import_time=False):
        package, _, rest = name.partition(".")
        assert package not in {"tools", "training", "tests"}, f"{module} imports {name}"
        if package == "geo" and rest:
            target = rest.split(".")[0]
            assert target == room or LEVELS[target] < LEVELS[room], (
                f"{module} imports {name}, against the flow"
            )


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_heavy_libraries_load_only_where_they_are_used(module: Path) -> None:
    """No module imports pandas, folium and their like when it is itself imported, but those that extend one."""
    if module.name in {"news_map.py", "geocoder.py"}:
        return
    at_import = {name.split(".")[0] for name in imported(module, at_import_time=True)}
    assert not at_import & set(HEAVY), module


@pytest.mark.parametrize(
    "module",
    [*MODULES, *sorted((ROOT / "geo").rglob("static/js/*.js"))],
    ids=lambda m: str(m.relative_to(ROOT)),
)
def test_modules_fit_on_a_few_screens(module: Path) -> None:
    """Every module is under 300 lines."""
    assert len(module.read_text(encoding="utf-8").splitlines()) < 300


def test_every_room_of_the_program_has_a_level() -> None:
    """A new folder under geo/ must say where it stands in the flow."""
    assert {room_of(m) for m in MODULES} - {"__init__", "__main__"} <= set(LEVELS)


@pytest.mark.clocked
def test_help_is_instant() -> None:
    """``geo --help`` answers in under 0.25 s, the best of five runs."""

    def seconds() -> float:
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "geo", "--help"], check=True, capture_output=True)
        return time.perf_counter() - begun

    assert min(seconds() for _ in range(5)) < 0.25
