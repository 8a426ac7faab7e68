"""Entities: the newest state of everything that the feed gave, and what hangs on what."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

import msgspec

Values = Mapping[str, list[str]]

_KEEP = """
INSERT INTO entity (category, id, sequence, deleted, updated, kind, number, owner, data, arrived) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (category, id) DO UPDATE SET
    sequence = excluded.sequence, deleted = excluded.deleted, updated = excluded.updated, arrived = excluded.arrived,
    kind = CASE WHEN excluded.deleted THEN kind ELSE excluded.kind END,
    number = CASE WHEN excluded.deleted THEN number ELSE excluded.number END,
    owner = CASE WHEN excluded.deleted THEN owner ELSE excluded.owner END,
    data = CASE WHEN excluded.deleted THEN data ELSE excluded.data END
 WHERE excluded.sequence >= entity.sequence
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """One entity as it is kept."""

    category: int
    id: str
    sequence: int
    deleted: bool = False
    updated: str = ""
    kind: str | None = None
    number: str | None = None
    owner: str | None = None
    fields: Values | None = None
    references: Values | None = None

    def one(self, name: str) -> str:
        """The first value of a field, "" where there is none."""
        return next(iter((self.fields or {}).get(name, ())), "")

    def all(self, name: str) -> list[str]:
        """Everything that a relation points at."""
        return list((self.references or {}).get(name, ()))


