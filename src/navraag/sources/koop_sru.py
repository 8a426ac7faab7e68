"""KOOP's search service (SRU 2.0 at repository.overheid.nl): every publication with its metadata, by windows of days.

Only the first 10,000 hits of a query can be reached, errors come with status 200, and the count is an estimate:
docs/sources/koop-sru.md tells what is relied upon.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lxml import etree

from navraag.errors import SourceError
from navraag.settings import Endpoints
from navraag.sources.base import Answer, Wanted
from navraag.sources.http import Client, TryAgainError

SOURCE = "koop_search"
QUESTIONS, APPENDIX = "Kamervragen zonder antwoord", "Kamervragen (Aanhangsel)"
PUBLICATIONS = (QUESTIONS, APPENDIX)
FIRST_DAY = date(1995, 1, 1)
PAGE = 100
MOST_HITS = 9_000
"""From start record 10,000 on the service gives no answer: a window with more hits than this is halved."""
_FIRST_SESSION = 1994
_OFFICIAL = Endpoints()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One publication as the search tells of it: its raw record, when it changed last, and where its files are."""

    publication: str
    modified: str
    data: bytes
    files: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One kind of publication, changed in a span of days, both included; ``session`` where one day holds too many."""

    name: str
    first: date
    last: date
    session: str | None = None

    @property
    def clause(self) -> str:
        """The query, every value quoted."""
        parts = [
            'c.product-area=="officielepublicaties"', f"w.publicatienaam=={_quoted(self.name)}",
            f"dt.modified>={_quoted(self.first.isoformat())}", f"dt.modified<={_quoted(self.last.isoformat())}",
        ]
        if self.session:
            parts.append(f"w.vergaderjaar=={_quoted(self.session)}")
        return " and ".join(parts)


class Search:
    """The search service; any diagnostic is an error, since its records then answer another question."""

    def __init__(self, client: Client, endpoints: Endpoints) -> None:
        self.client = client
        self.endpoints = endpoints
        self.address = f"{endpoints.repository}/sru"

    def count(self, clause: str) -> int:
        """How many publications there are, as far as the service estimates."""
        root = self._ask(clause, 1, 0)
        return int(_text(root, "numberOfRecords") or 0)

    def records(self, clause: str, *, most: int = MOST_HITS) -> Iterator[Record]:
        """Every record of a query, page by page."""
        start = 1
        while start <= most + PAGE:
            root = self._ask(f"{clause} sortBy dt.date/sort.ascending", start, PAGE)
            found = [self._official(record) for element in _all(root, "gzd") if (record := _record(element))]
            yield from found
            following = _text(root, "nextRecordPosition")
            if not found or not following.isdigit() or int(following) <= start:
                return
            start = int(following)

    def windows(self, name: str, first: date, last: date) -> Iterator[Window]:
        """Spans of days, in order, none of which holds more hits than can be reached."""
        window = Window(name=name, first=first, last=last)
        if self.count(window.clause) <= MOST_HITS:
            yield window
        elif first < last:
            middle = first + (last - first) // 2
            yield from self.windows(name, first, middle)
            yield from self.windows(name, middle + timedelta(days=1), last)
        else:
            for year in range(_FIRST_SESSION, last.year + 1):
                yield Window(name=name, first=first, last=last, session=f"{year}-{year + 1}")

    def of_case(self, number: str) -> Iterator[Record]:
        """All publications that name a case."""
        return self.records(f'c.product-area=="officielepublicaties" and w.vraagnummer=={_quoted(number)}')

    def _official(self, record: Record) -> Record:
        """The record with the official addresses: a stand-in names its own, which are of no use later."""
        data = record.data
        for ours, theirs in ((self.endpoints.repository, _OFFICIAL.repository), (self.endpoints.publications, _OFFICIAL.publications)):
            data = data if ours == theirs else data.replace(f"{ours}/".encode(), f"{theirs}/".encode())
        return record if data is record.data else replace(record, data=data)

    def _ask(self, clause: str, start: int, most: int) -> etree._Element:
        wanted = Wanted(
            url=self.address, accept="application/xml", missing=frozenset(),
            params=(
                ("operation", "searchRetrieve"), ("version", "2.0"), ("recordSchema", "gzd"), ("query", clause),
                ("startRecord", str(start)), ("maximumRecords", str(most)),
            ),
        )
        return self.client.read(wanted, _response)


def _response(answer: Answer) -> etree._Element:
    """The root of a response without diagnostics."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(answer.data, parser)
    except etree.XMLSyntaxError as error:
        raise TryAgainError(f"SRU: an answer that is not whole: {str(error)[:100]}") from error
    for found in _all(root, "diagnostic"):
        said = ": ".join(filter(None, (_text(found, "message"), _text(found, "details"))))
        raise SourceError(f"SRU: the search service reports: {said[:200] or 'an error without words'}")
    if etree.QName(root).localname != "searchRetrieveResponse" or not _text(root, "numberOfRecords"):
        raise TryAgainError("SRU: no answer of the search service")
    return root


def _record(element: etree._Element) -> Record | None:
    publication = _text(element, "identifier")
    if not publication:
        return None
    modified = _text(element, "datumTijdstipWijzigingWork") or _text(element, "modified")
    urls = {child.get("manifestation", ""): (child.text or "").strip() for child in _all(element, "itemUrl")}
    main = _text(element, "url")
    files = {kind: url for kind, url in urls.items() if kind and url} or ({main.rpartition(".")[2]: main} if main else {})
    etree.cleanup_namespaces(element)
    data = b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(element, encoding="utf-8", with_tail=False)
    return Record(publication=publication, modified=modified, data=data, files=files)


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Elements by local name: prefixes differ from one answer to the next."""
    return (element for element in root.iter(etree.Element) if etree.QName(element).localname == name)


def _text(root: etree._Element, name: str) -> str:
    return next((" ".join("".join(map(str, element.itertext())).split()) for element in _all(root, name)), "")


def _quoted(value: str) -> str:
    """A value of a query in quotes: unquoted brackets are a syntax error."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
