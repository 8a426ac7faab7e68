"""In which state cases are on one day, told from the state that the index holds: the one in which a case ends."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import tantivy

from navraag.store.search.schema import schema
from navraag.store.search.values import as_number
from navraag.store.session import ReadOnly
from navraag.store.views import OPEN_STATES

# Cases that have not reached their last state on that day, each with the state that it has.
_MOVING = """
SELECT case_row.number, state.state
  FROM case_state AS state JOIN case_row ON case_row.id = state.case_id
 WHERE state.from_day <= :today AND state.until_day > :today AND state.until_day <> '9999-12-31'
"""
_LATER = "SELECT EXISTS (SELECT 1 FROM case_row WHERE tabled_on > :today)"
_KNOWN_UNTIL = "SELECT max(known_until) FROM source_state"


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The states of one day: which cases are still moving, in which state; all others are in their last one."""

    today: date
    moving: dict[str, tuple[str, ...]]
    open_is_unknown: bool
    more_to_come: bool

    def shown(self, state: str) -> str:
        """A state as readers see it: an open case is unknown after the day up to which the source is complete."""
        return "unknown" if self.open_is_unknown and state in OPEN_STATES else state

    def so_far(self, query: tantivy.Query) -> tantivy.Query:
        """What a query finds, without the cases that were tabled after this day."""
        if not self.more_to_come:
            return query
        later = tantivy.Query.range_query(schema(), "asked", tantivy.FieldType.Integer, as_number(self.today) + 1, None)
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.MustNot, later)])

    def query(self, wanted: tuple[str, ...]) -> tantivy.Query:
        """The documents of cases in one of these states."""
        last = [state for state in ALL_STATES if self.shown(state) in wanted]
        still = [number for state, numbers in self.moving.items() for number in numbers]
        chosen = [number for state, numbers in self.moving.items() if self.shown(state) in wanted for number in numbers]
        settled = tantivy.Query.term_set_query(schema(), "state", last)
        if not still:
            return settled
        without = [(tantivy.Occur.Must, settled), (tantivy.Occur.MustNot, cases_query(still))]
        found = tantivy.Query.boolean_query(without)
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, found), (tantivy.Occur.Should, cases_query(chosen))]) if chosen else found

    def counts(self, searcher: tantivy.Searcher, query: tantivy.Query, last: Mapping[str, int]) -> Mapping[str, int]:
        """How many documents of what a query finds are in each state on this day; ``last`` counts them in their last one."""
        counts = Counter(last)
        if self.moving:
            every = [number for numbers in self.moving.values() for number in numbers]
            counts.subtract(_last_states(searcher, both(query, cases_query(every))))
            for state, numbers in self.moving.items():
                counts[state] += counted(searcher, both(query, cases_query(numbers)))
        shown: Counter[str] = Counter()
        for state, count in counts.items():
            shown[self.shown(state)] += count
        return {state: count for state, count in shown.items() if count}


ALL_STATES = (
    "open", "open_noticed", "overdue_three", "overdue_six", "answered_in_time", "answered_in_extended_term", "answered_late", "withdrawn", "unknown", "no_clock",
)


def both(one: tantivy.Query, other: tantivy.Query) -> tantivy.Query:
    """What two queries find together."""
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one), (tantivy.Occur.Must, other)])


def counted(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    """How many documents a query finds."""
    return int(searcher.search(query, 1).count)  # type: ignore[attr-defined]  # it is there, but not in the stubs


def _last_states(searcher: tantivy.Searcher, query: tantivy.Query) -> Counter[str]:
    found = searcher.aggregate(query, {"state": {"terms": {"field": "state", "size": len(ALL_STATES)}}})
    return Counter({bucket["key"]: bucket["doc_count"] for bucket in found["state"]["buckets"]})


def cases_query(numbers: list[str] | tuple[str, ...]) -> tantivy.Query:
    """The documents of these cases."""
    return tantivy.Query.term_set_query(schema(), "case", list(numbers))


def states_on(registry: ReadOnly, today: date) -> States:
    """The states of a day, out of the store."""
    return registry.remember(("search states", today), lambda: _states_on(registry, today))


def _states_on(registry: ReadOnly, today: date) -> States:
    moving: dict[str, list[str]] = {}
    for number, state in registry.rows(_MOVING, {"today": today.isoformat()}):
        moving.setdefault(state, []).append(number)
    known_until = registry.rows(_KNOWN_UNTIL)[0][0]
    return States(
        today=today, more_to_come=bool(registry.rows(_LATER, {"today": today.isoformat()})[0][0]),
        moving={state: tuple(numbers) for state, numbers in moving.items()},
        open_is_unknown=known_until is not None and today.isoformat() > known_until,
    )
