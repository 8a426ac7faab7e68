"""Names that stand in the tables: looked up by their first word, so that a long table costs nothing."""

import re
from dataclasses import dataclass
from functools import cache

from navraag.lexicon.bodies import OrganisationKind, ministry_names, organisations, places
from navraag.records.names import NameKind

TOKEN = re.compile(r"[0-9A-Za-zÀ-ÿ'’][\w'’&*-]*", re.UNICODE)
_KINDS: dict[OrganisationKind, NameKind] = {"programme": "programme", "police": "police"}
_LEADS = re.compile(r"(?:\b(?:in|te|uit|rond|bij|gemeente|stad|dorp|regio|naar|gemeenten|burgemeester van|wethouder van|raad van|provincie|inwoners van|college van)|,| en)[ \u00a0]$", re.IGNORECASE)
_PERSON = re.compile(r"(?:\b(?:Van|De|Van der|Van den|Van de|lid|leden|heer|mevrouw|minister|staatssecretaris|motie|[A-Z]\.)|-)[ \u00a0]?$")
_WHICH = re.compile(r"\b(?P<kind>provincie|provinciale staten van|gemeente|stad|gemeenten|wethouder van|burgemeester van)[ \u00a0](?:de[ \u00a0])?$", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?:[Mm]inisters?|[Ss]taatssecretaris(?:sen)?|[Bb]ewindspersoon|[Bb]ewindslieden)[ \u00a0](?:van|voor)[ \u00a0](?:de[ \u00a0])?$")
_ACT = re.compile(r"\b(?:Verordening|Richtlijn|Besluit)[ \u00a0]\($", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One spelling of one name."""

    spelling: str
    name: str
    kind: NameKind
    rule: str
    word: bool = False
    candidates: tuple[str, ...] = ()


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """All spellings by their first word, the longest first."""
    found: dict[str, list[Entry]] = {}
    for entry in (*_organisations(), *_ministries(), *_places()):
        first = TOKEN.match(entry.spelling)
        if first:
            found.setdefault(first[0], []).append(entry)
    return {word: tuple(sorted(held, key=lambda one: -len(one.spelling))) for word, held in found.items()}


def _organisations() -> list[Entry]:
    return [
        Entry(spelling=spelling, name=row.name, kind=_KINDS.get(row.kind, "organisation"), rule="listed")
        for row in organisations() for spelling in dict.fromkeys((row.name, *row.abbreviations, *row.spellings))
    ]


def _ministries() -> list[Entry]:
    """"Ministerie van X" and the abbreviations that mean one ministry."""
    found = []
    for spelling, name in ministry_names().items():
        full = f"Ministerie van {name}"
        found += [Entry(spelling=f"{word} van {spelling}", name=full, kind="ministry", rule="ministry") for word in ("ministerie", "Ministerie", "departement")]
        if spelling.isascii() and sum(letter.isupper() for letter in spelling) > 1 and " " not in spelling and len(spelling) > 2:
            found.append(Entry(spelling=spelling, name=full, kind="ministry", rule="ministry"))
    return found


def _places() -> list[Entry]:
    by_name: dict[str, list[str]] = {}
    words: dict[str, bool] = {}
    for row in places():
        if row.kind != "police_unit":
            for spelling in (row.name, *row.spellings):
                by_name.setdefault(spelling, []).append(f"{row.name} ({_DUTCH[row.kind]})")
                words[spelling] = words.get(spelling, False) or row.word
    return [
        Entry(spelling=spelling, name="" if len(found) > 1 else found[0].partition(" (")[0], kind="place", rule="place", word=words[spelling], candidates=tuple(found))
        for spelling, found in by_name.items()
    ]


_DUTCH = {"municipality": "gemeente", "province": "provincie", "island": "eiland"}


def entry_at(text: str, first: str, at: int) -> tuple[Entry, int] | None:
    """The longest listed name that starts with this word at this place and may stand there, with its end."""
    for entry in entries().get(first, ()):
        end = at + len(entry.spelling)
        if text.startswith(entry.spelling, at) and not (end < len(text) and (text[end].isalnum() or text[end] in "-&")) and _may(entry, text, at):
            return _decided(entry, text, at), end
    return None


def _may(entry: Entry, text: str, at: int) -> bool:
    before = max(0, at - 30)
    if entry.kind == "place":
        return (not entry.word or bool(_LEADS.search(text, before, at))) and not _PERSON.search(text, before, at)
    if entry.kind == "ministry":
        return not _OFFICE.search(text, before, at)
    return not (entry.spelling == "EU" and _ACT.search(text, before, at))


def _decided(entry: Entry, text: str, at: int) -> Entry:
    """A name of a town and a province, where the words before it say which."""
    if entry.kind != "place" or len(entry.candidates) < 2 or not (which := _WHICH.search(text, max(0, at - 30), at)):
        return entry
    kind = "provincie" if which["kind"].lower().startswith("provinci") else "gemeente"
    chosen = next((one for one in entry.candidates if one.endswith(f"({kind})")), "")
    return Entry(spelling=entry.spelling, name=chosen, kind="place", rule="place", candidates=(chosen,)) if chosen else entry
