"""KOOP's metadata: metadata.xml, metadata_owms.xml, and a record of the search service (SRU)."""

from collections.abc import Iterator

from lxml import etree

from navraag.errors import LayoutError, NotADocumentError
from navraag.parsing.markup.xml_safe import flat_text, local_name, parse_xml, raw_text
from navraag.parsing.metadata import Fact, Facts, fact_name, publication_metadata
from navraag.records.pages import PublicationMetadata
from navraag.records.parsed import Parsed

LAYOUT = "koop_metadata"
_ENVELOPE = frozenset({
    "record", "recordSchema", "recordPacking", "recordData", "recordPosition", "gzd", "originalData", "enrichedData", "meta",
    "owmskern", "owmsmantel", "tpmeta", "oep", "owms-metadata", "metadata_gegevens", "metadata", "url", "preferredUrl",
    "itemUrl", "timestamp", "searchRetrieveResponse", "records", "version", "numberOfRecords",
})


def read(data: bytes, *, name: str) -> Parsed:
    """The metadata of one publication.

    A response with several records is a list, not a document: ``read_records`` yields each of them.
    """
    root = parse_xml(data, name=name)
    _refuse_diagnostics(root, name)
    records = _records(root)
    if len(records) > 1:
        raise NotADocumentError(f"{name or 'input'}: a list of {len(records)} search results, not a document")
    if local_name(root) == "searchRetrieveResponse" and not records:
        raise NotADocumentError(f"{name or 'input'}: a list without search results, not a document")
    facts = Facts(_facts(records[0] if records else root))
    content = publication_metadata(facts)
    if not content.publication:
        raise LayoutError(f"{name or 'document'}: metadata without an identifier")
    return Parsed(layout=LAYOUT, content=content, problems=(*facts.problems, *facts.unknown()), furniture=facts.set_aside())


def read_records(data: bytes, *, name: str) -> Iterator[PublicationMetadata]:
    """Each publication of a search response, in order."""
    root = parse_xml(data, name=name)
    _refuse_diagnostics(root, name)
    for record in _records(root):
        yield publication_metadata(Facts(_facts(record)))


def _records(root: etree._Element) -> list[etree._Element]:
    return [element for element in root.iter(etree.Element) if local_name(element) == "gzd"]


def _refuse_diagnostics(root: etree._Element, name: str) -> None:
    """The service answers errors with status 200: any diagnostic means that the answer cannot be trusted."""
    for element in root.iter(etree.Element):
        if local_name(element) == "diagnostic":
            said = {local_name(child): flat_text(child) for child in element if isinstance(child.tag, str)}
            words = ": ".join(filter(None, (said.get("message"), said.get("details"))))
            raise LayoutError(f"{name or 'document'}: the search service reports an error: {words[:200] or 'no message'}")


def _facts(element: etree._Element) -> list[Fact]:
    """Facts from either form: ``<metadata name= content=/>`` or an element for each field."""
    found: list[Fact] = []
    for child in element.iter(etree.Element):
        tag = local_name(child)
        if tag in {"metadata", "meta"} and child.get("name"):
            found.append(
                Fact(name=fact_name(child.get("name", "")), scheme=child.get("scheme", ""), content=child.get("content", ""))
            )
        elif tag not in _ENVELOPE and not len(child):
            found.append(Fact(name=fact_name(tag), scheme=child.get("scheme", ""), content=raw_text(child)))
    return found

