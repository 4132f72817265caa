"""Chromium over pages opened from ``file://`` with the network cut.

Every page that a test opens is held to the promise at the test's end: no request, no console message, no error, no
violation of the page's policy.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from geo.map import Map
from tools.invented_news import invented_collection

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 640}
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


def chromium_path(bundled: str) -> str | None:
    """A Chromium or Chrome: ``$CHROMIUM``, Playwright's own, or an installed one."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named) or named
    candidates = [bundled, *map(shutil.which, _NAMES)]
    candidates.append("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    return next((path for path in candidates if path and Path(path).exists()), None)


def wait_until_ready(page: Page) -> None:
    """Wait for the page's own mark; by polling, for Playwright's waiting for a function needs ``unsafe-eval``."""
    for _ in range(500):
        if page.evaluate("performance.getEntriesByName('dateline-ready').length"):
            return
        page.wait_for_timeout(20)
    pytest.fail("the page was not ready within ten seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; without any, the tests fail and say how to get one."""
    with sync_playwright() as playwright:
        path = chromium_path(playwright.chromium.executable_path)
        if path is None:
            pytest.fail(
                "no Chromium or Chrome: install one (Debian: apt install chromium) or name it in CHROMIUM; "
                "the browser tests don't skip, for they are the only proof that the page works"
            )
        # Containers run as root, where Chromium's sandbox cannot start.
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        try:
            launched = playwright.chromium.launch(executable_path=path, args=arguments)
        except Error as error:
            pytest.fail(f"{path} does not start: {error.message}")
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def invented() -> ModuleType:
    """``tests/map/invented.py``: builders of invented articles and records."""
    return _module(Path(__file__).parents[1] / "map" / "invented.py")


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of two months of an invented newsroom (``newsroom.py``), with whole articles."""
    path = tmp_path_factory.mktemp("news") / "news.html"
    Map(
        _module(Path(__file__).with_name("newsroom.py")).newsroom(),
        title="Two months along the line",
        text="full",
    ).save(path)
    return path


def _module(path: Path) -> ModuleType:
    name = f"tests_{path.parent.name}_{path.stem}"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec and spec.loader
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="session")
def story(invented: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented story's map, with whole articles."""
    path = tmp_path_factory.mktemp("maps") / "story.html"
    Map(invented.story(), title="Ferries and bridges", text="full").save(path)
    return path


@pytest.fixture(scope="session")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of six hundred invented places, more than are drawn as elements."""
    path = tmp_path_factory.mktemp("crowd") / "crowd.html"
    Map(invented_collection(40, 1000, 600, 60), title="Crowd").save(path)
    return path


@dataclass
class Watched:
    """A page and what it did that it must not."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


@pytest.fixture
def open_map(browser: Browser) -> Iterator[Callable[..., Page]]:
    """``open_map(path, phone=…, dark=…, scripts=…, fragment=…)`` opens a map with the network cut."""
    contexts: list[BrowserContext] = []
    opened: list[Watched] = []

    def open_one(
        path: Path,
        *,
        phone: bool = False,
        dark: bool = False,
        scripts: bool = True,
        still: bool = True,
        fragment: str = "",
        **more: Any,
    ) -> Page:
        context = browser.new_context(
            viewport=PHONE if phone else DESKTOP,
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            has_touch=phone,
            reduced_motion="reduce" if still else "no-preference",
            offline=True,
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        watched = Watched(page)
        opened.append(watched)
        address = path.as_uri()
        page.route(
            "**/*",
            lambda route: route.continue_() if route.request.url.startswith(address) else route.abort(),
        )
        page.on("request", lambda r: watched.requests.append(r.url))
        page.on("console", lambda m: watched.messages.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda e: watched.messages.append(f"error: {e}"))
        if scripts:
            page.add_init_script(_WATCH)
        page.goto(address + fragment)
        if scripts:
            wait_until_ready(page)
        return page

    yield open_one
    for watched in opened:
        own = watched.page.url.split("#")[0]
        beyond = [url for url in watched.requests if not url.startswith(("data:", own))]
        assert not beyond, f"the page asked for {beyond}"
        assert not watched.messages, f"the page's console says {watched.messages}"
        if watched.page.context.pages and watched.page.evaluate("'violations' in window"):
            assert watched.page.evaluate("window.violations") == []
    for context in contexts:
        context.close()
