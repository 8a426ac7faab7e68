"""Remotes: which files are to be had at the sources, which are held, and which were replaced by later ones."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

State = Literal["wanted", "held", "missing", "vanished", "refused"]
ToldBy = Literal["feed", "search", "computed"]
ASIDE = "9999"
"""Later than any moment."""
_WANT = """
INSERT INTO remote (source, source_id, state, told_by, stamp, forms, tries) VALUES (?, ?, 'wanted', ?, ?, ?, 0)
ON CONFLICT (source, source_id) DO UPDATE SET
    stamp = max(stamp, excluded.stamp), forms = coalesce(excluded.forms, forms),
    told_by = CASE WHEN remote.told_by = 'computed' THEN excluded.told_by ELSE remote.told_by END,
    held_stamp = CASE WHEN remote.held_stamp = '' THEN excluded.stamp ELSE remote.held_stamp END,
    next_try = CASE WHEN excluded.stamp > stamp OR (remote.told_by = 'computed' AND excluded.told_by <> 'computed') THEN NULL ELSE next_try END
"""
_SUPERSEDE = """
INSERT OR IGNORE INTO superseded SELECT ? WHERE NOT EXISTS (SELECT 1 FROM remote WHERE sha256 = ?)
"""
_DUE = """
SELECT source, source_id, state, told_by, stamp, held_stamp, forms, sha256, name, etag, last_modified, tries FROM remote
 WHERE source = ? AND (held_stamp IS NULL OR held_stamp < stamp) AND (next_try IS NULL OR next_try <= ?)
 ORDER BY stamp DESC, source_id
"""
_ROW = "SELECT source, source_id, state, told_by, stamp, held_stamp, forms, sha256, name, etag, last_modified, tries FROM remote"

_UNTOLD = f"""{_ROW} WHERE source = ? AND state = 'held'
   AND NOT EXISTS (SELECT 1 FROM remote AS other WHERE other.source = ? AND other.source_id = remote.source_id) ORDER BY source_id"""  # noqa: S608 - a constant of this module


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """One remote file: what is known of it, and what is held."""

    source: str
    source_id: str
    state: State = "wanted"
    told_by: ToldBy = "feed"
    stamp: str = ""
    held_stamp: str | None = None
    forms: str | None = None
    sha256: str | None = None
    name: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    tries: int = 0


class Remotes:
    """The remote files of a sync store; changes stand in the store's ``transaction()``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def want(self, wanted: Iterable[Remote]) -> None:
        """Remote files that are to be had; what is held already stays held until its stamp moves."""
        self.connection.executemany(_WANT, ((one.source, one.source_id, one.told_by, one.stamp, one.forms) for one in wanted))

    def want_again(self, source: str, source_id: str) -> None:
        """A remote file that is to be asked for again though it is held: what is told of it has changed."""
        self.connection.execute("UPDATE remote SET held_stamp = NULL, next_try = NULL WHERE source = ? AND source_id = ?", (source, source_id))

    def want_whole(self, source: str, source_id: str) -> None:
        """A remote file whose bytes were lost: it is to come whole, be it as it was or not."""
        self.want_again(source, source_id)
        self.connection.execute("UPDATE remote SET etag = NULL, last_modified = NULL WHERE source = ? AND source_id = ?", (source, source_id))

    def put_aside(self, source: str, source_id: str, *, aside: bool) -> None:
        """A remote file that is not to be asked for, since a better source has it; or is to be, since none has it any more."""
        sql = "UPDATE remote SET next_try = ? WHERE source = ? AND source_id = ? AND coalesce(next_try, '') <> coalesce(?, '') AND (? OR next_try = ?)"
        self.connection.execute(sql, (ASIDE if aside else None, source, source_id, ASIDE if aside else None, aside, ASIDE))

    def untold(self, source: str, by: str) -> tuple[Remote, ...]:
        """The remote files of a source that are held and of which another source says nothing, sorted."""
        return tuple(map(_remote, self.connection.execute(_UNTOLD, (source, by))))

    def due(self, source: str, now: str) -> tuple[Remote, ...]:
        """The remote files of a source that are to be fetched now, the newest first."""
        return tuple(map(_remote, self.connection.execute(_DUE, (source, now))))

    def one(self, source: str, source_id: str) -> Remote | None:
        """What is known of one remote file."""
        row = self.connection.execute(f"{_ROW} WHERE source = ? AND source_id = ?", (source, source_id)).fetchone()
        return _remote(row) if row else None

    def every(self, source: str) -> Iterator[Remote]:
        """Every remote file of a source."""
        yield from map(_remote, self.connection.execute(f"{_ROW} WHERE source = ? ORDER BY source_id", (source,)))

    def keep(self, remote: Remote, *, next_try: str | None = None) -> None:
        """Note what is known and held of a remote file; a document that it replaces no longer makes cases."""
        before = self.one(remote.source, remote.source_id)
        self.connection.execute(
            "INSERT OR REPLACE INTO remote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (remote.source, remote.source_id, remote.state, remote.told_by, remote.stamp, remote.held_stamp, remote.forms,
             remote.sha256, remote.name, remote.etag, remote.last_modified, remote.tries, next_try),
        )
        if before and before.sha256 and before.sha256 != remote.sha256:
            self.connection.execute(_SUPERSEDE, (before.sha256, before.sha256))
        if remote.sha256:
            self.connection.execute("DELETE FROM superseded WHERE sha256 = ?", (remote.sha256,))

    def counts(self) -> dict[tuple[str, str, str], int]:
        """How many remote files there are, by source, state and who told of them."""
        rows = self.connection.execute("SELECT source, state, told_by, count(*) FROM remote GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")
        return {(source, state, told_by): count for source, state, told_by, count in rows}

    def held(self) -> frozenset[str]:
        """The sha256 of everything that is held."""
        return frozenset(sha256 for (sha256,) in self.connection.execute("SELECT DISTINCT sha256 FROM remote WHERE sha256 IS NOT NULL"))

    def holding(self, sha256: str) -> tuple[Remote, ...]:
        """The remote files that gave a document."""
        return tuple(map(_remote, self.connection.execute(f"{_ROW} WHERE sha256 = ? ORDER BY source, source_id", (sha256,))))


def _remote(row: tuple[object, ...]) -> Remote:
    names = ("source", "source_id", "state", "told_by", "stamp", "held_stamp", "forms", "sha256", "name", "etag", "last_modified", "tries")
    return Remote(**dict(zip(names, row, strict=True)))  # type: ignore[arg-type]
