"""What an address may ask for: parameters with their types and limits, read strictly, with one sentence where they are wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from starlette.datastructures import QueryParams

Kind = Literal["string", "integer", "date", "boolean"]
LONGEST = 10_000
"""More characters than any parameter may have."""


class BadParameterError(Exception):
    """A parameter that cannot be read: its name, and why."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter: where it stands, its kind, what it does, and what it may be."""

    name: str
    about: str
    kind: Kind = "string"
    place: Literal["query", "path"] = "query"
    values: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    default: str | int | bool | None = None
    example: str | int | bool | None = None
    required: bool = False

    def schema(self) -> dict[str, Any]:
        """As JSON Schema."""
        made: dict[str, Any] = {"type": "string", "format": "date"} if self.kind == "date" else {"type": self.kind}
        if self.values:
            made["enum"] = list(self.values)
        elif self.kind == "string":
            made["maxLength"] = self.most or LONGEST
        elif self.kind == "integer":
            made |= {name: value for name, value in (("minimum", self.least), ("maximum", self.most)) if value is not None}
        if self.default is not None:
            made["default"] = self.default
        return made

    def read(self, given: str) -> Any:
        """The value. Raises BadParameterError."""
        if "\x00" in given or len(given) > (self.most if self.kind == "string" and self.most else LONGEST):
            raise BadParameterError(self.name, "is too long, or holds a character that is none")
        if self.values and given not in self.values:
            raise BadParameterError(self.name, f"must be one of {', '.join(self.values)}")
        match self.kind:
            case "integer":
                return self._whole(given)
            case "date":
                return self._day(given)
            case "boolean":
                if given not in {"true", "false"}:
                    raise BadParameterError(self.name, "must be true or false")
                return given == "true"
            case _:
                return given

    def _whole(self, given: str) -> int:
        if not given.lstrip("-").isascii() or not given.lstrip("-").isdigit() or len(given) > 18:
            raise BadParameterError(self.name, "must be a whole number")
        number = int(given)
        if (self.least is not None and number < self.least) or (self.most is not None and number > self.most):
            raise BadParameterError(self.name, f"must lie between {self.least} and {self.most}")
        return number

    def _day(self, given: str) -> date:
        try:
            if len(given) == len("2020-02-10"):
                return date.fromisoformat(given)
        except ValueError:
            pass
        raise BadParameterError(self.name, "must be a day of the calendar, as 2020-02-10")


def read_all(parameters: Iterable[Parameter], query: QueryParams, path: Mapping[str, Any]) -> dict[str, Any]:
    """Every parameter by name, with defaults. Raises BadParameterError.

    A name that nobody knows is wrong too: a filter that is silently ignored gives a wrong answer.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in query:
        if name not in known or known[name].place == "path":
            raise BadParameterError(name[:80], f"is not known here; known are {', '.join(one for one in known if known[one].place == 'query') or 'none'}")
        if len(query.getlist(name)) > 1:
            raise BadParameterError(name, "is given more than once")
    read: dict[str, Any] = {}
    for name, parameter in known.items():
        given = path.get(name) if parameter.place == "path" else query.get(name)
        if parameter.required and parameter.place == "query" and given is None:
            raise BadParameterError(name, "must be given")
        read[name] = parameter.default if given is None else parameter.read(str(given))
    return read
