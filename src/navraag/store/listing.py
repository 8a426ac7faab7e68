"""Lists of cases: the filter as SQL, its order, and the counts of its facets."""

from dataclasses import dataclass
from datetime import date

from navraag.lexicon.names import party_codes, party_named
from navraag.lexicon.offices import line_named, lines
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

_FACETS = """
SELECT 'years', year, count(*) FROM found WHERE year IS NOT NULL GROUP BY year
UNION ALL
SELECT 'states', state, count(*) FROM found GROUP BY state
UNION ALL
SELECT 'parties', coalesce(party_code, party), count(DISTINCT case_id) FROM found JOIN case_asker ON case_id = found.id
 WHERE coalesce(party_code, party) IS NOT NULL GROUP BY 2
UNION ALL
SELECT 'ministries', coalesce(ministry, label), count(DISTINCT case_id)
  FROM found JOIN case_addressee ON case_id = found.id GROUP BY 2
UNION ALL
SELECT 'topics', topic, count(*) FROM found JOIN case_topic ON case_id = found.id GROUP BY topic
UNION ALL
SELECT 'askers', coalesce(person_id, name), count(DISTINCT case_id) FROM found JOIN case_asker ON case_id = found.id GROUP BY 2
UNION ALL
SELECT 'officials', coalesce(person_id, name), count(DISTINCT case_id) FROM found JOIN case_addressee ON case_id = found.id
 WHERE coalesce(person_id, name) IS NOT NULL GROUP BY 2
UNION ALL
SELECT 'stances', stance, count(DISTINCT case_id) FROM found JOIN case_asker ON case_id = found.id
 WHERE stance IS NOT NULL GROUP BY 2
"""
MOST_VALUES = 100


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

    def days(self) -> str:
        """The days that each answered case took."""
        return (
            f"SELECT julianday(answered_on) - julianday(tabled_on) FROM {self.cases} WHERE {self.where} "  # noqa: S608 - same
            "AND answered_on BETWEEN tabled_on AND :today"
        )

    def facets(self) -> str:
        """Name, value and count of every facet, over the cases found once."""
        return f"WITH found AS ({self.found()}) {_FACETS}"

    def found(self) -> str:
        """Id, year and state of each case."""
        return f"SELECT case_row.id, year, {STATE} AS state FROM case_row{STATE_JOIN} WHERE {self.where}"  # noqa: S608 - same


def listing(wanted: CaseFilter, known_until: date | None) -> Listing:
    """The SQL of a filter. Only the conditions asked for appear, so that indexes serve the usual lists."""
    parameters: dict[str, str | int] = {
        "today": wanted.today.isoformat(), "known_until": (known_until or date.max).isoformat(),
        "party_code": _party_code(wanted.party), "line": _line(wanted.ministry),
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
        (_ASKER, "asker", wanted.asker),
        (_asked_by("person_id = :member"), "member", wanted.member),
        (_asked_by("stance = :stance"), "stance", wanted.stance),
        (_asked_by("party_code = :party_code OR party_code IS NULL AND party = :party"), "party", wanted.party),
        (_asked_of("ministry = :line OR (ministry IS NULL OR :line = '') AND (label = :ministry OR name = :ministry)"), "ministry", wanted.ministry),
        (_OFFICIAL, "official", wanted.official),
        ("case_row.id IN (SELECT case_id FROM case_topic WHERE topic = :topic)", "topic", wanted.topic),
    ]


def _asked_by(condition: str) -> str:
    return f"case_row.id IN (SELECT case_id FROM case_asker WHERE {condition})"  # noqa: S608 - fragments of this module, values bound


def _asked_of(condition: str) -> str:
    return f"case_row.id IN (SELECT case_id FROM case_addressee WHERE {condition})"  # noqa: S608 - same


_ASKER = _asked_by("name = :asker OR person_id IN (SELECT id FROM person WHERE name = :asker)")
_OFFICIAL = (
    "case_row.id IN (SELECT case_id FROM case_addressee WHERE person_id = :official"
    " UNION SELECT case_id FROM case_answerer WHERE person_id = :official)"
)


def _party_code(value: str | None) -> str:
    """The code of a party given by its code or any of its names, "" where the table has none."""
    row = party_named(value) if value else None
    return row.code if row else value if value in party_codes() else ""


def _line(value: str | None) -> str:
    """The line of a ministry given by it or by any of the names of the ministry, "" for another office or a person."""
    if not value:
        return ""
    return value if value in lines() else line_named(value) or ""
