"""Make ``.venv`` with the pinned packages of one or more dependency groups, and ``geo`` itself editable.

    python3 tools/make_venv.py GROUP…

Needs the standard library only. The versions are those of ``constraints.txt``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

VENV = Path(".venv")
OLDEST = (3, 11)
NEEDS_PIP = (25, 1)
"""The first pip with ``--group`` (PEP 735)."""


def main(groups: list[str]) -> int:
    if sys.version_info < OLDEST:
        print(
            f"make: Dateline needs Python {OLDEST[0]}.{OLDEST[1]} or newer and this is {sys.version.split()[0]}; "
            "say `make PYTHON=python3.12`, or whichever you have",
            file=sys.stderr,
        )
        return 2
    python = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not _is_usable(python):
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
        if made.returncode:
            print(
                "make: `python3 -m venv` failed; on Debian and Ubuntu: apt install python3-venv",
                file=sys.stderr,
            )
            return 2
    pip = [
        str(python),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "--constraint",
        "constraints.txt",
    ]
    steps = [
        [*pip, f"pip>={NEEDS_PIP[0]}.{NEEDS_PIP[1]}"],
        [*pip, "hatchling", "editables", "setuptools"],
        [*pip, "--no-build-isolation", "--editable", ".", *(f"--group={group}" for group in groups)],
    ]
    for step in steps:
        if subprocess.run(step, check=False).returncode:
            print(
                "make: installing packages failed; is there a network, or a proxy to name?", file=sys.stderr
            )
            return 2
    return 0


def _is_usable(python: Path) -> bool:
    if not python.exists():
        return False
    version = subprocess.run(
        [str(python), "-c", "import sys; print(*sys.version_info[:2])"],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    return version.returncode == 0 and version.stdout.split() == [str(n) for n in sys.version_info[:2]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
