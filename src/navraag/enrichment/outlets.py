"""News media that a text cites: by the host of an address, and by their names as printed in sources."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from navraag.enrichment.references.addresses import find_addresses
from navraag.enrichment.screening import mentions
from navraag.lexicon.bodies import organisations
from navraag.lexicon.names import outlet_at
from navraag.lexicon.tables import Outlet, outlets

_TOKEN = re.compile(r"[0-9A-Za-zÀ-ÿ][\w'’&+./-]*\w|[A-Z]\w?")
_HOST = re.compile(r"(?:https?://)?(?:[^/@\s]{1,80}@)?(?P<host>[A-Za-z0-9.-]{3,120})", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:[Dd]e|[Hh]et|The) ")
_WORDS = frozenset(
    "AP EO MAX NT DUB Delta Mare Vox Oost Human Time Nature Science Quote Metro Spits Linda Libelle Panorama Nursing Folia Boerderij Trouw HOP Univers Zwart Opzij Apache Accountant NPO Politico AFP CIP Jalta Blendle Amigoe TTM WOS Reuters L1"
    " Economist Guardian Independent Times Telegraph Lancet Tijd Standaard Morgen Pers Welt Zeit Spiegel Monde FT NYT WSJ DW ESB NJB EW".split()
)
"""Names that are also words, or initials of something else: they count only where a source is printed, or beside "artikel in"."""
_CITED = re.compile(
    r"(?:\b(?:artikel(?:en)?|bericht(?:en|geving)?|uitzending(?:en)?|reportage|onderzoek|podcast|nieuws|interview|column|opiniestuk|stuk|programma|krant|dagblad|tijdschrift|weekblad|aflevering)\b[^.\n]{0,40}?\b(?:in|van|door|bij|op|uit)[ \u00a0](?:de |het |dagblad |tijdschrift |weekblad |krant )?)$", re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|\n)[ \t\d.)]{0,6}(?:«[^»\n]{0,200}»,? |[‘'“\"][^’'”\"\n]{0,200}[’'”\"],? |(?:Bron|Zie|Artikel|Bericht)(?: ook)?:? (?:in |van )?(?:de |het )?)?$", re.IGNORECASE)
_DATED = re.compile(r"(?:,| van| d\.d\.|:|\s\()[ \u00a0]?(?:d\.d\. )?(?:\d{1,2}[ \u00a0-]|(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b)", re.IGNORECASE)


_OF_ADDRESSES = ("://", "www.", "/", ".nl", ".com")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletMention:
    """Words that cite a medium: ``text[start:end] == quote``."""

    quote: str
    start: int
    end: int
    outlet: str
    scope: str
    rule: str


@cache
def _names() -> dict[str, tuple[tuple[str, Outlet], ...]]:
    """Every spelling of every medium by its first word, the longest first; names of organisations are left out."""
    bodies = {name for row in organisations() for name in (row.name, *row.spellings)}
    found: dict[str, dict[str, Outlet]] = {}
    for row in outlets():
        for spelling in (row.name, *row.spellings, _ARTICLE.sub("", row.name)):
            first = _TOKEN.match(spelling)
            if first and spelling not in bodies:
                found.setdefault(first[0], {}).setdefault(spelling, row)
    return {word: tuple(sorted(held.items(), key=lambda one: -len(one[0]))) for word, held in found.items()}


def find_outlets(text: str, *, note: bool = False) -> Iterator[OutletMention]:
    """The media that a text cites, in order, each once; in a ``note`` a name at the start of a line is a source."""
    seen = set()
    for mention in sorted((*_by_address(text), *_by_name(text, note=note)), key=lambda one: one.start):
        if mention.outlet not in seen:
            seen.add(mention.outlet)
            yield mention


def _by_address(text: str) -> Iterator[OutletMention]:
    for address in find_addresses(text) if mentions(text, _OF_ADDRESSES) else ():
        host = _HOST.match(address.printed)
        outlet = outlet_at(host["host"]) if host else None
        if outlet:
            yield OutletMention(quote=address.printed, start=address.start, end=address.end, outlet=outlet.name, scope=outlet.scope, rule="outlet-address")


def _by_name(text: str, *, note: bool) -> Iterator[OutletMention]:
    done, known = 0, _names()
    for token in _TOKEN.finditer(text):
        if token[0] not in known:
            continue
        at = token.start()
        for spelling, outlet in known[token[0]] if at >= done else ():
            end = at + len(spelling)
            if text.startswith(spelling, at) and not text[end : end + 1].isalnum() and _is_cited(text, at, spelling, note=note):
                done = end
                yield OutletMention(quote=spelling, start=at, end=end, outlet=outlet.name, scope=outlet.scope, rule="outlet-name")
                break


def _is_cited(text: str, at: int, spelling: str, *, note: bool) -> bool:
    """A name that is nothing else counts anywhere; one that is also a word only where a source is named."""
    if spelling not in _WORDS and (len(spelling) > 3 or spelling.isupper()):
        return True
    end = at + len(spelling)
    dated = bool(_DATED.match(text, end))
    return bool(_CITED.search(text, max(0, at - 80), at)) or (dated and (note or bool(_BEGINS.search(text, max(0, at - 220), at))))
