"""Coverage by year: what is held, what both sources say, and for every difference the reason as far as it is known."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from navraag.records.coverage import NO_GAPS, Coverage, Gap, Reason, SourceCount, YearCount
from navraag.records.identifiers import PublicationName, parse_publication
from navraag.records.misshapen import likely_case
from navraag.store.coverage_facts import CaseCount, Facts, facts
from navraag.store.reader import Registry

EXAMPLES = 5
FIRST_NUMBERED = 2010
"""Before this year KOOP numbered questions in a way that does not tell the number of the Kamer."""
_QUESTION_HOUR = (0, 1)
"""The question hour is on Tuesday; its questions are registered on that day or the day before."""
_USUAL = re.compile(r"kv-(?:tk-)?(\d{4}[Zz]\d{5})", re.ASCII)
_STATES: Mapping[str, Reason] = {"wanted": "not_fetched", "missing": "not_there", "refused": "refused", "vanished": "vanished"}
_ROLES = {"questions": "questions", "answers": "answers", "notice": "notices"}


def coverage(registry: Registry) -> Coverage:
    """The coverage of a registry; computed once for as long as nobody writes."""
    return registry.remember(("coverage",), lambda: coverage_of(facts(registry)))


def coverage_of(found: Facts) -> Coverage:
    """The coverage that facts amount to."""
    published, answers = _by_number(found), _answer_names(found)
    gaps = Gaps(found, published)
    lines: dict[int, dict[str, int]] = defaultdict(Counter)
    for case in found.cases:
        _count_case(case, lines, is_worded=case.number in gaps.worded)
    for number in found.registered:
        _count(lines, number, "registered")
    for number in published:
        _count(lines, number, "published")
        if number in found.registered:
            _count(lines, number, "both")
    for number in gaps.corrected.values():
        _count(lines, number, "corrected")
    for name in found.published:
        if (first := _older(name)) is not None:
            lines[first]["older"] += 1
    for year, names in answers.items():
        lines[year].update({"told_answers": len(names), "missing_answers": len(names - found.worded)})
    by_year = gaps.by_year(answers)
    sources = _sources(found)
    years = tuple(
        YearCount(year=year, sources=sources.get(year, ()), gaps=by_year.get(year, ()), **lines[year])
        for year in sorted({*lines, *sources, *by_year})
    )
    return Coverage(years=years, known=gaps.known, worded=gaps.known - gaps.unworded)


def year_of(number: str, tabled: int | None) -> int | None:
    """The year in a number of the Kamer; that of the day where the case has no such number."""
    return int(number[:4]) if len(number) == 10 and number[4] == "Z" else tabled


def _count(lines: dict[int, dict[str, int]], number: str, what: str) -> None:
    lines[int(number[:4])][what] += 1


def _count_case(case: CaseCount, lines: dict[int, dict[str, int]], *, is_worded: bool) -> None:
    year = year_of(case.number, case.year)
    if year is None:
        return
    line = lines[year]
    if case.oral:
        line["oral"] += 1
    elif not _is_loose_answer(case.number):
        line["cases"] += 1
        line["worded"] += is_worded
        line["questions"] += case.questions
        line["answers"] += case.answers
        line["pairs"] += case.pairs
        line["notices"] += case.notices


def _is_loose_answer(number: str) -> bool:
    """Whether a case is only an answer of which the questions are not known."""
    return number.startswith("ah-")


def _by_number(found: Facts) -> dict[str, set[str]]:
    """The publications of each question number."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for name in found.published:
        if usual := _USUAL.fullmatch(name):
            numbers[usual[1].upper()].add(name)
            continue
        read = parse_publication(name) if name.startswith("kv") else None
        if isinstance(read, PublicationName) and read.question_number:
            numbers[read.question_number].add(name)
    return numbers


def _older(name: str) -> int | None:
    """The first year of the session of a question with a number of KOOP's own; None for any other name."""
    read = parse_publication(name) if name.startswith("kv-2") else None
    session = read.session_year if isinstance(read, PublicationName) and read.kind == "old" else None
    return int(session[:4]) if session else None


def _answer_names(found: Facts) -> dict[int, set[str]]:
    """The publications of answers and notices of the Tweede Kamer, by the first year of their session."""
    years: dict[int, set[str]] = defaultdict(set)
    for name in found.published:
        if name.startswith("ah-tk-") and name[6:10].isdigit():
            years[int(name[6:10])].add(name)
    return years


