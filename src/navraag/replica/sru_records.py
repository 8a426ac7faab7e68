"""SRU responses as XML: records with the prefixes and the order of the live service, diagnostics, the explanation."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from html import escape

from navraag.replica.catalogue import Publication
from navraag.replica.cql_matching import DAYS, WORDS
from navraag.replica.dutch_time import offset_stamp
from navraag.replica.entity_xml import escaped
from navraag.replica.publication_facts import askers, chamber_of, is_question, numbers, publication_name, sort_of
from navraag.replica.publications import folder_of, item_path, manifestations
from navraag.replica.titles import session_year

_SPACES = (
    'xmlns:overheidwetgeving="http://standaarden.overheid.nl/wetgeving/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:cd="http://standaarden.overheid.nl/cup/data" xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse" '
    'xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:diag="http://docs.oasis-open.org/ns/search-ws/diagnostic" '
    'xmlns:facet="http://docs.oasis-open.org/ns/search-ws/facetedResults" xmlns:c="http://standaarden.overheid.nl/collectie/"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = "http://standaarden.overheid.nl/sru/"
_SITE = "https://zoek.officielebekendmakingen.nl"
_W = "overheidwetgeving"


def _one(name: str, value: str, scheme: str = "") -> str:
    told = f' scheme="{scheme}"' if scheme else ""
    return f"<{name}{told}>{escaped(value)}</{name}>"


def _kernel(publication: Publication) -> str:
    kind = ("Kamervragen zonder antwoord", "") if is_question(publication) else ("Aanhangsel van de Handelingen", "OVERHEIDop.Parlementair")
    return "".join((
        _one("dcterms:identifier", publication.identifier), _one("dcterms:title", publication.paper.title), _one("dcterms:language", "nl"),
        _one("dcterms:type", *kind), _one("dcterms:creator", publication.paper.creator or chamber_of(publication), "OVERHEID.StatenGeneraal"),
        _one("dcterms:modified", publication.modified.isoformat()),
    ))


def _mantle(publication: Publication) -> str:
    day = publication.paper.on.isoformat()
    version = f'<dcterms:hasVersion resourceIdentifier="{_SITE}/{publication.identifier}.html">1</dcterms:hasVersion>'
    issued = _one("dcterms:issued", day) if publication.paper.on.year >= 2000 else ""
    topics = "".join(_one("dcterms:subject", topic, "OVERHEID.TaxonomieBeleidsagenda") for topic in publication.dossier.topics)
    return f'{_one("dcterms:available", day)}{_one("dcterms:date", day)}{version}{issued}{topics}'


def _extras(publication: Publication) -> str:
    """The elements that only questions or only answers have, and the people."""
    day, paper = publication.paper.on.isoformat(), publication.paper
    mine = [_one(f"{_W}:datumIndiening", publication.dossier.tabled.isoformat())] if is_question(publication) else [
        *([_one(f"{_W}:aanhangselnummer", str(paper.appendix))] if paper.appendix else []), _one(f"{_W}:datumOntvangst", day),
    ]
    mine.append(_one(f"{_W}:documentstatus", publication.status))
    mine += [_one(f"{_W}:indiener", actor.name) for actor in askers(publication)]
    mine += [_one(f"{_W}:aanhangsel", identifier) for identifier in publication.appendices]
    mine += [] if is_question(publication) else [_one(f"{_W}:ontvanger", actor.name) for actor in paper.actors]
    return "".join(mine)


def _tp(publication: Publication) -> str:
    changed = offset_stamp(publication.since)
    stamps = "".join(_one(f"cd:datumTijdstipWijziging{what}", changed) for what in ("Work", "Expression"))
    return "".join((
        _one("c:product-area", "officielepublicaties"), _one("c:content-area", f"officielepublicaties/{folder_of(publication)}"), _extras(publication),
        _one(f"{_W}:organisatietype", "staten generaal", "OVERHEID.Organisatietype"), _one(f"{_W}:publicatienaam", publication_name(publication)),
        _one(f"{_W}:vergaderjaar", session_year(publication.paper.on)), *(_one(f"{_W}:vraagnummer", number) for number in numbers(publication)),
        _one(f"{_W}:subrubriek", sort_of(publication), "OVERHEIDop.AanhangselTypen"), stamps if publication.paper.on.year >= 2013 else "",
    ))


def _enriched(publication: Publication, base: str) -> str:
    """The addresses of the files; the first is the XML where there is one, else the PDF (or what else there is)."""
    main = next((form for form in ("xml", "pdf", "html", "odt") if form in publication.forms), "metadata")
    items = "".join(
        f'<gzd:itemUrl manifestation="{name}">{base}{item_path(publication, name)}</gzd:itemUrl>' for name in manifestations(publication)
    )
    loaded = offset_stamp(publication.since + timedelta(seconds=73), 4)
    return (
        f"<gzd:url>{base}{item_path(publication, main)}</gzd:url><gzd:preferredUrl>{_SITE}/{publication.identifier}.html</gzd:preferredUrl>"
        f"{items}<gzd:timestamp>{loaded}</gzd:timestamp>"
    )


def record(publication: Publication, position: int, base: str) -> str:
    """One record."""
    meta = f"<{_W}:owmskern>{_kernel(publication)}</{_W}:owmskern><{_W}:owmsmantel>{_mantle(publication)}</{_W}:owmsmantel><{_W}:tpmeta>{_tp(publication)}</{_W}:tpmeta>"
    return (
        f"<sru:record><sru:recordSchema>{_SCHEMA}</sru:recordSchema><sru:recordPacking>xml</sru:recordPacking><sru:recordData><gzd:gzd>"
        f"<gzd:originalData><{_W}:meta>{meta}</{_W}:meta></gzd:originalData><gzd:enrichedData>{_enriched(publication, base)}</gzd:enrichedData>"
        f"</gzd:gzd></sru:recordData><sru:recordPosition>{position}</sru:recordPosition></sru:record>\n"
    )


def response(records: Iterable[str], *, total: int, following: int, echo: Sequence[tuple[str, str]], ignored: Sequence[str]) -> str:
    """A page of records; ``following`` is the position of the next page, 0 on the last; ``ignored`` are clauses that were dropped."""
    told = "".join(
        f"<diag:diagnostic><diag:uri>info:srw/diagnostic/1/10</diag:uri><diag:details>{escape(words)}</diag:details><diag:message>SEARCH-IGNOREDQTEXT</diag:message></diag:diagnostic>"
        for words in ignored
    )
    return (
        f"{_HEAD}<sru:searchRetrieveResponse {_SPACES}><sru:version>2.0</sru:version><sru:numberOfRecords>{total}</sru:numberOfRecords>"
        f"<sru:records>{''.join(records)}</sru:records>{f'<sru:nextRecordPosition>{following}</sru:nextRecordPosition>' if following else ''}"
        f"<sru:echoedSearchRetrieveRequest>{''.join(_one(f'sru:{name}', value) for name, value in echo)}</sru:echoedSearchRetrieveRequest>"
        f"{f'<sru:diagnostics>{told}</sru:diagnostics>' if told else ''}"
        "<sru:resultCountPrecision>info:srw/vocabulary/resultCountPrecision/1/estimate</sru:resultCountPrecision></sru:searchRetrieveResponse>\n"
    )


def refusal(code: int, message: str, details: str = "") -> str:
    """A query that is refused: a default namespace, ``ns3:`` for the diagnostic, no number of records."""
    more = f"<ns3:details>{escape(details)}</ns3:details>" if details else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><searchRetrieveResponse xmlns="http://docs.oasis-open.org/ns/search-ws/sruResponse" '
        'xmlns:ns3="http://docs.oasis-open.org/ns/search-ws/diagnostic"><version>2.0</version><diagnostics><ns3:diagnostic>'
        f"<ns3:uri>info:srw/diagnostic/1/{code}</ns3:uri>{more}<ns3:message>{escape(message, quote=False)}</ns3:message>"
        "</ns3:diagnostic></diagnostics></searchRetrieveResponse>"
    )


def explanation() -> str:
    """The answer to ``operation=explain``: the server, the database and its indexes."""
    prefixes = {"dt": "http://purl.org/dc/terms/", "w": "http://standaarden.overheid.nl/wetgeving/", "c": "http://standaarden.overheid.nl/collectie/", "cd": "http://standaarden.overheid.nl/cup/data", "cql": "info:srw/cql-context-set/1/cql-v2.0"}
    sets = "".join(f'<set identifier="{uri}" name="{prefix}"><title>{prefix}</title></set>' for prefix, uri in prefixes.items())
    indexes = "".join(
        f'<index><title>{name}</title><map><name set="{name.partition(".")[0]}">{name.partition(".")[2]}</name></map></index>' for name in sorted({*DAYS, *WORDS})
    )
    return (
        f'{_HEAD}<sru:explainResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse"><sru:version>2.0</sru:version><sru:record>'
        "<sru:recordSchema>http://explain.z3950.org/dtd/2.0/</sru:recordSchema><sru:recordPacking>xml</sru:recordPacking><sru:recordData>"
        '<explain xmlns="http://explain.z3950.org/dtd/2.0/"><serverInfo protocol="SRU" version="2.0"><host>repository.overheid.nl</host><port>443</port>'
        f"<database>sru</database></serverInfo><databaseInfo><title>officielepublicaties</title></databaseInfo><indexInfo>{sets}{indexes}</indexInfo>"
        "</explain></sru:recordData></sru:record></sru:explainResponse>\n"
    )


def gateway_timeout() -> str:
    """What stands before the service answers where a request goes beyond the first ten thousand hits."""
    return "<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n<center><h1>504 Gateway Time-out</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"


