"""A sheet laid out on pages as the Aanhangsel prints it: masthead, one column, notes at the foot, running lines below."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from navraag.replica.flow import blocks
from navraag.replica.markup import Line, Run
from navraag.replica.pdf_widths import BOLD, REGULAR
from navraag.replica.sheets import Piece, Sheet
from navraag.replica.titles import listed

WIDTH, HEIGHT = 558.43, 771.02
_LEFT, _RIGHT, _MARGIN = 221.5, 538.0, 55.5
_SIZE, _LEAD = 8.5, 9.6
_NOTE_SIZE, _NOTE_LEAD = 6.5, 7.6
_MARK_SIZE, _RISE = 5.0, 3.0
_FLOOR = 104.0
_BREAK = re.compile(r"[aeiou][bcdfghjklmnpqrstvwxz](?=[bcdfghjklmnpqrstvwxz][aeiou])")
_HEADS = {"question": "Vraag ", "answer": "Antwoord "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Words in one size and weight at one place; ``rise`` lifts note marks."""

    text: str
    x: float
    size: float = _SIZE
    bold: bool = False
    rise: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintLine:
    """One printed line: its chunks, the notes marked in it, the room above it, and whether a paragraph starts."""

    chunks: tuple[Chunk, ...]
    labels: tuple[str, ...] = ()
    space: float = 0.0
    lead: float = _LEAD
    starts: bool = True
    hyphen: bool = False

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(chunk.text for chunk in self.chunks)


