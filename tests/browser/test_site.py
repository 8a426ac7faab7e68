"""The site in a real browser: it opens, the keyboard reaches everything, it fits a phone, it needs no JavaScript."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open, windows
from tests.surfaces.test_web_reading import LETTER
from tests.surfaces.web_cases import LEAD

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

CASE = f"/kamervraag/{LEAD}/"
ADDRESSES = ("/", "/kamervragen/", "/zoek?q=scheuren", "/zoek?q=Wiersema+NIET", CASE, f"/kamervraag/{LEAD}/3", "/lees", "/check", "/dekking", "/over", "/nergens", f"/en{CASE}")

# Elements that a reader can act on, and whether each is reached by the tab key; numbered so that they can be told apart.
NUMBER_ALL = """() => { const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(e => !e.hidden && e.getClientRects().length && e.checkVisibility()); all.forEach((e, i) => e.dataset.place = i); return all.length }"""
CONTRASTS = """() => { const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b };
    const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length > 3 && m[3] === 0 ? null : m.slice(0, 3) };
    const behind = e => { for (let n = e; n; n = n.parentElement) { const c = parse(getComputedStyle(n).backgroundColor); if (c) return c } return [255, 255, 255] };
    const low = []; for (const e of document.querySelectorAll('main *, header *, footer *, .samples *')) {
      if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || e.closest('svg, .sr') || !e.getClientRects().length) continue;
      const style = getComputedStyle(e), a = light(parse(style.color)), b = light(behind(e));
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); if (ratio < 4.5) low.push([e.className || e.tagName, ratio.toFixed(2), e.textContent.trim().slice(0, 30)]) }
    return low }"""


@pytest.fixture
def opened(browser: "Browser", base: str) -> Iterator[Open]:
    """Opens addresses of the invented cases, also such as are not there."""
    with windows(browser, base, missing=True) as open_page:
        yield open_page


def test_from_the_front_page_to_a_citation(opened: Open) -> None:
    """Search, list, case, pair: the citation names the pair and is copied with one press."""
    page = opened("/", permissions=["clipboard-read", "clipboard-write"])
    page.fill("#zoek", "veenkade")
    page.keyboard.press("Enter")
    page.click(".row a")
    page.click("#vraag-3 h3 a")
    assert page.url.endswith(f"/kamervraag/{LEAD}/3")
    page.click(".copy-button")
    page.wait_for_function("document.querySelector('.copy-button').textContent === 'Gekopieerd'")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/kamervraag/{LEAD}/3")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_keyboard_reaches_everything(opened: Open, address: str) -> None:
    """Tab goes through every link, field and button, each visibly in focus; the first one skips to the content."""
    page = opened(address)
    count = page.evaluate(NUMBER_ALL)
    reached: set[str] = set()
    for _ in range(count + 8):
        page.keyboard.press("Tab")
        place = page.evaluate("document.activeElement.dataset.place")
        if place is not None:
            shown = page.evaluate("(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 })()")
            assert shown, page.evaluate("document.activeElement.outerHTML")
            reached.add(place)
    assert len(reached) == count, sorted(set(map(str, range(count))) - reached)
    page.goto(page.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_fits_a_small_phone(opened: Open, address: str) -> None:
    """320 pixels wide, nothing to scroll sideways; also with letters twice as large."""
    page = opened(address, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("document.styleSheets[0].insertRule('html { font-size: 200% !important }', document.styleSheets[0].cssRules.length)")
    wide = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 320 && !e.closest('.table')).map(e => e.outerHTML.slice(0, 80))"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.evaluate(wide)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_words_stand_out_from_their_ground(opened: Open, address: str, scheme: str) -> None:
    """Contrast of at least 4.5 to 1 (WCAG 2.2 AA) for all words, in the light and in the dark."""
    assert opened(address, color_scheme=scheme).evaluate(CONTRASTS) == []


def test_without_javascript_everything_works(opened: Open) -> None:
    """Filter, read, follow a note and come back, hand in a text, take the citation by hand."""
    page = opened("/kamervragen/", java_script_enabled=False)
    page.select_option("[name=status]", "te-laat-beantwoord")
    page.click(".filters button")
    page.click(".row a")
    page.click("#merk-v-1")
    assert page.url.endswith("#noot-v-1")
    page.click("#noot-v-1 .back")
    assert page.url.endswith("#merk-v-1")
    assert page.locator(".copy-button").is_hidden()
    assert LEAD in page.locator("#citaat").input_value()
    page.click("nav a[href='/lees']")
    page.fill("#tekst", LETTER)
    page.click(".hand-in button")
    assert page.locator(".passage").count() == 2


def test_a_file_can_be_handed_in(opened: Open) -> None:
    """Choosing a file and pressing the button shows its pairs and the account of its characters."""
    page = opened("/lees")
    page.set_input_files("#bestand", {"name": "brief.txt", "mimeType": "text/plain", "buffer": LETTER.encode()})
    page.click(".hand-in button")
    assert page.locator(".account .role").count() > 3
    assert "brief.txt" in page.locator(".eyebrow").inner_text()


def test_printing_leaves_out_what_paper_cannot_use(opened: Open) -> None:
    """Menu and buttons are gone, the words stay."""
    page = opened(CASE)
    page.emulate_media(media="print")
    assert page.locator(".masthead nav").is_hidden()
    assert page.locator(".copy-button").is_hidden()
    assert page.locator("#vraag-1 .words").is_visible()


def test_headings_descend_step_by_step(opened: Open) -> None:
    """No level is skipped: readers who hear the page find their way by them."""
    for address in ADDRESSES:
        levels = [int(level) for level in re.findall(r"\d", "".join(opened(address).evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => h.tagName)")))]
        assert levels[0] == 1, address
        assert all(after - before <= 1 for before, after in pairwise(levels)), (address, levels)
