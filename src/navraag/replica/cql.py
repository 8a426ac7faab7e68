"""CQL as KOOP's SRU service understands it: read into a tree, with the error sentences of the live service."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Boolean = Literal["and", "or", "not", "prox"]
_TOKENS = re.compile(r'\s+|"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<relation>==|<=|>=|=|<|>)|(?P<paren>[()])|(?P<word>[^\s()=<>"]+)')
_RELATIONS = frozenset({"=", "==", "<", "<=", ">", ">=", "any", "all", "adj"})
_BOOLEANS = frozenset({"and", "or", "not", "prox"})
_EXPECTED = "expecting {<EOF>, AND, OR, NOT, PROX, SORTBY}"


class CqlError(Exception):
    """The query is refused; ``code`` is the last part of the diagnostic's address."""

    def __init__(self, code: int, message: str, details: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.details = code, message, details


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One condition; a bare term has no index."""

    index: str
    relation: str
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Two conditions joined by a boolean."""

    boolean: Boolean
    left: "Node"
    right: "Node"


Node = Clause | Joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A tree, and the index to sort by: "" where none was asked for."""

    tree: Node
    sort_index: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    kind: str
    text: str
    at: int


def _tokens(query: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(query):
        match = _TOKENS.match(query, at)
        if match is None:
            raise CqlError(10, f"line 1:{at} token recognition error at: '{query[at:at + 20]}'")
        if match.lastgroup:
            text = re.sub(r"\\(.)", r"\1", match["quoted"]) if match.lastgroup == "quoted" else match[match.lastgroup]
            found.append(_Token(kind=match.lastgroup, text=text, at=at))
        at = match.end()
    return found


class _Reader:
    """Reads tokens from left to right; booleans bind equally."""

    def __init__(self, tokens: list[_Token], end: int) -> None:
        self.tokens, self.end, self.at = tokens, end, 0

    def peek(self) -> _Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else _Token(kind="end", text="<EOF>", at=self.end)

    def take(self) -> _Token:
        token = self.peek()
        self.at += 1
        return token

    def is_word(self, *words: str) -> bool:
        token = self.peek()
        return token.kind == "word" and token.text.lower() in words

    def mismatch(self) -> CqlError:
        token = self.peek()
        return CqlError(10, f"line 1:{token.at} mismatched input '{token.text}' {_EXPECTED}")

    def tree(self, depth: int = 0) -> Node:
        if depth > 50:
            raise CqlError(48, "Query feature unsupported", "nesting")
        left = self.clause(depth)
        while self.is_word(*_BOOLEANS):
            boolean = self.take().text.lower()
            left = Joined(boolean=boolean, left=left, right=self.clause(depth))  # type: ignore[arg-type]
        return left

    def clause(self, depth: int) -> Node:
        token = self.take()
        if token.text == "(" and token.kind == "paren":
            inner = self.tree(depth + 1)
            if self.peek().text != ")" or self.peek().kind != "paren":
                raise self.mismatch()
            self.take()
            return inner
        if token.kind not in {"word", "quoted"}:
            self.at -= 1
            raise self.mismatch()
        if self.peek().kind == "relation" or self.is_word("any", "all", "adj"):
            return self._compared(token)
        return Clause(index="", relation="=", term=token.text)

    def _compared(self, index: _Token) -> Clause:
        relation = self.take().text.lower()
        if self.peek().kind not in {"word", "quoted"}:
            raise self.mismatch()
        return Clause(index=index.text, relation=relation, term=self.take().text)


def read_cql(query: str) -> Query:
    """A query as a tree.

    >>> read_cql('dt.identifier=="kv-1" sortBy dt.date/sort.descending').descending
    True
    """
    reader = _Reader(_tokens(query), len(query))
    tree = reader.tree()
    index, descending = "", False
    if reader.is_word("sortby"):
        reader.take()
        index, descending = _sorting(reader)
    if reader.peek().kind != "end":
        raise reader.mismatch()
    return Query(tree=tree, sort_index=index, descending=descending)


def _sorting(reader: _Reader) -> tuple[str, bool]:
    index, _, modifier = reader.take().text.partition("/")
    if modifier not in {"", "sort.ascending", "sort.descending"}:
        raise CqlError(20, "Unsupported relation modifier", modifier)
    return index, modifier == "sort.descending"


def conjuncts(tree: Node) -> list[Clause]:
    """The clauses that every hit must meet."""
    if isinstance(tree, Clause):
        return [tree]
    if tree.boolean == "and":
        return [*conjuncts(tree.left), *conjuncts(tree.right)]
    return conjuncts(tree.left) if tree.boolean == "not" else []


def read_day(term: str) -> date | None:
    """A day, or None where there is no such day.

    >>> read_day("2026-02-30") is None
    True
    """
    try:
        return date.fromisoformat(term) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", term) else None
    except ValueError:
        return None
