"""Print how heavy and how quick the page is with many articles and places, of invented text with a seed.

    python -m tools.bench_page [--runs N] [--keep FOLDER]

Two collections: 600 articles of 330 words with 12,000 mentions, as quotes and with full text, and 2,500 articles with
50,000 mentions of 8,000 places. For each: the file's bytes; the time from opening it to the first mark; frames a second
while the map is dragged and while it is zoomed by the wheel; the time of a search, from a key to the results on the
page. Medians of five runs in headless Chromium, without a GPU and, where the system has ``taskset``, on one core. A new
tab comes to rest before the page is opened in it, for Chromium has work of its own with one, which is not the page's.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from geo.map import Map
from tools.invented_news import invented_collection
from tools.screenshots import chromium, launched, wait_until_ready

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SEED = 1
REST_MS = 1500
SECONDS = 2.0
"""How long the map is dragged, and zoomed, in each run."""
_MARK = "(name) => performance.getEntriesByName(name)[0].startTime"
_FRAMES = """
window.countedFrames = [];
(function count(now) { window.countedFrames.push(now); requestAnimationFrame(count); })(performance.now());
"""
_RESULTS = """
(text) => new Promise((resolve) => {
  const box = document.querySelector("#search");
  const results = document.querySelector("#search-results");
  box.focus();
  box.value = text;
  const begun = performance.now();
  // Once the frame that shows the results has been drawn.
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
  }).observe(results, { childList: true, subtree: true, attributes: true });
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
})
"""


@dataclass(frozen=True)
class Case:
    """One page to measure."""

    name: str
    articles: int
    mentions: int
    places: int
    words: int
    text: Literal["quotes", "full"]


CASES = (
    Case("600 articles, quotes", 600, 12_000, 1_920, 330, "quotes"),
    Case("600 articles, full text", 600, 12_000, 1_920, 330, "full"),
    Case("50,000 mentions of 8,000 places", 2_500, 50_000, 8_000, 330, "quotes"),
)


@dataclass(frozen=True)
class Run:
    """What one opening of a page showed: milliseconds, and frames a second."""

    first_mark: float
    ready: float
    pan: float
    zoom: float
    search: float


def write_page(case: Case, folder: Path) -> Path:
    """The case's page."""
    path = folder / f"{case.name.replace(' ', '-').replace(',', '')}.html"
    collection = invented_collection(case.articles, case.mentions, case.places, case.words, SEED)
    Map(collection, title=case.name.capitalize(), text=case.text).save(path)
    return path


def measure(browser: Browser, path: Path) -> Run:
    """Open the page, drag and zoom its map, search it."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="no-preference")
    try:
        page.wait_for_timeout(REST_MS)
        page.goto(path.as_uri())
        wait_until_ready(page)
        marks = {name: page.evaluate(_MARK, f"dateline-{name}") for name in ("first-mark", "ready")}

        page.wait_for_timeout(500)
        search = page.evaluate(_RESULTS, "bra")
        page.keyboard.press("Escape")
        page.evaluate(_FRAMES)
        return Run(marks["first-mark"], marks["ready"], _pan(page), _zoom(page), search)
    finally:
        page.close()


def _pan(page: Page) -> float:
    """Frames a second while the map is dragged to and fro."""
    box = page.locator("#map").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    with _counting(page) as rate:
        ends = time.monotonic() + SECONDS
        step = 0
        while time.monotonic() < ends:
            step += 1
            swing = abs(step % 60 - 30) * 6
            page.mouse.move(x + swing, y + swing / 3)
    page.mouse.up()
    page.wait_for_timeout(500)
    return rate[0]


def _zoom(page: Page) -> float:
    """Frames a second while the wheel zooms in and out again."""
    with _counting(page) as rate:
        ends = time.monotonic() + SECONDS
        step = 0
        while time.monotonic() < ends:
            step += 1
            page.mouse.wheel(0, -60 if step // 12 % 2 == 0 else 60)
            page.wait_for_timeout(40)
    return rate[0]


@contextmanager
def _counting(page: Page) -> Iterator[list[float]]:
    """Counts the frames drawn in the block: their number a second is put into the list."""
    rate: list[float] = []
    begun = page.evaluate("performance.now()")
    yield rate
    rate.append(
        page.evaluate(
            "(begun) => { const now = performance.now();"
            " return countedFrames.filter((t) => t >= begun).length * 1000 / (now - begun); }",
            begun,
        )
    )


@contextmanager
def one_core_browser() -> Iterator[Browser]:
    """Headless Chromium without a GPU, on one core where ``taskset`` is there."""
    with tempfile.TemporaryDirectory() as folder:
        program = chromium()
        if taskset := shutil.which("taskset"):
            wrapper = Path(folder) / "chromium"
            wrapper.write_text(f'#!/bin/sh\nexec {taskset} -c 0 {program} "$@"\n', encoding="utf-8")
            wrapper.chmod(0o755)
            program = str(wrapper)
        with launched("--disable-gpu", program=program) as browser:
            yield browser


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="a folder to leave the pages in")
    parser.add_argument("--only", default="", help="measure the cases whose name holds this")
    args = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary, one_core_browser() as browser:
        folder = args.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        heads = ("MB", "first mark", "ready", "pan", "zoom", "search")
        print(f"{'':34s}" + "".join(f"{head:>12s}" for head in heads))
        for case in CASES:
            if args.only not in case.name:
                continue
            path = write_page(case, folder)
            runs = [measure(browser, path) for _ in range(args.runs)]
            first, ready, pan, zoom, search = (
                statistics.median(getattr(run, name) for run in runs)
                for name in ("first_mark", "ready", "pan", "zoom", "search")
            )
            print(
                f"{case.name:34s}{path.stat().st_size / 1e6:12.2f}{first:9.0f} ms{ready:9.0f} ms"
                f"{pan:8.0f} fps{zoom:8.0f} fps{search:9.1f} ms",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
