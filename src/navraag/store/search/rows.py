"""What lists show of cases, and the rows of an export."""

from collections.abc import Iterator
from datetime import date

from navraag.store.listing import STATE_JOIN
from navraag.store.roles import office_label
from navraag.store.rows import CASE_COLUMNS, asker_label, case_row_of
from navraag.store.search.results import FoundPair
from navraag.store.search.states import States, states_on
from navraag.store.search.texts import CaseText, PairText, case_of, texts_of
from navraag.store.session import ReadOnly
from navraag.store.views import CaseRow

_ROWS = f"SELECT {CASE_COLUMNS}, coalesce(state.state, 'unknown') FROM case_row{STATE_JOIN} WHERE number IN (%s)"  # noqa: S608 - fragments of ours


def case_rows(registry: ReadOnly, numbers: tuple[str, ...], today: date, states: States) -> dict[str, CaseRow]:
    """What lists show of these cases, by number, with the state of each on the day."""
    names = {f"n{at}": number for at, number in enumerate(numbers)}
    sql = _ROWS % ", ".join(f":{name}" for name in names)
    rows = registry.rows(sql, {"today": today.isoformat(), **names}) if names else []
    return {row[0]: case_row_of((*row[:-1], states.shown(row[-1])), today) for row in rows}


def found_pairs(registry: ReadOnly, names: list[str], today: date) -> Iterator[FoundPair]:
    """The pairs with these ids, in this order, with all their words."""
    numbers = tuple(dict.fromkeys(map(case_of, names)))
    rows = case_rows(registry, numbers, today, states_on(registry, today))
    texts = texts_of(registry, numbers)
    for name in names:
        number = case_of(name)
        if number in rows and number in texts:
            yield _found(texts[number], texts[number].pair(name), rows[number])


def _found(case: CaseText, pair: PairText | None, row: CaseRow) -> FoundPair:
    answers = pair.answers if pair else case.orphans
    papers = {paper.id: paper for paper in case.answers}
    given = [papers[one.answer_set] for one in answers if one.answer_set in papers]
    by = dict.fromkeys(f"{who.name} ({office_label(who)})" if who.name else office_label(who) for paper in given for who in paper.answerers)
    return FoundPair(
        id=pair.id if pair else case.number, case=case.number, label=pair.label if pair else "", subject=row.subject,
        tabled_on=row.tabled_on, answered_on=row.answered_on, days=row.days if row.answered_on else None, state=row.state,
        askers=", ".join(asker_label(who) for who in case.askers), addressees=", ".join(office_label(who) for who in case.addressees),
        answerers=", ".join(by), topics=case.topics, question=pair.question.text.plain if pair else "",
        answer="\n".join(one.answer.text.plain for one in answers),
    )
