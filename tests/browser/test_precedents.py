"""A draft pasted and handed in with a real browser, with the keyboard alone and without JavaScript; and what axe says."""

from pathlib import Path

import pytest

from tests.browser.conftest import Open
from tests.browser.test_search import follow, tab_to
from tests.surfaces.web_cases import LEAD

pytestmark = pytest.mark.browser

ASKED = "Hoe worden de scheuren in Veenkade gemeten?"

@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_a_pasted_question_without_a_mouse(opened: Open, script: bool) -> None:  # noqa: FBT001 - a fixture is named by its argument
    """Paste, search, open a pair, come back to the form as it was filled in."""
    page = opened("/precedenten", java_script_enabled=script)
    tab_to(page, "#tekst")
    page.keyboard.type(ASKED)
    follow(page, "button[value=pagina]", "section.asked")
    assert ASKED in page.locator("#tekst").input_value()
    follow(page, f".hits h4 a[href^='/kamervraag/{LEAD}/']", "#citaat")


def test_a_file_gives_a_file(opened: Open, tmp_path: Path) -> None:
    """A draft in, a Word file out."""
    draft = tmp_path / "concept.txt"
    draft.write_text(f"2025Z99001\n\n1\n{ASKED}\n\n2\nWaarom?\n", encoding="utf-8")
    page = opened("/precedenten")
    page.set_input_files("#bestand", draft)
    with page.expect_download() as given:
        page.click("button[value=word]")
    assert "precedenten.docx" == given.value.suggested_filename


def test_it_is_accessible(opened: Open) -> None:
    """No finding of axe: the form, what was found, and what stands beside a case."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    for address in ("/precedenten", f"/en/precedenten?nr={LEAD}", f"/kamervraag/{LEAD}/verwant"):
        found = axe.Axe().run(opened(address))
        assert [] == [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found.response["violations"]], address
