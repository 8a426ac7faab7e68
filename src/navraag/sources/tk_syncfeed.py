"""Tweede Kamer SyncFeed 2.0: every change of every entity, in one order that only grows. The primary path.

What the service promises and where it departs from that stands in docs/sources/tk-syncfeed.md. Elements are recognised by
namespace and local name, never by prefix; a cursor is opaque, and only its number is compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from lxml import etree

from navraag.errors import ConfigurationError, SourceError
from navraag.settings import Endpoints
from navraag.sources.base import Answer
from navraag.sources.base import Wanted as Want
from navraag.sources.http import Client, TryAgainError

SOURCE = "tk_syncfeed"
PAGE = 250
CATEGORIES = (
    "Zaak", "ZaakActor", "Document", "DocumentVersie", "DocumentActor", "Persoon", "Fractie", "FractieZetel",
    "FractieZetelPersoon", "PersoonLoopbaan", "Toezegging", "Activiteit", "Kamerstukdossier",
)
"""What the registry needs, in the order in which it is asked for: cases first; then people, undertakings and the dossiers of other papers."""
KNOWN_CATEGORIES = frozenset({
    *CATEGORIES, "ActiviteitActor", "Agendapunt", "Besluit", "Commissie", "CommissieContactinformatie", "CommissieZetel",
    "CommissieZetelVastPersoon", "CommissieZetelVastVacature", "CommissieZetelVervangerPersoon",
    "CommissieZetelVervangerVacature", "FractieZetelVacature", "PersoonContactinformatie",
    "PersoonGeschenk", "PersoonNevenfunctie", "PersoonNevenfunctieInkomsten", "PersoonOnderwijs", "PersoonReis",
    "Reservering", "Stemming", "Vergadering", "Verslag", "Zaal",
})
_ATOM = "{http://www.w3.org/2005/Atom}"
_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_SKIPTOKEN = re.compile(r"[?&]skiptoken=(\d{1,18})", re.IGNORECASE)
_HIGHEST = 1 << 26
_SEARCH_REQUESTS = 24
_LARGEST_PAGE = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entity as the feed gives it now: its fields and references by name, each as often as it stands there."""

    kind: str
    id: str
    sequence: int
    updated: str
    changed: str = ""
    deleted: bool = False
    fields: dict[str, list[str]] = field(default_factory=dict)
    references: dict[str, list[str]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The first value of a field, "" where it is absent or empty."""
        return next(iter(self.fields.get(name, ())), "")

    def reference(self, name: str) -> str:
        """The first entity that a relation points at, "" where there is none."""
        return next(iter(self.references.get(name, ())), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its raw bytes, its entities in order, and where to go on. ``last``: the end of the feed was reached."""

    category: str
    token: int
    data: bytes
    entities: tuple[Entity, ...]
    following: int
    last: bool


class SyncFeed:
    """The feed of one service, page by page."""

    def __init__(self, client: Client, endpoints: Endpoints) -> None:
        self.client = client
        self.address = f"{endpoints.tk}/SyncFeed/2.0"

    def page(self, category: str, token: int) -> Page:
        """The page that starts at a token; asked again where it is cut off or belongs elsewhere."""
        if category not in KNOWN_CATEGORIES:
            raise ConfigurationError(f"{category!r} is no category of the SyncFeed; one is Zaak")  # the feed would be empty
        wanted = self._wanted(category, token)
        return self.client.read(wanted, lambda answer: read_page(answer.data, category, token))

    def pages(self, category: str, token: int) -> Iterator[Page]:
        """Every page from a token to the end of the feed."""
        while True:
            page = self.page(category, token)
            yield page
            if page.last:
                return
            token = page.following

    def token_on(self, day: date) -> int:
        """A token from which every change since that day follows, found by halving; a day of margin covers clocks that differ."""
        return self._search(day - timedelta(days=1))

    def _search(self, day: date) -> int:
        """The largest token known to lie before a day; pages without contents, of all categories."""
        low, high = 0, _HIGHEST
        for _ in range(_SEARCH_REQUESTS):
            if high - low <= PAGE:
                break
            middle = (low + high) // 2
            first = self.client.read(self._wanted("", middle, external=True), _first_updated)
            if first is None or first >= day:
                high = middle
            else:
                low = middle
        return low

    def _wanted(self, category: str, token: int, *, external: bool = False) -> Want:
        params = [("category", category)] if category else []
        params += [("skiptoken", str(token))] if token else []
        params += [("content", "external")] if external else []
        return Want(
            url=f"{self.address}/Feed", params=tuple(params), accept="application/atom+xml, application/xml",
            limit=_LARGEST_PAGE, missing=frozenset(),
        )


def read_page(data: bytes, category: str, token: int) -> Page:
    """A page out of its bytes. TryAgainError where they are no whole feed, or a page of another place.

    Only entries that belong here count: those of the category that lie behind the token. A cache may repeat others.
    """
    root = _parsed(data)
    kind = category[:1].lower() + category[1:]
    entries = [(_token(entry), entry) for entry in root.iter(f"{_ATOM}entry")]
    own = [(at, entry) for at, entry in entries if not 0 < at <= token and _term(entry).lower() in {kind.lower(), ""}]
    links = {link.get("rel", ""): _skiptoken(link.get("href", "")) for link in root.iterchildren(f"{_ATOM}link")}
    ahead = max(links.get("next", 0), links.get("resume", 0))
    if "next" in links and (not own or links["next"] <= token):
        raise TryAgainError(f"SyncFeed: a page of another place than {category} from {token}")
    if entries and not own and "resume" not in links:
        raise TryAgainError(f"SyncFeed: no entry of {category} behind {token}")
    entities = tuple(entity for place, (at, entry) in enumerate(own) if (entity := _entity(entry, at or token + place)))
    following = max((at for at, _ in own if at), default=0) or max(ahead, token)
    last = not own or ("next" not in links and ("resume" in links or len(own) < PAGE))
    return Page(category=category, token=token, data=data, entities=entities, following=following, last=last)


def _term(entry: etree._Element) -> str:
    """The category that an entry says it is of."""
    found = entry.find(f"{_ATOM}category")
    return "" if found is None else found.get("term", "")


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if not data.rstrip().endswith(b"</feed>"):
            raise TryAgainError(f"SyncFeed: a page that is not whole: {str(error)[:100]}") from error
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True))
    if root.tag != f"{_ATOM}feed":
        raise TryAgainError(f"SyncFeed: no feed but {etree.QName(root).localname}")
    return root


