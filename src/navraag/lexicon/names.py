"""What a printed name stands for: parties, ministries, outlets. Doubt is a value: no row, or more than one."""

import re
from datetime import date
from functools import cache

from navraag.lexicon.tables import Ministry, Outlet, Party, Portfolio, ministries, outlets, parties, portfolios

_SKIPPED = re.compile(r"[\s.'’‘`´\-‐‑–—]+")


def folded(name: str) -> str:
    """A name without white space, full stops, hyphens, apostrophes and case, "&" read as "en"."""
    return _SKIPPED.sub("", name.replace("&", "en")).casefold()


@cache
def _parties() -> dict[str, Party]:
    return {folded(name): party for party in parties() for name in (*party.spellings, party.name, party.abbreviation)}


def party_named(printed: str) -> Party | None:
    """The party or group that a title line names ("Groenlinks", "Lid Omtzigt"), None where the table has none."""
    return _parties().get(folded(printed))


def _held(row: Ministry | Portfolio, day: date) -> bool:
    return (row.valid_from or date.min) <= day < (row.valid_until or date.max)


@cache
def _ministries() -> dict[str, tuple[Ministry, ...]]:
    """The rows by every name that they bear, folded."""
    found: dict[str, list[Ministry]] = {}
    for row in ministries():
        for name in dict.fromkeys(map(folded, (row.name, *row.abbreviations, *row.spellings))):
            found.setdefault(name, []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


def ministries_named(printed: str, *, on: date | None = None) -> tuple[Ministry, ...]:
    """The rows whose name or abbreviation is printed; those in force on a day where one is given and any was."""
    found = _ministries().get(folded(printed), ())
    return (tuple(row for row in found if _held(row, on)) or found) if on else found


def portfolio_named(printed: str) -> Portfolio | None:
    """The portfolio without department that is printed, None where the table has none."""
    return _portfolios().get(folded(printed))


@cache
def _portfolios() -> dict[str, Portfolio]:
    """The first row by every name that it bears, folded."""
    found: dict[str, Portfolio] = {}
    for row in portfolios():
        for name in (row.name, *row.spellings):
            found.setdefault(folded(name), row)
    return found


@cache
def _outlets_by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


def outlet_at(host: str) -> Outlet | None:
    """The medium that publishes at a host or above it ("app.nos.nl"), None where the table has none."""
    labels = host.casefold().rstrip(".").split(".")
    known = _outlets_by_domain()
    return next((known[name] for at in range(len(labels) - 1) if (name := ".".join(labels[at:])) in known), None)


@cache
def _labels() -> dict[str, str]:
    return {party.code: party.label or (party.abbreviation if party.kind == "party" else party.name) for party in parties()}


def party_label(code: str) -> str:
    """How title lines name a party: "GroenLinks", "VVD", "Groep Kuzu/Öztürk"; the code itself where the table has none."""
    return _labels().get(code, code)


def party_codes() -> frozenset[str]:
    """The code of every party of the table."""
    return frozenset(_labels())
