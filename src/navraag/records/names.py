"""Names of organisations, programmes, bodies and places in a text."""

from dataclasses import dataclass
from typing import Literal

NameKind = Literal["organisation", "programme", "ministry", "police", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Words that name something: ``text[start:end] == quote``.

    ``name`` is what it is called in full, "" where the words leave open which one is meant ("mijn ministerie", a name that a town
    and a province share: then ``candidates`` are the possible ones).
    """

    quote: str
    start: int
    end: int
    kind: NameKind
    name: str
    rule: str
    candidates: tuple[str, ...] = ()
