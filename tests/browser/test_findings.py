"""The switch "toon bevindingen" in a real browser, and what axe finds on the pages of findings."""

from typing import TYPE_CHECKING

import pytest

from tests.surfaces.web_cases import LEAD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

CASE = f"/kamervraag/{LEAD}/"
ADDRESSES = (f"{CASE}?bevindingen=toon", "/toezeggingen", "/hiaten", "/cijfers-uit-antwoorden", "/bevindingen", "/aangehaald", "/medium", "/naam", "/en/bevindingen")


def opened(browser: "Browser", address: str, **settings: object) -> "Page":
    """An address in a fresh window."""
    page = browser.new_context(**settings).new_page()  # type: ignore[arg-type]
    page.goto(address)
    return page


def test_the_switch_shows_and_hides(browser: "Browser", base: str) -> None:
    """One press shows every finding, one more hides them; the page stays where it is."""
    page = opened(browser, base + CASE)
    button = page.locator(".switch button")
    assert page.locator("aside.findings").first.is_hidden()
    assert button.get_attribute("aria-pressed") == "false"
    button.press("Enter")
    assert page.locator("aside.findings").first.is_visible()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.url == base + CASE
    button.click()
    assert page.locator("aside.findings:visible").count() == 0


def test_without_javascript_the_switch_is_a_link(browser: "Browser", base: str) -> None:
    """It leads to the same page with the findings in sight, and back."""
    page = opened(browser, base + CASE, java_script_enabled=False)
    page.click(".switch a")
    assert page.locator("aside.findings").first.is_visible()
    page.click(".switch a")
    assert page.locator("aside.findings").first.is_hidden()


def test_the_running_text_has_no_colour(browser: "Browser", base: str) -> None:
    """Shown or not, the words of the answer look the same; the mark stands beside them."""
    page = opened(browser, base + CASE)
    colours = "[...document.querySelectorAll('.words p')].map(e => getComputedStyle(e).color + getComputedStyle(e).backgroundColor)"
    before = page.evaluate(colours)
    page.click(".switch button")
    assert page.evaluate(colours) == before
    assert len(set(before)) == 1
    mark = page.evaluate("getComputedStyle(document.querySelector('.words .found'), '::before').width")
    assert float(mark.removesuffix("px")) <= 2


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_fit_a_small_phone(browser: "Browser", base: str, address: str) -> None:
    """320 pixels wide, nothing to scroll sideways."""
    page = opened(browser, base + address, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing(browser: "Browser", base: str, address: str) -> None:
    """No violation of WCAG 2.2 A and AA."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: ./dev setup --all")
    results = axe.Axe().run(opened(browser, base + address), options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert results.violations_count == 0, results.generate_report()
