"""LinkCases: what others need to know of each case: its names, what it cites, and where it is near others."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

_SUBJECTS = tuple[str, ...]
_TABLES = ("link_case", "link_name", "link_cite")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """One case: the component of its papers, its names, the names that it cites, and its place among others.

    ``near`` is a number that cases of the same day and askers share; None where these are not known.
    """

    number: str
    component: int
    names: tuple[str, ...]
    cites: tuple[str, ...]
    near: int | None = None
    subjects: tuple[str, ...] = ()
    has_paper: bool = False


class LinkCases:
    """The tables of linked cases; whatever changes them stands within a transaction of the writer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def clear(self) -> None:
        """Forget all cases."""
        for table in _TABLES:
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of this module

    def keep(self, facts: Iterable[CaseFacts]) -> None:
        """Note cases that are not noted yet."""
        cases, names, cites = [], [], []
        for one in facts:
            subjects = msgspec.json.encode(one.subjects).decode()
            cases.append((one.number, one.component, one.near, subjects if one.near is not None else None, int(one.has_paper)))
            names += [(name, one.number) for name in one.names]
            cites += [(name, one.number) for name in one.cites]
        self.connection.executemany("INSERT INTO link_case VALUES (?, ?, ?, ?, ?)", cases)
        self.connection.executemany("INSERT INTO link_name VALUES (?, ?)", names)
        self.connection.executemany("INSERT INTO link_cite VALUES (?, ?)", cites)

    def forget(self, numbers: Iterable[str]) -> None:
        """Forget cases, with all that was noted of them."""
        for number in numbers:
            for table in _TABLES:
                self.connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))  # noqa: S608 - names of this module

    def of_component(self, component: int) -> list[CaseFacts]:
        """The cases that the papers of a component made."""
        rows = self.connection.execute("SELECT number, near, subjects, has_paper FROM link_case WHERE component = ? ORDER BY number", (component,)).fetchall()
        return [
            CaseFacts(
                number=number, component=component, names=self._names("link_name", number), cites=self._names("link_cite", number), near=near,
                subjects=msgspec.json.decode(subjects, type=_SUBJECTS) if subjects else (), has_paper=bool(has_paper),
            )
            for number, near, subjects, has_paper in rows
        ]

    def _names(self, table: str, number: str) -> tuple[str, ...]:
        rows = self.connection.execute(f"SELECT name FROM {table} WHERE number = ? ORDER BY name", (number,))  # noqa: S608 - names of this module
        return tuple(name for (name,) in rows)

    def component_of(self, number: str) -> int:
        """The component of a case."""
        return int(self.connection.execute("SELECT component FROM link_case WHERE number = ?", (number,)).fetchone()[0])

    def records(self) -> Iterator[tuple[str, bytes]]:
        """Every case with its record."""
        yield from self.connection.execute("SELECT number, data FROM case_data")

    def owners(self, name: str) -> list[str]:
        """The cases that have a name."""
        return [number for (number,) in self.connection.execute("SELECT number FROM link_name WHERE name = ?", (name,))]

    def citing(self, name: str) -> list[str]:
        """The cases that cite a name."""
        return [number for (number,) in self.connection.execute("SELECT number FROM link_cite WHERE name = ?", (name,))]

    def near(self, near: int) -> list[tuple[str, tuple[str, ...], bool]]:
        """Number and subjects of the cases of the same day and askers, and whether each has a question paper."""
        rows = self.connection.execute("SELECT number, subjects, has_paper FROM link_case WHERE near = ? ORDER BY number", (near,))
        return [(number, msgspec.json.decode(subjects, type=_SUBJECTS), bool(has_paper)) for number, subjects, has_paper in rows]
