"""Large files of rows, kept ready in the user's cache folder: 200,000 rows take a quarter of a minute to read and
check, and their ready form a second.

Nothing rests on what is kept: it belongs to the very files, world and code at hand or is not used, and where it can't
be written the rows are read again the next time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from geo.gazetteer.compiled import load_compiled, save_compiled
from geo.gazetteer.own import OwnRows
from geo.gazetteer.sheet import shown

FOLDER = "DATELINE_CACHE"
"""The environment variable that names the folder, empty to keep nothing. Default: the system's place for caches."""
LARGE = 2_000_000
"""Bytes of a file that is worth keeping ready: some 30,000 rows."""
KEPT = 3
"""So many are kept, those that were used last."""
_ENDING = ".rows"


class KeptRows:
    """The states of ``OwnRows`` after each of some files (and whether it is a user's) was laid on those before it."""

    def __init__(self, files: Sequence[tuple[Path, bool]], world_digest: str, *, alone: bool) -> None:
        self._folder = _folder() if any(map(_is_large, files)) else None
        self._files = files
        self._keys: list[str] = []
        if self._folder is None:
            return
        running = hashlib.sha256(f"{_code()} {world_digest} {alone}".encode())
        for path, users in files:
            content = path.read_bytes()
            running.update(f"\n{shown(path)} {users} {len(content)}\n".encode() + content)
            self._keys.append(running.hexdigest())

    def load(self, own: OwnRows) -> int:
        """Fill the empty ``own`` with as many of the files as are kept; how many these are."""
        for number in range(len(self._files) - 1, -1, -1):
            path = self._place_of(number)
            if path and load_compiled(own, self._keys[number], path):
                with suppress(OSError):  # Where it can't be touched, it only looks older than it is.
                    os.utime(path)
                return number + 1
        return 0

    def save(self, own: OwnRows, number: int) -> None:
        """Keep ``own`` as it stands after the file of that number, if it is a large one."""
        path = self._place_of(number)
        if path is None:
            return
        beside = path.with_suffix(f".{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            save_compiled(own, self._keys[number], beside)
            beside.replace(path)
            kept = sorted(path.parent.glob(f"*{_ENDING}"), key=lambda one: -one.stat().st_mtime_ns)
            for old in kept[KEPT:]:
                old.unlink()
        except OSError:
            return  # No room, or a disk that can't be written: read again the next time.

    def _place_of(self, number: int) -> Path | None:
        if self._folder is None or not _is_large(self._files[number]):
            return None
        return self._folder / f"{self._keys[number][:32]}{_ENDING}"


def _is_large(file: tuple[Path, bool]) -> bool:
    return file[0].stat().st_size >= LARGE


def _folder() -> Path | None:
    named = os.environ.get(FOLDER)
    if named is not None:
        return Path(named) if named else None
    import platformdirs

    return platformdirs.user_cache_path("dateline", appauthor=False)


def _code() -> str:
    """What tells the code that reads rows from earlier and later code."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return " ".join(f"{path.name} {(of := path.stat()).st_size} {of.st_mtime_ns}" for path in files)
