"""The catalogue of publications at KOOP: every version of every paper, with the time for which it is the current one."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise

from navraag.replica.derive import formatted_moment, paper_moment
from navraag.replica.dossiers import Dossier, Form, Paper
from navraag.replica.dutch_time import local

_NEVER = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One version of a publication: current from ``since`` until ``until``."""

    identifier: str
    dossier: Dossier
    paper: Paper
    status: str
    modified: date
    forms: tuple[Form, ...]
    since: datetime
    until: datetime
    appendices: tuple[str, ...] = ()


def _identifier(paper: Paper, moment: datetime) -> str:
    later = formatted_moment(paper)
    return paper.draft if paper.draft and later and moment < later else paper.publication


def _status(paper: Paper, identifier: str) -> str:
    if identifier == paper.draft or (not paper.formatted and paper.forms == ("pdf",)):
        return "Onopgemaakt"
    return "Opgemaakt na onopgemaakt" if paper.formatted else "Opgemaakt"


def _turns(dossier: Dossier, at: int) -> list[datetime]:
    """When a paper's publication changes: when it comes, when it is formatted, and, for questions, when a further paper is either."""
    followers = dossier.papers[1:] if at == 0 else ()
    moments = [paper_moment(dossier.papers[at]), formatted_moment(dossier.papers[at])]
    for paper in followers:
        moments += [paper_moment(paper), formatted_moment(paper)] if paper.is_at_koop else []
    return sorted({moment for moment in moments if moment is not None and moment >= paper_moment(dossier.papers[at])})


def versions_of(dossier: Dossier) -> Iterator[Publication]:
    """Every version of every publication of a case, in the order of the papers and of time."""
    for at, paper in enumerate(dossier.papers):
        if paper.is_at_koop:
            turns = [*_turns(dossier, at), _NEVER]
            yield from (_version(dossier, at, since, until) for since, until in pairwise(turns))


def _version(dossier: Dossier, at: int, since: datetime, until: datetime) -> Publication:
    paper = dossier.papers[at]
    identifier = _identifier(paper, since)
    followers = [p for p in dossier.papers[1:] if p.is_at_koop and paper_moment(p) <= since] if at == 0 else []
    return Publication(
        identifier=identifier, dossier=dossier, paper=paper, status=_status(paper, identifier), modified=local(since).date(),
        forms=("pdf",) if identifier == paper.draft else paper.forms, since=since, until=until,
        appendices=tuple(_identifier(follower, since) for follower in followers),
    )


class Catalogue:
    """Finds versions by id, by question number and by day of change, without keeping them: they are derived when asked for."""

    def __init__(self, dossiers: Sequence[Dossier]) -> None:
        self._dossiers = dossiers
        self._places: dict[str, int] = {}
        self._numbers: dict[str, list[int]] = {}
        self._withdrawn: set[str] = set()
        rows: list[tuple[int, int, int]] = []
        for place, dossier in enumerate(dossiers):
            self._numbers.setdefault(dossier.number, []).append(place)
            for number in {number for paper in dossier.papers for number in paper.also}:
                self._numbers.setdefault(number, []).append(place)
            for ordinal, version in enumerate(versions_of(dossier)):
                self._places[version.identifier] = place
                rows.append((version.modified.toordinal(), place, ordinal))
        issues = [(paper.on.toordinal(), place) for place, dossier in enumerate(dossiers) for paper in dossier.papers]
        issues = sorted(set(issues))
        self._issue_days, self._issue_places = array("l", (issue[0] for issue in issues)), array("l", (issue[1] for issue in issues))
        rows.sort()
        self._days, self._rows = array("l", (row[0] for row in rows)), array("l", (row[1] for row in rows))
        self._ordinals = array("H", (row[2] for row in rows))

    def withdraw(self, identifier: str) -> None:
        """Let a publication vanish, as documents did in 2011."""
        self._withdrawn.add(identifier)

    def _is_shown(self, version: Publication, now: datetime) -> bool:
        return version.since <= now < version.until and version.identifier not in self._withdrawn

    def of_case(self, place: int, now: datetime) -> list[Publication]:
        """The current versions of the publications of one case."""
        return [version for version in versions_of(self._dossiers[place]) if self._is_shown(version, now)]

    def find(self, identifier: str, now: datetime) -> Publication | None:
        """The publication that now has this id."""
        place = self._places.get(identifier)
        return next((v for v in self.of_case(place, now) if v.identifier == identifier), None) if place is not None else None

    def current_id(self, identifier: str, now: datetime) -> str:
        """The id under which a publication goes now, where it had this one before; "" where it is not known (yet)."""
        place = self._places.get(identifier)
        if place is None:
            return ""
        paper = next((p for p in self._dossiers[place].papers if identifier in {p.draft, p.publication}), None)
        current = _identifier(paper, now) if paper and paper_moment(paper) <= now else ""
        return "" if current in self._withdrawn else current

    def of_number(self, number: str, now: datetime) -> list[Publication]:
        """The publications of a question number."""
        return [version for place in self._numbers.get(number, ()) for version in self.of_case(place, now)]

    def changed(self, first: date, last: date, now: datetime) -> Iterator[Publication]:
        """The current versions whose last change lies between two days, both included, in the order of their change."""
        at, end = bisect_left(self._days, first.toordinal()), bisect_right(self._days, last.toordinal())
        for row in range(at, end):
            version = self._version(row)
            if self._is_shown(version, now):
                yield version

    def issued(self, first: date, last: date, now: datetime) -> Iterator[Publication]:
        """The current versions of the papers of a span of days, both included, in the order of the days."""
        at, end = bisect_left(self._issue_days, first.toordinal()), bisect_right(self._issue_days, last.toordinal())
        for row in range(at, end):
            day = self._issue_days[row]
            yield from (v for v in self.of_case(self._issue_places[row], now) if v.paper.on.toordinal() == day)

    @property
    def withdrawals(self) -> int:
        """How many publications have vanished."""
        return len(self._withdrawn)

    def _version(self, row: int) -> Publication:
        versions = versions_of(self._dossiers[self._rows[row]])
        return next(version for ordinal, version in enumerate(versions) if ordinal == self._ordinals[row])

    def number_at(self, number: str) -> tuple[int, ...]:
        """The places of the dossiers with a question number."""
        return tuple(self._numbers.get(number, ()))
