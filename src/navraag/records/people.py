"""Persons, organizations, posts and memberships, in the shapes of Popolo (popoloproject.com)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from navraag.records.attribution import Role

Classification = Literal["party", "ministry", "parliament"]
KAMER = "tweede-kamer"
"""The organization of which members are members."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """The identifier of a person at somebody else's: scheme "tweedekamer", "wikidata" or "parlement"."""

    scheme: str
    identifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person; ``id`` is the end of our own address ("anne-kuik"), ``name`` the usual name in full.

    ``prefix`` is what stands before the family name ("van der"), ``initials`` as officially written ("A.J.M.").
    """

    id: str
    name: str
    family_name: str
    prefix: str = ""
    given_name: str = ""
    initials: str = ""
    birth_date: date | None = None
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A party or group, a ministry (one line of history through all its names), or the parliament."""

    id: str
    name: str
    classification: Classification
    abbreviation: str = ""
    founding_date: date | None = None
    dissolution_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office that one person holds after another: "minister-jenv"; its label is the name that it bears last."""

    id: str
    label: str
    role: Role
    organization_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person in the Kamer (``on_behalf_of_id``: the party) or in a post, from one day up to and including another.

    Without ``end_date`` it goes on. Where its end was not told, ``known_until`` is the last day of which the source speaks.
    """

    id: str
    person_id: str
    organization_id: str
    role: str
    post_id: str | None = None
    on_behalf_of_id: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    known_until: date | None = None

    def holds(self, day: date) -> bool:
        """Is it held on this day, or does nothing say that it ended?"""
        return (self.start_date or date.min) <= day <= (self.end_date or date.max)

    def certain(self, day: date) -> bool:
        """Is it held on this day, and does the source tell so?"""
        return self.holds(day) and day <= (self.known_until or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """All persons that a source knows, with their memberships, and the parties that our own table lacks."""

    persons: tuple[Person, ...] = ()
    memberships: tuple[Membership, ...] = ()
    organizations: tuple[Organization, ...] = ()
