"""The file of named sections that holds the world, read where it lies."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.errors import GazetteerError
from geo.gazetteer.sections import (
    NotSectionsError,
    Sections,
    Typecode,
    pack_json,
    pack_numbers,
    write_sections,
)
from geo.gazetteer.world import FORMAT, World

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sections=st.dictionaries(NAMES, st.binary(max_size=40), max_size=8))
def test_what_is_written_is_read_back(tmp_path: Path, sections: dict[str, bytes]) -> None:
    """Any sections under any names come back; the same ones, in whatever order, make the same bytes."""
    one, other = tmp_path / "one", tmp_path / "other"
    write_sections(one, sections)
    write_sections(other, dict(reversed(sections.items())))
    assert one.read_bytes() == other.read_bytes()
    file = Sections(one)
    assert {name: file.data(name) for name in sections} == sections


def test_numbers_are_read_where_they_lie(tmp_path: Path) -> None:
    """Arrays of 16 and 32 bits and of doubles, each after sections of odd lengths."""
    path = tmp_path / "file"
    columns: dict[str, tuple[Typecode, list[float]]] = {
        "a": ("H", [0, 65535]),
        "b": ("I", [7, 2**32 - 1]),
        "c": ("d", [-0.5, 1e300]),
    }
    packed = {name: pack_numbers(*column) for name, column in columns.items()}
    write_sections(path, {"0": b"odd", **packed, "aa": b"x", "bb": b"yyy"})
    file = Sections(path)
    for name, (typecode, numbers) in columns.items():
        assert list(file.numbers(name, typecode)) == numbers


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(kept=st.integers(0, 200), noise=st.binary(max_size=20))
def test_a_broken_file_is_refused(tmp_path: Path, kept: int, noise: bytes) -> None:
    """Cut short anywhere, with anything behind: never another answer, and never a traceback of another kind."""
    path = tmp_path / "file"
    write_sections(path, {"one": b"1" * 50, "two": b"2" * 60})
    whole = path.read_bytes()
    path.write_bytes(whole[:kept] + noise)
    if path.read_bytes() == whole:
        return
    try:
        file = Sections(path)
    except NotSectionsError:
        return
    assert len(file.data("one")) == 50 and len(file.data("two")) == 60


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "is missing; run `make gazetteer`"),
        (b"", "not a world gazetteer"),
        (b"SQLite format 3\0" + b"\0" * 100, "not a world gazetteer (another kind of file)"),
    ],
)
def test_no_world_file_says_what_to_do(tmp_path: Path, content: bytes | None, said: str) -> None:
    """A missing, empty or foreign world file is named with the command that makes it."""
    path = tmp_path / "world.dat"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GazetteerError) as error:
        World(path)
    assert said in str(error.value) and "world.dat" in str(error.value)


def test_a_world_file_of_another_version_is_refused(tmp_path: Path) -> None:
    """A file whose format is not the one that is read asks to be built anew."""
    path = tmp_path / "world.dat"
    write_sections(path, {"meta": pack_json({"format": FORMAT + "0"})})
    with pytest.raises(GazetteerError, match="another version"):
        World(path)
