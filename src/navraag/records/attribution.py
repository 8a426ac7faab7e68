"""A name or an office as printed, and what it was resolved to."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["Minister", "Staatssecretaris", "Minister-President"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who asked, was asked, answered, or stands under "mede namens".

    ``printed`` are the words of the document. An asker has ``name`` and ``party``; an office has ``role`` and
    ``portfolio`` (None for the Minister-President), an answerer a ``name`` too. The last four stay empty until linking.
    """

    printed: str
    name: str | None = None
    party: str | None = None
    role: Role | None = None
    portfolio: str | None = None
    person_id: str | None = None
    membership_id: str | None = None
    post_id: str | None = None
    confidence: float | None = None
