"""KOOP's metadata.xml, and the same facts as the ``meta`` elements of its HTML."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from navraag.replica.sheets import Sheet, sheets_of

Fact = tuple[str, str, str]
_KINDS = {
    "delay_notice": "Mededeling", "withdrawal": "Mededeling", "answer": "Antwoord", "further": "Nader antwoord",
    "correction": "Antwoord",
}


def _names(sheet: Sheet) -> str:
    names = [asker.name for asker in sheet.case.askers]
    who = f"het lid {names[0]}" if len(names) == 1 else f"de leden {', '.join(names[:-1])} en {names[-1]}"
    return f"van {who} over {sheet.case.subject}"


def title_of(sheet: Sheet) -> str:
    """DC.title: the subject as registered, or "Antwoord op vragen van …"."""
    if sheet.paper is None:
        return sheet.case.registered
    if sheet.kind in {"delay_notice", "withdrawal"}:
        return f"{'Uitstel beantwoording' if sheet.kind == 'delay_notice' else 'Intrekking'} vragen {_names(sheet)}"
    return f"{'Nader antwoord' if sheet.kind == 'further' else 'Antwoord'} op vragen {_names(sheet)}"


def _appendices(sheet: Sheet) -> Iterator[Fact]:
    """The papers that a question set lists."""
    for later in sheets_of(sheet.case):
        if later.paper and later.paper.layouts:
            yield "OVERHEIDop.aanhangsel", "", later.publication


def _of_questions(sheet: Sheet) -> Iterator[Fact]:
    yield "OVERHEIDop.datumIndiening", "DCTERMS.W3CDTF", sheet.case.tabled.isoformat()
    yield "DC.type", "OVERHEIDop.KamervraagTypen", "Mondelinge vragen" if sheet.case.oral else "Schriftelijke vragen"
    yield "DC.type", "OVERHEIDop.Parlementair", "Kamervragen zonder Antwoord"
    yield from _appendices(sheet)


def _of_answers(sheet: Sheet) -> Iterator[Fact]:
    assert sheet.paper is not None
    if sheet.appendix:
        yield "OVERHEIDop.aanhangselNummer", "", str(sheet.appendix)
    for office in sheet.paper.by:
        yield "OVERHEIDop.ontvanger", "", office.name
    yield "OVERHEIDop.datumOntvangst", "DCTERMS.W3CDTF", sheet.paper.on.isoformat()
    yield "DC.type", "OVERHEIDop.AanhangselTypen", _KINDS[sheet.kind]
    yield "DC.type", "OVERHEIDop.Parlementair", "Aanhangsel van de Handelingen"


def facts(sheet: Sheet) -> Iterator[Fact]:
    """Name, scheme and content of every fact that KOOP gives of a publication."""
    issued = sheet.printed_on.isoformat()
    status = "Onopgemaakt" if sheet.publication.startswith("ah-99") else "Opgemaakt na onopgemaakt"
    chamber = "Eerste" if sheet.case.chamber == "ek" else "Tweede"
    yield "OVERHEIDop.documentStatus", "", status
    yield "DC.title", "", title_of(sheet)
    yield "OVERHEIDop.doctype", "", "Officiële Publicaties, versie 1.1"
    for asker in sheet.case.askers:
        yield "OVERHEIDop.indiener", "", asker.name
    yield "OVERHEIDop.publicationName", "", "Kamervragen (Aanhangsel)" if sheet.paper else "Kamervragen zonder antwoord"
    yield "OVERHEIDop.vergaderjaar", "", sheet.session_year
    for number in (sheet.number, *(sheet.paper.also if sheet.paper else ())):
        yield "OVERHEIDop.vraagnummer", "", number
    yield "DCTERMS.language", "DCTERMS.RFC4646", "nl"
    yield "DCTERMS.available", "DCTERMS.W3CDTF", issued
    yield "DCTERMS.issued", "DCTERMS.W3CDTF", issued
    yield from _of_answers(sheet) if sheet.paper else _of_questions(sheet)
    yield "DC.type", "OVERHEID.Informatietype", "officiële publicatie"
    yield "OVERHEID.organisationType", "OVERHEID.Organisatietype", "staten generaal"
    yield "DC.creator", "OVERHEID.StatenGeneraal", f"{chamber} Kamer der Staten-Generaal"
    for topic in sheet.case.topics:
        yield "OVERHEID.category", "OVERHEID.TaxonomieBeleidsagenda", topic
    yield "DC.identifier", "OVERHEIDop.ParlID", sheet.publication


def koop_metadata(sheet: Sheet) -> bytes:
    """``<id>/metadata.xml``: flat, with repeated names."""
    rows = "".join(
        f"<metadata name={quoteattr(name)} scheme={quoteattr(scheme)} content={quoteattr(content)}/>\n"
        for name, scheme, content in facts(sheet)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<metadata_gegevens>\n{rows}</metadata_gegevens>\n'.encode()
