"""Refresh the JavaScript libraries that the page and its tests carry, from npm, and check them.

    python -m tools.vendor_assets            # fetch, verify, write
    python -m tools.vendor_assets --check    # only compare what is committed with its recorded hashes

Leaflet's style sheet is kept with ``\\n`` line ends and its images as ``data:`` URIs, for the page may load nothing;
its script is kept byte for byte, less the pointer to its source map. axe-core (MPL-2.0), which looks for barriers to
accessibility, is test data as it comes: no page and no wheel carries it.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
VENDOR = _ROOT / "geo" / "map" / "static" / "vendor"
TEST_DATA = _ROOT / "tests" / "browser" / "data"
RECORD = "VERSION.json"
Files = dict[str, bytes]


@dataclass(frozen=True)
class Package:
    """A package of npm's, the tarball that we know, where it goes, and what we keep of its files."""

    name: str
    version: str
    tarball_sha256: str
    folder: Path
    kept: Callable[[Files], Files]


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def fetch(package: Package, folder: Path) -> bytes:
    """Let npm fetch the package's tarball; raises ``ValueError`` if it is not the one we know."""
    wanted = f"{package.name}@{package.version}"
    packed = subprocess.run(
        ["npm", "pack", wanted, "--silent"],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    tarball = (folder / packed.stdout.split()[-1]).read_bytes()
    if sha256(tarball) != package.tarball_sha256:
        raise ValueError(
            f"{wanted}: the tarball's SHA-256 is {sha256(tarball)}, not {package.tarball_sha256}"
        )
    return tarball


def unpack(tarball: bytes) -> Files:
    """The package's files by path, without the leading ``package/``."""
    with tempfile.TemporaryFile() as file:
        file.write(tarball)
        file.seek(0)
        with tarfile.open(fileobj=file, mode="r:gz") as archive:
            members = [m for m in archive.getmembers() if m.isfile()]
            return {
                m.name.removeprefix("package/"): stream.read()
                for m in members
                if (stream := archive.extractfile(m))
            }


def with_images_inline(css: str, files: Files) -> str:
    """The style sheet with each ``url(images/…)`` as a ``data:`` URI and IE's VML rule, a request, left out."""

    def inline(match: re.Match[str]) -> str:
        image = files[f"dist/{match[1]}"]
        return f"url(data:image/png;base64,{base64.b64encode(image).decode('ascii')})"

    css = re.sub(r"url\((images/[^)]+\.png)\)", inline, css.replace("\r\n", "\n"))
    return re.sub(r"[^\n]*url\(#default#VML\)[^\n]*\n", "", css)


def of_leaflet(files: Files) -> Files:
    """What the page carries of Leaflet, and its licence."""
    script = files["dist/leaflet.js"].decode("utf-8").split("\n//# sourceMappingURL=")[0] + "\n"
    return {
        "leaflet.js": script.encode("utf-8"),
        "leaflet.css": with_images_inline(files["dist/leaflet.css"].decode("utf-8"), files).encode("utf-8"),
        "LICENSE": files["LICENSE"].replace(b"\r\n", b"\n"),
    }


def of_axe(files: Files) -> Files:
    """What the tests run of axe-core, and its licences."""
    return {name: files[name] for name in ("axe.min.js", "LICENSE", "LICENSE-3RD-PARTY.txt")}


PACKAGES = (
    Package(
        "leaflet",
        "1.9.4",
        "84c65a256e50657896f54c33bd857b6849ebe94c817803be818bf32a3dde0b77",
        VENDOR / "leaflet",
        of_leaflet,
    ),
    Package(
        "axe-core",
        "4.14.1",
        "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745",
        TEST_DATA / "axe-core",
        of_axe,
    ),
)


def vendored(package: Package, files: Files) -> Files:
    """What we keep of a package, by file name, and the record of it."""
    kept = package.kept(files)
    record = {
        "name": package.name,
        "version": package.version,
        "tarball_sha256": package.tarball_sha256,
        "files": {name: sha256(data) for name, data in sorted(kept.items())},
    }
    return {**kept, RECORD: (json.dumps(record, indent=2) + "\n").encode("utf-8")}


def differences(folder: Path) -> list[str]:
    """What in a vendored folder is not as its record says: one line a file."""
    record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    lines = []
    for name, recorded in record["files"].items():
        path = folder / name
        found = sha256(path.read_bytes()) if path.is_file() else "no file"
        if found != recorded:
            lines.append(f"{path}: {found}, recorded as {recorded}; run python -m tools.vendor_assets")
    return lines


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="compare only, fetch nothing")
    args = parser.parse_args(arguments)
    wrong = []
    for package in PACKAGES:
        if not args.check:
            with tempfile.TemporaryDirectory() as scratch:
                files = unpack(fetch(package, Path(scratch)))
            package.folder.mkdir(parents=True, exist_ok=True)
            for name, data in vendored(package, files).items():
                (package.folder / name).write_bytes(data)
        found = differences(package.folder)
        print("\n".join(found) or f"{package.name} {package.version}: as recorded")
        wrong += found
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
