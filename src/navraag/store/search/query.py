"""The query language: typed text to a tree. Nothing that can be typed is an error; a mistake gets the nearest reading.

``a b`` and ``a EN b``: both; ``a OF b``: one of them; ``NIET a`` and ``-a``: without; ``"a b"``: exactly so; ``a*``: what
begins so; ``a NABIJ/5 b``: within five words; brackets; ``veld:waarde``: a filter (see ``query_fields``).
"""

import unicodedata

from navraag.store.search.fields import BY_ALIAS
from navraag.store.search.lexer import LONGEST_QUERY, Lexer, Token
from navraag.store.search.nodes import And, Field, Near, Node, Not, Or, Phrase, Query, QueryNote, Span, Word

DEEPEST = 12
SHORTEST_PREFIX = 2
FARTHEST = 50


def read_query(typed: str) -> Query:
    """What is asked for.

    >>> query = read_query('van:Omtzigt "toeslagen')
    >>> [note.code for note in query.notes]
    ['quote']
    """
    text = "".join(" " if unicodedata.category(letter) in {"Cc", "Cs"} else letter for letter in typed[:LONGEST_QUERY])
    text = " ".join(text.split())
    lexer = Lexer(text)
    if len(typed) > LONGEST_QUERY:
        lexer.notes.append(QueryNote(code="too_long", printed=typed[LONGEST_QUERY:LONGEST_QUERY + 40]))
    parser = _Parser(lexer.tokens(), lexer.notes)
    return Query(text=text, root=parser.whole(), notes=tuple(dict.fromkeys(parser.notes)))


class _Parser:
    """Recursive descent: or, and, not, one thing."""

    def __init__(self, tokens: list[Token], notes: list[QueryNote]) -> None:
        self.tokens = tokens
        self.notes = notes
        self._at = 0

    def whole(self) -> Node | None:
        """The tree of all tokens; a bracket that closes nothing is passed over."""
        found: list[Node] = []
        while self._at < len(self.tokens):
            node = self._either(0)
            if node:
                found.append(node)
            if self._next() == "close":
                self._note("bracket", ")")
                self._at += 1
        return _together(found)

    def _next(self) -> str:
        return self.tokens[self._at].kind if self._at < len(self.tokens) else ""

    def _note(self, code: str, printed: str, read_as: str = "") -> None:
        self.notes.append(QueryNote(code=code, printed=printed, read_as=read_as))  # type: ignore[arg-type]

    def _either(self, depth: int) -> Node | None:
        found: list[Node] = []
        first = self._all(depth)
        if first:
            found.append(first)
        while self._next() == "or":
            operator = self.tokens[self._at]
            self._at += 1
            other = self._all(depth)
            if other and found:
                found.append(other)
            else:
                self._note("lone_operator", operator.text)
                found += [other] if other else []
        return Or(nodes=tuple(found), span=_span(found)) if len(found) > 1 else next(iter(found), None)

    def _all(self, depth: int) -> Node | None:
        found: list[Node] = []
        while self._next() not in {"", "or", "close"}:
            if self._next() == "and":
                self._operator(found)
                continue
            if self._next() == "near":
                self._near(found)
                continue
            node = self._one(depth)
            if node:
                found.append(node)
        return _together(found)

    def _operator(self, found: list[Node]) -> None:
        token = self.tokens[self._at]
        self._at += 1
        if not found or self._next() in {"", "or", "close", "and"}:
            self._note("lone_operator", token.text)

    def _near(self, found: list[Node]) -> None:
        """The word before and the word behind, near each other; without one of them both are just words."""
        token = self.tokens[self._at]
        self._at += 1
        follows = self._next() in {"word", "phrase"}
        if found and isinstance(found[-1], (Word, Phrase)) and follows:
            first, last = found.pop(), self._one(0)
            if isinstance(first, (Word, Phrase)) and isinstance(last, (Word, Phrase)):
                found.append(Near(first=first, last=last, distance=min(int(token.text), FARTHEST), span=_span([first, last])))
                return
            found += [node for node in (first, last) if node]
        self._note("lone_operator", "NABIJ")

    def _one(self, depth: int) -> Node | None:
        token = self.tokens[self._at]
        self._at += 1
        match token.kind:
            case "not":
                return self._not(token, depth)
            case "open":
                return self._bracket(token, depth)
            case "phrase":
                return Phrase(text=token.text, span=token.span)
            case "field":
                return Field(name=BY_ALIAS[token.field], value=token.text, span=token.span)
        return self._word(token)

    def _not(self, token: Token, depth: int) -> Node | None:
        if self._next() in {"", "or", "close", "and", "near"} or depth >= DEEPEST:
            self._note("lone_not", token.text)
            return None
        node = self._one(depth + 1)
        return Not(node=node, span=Span(start=token.span.start, end=node.span.end)) if node else None

    def _bracket(self, token: Token, depth: int) -> Node | None:
        if depth >= DEEPEST:
            self._note("bracket", "(")
            return None
        node = self._either(depth + 1)
        if self._next() == "close":
            end = self.tokens[self._at].span.end
            self._at += 1
        else:
            self._note("bracket", "(")
            end = node.span.end if node else token.span.end
        return _spanning(node, Span(start=token.span.start, end=end)) if node else None

    def _word(self, token: Token) -> Node | None:
        bare = token.text.rstrip("*")
        if bare == token.text:
            return Word(text=token.text, span=token.span) if any(map(str.isalnum, token.text)) else None
        letters = sum(map(str.isalnum, bare))
        if not letters:
            self._note("wildcard", token.text)
            return None
        if letters < SHORTEST_PREFIX:
            self._note("short_prefix", token.text, bare)
            return Word(text=bare, span=token.span)
        return Word(text=bare, prefix=True, span=token.span)


def _together(found: list[Node]) -> Node | None:
    return And(nodes=tuple(found), span=_span(found)) if len(found) > 1 else next(iter(found), None)


def _span(found: list[Node]) -> Span:
    return Span(start=found[0].span.start, end=found[-1].span.end) if found else Span(start=0, end=0)


def _spanning(node: Node, span: Span) -> Node:
    """A node that counts its brackets as its own."""
    if isinstance(node, (And, Or)):
        return type(node)(nodes=node.nodes, span=span)
    return node
