"""HeldPaper: one paper as the registry holds it, with what the sources say of it."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from navraag.records.parsed import Parsed
from navraag.store import codec

TOLD_LAYOUT = "tk_syncfeed"
"""The layout of a registration that a feed gave: no document stands behind it."""

COLUMNS = f"""
       {{keys}}.sha256, {{keys}}.row, coalesce(document.name, 'zaak'),
       (SELECT url FROM retrieval WHERE retrieval.sha256 = {{keys}}.sha256 AND url IS NOT NULL ORDER BY source, source_id LIMIT 1),
       coalesce(paper.layout, '{TOLD_LAYOUT}'), coalesce(paper.kind, 'Registration'),
       coalesce(paper.content, told_registration.content), coalesce(paper.problems, '[]'),
       (SELECT cases FROM told_case WHERE told_case.sha256 = {{keys}}.sha256)
"""  # noqa: S608 - a name of this module
_FROM_PAPER = f"""
SELECT {COLUMNS.format(keys="paper")}
  FROM paper JOIN document ON document.sha256 = paper.sha256 LEFT JOIN told_registration ON 0
"""  # noqa: S608 - columns of this module
_CURRENT = "NOT EXISTS (SELECT 1 FROM told_gone WHERE told_gone.sha256 = paper.sha256)"
_PAPERS = f"{_FROM_PAPER} WHERE {_CURRENT}"
_PAPERS_OF = f"{_FROM_PAPER} WHERE paper.sha256 = ? AND {_CURRENT} ORDER BY paper.row"
_TOLD = f"""
SELECT {COLUMNS.format(keys="told")}
  FROM (SELECT id AS sha256, 0 AS row, content FROM told_registration) AS told
  LEFT JOIN paper ON 0 LEFT JOIN document ON 0 LEFT JOIN told_registration ON told_registration.id = told.sha256
"""  # noqa: S608 - columns of this module
_TOLD_ONE = f"{_TOLD} WHERE told.sha256 = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPaper:
    """One paper as the registry holds it: its document, the name and address of that, and what was read.

    ``cases`` are the numbers of the cases that the sources name for the document.
    """

    sha256: str
    row: int
    name: str
    url: str | None
    parsed: Parsed
    cases: tuple[str, ...] = ()


def held_paper(values: tuple[Any, ...]) -> HeldPaper:
    """A paper out of ``COLUMNS``."""
    sha256, row, name, url, layout, kind, content, problems, cases = values
    parsed = Parsed(layout=layout, content=codec.decode_content(kind, content), problems=codec.decode_problems(problems))
    return HeldPaper(
        sha256=sha256, row=row, name=name, url=url, parsed=parsed, cases=msgspec.json.decode(cases, type=tuple[str, ...]) if cases else (),
    )


def every_paper(connection: sqlite3.Connection) -> Iterator[HeldPaper]:
    """Every paper that nothing has replaced, as it came in; then every registration that a feed gave."""
    for sql in (_PAPERS, _TOLD):
        yield from map(held_paper, connection.execute(sql))


def papers_of(connection: sqlite3.Connection, sha256: str) -> list[HeldPaper]:
    """The papers of one document; none where it was replaced. Or the registration of a feed with that id."""
    return [held_paper(row) for sql in (_PAPERS_OF, _TOLD_ONE) for row in connection.execute(sql, (sha256,))]
