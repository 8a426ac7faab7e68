"""The roll of persons in the registry: from what it is made, and how it is kept. Stands within a transaction of the writer."""

import sqlite3
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from navraag.lexicon.offices import plain
from navraag.records.pages import Entity, Other
from navraag.records.people import Membership, Organization, Person, Roll
from navraag.store.codec import decode_content
from navraag.store.roles import Row

_FIXTURES = "SELECT dataset, key, data FROM reference_record WHERE dataset LIKE '%.%' ORDER BY dataset, length(key), key"
_ENTITIES = "SELECT content FROM paper WHERE kind = 'Other' AND layout = 'tk_entities' ORDER BY sha256, row"
Kind = TypeVar("Kind")
_TABLES = ("membership", "organization", "person")


def fixtures(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """The records of lists of people that were imported: model, key, fields as JSON."""
    return connection.execute(_FIXTURES).fetchall()


def entities(connection: sqlite3.Connection) -> Iterator[Entity]:
    """The entities about people that were imported."""
    for (content,) in connection.execute(_ENTITIES):
        other = decode_content("Other", content)
        if isinstance(other, Other) and other.entity:
            yield other.entity


def held_roll(connection: sqlite3.Connection) -> Roll:
    """The persons, organizations and memberships held."""
    return Roll(
        persons=tuple(_read(connection, "person", Person)), organizations=tuple(_read(connection, "organization", Organization)),
        memberships=tuple(_read(connection, "membership", Membership)),
    )


def _read(connection: sqlite3.Connection, table: str, kind: type[Kind]) -> Iterator[Kind]:
    decoder = msgspec.json.Decoder(kind)
    for (data,) in connection.execute(f"SELECT data FROM {table} ORDER BY id"):  # noqa: S608 - names of this module
        yield decoder.decode(data)


def write_roll(connection: sqlite3.Connection, roll: Roll) -> None:
    """Make the persons, organizations and memberships held exactly these."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of this module
    connection.executemany("INSERT INTO person VALUES (?, ?, ?, ?)", map(_person_row, roll.persons))
    connection.executemany("INSERT INTO organization VALUES (?, ?)", map(_organization_row, roll.organizations))
    connection.executemany("INSERT INTO membership VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_membership_row, roll.memberships))


def _person_row(person: Person) -> Row:
    sort = " ".join(part for part in (person.family_name, person.given_name or person.initials, person.prefix) if part)
    return person.id, person.name, plain(sort), msgspec.json.encode(person)


def _organization_row(organization: Organization) -> Row:
    return organization.id, msgspec.json.encode(organization)


def _membership_row(one: Membership) -> Row:
    first, last = (day.isoformat() if day else None for day in (one.start_date, one.end_date))
    return one.id, one.person_id, one.organization_id, one.post_id, one.on_behalf_of_id, first, last, msgspec.json.encode(one)
