"""Rows left ready to be opened: our own by ``make gazetteer`` (reading and checking thousands of rows takes a fifth of
a second), large files of users' in their cache (``kept_rows``).

A file is used only while it belongs to the very rows and world file at hand; after an edit the rows themselves are
read again, until the next build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from geo.gazetteer.own import OwnRows
from geo.gazetteer.ready import place_of, place_values, ready
from geo.gazetteer.sections import NotSectionsError, Sections, pack_json, pack_numbers, write_sections

FORMAT = "dateline-rows-6"


def save_compiled(own: OwnRows, belongs_to: str, target: Path) -> None:
    """Write the state of ``own`` beside ``target`` and rename it; ``belongs_to`` says what it was read from."""
    tables: dict[str, Iterable[tuple[str, object]]] = {
        "places": ((id, place_values(own.places[id])) for id in own.places),
        "names": ((id, own.row_names[id]) for id in own.row_names),
        "entries": ((key, own.entries[key]) for key in own.entries),
        "coarse": ((key, own.coarse[key]) for key in own.coarse),
    }
    texts = {
        "belongs_to": f"{FORMAT} {belongs_to}",
        "amending": "\n".join(sorted(own.amending)),
        "without_country": "\n".join(sorted(own.without_country)),
        "required": "\n".join(sorted(own.required)),
        "mask_keys": "\n".join(own.masks),
    }
    for name, table in tables.items():
        texts[f"{name}_keys"], texts[name] = ready(table)
    sections = {name: text.encode() for name, text in texts.items()}
    sections["moved"] = pack_json(own.moved)
    sections["masks"] = pack_numbers("H", own.masks.values())
    sections["touched"] = pack_numbers("I", sorted(own.touched))
    write_sections(target, sections)


def load_compiled(own: OwnRows, belongs_to: str, source: Path, *, users: bool = True) -> bool:
    """Fill the empty ``own`` from ``source`` if it belongs to what it should; says whether it did.

    With ``users`` as with ``OwnRows.add`` the names of users' own rows are required.
    """
    try:
        file = Sections(source)
    except (OSError, NotSectionsError):
        return False
    if file.text("belongs_to") != f"{FORMAT} {belongs_to}":
        return False
    own.places.put_ready(*_table(file, "places"), place_of)
    own.row_names.put_ready(*_table(file, "names"))
    own.entries.put_ready(*_table(file, "entries"))
    own.coarse.put_ready(*_table(file, "coarse"))
    own.amending.update(_lines(file.text("amending")))
    own.without_country.update(_lines(file.text("without_country")))
    own.touched.update(file.numbers("touched", "I"))
    own.moved.update(file.json("moved"))
    own.masks.update(zip(_lines(file.text("mask_keys")), file.numbers("masks", "H"), strict=True))
    if users:
        own.required.update(_lines(file.text("required")))
    return True


def _table(file: Sections, name: str) -> tuple[str, str]:
    return file.text(f"{name}_keys"), file.text(name)


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def fingerprint(rows: Path, world_digest: str) -> str:
    """What says that rows were read from this very file, on this very world."""
    return hashlib.sha256(f"{world_digest} ".encode() + rows.read_bytes()).hexdigest()