def _first_updated(answer: Answer) -> date | None:
    """The day of the first entry of a page, None where it is empty."""
    stamp = _parsed(answer.data).findtext(f"{_ATOM}entry/{_ATOM}updated")
    return moment(stamp).date() if stamp else None


def moment(stamp: str) -> datetime:
    """A moment with up to seven decimals, in UTC where it says no other."""
    whole, _, rest = stamp.strip().partition(".")
    digits = rest[:len(rest) - len(rest.lstrip("0123456789"))]
    zone = rest[len(digits):]
    try:
        found = datetime.fromisoformat(f"{whole}{f'.{digits[:6]:0<6}' if digits else ''}{zone}")
    except ValueError as error:
        raise SourceError(f"SyncFeed: {stamp[:40]!r} is no moment") from error
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _token(entry: etree._Element) -> int:
    """The number in an entry's own next link; 0 where it has none."""
    return next((_skiptoken(link.get("href", "")) for link in entry.iterchildren(f"{_ATOM}link") if link.get("rel") == "next"), 0)


def _skiptoken(href: str) -> int:
    """The number of a link, wherever it stands among the arguments; 0 where there is none."""
    found = _SKIPTOKEN.search(href)
    return int(found[1]) if found else 0


def _entity(entry: etree._Element, sequence: int) -> Entity | None:
    """The entity within an entry; None where the entry holds none."""
    content = entry.find(f"{_ATOM}content")
    element = next((child for child in content if isinstance(child.tag, str)), None) if content is not None else None
    if element is None:
        return None
    marks = {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}
    deleted = marks.get("verwijderd", "").strip().lower() == "true"
    fields: dict[str, list[str]] = {}
    references: dict[str, list[str]] = {}
    if not deleted:  # some tombstones still carry a body: it is not kept
        _collect(element, fields, references)
    fields |= {name: [marks[name]] for name in ("contentType", "contentLength") if marks.get(name) and not deleted}
    return Entity(
        kind=element.tag.rpartition("}")[2], id=marks.get("id", ""), sequence=sequence, changed=marks.get("bijgewerkt", ""),
        updated=entry.findtext(f"{_ATOM}updated") or "", deleted=deleted, fields=fields, references=references,
    )


def _collect(element: etree._Element, fields: dict[str, list[str]], references: dict[str, list[str]]) -> None:
    """Fields and references below an element, whatever their order; a nested relation gives what stands within it."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.rpartition("}")[2]
        target = child.get("ref")
        if target:
            references.setdefault(name, []).append(target)
        elif len(child):
            _collect(child, fields, references)
        elif child.text and child.get(_NIL) != "true" and (words := " ".join(child.text.split())):
            fields.setdefault(name, []).append(words)
