"""Registry: everything that readers may ask. It never writes, and never sees the network."""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from navraag.documents.blobs import BlobStore
from navraag.documents.document import Retrieval
from navraag.errors import NotFoundError
from navraag.lexicon.problems import explanation
from navraag.records.cases import Case
from navraag.store import queries
from navraag.store.codec import decode_case
from navraag.store.database import registry_file
from navraag.store.few import FEW, few_facets
from navraag.store.listing import MOST_VALUES, listing
from navraag.store.naming import shown_names
from navraag.store.removals import Removals
from navraag.store.rows import case_row_of, document_of
from navraag.store.search.search import Search
from navraag.store.session import ReadOnly
from navraag.store.views import (
    ANSWERED_STATES,
    OPEN_STATES,
    OVERDUE_STATES,
    CaseDocument,
    CaseFilter,
    CasePage,
    CaseRow,
    Counts,
    Facets,
    FacetValue,
    HeldDocument,
    Kind,
    ProblemCount,
    ProblemRow,
    SourceState,
)

_SMALL_Z = re.compile(r"\d{4} ?[zZ] ?\d{5}", re.ASCII)


def open_registry(path: Path) -> "Registry":
    """The registry in this folder (or this registry file), for reading.

    Raises StoreError with one line where there is none, or where a newer Navraag made it.
    """
    return Registry(path)


