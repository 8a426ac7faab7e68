"""What a removal concerns in a registry: documents, cases, and what vanished at its source."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from navraag.store.database import sqlite_errors
from navraag.store.reader import Registry
from navraag.store.sync import FILE_NAME

_NAMED = "SELECT sha256 FROM document WHERE sha256 = :name OR name = :name OR name GLOB :stem"
_CASES = """
SELECT number FROM case_row JOIN case_alias ON case_alias.case_id = case_row.id WHERE alias = :name
UNION SELECT number FROM case_row WHERE number = :name
"""
_OF_DOCUMENT = "SELECT number FROM case_row JOIN case_document ON case_document.case_id = case_row.id WHERE sha256 = ?"
_VANISHED = "SELECT source_id FROM remote WHERE state = 'vanished' ORDER BY source_id"


def documents_named(registry: Registry, name: str) -> tuple[str, ...]:
    """The documents of that publication (or of that sha256)."""
    return tuple(sha256 for (sha256,) in registry.rows(_NAMED, {"name": name, "stem": f"{name}.*"}))


def concerned(registry: Registry, name: str, documents: Iterable[str]) -> tuple[str, ...]:
    """The cases that a publication or one of these documents belongs to."""
    found = {number for (number,) in registry.rows(_CASES, {"name": name})}
    for sha256 in documents:
        found |= {number for (number,) in registry.rows(_OF_DOCUMENT, (sha256,))}
    return tuple(sorted(found))


def vanished(registry: Registry) -> tuple[str, ...]:
    """What was held and is no longer there at its source."""
    file = registry.file.parent / FILE_NAME
    if not file.is_file():
        return ()
    with sqlite_errors(file), closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return tuple(name for (name,) in connection.execute(_VANISHED))
