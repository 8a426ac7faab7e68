"""Canonical addresses: our own pages, and the official sources that they stand on.

``linkify`` is the one seam for clickable references: it finds what can be opened in a text and says where it stands.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from navraag.enrichment.references import find_references
from navraag.records.findings import Reference, ReferenceKind
from navraag.records.text import Link
from navraag.store.lists import ListKind

_KOOP = "https://zoek.officielebekendmakingen.nl"
_TWEEDE_KAMER = "https://www.tweedekamer.nl"

_CASE = re.compile(r"(?:19|20)\d{2}Z\d{5}")
_DOCUMENT = re.compile(r"(?:19|20)\d{2}D\d{5}")
_PUBLICATION = re.compile(r"[a-z]{1,5}(?:-[A-Za-z0-9]{1,12}){1,5}")
_MAY_REFER = re.compile(r"\d|www\.|https?:")

# No paragraph that people write is longer; what is longer would keep other readers waiting.
LONGEST_LINKED = 50_000


def case_path(number: str) -> str:
    """Our page of a case: ``/kamervraag/2020Z02502/``, as on Open Kamer."""
    return f"/kamervraag/{quote(number, safe='')}/"


def pair_path(case: str, label: str) -> str:
    """The permalink of one numbered question: ``/kamervraag/2020Z02502/5``."""
    return f"/kamervraag/{quote(case, safe='')}/{quote(label, safe='')}"


def member_path(person: str) -> str:
    """Our page of a member: what was asked."""
    return f"/lid/{quote(person, safe='')}"


def official_path(person: str) -> str:
    """Our page of a minister or state secretary: what was asked of him, and what he answered."""
    return f"/bewindspersoon/{quote(person, safe='')}"


def party_path(party: str) -> str:
    """Our page of a party or group."""
    return f"/partij/{quote(party, safe='')}"


def ministry_path(line: str) -> str:
    """Our page of a ministry, one through all its names."""
    return f"/ministerie/{quote(line, safe='')}"


def cited_path(target: str) -> str:
    """Our page of anything that is cited: which cases cite it."""
    return case_path(target) if is_case(target) else f"/aangehaald/{quote(target, safe='')}"


def official_url(target: str) -> str | None:
    """The official address of what is cited, or None: what is an address itself is its own."""
    if target.startswith("ECLI:"):
        return _ruling_url(target)
    if target.startswith("celex:"):
        return _eu_act_url(target)
    if target.startswith("BWBR"):
        return _law_url(target)
    if _DOCUMENT.fullmatch(target):
        return _file_url(target)
    return safe_url(target) or publication_url(target)


def outlet_path(outlet: str) -> str:
    """Our page of one news medium: who cited it."""
    return f"/medium/{quote(outlet, safe='')}"


def name_path(name: str) -> str:
    """Our page of one organisation, programme, body or place: who asked about it."""
    return f"/naam/{quote(name, safe='')}"


_LISTS: dict[ListKind, str] = {
    "late": "te-laat", "soon": "binnenkort", "without_notice": "zonder-uitstelbericht", "longest_open": "langst-open",
}


def list_path(kind: ListKind) -> str:
    """Our page of a list of sets that wait: ``/te-laat``."""
    return f"/{_LISTS[kind]}"


def document_path(sha256: str) -> str:
    """Our page of one raw document."""
    return f"/document/{sha256}"


def publication_url(publication: str) -> str | None:
    """The official page of a publication (``ah-tk-20192020-2893``), or None where the name is not one.

    >>> publication_url("kv-tk-2020Z02502")
    'https://zoek.officielebekendmakingen.nl/kv-tk-2020Z02502.html'
    """
    return f"{_KOOP}/{publication}.html" if _PUBLICATION.fullmatch(publication) else None


def registration_url(number: str) -> str | None:
    """The Tweede Kamer's own page of a case, or None where the number is none of theirs."""
    return f"{_TWEEDE_KAMER}/kamerstukken/detail?id={number}" if _CASE.fullmatch(number) else None


def is_case(name: str) -> bool:
    """Does this name a case by its Zaak number or by the publication of its questions?"""
    return bool(_CASE.fullmatch(name)) or name.startswith("kv-")


def safe_url(url: str) -> str | None:
    """The address itself where it is plain http or https, else None: no other scheme ever becomes a link."""
    return url if re.match(r"https?://[^\s\"'<>]+\Z", url, re.IGNORECASE) else None


def target_url(reference: Reference, *, home: str = "") -> str | None:
    """Where a reference leads, or None where it leads nowhere; ``home`` is the page of the case it stands in.

    >>> target_url(Reference(kind="paper", printed="28 638, nr. 166", start=0, end=15, target="kst-28638-166"))
    'https://zoek.officielebekendmakingen.nl/kst-28638-166.html'
    """
    if reference.kind == "internal":
        return f"{home}#vraag-{reference.numbers[0]}" if home and reference.numbers else None
    if not reference.target:
        return None
    if reference.kind == "law" and len(reference.articles) == 1:
        return f"https://wetten.overheid.nl/jci1.3:c:{reference.target}&artikel={quote(reference.articles[0], safe=':')}"
    return _TARGETS.get(reference.kind, publication_url)(reference.target)


def _file_url(document: str) -> str:
    return f"{_TWEEDE_KAMER}/downloads/document?id={quote(document)}"


def _ruling_url(ecli: str) -> str:
    return f"https://deeplink.rechtspraak.nl/uitspraak?id={quote(ecli, safe=':')}"


def _eu_act_url(celex: str) -> str:
    return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{quote(celex.removeprefix('celex:'))}"


def _law_url(law: str) -> str | None:
    return f"https://wetten.overheid.nl/{law}" if law.startswith("BWBR") else None


_TARGETS: dict[ReferenceKind, Callable[[str], str | None]] = {
    "url": safe_url, "case": case_path, "document": _file_url, "case_law": _ruling_url, "eu_act": _eu_act_url,
    "law": _law_url,
}


@lru_cache(maxsize=8192)
def linkify(text: str, *, home: str = "") -> tuple[Link, ...]:
    """What can be opened in a text, in order, never overlapping: papers, appendices, cases, addresses.

    With ``home``, the page of the case, the questions of the same case that it names are links too.
    """
    if len(text) > LONGEST_LINKED or not _MAY_REFER.search(text):
        return ()
    found = []
    for reference in find_references(text):
        url = target_url(reference, home=home)
        if url:
            found.append(Link(start=reference.start, end=reference.end, url=url))
    return without_overlap(found)


def without_overlap(found: list[Link]) -> tuple[Link, ...]:
    """Links in order of place; of two that overlap the one that starts first, the longer one on a tie."""
    kept: list[Link] = []
    for link in sorted(found, key=lambda link: (link.start, -link.end)):
        if not kept or link.start >= kept[-1].end:
            kept.append(link)
    return tuple(kept)
