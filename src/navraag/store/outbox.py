"""The outbox: which cases the index of pairs has yet to take in, and the cases as it takes them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from navraag.records.cases import Case
from navraag.store.codec import decode_case
from navraag.store.search.found import FoundIn
from navraag.store.session import ReadOnly

_POSITION = "SELECT (SELECT epoch FROM search_epoch), (SELECT coalesce(max(seq), 0) FROM search_outbox)"
_CHANGED = "SELECT number FROM search_outbox WHERE seq > :seq AND seq <= :last ORDER BY seq"
_CHANGES = "SELECT seq, number FROM search_outbox WHERE seq > :seq ORDER BY seq LIMIT :most"
_LAST_STATE = "SELECT state FROM case_state WHERE case_id = case_row.id ORDER BY from_day DESC LIMIT 1"
_FOUND = """
SELECT json_group_array(json_array(
           kind, key, labels, paper, note, json_extract(payload, '$.candidates'), json_extract(payload, '$.type')))
  FROM finding WHERE case_id = case_row.id
"""
_ONE = f"""
SELECT case_row.id, data, ({_LAST_STATE}), answered_on, notice_on, ({_FOUND})
  FROM case_row JOIN case_data ON case_data.number = case_row.number
"""  # noqa: S608 - fragments of this module
_EACH = f"{_ONE} ORDER BY case_row.number"
_NAMED = f"{_ONE} WHERE case_row.number = :number"
_WITH_TEXT = """
SELECT data FROM case_row JOIN case_data ON case_data.number = case_row.number
 WHERE (question_count OR answer_count) AND case_row.id % :step = 0
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Up to where an index has read: of which registry (its epoch), and to which change."""

    epoch: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedCase:
    """A case, its row in the registry, the state that it ends in, and the days that its clock gives."""

    row: int
    case: Case
    last_state: str | None
    answered_on: str | None
    notice_on: str | None
    found: tuple[FoundIn, ...] = ()


def position(registry: ReadOnly) -> Position:
    """Where the registry stands now."""
    epoch, seq = registry.rows(_POSITION)[0]
    return Position(epoch=epoch or "", seq=seq)


def changed(registry: ReadOnly, since: int, until: int) -> tuple[str, ...]:
    """The numbers of the cases written or removed after one change, up to another."""
    return tuple(number for (number,) in registry.rows(_CHANGED, {"seq": since, "last": until}))


def changes(registry: ReadOnly, since: int, most: int) -> tuple[tuple[int, str], ...]:
    """The first changes after one: each with its place in their order and the number of the case."""
    return tuple((seq, number) for seq, number in registry.rows(_CHANGES, {"seq": since, "most": most}))


def every_case(registry: ReadOnly) -> Iterator[IndexedCase]:
    """All cases for the index, sorted by number."""
    yield from (_case(row) for row in registry.stream(_EACH))


def cases_named(registry: ReadOnly, numbers: Iterable[str]) -> Iterator[IndexedCase]:
    """The cases with these numbers that are (still) held."""
    for number in numbers:
        yield from (_case(row) for row in registry.rows(_NAMED, {"number": number}))


def _case(row: tuple[int, bytes, str | None, str | None, str | None, str]) -> IndexedCase:
    number, data, state, answered_on, notice_on, found = row
    return IndexedCase(
        row=number, case=decode_case(data), last_state=state, answered_on=answered_on, notice_on=notice_on,
        found=tuple(map(_found, msgspec.json.decode(found))),
    )


def _found(values: tuple[str, str | None, str, str, str, list[str] | None, str | None]) -> FoundIn:
    kind, key, labels, paper, note, candidates, sort = values
    return FoundIn(
        kind=kind, key=key or "", labels=tuple(labels.split()), paper=paper, note=note,
        candidates=tuple(candidates or ()), place=sort == "place",
    )


def person_names(registry: ReadOnly) -> dict[str, str]:
    """The usual name of every person of the roll, by id."""
    return dict(registry.rows("SELECT id, name FROM person"))


def some_cases(registry: ReadOnly, most: int) -> Iterator[Case]:
    """About so many cases that have texts, evenly from the whole registry: enough to learn its words from."""
    held = int(registry.rows("SELECT count(*) FROM case_row WHERE question_count OR answer_count")[0][0])
    step = max(1, held // most)
    yield from (decode_case(data) for (data,) in registry.stream(_WITH_TEXT.replace(":step", str(step))))


def subjects(registry: ReadOnly) -> Iterator[str]:
    """The subject of every case: all the words that a case has of which no texts are held."""
    yield from (subject for (subject,) in registry.stream("SELECT subject FROM case_row"))
