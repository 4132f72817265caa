"""Take the README's picture from ``maps/index.html``, the network cut.

    python -m tools.screenshots [--map FILE] [--output PNG]

The picture must have 400 KB at most, for it is committed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1280, 800)
LIMIT = 400_000
PLACE = "#place=gn:704422"  # Pokrovsk, the seeds' trap


def chromium() -> str:
    """A Chromium or Chrome to drive; raises ``FileNotFoundError`` where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise FileNotFoundError("no Chromium or Chrome: install one, or name it in CHROMIUM")
    return found


def take(page_file: Path, fragment: str, scheme: str = "light") -> bytes:
    """A PNG of a map as it stands after opening at a fragment of its address."""
    from playwright.sync_api import sync_playwright

    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox"] if root else []
        )
        page = browser.new_page(
            viewport={"width": SIZE[0], "height": SIZE[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            offline=True,
        )
        page.goto(page_file.resolve().as_uri() + fragment)
        # By polling: Playwright's waiting for a function needs what the page's policy forbids.
        while not page.evaluate("performance.getEntriesByName('dateline-ready').length"):
            page.wait_for_timeout(20)
        page.evaluate("document.activeElement.blur()")
        page.wait_for_timeout(300)
        picture = page.screenshot()
        browser.close()
    return picture


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--map", type=Path, default=ROOT / "maps" / "index.html")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "screenshot.png")
    args = parser.parse_args(arguments)
    if not args.map.is_file():
        print(f"{args.map}: no such map; run `make maps`", file=sys.stderr)
        return 2
    picture = take(args.map, PLACE)
    if len(picture) > LIMIT:
        print(f"the picture has {len(picture):,} bytes, more than {LIMIT:,}", file=sys.stderr)
        return 1
    args.output.write_bytes(picture)
    print(f"{args.output}: {len(picture):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
