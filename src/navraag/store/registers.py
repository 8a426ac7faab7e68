"""Registers: all findings of a kind through all cases, narrowed, counted and paged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from navraag.records.found import Finding, FindingKind
from navraag.store.findings import COLUMNS, finding_of
from navraag.store.findings_writer import read_set
from navraag.store.naming import shown_names
from navraag.store.reader import Registry

Term = Literal["due", "lapsed", "undated", "unverifiable"]
_MINISTRY = (
    "EXISTS (SELECT 1 FROM case_answerer WHERE case_id = finding.case_id AND ministry = :ministry AND NOT behalf"
    " UNION ALL SELECT 1 FROM case_addressee WHERE case_id = finding.case_id AND ministry = :ministry"
    " AND NOT EXISTS (SELECT 1 FROM case_answerer WHERE case_id = finding.case_id AND ministry IS NOT NULL))"
)
_TOPIC = "EXISTS (SELECT 1 FROM case_topic WHERE case_id = finding.case_id AND topic = :topic)"
_TERMS: dict[Term, str] = {
    "due": "finding.latest >= :today",
    "lapsed": "finding.latest < :today AND finding.latest < :known_until",
    "unverifiable": "finding.latest < :today AND (:known_until IS NULL OR finding.latest >= :known_until)",
    "undated": "finding.latest IS NULL",
}
# The kind stands in the query itself: so the indexes of that kind are used.
_KIND: dict[str, str] = {kind: f"finding.kind = '{kind}'" for kind in get_args(FindingKind)}
# A notice that says that an answer will come is followed up by that answer.
_NOT_ANSWERED_SINCE = "NOT (finding.part = 'notice' AND case_row.answered_on IS NOT NULL)"
_ORDERS: dict[str, str] = {
    "due": "finding.latest, case_row.number, finding.seq", "lapsed": "finding.latest DESC, case_row.number, finding.seq",
    "": "finding.said_on DESC, case_row.number, finding.seq",
}
_FROM = " FROM finding JOIN case_row ON case_row.id = finding.case_id"
_SAID_BY = """
SELECT ministry FROM case_answerer WHERE case_id = (SELECT id FROM case_row WHERE number = ?) AND ministry IS NOT NULL AND NOT behalf
UNION SELECT ministry FROM case_addressee WHERE case_id = (SELECT id FROM case_row WHERE number = ?) AND ministry IS NOT NULL
"""
_KEYS = """
SELECT key, count(*), count(DISTINCT case_id) FROM finding
 WHERE kind = :kind AND key IS NOT NULL AND (:prefix = '' OR key >= :prefix AND key < :prefix || char(1114111))
 GROUP BY key ORDER BY 3 DESC, 1 LIMIT :limit
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilter:
    """Which findings: of one kind, said in the time of a ministry, on a topic, with a key, in a year, in a state of their term."""

    kind: FindingKind
    today: date
    ministry: str | None = None
    topic: str | None = None
    key: str | None = None
    year: int | None = None
    term: Term | None = None
    public: bool = True
    """Leave out what cannot be checked: a term that ended after the last day up to which the sources are complete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One finding with what a list says of its case."""

    finding: Finding
    seq: int
    said_on: date | None
    subject: str
    askers: str
    addressees: str
    term: Term

    @property
    def id(self) -> str:
        """What it is cited by within its case: the reader that found it, and its place there."""
        return f"{self.finding.enrichment}-{self.seq}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """One page of a register, and how many lines there are in all."""

    rows: tuple[RegisterRow, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCount:
    """How often a key was found, in how many cases; ``name`` is what it is shown as."""

    key: str
    count: int
    cases: int
    name: str = ""


class Registers:
    """The registers of a registry that is open for reading."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def page(self, wanted: RegisterFilter, *, offset: int = 0, limit: int = 25) -> RegisterPage:
        """One page of a register, in the order of its term."""
        where, values = self._where(wanted)
        total = self.registry.remember(("register total", wanted), lambda: int(self.registry.rows(f"SELECT count(*){_FROM}{where}", values)[0][0]))
        return RegisterPage(rows=tuple(self._rows(wanted, where, values | {"offset": offset, "limit": limit})), total=total)

    def every(self, wanted: RegisterFilter) -> Iterator[RegisterRow]:
        """All lines of a register, one page after another."""
        offset = 0
        while rows := self.page(wanted, offset=offset, limit=1000).rows:
            yield from rows
            offset += len(rows)

    def line(self, case: str, enrichment: str, seq: int, today: date) -> RegisterRow | None:
        """One line by what it is cited by, or None."""
        sql = f"SELECT {_LINE}{_FROM} WHERE case_row.number = :case AND finding.enrichment = :enrichment AND finding.seq = :seq"
        rows = self.registry.rows(sql, {"case": case, "enrichment": enrichment, "seq": seq})
        return _row(rows[0], today, self.registry.known_until) if rows else None

    def by_ministry(self, wanted: RegisterFilter) -> tuple[KeyCount, ...]:
        """How many lines there are for each ministry that answered, the most first."""
        where, values = self._where(wanted)
        sql = f"""
        WITH found AS (SELECT finding.case_id, count(*) AS lines{_FROM}{where} GROUP BY finding.case_id),
             answered AS (SELECT DISTINCT case_id, ministry FROM case_answerer WHERE ministry IS NOT NULL AND NOT behalf)
        SELECT ministry, sum(lines), count(*) FROM found JOIN answered USING (case_id) GROUP BY ministry ORDER BY 2 DESC, 1
        """  # noqa: S608 - fragments of this module, values bound
        return self._counted(("register ministries", wanted), sql, values, shown_names(self.registry)["ministries"])

    def by_topic(self, wanted: RegisterFilter) -> tuple[KeyCount, ...]:
        """How many lines there are for each topic, the most first."""
        where, values = self._where(wanted)
        sql = (
            f"SELECT case_topic.topic, count(*), count(DISTINCT finding.case_id){_FROM}"
            f" JOIN case_topic ON case_topic.case_id = finding.case_id{where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200"
        )
        return self._counted(("register topics", wanted), sql, values, {})

    def by_term(self, wanted: RegisterFilter) -> Mapping[Term, int]:
        """How many lines are due, have lapsed, or have no day."""
        where, values = self._where(wanted)
        parts = ", ".join(f"coalesce(sum({condition}), 0)" for condition in _TERMS.values())
        counted = self.registry.remember(("register terms", wanted), lambda: self.registry.rows(f"SELECT {parts}{_FROM}{where}", values)[0])
        return dict(zip(_TERMS, map(int, counted), strict=True))

    def keys(self, kind: FindingKind, *, prefix: str = "", limit: int = 500) -> tuple[KeyCount, ...]:
        """The keys of a kind that stand in most cases: what is cited most, which outlets, which names."""
        return self._counted(("register keys", kind, prefix, limit), _KEYS, {"kind": kind, "prefix": prefix, "limit": limit}, {})

    def ministries_of(self, case: str) -> frozenset[str]:
        """The ministries that answered a case, or were asked."""
        return frozenset(row[0] for row in self.registry.rows(_SAID_BY, (case, case)))

    def _counted(self, key: tuple[object, ...], sql: str, values: dict[str, Any], names: Mapping[str, str]) -> tuple[KeyCount, ...]:
        return self.registry.remember(key, lambda: tuple(
            KeyCount(key=found, count=count, cases=cases, name=names.get(found, found)) for found, count, cases in self.registry.rows(sql, values)
        ))

    def _rows(self, wanted: RegisterFilter, where: str, values: dict[str, Any]) -> Iterator[RegisterRow]:
        order = _ORDERS.get(wanted.term or "", _ORDERS[""])
        for row in self.registry.rows(f"SELECT {_LINE}{_FROM}{where} ORDER BY {order} LIMIT :limit OFFSET :offset", values):
            yield _row(row, wanted.today, self.registry.known_until)

    def _where(self, wanted: RegisterFilter) -> tuple[str, dict[str, Any]]:
        known = self.registry.known_until
        values: dict[str, Any] = {"today": wanted.today.isoformat(), "known_until": known.isoformat() if known else None}
        parts = [_KIND[wanted.kind], "(finding.said_on IS NULL OR finding.said_on <= :today)", _NOT_ANSWERED_SINCE]
        for name, condition in (
            ("ministry", _MINISTRY), ("topic", _TOPIC), ("key", "finding.key = :key"), ("year", "finding.said_on BETWEEN :year || '-01-01' AND :year || '-12-31'"),
        ):
            if (value := getattr(wanted, name)) is not None:
                parts.append(condition)
                values[name] = str(value)
        if wanted.term:
            parts.append(_TERMS[wanted.term])
        elif wanted.public:
            parts.append(f"NOT coalesce({_TERMS['unverifiable']}, 0)")
        return " WHERE " + " AND ".join(parts), values


_VERSIONS = "(SELECT versions FROM enrichment_set JOIN enriched ON enriched.set_id = enrichment_set.id WHERE enriched.case_id = case_row.id)"
_LINE = f"case_row.number, {_VERSIONS}, finding.seq, case_row.subject, case_row.askers, case_row.addressees, {COLUMNS}"


def _row(values: Any, today: date, known_until: date | None) -> RegisterRow:
    number, versions, seq, subject, askers, addressees, *rest = values
    finding = finding_of(number, read_set(versions or ""), rest)
    return RegisterRow(
        finding=finding, seq=seq, said_on=finding.said_on, subject=subject, askers=askers, addressees=addressees,
        term=term_of(finding.found.latest, today, known_until),
    )


def term_of(latest: date | None, today: date, known_until: date | None) -> Term:
    """How a term stands on a day: it never says that nothing was done, only what could be looked at."""
    if latest is None:
        return "undated"
    if latest >= today:
        return "due"
    return "lapsed" if known_until is not None and latest < known_until else "unverifiable"
