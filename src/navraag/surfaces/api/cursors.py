"""Cursors: where the next page of a list begins. They bear the question that they belong to, and fit no other."""

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from navraag.surfaces.api.parameters import BadParameterError


def make(asked: Mapping[str, Any], offset: int) -> str:
    """The cursor of the page that begins behind so many lines of the same question."""
    return base64.urlsafe_b64encode(json.dumps([_mark(asked), offset]).encode()).decode().rstrip("=")


def read(cursor: str | None, asked: Mapping[str, Any], *, most: int) -> int:
    """Behind how many lines the page begins. Raises BadParameterError where the cursor is none, or of another question."""
    if cursor is None:
        return 0
    mark, offset = _opened(cursor)
    if type(offset) is not int or not 0 <= offset <= most:
        raise BadParameterError("cursor", "is none that was given here; begin without it")
    if mark != _mark(asked):
        raise BadParameterError("cursor", "belongs to another question: keep all parameters but the cursor the same")
    return offset


def _mark(asked: Mapping[str, Any]) -> str:
    """A few letters that differ with what is asked; the size of a page may change on the way."""
    told = {name: str(value) for name, value in sorted(asked.items()) if name not in {"cursor", "limit", "fields"} and value is not None}
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:10]


def _opened(cursor: str) -> tuple[Any, Any]:
    """What a cursor holds; nothing that fits where it is none."""
    try:
        mark, offset = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (ValueError, TypeError, RecursionError):
        return None, None
    return mark, offset
