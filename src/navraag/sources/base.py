"""What every source shares: how something is asked, and what was given."""

from dataclasses import dataclass, field


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
