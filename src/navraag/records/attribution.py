"""A name or an office as printed, and what it was resolved to."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["Minister", "Staatssecretaris", "Minister-President"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who asked, was asked, answered, or stands under "mede namens".

    ``printed`` are the words of the document. An asker has ``name`` and ``party``; an office has ``role`` and
    ``portfolio`` (None for the Minister-President), an answerer a ``name`` too. The last six stay empty until linking:
    ``organization_id`` is the party (its code) or the line of the ministry as of the day; where more than one person can be
    meant, ``candidates`` names them all and ``person_id`` none.
    """

    printed: str
    name: str | None = None
    party: str | None = None
    role: Role | None = None
    portfolio: str | None = None
    person_id: str | None = None
    membership_id: str | None = None
    post_id: str | None = None
    organization_id: str | None = None
    confidence: float | None = None
    candidates: tuple[str, ...] = ()
