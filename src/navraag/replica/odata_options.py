"""The query options of OData, read for one set: what to show of it, in which order, and with which relations."""

from dataclasses import dataclass

from navraag.replica.odata_filter import Test, invalid, read_filter
from navraag.replica.odata_schema import EntitySet, entity_sets

Order = tuple[tuple[tuple[str, ...], bool], ...]
"""Paths to sort by, and whether each is descending."""
_DEEPEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is asked of one set."""

    known: EntitySet
    test: Test | None = None
    select: tuple[str, ...] = ()
    expand: tuple[tuple[str, "Options"], ...] = ()
    order: Order = ()
    top: int | None = None
    skip: int = 0
    count: bool = False


def split_outside(text: str, mark: str) -> list[str]:
    """Parts between marks that stand outside brackets and quotes.

    >>> split_outside("a(b,c),d", ",")
    ['a(b,c)', 'd']
    """
    parts, depth, start, is_quoted = [], 0, 0, False
    for at, letter in enumerate(text):
        if letter == "'":
            is_quoted = not is_quoted
        elif not is_quoted and letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == mark and not depth and not is_quoted:
            parts.append(text[start:at])
            start = at + 1
    return [part.strip() for part in [*parts, text[start:]] if part.strip()]


def _number(name: str, printed: str) -> int:
    if not printed.isdigit():
        raise invalid(f"Invalid value '{printed}' for ${name} query option found.")
    return int(printed)


def _select(known: EntitySet, printed: str) -> tuple[str, ...]:
    names = tuple(split_outside(printed, ","))
    if names == ("*",):
        return ()
    for name in names:
        if name not in known.properties and known.navigation(name) is None:
            raise invalid(f"Could not find a property named '{name}' on type 'TK.DA.GGM.OData.{known.name}'.")
    return names


def _order(known: EntitySet, printed: str) -> Order:
    keys = []
    for part in split_outside(printed, ","):
        path, _, direction = part.partition(" ")
        steps = tuple(path.split("/"))
        if direction.strip() not in {"", "asc", "desc"} or (len(steps) == 1 and steps[0] not in known.properties):
            raise invalid(f"Could not find a property named '{path}' on type 'TK.DA.GGM.OData.{known.name}'.")
        keys.append((steps, direction.strip() == "desc"))
    return tuple(keys)


def _expand(known: EntitySet, printed: str, depth: int) -> tuple[tuple[str, Options], ...]:
    if printed.strip() == "*":
        return tuple((name, Options(known=entity_sets()[target])) for name, (target, _many) in known.navigations.items() if target in entity_sets())
    found = []
    for part in split_outside(printed, ","):
        path, _, inner = part.partition("(")
        name = known.navigation(path.strip())
        if name is None:
            raise invalid(f"Could not find a property named '{path}' on type 'TK.DA.GGM.OData.{known.name}'.")
        pairs = dict(_pair(option) for option in split_outside(inner.removesuffix(")"), ";"))
        found.append((name, read_options(pairs, entity_sets()[known.navigations[name][0]], depth + 1)))
    return tuple(found)


def _pair(option: str) -> tuple[str, str]:
    name, _, value = option.partition("=")
    return name.strip(), value.strip()


def read_options(given: dict[str, str], known: EntitySet, depth: int = 0) -> Options:
    """The options of a query, or the refusal that the service gives."""
    if depth > _DEEPEST:
        raise invalid("The request includes a $expand path which is too deep.")
    return Options(
        known=known, test=read_filter(given["$filter"], known) if given.get("$filter") else None,
        select=_select(known, given["$select"]) if given.get("$select") else (),
        expand=_expand(known, given["$expand"], depth) if given.get("$expand") else (),
        order=_order(known, given["$orderby"]) if given.get("$orderby") else (),
        top=_number("top", given["$top"]) if "$top" in given else None, skip=_number("skip", given.get("$skip", "0")),
        count=given.get("$count", "").lower() == "true",
    )
