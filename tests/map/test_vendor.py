"""The vendored Leaflet and axe-core are the ones we recorded."""

from __future__ import annotations

import json

from geo.map.page import STATIC
from tools.vendor_assets import TEST_DATA, VENDOR, differences


def test_the_vendored_files_are_as_recorded() -> None:
    """Licence, script and style sheet have the hashes of VERSION.json; version and tarball are named."""
    record = json.loads((VENDOR / "leaflet" / "VERSION.json").read_text(encoding="utf-8"))
    assert record["version"] == "1.9.4"
    assert len(record["tarball_sha256"]) == 64
    assert set(record["files"]) == {"LICENSE", "leaflet.css", "leaflet.js"}
    assert differences(VENDOR / "leaflet") == []
    assert STATIC / "vendor" == VENDOR


def test_leaflet_s_images_are_in_its_style_sheet() -> None:
    """The style sheet asks for no file: its images are data URIs."""
    css = (VENDOR / "leaflet" / "leaflet.css").read_text(encoding="utf-8")
    assert css.count("url(data:image/png;base64,") == css.count("url(") == 3


def test_axe_is_test_data_with_its_licence() -> None:
    """axe-core is as recorded, under the MPL-2.0, among the tests and not in what the wheel carries."""
    folder = TEST_DATA / "axe-core"
    record = json.loads((folder / "VERSION.json").read_text(encoding="utf-8"))
    assert set(record["files"]) == {"LICENSE", "LICENSE-3RD-PARTY.txt", "axe.min.js"}
    assert differences(folder) == []
    assert "Mozilla Public License, version 2.0" in (folder / "LICENSE").read_text(encoding="utf-8")
    assert not any("axe" in path.name for path in STATIC.rglob("*"))
