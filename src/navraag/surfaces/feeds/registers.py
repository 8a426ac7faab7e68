"""A register as a feed: undertakings with the last day that their words name, or what is said not to be known."""

from collections.abc import Iterable
from datetime import date

from navraag.store.registers import RegisterRow
from navraag.surfaces.dutch import dutch_date
from navraag.surfaces.feeds.atom import Entry, Feed
from navraag.surfaces.links import case_path, pair_path

MOST_ENTRIES = 200
_TITLES = {"toezeggingen": "Toezeggingen in schriftelijke antwoorden", "hiaten": "Wat de regering zegt niet te weten"}
_FIRST_DAY = date(1994, 1, 1)


def register_feed(name: str, rows: Iterable[RegisterRow], *, site: str, address: str, page: str) -> Feed:
    """The lines of a register, the last said first; ``site`` is the address of the site."""
    entries = tuple(_entry(name, row, site) for row in rows)
    return Feed(
        title=_TITLES[name], window=f"De laatste {MOST_ENTRIES}, door regels gevonden; geen oordeel.", url=site + page, address=site + address,
        updated=max((entry.updated for entry in entries), default=_FIRST_DAY), entries=entries,
    )


def _entry(name: str, row: RegisterRow, site: str) -> Entry:
    finding = row.finding
    found, label = finding.found, finding.labels[0] if finding.labels else ""
    path = pair_path(finding.case, label) if label else case_path(finding.case)
    due = f" Uiterlijk {dutch_date(found.latest)}, zoals de woorden op die dag betekenen." if name == "toezeggingen" and found.latest else ""
    return Entry(
        id=f"{site}/{name}/{finding.case}/{row.id}", title=_short(found.quote), url=f"{site}{path}", updated=row.said_on or _FIRST_DAY,
        authors=(row.addressees or "onbekend",), categories=(found.key,) if found.key else (), due_on=found.latest if name == "toezeggingen" else None,
        summary=f"{finding.case}, {row.subject}. {row.askers or 'Indiener onbekend'} aan {row.addressees or 'onbekend'}, {dutch_date(row.said_on)}: «{found.quote}»{due}",
    )


def _short(words: str) -> str:
    """The beginning of a quote, cut at a blank."""
    return words if len(words) <= 120 else words[:117].rsplit(" ", 1)[0] + " …"
