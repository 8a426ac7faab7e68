"""Organisations, programmes and places by every spelling, as typed rows."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from navraag.lexicon.tables import load, ministries, parties

OrganisationKind = Literal[
    "police", "body", "parliament", "government", "research", "inspectorate", "agency", "association", "ngo", "programme", "international",
    "university", "company",
]
PlaceKind = Literal["municipality", "province", "police_unit", "island"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation, body or programme: its name, and the spellings by which it is recognised, capitals included."""

    name: str
    kind: OrganisationKind
    source: str
    abbreviations: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place; ``word`` is True where the name is also a word or a surname."""

    name: str
    kind: PlaceKind
    source: str
    spellings: tuple[str, ...] = ()
    word: bool = False


@cache
def organisations() -> tuple[Organisation, ...]:
    """Organisations, bodies and programmes."""
    return load("organisations.toml", Organisation)


@cache
def places() -> tuple[Place, ...]:
    """Municipalities, provinces, regional units of the police, islands."""
    return load("places.toml", Place)


@cache
def ministry_names() -> dict[str, str]:
    """Every name and abbreviation of a ministry, to the name that it bears in full; what two ministries bore is left out."""
    found: dict[str, set[str]] = {}
    for row in ministries():
        for name in (row.name, *row.abbreviations, *row.spellings):
            found.setdefault(name, set()).add(row.name)
    return {name: next(iter(names)) for name, names in found.items() if len(names) == 1}


@cache
def party_abbreviations() -> frozenset[str]:
    """Abbreviations in brackets that are parties: "Kuipersma (VVD)" introduces no organisation."""
    return frozenset(name for row in parties() for name in (row.abbreviation, row.name, row.label, *row.spellings) if name)


@cache
def _place_names() -> frozenset[str]:
    return frozenset(row.name for row in places())


def is_place(name: str) -> bool:
    """Is this the name of a place of the table, or of a regional unit of the police?"""
    bare = name.partition(" (")[0]
    return bare in _place_names() or bare.startswith("Politie, eenheid ")
