"""What an endpoint is, and the answer that it gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from navraag.store.reader import Registry
from navraag.store.search.search import Search
from navraag.surfaces.api.parameters import Parameter
from navraag.surfaces.shapes import Shape

MOST_LINES = 1_000_000
CURSOR = Parameter(name="cursor", about="Where the page begins: the cursor of the page before", most=200)
LIMIT = Parameter(name="limit", about="How many lines a page has", kind="integer", least=1, most=100, default=20)
FIELDS = Parameter(name="fields", about="Only these fields of each line, with commas between them", most=500, example="number,subject")
DAY = Parameter(name="day", about="The day on which states are taken; by default today", kind="date", example="2020-05-25")


@dataclass(frozen=True)
class Desk:
    """What handlers work with: the registry, its search, the day, and the addresses that answers carry."""

    registry: Registry
    today: Callable[[], date]
    public_url: str = ""

    @cached_property
    def search(self) -> Search:
        """The search of the registry."""
        return Search(self.registry)

    def day(self, asked: Mapping[str, Any]) -> date:
        """The day asked for, or today."""
        day: date | None = asked.get("day")
        return day or self.today()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One page of a list: its lines, how many there are in all, and behind how many of them it begins."""

    items: list[Shape]
    total: int
    offset: int = 0
    more: Mapping[str, Any] = field(default_factory=dict)
    pages: bool = True
    """Whether it goes on by cursor."""


Handler = Callable[[Desk, Mapping[str, Any]], Shape | Listed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One address below ``/api/v1``: its handler, what it is for, what it may be asked, and the shape of its answer.

    ``shape`` names a schema: of the whole answer, or where ``listed`` of each line.
    """

    path: str
    name: str
    about: str
    tag: str
    handler: Handler
    shape: str
    parameters: tuple[Parameter, ...] = ()
    listed: bool = False
    example: str = ""

    @property
    def all_parameters(self) -> tuple[Parameter, ...]:
        """Its own parameters, and those of every list."""
        return (*self.parameters, CURSOR, LIMIT, FIELDS) if self.listed else self.parameters
