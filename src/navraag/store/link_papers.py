"""LinkPapers: by which marks each paper can meet others, which papers hang together, and which changed since they were linked."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from navraag.store.papers import COLUMNS, HeldPaper, held_paper

_KEPT = "SELECT id, sha256, row, marks, odd, component FROM link_paper"
_TOGETHER = f"""
SELECT link_paper.component, {COLUMNS.format(keys="link_paper")}
  FROM link_paper
  LEFT JOIN paper ON paper.sha256 = link_paper.sha256 AND paper.row = link_paper.row
  LEFT JOIN document ON document.sha256 = link_paper.sha256
  LEFT JOIN told_registration ON told_registration.id = link_paper.sha256
"""  # noqa: S608 - columns of a module of ours
Component = tuple[int, tuple[HeldPaper, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A paper with its marks, and the component that it was put into."""

    id: int
    sha256: str
    row: int
    marks: tuple[int, ...]
    odd: bool
    component: int


class LinkPapers:
    """The tables of papers and marks; whatever changes them stands within a transaction of the writer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def stale(self) -> tuple[str, ...]:
        """The documents that came, went or were read anew since papers were linked last."""
        return tuple(sha256 for (sha256,) in self.connection.execute("SELECT sha256 FROM link_stale ORDER BY sha256"))

    def odd(self) -> tuple[str, ...]:
        """The documents with a mistyped number, whose likely meaning any new paper can change."""
        return tuple(sha256 for (sha256,) in self.connection.execute("SELECT DISTINCT sha256 FROM link_paper WHERE odd ORDER BY sha256"))

    def settle(self) -> None:
        """From now on everything is linked."""
        self.connection.execute("DELETE FROM link_stale")

    def count(self) -> int:
        """How many papers are linked."""
        return int(self.connection.execute("SELECT count(*) FROM link_paper").fetchone()[0])

    def of_document(self, sha256: str) -> list[Marked]:
        """The papers of a document as they were linked last."""
        return list(map(_marked, self.connection.execute(f"{_KEPT} WHERE sha256 = ? ORDER BY row", (sha256,))))

    def one(self, id_: int) -> Marked:
        """One paper."""
        return _marked(self.connection.execute(f"{_KEPT} WHERE id = ?", (id_,)).fetchone())

    def bearing(self, mark: int) -> list[int]:
        """The papers that bear a mark."""
        return [paper for (paper,) in self.connection.execute("SELECT paper FROM link_mark WHERE mark = ?", (mark,))]

    def remove(self, papers: Iterable[Marked]) -> None:
        """Papers that are no more, or no more what they were."""
        for one in papers:
            self.connection.executemany("DELETE FROM link_mark WHERE mark = ? AND paper = ?", ((mark, one.id) for mark in one.marks))
            self.connection.execute("DELETE FROM link_paper WHERE id = ?", (one.id,))

    def add(self, sha256: str, row: int, marks: Sequence[int], *, odd: bool) -> int:
        """One paper with its marks; its component is told later."""
        id_ = self.add_unmarked(sha256, row, marks, odd=odd)
        self.add_marks((mark, id_) for mark in marks)
        return id_

    def add_unmarked(self, sha256: str, row: int, marks: Sequence[int], *, odd: bool) -> int:
        """The same without its marks, which ``add_marks`` is to write."""
        values = (sha256, row, array("q", marks).tobytes(), int(odd))
        id_ = self.connection.execute("INSERT INTO link_paper (sha256, row, marks, odd, component) VALUES (?, ?, ?, ?, 0)", values).lastrowid
        assert id_ is not None
        return id_

    def add_marks(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Marks and the papers that bear them: most quickly where they are sorted."""
        self.connection.executemany("INSERT INTO link_mark VALUES (?, ?)", pairs)

    def move(self, components: Iterable[tuple[int, int]]) -> None:
        """Put papers into components: (component, paper)."""
        self.connection.executemany("UPDATE link_paper SET component = ? WHERE id = ?", components)

    def component(self, component: int) -> tuple[HeldPaper, ...]:
        """The papers of one component."""
        rows = self.connection.execute(f"{_TOGETHER} WHERE link_paper.component = ?", (component,))
        return tuple(held_paper(row[1:]) for row in rows)

    def components(self) -> Iterator[Component]:
        """Every component with its papers, one after another."""
        current, papers = 0, list[HeldPaper]()
        for component, *row in self.connection.execute(f"{_TOGETHER} ORDER BY link_paper.component"):
            if component != current and papers:
                yield current, tuple(papers)
                papers = []
            current = component
            papers.append(held_paper(tuple(row)))
        if papers:
            yield current, tuple(papers)

    def clear(self) -> None:
        """Forget all papers."""
        self.connection.execute("DELETE FROM link_paper")
        self.connection.execute("DELETE FROM link_mark")


def _marked(row: tuple[int, str, int, bytes, int, int]) -> Marked:
    id_, sha256, number, marks, odd, component = row
    return Marked(id=id_, sha256=sha256, row=number, marks=tuple(array("q", marks)), odd=bool(odd), component=component)
