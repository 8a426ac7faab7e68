"""A bare reader of the replica's services: no retries and no cleverness, so that the tests see what is sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
from lxml import etree

from navraag.replica.faults import read_faults
from navraag.replica.server import Running

ATOM = "{http://www.w3.org/2005/Atom}"
TK = "{http://www.tweedekamer.nl/xsd/tkData/v1-0}"
SRU = "{http://docs.oasis-open.org/ns/search-ws/sruResponse}"
W = "{http://standaarden.overheid.nl/wetgeving/}"
DT = "{http://purl.org/dc/terms/}"
ODATA = "/OData/v4/2.0"


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


@dataclass
class Reader:
    """Asks one running replica."""

    running: Running
    http: httpx.Client
    pages: list[etree._Element] = field(default_factory=list)

    @property
    def world(self) -> Any:
        """The world that is served."""
        return self.running.replica.world

    def faults(self, printed: str) -> None:
        """Put faults in force, as printed on a command line."""
        self.running.replica.board.set(read_faults(printed))

    def get(self, path: str, **options: Any) -> httpx.Response:
        """One answer, whatever its status."""
        return self.http.get(path, **options)

    def xml(self, path: str, **options: Any) -> etree._Element:
        """One answer as XML."""
        return etree.fromstring(self.get(path, **options).content)

    def page(self, path: str) -> tuple[list[etree._Element], dict[str, str]]:
        """The entries and links of one page of the feed."""
        root = self.xml(path)
        links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
        return root.findall(f"{ATOM}entry"), links

    def feed(self, category: str = "", start: int = 0) -> Iterator[etree._Element]:
        """All entries, page after page, by the feed's own next links."""
        path: str | None = f"/SyncFeed/2.0/Feed?skiptoken={start}" + (f"&category={category}" if category else "")
        while path:
            entries, links = self.page(path)
            yield from entries
            path = links.get("next")

    def entities(self, category: str) -> list[etree._Element]:
        """The entities of a category, tombstones included."""
        return [entry.find(f"{ATOM}content")[0] for entry in self.feed(category)]

    def live(self, category: str) -> list[etree._Element]:
        """Those that are not deleted."""
        return [entity for entity in self.entities(category) if flag(entity, "verwijderd").lower() == "false"]

    def search(self, query: str, **parameters: Any) -> etree._Element:
        """The answer to a CQL query."""
        return self.xml("/sru", params={"operation": "searchRetrieve", "version": "2.0", "query": query, "maximumRecords": "100", **parameters})

    def ids(self, query: str, **parameters: Any) -> list[str]:
        """The ids of the records of a query."""
        return [e.text or "" for e in self.search(query, **parameters).iter(f"{DT}identifier")]

    def odata(self, path: str, **options: str) -> httpx.Response:
        """One answer of OData, options without their dollar."""
        return self.get(f"{ODATA}/{path}", params={f"${name}": value for name, value in options.items()})

    def rows(self, path: str, **options: str) -> list[dict[str, Any]]:
        """The rows of such an answer."""
        return self.odata(path, **options).json()["value"]

    def facts(self, identifier: str) -> list[tuple[str, str]]:
        """Name and content of everything in a metadata.xml."""
        root = self.xml(f"/{identifier}/metadata.xml", follow_redirects=True)
        return [(row.get("name"), row.get("content")) for row in root]

    def fact(self, identifier: str, name: str) -> list[str]:
        """The contents under one name."""
        return [content for key, content in self.facts(identifier) if key == name]


def flag(entity: etree._Element, name: str) -> str:
    """An attribute of the schema's namespace."""
    return entity.get(f"{TK}{name}") or ""


def fields(entity: etree._Element, name: str) -> list[str]:
    """The words of all children with a name."""
    return [(child.text or "") for child in entity if local(child) == name]


def refs(entity: etree._Element, name: str) -> list[str]:
    """The ids that an entity refers to under a name."""
    return [child.get("ref") for child in entity if local(child) == name and child.get("ref")]


def decimals(stamp: str) -> int:
    """How many decimals a stamp has."""
    found = re.search(r"\.(\d+)", stamp)
    return len(found[1]) if found else 0
