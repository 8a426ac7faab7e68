"""KOOP's search: explain, one case, how notices are told, names since 2025, a day's changes."""

from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from tests.live.conftest import Line, names

pytestmark = pytest.mark.live


def _search(line: Line, query: str, most: int = 10) -> etree._Element:
    parameters = {"operation": "searchRetrieve", "version": "2.0", "query": f'c.product-area=="officielepublicaties" and {query}', "maximumRecords": str(most)}
    return line.xml(f"{line.endpoints.repository}/sru", params=parameters)


def _count(root: etree._Element) -> int:
    return int(names(root, "numberOfRecords")[0].text or 0)


def test_explain(line: Line) -> None:
    """The service tells of itself."""
    assert line.get(f"{line.endpoints.repository}/sru", params={"operation": "explain", "version": "2.0"}).status_code == 200


def test_one_case(line: Line) -> None:
    """All its publications, without a diagnostic."""
    root = _search(line, f'w.vraagnummer=="{line.known.number}"')
    found = {element.text for element in names(root, "identifier")}
    assert not names(root, "diagnostic")
    assert {line.known.questions, line.known.answer} <= found


def test_how_notices_are_told(line: Line) -> None:
    """By the heading under which they are published."""
    assert _count(_search(line, 'w.publicatienaam=="Kamervragen (Aanhangsel)" and w.subrubriek=="Mededeling"', 0)) > 0


def test_names_since_2025(line: Line) -> None:
    """``ah-<number>``."""
    root = _search(line, 'w.publicatienaam=="Kamervragen (Aanhangsel)" and w.vergaderjaar=="2025-2026"', 1)
    assert _count(root) == 0 or names(root, "identifier")[0].text.startswith("ah-")


def test_the_changes_of_a_week(line: Line) -> None:
    """Questions that were published or changed."""
    day = (datetime.now(UTC) - timedelta(days=7)).date().isoformat()
    root = _search(line, f'w.publicatienaam=="Kamervragen zonder antwoord" and dt.modified>="{day}"', 0)
    assert not names(root, "diagnostic")
