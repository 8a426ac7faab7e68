"""Records to JSON and back. Values that a field has by default are left out: a third of the bytes remains."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

from navraag.records.cases import Case
from navraag.records.evidence import Problem
from navraag.records.parsed import Content

_CASE = msgspec.json.Decoder(Case)
_PROBLEMS = msgspec.json.Decoder(tuple[Problem, ...])
_CONTENT = {kind.__name__: kind for kind in get_args(Content)}


def encode(record: object) -> bytes:
    """A record as JSON without defaults; the same record always gives the same bytes."""
    inner, first, nested = _patterns()
    packed = first.sub(b"{", inner.sub(b"", msgspec.json.encode(record)))
    return first.sub(b"{", nested.sub(b"", packed))


def decode_case(data: bytes) -> Case:
    """The Case that was encoded."""
    return _CASE.decode(data)


def decode_problems(data: bytes) -> tuple[Problem, ...]:
    """The problems that were encoded."""
    return _PROBLEMS.decode(data)


def decode_content(kind: str, data: bytes) -> Content:
    """The content of a paper whose type has that name."""
    return _content_decoder(kind).decode(data)


def kind_of(content: Content) -> str:
    """The name under which ``decode_content`` finds the type."""
    return type(content).__name__


@cache
def _content_decoder(kind: str) -> "msgspec.json.Decoder[Content]":
    return msgspec.json.Decoder(_CONTENT[kind])


@cache
def _patterns() -> tuple[re.Pattern[bytes], re.Pattern[bytes], re.Pattern[bytes]]:
    """Patterns of members with default values: after a comma, as first member, and as emptied objects.

    Quotes within JSON strings are always escaped, so ``,"name":null`` can only be a member, never words of a text.
    """
    defaults = _defaults()
    plain = b"|".join(re.escape(b'"%s":%s' % (name.encode(), value)) for name, value in defaults if value[:1] != b"{")
    emptied = b"|".join(re.escape(b'"%s":{}' % name.encode()) for name, value in defaults if value[:1] == b"{")
    return (
        re.compile(rb",(?:" + plain + rb")(?=[,}])"),
        re.compile(rb"\{(?:" + plain + rb"|" + emptied + rb")(?:,|(?=\}))"),
        re.compile(rb",(?:" + emptied + rb")(?=[,}])"),
    )


def _defaults() -> list[tuple[str, bytes]]:
    """Names of fields that have one and the same default in every record that has them, with that default as JSON."""
    found: dict[str, set[bytes | None]] = {}
    for kind in _record_types():
        for field in fields(kind):
            found.setdefault(field.name, set()).add(_default(field))
    return sorted((name, value) for name, values in found.items() if len(values) == 1 for value in values if value)


def _default(field: "Field[Any]") -> bytes | None:
    """The default of a field as JSON, None where it must be given."""
    if field.default is not MISSING:
        return msgspec.json.encode(field.default)
    if field.default_factory is not MISSING:
        return msgspec.json.encode(field.default_factory())
    return None


def _record_types() -> set[type[Any]]:
    """Every dataclass that a case or a paper can hold, at any depth."""
    seen: set[type[Any]] = set()
    todo: list[type[Any]] = [Case, Problem, *_CONTENT.values()]
    while todo:
        kind = todo.pop()
        if kind not in seen:
            seen.add(kind)
            todo += [inner for hint in get_type_hints(kind).values() for inner in _dataclasses_in(hint)]
    return seen


def _dataclasses_in(hint: Any) -> Iterator[type[Any]]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for argument in get_args(hint):
        yield from _dataclasses_in(argument)
