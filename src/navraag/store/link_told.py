"""LinkTold: what the sources say beside the documents, as linking reads it; every change marks the document as changed."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator

Differences = Iterable[tuple[str, bytes | None]]
_STALE = "INSERT OR IGNORE INTO link_stale VALUES (?)"


class LinkTold:
    """The tables of what was told; whatever changes them stands within a transaction of the writer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def keep_registrations(self, told: Differences) -> None:
        """Some registrations as they are now, None for one that is no more."""
        for id_, content in told:
            row = self.connection.execute("SELECT content FROM told_registration WHERE id = ?", (id_,)).fetchone()
            if (row[0] if row else None) != content:
                self._changed("told_registration", "id", id_, content)

    def keep_cases(self, told: Iterable[tuple[str, str]]) -> None:
        """Make the cases named for documents exactly these, sorted by document."""
        held = self.connection.execute("SELECT sha256, cases FROM told_case ORDER BY sha256")
        for sha256, cases in list(_differences(held, iter(told))):
            self._changed("told_case", "sha256", sha256, cases)

    def keep_gone(self, gone: Collection[str]) -> None:
        """Make the documents that others replaced exactly these."""
        held = {sha256 for (sha256,) in self.connection.execute("SELECT sha256 FROM told_gone")}
        changed = [(sha256,) for sha256 in sorted(held.symmetric_difference(gone))]
        self.connection.executemany("DELETE FROM told_gone WHERE sha256 = ?", [one for one in changed if one[0] in held])
        self.connection.executemany("INSERT INTO told_gone VALUES (?)", [one for one in changed if one[0] not in held])
        self.connection.executemany(_STALE, changed)

    def _changed(self, table: str, key: str, id_: str, value: bytes | str | None) -> None:
        if value is None:
            self.connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (id_,))  # noqa: S608 - names of this module
        else:
            self.connection.execute(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", (id_, value))  # noqa: S608 - names of this module
        self.connection.execute(_STALE, (id_,))


def _differences(old: Iterator[tuple[str, str]], new: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str | None]]:
    """What differs between two sorted lists of keys and values: the new value, None where a key is gone."""
    before, now = next(old, None), next(new, None)
    while before or now:
        if before and (now is None or before[0] < now[0]):
            yield before[0], None
            before = next(old, None)
        elif now and (before is None or now[0] < before[0]):
            yield now
            now = next(new, None)
        elif before and now:
            if before[1] != now[1]:
                yield now
            before, now = next(old, None), next(new, None)
