"""A paragraph in the making: words, bold letters, note marks and links, cleaned of surplus white space at the end."""

import re
from dataclasses import dataclass

from navraag.parsing.paragraphs import tidy
from navraag.records.text import Link, Mark, Paragraph

INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
MARKS = re.compile(r"[\[(]?\d{1,3}[\])]?(?:[\s,;]{1,3}(?:en[\s]{1,2})?[\[(]?\d{1,3}[\])]?){0,12}[,;]?")
LABEL = re.compile(r"\d+")
# "12 m²", "10⁶": a raised figure that belongs to the number or unit before it.
UNIT_BEFORE = re.compile(r"(?:(?<![^\W\d_])(?:mm|cm|dm|hm|km|m|s|kg/m|g/m)|(?<!\d)10)$")
BOLD_SHARE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line of a draft (drafts are split at hard line breaks)."""

    paragraph: Paragraph
    bold: bool = False


class Draft:
    """Collects the runs of one paragraph in order; a hard line break ends a line."""

    def __init__(self) -> None:
        """An empty paragraph."""
        self._lines: list[Line] = []
        self._breaks = 0
        self._raised = ""
        self._start_line()

    def _start_line(self) -> None:
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._links: list[Link] = []
        self._length = self._letters = self._bold = 0

    @property
    def place(self) -> tuple[int, int]:
        """Where the next words come: line and offset. Hand it to ``link`` later."""
        self.settle()
        return self._breaks, self._length

    def write(self, text: str, *, bold: bool = False, raised: bool = False) -> None:
        """Add words; a raised figure becomes a note mark unless it is an exponent."""
        text = INVISIBLE.sub("", text)
        if not text:
            return
        if raised and "\n" not in text:
            self._raised += text
            return
        self.settle()
        first, *others = text.split("\n")
        self._add(first, bold=bold)
        for other in others:
            self._end_line()
            self._add(other, bold=bold)

    def mark(self, label: str) -> None:
        """Add a note mark at this place."""
        self.settle()
        self._marks.append(Mark(label=label, at=self._length))

    def link(self, since: tuple[int, int], url: str) -> None:
        """The words from the place ``since`` up to here are linked to ``url``."""
        self.settle()
        start = since[1] if since[0] == self._breaks else 0
        if url and start < self._length:
            self._links.append(Link(start=start, end=self._length, url=url))

    def settle(self) -> None:
        """Decide what the raised figures so far are: marks, or part of the words."""
        raised, self._raised = self._raised, ""
        if not raised:
            return
        before = "".join(self._parts[-3:])
        if not MARKS.fullmatch(raised.strip()) or UNIT_BEFORE.search(before):
            self._add(raised, bold=False)
            return
        self._marks += [Mark(label=label, at=self._length) for label in LABEL.findall(raised)]

    def lines(self) -> list[Line]:
        """The paragraph, split at hard line breaks; lines without words and marks are left out."""
        self.settle()
        self._end_line()
        lines, self._lines = self._lines, []
        return lines

    def _add(self, text: str, *, bold: bool) -> None:
        self._parts.append(text)
        self._length += len(text)
        letters = sum(map(str.isalnum, text))
        self._letters += letters
        self._bold += letters if bold else 0

    def _end_line(self) -> None:
        paragraph = tidy(
            Paragraph(text="".join(self._parts), marks=tuple(self._marks), links=tuple(self._links))
        )
        if paragraph.text or paragraph.marks:
            bold = self._letters > 0 and self._bold >= BOLD_SHARE * self._letters
            self._lines.append(Line(paragraph=paragraph, bold=bold))
        self._breaks += 1
        self._start_line()
