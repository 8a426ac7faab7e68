"""Registry: everything that readers may ask. It never writes, and never sees the network."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from navraag.records.cases import Case
from navraag.store.views import (
    CaseDocument,
    CaseFilter,
    CasePage,
    CaseRow,
    Counts,
    Facets,
    HeldDocument,
    Kind,
    ProblemCount,
    ProblemRow,
)


def open_registry(path: Path) -> "Registry":
    """The registry in this folder (or this registry file), for reading.

    Raises StoreError with one line where there is none, or where a newer Navraag made it.
    """
    return Registry(path)


class Registry:
    """Read-only view of one registry; safe to share between threads and to keep open while imports run."""

    def __init__(self, path: Path) -> None:
        raise NotImplementedError

    @property
    def kind(self) -> Kind:
        """Does it hold real cases, or samples (show the band "VOORBEELD"), or nothing yet?"""
        raise NotImplementedError

    @property
    def known_until(self) -> date | None:
        """The last day that the source of cases is known to be complete: hand it to ``timeline``."""
        raise NotImplementedError

    def case(self, number: str) -> Case:
        """The case with this number, a former number, or a publication of it ("kv-tk-2020Z02502").

        Where ``case.number != number`` the case lives elsewhere: redirect there. Raises NotFoundError, whose text
        names the nearest number held.
        """
        raise NotImplementedError

    def cases(self, wanted: CaseFilter, *, offset: int = 0, limit: int = 50) -> CasePage:
        """One page of the cases that the filter lets through, in its order, and their total."""
        raise NotImplementedError

    def recent(self, today: date, *, what: Literal["tabled", "answered"] = "tabled", limit: int = 10) -> tuple[CaseRow, ...]:
        """The cases that were tabled, or answered, last up to that day."""
        raise NotImplementedError

    def facets(self, wanted: CaseFilter) -> Facets:
        """By what the list can be narrowed further, with counts."""
        raise NotImplementedError

    def counts(self, today: date) -> Counts:
        """How much the registry holds, and how far it is known to be complete."""
        raise NotImplementedError

    def document(self, sha256: str) -> HeldDocument:
        """A raw document with its provenance. NotFoundError if not held; StoreError if its bytes are damaged."""
        raise NotImplementedError

    def documents_of(self, number: str) -> tuple[CaseDocument, ...]:
        """The documents behind a case, the first retrieved first."""
        raise NotImplementedError

    def problem_counts(self) -> tuple[ProblemCount, ...]:
        """Every kind of problem met, how often, and what it means."""
        raise NotImplementedError

    def problems(self, code: str | None = None, *, offset: int = 0, limit: int = 100) -> tuple[ProblemRow, ...]:
        """Problems of one kind, or of all kinds."""
        raise NotImplementedError

    def every_case(self) -> Iterator[Case]:
        """All cases, sorted by number, read one by one."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        """The registry, closed at the end of the ``with``."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
