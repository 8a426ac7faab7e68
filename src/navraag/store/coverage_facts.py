"""What coverage is counted from: numbers registered, names published, words held, and how asking for files went.

A registry that follows the sources has a second file beside it (``sync.sqlite3``), which is read here and never written.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date

from navraag.store.database import sqlite_errors
from navraag.store.reader import Registry
from navraag.store.removals import Removals
from navraag.store.rows import day_of
from navraag.store.sync import FILE_NAME

WRITTEN, ORAL = "Schriftelijke vragen", "Mondelinge vragen"
_CASES = """
SELECT number, year, tabled_on, oral, question_count, answer_sets, pair_count, notice_count FROM case_row WHERE chamber = 'tk'
"""
_REGISTERED = "SELECT DISTINCT number FROM paper WHERE number IS NOT NULL"
_LISTED = "SELECT id, problem IS NOT NULL FROM known_publication"
_METADATA = "metadata.xml"
_DOCUMENTS = """
SELECT name, outcome = 'failed', EXISTS (SELECT 1 FROM case_document WHERE case_document.sha256 = document.sha256)
  FROM document WHERE name GLOB 'kv-*' OR name GLOB 'ah-*'
"""
_LED = """
SELECT alias, question_count > 0, answer_sets + notice_count > 0
  FROM case_alias JOIN case_row ON case_row.id = case_alias.case_id
 WHERE kind = 'publication' AND (question_count > 0 OR answer_sets + notice_count > 0)
"""
_SOURCES = f"""
SELECT CASE WHEN number GLOB '[0-9][0-9][0-9][0-9]Z[0-9][0-9][0-9][0-9][0-9]' THEN CAST(substr(number, 1, 4) AS INTEGER) ELSE year END,
       source, role, count(*)
  FROM case_document CROSS JOIN case_row ON case_row.id = case_id JOIN retrieval ON retrieval.sha256 = case_document.sha256
 WHERE chamber = 'tk' AND NOT oral AND role IN ('questions', 'answers', 'notice') AND source_id NOT LIKE '%{_METADATA}'
 GROUP BY 1, 2, 3
"""  # noqa: S608  # a constant of ours
_TOLD_NUMBERS = "SELECT number FROM entity WHERE category = 0 AND kind = ? AND NOT deleted AND number IS NOT NULL"
_REMOTE = "SELECT source_id, state FROM remote WHERE source = 'koop_publications' AND told_by <> 'computed'"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCount:
    """One case of the Tweede Kamer, as numbers."""

    number: str
    year: int | None
    tabled_on: date | None
    oral: bool
    questions: int
    answers: int
    pairs: int
    notices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that coverage is counted from.

    ``remote`` says of a publication how asking for it went; ``removed`` are cases and publications whose words were removed.
    """

    cases: tuple[CaseCount, ...]
    registered: frozenset[str]
    registered_oral: frozenset[str] = frozenset()
    published: frozenset[str] = frozenset()
    worded: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()
    remote: dict[str, str] = field(default_factory=dict)
    sources: tuple[tuple[int | None, str, str, int], ...] = ()
    removed: frozenset[str] = frozenset()


def facts(registry: Registry) -> Facts:
    """The facts of a registry, and of what its sources told."""
    documents = [(_stem(name), failed, words and not name.endswith(_METADATA)) for name, failed, words in registry.rows(_DOCUMENTS)]
    listed = {name for name, _ in registry.rows(_LISTED)}
    told = _told(registry)
    return Facts(
        cases=tuple(map(_case, registry.rows(_CASES))),
        registered=frozenset(number for (number,) in registry.rows(_REGISTERED)) | told.registered,
        registered_oral=told.registered_oral,
        published=frozenset(listed | {name for name, _, _ in documents} | told.remote.keys()),
        worded=frozenset({name for name, _, words in documents if words} | set(_led(registry))),
        unreadable=frozenset(name for name, failed, _ in documents if failed),
        remote=told.remote, sources=tuple(registry.rows(_SOURCES)), removed=frozenset(one.id for one in Removals(registry.file).active()),
    )


def _stem(name: str) -> str:
    return name.partition(".")[0]


def _case(row: tuple[str, int | None, str | None, int, int, int, int, int]) -> CaseCount:
    number, year, tabled, oral, questions, answers, pairs, notices = row
    return CaseCount(
        number=number, year=year, tabled_on=day_of(tabled), oral=bool(oral), questions=questions, answers=answers, pairs=pairs, notices=notices,
    )


def _led(registry: Registry) -> Iterator[str]:
    """Publications that lead to a case with the words of such a paper, whatever its file is called."""
    for name, asked, answered in registry.rows(_LED):
        if asked if name.startswith("kv") else answered:
            yield name


def _told(registry: Registry) -> Facts:
    """What the sources told, where they were followed."""
    file = registry.file.parent / FILE_NAME
    if not file.is_file():
        return Facts(cases=(), registered=frozenset())
    with sqlite_errors(file), closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=10)) as connection:
        return Facts(
            cases=(), registered=_numbers(connection, WRITTEN), registered_oral=_numbers(connection, ORAL), remote=dict(connection.execute(_REMOTE)),
        )


def _numbers(connection: sqlite3.Connection, kind: str) -> frozenset[str]:
    return frozenset(str(number).upper() for (number,) in connection.execute(_TOLD_NUMBERS, (kind,)))
