"""What the address of a list or a statistic asks for: days, a period, and the ministries, parties or persons to keep."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from navraag.errors import NotFoundError
from navraag.lexicon.cabinets import Stance
from navraag.records.statistics import Dimension
from navraag.store.columns import values
from navraag.store.lists import GROUP_KINDS, key_of
from navraag.store.naming import shown_names
from navraag.store.reader import Registry
from navraag.store.statistics import SIZES
from navraag.store.waiting import GroupKind

LONGEST_VALUE = 200

GROUPS: dict[str, GroupKind] = {"ministerie": "ministry", "ambt": "post", "partij": "party", "lid": "member"}
DIMENSIONS: dict[str, Dimension] = {
    "ministerie": "ministry", "ambt": "post", "bewindspersoon": "minister", "partij": "party", "kant": "stance", "lid": "member",
    "onderwerp": "topic", "omvang": "size", "jaar": "year", "maand": "month",
}
SIDES: dict[str, Stance] = {"coalitie": "coalition", "oppositie": "opposition", "geen": "neither"}
_WORDS: dict[str, str] = {stance: word for word, stance in SIDES.items()}
_PARAMETERS: dict[Dimension, str] = {dimension: name for name, dimension in DIMENSIONS.items()}


def day_of(query: QueryParams, name: str) -> date | None:
    """A day of the address; None where none is given, 400 where there is no such day."""
    value = query.get(name, "").strip()
    if not value:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise HTTPException(400, detail=f"{name}={value[:40]} (2024-05-13)") from None
    if len(value) != len("2024-05-13"):
        raise HTTPException(400, detail=f"{name}={value[:40]} (2024-05-13)")
    return day


def choice_of(query: QueryParams, name: str, allowed: Mapping[str, object]) -> str:
    """A value that must be one of a few; "" where none is given."""
    value = query.get(name, "")
    if value and value not in allowed:
        raise HTTPException(400, detail=f"{name}={value[:40]} ({', '.join(allowed)})")
    return value


def number_of(query: QueryParams, name: str, most: int) -> int | None:
    """A number from 0; None where none is given."""
    value = query.get(name, "").strip()
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 9 and int(value) <= most):
        raise HTTPException(400, detail=f"{name}={value[:40]} (0-{most})")
    return int(value)


def groups_of(registry: Registry, query: QueryParams, day: date) -> dict[GroupKind, str]:
    """To which ministries, posts, parties, members a list is narrowed: their codes. NotFoundError for one that is not held."""
    given = {kind: _word(query, name) for name, kind in GROUPS.items()}
    return {kind: key_of(registry, kind, value, day) for kind, value in given.items() if value}


def only_of(registry: Registry, query: QueryParams, day: date) -> dict[Dimension, str]:
    """The same for statistics, which know more dimensions."""
    given = {dimension: _word(query, name) for name, dimension in DIMENSIONS.items()}
    return {dimension: _value(registry, dimension, value, day) for dimension, value in given.items() if value}


def _value(registry: Registry, dimension: Dimension, value: str, day: date) -> str:
    """The value as statistics know it; a person who is held is known, asked or not."""
    if dimension in {"minister", "member"} and value in shown_names(registry)["officials"]:
        return value
    if dimension in GROUP_KINDS:
        return key_of(registry, dimension, value, day)
    match dimension:
        case "stance":
            known: tuple[str, ...] = tuple(SIDES)
        case "size":
            known = SIZES
        case "year" | "month":
            return _span(dimension, value)
        case _:
            known = values(registry, dimension).names
    if value not in known:
        raise NotFoundError(f"no {dimension} {value!r} is held")
    return SIDES[value] if dimension == "stance" else value


def _span(dimension: Dimension, value: str) -> str:
    """A year or a month that can be."""
    try:
        date.fromisoformat(f"{value}-01-01" if dimension == "year" else f"{value}-01")
    except ValueError:
        raise HTTPException(400, detail=f"{_PARAMETERS[dimension]}={value[:40]}") from None
    return value


def query_of(only: Mapping[Dimension, str]) -> dict[str, str]:
    """Values of dimensions as the address has them."""
    return {_PARAMETERS[dimension]: _WORDS.get(value, value) if dimension == "stance" else value for dimension, value in only.items()}


def search_of(**query: object) -> str:
    """The values as the end of an address: "?dag=2024-05-13"; what is None or empty is left out."""
    given = {key: value for key, value in query.items() if value not in {None, ""}}
    return f"?{urlencode(given)}" if given else ""


def parameter_of(dimension: Dimension) -> str:
    """The name that a dimension has in addresses."""
    return _PARAMETERS[dimension]


def _word(query: QueryParams, name: str) -> str:
    value = " ".join(query.get(name, "").split())
    if len(value) > LONGEST_VALUE or "\x00" in value:
        raise HTTPException(400, detail=f"{name}={value[:40]}…")
    return value
