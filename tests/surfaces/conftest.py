"""One site for all tests of the surfaces: invented cases, served over HTTP."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from navraag.pipeline.run import Surroundings, import_paths
from navraag.replica.sample_files import write_samples
from navraag.settings import Settings
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


ENTITY = (
    '<{kind} xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0" '
    'tk:verwijderd="false" id="{own}">{body}</{kind}>'
)
ROLL = (
    ("persoon", "p-1", "<achternaam>Zwanenvelt</achternaam><roepnaam>Wieke</roepnaam><initialen>W.</initialen>"),
    ("fractie", "f-1", "<afkorting>Kustverbond</afkorting><naamNl>Kustverbond</naamNl>"),
    ("fractieZetel", "z-1", '<fractie ref="f-1"/>'),
    ("fractieZetelPersoon", "fzp-1", '<fractieZetel ref="z-1"/><persoon ref="p-1"/><functie>Lid</functie><van>2012-01-01</van>'),
)
"""One invented member, as entities of the Tweede Kamer."""


@pytest.fixture(scope="session")
def country_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples, imported as everything is: with findings and a search index."""
    home = tmp_path_factory.mktemp("country")
    write_samples(home / "documents")
    for kind, own, body in ROLL:
        (home / "documents" / f"{own}.xml").write_text(ENTITY.format(kind=kind, own=own, body=body), encoding="utf-8")
    around = Surroundings(now=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC), processes=1)
    import_paths([home / "documents"], Settings(home=home), around, kind="samples")
    return home


@pytest.fixture(scope="session")
def country(country_home: Path) -> Iterator[httpx.Client]:
    """A client of the site of the samples."""
    with serving(country_home) as base, httpx.Client(base_url=base, timeout=30) as client:
        yield client
