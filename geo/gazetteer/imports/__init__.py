"""Gazetteers that people download themselves, turned into rows of ours: one module a format.

Each module has ``read(path) -> Iterator[Read]``: rows by our column names, or what is wrong with a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer.sheet import Fault, shown

Values = dict[str, str]
Read = tuple[int, Values] | Fault
"""A line's number (counted from 1; a feature's, in JSON) with its cells by our columns, or a fault."""

FORMATS = {
    "geonames": "a GeoNames dump (UA.txt, allCountries.txt)",
    "lpf": "World Historical Gazetteer, Linked Places (JSON)",
    "lp-tsv": "World Historical Gazetteer, Linked Places (TSV)",
    "pleiades": "Pleiades' places (CSV)",
    "geojson": "GeoJSON",
}
_SNIFFED = 65536
_GEONAMES_TABS = 18


def reader_of(format: str) -> Callable[[Path], Iterator[Read]]:
    """The reader of a format, one of ``FORMATS``."""
    read: Callable[[Path], Iterator[Read]] = import_module(
        f"geo.gazetteer.imports.{format.replace('-', '_')}"
    ).read
    return read


def format_of(path: Path) -> str:
    """A file's format by what it begins with. Raises ``GazetteerError`` where it is none of ``FORMATS``."""
    try:
        with path.open("rb") as file:
            head = file.read(_SNIFFED)
    except OSError as error:
        raise GazetteerError(f"{shown(path)}:1: cannot be read ({error.strerror}); check the path") from error
    if head.startswith(b"PK\x03\x04"):
        raise GazetteerError(f"{shown(path)}:1: a ZIP archive; unpack it and import the file inside")
    text = head.decode("utf-8", errors="replace").lstrip("\ufeff \r\n\t")
    if text.startswith("{"):
        # Linked Places files say so in their context, or by their features' titles and names.
        return "lpf" if '"@context"' in text or '"toponym"' in text else "geojson"
    first = text.partition("\n")[0].rstrip("\r")
    if "reprLat" in first and "reprLong" in first:
        return "pleiades"
    columns = {column.strip().lower() for column in first.split("\t")}
    if {"id", "title"} <= columns:
        return "lp-tsv"
    if first.count("\t") == _GEONAMES_TABS:
        return "geonames"
    kinds = "; ".join(f"{name}: {about}" for name, about in FORMATS.items())
    raise GazetteerError(f"{shown(path)}:1: no format that can be imported; say --format ({kinds})")
