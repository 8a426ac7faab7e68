"""Searching in a real browser, with the keyboard alone: narrow, open a pair, take its citation, and come back."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open
from tests.surfaces.web_cases import LEAD

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MOST_STEPS = 150


def tab_to(page: "Page", selector: str) -> None:
    """The tab key, until what is wanted is in focus."""
    for _ in range(MOST_STEPS):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the tab key does not reach {selector}")


def follow(page: "Page", selector: str, then: str) -> None:
    """The link in focus, opened with the enter key; then what is to be there afterwards."""
    tab_to(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_selector(then)


def results(page: "Page") -> list[str]:
    """The pairs on the page."""
    return page.locator(".hit h4 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_from_a_search_to_a_citation_and_back_without_a_mouse(opened: Open, script: bool) -> None:  # noqa: FBT001
    """Search, narrow by party and by year, open a pair, take its citation, return to the same results."""
    page = opened("/zoek", java_script_enabled=script, permissions=["clipboard-read", "clipboard-write"])
    tab_to(page, "#q")
    page.keyboard.type("scheuren")
    page.keyboard.press("Enter")
    page.wait_for_selector(".described:has-text('scheuren')")
    everything = page.locator(".total").inner_text()
    follow(page, ".facets a[href*='partij%3AVeenpartij']", ".facets a.chosen:has-text('Veenpartij')")
    follow(page, ".facets a[href*='jaar%3A2025']", ".facets a.chosen:has-text('2025')")
    narrowed = results(page)
    assert f"/kamervraag/{LEAD}/2" in narrowed
    address = page.url
    follow(page, f".hit h4 a[href$='/kamervraag/{LEAD}/2']", "#citaat")
    if script:
        follow(page, ".copy-button", ".copy-button:has-text('Gekopieerd')")
        assert page.evaluate("navigator.clipboard.readText()").endswith(f"/kamervraag/{LEAD}/2")
    else:
        tab_to(page, "#citaat")
        page.keyboard.press("Control+A")
        assert page.evaluate("document.activeElement.value.slice(document.activeElement.selectionStart)").endswith(f"/kamervraag/{LEAD}/2")
    page.go_back()
    page.wait_for_selector(".facets a.chosen")
    assert (address, narrowed) == (page.url, results(page))
    follow(page, ".facets a.chosen[href$='partij%3AVeenpartij']", ".facets:not(:has(a.chosen[href$='partij%3AVeenpartij']))")
    follow(page, ".facets a.chosen", ".facets:not(:has(a.chosen))")
    assert everything == page.locator(".total").inner_text()


def test_results_follow_what_is_typed(opened: Open) -> None:
    """Without a press on the button; the address follows too, and names are offered."""
    page = opened("/zoek")
    page.fill("#q", "meetnet")
    page.wait_for_selector(".described:has-text('meetnet')")
    assert page.url.endswith("?q=meetnet")
    page.fill("#q", "van:wier")
    page.wait_for_selector("#aanvullingen option[value='van:Wiersema']", state="attached")


def test_the_browser_goes_back_through_searches(opened: Open) -> None:
    """Each narrowing is a step."""
    page = opened("/zoek?q=scheuren")
    first = page.url
    page.click(".facets a[href*='jaar%3A2025']")
    page.wait_for_selector(".facets a.chosen")
    page.go_back()
    page.wait_for_selector(".facets:not(:has(a.chosen))")
    assert first == page.url


def test_it_is_accessible(opened: Open) -> None:
    """No finding of axe, with results and without."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    for address in ("/zoek?q=scheuren", "/zoek?q=qqqq", "/en/zoek?q=Wiersema+NIET"):
        found = axe.Axe().run(opened(address))
        assert [] == [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found.response["violations"]], address
