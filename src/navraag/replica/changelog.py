"""The log of changes: what entity got which skiptoken, in flat arrays, so that millions fit into little memory."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from navraag.replica.entities import CATEGORIES, CODES


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One change: its token, and the entity: a category, a place (of a dossier; negative: a listed entity) and an ordinal."""

    token: int
    category: str
    place: int
    ordinal: int


@dataclass(slots=True)
class _Column:
    """The changes of one category, by token; ``until`` is the token of the next change of the same entity, or 0."""

    tokens: "array[int]" = field(default_factory=lambda: array("q"))
    places: "array[int]" = field(default_factory=lambda: array("l"))
    ordinals: "array[int]" = field(default_factory=lambda: array("H"))
    until: "array[int]" = field(default_factory=lambda: array("q"))

    def append(self, token: int, place: int, ordinal: int) -> None:
        self.tokens.append(token)
        self.places.append(place)
        self.ordinals.append(ordinal)
        self.until.append(0)

    def insert(self, at: int, token: int, place: int, ordinal: int) -> None:
        self.tokens.insert(at, token)
        self.places.insert(at, place)
        self.ordinals.insert(at, ordinal)
        self.until.insert(at, 0)


class ChangeLog:
    """All changes, each category apart; rows are added in the order of their tokens."""

    def __init__(self) -> None:
        self._columns = [_Column() for _ in CATEGORIES]

    def __len__(self) -> int:
        return sum(len(column.tokens) for column in self._columns)

    def fill(self, rows: Iterable[Row]) -> None:
        """Add rows, their tokens growing, and mark which of them are overtaken by later ones of the same entity."""
        for row in rows:
            self._columns[CODES[row.category]].append(row.token, row.place, row.ordinal)
        for column in self._columns:
            _mark_overtaken(column)

    def page(self, category: str, token: int, horizon: int, limit: int) -> list[Row]:
        """The first changes from a token on that are visible at a horizon: made by then, and not overtaken by then."""
        return list(self._walk(category, token, horizon, limit))

    def _walk(self, category: str, token: int, horizon: int, limit: int) -> Iterator[Row]:
        column = self._columns[CODES[category]]
        tokens, until = column.tokens, column.until
        at = bisect_left(tokens, token)
        while limit and at < len(tokens) and tokens[at] <= horizon:
            if not 0 < until[at] <= horizon:
                limit -= 1
                yield Row(token=tokens[at], category=category, place=column.places[at], ordinal=column.ordinals[at])
            at += 1

    def again(self, row: Row, token: int) -> None:
        """Give an entity a new token: its old entry disappears, and it stands at the new place."""
        column = self._columns[CODES[row.category]]
        column.until[bisect_left(column.tokens, row.token)] = token
        column.insert(bisect_left(column.tokens, token), token, row.place, row.ordinal)

    def find(self, category: str, place: int, ordinal: int, horizon: int) -> Row | None:
        """The visible row of one entity, or None where it has none at the horizon."""
        column = self._columns[CODES[category]]
        at, end = -1, len(column.places)
        while (at := _next_index(column.places, place, at + 1, end)) >= 0:
            token, until = column.tokens[at], column.until[at]
            if column.ordinals[at] == ordinal and token <= horizon and not 0 < until <= horizon:
                return Row(token=token, category=category, place=place, ordinal=ordinal)
        return None

    def last_token(self, horizon: int) -> int:
        """The highest token given out by a horizon."""
        ends = [(column.tokens, bisect_left(column.tokens, horizon + 1)) for column in self._columns]
        return max((tokens[at - 1] for tokens, at in ends if at), default=0)


def _next_index(places: "array[int]", place: int, start: int, end: int) -> int:
    try:
        return places.index(place, start, end)
    except ValueError:
        return -1


def _mark_overtaken(column: _Column) -> None:
    """From the last row to the first: what entity was met before is overtaken there."""
    later: dict[int, int] = {}
    for at in range(len(column.tokens) - 1, -1, -1):
        key = column.places[at] << 16 | column.ordinals[at]
        column.until[at] = later.get(key, 0)
        later[key] = column.tokens[at]
