"""Lists of cases: the filter as SQL, its order, and the counts of its facets."""

from dataclasses import dataclass
from datetime import date

from navraag.store.rows import CASE_COLUMNS, fold
from navraag.store.views import OPEN_STATES, CaseFilter, Order

_OPEN = ", ".join(f"'{state}'" for state in OPEN_STATES)

STATE = f"""
CASE WHEN state.state IS NULL THEN 'unknown'
     WHEN :today > :known_until AND state.state IN ({_OPEN}) THEN 'unknown'
     ELSE state.state END"""

STATE_JOIN = """
  LEFT JOIN case_state AS state
    ON state.case_id = case_row.id AND state.from_day <= :today AND state.until_day > :today"""

_ORDERS: dict[Order, str] = {
    "newest": "tabled_on DESC, number DESC",
    "oldest": "tabled_on IS NULL, tabled_on, number",
    "longest_open": "tabled_on IS NULL, tabled_on, number",
    "last_answered": "answered_on DESC, number DESC",
}

_FACETS = {
    "years": "SELECT year, count(*) FROM {cases} WHERE {where} AND year IS NOT NULL GROUP BY year ORDER BY year DESC",
    "states": "SELECT {state} AS value, count(*) FROM {cases} WHERE {where} GROUP BY value ORDER BY 2 DESC, 1",
    "parties": (
        "SELECT party, count(DISTINCT case_row.id) FROM {cases} JOIN case_asker ON case_asker.case_id = case_row.id "
        "WHERE {where} AND party IS NOT NULL GROUP BY party ORDER BY 2 DESC, 1 LIMIT 50"
    ),
    "ministries": (
        "SELECT label, count(DISTINCT case_row.id) FROM {cases} JOIN case_addressee ON case_addressee.case_id = case_row.id "
        "WHERE {where} GROUP BY label ORDER BY 2 DESC, 1 LIMIT 100"
    ),
    "topics": (
        "SELECT topic, count(*) FROM {cases} JOIN case_topic ON case_topic.case_id = case_row.id "
        "WHERE {where} GROUP BY topic ORDER BY 2 DESC, 1 LIMIT 100"
    ),
    "askers": (
        "SELECT name, count(DISTINCT case_row.id) FROM {cases} JOIN case_asker ON case_asker.case_id = case_row.id "
        "WHERE {where} GROUP BY name ORDER BY 2 DESC, 1 LIMIT 100"
    ),
}
FACET_NAMES = tuple(_FACETS)


@dataclass(frozen=True, slots=True)
class Listing:
    """One filter as SQL: conditions that hold together, and their parameters."""

    where: str
    parameters: dict[str, str | int]
    by_state: bool
    order: str

    @property
    def cases(self) -> str:
        """The tables that the conditions speak of."""
        return f"case_row{STATE_JOIN if self.by_state else ''}"

    def count(self) -> str:
        """How many cases."""
        return f"SELECT count(*) FROM {self.cases} WHERE {self.where}"  # noqa: S608 - fragments of this module, values bound

    def page(self) -> str:
        """The rows of one page, with the state of each."""
        return (
            f"SELECT {CASE_COLUMNS}, {STATE} FROM case_row{STATE_JOIN} WHERE {self.where} "  # noqa: S608 - same
            f"ORDER BY {self.order} LIMIT :limit OFFSET :offset"
        )

    def facet(self, name: str) -> str:
        """Values and counts of one facet."""
        cases = f"case_row{STATE_JOIN}" if name == "states" else self.cases
        return _FACETS[name].format(cases=cases, where=self.where, state=STATE)


def listing(wanted: CaseFilter, known_until: date | None) -> Listing:
    """The SQL of a filter. Only the conditions asked for appear, so that indexes serve the usual lists."""
    parameters: dict[str, str | int] = {
        "today": wanted.today.isoformat(), "known_until": (known_until or date.max).isoformat(),
    }
    conditions = ["(tabled_on IS NULL OR tabled_on <= :today)"]
    for condition, name, value in _plain_conditions(wanted):
        if value is not None:
            conditions.append(condition)
            parameters[name] = value
    for at, word in enumerate(fold(wanted.text).split()):
        conditions.append(f"instr(folded, :word{at})")
        parameters[f"word{at}"] = word
    if wanted.states:
        conditions.append(f"{STATE} IN ({', '.join(f':state{at}' for at in range(len(wanted.states)))})")
        parameters |= {f"state{at}": state for at, state in enumerate(wanted.states)}
    if wanted.order == "last_answered":
        conditions.append("answered_on <= :today")
    return Listing(
        where=" AND ".join(conditions), parameters=parameters, by_state=bool(wanted.states), order=_ORDERS[wanted.order],
    )


def _plain_conditions(wanted: CaseFilter) -> list[tuple[str, str, str | int | None]]:
    """Conditions that stand on one value each: the SQL, the parameter's name, the value (None: not asked for)."""
    return [
        ("year = :year", "year", wanted.year),
        ("chamber = :chamber", "chamber", wanted.chamber),
        ("oral = :oral", "oral", None if wanted.oral is None else int(wanted.oral)),
        ("case_row.id IN (SELECT case_id FROM case_asker WHERE name = :asker)", "asker", wanted.asker),
        ("case_row.id IN (SELECT case_id FROM case_asker WHERE party = :party)", "party", wanted.party),
        ("case_row.id IN (SELECT case_id FROM case_addressee WHERE label = :ministry)", "ministry", wanted.ministry),
        ("case_row.id IN (SELECT case_id FROM case_topic WHERE topic = :topic)", "topic", wanted.topic),
    ]
