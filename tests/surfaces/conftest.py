"""One site for all tests of the surfaces: invented cases, served over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.surfaces.serving import serving
from tests.surfaces.web_cases import TODAY, build


@pytest.fixture(scope="session")
def web_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a registry of invented cases."""
    home = tmp_path_factory.mktemp("web")
    build(home)
    return home


@pytest.fixture(scope="session")
def site(web_home: Path) -> Iterator[httpx.Client]:
    """A client of the site, on the day of the samples; redirects are not followed."""
    with serving(web_home, TODAY) as base, httpx.Client(base_url=base, timeout=30) as client:
        yield client
