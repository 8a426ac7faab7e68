"""A browser and a site for it; one clear line where there is no browser."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.surfaces.serving import serving
from tests.surfaces.web_cases import TODAY, build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]
# Quiet and offline: the browser itself asks nothing of anybody.
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A headless Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with invented cases."""
    home: Path = tmp_path_factory.mktemp("browser")
    build(home)
    with serving(home, TODAY) as address:
        yield address


@contextmanager
def windows(browser: "Browser", base: str, *, missing: bool = False) -> Iterator[Open]:
    """What opens addresses of a site, each in a fresh window; at the end nothing may have complained or asked elsewhere.

    ``missing``: pages that are not there may be opened too.
    """
    contexts, complaints = [], []

    def open_page(address: str, **settings: Any) -> "Page":
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if not (missing and "404" in line.text) else None)
        page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(base) else None)
        page.goto(base + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def opened(browser: "Browser", base: str) -> Iterator[Open]:
    """Opens addresses of the invented cases."""
    with windows(browser, base) as open_page:
        yield open_page
