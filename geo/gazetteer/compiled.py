"""Our own rows as ``make gazetteer`` left them ready: reading and checking thousands of rows takes a fifth of a second.

The file is used only while it belongs to the very rows and world file at hand; after an edit the rows themselves are
read again, until the next build.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from geo.gazetteer.own import OwnRows
from geo.gazetteer.ready import place_of, place_values, ready
from geo.gazetteer.sections import NotSectionsError, Sections, pack_numbers, write_sections

FORMAT = "dateline-rows-2"


def save_compiled(own: OwnRows, rows: Path, world_digest: str, target: Path) -> None:
    """Write the state of ``own``, read from the file ``rows`` alone, beside ``target`` and rename it."""
    texts = {
        "belongs_to": _fingerprint(rows, world_digest),
        "places": ready((id, place_values(own.places[id])) for id in own.places),
        "amending": "\n".join(sorted(own.amending)),
        "names": ready((id, own.row_names[id]) for id in own.row_names),
        "entries": ready((key, own.entries[key]) for key in own.entries),
        "coarse": ready((key, own.coarse[key]) for key in own.coarse),
        "keys": "\n".join(own.masks),
        "required": "\n".join(sorted(own.required)),
    }
    sections = {name: text.encode() for name, text in texts.items()}
    write_sections(target, {**sections, "masks": pack_numbers("H", own.masks.values())})


def load_compiled(
    own: OwnRows, rows: Path, world_digest: str, source: Path, *, users: bool, label: str
) -> bool:
    """Fill the empty ``own`` from ``source`` if it belongs to ``rows``; says whether it did.

    ``label`` names the file of rows in each place's ``source``; ``users`` as in ``OwnRows.add``.
    """
    try:
        file = Sections(source)
    except (OSError, NotSectionsError):
        return False
    if file.text("belongs_to") != _fingerprint(rows, world_digest):
        return False
    own.places.put_ready(file.text("places"), lambda values: place_of(values, label))
    own.amending.update(_lines(file.text("amending")))
    own.row_names.put_ready(file.text("names"))
    own.entries.put_ready(file.text("entries"))
    own.coarse.put_ready(file.text("coarse"))
    own.masks.update(zip(_lines(file.text("keys")), file.numbers("masks", "H"), strict=True))
    if users:
        own.required.update(_lines(file.text("required")))
    return True


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _fingerprint(rows: Path, world_digest: str) -> str:
    return hashlib.sha256(f"{FORMAT} {world_digest} ".encode() + rows.read_bytes()).hexdigest()