class Registry(ReadOnly):
    """Read-only view of one registry; safe to share between threads and to keep open while imports run.

    ``search`` finds pairs: ``registry.search("stikstof partij:VVD", today=day)``, see ``store/search/search.py``.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(registry_file(path))
        self.blobs = BlobStore(self.file.parent / "blobs")
        self.search = Search(self)

    @property
    def kind(self) -> Kind:
        """Does it hold real cases, or samples (show the band "VOORBEELD"), or nothing yet?"""
        row = self.row("SELECT value FROM meta WHERE key = 'kind'")
        return row[0] if row else "empty"

    @property
    def version(self) -> int:
        """A number that changes when an import has written: what was shown before may then be stale."""
        return int(self.rows("PRAGMA data_version")[0][0])

    @property
    def known_until(self) -> date | None:
        """The last day that the source of cases is known to be complete: hand it to ``timeline``."""
        return max((source.known_until for source in self.sources), default=None)

    @property
    def sources(self) -> tuple[SourceState, ...]:
        """How far each source is known to be complete."""
        return self.remember(("sources",), self._read_sources)

    @property
    def samples_today(self) -> date | None:
        """The day at which the clock of samples stands still; None for real cases, whose clock is the reader's own."""
        return self.known_until if self.kind == "samples" else None

    def case(self, number: str) -> Case:
        """The case with this number, a former number, or a publication of it ("kv-tk-2020Z02502").

        Where ``case.number != number`` the case lives elsewhere: redirect there. Raises NotFoundError, whose text
        names the nearest number held.
        """
        row = self.row(queries.CASE, number)
        if row is None:
            row = self.row(queries.CASE, _repair(number)) or self.row(queries.CASE_BY_ALIAS, _repair(number))
        if row is None:
            raise NotFoundError(f"no case {number!r} is held{self._nearest(_repair(number))}")
        return decode_case(row[0])

    def cases(self, wanted: CaseFilter, *, offset: int = 0, limit: int = 50) -> CasePage:
        """One page of the cases that the filter lets through, in its order, and their total."""
        sql = listing(wanted, self.known_until)
        total = self._total(wanted)
        rows = self.rows(sql.page(), sql.parameters | {"offset": offset, "limit": limit})
        return CasePage(
            rows=tuple(case_row_of(row, wanted.today) for row in rows), total=total, offset=offset, limit=limit,
        )

    def recent(self, today: date, *, what: Literal["tabled", "answered"] = "tabled", limit: int = 10) -> tuple[CaseRow, ...]:
        """The cases that were tabled, or answered, last up to that day."""
        wanted = CaseFilter(today=today, order="newest" if what == "tabled" else "last_answered", oral=False)
        return self.cases(wanted, limit=limit).rows

    def facets(self, wanted: CaseFilter) -> Facets:
        """By what the list can be narrowed further, with counts."""
        return self.remember(("facets", wanted), lambda: self._facets(wanted))

    def counts(self, today: date) -> Counts:
        """How much the registry holds, and how far it is known to be complete."""
        return self.remember(("counts", today), lambda: self._counts(today))

    def document(self, sha256: str) -> HeldDocument:
        """A raw document with its provenance.

        NotFoundError if not held, WithheldError where it was removed, StoreError if its bytes are damaged.
        """
        row = self.row(queries.DOCUMENT, sha256)
        if row is None:
            raise NotFoundError(f"no document {sha256} is held")
        cases = tuple(number for (number,) in self.rows(queries.DOCUMENT_CASES, (sha256,)))
        names = self.rows(queries.RETRIEVALS, (sha256,))
        Removals(self.file).refuse(sha256, names={_stem(name[1]) for name in names}, cases=cases)
        outcome, layout, kind, papers = self.rows(queries.DOCUMENT_READING, (sha256,))[0]
        retrievals = tuple(
            Retrieval(
                document_sha256=sha256, source=source, source_id=name, retrieved_at=datetime.fromisoformat(moment),
                media_type=row[1], size=row[2], url=url, status=status, etag=etag, last_modified=modified,
            )
            for source, name, moment, url, status, etag, modified in names
        )
        return HeldDocument(
            document=document_of(row), data=self.blobs.get(sha256), retrievals=retrievals, layout=layout or "",
            kind="list" if papers > 1 else kind or outcome,
            cases=cases,
        )

    def documents_of(self, number: str) -> tuple[CaseDocument, ...]:
        """The documents behind a case, the first retrieved first."""
        rows = self.rows(queries.CASE_DOCUMENTS, {"number": number})
        return tuple(
            CaseDocument(
                document=document_of((sha256, media_type, size, source, source_id, url)), layout=layout or "", kind=role,
                retrieved_at=datetime.fromisoformat(moment),
            )
            for role, sha256, media_type, size, layout, source, source_id, url, moment in rows
        )

    def problem_counts(self) -> tuple[ProblemCount, ...]:
        """Every kind of problem met, how often, and what it means."""
        return tuple(
            ProblemCount(
                code=code, severity=severity, count=count, explanation=explanation(code).en,
                explanation_nl=explanation(code).nl,
            )
            for code, severity, count in self.rows(queries.PROBLEM_COUNTS)
        )

    def problems(self, code: str | None = None, *, offset: int = 0, limit: int = 100) -> tuple[ProblemRow, ...]:
        """Problems of one kind, or of all kinds."""
        rows = self.rows(queries.PROBLEMS, {"code": code, "offset": offset, "limit": limit})
        return tuple(
            ProblemRow(
                code=found, severity=severity, message=message, where=place, document=sha256, document_name=name, case=case,
            )
            for found, severity, message, place, sha256, name, case in rows
        )

    def every_case(self) -> Iterator[Case]:
        """All cases, sorted by number, read one by one."""
        for (data,) in self.stream(queries.EVERY_CASE):
            yield decode_case(data)

    def _read_sources(self) -> tuple[SourceState, ...]:
        return tuple(
            SourceState(source=source, known_until=date.fromisoformat(day), records=records)
            for source, day, records in self.rows(queries.SOURCES)
        )

    def _total(self, wanted: CaseFilter) -> int:
        sql = listing(wanted, self.known_until)
        return self.remember(("total", wanted), lambda: int(self.rows(sql.count(), sql.parameters)[0][0]))

    def _facets(self, wanted: CaseFilter) -> Facets:
        sql = listing(wanted, self.known_until)
        found: dict[str, list[FacetValue]] = {field.name: [] for field in fields(Facets)}
        shown = shown_names(self)
        for name, value, count in few_facets(self, sql) if self._total(wanted) <= FEW else self.rows(sql.facets(), sql.parameters):
            known = shown.get(name, {}).get(value)
            found[name].append(FacetValue(value=known or str(value), count=count, key=value if known else ""))
        years = sorted(found.pop("years"), key=lambda year: year.value, reverse=True)
        most = {name: sorted(values, key=lambda one: (-one.count, one.value)) for name, values in found.items()}
        return Facets(years=tuple(years), **{name: tuple(values[:MOST_VALUES]) for name, values in most.items()})

    def _counts(self, today: date) -> Counts:
        parameters = listing(CaseFilter(today=today), self.known_until).parameters
        cases, questions, answers, pairs, notices = self.rows(queries.TOTALS, {"today": parameters["today"]})[0]
        states: dict[str, int] = dict(self.rows(queries.STATES, parameters))
        eerste_kamer, oral, documents, problems, finished = self.rows(queries.REST)[0]
        return Counts(
            cases=cases, questions=questions, answers=answers, pairs=pairs, notices=notices,
            open=sum(states.get(state, 0) for state in OPEN_STATES),
            overdue=sum(states.get(state, 0) for state in OVERDUE_STATES),
            answered=sum(states.get(state, 0) for state in ANSWERED_STATES),
            withdrawn=states.get("withdrawn", 0), unknown=states.get("unknown", 0), eerste_kamer=eerste_kamer, oral=oral,
            documents=documents, problems=problems, last_import=datetime.fromisoformat(finished) if finished else None,
            sources=self.sources,
        )

    def _nearest(self, number: str) -> str:
        """The number held that resembles it most, as the end of a sentence."""
        found = [row[0] for row in self.rows(queries.NEAREST, {"number": number})]
        alike = [(_shared(number, other), other) for other in found]
        return f"; the nearest is {max(alike)[1]}" if alike else ""


def _stem(name: str) -> str:
    """The publication that a document was received as, as far as its name tells."""
    return name.rpartition("/")[2].rpartition("!")[2].partition(".")[0]


def _repair(number: str) -> str:
    """A Zaak number with its blanks and small z forgiven; anything else as it is."""
    stripped = number.strip()
    return stripped.upper().replace(" ", "") if _SMALL_Z.fullmatch(stripped) else stripped


def _shared(one: str, other: str) -> int:
    """How many first characters two numbers share."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
