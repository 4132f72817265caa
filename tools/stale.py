"""Run a command only where what it reads or wrote has changed, by content and not by time stamp.

    python3 tools/stale.py NAME --inputs PATH… --outputs PATH… -- COMMAND…

The hashes of the last run stand in ``.cache/NAME.json``. Needs the standard library only, for it runs before
anything is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

CACHE = Path(".cache")
SKIPPED = {"__pycache__", ".DS_Store"}
Hashes = dict[str, str | None]


def hashes(paths: Iterable[Path]) -> Hashes:
    """The sha256 of each file, or of each file below a folder; None for what does not exist."""
    return {path.as_posix(): _sha256(path) for path in sorted(_files(paths))}


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            for folder, folders, names in os.walk(path):
                folders[:] = [name for name in folders if name not in SKIPPED]
                yield from (Path(folder) / name for name in names if name not in SKIPPED)
        else:
            yield path


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def read_record(name: str) -> dict[str, object]:
    """What was recorded under a name; nothing where there is no (readable) record."""
    try:
        record = json.loads((CACHE / f"{name}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def write_record(name: str, record: dict[str, object]) -> None:
    """Record something under a name: written beside, then renamed."""
    CACHE.mkdir(exist_ok=True)
    beside = CACHE / f"{name}.json.{os.getpid()}"
    beside.write_text(json.dumps(record, indent=0, sort_keys=True), encoding="utf-8")
    beside.replace(CACHE / f"{name}.json")


def is_fresh(record: dict[str, object], inputs: Hashes, outputs: Hashes, command: list[str]) -> bool:
    """Whether the last run had these inputs and this command, and its outputs are as it left them."""
    return (
        record == {"command": command, "inputs": inputs, "outputs": outputs} and None not in outputs.values()
    )


def main(arguments: list[str]) -> int:
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name")
    parser.add_argument("--inputs", nargs="*", type=Path, default=[])
    parser.add_argument("--outputs", nargs="*", type=Path, default=[])
    args = parser.parse_args(arguments[:split])
    command = arguments[split + 1 :]
    inputs = hashes(args.inputs)
    if is_fresh(read_record(args.name), inputs, hashes(args.outputs), command):
        return 0
    code = subprocess.run(command, check=False).returncode
    if code == 0:
        write_record(args.name, {"command": command, "inputs": inputs, "outputs": hashes(args.outputs)})
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