def _sources(found: Facts) -> dict[int, tuple[SourceCount, ...]]:
    """Papers behind the cases, by year and source."""
    counts: dict[int, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(Counter))
    for year, source, role, count in found.sources:
        if year is not None:
            counts[year][source][_ROLES[role]] += count
    return {
        year: tuple(SourceCount(source=source, **papers) for source, papers in sorted(by_source.items())) for year, by_source in counts.items()
    }


class Gaps:
    """What is missing, number by number, and why."""

    def __init__(self, found: Facts, published: Mapping[str, set[str]]) -> None:
        self.found, self.published = found, published
        self.removed = {number for number, names in published.items() if names & found.removed} | found.removed
        self.worded = {case.number for case in found.cases if case.questions} - self.removed
        self.oral = found.registered_oral | {case.number for case in found.cases if case.oral}
        self.tabled = {case.number: case.tabled_on for case in found.cases}
        self.ordered = sorted(found.registered)
        without_paper = found.registered - published.keys()
        odd = (name for name in found.published if name.startswith("kv") and not _USUAL.fullmatch(name))
        meant = ((name, likely_case(name, without_paper)) for name in odd)
        self.corrected = {name: number for name, number in meant if number}
        self.reasons = dict(self._questions())

    @property
    def known(self) -> int:
        """Sets of written questions known from any source."""
        return len(self._everything()) - sum(reason in {"oral", "oral_likely"} for reason in self.reasons.values())

    @property
    def unworded(self) -> int:
        """Of these, those whose words are not held."""
        return sum(reason not in {"oral", "oral_likely"} and number not in self.worded for number, reason in self.reasons.items())

    def by_year(self, answers: Mapping[int, set[str]]) -> dict[int, tuple[Gap, ...]]:
        """The gaps of every year, the largest first."""
        grouped: dict[int, dict[tuple[Literal["questions", "answers"], Reason], list[str]]] = defaultdict(lambda: defaultdict(list))
        for number, reason in self.reasons.items():
            if year := year_of(number, None):
                grouped[year]["questions", reason].append(number)
        for year, names in answers.items():
            for name in names - self.found.worded:
                grouped[year]["answers", self._not_held([name])].append(name)
        return {year: tuple(_gaps(reasons)) for year, reasons in grouped.items()}

    def _everything(self) -> set[str]:
        return {*self.found.registered, *self.published, *(case.number for case in self.found.cases if year_of(case.number, None))}

    def _questions(self) -> Iterator[tuple[str, Reason]]:
        """Every number with something to explain: in one source only, or without its words."""
        meant = set(self.corrected.values())
        for number in self._everything():
            if number in self.published and number not in self.found.registered and self.found.registered:
                yield number, self._unregistered(number)
            elif number in meant:
                yield number, "mistyped"
            elif number not in self.worded:
                yield number, self._unworded(number)

    def _unregistered(self, number: str) -> Reason:
        """Why a published number is no written question of the register."""
        if number in self.oral:
            return "oral"
        return "oral_likely" if self._in_question_hour(number) else "not_registered"

    def _in_question_hour(self, number: str) -> bool:
        """Whether the number was given out on a day of the question hour, between two that are registered."""
        at = bisect_right(self.ordered, number)
        if not 0 < at < len(self.ordered) or self.ordered[at - 1][:4] != number[:4]:
            return False
        before: date | None = self.tabled.get(self.ordered[at - 1])
        return before is not None and before.weekday() in _QUESTION_HOUR

    def _unworded(self, number: str) -> Reason:
        if number in self.removed:
            return "suppressed"
        if number in self.published:
            return self._not_held(self.published[number])
        return "before_numbers" if int(number[:4]) < FIRST_NUMBERED else "not_published"

    def _not_held(self, names: Iterable[str]) -> Reason:
        """Why none of these publications is held with its words."""
        states = {self.found.remote.get(name, "wanted") for name in names}
        if any(name in self.found.unreadable for name in names):
            return "unreadable"
        return next((reason for state, reason in _STATES.items() if state in states), "unreadable")


def _gaps(reasons: Mapping[tuple[Literal["questions", "answers"], Reason], list[str]]) -> Iterator[Gap]:
    """The gaps of one year: real ones first, then by size."""
    ordered = sorted(reasons.items(), key=lambda item: (item[0][1] in NO_GAPS, -len(item[1]), item[0]))
    for (what, reason), names in ordered:
        yield Gap(what=what, reason=reason, count=len(names), examples=tuple(sorted(names)[:EXAMPLES]))

