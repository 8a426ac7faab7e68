"""What KOOP tells of a publication: the facts, as metadata.xml, metadata_owms.xml and the elements of an SRU record."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from navraag.replica.catalogue import Publication
from navraag.replica.dossiers import Actor
from navraag.replica.entity_xml import escaped
from navraag.replica.titles import session_year

Fact = tuple[str, str, str]
KINDS = {"delay_notice": "Mededeling", "withdrawal": "Mededeling", "answer": "Antwoord", "further": "Nader antwoord", "correction": "Antwoord"}
QUESTIONS, APPENDIX = "Kamervragen zonder antwoord", "Kamervragen (Aanhangsel)"


def is_question(publication: Publication) -> bool:
    """Whether it is a question set, and no answer or notice."""
    return publication.paper.kind in {"questions", "oral"}


def publication_name(publication: Publication) -> str:
    """The series: questions, or the Aanhangsel."""
    return QUESTIONS if is_question(publication) else APPENDIX


def sort_of(publication: Publication) -> str:
    """What kind of question or answer it is."""
    if is_question(publication):
        return "Mondelinge vragen" if publication.paper.kind == "oral" else "Schriftelijke vragen"
    return KINDS[publication.paper.kind]


def chamber_of(publication: Publication) -> str:
    """The chamber that published it."""
    return f"{'Eerste' if publication.dossier.chamber == 'ek' else 'Tweede'} Kamer der Staten-Generaal"


def askers(publication: Publication) -> tuple[Actor, ...]:
    """The members who ask, in the order of the title."""
    actors = publication.dossier.actors
    if publication.dossier.papers[0].actors:
        return publication.dossier.papers[0].actors
    return tuple(sorted((a for a in actors if a.relation in {"Indiener", "Medeindiener"}), key=lambda a: a.relation))


def numbers(publication: Publication) -> tuple[str, ...]:
    """The question numbers."""
    if publication.dossier.chamber == "ek":
        return (publication.paper.publication.rpartition("-")[2],)
    return tuple(number for number in (publication.dossier.number, *publication.paper.also) if number)


def _of_questions(publication: Publication) -> Iterator[Fact]:
    yield "OVERHEIDop.datumIndiening", "DCTERMS.W3CDTF", publication.dossier.tabled.isoformat()
    yield "DC.type", "OVERHEIDop.KamervraagTypen", sort_of(publication)
    yield "DC.type", "OVERHEIDop.Parlementair", "Kamervragen zonder Antwoord"
    for identifier in publication.appendices:
        yield "OVERHEIDop.aanhangsel", "", identifier


def _of_answers(publication: Publication) -> Iterator[Fact]:
    if publication.paper.appendix:
        yield "OVERHEIDop.aanhangselNummer", "", str(publication.paper.appendix)
    for actor in publication.paper.actors:
        yield "OVERHEIDop.ontvanger", "", actor.name
    yield "OVERHEIDop.datumOntvangst", "DCTERMS.W3CDTF", publication.paper.on.isoformat()
    yield "DC.type", "OVERHEIDop.AanhangselTypen", sort_of(publication)
    yield "DC.type", "OVERHEIDop.Parlementair", "Aanhangsel van de Handelingen"


def facts(publication: Publication) -> Iterator[Fact]:
    """Name, scheme and content of every fact, repeated names included; dirty ones as they stand in the service."""
    dirty = dict(publication.paper.dirty)
    return ((name, scheme, dirty.get(name, content)) for name, scheme, content in _clean_facts(publication))


def _clean_facts(publication: Publication) -> Iterator[Fact]:
    issued = publication.paper.on.isoformat()
    yield "OVERHEIDop.documentStatus", "", publication.status
    yield "DC.title", "", publication.paper.title
    yield "OVERHEIDop.doctype", "", "Officiële Publicaties, versie 1.1"
    for actor in askers(publication):
        yield "OVERHEIDop.indiener", "", actor.name
    yield "OVERHEIDop.publicationName", "", publication_name(publication)
    yield "OVERHEIDop.vergaderjaar", "", session_year(publication.paper.on)
    for number in numbers(publication):
        yield "OVERHEIDop.vraagnummer", "", number
    yield "DCTERMS.language", "DCTERMS.RFC4646", "nl"
    yield "DCTERMS.available", "DCTERMS.W3CDTF", issued
    yield "DCTERMS.issued", "DCTERMS.W3CDTF", issued
    yield from _of_questions(publication) if is_question(publication) else _of_answers(publication)
    yield "DC.type", "OVERHEID.Informatietype", "officiële publicatie"
    yield "OVERHEID.organisationType", "OVERHEID.Organisatietype", "staten generaal"
    yield "DC.creator", "OVERHEID.StatenGeneraal", publication.paper.creator or chamber_of(publication)
    for topic in publication.dossier.topics:
        yield "OVERHEID.category", "OVERHEID.TaxonomieBeleidsagenda", topic
    yield "DC.identifier", "OVERHEIDop.ParlID", publication.identifier


def metadata_xml(publication: Publication) -> bytes:
    """``metadata.xml``: flat, with repeated names."""
    rows = "".join(f"<metadata name={quoteattr(n)} scheme={quoteattr(s)} content={quoteattr(c)}/>\n" for n, s, c in facts(publication))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<metadata_gegevens>\n{rows}</metadata_gegevens>\n'.encode()


_BLOCK = {"DC.identifier": "dcterms:identifier", "DC.title": "dcterms:title", "DCTERMS.language": "dcterms:language", "DC.type": "dcterms:type", "DC.creator": "dcterms:creator"}
_NAMELESS = frozenset({"DCTERMS.available", "DCTERMS.issued", "OVERHEIDop.doctype"})


def _element(name: str, scheme: str, content: str) -> str:
    told = f' scheme="{scheme}"' if scheme.startswith("OVERHEID") else ""
    return f"      <{name}{told}>{escaped(content)}</{name}>\n"


def metadata_owms(publication: Publication) -> bytes:
    """``metadata_owms.xml``: the same facts as elements; ``dcterms.modified`` is misspelt and keeps the first day."""
    told = [fact for fact in facts(publication) if fact[1] != "OVERHEID.Informatietype"]
    kernel = "".join(_element(name, scheme, content) for key, name in _BLOCK.items() for n, scheme, content in told if n == key)
    rest = "".join(
        _element(n.replace("OVERHEIDop.", "overheidop:").replace("OVERHEID.", "overheid:"), scheme, content)
        for n, scheme, content in told if n not in _BLOCK and n not in _NAMELESS
    )
    day = publication.paper.on.isoformat()
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!--
      Generatie: versie XSLT 1.1 op {day}+02:00-->
<owms-metadata xmlns:dcterms="http://purl.org/dc/terms/" xmlns:overheid="http://standaarden.overheid.nl/owms/terms/" xmlns:overheidop="http://standaarden.overheid.nl/oep/meta/">
   <owmskern>
{kernel}      <dcterms.modified>{day}</dcterms.modified>
   </owmskern>
   <owmsmantel>
      <dcterms:available>{day}</dcterms:available>
      <dcterms:issued>{day}</dcterms:issued>
   </owmsmantel>
   <oep>
{rest}   </oep>
</owms-metadata>
""".encode()
