"""``$filter`` of OData: read into a tree, weighed against the limit of nodes, and asked of rows."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from navraag.replica.dutch_time import local
from navraag.replica.odata_rows import Row, literal_moment
from navraag.replica.odata_schema import EntitySet, entity_sets

NODE_LIMIT = 100
_GUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_TOKEN = re.compile(
    rf"\s+|(?P<text>'(?:[^']|'')*')|(?P<guid>{_GUID})|(?P<moment>\d{{4}}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)"
    r"|(?P<number>-?\d+)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<mark>[(),/:])"
)
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda a, b: a == b, "ne": lambda a, b: a != b, "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b, "lt": lambda a, b: a < b, "le": lambda a, b: a <= b,
}
_TEXT_FUNCTIONS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda text, part: part in text, "startswith": str.startswith, "endswith": str.endswith,
}
_PARTS = {"year", "month", "day"}
_CHANGED_CASE = {"tolower", "toupper", "trim"}
_DEEPEST = 40


class ODataError(Exception):
    """A query that the service refuses, with its status."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.message, self.status = message, status


def invalid(why: str) -> ODataError:
    """A refusal in the words of the service."""
    return ODataError(f"The query specified in the URI is not valid. {why}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """A value of a row, or a literal: its type, its weight in nodes, how to have it; ``literal`` where it is one."""

    kind: str
    weight: int
    get: Callable[[Row], Any]
    literal: Any = None
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A condition: its weight in nodes, and whether a row meets it. ``equal`` are values that it demands of a property."""

    weight: int
    meets: Callable[[Row], bool]
    equal: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    since: datetime | None = None


def normal(value: Any) -> Any:
    """A value as it is compared: texts without regard to case, moments as moments."""
    return value.casefold() if isinstance(value, str) else value


def sort_value(row: Row, path: tuple[str, ...]) -> tuple[bool, Any]:
    """What a row is sorted by; rows without the value come first."""
    value = follow(row, path)
    return value is not None, normal(value) if value is not None else 0


def follow(row: Row, path: tuple[str, ...]) -> Any:
    """The value at the end of a path of navigations."""
    *steps, last = path
    for step in steps:
        name = row.set.navigation(step)
        rows = row.navigate(name) if name else []
        if not rows:
            return None
        row = rows[0]
    return typed(row, last)


def typed(row: Row, name: str) -> Any:
    """A value of a row, moments as moments."""
    value = row.values.get(name)
    if isinstance(value, str) and row.set.properties.get(name) in {"DateTimeOffset", "Date"}:
        return literal_moment(value) if not value.startswith("0001") else None
    return value


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise invalid(f"Syntax error at position {at} in '{text}'.")
        if match.lastgroup:
            found.append(_Token(match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


class FilterReader:
    """Reads one filter over a set; ``scope`` are the variables of lambdas: name → set."""

    def __init__(self, text: str, known: EntitySet) -> None:
        self.text, self.tokens, self.at = text, _tokens(text), 0
        self.known = known
        self.scope: dict[str, EntitySet] = {}

    def read(self) -> Test:
        """The whole filter."""
        test = self._or(0)
        if self.at < len(self.tokens):
            raise self._error()
        if test.weight > NODE_LIMIT:
            raise invalid(f"The node count limit of '{NODE_LIMIT}' has been exceeded. To increase the limit, set the 'MaxNodeCount' property on EnableQueryAttribute or ODataValidationSettings.")
        return test

    def _error(self) -> ODataError:
        found = self.tokens[self.at].text if self.at < len(self.tokens) else "the end"
        return invalid(f"Syntax error: unexpected {found} in '{self.text}'.")

    def _is(self, *texts: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].kind in {"name", "mark"} and self.tokens[self.at].text in texts

    def _take(self, *texts: str) -> _Token:
        if self.at >= len(self.tokens) or (texts and self.tokens[self.at].text not in texts):
            raise self._error()
        self.at += 1
        return self.tokens[self.at - 1]

    def _or(self, depth: int) -> Test:
        left = self._and(depth)
        while self._is("or"):
            self._take()
            right = self._and(depth)
            left = _either(left, right)
        return left

    def _and(self, depth: int) -> Test:
        left = self._not(depth)
        while self._is("and"):
            self._take()
            right = self._not(depth)
            left = _both(left, right)
        return left

    def _not(self, depth: int) -> Test:
        if depth > _DEEPEST:
            raise invalid("The recursion limit has been exceeded.")
        if self._is("not"):
            self._take()
            inner = self._not(depth + 1)
            return Test(weight=inner.weight + 1, meets=lambda row: not inner.meets(row))
        if self._is("("):
            self._take()
            inner = self._or(depth + 1)
            self._take(")")
            return inner
        return self._condition(depth)

    def _condition(self, depth: int) -> Test:
        if self.at + 1 < len(self.tokens) and self.tokens[self.at].text in _TEXT_FUNCTIONS and self.tokens[self.at + 1].text == "(":
            return self._text_function()
        left = self._operand(depth)
        if isinstance(left, Test):
            return left
        if self._is("in"):
            return self._among(left)
        if not self._is(*_COMPARE):
            if left.kind == "Boolean":
                return Test(weight=left.weight, meets=lambda row: left.get(row) is True)
            raise self._error()
        operator = self._take().text
        right = self._operand(depth)
        if isinstance(right, Test):
            raise self._error()
        return _compared(operator, left, right)

    def _text_function(self) -> Test:
        name = self._take().text
        self._take("(")
        text, part = self._plain(), None
        self._take(",")
        part = self._plain()
        self._take(")")
        act = _TEXT_FUNCTIONS[name]
        return Test(weight=4 + text.weight - 2, meets=lambda row: act(str(normal(text.get(row)) or ""), str(normal(part.get(row)) or "")))

    def _plain(self) -> Operand:
        operand = self._operand(0)
        if isinstance(operand, Test):
            raise self._error()
        return operand

    def _among(self, left: Operand) -> Test:
        self._take("in")
        self._take("(")
        values = [self._plain()]
        while self._is(","):
            self._take()
            values.append(self._plain())
        self._take(")")
        wanted = {normal(value.literal) for value in values}
        equal = ((left.path, tuple(value.literal for value in values)),) if left.path else ()
        return Test(weight=left.weight + 1 + len(values), meets=lambda row: normal(left.get(row)) in wanted, equal=equal)

    def _operand(self, depth: int) -> Operand | Test:
        token = self._take()
        match token.kind:
            case "text":
                return _literal("String", token.text[1:-1].replace("''", "'"), 1)
            case "guid":
                return _literal("Guid", token.text.lower(), 2)
            case "number":
                return _literal("Int32", int(token.text), 1)
            case "moment":
                return _literal("DateTimeOffset", _moment(token.text), 2)
            case "name":
                return self._named(token.text, depth)
        raise self._error()

    def _named(self, name: str, depth: int) -> Operand | Test:
        if name in {"true", "false", "null"}:
            return _literal("Boolean", {"true": True, "false": False, "null": None}[name], 2)
        if self._is("(") and name in _PARTS | _CHANGED_CASE | {"concat"}:
            return self._function(name)
        return self._path(name, depth)

    def _function(self, name: str) -> Operand:
        self._take("(")
        first = self._plain()
        second = None
        if name == "concat":
            self._take(",")
            second = self._plain()
        self._take(")")
        if name in _PARTS:
            return Operand(kind="Int32", weight=first.weight + 1, get=lambda row: _part_of(first.get(row), name))
        if second:
            return Operand(kind="String", weight=first.weight + second.weight + 1, get=lambda row: f"{first.get(row) or ''}{second.get(row) or ''}")
        return Operand(kind="String", weight=first.weight + 1, get=lambda row: str(first.get(row) or "").strip())

    def _path(self, name: str, depth: int) -> Operand | Test:
        known = self.scope.get(name, self.known)
        steps = [] if name in self.scope else [name]
        while self._is("/"):
            self._take()
            step = self._take().text
            if step in {"any", "all"} and self._is("("):
                return self._lambda(known, steps, every=step == "all", depth=depth)
            steps.append(step)
        return _property(known, tuple(steps), is_variable=name in self.scope)

    def _lambda(self, known: EntitySet, steps: list[str], *, every: bool, depth: int) -> Test:
        path = _navigations(known, steps)
        target = entity_sets()[known.navigations[path[0]][0]] if len(path) == 1 else _target(known, path)
        self._take("(")
        if self._is(")"):
            self._take()
            return Test(weight=5, meets=lambda row: bool(_all_at(row, path)))
        variable = self._take().text
        self._take(":")
        outer, self.scope = self.scope, {**self.scope, variable: target}
        body = self._or(depth + 1)
        self.scope = outer
        self._take(")")
        check = all if every else any
        return Test(weight=5 + body.weight, meets=lambda row: check(body.meets(found) for found in _all_at(row, path)))


def _moment(printed: str) -> datetime:
    try:
        moment = literal_moment(printed)
    except ValueError as error:
        raise invalid(f"'{printed}' is no date.") from error
    if moment.year < 1900:
        raise ODataError("An error has occurred.", 500)
    return moment


def _part_of(moment: Any, name: str) -> int | None:
    """Year, month or day on the Dutch calendar."""
    return getattr(local(moment), name) if isinstance(moment, datetime) else None


def _literal(kind: str, value: Any, weight: int) -> Operand:
    return Operand(kind=kind, weight=weight, get=lambda _row: value, literal=value)


def _property(known: EntitySet, steps: tuple[str, ...], *, is_variable: bool) -> Operand:
    if not steps:
        return Operand(kind="Entity", weight=1, get=lambda row: row)
    *through, last = steps
    owner = known
    for step in through:
        name = owner.navigation(step)
        if name is None:
            raise invalid(f"Could not find a property named '{step}' on type 'TK.DA.GGM.OData.{owner.name}'.")
        owner = entity_sets()[owner.navigations[name][0]]
    if last not in owner.properties:
        raise invalid(f"Could not find a property named '{last}' on type 'TK.DA.GGM.OData.{owner.name}'.")
    path = last if not through and not is_variable else ""
    return Operand(kind=owner.properties[last], weight=2 + len(through), get=lambda row: follow(row, steps), path=path)


def _navigations(known: EntitySet, steps: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    for step in steps:
        name = known.navigation(step)
        if name is None or known.navigations[name][0] not in entity_sets():
            raise invalid(f"Could not find a property named '{step}' on type 'TK.DA.GGM.OData.{known.name}'.")
        names.append(name)
        known = entity_sets()[known.navigations[name][0]]
    return tuple(names)


def _target(known: EntitySet, path: tuple[str, ...]) -> EntitySet:
    for name in path:
        known = entity_sets()[known.navigations[name][0]]
    return known


def _all_at(row: Row, path: tuple[str, ...]) -> list[Row]:
    rows = [row]
    for name in path:
        rows = [found for one in rows for found in one.navigate(name)]
    return rows


def _compared(operator: str, left: Operand, right: Operand) -> Test:
    act = _COMPARE[operator]

    def meets(row: Row) -> bool:
        one, other = normal(left.get(row)), normal(right.get(row))
        if one is None or other is None:
            return act(one, other) if operator in {"eq", "ne"} else False
        return type(one) is type(other) and act(one, other)

    is_demand = operator == "eq" and left.path and right.literal is not None
    is_start = operator in {"gt", "ge"} and left.path == "ApiGewijzigdOp" and isinstance(right.literal, datetime)
    return Test(
        weight=left.weight + right.weight + 1, meets=meets, equal=((left.path, (right.literal,)),) if is_demand else (),
        since=right.literal if is_start else None,
    )


def _both(left: Test, right: Test) -> Test:
    starts = [start for start in (left.since, right.since) if start]
    return Test(
        weight=left.weight + right.weight + 1, meets=lambda row: left.meets(row) and right.meets(row), equal=left.equal + right.equal,
        since=max(starts, default=None),
    )


def _either(left: Test, right: Test) -> Test:
    return Test(weight=left.weight + right.weight + 1, meets=lambda row: left.meets(row) or right.meets(row))


def read_filter(text: str, known: EntitySet) -> Test:
    """A filter over a set, or the refusal that the service gives."""
    return FilterReader(text, known).read()
