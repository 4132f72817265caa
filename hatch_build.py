"""What the wheel carries beyond the code: the world gazetteer and our own tables.

An editable install reads them where they stand in the checkout, so nothing is copied for one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = ("places.csv", "corrections.csv", "disputes.csv", "SOURCES.md")
WORLD = "geo/gazetteer/data/world.dat"


class CarryGazetteer(BuildHookInterface):  # type: ignore[type-arg]  # generic over a private type
    """Add the files of ``gazetteer/`` to a wheel, and refuse a wheel without the world."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        if not (root / WORLD).exists():
            raise FileNotFoundError(f"{WORLD} is missing; run `make gazetteer`, then build the wheel again")
        for name in CARRIED:
            if (root / "gazetteer" / name).exists():
                build_data["force_include"][f"gazetteer/{name}"] = f"geo/gazetteer/data/{name}"
