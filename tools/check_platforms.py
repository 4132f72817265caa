"""Check that ``pip install geo-dateline`` needs no compiler on Windows and macOS: every dependency has a wheel there.

python -m tools.check_platforms
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

PLATFORMS = ("win_amd64", "macosx_14_0_arm64", "macosx_15_0_x86_64", "manylinux_2_28_x86_64")
PYTHONS = ("3.11", "3.12", "3.13")


def main() -> int:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    failed = 0
    for platform in PLATFORMS:
        for python in PYTHONS:
            with tempfile.TemporaryDirectory() as folder:
                command = [sys.executable, "-m", "pip", "download", "--quiet", "--only-binary=:all:"]
                command += [
                    "--platform",
                    platform,
                    "--python-version",
                    python,
                    "--constraint",
                    "constraints.txt",
                ]
                done = subprocess.run([*command, "--dest", folder, *project["dependencies"]], check=False)
                wheels = len(list(Path(folder).iterdir()))
            failed += done.returncode != 0
            print(
                f"{platform} {python}: {f'{wheels} wheels' if done.returncode == 0 else 'FAILED'}", flush=True
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
