"""Blocks to records: what plain text, Word and PDF share once their bytes are paragraphs.

``assemble`` finds the front, takes the notes out, divides the body into questions and answers and hands the parts to
``papers.build``, where they meet those of the structured layouts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from navraag.parsing import papers
from navraag.parsing.blocks import Block, Blocks
from navraag.parsing.flaws import HEADING_MISSING, numbering_flaws
from navraag.parsing.footnotes import label_key, renamed
from navraag.parsing.headings import read_title
from navraag.parsing.note_lists import NoteList, take_notes
from navraag.parsing.note_marks import anchor
from navraag.parsing.numbering import read_numbers
from navraag.parsing.papers import Paper, Section
from navraag.parsing.paragraphs import cut
from navraag.parsing.sections import Division, before_each_answer, divide, one_each, with_missing_headings
from navraag.parsing.titles.askers import read_askers
from navraag.parsing.titles.front import Front, read_front
from navraag.records.answers import AnswerSet
from navraag.records.evidence import Furniture, Problem
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import Other
from navraag.records.papers import Question
from navraag.records.parsed import Parsed
from navraag.records.questions import OralQuestions, QuestionSet
from navraag.records.text import Footnote, Text

_MEMBERS = re.compile(
    r"\b(?:het lid|de leden)\s+(?P<who>[A-ZÀ-Þ][^().]{1,80}\([^()]{1,60}\)(?:(?:,| en)\s[A-ZÀ-Þ][^().]{1,80}\([^()]{1,60}\)){0,20})",
    re.IGNORECASE,
)


def _lines(block: Block) -> list[Block]:
    """A block for each printed line, where a paragraph holds hard line breaks."""
    text = block.text
    if "\n" not in text:
        return [block]
    lines: list[Block] = []
    start = 0
    for part in text.split("\n"):
        lines.append(replace(block, paragraph=cut(block.paragraph, start, start + len(part)), number=block.number if not lines else ""))
        start += len(part) + 1
    return lines


def _spoken(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks that hold words, a number or marks, one for each line."""
    lines = [line for block in blocks for line in _lines(block)]
    return tuple(b for b in lines if b.text.strip() or b.number or b.paragraph.marks or b.paragraph.cells)


def _notes(front: Front, blocks: Blocks) -> tuple[NoteList, tuple[Footnote, ...]]:
    """The body with its marks anchored, and all notes in order of label."""
    listed = take_notes(front.body, glued=not blocks.marks_known)
    taken = frozenset(note.label for note in listed.notes)
    body, own = renamed(listed.body, blocks.footnotes, taken) if taken else (listed.body, blocks.footnotes)
    anchored = anchor(body, listed.notes, glued=not blocks.marks_known)
    typed = sorted(listed.notes, key=lambda note: label_key(note.label))
    return replace(listed, body=anchored), (*typed, *sorted(own, key=lambda note: label_key(note.label)))


def _questions_without_numbers(division: Division, front: Front) -> tuple[Section, ...]:
    """Sections of a paper whose questions bear no number."""
    sections = division.sections
    if any(section.kind == "answer" for section in sections):
        return before_each_answer(sections)
    if front.kinds and front.kinds[0] != "questions":
        return sections
    if not any("?" in p.text for section in sections for p in section.paragraphs):
        return sections
    words = [s for s in sections if s.kind == "words"]
    return (*one_each(words[0].paragraphs), *sections[1:]) if words and words[0] is sections[0] else sections


def _declared(front: Front) -> str:
    """The kind of paper in KOOP's words, where the front makes it certain."""
    kinds = front.kinds
    if "notice" in kinds:
        return "Mededeling"
    if "oral" in kinds:
        return "Mondelinge vragen"
    return "Antwoord" if {"answer", "further", "correction"} & set(kinds) else ""


def assemble(blocks: Blocks, *, layout: str, name: str, front: Front | None = None) -> Parsed:
    """The records of one paper given as paragraphs in reading order.

    ``layout`` is the name of the module that read the bytes; ``name`` is the file's name, used in problems only.
    ``front`` is given where the caller has read it already (letters): then ``front.body`` is the body.
    """
    given = front
    front = front or read_front(_spoken(blocks.body), blocks.furniture)
    listed, footnotes = _notes(front, blocks)
    answering = bool({"answer", "further", "correction"} & set(front.kinds))
    division = divide(listed.body, answering=answering)
    heading = replace(given.heading, title=" ".join((given.heading.title, *division.titles))) if given else None
    sections = division.sections if division.numbered else _questions_without_numbers(division, front)
    sections, inferred = with_missing_headings(sections)
    furniture = (*front.furniture, *blocks.furniture, *(Furniture(kind="separator", text=text) for text in listed.separators))
    if not front.heading.title and not any(section.kind in {"question", "answer"} for section in sections):
        return _other(blocks, sections, layout, name)
    paper = Paper(
        layout=layout, title_lines=(front.heading.title, *division.titles), facts=front.heading, declared=_declared(front),
        sections=sections, footnotes=footnotes, furniture=furniture, problems=blocks.problems, heading=heading,
    )
    parsed = _completed(_heading_once(papers.build(paper)))
    return replace(parsed, problems=(*parsed.problems, *_flaws(parsed, inferred)))


def _flaws(parsed: Parsed, inferred: Sequence[str]) -> tuple[Problem, ...]:
    """Flaws of the numbering, and answers that were found without a heading."""
    content = parsed.content
    if not isinstance(content, AnswerSet | QuestionSet | DelayNotice | Withdrawal):
        return ()
    missing = tuple(
        Problem(code=HEADING_MISSING, message=f"the answer below {printed!r} has no heading", where=printed) for printed in inferred
    )
    answers = content.answers if isinstance(content, AnswerSet) else ()
    return (*missing, *numbering_flaws(content.questions, answers))


def _completed(parsed: Parsed) -> Parsed:
    """A notice without a title says in its sentence whose questions are late, and about what (convention 8)."""
    content = parsed.content
    if not isinstance(content, DelayNotice | Withdrawal) or content.heading.askers:
        return parsed
    words = content.text.plain.replace("\n", " ")
    said = read_title(words)
    named = _MEMBERS.search(words)
    known = content.heading
    heading = replace(
        known, askers=said.askers or (read_askers(named["who"]) if named else ()), addressees=known.addressees or said.addressees, subject=known.subject or said.subject,
        tabled_on=known.tabled_on or said.tabled_on, question_numbers=known.question_numbers or said.question_numbers,
    )
    return replace(parsed, content=replace(content, heading=heading))


def _heading_once(parsed: Parsed) -> Parsed:
    """A joint heading ("Vraag 4 en 5") is printed once and so is kept once, with the first of its questions."""
    content = parsed.content
    if not isinstance(content, AnswerSet | QuestionSet | DelayNotice | Withdrawal | OralQuestions):
        return parsed
    questions: list[Question] = []
    joint: set[str] = set()
    for question in content.questions:
        kept = question.heading not in joint or len(read_numbers(question.heading)) < 2
        questions.append(question if kept else replace(question, heading=""))
        joint.add(question.heading)
    return replace(parsed, content=replace(content, questions=tuple(questions)))


def _other(blocks: Blocks, sections: Sequence[Section], layout: str, name: str) -> Parsed:
    """A document in which nothing is asked or answered: kept whole."""
    paragraphs = tuple(p for section in sections for p in section.paragraphs)
    title = next((p.text for p in paragraphs if p.text), name)
    return Parsed(
        layout=layout, content=Other(title=title[:300], text=Text(paragraphs=paragraphs)), problems=blocks.problems,
        furniture=blocks.furniture,
    )
