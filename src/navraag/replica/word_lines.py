"""The paragraphs of the Word files that the Kamer and the ministries send round, in their several styles of numbering."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from navraag.replica.markup import Line, Run
from navraag.replica.render_entities import initials
from navraag.replica.sheets import Piece, Sheet
from navraag.replica.story import Office
from navraag.replica.titles import asked_by, dutch_date, notice_sentence, see_also_line

STYLES = (
    "numbered_heading", "vraag_antwoord", "dotted", "bracket", "auto", "unnumbered", "bare_numbers", "plain_numbers",
    "answer_alone", "sentence", "letter",
)
_TYPED = {"bracket": "{})", "dotted": "[{}]", "unnumbered": "{})", "plain_numbers": "{})"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLine:
    """A paragraph of a Word file: its line, its looks, and whether Word itself numbers it."""

    line: Line
    bold: bool = False
    numbered: bool = False
    kind: str = "body"


def plain(words: str, *, bold: bool = False, kind: str = "body") -> WordLine:
    """A paragraph of plain words."""
    return WordLine(line=Line(runs=(Run(text=words),) if words else ()), bold=bold, kind=kind)


def style_of(sheet: Sheet) -> str:
    """The style in which this sheet is written."""
    return sheet.paper.word if sheet.paper else sheet.case.word


def typed_marks(sheet: Sheet, style: str) -> str:
    """How marks are typed ("{})"), or "" where the file has real Word footnotes; a mark without a note can only be typed."""
    marked = {mark for piece in sheet.pieces for line in piece.lines for mark in line.marks}
    missing = marked - {label for label, _ in sheet.notes}
    return _TYPED.get(style, "{})" if missing else "")


def _before(first: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return (replace(lines[0], runs=(Run(text=first), *lines[0].runs)), *lines[1:])


def _headed(piece: Piece, heading: str, *, bold: bool = False) -> Iterator[WordLine]:
    yield plain(heading, bold=bold)
    yield from (WordLine(line=line) for line in piece.lines)
    yield plain("")


def _inline(piece: Piece, first: str) -> Iterator[WordLine]:
    yield from (WordLine(line=line) for line in _before(first, piece.lines))
    yield plain("")


def _auto(piece: Piece) -> Iterator[WordLine]:
    yield WordLine(line=piece.lines[0], numbered=True)
    yield from (WordLine(line=line) for line in piece.lines[1:])


def _unnumbered(piece: Piece) -> Iterator[WordLine]:
    yield from (WordLine(line=line) for line in piece.lines)
    yield plain("")


_QUESTIONS: dict[str, Callable[[Piece], Iterator[WordLine]]] = {
    "dotted": lambda piece: _inline(piece, f"{piece.printed}. "),
    "bracket": lambda piece: _inline(piece, f"{piece.printed}) "),
    "auto": _auto,
    "unnumbered": _unnumbered,
    "bare_numbers": lambda piece: _headed(piece, piece.printed),
    "plain_numbers": lambda piece: _headed(piece, piece.printed),
}
_ANSWERS: dict[str, Callable[[Piece], Iterator[WordLine]]] = {
    "dotted": lambda piece: _headed(piece, f"Antwoord vraag {piece.printed}:"),
    "bare_numbers": lambda piece: _headed(piece, "Antwoord" if len(piece.numbers) == 1 else f"Antwoord {piece.printed}"),
    "answer_alone": lambda piece: _headed(piece, "Antwoord"),
    "letter": lambda piece: _headed(piece, f"Antwoord op vraag {piece.printed}", bold=True),
}


def _piece_lines(piece: Piece, style: str) -> Iterator[WordLine]:
    if piece.kind == "question":
        if style in _QUESTIONS:
            return _QUESTIONS[style](piece)
        return _headed(piece, f"Vraag {piece.printed}", bold=style in {"letter", "vraag_antwoord"})
    if piece.kind == "answer":
        return _ANSWERS[style](piece) if style in _ANSWERS else _headed(piece, f"Antwoord {piece.printed}")
    return _headed(piece, "Mededeling") if piece.kind == "notice" else _unnumbered(piece)


def _question_front(sheet: Sheet) -> Iterator[WordLine]:
    tabled = f" (ingezonden {dutch_date(sheet.case.tabled)})."
    yield plain(sheet.number)
    yield plain(f"(ingezonden {dutch_date(sheet.case.tabled)})")
    title = sheet.titles[0].removesuffix(tabled)
    for rank in ("Ministers", "Minister", "Staatssecretarissen", "Staatssecretaris"):
        title = title.replace(f"de {rank} ", f"de {rank.lower()} ")
    yield plain(title, bold=True)
    yield plain("")


def _answer_front(sheet: Sheet) -> Iterator[WordLine]:
    assert sheet.paper is not None
    if sheet.appendix:
        yield plain(f"AH {sheet.appendix}")
    yield plain(", ".join((sheet.number, *sheet.paper.also)))
    see = see_also_line(sheet.paper.see)
    title = sheet.titles[1].removesuffix(see) if see else sheet.titles[1]
    yield plain(title.removesuffix(".").replace(" van Minister ", " van minister ").replace(" van Staatssecretaris ", " van staatssecretaris "))
    if see:
        yield plain(see.strip())
    yield plain("")


def signer(office: Office) -> str:
    """Who signs a letter: with initials, as letters have it."""
    return f"{initials(office.name)} {office.name}"


def _letter_front(sheet: Sheet) -> Iterator[WordLine]:
    """Letterhead, letter and the heading of its annex."""
    assert sheet.paper is not None
    office = sheet.paper.by[0]
    yield plain("> Retouradres Postbus 90001 2500 ZZ Den Haag", kind="letterhead")
    for words in ("Aan de voorzitter van de Tweede Kamer der Staten-Generaal", "Postbus 20018", "2500 EA  DEN HAAG"):
        yield plain(words, kind="letterhead")
    yield plain(f"Datum {dutch_date(sheet.paper.on)}", kind="letterhead")
    yield plain(f"Betreft Beantwoording Kamervragen over {sheet.case.subject}", kind="letterhead")
    yield plain("Geachte voorzitter,")
    yield plain(
        f"Hierbij bied ik u de antwoorden aan op de vragen van {asked_by(sheet.case.askers)} over {sheet.case.subject}, "
        f"ingezonden op {dutch_date(sheet.case.tabled)} met kenmerk {sheet.number}."
    )
    yield plain("Hoogachtend,")
    yield plain(f"de {office.role} van {office.portfolio},")
    yield plain(signer(office))
    yield plain("")
    yield plain(f"Antwoorden van {office.role} {office.name} op de vragen van {asked_by(sheet.case.askers)} over {sheet.case.subject} ({sheet.number})", bold=True)


def _note_list(sheet: Sheet, style: str) -> Iterator[WordLine]:
    typed = typed_marks(sheet, style)
    if typed and sheet.notes:
        yield plain("")
        yield from (plain(f"{typed.format(label)} {text}") for label, text in sheet.notes)


def _sentence(sheet: Sheet) -> Iterator[WordLine]:
    assert sheet.paper is not None
    yield from _answer_front(sheet)
    yield plain(notice_sentence(sheet.case, sheet.paper))


def word_lines(sheet: Sheet, style: str = "") -> tuple[WordLine, ...]:
    """All paragraphs of the Word file of a sheet."""
    style = style or style_of(sheet)
    if style == "sentence":
        return tuple(_sentence(sheet))
    front = _letter_front if style == "letter" else _answer_front if sheet.paper else _question_front
    body = (line for piece in sheet.pieces for line in _piece_lines(piece, style))
    return (*front(sheet), *body, *_note_list(sheet, style))
