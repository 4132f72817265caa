"""The wheel is all that a user needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_gazetteer_and_the_page(wheel: Path) -> None:
    """World, our own rows, models, basemap and scripts are inside; tests, tools and seeds are not."""
    names = zipfile.ZipFile(wheel).namelist()
    for needed in ("world.dat", "places.csv", "corrections.csv", "disputes.csv", "leaflet.js"):
        assert any(name.startswith("geo/") and name.endswith(needed) for name in names), needed
    assert all(name.startswith(("geo/", "geo_dateline-")) for name in names)
    assert "py3-none-any" in wheel.name


def test_the_wheel_alone_maps_an_article_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    """Nothing of the checkout is needed."""
    library = tmp_path / "library"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(library),
        str(wheel),
    ]
    subprocess.run(install, check=True)
    (tmp_path / "story.txt").write_text("Shells fell on Pokrovsk, in Ukraine, on Monday.", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(library)}
    program = "import geo, sys; assert geo.__file__.startswith(sys.argv[1]), geo.__file__"
    subprocess.run([sys.executable, "-c", program, str(library)], check=True, env=environment, cwd=tmp_path)
    command = [sys.executable, "-m", "geo", "map", "story.txt", "-o", "map.html"]
    subprocess.run(command, check=True, env=environment, cwd=tmp_path)
    assert "gn:704422" in (tmp_path / "map.html").read_text(encoding="utf-8")
    assert layered(environment, tmp_path) == [
        ["dateline/corrections.csv"],
        ["dateline/corrections.csv", "gazetteer/corrections.csv"],
        ["dateline/corrections.csv", "gazetteer/corrections.csv", "mine.csv"],
    ]


def layered(environment: dict[str, str], folder: Path) -> list[list[str]]:
    """Which row decides Pokrovsk in the installed program: its own, then the folder's, then the given file's.

    The rows stand in the library's own file, in ``./gazetteer/corrections.csv`` and in ``mine.csv``, laid in turn;
    each list holds the layers so far, ending in the one that decided.
    """
    carried = folder / "library" / "geo" / "gazetteer" / "data" / "corrections.csv"
    (folder / "gazetteer").mkdir()
    files = {
        "dateline/corrections.csv": carried,
        "gazetteer/corrections.csv": folder / "gazetteer" / "corrections.csv",
        "mine.csv": folder / "mine.csv",
    }
    laid: list[list[str]] = []
    for number, (label, path) in enumerate(files.items()):
        path.write_text(
            f"action,mention,latitude,longitude\nplace,Pokrovsk,4{number}.5,37\n", encoding="utf-8"
        )
        command = [sys.executable, "-m", "geo", "parse", "story.txt"]
        if label == "mine.csv":
            command += ["--corrections", label]
        done = subprocess.run(
            command, check=True, env=environment, cwd=folder, capture_output=True, encoding="utf-8"
        )
        (decided,) = {t["decided_by"] for t in json.loads(done.stdout)["toponyms"] if t["decided_by"]}
        laid.append([*list(files)[:number], decided.removesuffix(":2")])
    return laid
