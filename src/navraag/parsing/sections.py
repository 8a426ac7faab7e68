"""Where questions and answers begin: the headings of a paper in its blocks, in every style that papers use.

Three styles exist. *Worded*: "Vraag 1", "Antwoord op vraag 1". *Bare*: "1", "1.", "1. Bent u bekend …", with answers
under "Antwoord". *Unnumbered*: a paragraph each. A number in a list looks like a bare heading; only its place in the
count from 1 tells them apart.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from navraag.parsing.blocks import Block
from navraag.parsing.numbering import HeadingLine, read_heading, read_numbers
from navraag.parsing.papers import Section, SectionKind
from navraag.parsing.paragraphs import Edit, edit, text_of
from navraag.parsing.titles.front import title_kind
from navraag.records.text import Paragraph

_EXPLANATION = re.compile(r"toelichting\s*(?::|$)", re.IGNORECASE)
_NOTICE = re.compile(r"(?:uitstel)?mededeling\s*:?\s*$", re.IGNORECASE)
_ITEM = re.compile(r"[-–—•·▪●○‣\uf0b7]\s|[a-z][.)]\s|\t")
_FARTHEST = 5
"""A number alone on a line may be this far ahead of the count: "1", "4", "2", "3" occur."""
_SENTENCE_ENDS = re.compile(r"[.?!:;][\s»”’\"')\]]*$")
_ASKS = re.compile(r"\?[\s»”’\"')\]]*$")


@dataclass(slots=True, kw_only=True)
class _Open:
    """A section that is still taking paragraphs."""

    kind: SectionKind
    printed: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)

    def close(self) -> Section:
        return Section(kind=self.kind, printed=self.printed, paragraphs=text_of(_merged(self.paragraphs)).paragraphs)


def _merged(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Paragraphs, where one that holds only marks hands them to the paragraph above."""
    merged: list[Paragraph] = []
    for paragraph in paragraphs:
        if merged and paragraph.marks and not paragraph.text.strip():
            above = merged[-1]
            moved = tuple(replace(mark, at=len(above.text)) for mark in paragraph.marks)
            merged[-1] = replace(above, marks=above.marks + moved)
        else:
            merged.append(paragraph)
    return merged


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A block with the heading that it reads as."""

    block: Block
    heading: HeadingLine | None

    @property
    def worded(self) -> bool:
        return self.heading is not None and not self.heading.bare


def _read(block: Block) -> _Line:
    """What a block reads as; an automatic number stands before its words."""
    text = f"{block.number} {block.text}" if block.number else block.text
    heading = read_heading(text)
    if heading is not None and block.number and heading.rest and heading.rest != block.text.strip():
        heading = None
    return _Line(block=block, heading=heading)


class _Count:
    """Decides which bare numbers count on: the headings of a bare style, not the items of a list."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._lines = lines
        self._last = 0
        self._seen: set[int] = set()
        bare = ((index, line.heading) for index, line in enumerate(lines) if line.heading and line.heading.bare)
        self._lowest = {number: index for index, heading in bare for number in heading.numbers}
        self.answers_worded = any(line.worded and line.heading and line.heading.kind == "answer" for line in lines)
        self.asks_worded = any(line.worded and line.heading and line.heading.kind == "question" and line.heading.numbers for line in lines)

    def accepts(self, index: int, *, answering: bool) -> bool:
        """True where the bare number at this line is the next one of the count."""
        heading = self._lines[index].heading
        if heading is None or self.asks_worded or not heading.numbers:
            return False
        first = heading.numbers[0]
        alone = not heading.rest and bool(self._seen) and first not in self._seen and first <= self._last + _FARTHEST
        if not alone and not self._last < first <= self._last + (1 if answering else 2):
            return False
        if answering and self.answers_worded and not self._asks_before_answer(index):
            return False
        self._last = max(self._last, *heading.numbers)
        self._seen.update(heading.numbers)
        return True

    def restarts(self, index: int) -> bool:
        """True where the count begins again at 1, as answers without a heading of their own do."""
        heading = self._lines[index].heading
        again = bool(heading and heading.bare and heading.numbers[:1] == (1,) and self._last > 0)
        if not again or self.asks_worded or self.answers_worded or not self._runs_on(index):
            return False
        self.reset()
        return True

    def reset(self) -> None:
        """Begin at 1 again."""
        self._last = 0
        self._seen.clear()

    def _runs_on(self, index: int) -> bool:
        """Whether the last number counted so far occurs again below, to tell answers from a list."""
        return self._lowest.get(self._last, -1) >= index

    def _asks_before_answer(self, index: int) -> bool:
        """Whether something is asked between this number and the next heading or number."""
        for later in range(index, len(self._lines)):
            line = self._lines[later]
            if later > index and line.heading and line.heading.numbers:
                return False
            if line.worded and line.heading and line.heading.kind == "answer":
                return False
            if "?" in line.block.text:
                return True
        return False


