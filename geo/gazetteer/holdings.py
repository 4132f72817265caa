"""What the gazetteer holds: layers, counts, sources with versions and licences, hashes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.gazetteer.additions import read_additions
from geo.gazetteer.sheet import shown
from geo.gazetteer.store import PLACES, layers, our_table
from geo.gazetteer.world import World

if TYPE_CHECKING:
    from geo.gazetteer.store import Gazetteer

HERE = Path("gazetteer")
KINDS = {"P": "towns and villages", "A": "countries, regions, districts", "S": "airports"}


def holdings(gazetteer: Gazetteer, extra: Sequence[Path] = ()) -> dict[str, Any]:
    """The layers of ``gazetteer`` (opened with ``extra`` files), counted; all plain data.

    Raises ``GazetteerError`` for a faulty row.
    """
    world = World()
    return {
        "world": {
            "places": sum(world.counts.values()),
            "keys": len(world.index.trie),
            "kinds": {KINDS.get(letter, letter): count for letter, count in world.counts.items()},
            "sha256": world.digest,
        },
        "layers": [
            {"file": _called(path), "rows": len(read_additions(path, world.country_codes))}
            for path, _ in layers(extra, bundled=True, here=True)
        ],
        "sources": [dict(zip(("what", "from", "version", "licence"), s, strict=True)) for s in world.sources],
        "sha256": gazetteer.digest,
    }


def _called(path: Path) -> str:
    """A layer by its file; the one that comes with Dateline without the folder it is installed in."""
    ours = our_table(PLACES)
    local = HERE / PLACES
    return "Dateline's own places.csv" if path.samefile(ours) and path != local else shown(path)
