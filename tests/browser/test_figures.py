"""Lists and statistics in a real browser: axe finds nothing serious, they fit a phone, charts are drawn and lead on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open, windows
from tests.surfaces.serving import serving
from tests.unit.store.waiting_cases import TODAY, registry

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ADDRESSES = (
    "/te-laat?per=ambt", "/binnenkort", "/zonder-uitstelbericht", "/langst-open", "/lid/tom-toets/open", "/cijfers", "/cijfers/ministerie", "/cijfers/werklast",
    "/cijfers/uitstel", "/cijfers/samen", "/cijfers/zetels", "/cijfers/sets", "/en/cijfers/partij", "/en/te-laat", "/te-laat?dag=2099-01-01",
)
WIDTHS = (320, 1200)
SERIOUS = {"serious", "critical"}
WIDE = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 320 && !e.closest('.table, .drawn')).map(e => e.outerHTML.slice(0, 90))"


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with invented cases and people."""
    home = tmp_path_factory.mktemp("figures")
    registry(home).close()
    with serving(home, TODAY) as address:
        yield address


@pytest.fixture
def opened(browser: "Browser", figures: str) -> Iterator[Open]:
    """Opens addresses of that site."""
    with windows(browser, figures) as open_page:
        yield open_page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_serious(opened: Open, width: int, scheme: str) -> None:
    """On every page, wide and narrow, in the light and in the dark; all tables unfolded."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: ./dev test --all brings it")
    for address in ADDRESSES:
        page = opened(address, viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        found = axe.Axe().run(page).response["violations"]
        assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found if one["impact"] in SERIOUS] == [], address


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_fits_a_small_phone(opened: Open, address: str) -> None:
    """Nothing but tables and drawings scrolls sideways, and those within themselves."""
    page = opened(address, viewport={"width": 320, "height": 640})
    page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.evaluate(WIDE)


def test_charts_are_drawn_and_lead_to_their_sets(opened: Open) -> None:
    """A bar has an area, and a press on it opens the sets that it counts."""
    page = opened("/cijfers", viewport={"width": 1200, "height": 900})
    assert page.locator("svg.chart").count() == 3
    assert page.evaluate("[...document.querySelectorAll('svg.chart .part')].filter(e => e.getBoundingClientRect().height > 1).length") > 2
    page.locator("svg.chart a .part").first.click(force=True)
    assert "/cijfers/sets" in page.url
    assert page.locator("table.cases tbody tr").count() > 0


def test_charts_print_in_black_and_white(opened: Open) -> None:
    """Without any colour the parts of a bar and the lines still differ: by pattern, dash and mark."""
    page = opened("/cijfers")
    page.emulate_media(media="print", forced_colors="active")
    fills = page.evaluate("[...new Set([...document.querySelectorAll('svg.chart .part')].map(e => e.getAttribute('fill')))]")
    dashes = page.evaluate("[...new Set([...document.querySelectorAll('svg.chart path.line')].map(e => e.getAttribute('stroke-dasharray')))]")
    assert len(fills) >= 3
    assert len(dashes) == 3


def test_a_day_is_chosen_and_stays_in_the_address(opened: Open) -> None:
    """Form, Monday before, forms to take along."""
    page = opened("/te-laat")
    page.fill("[name=dag]", "2024-05-06")
    page.click(".filters button")
    assert "dag=2024-05-06" in page.url
    page.click("a[rel=prev]")
    assert "dag=2024-04-29" in page.url
    assert "dag=2024-04-29" in str(page.locator("a[href^='/te-laat.ics']").get_attribute("href"))
