"""navraag verify --live: documents fetched by name and compared with known facts; the replica answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from navraag.pipeline.live_check import Fact, compare_live, shipped_facts
from navraag.replica.holdings import samples
from navraag.replica.server import Running, running
from navraag.settings import Endpoints
from navraag.sources.http import Client, Manners
from navraag.sources.koop_publications import Publications
from tests.surfaces.test_cli_registry import run


@pytest.fixture(scope="module")
def replica() -> Iterator[Running]:
    """The services, with the samples."""
    with running(samples()) as server:
        yield server


FACTS = (
    Fact(publication="kv-tk-2021Z90402", kind="questions", number="2021Z90402", tabled_on=None, questions=3),
    Fact(publication="ah-tk-20212022-9403", kind="notice"),
    Fact(publication="kv-tk-2021Z99998", kind="questions"),
)


def test_what_differs_is_named(replica: Running) -> None:
    """A fact that differs, a document that is not there, and one that is as known."""
    with Client(Manners(pace=0)) as client:
        publications = Publications(client, Endpoints.at(replica.url))
        found = {one.fact.publication: one for one in compare_live(publications, FACTS, 10)}

    assert found["ah-tk-20212022-9403"].differences == ("kind: known notice, read answers",)
    assert found["kv-tk-2021Z99998"].differences == ("there is no such publication",)
    assert all(text.startswith("questions: known 3") for text in found["kv-tk-2021Z90402"].differences)


def test_shipped_facts_are_facts() -> None:
    """Names, days and counts of public documents; no words."""
    facts = shipped_facts()

    assert len(facts) > 30
    assert all(fact.publication.startswith(("kv-tk-", "ah-tk-")) and fact.kind in {"questions", "answers", "notice"} for fact in facts)


def test_the_command(replica: Running, tmp_path: Path) -> None:
    """The replica has none of the real documents: each is named, and the page is written; status 3 without a line."""
    page = tmp_path / "page.md"
    result = run("verify", "--live", "2", "--at", replica.url, "--pace", "0", "--report", page)
    lost = run("verify", "--live", "2", "--at", "http://127.0.0.1:1")

    assert (result.returncode, lost.returncode) == (1, 3)
    assert result.stdout.count("there is no such publication") == 2
    assert page.read_text(encoding="utf-8").count("there is no such publication") == 2
