"""Take the pictures of the README and of ``docs/`` from ``maps/index.html``, the network cut.

    python -m tools.screenshots [--map FILE] [--docs FOLDER] [--only NAME]

A picture must have 400 KB at most, for it is committed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
DESKTOP, PHONE = (1200, 750), (360, 640)
LIMIT = 400_000
PLACE = "place=gn:704422"  # Pokrovsk, the seeds' trap


@dataclass(frozen=True)
class Shot:
    """One picture: where it goes in ``docs/``, at what address of the map, and how the screen is.

    ``typed`` is what the reader types into the search, ``pressed`` the button pressed before the picture is taken.
    """

    file: str
    fragment: str = ""
    size: tuple[int, int] = DESKTOP
    scheme: Literal["light", "dark"] = "light"
    typed: str = ""
    pressed: str = ""


SHOTS = (
    Shot("screenshot.png", PLACE),
    Shot("pictures/dark.png", PLACE, scheme="dark"),
    Shot("pictures/why.png", f"{PLACE}&why=1"),
    Shot("pictures/search.png", typed="po"),
    Shot("pictures/phone-place.png", PLACE, size=PHONE),
)


def chromium() -> str:
    """A Chromium or Chrome to drive; raises ``FileNotFoundError`` where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise FileNotFoundError("no Chromium or Chrome: install one, or name it in CHROMIUM")
    return found


@contextmanager
def launched(*arguments: str, program: str = "") -> Iterator[Browser]:
    """A headless Chromium, closed after the block."""
    from playwright.sync_api import sync_playwright

    # Containers run as root, where Chromium's sandbox cannot start.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program or chromium(), args=[*arguments, *(["--no-sandbox"] if root else [])]
        )
        try:
            yield browser
        finally:
            browser.close()


def wait_until_ready(page: Page) -> None:
    """Wait for the page's own mark; by polling, for the page's policy forbids Playwright's waiting for a function."""
    while not page.evaluate("performance.getEntriesByName('dateline-ready').length"):
        page.wait_for_timeout(20)


def take(browser: Browser, page_file: Path, shot: Shot) -> bytes:
    """A PNG of a map as it stands after what the shot says."""
    page = browser.new_page(
        viewport={"width": shot.size[0], "height": shot.size[1]},
        color_scheme=shot.scheme,
        reduced_motion="reduce",
        offline=True,
    )
    page.goto(page_file.resolve().as_uri() + (f"#{shot.fragment}" if shot.fragment else ""))
    wait_until_ready(page)
    page.evaluate("document.activeElement.blur()")
    if shot.typed:
        page.get_by_role("searchbox", name="Search").press_sequentially(shot.typed)
    if shot.pressed:
        page.get_by_role("button", name=shot.pressed, exact=True).click()
    page.wait_for_timeout(400)
    picture = page.screenshot()
    page.close()
    return picture


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--map", type=Path, default=ROOT / "maps" / "index.html")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs")
    parser.add_argument("--only", default="", help="take the pictures whose file's name holds this")
    args = parser.parse_args(arguments)
    if not args.map.is_file():
        print(f"{args.map}: no such map; run `make maps`", file=sys.stderr)
        return 2
    with launched() as browser:
        for shot in SHOTS:
            if args.only not in shot.file:
                continue
            picture = take(browser, args.map, shot)
            target = args.docs / shot.file
            if len(picture) > LIMIT:
                print(f"{target}: would have {len(picture):,} bytes, more than {LIMIT:,}", file=sys.stderr)
                return 1
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(picture)
            print(f"{target}: {len(picture):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
