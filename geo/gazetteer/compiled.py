"""Our own rows as ``make gazetteer`` left them ready: reading and checking thousands of rows takes a fifth of a second.

The file is used only while it belongs to the very rows and world file at hand; after an edit the rows themselves are
read again, until the next build.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from geo.gazetteer.own import OwnRows

FORMAT = "dateline-rows-1"


def save_compiled(own: OwnRows, rows: Path, world_digest: str, target: Path) -> None:
    """Write the state of ``own``, read from the file ``rows`` alone, beside ``target`` and rename it."""
    state = {
        "belongs_to": _fingerprint(rows, world_digest),
        "places": own.places.raw(),
        "amending": sorted(own.amending),
        "names": own.row_names,
        "entries": own.entries,
        "coarse": own.coarse,
        "masks": own.masks,
        "required": sorted(own.required),
    }
    beside = target.with_name(target.name + ".part")
    text = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(target)


def load_compiled(
    own: OwnRows, rows: Path, world_digest: str, source: Path, *, users: bool, label: str
) -> bool:
    """Fill the empty ``own`` from ``source`` if it belongs to ``rows``; says whether it did.

    ``label`` names the file of rows in each place's ``source``; ``users`` as in ``OwnRows.add``.
    """
    try:
        state = json.loads(source.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if state.get("belongs_to") != _fingerprint(rows, world_digest):
        return False
    own.places.put_raw(state["places"], label)
    own.amending.update(state["amending"])
    own.row_names.update(state["names"])
    own.entries.update(state["entries"])
    own.coarse.update(state["coarse"])
    own.masks.update(state["masks"])
    if users:
        own.required.update(state["required"])
    return True


def _fingerprint(rows: Path, world_digest: str) -> str:
    return hashlib.sha256(f"{FORMAT} {world_digest} ".encode() + rows.read_bytes()).hexdigest()
