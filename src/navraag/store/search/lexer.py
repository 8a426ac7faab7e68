"""What was typed, in tokens: words, phrases, fields, operators and brackets, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from navraag.store.search.fields import BY_ALIAS, PARTICLES
from navraag.store.search.nodes import QueryNote, Span

LONGEST_QUERY = 1_000
MOST_TOKENS = 96

Kind = Literal["word", "phrase", "field", "and", "or", "not", "near", "open", "close"]
_OPERATORS: dict[str, Kind] = {"EN": "and", "AND": "and", "&&": "and", "OF": "or", "OR": "or", "||": "or", "|": "or", "NIET": "not", "NOT": "not", "ZONDER": "not"}
_QUOTES = '"“”„«»‟'
_CLOSES = {"«": "»"}
_TOKEN = re.compile(rf"[()]|-(?=[\w({_QUOTES}])|[{_QUOTES}]|[^\s(){_QUOTES}]+")
_NEAR = re.compile(r"(?:NEAR|NABIJ)(?:/(\d{1,3}))?")
_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{0,20}):(?!//)(.*)", re.DOTALL)
NEAR_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token: its kind, its words, and for a field the name as typed."""

    kind: Kind
    text: str
    span: Span
    field: str = ""


class Lexer:
    """Reads a typed text; ``notes`` are the mistakes met."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notes: list[QueryNote] = []
        self._at = 0

    def tokens(self) -> list[Token]:
        """All tokens, and no more of them than a search may have."""
        found: list[Token] = []
        for token in self._read():
            if len(found) >= MOST_TOKENS:
                self.notes.append(QueryNote(code="too_long", printed=token.text[:40]))
                break
            found.append(token)
        return found

    def _read(self) -> Iterator[Token]:
        while match := _TOKEN.search(self.text, self._at):
            self._at = match.end()
            start, printed = match.start(), match[0]
            if printed in "()":
                yield self._token("open" if printed == "(" else "close", printed, start)
            elif printed == "-":
                yield self._token("not", printed, start)
            elif printed in _QUOTES:
                yield from self._phrase(start)
            elif near := _NEAR.fullmatch(printed):
                yield self._token("near", near[1] or str(NEAR_WORDS), start)
            elif printed in _OPERATORS:
                yield self._token(_OPERATORS[printed], printed, start)
            else:
                yield from self._word(printed, start)

    def _token(self, kind: Kind, text: str, start: int, *, field: str = "") -> Token:
        return Token(kind=kind, text=text, span=Span(start=start, end=self._at), field=field)

    def _quoted(self) -> str:
        """The words up to the closing quote; up to the end where none follows, with a note."""
        opening = self.text[self._at - 1]
        closers = _CLOSES.get(opening, _QUOTES)
        ends = [at for at in (self.text.find(closer, self._at) for closer in closers) if at >= 0]
        if not ends:
            words, self._at = self.text[self._at:], len(self.text)
            self.notes.append(QueryNote(code="quote", printed=opening + words[:40], read_as=words.strip()[:60]))
            return words
        words, self._at = self.text[self._at:min(ends)], min(ends) + 1
        return words

    def _phrase(self, start: int) -> Iterator[Token]:
        words = self._quoted()
        if words.strip():
            yield self._token("phrase", words.strip(), start)

    def _word(self, printed: str, start: int) -> Iterator[Token]:
        field = _FIELD.fullmatch(printed)
        if field and field[1].lower() in BY_ALIAS:
            yield from self._field(field[1], field[2], start)
        elif field and field[1].isalpha() and not field[2].startswith(("/", "\\")):
            yield from self._unknown(field[1], field[2], start)
        else:
            yield self._token("word", printed, start)

    def _unknown(self, name: str, value: str, start: int) -> Iterator[Token]:
        """A field that does not exist: its value is looked for as a word."""
        value = value.strip() or self._following()
        self.notes.append(QueryNote(code="unknown_field", printed=name, read_as=value))
        if value:
            yield self._token("word", value, start)

    def _field(self, name: str, value: str, start: int) -> Iterator[Token]:
        value = value.strip() or self._following()
        if not value:
            self.notes.append(QueryNote(code="empty_field", printed=f"{name}:"))
            return
        if BY_ALIAS[name.lower()] in {"van", "door", "aan"}:
            value = self._whole_name(value)
        yield self._token("field", value, start, field=name.lower())

    def _following(self) -> str:
        """The value of a field that ends in its colon: a quoted one, or the next word ("van: Omtzigt")."""
        match = _TOKEN.search(self.text, self._at)
        if not match or match[0] in "()-" or match[0] in _OPERATORS or _FIELD.fullmatch(match[0]):
            return ""
        self._at = match.end()
        return self._quoted().strip() if match[0] in _QUOTES else match[0]

    def _whole_name(self, value: str) -> str:
        """A name with its particles: "van der Staaij" typed without quotes."""
        words = value.split()
        while len(words) < 6 and words[-1].lower() in PARTICLES:
            match = _TOKEN.search(self.text, self._at)
            if not match or match[0] in "()-" or match[0] in _QUOTES or match[0] in _OPERATORS or ":" in match[0]:
                break
            self._at = match.end()
            words.append(match[0])
        return " ".join(words)
