"""PDF files in the look of official publications, set from invented words: two sizes, notes at the foot, margins.

Words may hold soft hyphens (places where a line may break) and note marks written as "{1}".
"""

import re
from dataclasses import dataclass, field

from fpdf import FPDF

TOKENS = re.compile(r"\{(\d+)\}|(\s+)|([^\s{]+)")
BREAKS = re.compile(r"(?<=[-\u00ad/])(?=.)")
PAGE = (558.4, 771.0)
LEFT, RIGHT, TOP, FOOT = 221.0, 540.0, 30.0, 95.0
MARGIN = 55.0
SIZE, NOTE_SIZE, RAISED_SIZE = 8.5, 6.5, 5.0
PITCH, NOTE_PITCH = 9.6, 7.6


@dataclass
class Piece:
    """Something on a line: words, or a raised mark."""

    text: str
    mark: bool = False
    blank: bool = False


@dataclass
class SetLine:
    """One line to be drawn, with the gap above it and the labels of the notes that it needs."""

    pieces: list[Piece]
    gap: float = 0.0
    bold: bool = False
    labels: list[str] = field(default_factory=list)


class OfficialPdf:
    """Collects paragraphs and notes; ``build`` sets them on pages with heads and feet."""

    def __init__(self, *, publication: str = "ah-tk-20242025-9001", year: str = "2024–2025", series: str = "Aanhangsel") -> None:
        self.pdf = FPDF(unit="pt", format=PAGE)
        self.pdf.core_fonts_encoding = "cp1252"
        self.pdf.set_auto_page_break(auto=False)
        self.pdf.set_font("Helvetica", size=SIZE)
        self.publication, self.year, self.series = publication, year, series
        self.lines: list[SetLine] = []
        self.notes: dict[str, str] = {}

    def note(self, label: str, text: str) -> None:
        """A note, to stand at the foot of the page that has its mark."""
        self.notes[label] = text

    def add(self, text: str, *, gap: float = 0.0, bold: bool = False) -> None:
        """A paragraph, set ragged right in the column."""
        lines = self.wrap(text, RIGHT - LEFT, SIZE, bold=bold)
        for at, pieces in enumerate(lines):
            labels = [piece.text for piece in pieces if piece.mark]
            self.lines.append(SetLine(pieces, gap if at == 0 else 0.0, bold, labels))

    def wrap(self, text: str, width: float, size: float, *, bold: bool = False) -> list[list[Piece]]:
        """Words broken into lines that fit."""
        self.pdf.set_font("Helvetica", "B" if bold else "", size)
        lines: list[list[Piece]] = [[]]
        used = 0.0
        for mark, blank, word in TOKENS.findall(text):
            if mark:
                lines[-1].append(Piece(mark, mark=True))
                used += 3
                continue
            if blank:
                if lines[-1]:
                    lines[-1].append(Piece(" ", blank=True))
                    used += self.pdf.get_string_width(" ")
                continue
            parts = BREAKS.split(word)
            while parts:
                for count in range(len(parts), 0, -1):
                    head = "".join(parts[:count]).replace("\u00ad", "")
                    if count < len(parts) and parts[count - 1].endswith("\u00ad"):
                        head += "-"
                    if used + self.pdf.get_string_width(head) <= width or (count == 1 and not used):
                        lines[-1].append(Piece(head))
                        used += self.pdf.get_string_width(head)
                        del parts[:count]
                        break
                else:
                    lines.append([])
                    used = 0.0
                    continue
                if parts:
                    lines.append([])
                    used = 0.0
        return [line for line in lines if line]

    def build(self, *, blank_pages: int = 0) -> bytes:
        """The bytes of the file."""
        y = self.new_page()
        pending: list[list[Piece]] = []
        for line in self.lines:
            needed = [row for label in line.labels if label in self.notes for row in self.note_rows(label)]
            height = line.gap + PITCH
            if y + height > PAGE[1] - FOOT - NOTE_PITCH * (len(pending) + len(needed)) - 6:
                self.draw_notes(pending)
                pending, y = [], self.new_page()
            y += height
            pending += needed
            self.draw(line.pieces, LEFT, y, SIZE, bold=line.bold)
        self.draw_notes(pending)
        for _ in range(blank_pages):
            self.pdf.add_page()
        return bytes(self.pdf.output())

    def note_rows(self, label: str) -> list[list[Piece]]:
        """Note rows."""
        rows = self.wrap(self.notes[label], RIGHT - LEFT - 6, NOTE_SIZE)
        rows[0].insert(0, Piece(label, mark=True))
        return rows

    def new_page(self) -> float:
        """New page."""
        self.pdf.add_page()
        number = self.pdf.page_no()
        self.put(LEFT, PAGE[1] - 60, f"Tweede Kamer, vergaderjaar {self.year}, {self.series}", 6.5)
        self.put(RIGHT - 5, PAGE[1] - 60, str(number), 6.5)
        if number > 1:
            return TOP
        self.put(MARGIN, 30, "Tweede Kamer der Staten-Generaal", 18, bold=True)
        self.put(RIGHT - 30, 50, "2", 40, bold=True)
        self.put(MARGIN, 80, f"Vergaderjaar {self.year}", 8)
        self.put(LEFT, 80, "Aanhangsel van de Handelingen", 8, bold=True)
        self.put(MARGIN, PAGE[1] - 72, self.publication, 5.5)
        self.put(MARGIN, PAGE[1] - 66, "ISSN 0921 - 7398", 5.5)
        self.put(MARGIN, PAGE[1] - 60, "’s-Gravenhage 2024", 5.5)
        return 130.0

    def put(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> None:
        """Words at a place, in any size."""
        self.pdf.set_font("Helvetica", "B" if bold else "", size)
        self.pdf.text(x, y, text)

    def draw(self, pieces: list[Piece], x: float, y: float, size: float, *, bold: bool = False) -> None:
        """Draw."""
        for piece in pieces:
            raised = RAISED_SIZE if size == SIZE else size * 0.65
            if piece.mark:
                self.put(x, y - size * 0.33, piece.text, raised)
                x += self.pdf.get_string_width(piece.text)
                continue
            self.put(x, y, piece.text, size, bold=bold)
            x += self.pdf.get_string_width(piece.text)

    def draw_notes(self, rows: list[list[Piece]]) -> None:
        """Draw notes."""
        y = PAGE[1] - FOOT - NOTE_PITCH * len(rows)
        for row in rows:
            y += NOTE_PITCH
            self.draw(row, LEFT, y, NOTE_SIZE)


class LetterPdf:
    """A letter of a ministry as its Word file prints it: letterhead, a margin column on the first page, page numbers."""

    def __init__(self) -> None:
        self.pdf = FPDF(unit="pt", format="A4")
        self.pdf.core_fonts_encoding = "cp1252"
        self.pdf.set_auto_page_break(auto=False)
        self.y = 0.0
        self.first()

    def first(self) -> None:
        """The first page with its letterhead."""
        self.page()
        for at, line in enumerate(("> Retouradres Postbus 1 2500 AA Den Haag", "De Voorzitter van de Tweede Kamer der Staten-Generaal", "Postbus 20018", "2500 EA DEN HAAG")):
            self.put(80, 150 + 12 * at, line)
        self.put(80, 260, "Datum")
        self.put(130, 260, "14 april 2099")
        self.put(80, 272, "Betreft")
        self.put(130, 272, "Beantwoording Kamervragen over zout")
        for at, line in enumerate(("Ministerie van Financiën", "Korte Voorhout 7", "Onze referentie", "2099-0001", "Uw referentie", "2099Z90001")):
            self.put(458, 321 + 9 * at, line, size=6.5)
        self.y = 320

    def page(self) -> None:
        """A new page with its number at the foot."""
        self.pdf.add_page()
        self.put(465, 815, f"Pagina {self.pdf.page_no()} van 3", size=6.5)
        self.y = 90

    def put(self, x: float, y: float, text: str, *, size: float = 9, bold: bool = False) -> None:
        """Words at a place."""
        self.pdf.set_font("Helvetica", "B" if bold else "", size)
        self.pdf.text(x, y, text)

    def add(self, text: str, *, bold: bool = False, gap: float = 12) -> None:
        """A paragraph between the margins."""
        self.y += gap
        self.pdf.set_font("Helvetica", "B" if bold else "", 9)
        line = ""
        for word in text.split():
            if self.pdf.get_string_width(f"{line} {word}") > 370:
                self.line(line, bold=bold)
                line = word
            else:
                line = f"{line} {word}".strip()
        self.line(line, bold=bold)

    def line(self, text: str, *, bold: bool) -> None:
        """One line, on a new page where this one is full."""
        if self.y > 760:
            self.page()
        self.put(80, self.y, text, bold=bold)
        self.y += 12

    def build(self) -> bytes:
        """The bytes of the file."""
        return bytes(self.pdf.output())
