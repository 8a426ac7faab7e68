"""The rows of the tables that lists and statistics count from: the clock of a case in days, and its notices."""

from collections.abc import Iterator

from navraag.lexicon.clock import term_rule_on
from navraag.store.roles import Row
from navraag.store.rows import CaseEntry, iso


def clock_rows(entry: CaseEntry, row: int) -> Iterator[Row]:
    """The row of case_clock; none for oral questions, the Eerste Kamer, and questions without a day."""
    case = entry.case
    rule = term_rule_on(case.tabled_on) if case.tabled_on else None
    if case.oral or case.chamber != "tk" or case.tabled_on is None or rule is None:
        return
    answer_day, notice_day = (
        (day - case.tabled_on).days if day else None for day in (entry.answered_on, entry.notice_on)
    )
    withdrawn = next((span.start for span in entry.states if span.state == "withdrawn"), None)
    known = all(span.state != "unknown" for span in entry.states)
    yield (
        row, case.tabled_on.toordinal(), rule.days, rule.days_after_notice, int(known), answer_day,
        (withdrawn - case.tabled_on).days if withdrawn else None, notice_day,
        int(any(notice.announced_on is None or notice.announced_on < case.tabled_on for notice in case.notices)),
        len(case.questions.questions) if case.questions else 0,
    )


def notice_rows(entry: CaseEntry, row: int) -> Iterator[Row]:
    """The rows of case_notice."""
    for position, notice in enumerate(entry.case.notices):
        yield row, position, iso(notice.announced_on), notice.reason