class Entities:
    """The entities of a sync store; changes stand in the store's ``transaction()``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def keep(self, rows: Iterable[EntityRow], arrived: int) -> None:
        """Entities in their newest state; an older state never replaces a newer one, and of what is deleted stays what was known."""
        self.connection.executemany(_KEEP, ((*_entity_values(row), arrived) for row in rows))

    def of(self, category: int, *, kinds: Iterable[str] = ()) -> Iterator[EntityRow]:
        """The entities of a category that were not deleted, sorted by id; of some kinds only, where they are named."""
        wanted = tuple(kinds)
        sql = "SELECT category, id, sequence, deleted, updated, kind, number, owner, data FROM entity WHERE category = ? AND NOT deleted"
        if wanted:
            sql += f" AND kind IN ({', '.join('?' * len(wanted))})"
        for row in self.connection.execute(f"{sql} ORDER BY id", (category, *wanted)):
            yield _entity_row(row)

    def one(self, category: int, id_: str) -> EntityRow | None:
        """One entity, deleted or not; None where it is not held."""
        sql = "SELECT category, id, sequence, deleted, updated, kind, number, owner, data FROM entity WHERE category = ? AND id = ?"
        row = self.connection.execute(sql, (category, packed(id_))).fetchone()
        return _entity_row(row) if row else None

    def numbered(self, category: int, number: str) -> tuple[EntityRow, ...]:
        """The entities of a category with a number, not deleted, sorted by id."""
        sql = (
            "SELECT category, id, sequence, deleted, updated, kind, number, owner, data FROM entity INDEXED BY entity_number "
            "WHERE category = ? AND number = ? AND NOT deleted ORDER BY id"
        )
        return tuple(map(_entity_row, self.connection.execute(sql, (category, number))))

    def knows(self, category: int, id_: str) -> bool:
        """Whether an entity is held, deleted or not."""
        return self.connection.execute("SELECT 1 FROM entity WHERE category = ? AND id = ?", (category, packed(id_))).fetchone() is not None

    def hanging_on(self, owner: str, category: int) -> tuple[EntityRow, ...]:
        """The entities of a category that hang on another, not deleted, sorted by id."""
        sql = (
            "SELECT category, id, sequence, deleted, updated, kind, number, owner, data FROM entity INDEXED BY entity_owner "
            "WHERE owner = ? AND category = ? AND NOT deleted ORDER BY id"  # without the hint the whole category is walked, for its order
        )
        return tuple(map(_entity_row, self.connection.execute(sql, (packed(owner), category))))

    def arrived_since(self, category: int, arrival: int) -> Iterator[EntityRow]:
        """The entities of a category that came in after a group of pages, deleted ones too, in the order in which they came."""
        sql = (
            "SELECT category, id, sequence, deleted, updated, kind, number, owner, data FROM entity "
            "WHERE category = ? AND arrived > ? ORDER BY arrived, sequence"
        )
        yield from map(_entity_row, self.connection.execute(sql, (category, arrival)))

    def count_kind(self, category: int, kind: str) -> int:
        """How many entities of a category and kind are held."""
        sql = "SELECT count(*) FROM entity WHERE category = ? AND kind = ? AND NOT deleted"
        return int(self.connection.execute(sql, (category, kind)).fetchone()[0])

    def numbers_by_year(self, category: int, kind: str) -> dict[int, int]:
        """How many different numbers of each year the entities of a kind have."""
        sql = (
            "SELECT CAST(substr(number, 1, 4) AS INTEGER), count(DISTINCT upper(number)) FROM entity "
            "WHERE category = ? AND kind = ? AND NOT deleted AND number GLOB '[0-9][0-9][0-9][0-9][Zz][0-9][0-9][0-9][0-9][0-9]' GROUP BY 1"
        )
        return dict(self.connection.execute(sql, (category, kind)))

    def highest_number(self, category: int, kind: str) -> int:
        """The highest figure behind the Z of the numbers of a kind; 0 where there is none."""
        sql = "SELECT max(CAST(substr(number, 6) AS INTEGER)) FROM entity WHERE category = ? AND kind = ? AND NOT deleted"
        return int(self.connection.execute(sql, (category, kind)).fetchone()[0] or 0)

    def dangling(self, category: int, owner: int, arrival: int) -> tuple[int, int]:
        """How many entities of a category that came in after a group of pages hang on another, and on how many of these nothing is held."""
        sql = (
            "SELECT count(*), sum(NOT EXISTS (SELECT 1 FROM entity AS up WHERE up.category = ? AND up.id = entity.owner)) "
            "FROM entity WHERE category = ? AND arrived > ? AND NOT deleted AND owner IS NOT NULL"
        )
        total, loose = self.connection.execute(sql, (owner, category, arrival)).fetchone()
        return int(total), int(loose or 0)

    def kind_of(self, category: int, id_: str) -> str | None:
        """The kind of an entity: None where it is not held or was deleted, "" where it has none."""
        row = self.connection.execute(
            "SELECT coalesce(kind, '') FROM entity WHERE category = ? AND id = ? AND NOT deleted", (category, packed(id_)),
        ).fetchone()
        return row[0] if row else None

    def counts(self) -> dict[int, tuple[int, int]]:
        """By category: how many are held, and how many were deleted at the source."""
        rows = self.connection.execute("SELECT category, count(*), sum(deleted) FROM entity GROUP BY category")
        return {category: (total - deleted, deleted) for category, total, deleted in rows}


def packed(id_: str) -> bytes:
    """An identifier as 16 bytes; what is none as its letters."""
    try:
        data = bytes.fromhex(id_.replace("-", ""))
    except ValueError:
        return id_.encode()
    return data if len(data) == 16 else id_.encode()


def unpacked(data: bytes) -> str:
    """What was packed."""
    return str(UUID(bytes=data)) if len(data) == 16 else data.decode()


def _entity_values(row: EntityRow) -> tuple[object, ...]:
    data = None if row.deleted else msgspec.json.encode([row.fields or {}, row.references or {}])
    return (
        row.category, packed(row.id), row.sequence, int(row.deleted), row.updated, row.kind, row.number,
        packed(row.owner) if row.owner else None, data,
    )


def _entity_row(row: tuple[int, bytes, int, int, str, str | None, str | None, bytes | None, bytes | None]) -> EntityRow:
    category, id_, sequence, deleted, updated, kind, number, owner, data = row
    fields, references = msgspec.json.decode(data, type=tuple[dict[str, list[str]], dict[str, list[str]]]) if data else ({}, {})
    return EntityRow(
        category=category, id=unpacked(id_), sequence=sequence, deleted=bool(deleted), updated=updated, kind=kind,
        number=number, owner=unpacked(owner) if owner else None, fields=fields, references=references,
    )