class _Reader:
    """Walks the lines and opens a section at each heading."""

    def __init__(self, lines: Sequence[_Line], *, answering: bool) -> None:
        self._lines = lines
        self._count = _Count(lines)
        self._answer_half = answering and not self._count.asks_worded and not self._count.answers_worded and not _any_asks(lines)
        self._last_worded = max((index for index, line in enumerate(lines) if line.worded), default=-1)
        self.sections: list[_Open] = [_Open(kind="words")]
        self.titles: list[str] = []

    def read(self) -> None:
        """Take all lines."""
        for index, line in enumerate(self._lines):
            self._take(index, line)

    def _take(self, index: int, line: _Line) -> None:
        text = line.block.text
        if line.worded and line.heading:
            self._open(line.heading.kind, line)
        elif self._is_title(index, text):
            self.titles.append(" ".join(text.split()))
            self._answer_half = True
            self._count.reset()
        elif self._count.restarts(index) and self._count.accepts(index, answering=False):
            self._answer_half = True
            self._open("answer", line)
        elif self._count.accepts(index, answering=self.sections[-1].kind == "answer" and not self._answer_half):
            self._open("answer" if self._answer_half else "question", line)
        elif _NOTICE.match(text):
            self.sections.append(_Open(kind="remark", printed=text.strip()))
        elif _EXPLANATION.match(text) and index > self._last_worded:
            self.sections.append(_Open(kind="words", paragraphs=[line.block.paragraph]))
        else:
            self.sections[-1].paragraphs.append(_listed(line.block))

    def _is_title(self, index: int, text: str) -> bool:
        """A second title in the middle: old papers print all questions, then "Antwoord van …", then all answers."""
        if title_kind(text) not in {"answer", "notice", "further"} or "ntvangen" not in text:
            return False
        return index > 0 and len(text) < 1500

    def _open(self, kind: SectionKind, line: _Line) -> None:
        heading = line.heading
        if heading is None:
            return
        paragraph = line.block.paragraph
        kept = len(heading.rest)
        removed = len(paragraph.text.rstrip()) - kept if kept else len(paragraph.text)
        rest = edit(paragraph, [Edit(start=0, end=removed)]) if removed else paragraph
        self.sections.append(_Open(kind=kind, printed=heading.printed, paragraphs=[rest]))


def _listed(block: Block) -> Paragraph:
    """The paragraph of a block; an automatic number that is no heading is the bullet of an item."""
    if not block.number:
        return block.paragraph
    kind = block.paragraph.kind if block.paragraph.kind != "paragraph" else "item"
    return replace(block.paragraph, kind=kind, bullet=block.paragraph.bullet or block.number)


def _any_asks(lines: Iterable[_Line]) -> bool:
    return any("?" in line.block.text for line in lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The sections of a body, and title lines that stood in the middle of it."""

    sections: tuple[Section, ...]
    titles: tuple[str, ...] = ()
    numbered: bool = True


def divide(blocks: Sequence[Block], *, answering: bool) -> Division:
    """The sections of a body; ``answering`` says that its title announces answers."""
    reader = _Reader([_read(block) for block in blocks], answering=answering)
    reader.read()
    sections = [opened.close() for opened in reader.sections]
    kept = tuple(section for section in sections if section.paragraphs or section.printed)
    return Division(
        sections=kept, titles=tuple(reader.titles),
        numbered=any(section.kind == "question" for section in kept),
    )


def one_each(paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """Unnumbered questions: one for each paragraph; list items and broken lines belong to the paragraph above."""
    sections: list[list[Paragraph]] = []
    indented = bool(paragraphs) and paragraphs[0].kind == "item"
    for paragraph in paragraphs:
        listed = (paragraph.kind != "paragraph" and not indented) or _ITEM.match(paragraph.text) is not None
        if sections and (listed or not paragraph.text.strip() or paragraph.text.lstrip()[0].islower()):
            sections[-1].append(paragraph)
        else:
            sections.append([paragraph])
    return tuple(Section(kind="question", paragraphs=text_of(part).paragraphs) for part in sections)


def before_each_answer(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Sections where questions stand without heading before "Antwoord": the asking paragraphs above each answer are one."""
    found: list[Section] = []
    for index, section in enumerate(sections):
        follows = index + 1 < len(sections) and sections[index + 1].kind == "answer"
        if section.kind not in {"words", "answer"} or not follows:
            found.append(section)
            continue
        paragraphs = section.paragraphs
        start = len(paragraphs)
        least = 1 if section.kind == "answer" else 0
        while start > least and (_ASKS.search(paragraphs[start - 1].text) or (start < len(paragraphs) and not _SENTENCE_ENDS.search(paragraphs[start - 1].text))):
            start -= 1
        if start:
            found.append(replace(section, paragraphs=paragraphs[:start]))
        if paragraphs[start:]:
            found.append(Section(kind="question", paragraphs=paragraphs[start:]))
    return tuple(found)


def with_missing_headings(sections: Sequence[Section]) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """Sections where an answer that stood below its question without a heading is one of its own, and which they are.

    Only in a paper that answers other questions below themselves, and only below the last sentence that asks.
    """
    answered = {number for s in sections if s.kind == "answer" for number in read_numbers(s.printed)}
    if not answered:
        return tuple(sections), ()
    found: list[Section] = []
    inferred: list[str] = []
    for index, section in enumerate(sections):
        found.append(section)
        numbers = read_numbers(section.printed)
        unanswered = section.kind == "question" and numbers and not answered & set(numbers)
        bare_answer = index + 1 < len(sections) and sections[index + 1].kind == "answer" and not read_numbers(sections[index + 1].printed)
        asks = [i for i, paragraph in enumerate(section.paragraphs) if "?" in paragraph.text]
        if not unanswered or bare_answer or not asks or asks[-1] + 1 == len(section.paragraphs):
            continue
        found[-1] = replace(section, paragraphs=section.paragraphs[:asks[-1] + 1])
        found.append(Section(kind="answer", paragraphs=section.paragraphs[asks[-1] + 1:]))
        inferred.append(section.printed)
    return tuple(found), tuple(inferred)
