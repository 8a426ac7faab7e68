"""Cabinets and the parties that carried them: in coalition, in opposition or neither, on any day since 1994."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from navraag.lexicon.tables import load

Stance = Literal["coalition", "opposition", "neither"]
STANCES: tuple[Stance, ...] = ("coalition", "opposition", "neither")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A party's part in a cabinet; the days only where they differ from those of the cabinet."""

    party: str
    valid_from: date | None = None
    valid_until: date | None = None

    def plays(self, day: date) -> bool:
        """Does the party take part on this day of the cabinet?"""
        return (self.valid_from or date.min) <= day < (self.valid_until or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabinet:
    """One cabinet: its days, when it became a caretaker, the parties in it and those that supported it from outside."""

    code: str
    name: str
    valid_from: date
    caretaker_from: date
    coalition: tuple[Part, ...]
    source: str
    support: tuple[Part, ...] = ()
    valid_until: date | None = None
    known_until: date | None = None

    def in_office(self, day: date) -> bool:
        """Is it in office on this day, as far as the table tells?"""
        return self.valid_from <= day and (day < self.valid_until if self.valid_until else day <= (self.known_until or date.max))

    def caretaker(self, day: date) -> bool:
        """Is it outgoing (demissionair) on this day?"""
        return day >= self.caretaker_from


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingPart:
    """A party in one cabinet, or supporting it, from one day up to (not including) another."""

    cabinet: str
    role: Literal["coalition", "support"]
    start: date
    end: date | None
    known_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chamber:
    """The first day of a Tweede Kamer after elections."""

    first_day: date
    source: str


@cache
def cabinets() -> tuple[Cabinet, ...]:
    """All cabinets of the table, the oldest first."""
    return load("cabinets.toml", Cabinet, array="cabinet")


@cache
def chambers() -> tuple[Chamber, ...]:
    """The first days of every Tweede Kamer of the table, the oldest first."""
    return load("cabinets.toml", Chamber, array="chamber")


@lru_cache(maxsize=8192)
def cabinet_on(day: date) -> Cabinet | None:
    """The cabinet in office on a day, None where the table does not tell."""
    return next((cabinet for cabinet in cabinets() if cabinet.in_office(day)), None)


@lru_cache(maxsize=8192)
def stance(party: str, day: date) -> Stance | None:
    """Where a party (its code) stands on a day; None where the table does not tell.

    >>> stance("cda", date(2020, 2, 10)), stance("pvv", date(2011, 5, 1)), stance("sp", date(2011, 5, 1))
    ('coalition', 'neither', 'opposition')
    """
    cabinet = cabinet_on(day)
    if cabinet is None:
        return None
    if any(part.party == party and part.plays(day) for part in cabinet.coalition):
        return "coalition"
    return "neither" if any(part.party == party and part.plays(day) for part in cabinet.support) else "opposition"


@lru_cache(maxsize=1024)
def next_chamber(day: date) -> date:
    """The first day of the first Tweede Kamer that was elected after a day; ``date.max`` where the table ends."""
    return next((chamber.first_day for chamber in chambers() if chamber.first_day > day), date.max)


def in_coalition(party: str) -> tuple[TakingPart, ...]:
    """Every cabinet that a party was in, or supported from outside, the oldest first."""
    return tuple(
        TakingPart(
            cabinet=cabinet.name, role=role, start=part.valid_from or cabinet.valid_from, end=part.valid_until or cabinet.valid_until,
            known_until=None if part.valid_until else cabinet.known_until,
        )
        for cabinet in cabinets()
        for role, parts in _roles(cabinet)
        for part in parts
        if part.party == party
    )


def _roles(cabinet: Cabinet) -> tuple[tuple[Literal["coalition", "support"], tuple[Part, ...]], ...]:
    return ("coalition", cabinet.coalition), ("support", cabinet.support)
