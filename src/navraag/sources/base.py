"""What every source shares: where the official services are, what one of them gave, and how it is asked."""

from dataclasses import dataclass, field
from typing import Protocol

TK, KOOP, SEARCH = "tk", "koop", "search"
"""The three services: gegevensmagazijn.tweedekamer.nl, zoek.officielebekendmakingen.nl, repository.overheid.nl."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """The addresses of the official services; a stand-in answers for all of them at one address."""

    tk: str = "https://gegevensmagazijn.tweedekamer.nl"
    publications: str = "https://zoek.officielebekendmakingen.nl"
    repository: str = "https://repository.overheid.nl"
    odata: str = "/OData/v4/2.0"

    @classmethod
    def at(cls, base: str) -> "Endpoints":
        """All services at one address (a replica)."""
        root = base.rstrip("/")
        return cls(tk=root, publications=root, repository=root)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of a service, whole: its bytes, where they came from and the headers that are kept."""

    url: str
    status: int
    data: bytes = b""
    media_type: str = ""
    etag: str | None = None
    last_modified: str | None = None

    @property
    def found(self) -> bool:
        """Whether there is a body to read."""
        return self.status == 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One address to ask, with its parameters, and what is known of its last answer.

    ``missing`` are the statuses that say "there is none" instead of "something is wrong".
    """

    url: str
    params: tuple[tuple[str, str], ...] = ()
    accept: str = "*/*"
    etag: str | None = None
    last_modified: str | None = None
    limit: int = 64 * 1024 * 1024
    missing: frozenset[int] = field(default_factory=lambda: frozenset({404, 410}))


class Line(Protocol):
    """What a source needs of the HTTP client: ask one thing, get one whole answer."""

    def get(self, wanted: Wanted) -> Answer:
        """The answer: found (200), unchanged (304) or missing. SourceError where the service gives none."""
        ...
