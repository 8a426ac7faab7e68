"""KOOP's metadata in its three forms."""

from datetime import date

import pytest

from navraag.errors import LayoutError, NotADocumentError
from navraag.parsing.layouts import koop_metadata
from navraag.records.pages import PublicationMetadata
from tests.conftest import REAL

FLAT = """<metadata_gegevens>
<metadata name="OVERHEIDop.documentStatus" scheme="" content="Opgemaakt"/>
<metadata name="DC.title" scheme="" content="Antwoord op vragen van het lid Jansma"/>
<metadata name="OVERHEIDop.aanhangselNummer" content="9001"/>
<metadata name="OVERHEIDop.indiener" content="B. (Bo) Jansma"/><metadata name="OVERHEIDop.indiener" content="Dijk, D.J.H. van"/>
<metadata name="OVERHEIDop.ontvanger" content="M. de Vries"/>
<metadata name="OVERHEIDop.vergaderjaar" content="2018-2019"/><metadata name="OVERHEIDop.vraagNummer" content="2019Z90001|2019Z90002"/>
<metadata name="DCTERMS.issued" content="2019-03-24"/><metadata name="OVERHEIDop.datumOntvangst" content="24-03-2019"/>
<metadata name="OVERHEIDop.datumIndiening" content="2019-02-31"/>
<metadata name="DC.type" scheme="OVERHEIDop.Parlementair" content="Aanhangsel van de Handelingen"/>
<metadata name="DC.type" scheme="OVERHEIDop.AanhangselTypen" content="Antwoord"/>
<metadata name="OVERHEID.category" content="Recht | Strafrecht"/>
<metadata name="OVERHEIDop.kleur" content="rood"/>
<metadata name="DC.identifier" scheme="OVERHEIDop.ParlID" content="ah-tk-20182019-9001"/></metadata_gegevens>"""

OWMS = """<owms-metadata xmlns:dcterms="http://purl.org/dc/terms/" xmlns:overheidop="http://standaarden.overheid.nl/oep/meta/"><owmskern>
<dcterms:identifier>kv-tk-2019Z90001</dcterms:identifier><dcterms:type scheme="OVERHEIDop.KamervraagTypen">Schriftelijke vragen</dcterms:type>
<dcterms.modified>2019-04-01</dcterms.modified></owmskern><oep><overheidop:aanhangsel>ah-tk-20182019-8000</overheidop:aanhangsel>
<overheidop:aanhangsel>ah-tk-20182019-9001</overheidop:aanhangsel><overheidop:publicationName>Kamervragen zonder antwoord</overheidop:publicationName></oep></owms-metadata>"""

GZD = """<g:gzd xmlns:g="http://standaarden.overheid.nl/sru" xmlns:w="http://standaarden.overheid.nl/wetgeving/" xmlns:d="http://purl.org/dc/terms/"><g:originalData><w:meta><w:owmskern>
<d:identifier>{}</d:identifier></w:owmskern><w:tpmeta><w:vraagnummer>2019Z90001</w:vraagnummer><w:subrubriek scheme="OVERHEIDop.AanhangselTypen">Mededeling</w:subrubriek>
<w:indiener>Jansma</w:indiener></w:tpmeta></w:meta></g:originalData><g:enrichedData><g:url>https://x/1.xml</g:url><g:timestamp>2021</g:timestamp></g:enrichedData></g:gzd>"""


def metadata(xml: str) -> PublicationMetadata:
    """The facts of one file."""
    content = koop_metadata.read(xml.encode(), name="x").content
    assert isinstance(content, PublicationMetadata)
    return content


def test_the_flat_form() -> None:
    """Repeatable names, old spellings, dates day first; people named as people say it."""
    found = metadata(FLAT)

    assert ("ah-tk-20182019-9001", "Antwoord", 9001, "2018-2019") == (found.publication, found.kind, found.appendix_number, found.session_year)
    assert ("2019Z90001", "2019Z90002") == found.question_numbers
    assert ["Bo Jansma", "D.J.H. van Dijk"] == [asker.name for asker in found.askers]
    assert (date(2019, 3, 24), date(2019, 3, 24), None) == (found.issued_on, found.received_on, found.tabled_on)
    assert ("Recht | Strafrecht",) == found.topics


def test_what_is_wrong_or_new_is_a_problem() -> None:
    """A day that does not exist, a field that nobody knows."""
    problems = koop_metadata.read(FLAT.encode(), name="x").problems

    assert [("metadata.no-such-date", "datumindiening"), ("metadata.unknown-field", "kleur")] == [(p.code, p.where) for p in problems]


def test_the_element_form_with_its_misspelt_name() -> None:
    """``dcterms.modified`` with a dot is the date of change; notices and answers are listed in order."""
    found = metadata(OWMS)

    assert ("kv-tk-2019Z90001", "Schriftelijke vragen", date(2019, 4, 1)) == (found.publication, found.kind, found.modified_on)
    assert ("ah-tk-20182019-8000", "ah-tk-20182019-9001") == found.appendices


def test_a_record_of_the_search_service() -> None:
    """Any prefix; addresses of files are no facts of the publication."""
    parsed = koop_metadata.read(GZD.format("ah-tk-20182019-8000").encode(), name="x")
    assert isinstance(parsed.content, PublicationMetadata)

    assert ("Mededeling", ("2019Z90001",)) == (parsed.content.kind, parsed.content.question_numbers)
    assert () == parsed.problems


def test_several_records_are_a_list() -> None:
    """No document, but each can be had."""
    data = f"<r:searchRetrieveResponse xmlns:r='x'>{GZD.format('ah-1234')}{GZD.format('ah-1235')}</r:searchRetrieveResponse>".encode()

    with pytest.raises(NotADocumentError, match="a list of 2 search results"):
        koop_metadata.read(data, name="x")
    assert ["ah-1234", "ah-1235"] == [record.publication for record in koop_metadata.read_records(data, name="x")]


DIAGNOSTIC = '<searchRetrieveResponse xmlns="a" xmlns:ns3="b"><diagnostics><ns3:diagnostic><ns3:details>x</ns3:details><ns3:message>Unsupported index</ns3:message></ns3:diagnostic></diagnostics>{}</searchRetrieveResponse>'


@pytest.mark.parametrize("beside", ["", GZD.format("ah-1234")])
def test_any_diagnostic_is_an_error(beside: str) -> None:
    """Also next to results: the answer cannot be trusted."""
    with pytest.raises(LayoutError, match="Unsupported index: x"):
        koop_metadata.read(DIAGNOSTIC.format(beside).encode(), name="x")


def test_metadata_without_an_identifier_is_refused() -> None:
    """Facts about nothing."""
    with pytest.raises(LayoutError, match="without an identifier"):
        koop_metadata.read(b"<metadata_gegevens/>", name="x")


@pytest.mark.real
def test_real_metadata_agree() -> None:
    """Both files of one real answer, and its search record, give the same core facts."""
    folder = REAL / "koop"
    flat, owms = (
        koop_metadata.read((folder / f"ah-tk-20202021-3235.{form}.xml").read_bytes(), name="x").content for form in ("metadata", "metadata_owms")
    )
    assert isinstance(flat, PublicationMetadata)
    assert isinstance(owms, PublicationMetadata)

    for field in ("publication", "kind", "title", "status", "session_year", "appendix_number", "question_numbers", "received_on", "topics"):
        assert getattr(flat, field) == getattr(owms, field)
