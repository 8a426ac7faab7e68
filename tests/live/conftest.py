"""A polite line to the official services, or to a stand-in; and what is known of one case there."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from lxml import etree

from navraag.settings import Endpoints

PAUSE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Facts of one case: they are public and do not change."""

    number: str
    tabled: str
    questions: str
    answer: str
    papers: int
    year: int
    cases_of_year: int


SEED = Known(
    number="2020Z02502", tabled="2020-02-10", questions="kv-tk-2020Z02502", answer="ah-tk-20192020-2893", papers=3, year=2016, cases_of_year=2626,
)
STAND_IN = Known(
    number="2021Z90402", tabled="2021-12-06", questions="kv-tk-2021Z90402", answer="ah-tk-20212022-9403", papers=3, year=1999, cases_of_year=0,
)


@dataclass
class Line:
    """Asks one thing at a time, with a pause in between."""

    http: httpx.Client
    endpoints: Endpoints
    official: bool
    known: Known

    def get(self, url: str, **options: Any) -> httpx.Response:
        """One answer, whatever its status."""
        time.sleep(PAUSE if self.official else 0)
        return self.http.get(url, **options)

    def xml(self, url: str, **options: Any) -> etree._Element:
        """One answer as XML."""
        return etree.fromstring(self.get(url, **options).content)


@pytest.fixture(scope="session")
def line(request: pytest.FixtureRequest) -> Iterator[Line]:
    """The line."""
    at = request.config.getoption("--live-at")
    headers = {"User-Agent": "Navraag (open register van Kamervragen)"}
    with httpx.Client(timeout=60, headers=headers) as http:
        yield Line(http, Endpoints.at(at) if at else Endpoints(), official=not at, known=STAND_IN if at else SEED)


def names(root: etree._Element, name: str) -> list[etree._Element]:
    """Elements by local name."""
    return [element for element in root.iter(etree.Element) if etree.QName(element).localname == name]
