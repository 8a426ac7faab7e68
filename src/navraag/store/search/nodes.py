"""A search as a tree: what was typed, understood; and what was not, with the reading chosen instead."""

from dataclasses import dataclass
from typing import Literal

NoteCode = Literal[
    "quote", "bracket", "lone_operator", "lone_not", "unknown_field", "empty_field", "unknown_value", "bad_date",
    "bad_number", "wildcard", "short_prefix", "too_long", "only_common",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryNote:
    """A mistake in what was typed: its kind, the words at fault, and what was read instead (or what is possible)."""

    code: NoteCode
    printed: str = ""
    read_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where in the typed text a part stands."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word; with ``prefix`` every word that begins so."""

    text: str
    span: Span
    prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that follow each other exactly."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Two words (or phrases) within so many words of each other, in either order."""

    first: "Word | Phrase"
    last: "Word | Phrase"
    distance: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A filter: the field by its own name, and the value as typed."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """What must not hold."""

    node: "Node"
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class And:
    """What must all hold."""

    nodes: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Or:
    """Of what one must hold."""

    nodes: tuple["Node", ...]
    span: Span


Node = Word | Phrase | Near | Field | Not | And | Or


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A whole search: the text as typed, its tree (None: nothing is asked for, so everything is shown), and mistakes."""

    text: str
    root: Node | None
    notes: tuple[QueryNote, ...] = ()

    @property
    def parts(self) -> tuple[Node, ...]:
        """What must all hold at the top."""
        return self.root.nodes if isinstance(self.root, And) else (self.root,) if self.root else ()
