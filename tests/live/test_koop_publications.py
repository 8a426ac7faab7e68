"""KOOP's publications: the page, XML of a question, metadata of an answer, none, the other host."""

import pytest

from navraag.sources.koop_publications import repository_folder
from tests.live.conftest import Line

pytestmark = pytest.mark.live


def test_where_a_name_leads(line: Line) -> None:
    """A page, or a redirect to it on the same host."""
    answer = line.get(f"{line.endpoints.publications}/{line.known.questions}")
    assert answer.status_code in {200, 301, 302, 303, 307, 308}


def test_xml_of_a_question(line: Line) -> None:
    """Numbered questions."""
    data = line.get(f"{line.endpoints.publications}/{line.known.questions}.xml").content
    assert b"<vraag" in data


def test_metadata_of_an_answer(line: Line) -> None:
    """It names the case."""
    assert line.known.number in line.get(f"{line.endpoints.publications}/{line.known.answer}/metadata.xml").text


def test_how_none_looks(line: Line) -> None:
    """No XML of a publication, whatever the status."""
    assert b"<officiele-publicatie" not in line.get(f"{line.endpoints.publications}/kv-tk-2020Z99999.xml").content[:2000]


def test_the_other_host(line: Line) -> None:
    """The same file in the repository."""
    name = line.known.questions
    answer = line.get(f"{line.endpoints.repository}/frbr/officielepublicaties/{repository_folder(name)}/{name}/1/xml/{name}.xml")
    assert (answer.status_code, b"<vraag" in answer.content) == (200, True)