@dataclass(slots=True, kw_only=True)
class Page:
    """A page: what stands where."""

    number: int
    placed: list[tuple[float, PrintLine]] = field(default_factory=list)
    notes: list[PrintLine] = field(default_factory=list)
    feet: list[tuple[float, PrintLine]] = field(default_factory=list)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide these words are printed."""
    table = BOLD if bold else REGULAR
    return sum(table[code - 32] for code in text.encode("cp1252", "replace")) * size / 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    text: str
    bold: bool = False
    labels: tuple[str, ...] = ()
    glued: bool = False


def _words(runs: Iterable[Run], *, bold: bool) -> Iterator[_Word]:
    """Runs as words; what follows without a blank is glued to the word before it."""
    glued = False
    for marked, group in groupby(runs, key=lambda run: bool(run.mark)):
        if marked:
            labels = tuple(run.mark for run in group)
            yield _Word(text=listed(labels), labels=labels, glued=True)
            glued = True
            continue
        yield from _plain_words(tuple(group), bold=bold, glued=glued)
        glued = False


def _plain_words(runs: tuple[Run, ...], *, bold: bool, glued: bool) -> Iterator[_Word]:
    """Runs without marks as words."""
    for run in runs:
        for n, word in enumerate(run.text.split(" ")):
            if word:
                yield _Word(text=word, bold=bold or run.bold, glued=glued and n == 0)
        glued = bool(run.text) and not run.text.endswith(" ")


class _Setter:
    """Sets words into lines of one column."""

    def __init__(self, *, left: float, size: float, lead: float) -> None:
        self.left, self.size, self.lead = left, size, lead
        self.lines: list[PrintLine] = []
        self._chunks: list[Chunk] = []
        self._labels: list[str] = []
        self._x = left

    def set(self, words: Iterable[_Word]) -> tuple[PrintLine, ...]:
        """The lines of one paragraph."""
        for word in words:
            self._place(word)
        self._flush()
        return tuple(self.lines)

    def _place(self, word: _Word) -> None:
        size = _MARK_SIZE if word.labels else self.size
        blank = "" if word.glued or not self._chunks else " "
        room = _RIGHT - self._x
        if width(blank + word.text, size, bold=word.bold) > room and not word.glued:
            head = self._hyphenated(word.text, room - width(blank, size)) if not word.labels else ""
            if head:
                self._add(blank + head + "-", word, size)
                word = _Word(text=word.text[len(head):], bold=word.bold)
            self._flush(hyphen=bool(head))
            blank = ""
        self._add(blank + word.text, word, size)
        self._labels += word.labels

    def _hyphenated(self, word: str, room: float) -> str:
        """The longest head of a long word that fits with a hyphen, or nothing."""
        if len(word) < 10 or not word.isalpha():
            return ""
        ends = [found.end() for found in _BREAK.finditer(word) if 3 <= found.end() <= len(word) - 3]
        fitting = [end for end in ends if width(word[:end] + "-", self.size) <= room]
        return word[:fitting[-1]] if fitting else ""

    def _add(self, text: str, word: _Word, size: float) -> None:
        rise = _RISE if word.labels else 0.0
        last = self._chunks[-1] if self._chunks else None
        if last and (last.size, last.bold, last.rise) == (size, word.bold, rise):
            self._chunks[-1] = Chunk(text=last.text + text, x=last.x, size=size, bold=word.bold, rise=rise)
        else:
            self._chunks.append(Chunk(text=text, x=self._x, size=size, bold=word.bold, rise=rise))
        self._x += width(text, size, bold=word.bold)

    def _flush(self, *, hyphen: bool = False) -> None:
        if self._chunks:
            line = PrintLine(
                chunks=tuple(self._chunks), labels=tuple(self._labels), lead=self.lead, starts=not self.lines, hyphen=hyphen
            )
            self.lines.append(line)
        self._chunks, self._labels, self._x = [], [], self.left


def _spaced(lines: tuple[PrintLine, ...], space: float) -> tuple[PrintLine, ...]:
    first = lines[0]
    return (PrintLine(chunks=first.chunks, labels=first.labels, space=space, lead=first.lead, hyphen=first.hyphen), *lines[1:])


def paragraph(runs: Iterable[Run], *, space: float = 0.0, bold: bool = False) -> tuple[PrintLine, ...]:
    """A paragraph of the column."""
    return _spaced(_Setter(left=_LEFT, size=_SIZE, lead=_LEAD).set(_words(runs, bold=bold)), space)


def _row(line: Line) -> PrintLine:
    step = (_RIGHT - _LEFT) / len(line.cells)
    return PrintLine(chunks=tuple(Chunk(text=cell, x=_LEFT + n * step) for n, cell in enumerate(line.cells)))


def _block(kind: str, group: tuple[Line, ...]) -> Iterator[PrintLine]:
    for line in group:
        if kind == "row":
            yield _row(line)
        else:
            runs = (Run(text="– "), *line.runs) if kind == "item" else line.runs
            yield from paragraph(runs)


def _piece(piece: Piece) -> Iterator[PrintLine]:
    heading = f"{_HEADS[piece.kind]}{piece.printed}" if piece.kind in _HEADS else "Mededeling" if piece.kind == "notice" else ""
    if heading:
        yield from paragraph((Run(text=heading),), space=9.0)
    lines = [line for kind, group in blocks(piece.lines) for line in _block(kind, group)]
    yield from lines if heading else _spaced(tuple(lines), 9.0)


def _at(x: float, text: str, size: float = _SIZE, *, bold: bool = False) -> PrintLine:
    return PrintLine(chunks=(Chunk(text=text, x=x, size=size, bold=bold),))


def _masthead(sheet: Sheet) -> list[tuple[float, PrintLine]]:
    year = sheet.session_year.replace("-", "–")
    chamber, digit = ("Eerste", "1") if sheet.case.chamber == "ek" else ("Tweede", "2")
    head = PrintLine(chunks=(
        Chunk(text=f"{chamber} Kamer der Staten-Generaal", x=_MARGIN, size=12, bold=True), Chunk(text=digit, x=531, size=12, bold=True),
    ))
    kind = "Aanhangsel van de Handelingen" if sheet.paper else "Vragen gesteld door de leden der Kamer"
    lines = [(745.0, head), (706.0, PrintLine(chunks=(Chunk(text=f"Vergaderjaar {year}", x=_MARGIN), Chunk(text=kind, x=_LEFT))))]
    if sheet.paper:
        lines += [
            (649.0, _at(_LEFT, "Vragen gesteld door de leden der Kamer, met de daarop door de", 9.5, bold=True)),
            (638.0, _at(_LEFT, "regering gegeven antwoorden", 9.5, bold=True)),
        ]
    number = sheet.appendix if sheet.paper else sheet.number
    return [*lines, (560.0, _at(_LEFT, str(number), 9.5, bold=True))] if number else lines


def _feet(sheet: Sheet, page: int) -> list[tuple[float, PrintLine]]:
    chamber = "Eerste" if sheet.case.chamber == "ek" else "Tweede"
    running = f"{chamber} Kamer, vergaderjaar {sheet.session_year.replace('-', '–')}, {'Aanhangsel' if sheet.paper else 'Vragen'}"
    last = [Chunk(text=running, x=_LEFT, size=6.0), Chunk(text=str(page), x=533, size=6.0)]
    if page > 1:
        return [(64.0, PrintLine(chunks=tuple(last)))]
    place = Chunk(text=f"’s-Gravenhage {sheet.printed_on.year}", x=_MARGIN, size=6.0)
    issn = [(73.0, _at(_MARGIN, "ISSN 0921 - 7398", 6.0))] if sheet.paper else []
    return [(82.0, _at(_MARGIN, sheet.publication, 6.0)), *issn, (64.0, PrintLine(chunks=(place, *last)))]


def _note(label: str, text: str) -> tuple[PrintLine, ...]:
    setter = _Setter(left=_LEFT + 9, size=_NOTE_SIZE, lead=_NOTE_LEAD)
    lines = setter.set(_words((Run(text=text),), bold=False))
    mark = Chunk(text=label, x=_LEFT, size=4.2, rise=2.0)
    return (PrintLine(chunks=(mark, *lines[0].chunks), lead=_NOTE_LEAD), *lines[1:])


class _Paginator:
    """Fills pages from the top; the notes marked on a page stand at its foot."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.notes = {label: _note(label, text) for label, text in sheet.notes}
        self.pages = [Page(number=1, placed=_masthead(sheet))]
        self.y = 530.0 if sheet.paper else 540.0

    def place(self, line: PrintLine) -> None:
        """The next line of the column."""
        notes = [note for label in line.labels for note in self.notes.pop(label, ())]
        taken = sum(note.lead for note in (*self.pages[-1].notes, *notes))
        if self.y - line.space - line.lead < _FLOOR + taken + 8:
            self.pages.append(Page(number=len(self.pages) + 1))
            self.y = 745.0
        self.y -= line.space + line.lead
        self.pages[-1].placed.append((self.y, line))
        self.pages[-1].notes.extend(notes)

    def finished(self) -> tuple[Page, ...]:
        """All pages with their running lines."""
        for page in self.pages:
            page.feet = _feet(self.sheet, page.number)
        return tuple(self.pages)


def note_heights(page: Page) -> Iterator[tuple[float, PrintLine]]:
    """The notes of a page with their heights, the last one just above the running lines."""
    y = _FLOOR - 8 + sum(note.lead for note in page.notes)
    for note in page.notes:
        y -= note.lead
        yield y, note


def pages_of(sheet: Sheet) -> tuple[Page, ...]:
    """The pages of a sheet."""
    paginator = _Paginator(sheet)
    titles = [paragraph((Run(text=title),), space=5.0) for title in sheet.titles]
    for line in (line for title in titles for line in title):
        paginator.place(line)
    for piece in sheet.pieces:
        for line in _piece(piece):
            paginator.place(line)
    return paginator.finished()
