"""Text taken from an official PDF as Blocks: titles, headings and paragraphs whole again, marks as anchors."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from navraag.parsing.blocks import Block, Blocks
from navraag.parsing.footnotes import footnote
from navraag.parsing.numbering import HeadingLine, read_heading
from navraag.parsing.paragraphs import Edit, cut, edit
from navraag.parsing.printed.glue import count_words, join, joined_words, respace
from navraag.parsing.printed.joint import told_apart
from navraag.parsing.printed.page_marks import Candidate, candidates, choose
from navraag.parsing.printed.pages import Page, split_pages
from navraag.parsing.titles.front import title_kind
from navraag.records.text import Footnote, Paragraph

_OTHER_HEADING = re.compile(r"(?:toelichting|(?:uitstel)?mededeling)\s*:?\s*$", re.IGNORECASE)
_ALONE = re.compile(r"\d{1,3}(?:(?:, | en |-|–)\d{1,3})*\.?$")
_BROKEN_HEADING = re.compile(r"(?:Vraag|Vragen|Antwoord|Antwoorden)\s\d[\d, en]{0,200}(?:,|\sen)$")
_LEAST_BARE = 2
_NUMBERS = re.compile(r"(?:AH\s?)?\d{1,5}$|\d{4}Z\s?\d{5}$", re.IGNORECASE)
_DATED = re.compile(r"\(\s?(?:ingezonden|ontvangen)[^()]{0,60}\)\s?\.?", re.IGNORECASE)
_SEE_ALSO = re.compile(r"\s*Zie ook\s?Aanhangsel\s?(?:van de )?Handelingen,?[^.]{0,40}\snrs?\.\s?\d+(?:(?:, | en )\d+)*\.?", re.IGNORECASE)
_STARTS_SENTENCE = re.compile(r"\s*[A-ZÀ-Þ«‘“]")
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s?(?=[A-Za-zÀ-ÿ«(])")
_ITEM = re.compile(r"(?<![^\s:;.])[–•▪●-](?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """The lines of all pages, the page of each, and which of them are headings."""

    lines: tuple[str, ...]
    pages: tuple[int, ...]
    headings: Mapping[int, HeadingLine | None]


def from_pages(lines: Sequence[str]) -> Blocks:
    """Lines of PDF text as blocks in which nothing recalls the pages."""
    split = split_pages(lines)
    known = count_words("\n".join(lines))
    body = _body(split.pages)
    first = min(body.headings, default=len(body.lines))
    title, rest = _title(body.lines[:first], known, headed=bool(body.headings))
    note_pages = {label: index for index, page in enumerate(split.pages) for label, _ in page.notes}
    marked = _marked(body, first, note_pages)
    blocks = [Block(paragraph=Paragraph(text=line)) for line in (*title, *rest)]
    for start, stop in _runs(body, first):
        blocks += _run(body, marked, (start, stop), known)
    notes = tuple(_footnote(label, parts, known) for page in split.pages for label, parts in page.notes)
    return Blocks(body=tuple(blocks), footnotes=notes, furniture=split.furniture, marks_known=True)


def _footnote(label: int, lines: Sequence[str], known: Mapping[str, int]) -> Footnote:
    return footnote(str(label), joined_words(lines, known))


def _body(pages: Sequence[Page]) -> _Body:
    placed = _whole_headings([(line, index) for index, page in enumerate(pages) for line in page.lines])
    lines = tuple(line for line, _ in placed)
    numbers = tuple(index for _, index in placed)
    headings = {index: read_heading(line) for index, line in enumerate(lines) if _is_heading(line)}
    if not any(heading and heading.kind == "question" for heading in headings.values()):
        headings |= _bare_headings(lines)
    return _Body(lines=lines, pages=numbers, headings=headings)


def _whole_headings(placed: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Lines with their pages, where a long list of numbers in a heading is one line again."""
    whole: list[tuple[str, int]] = []
    for line, page in placed:
        if whole and _BROKEN_HEADING.match(whole[-1][0]) and _ALONE.match(line):
            whole[-1] = (f"{whole[-1][0]} {line}", whole[-1][1])
        else:
            whole.append((line, page))
    return whole


def _is_heading(line: str) -> bool:
    if line[0].islower():
        return False  # "(zie ook het / antwoord op vraag 5)." goes on with the sentence above
    if _OTHER_HEADING.match(line):
        return True
    heading = read_heading(line)
    return heading is not None and not heading.bare and not heading.rest


def _bare_headings(lines: Sequence[str]) -> dict[int, HeadingLine | None]:
    """Old papers: numbers alone on a line that count from 1, for the questions and again for the answers."""
    found: dict[int, HeadingLine | None] = {}
    expected = 1
    for index, line in enumerate(lines):
        heading = read_heading(line) if _ALONE.match(line) else None
        if heading and heading.numbers[0] in {expected, 1} and (found or heading.numbers[0] == 1):
            found[index] = heading
            expected = heading.numbers[-1] + 1
        elif found and title_kind(line) in {"answer", "notice", "further"}:
            found[index] = None
            expected = 1
    return found if expected > _LEAST_BARE or len(found) > 1 else {}


def _title(lines: Sequence[str], known: Mapping[str, int], *, headed: bool) -> tuple[list[str], list[str]]:
    """Title lines whole again, each title one string, and the words between them and the first heading."""
    parts: list[list[str]] = []
    for line in lines:
        alone = _NUMBERS.match(line) is not None
        if alone or not parts or title_kind(line) or _NUMBERS.match(parts[-1][-1]):
            parts.append([])
        parts[-1].append(line)
    titles = [joined_words(part, known) for part in parts]
    if not titles:
        return [], []
    last = titles[-1]
    ends = [match.end() for match in _DATED.finditer(last)]
    if not ends:
        return titles, []
    also = _SEE_ALSO.match(last, ends[-1])
    end = also.end() if also else ends[-1]
    rest = last[end:].strip(" .")
    if not rest or (headed and len(rest) < 3):
        return titles, []
    return [*titles[:-1], last[:end]], [last[end:].strip()]


def _marked(body: _Body, first: int, note_pages: Mapping[int, int]) -> list[Paragraph]:
    """Every line as a paragraph, its note marks as anchors."""
    words: list[str | None] = [
        None if index < first or index in body.headings else line for index, line in enumerate(body.lines)
    ]
    chosen = choose(candidates(words), body.pages, note_pages)
    edits: dict[int, list[Candidate]] = {}
    for (line, _), candidate in sorted(chosen.items()):
        edits.setdefault(line, []).append(candidate)
    return [
        edit(Paragraph(text=line), [Edit(start=c.start, end=c.end, labels=tuple(map(str, c.labels))) for c in edits.get(i, ())])
        for i, line in enumerate(body.lines)
    ]


def _runs(body: _Body, first: int) -> list[tuple[int, int]]:
    """Spans of lines that begin with a heading and reach to the next."""
    starts = [index for index in body.headings if index >= first]
    return list(zip(starts, [*starts[1:], len(body.lines)], strict=False))


def _run(body: _Body, marked: Sequence[Paragraph], span: tuple[int, int], known: Mapping[str, int]) -> list[Block]:
    """The blocks of a heading and what stands below it."""
    start, stop = span
    heading = body.headings[start]
    if heading is None and not _OTHER_HEADING.match(body.lines[start]):
        title, rest = _title(body.lines[start:stop], known, headed=True)
        return [Block(paragraph=Paragraph(text=line)) for line in (*title, *rest)]
    count = len(heading.numbers) if heading and heading.kind == "question" else 1
    blocks = [Block(paragraph=marked[start], heading=True)]
    for part in _listed(marked[start + 1:stop]):
        whole = told_apart(part, count, known) if count > 1 else [join(part, known)]
        blocks += [Block(paragraph=respace(paragraph, known)) for paragraph in whole if paragraph.text or paragraph.marks]
    return blocks


def _listed(lines: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Lines in paragraphs: an item of a list begins one, and so does the line after its last."""
    parts: list[list[Paragraph]] = [[]]
    for line in lines:
        for piece in _items(line):
            above = parts[-1][-1].text if parts[-1] else ""
            item = _ITEM.match(piece.text.lstrip()) is not None or _is_numbered(piece.text, above)
            after_item = parts[-1] and _ITEM.match(parts[-1][0].text.lstrip()) and above.rstrip().endswith((";", "."))
            if parts[-1] and (item or (after_item and _STARTS_SENTENCE.match(piece.text))):
                parts.append([])
            parts[-1].append(piece)
    return [part for part in parts if part]


def _is_numbered(line: str, above: str) -> bool:
    """Whether a line begins an item "2. …" or "b) …" of a list."""
    return _NUMBERED.match(line.lstrip()) is not None and above.rstrip()[-1:] in {":", ";", "."}


def _items(line: Paragraph) -> list[Paragraph]:
    """A line cut before each item that is glued to the words before it ("waaronder:– de afspraak")."""
    starts = [m.start() for m in _ITEM.finditer(line.text) if m.start() and line.text[m.start() - 1] in ":;."]
    bounds = [0, *starts, len(line.text)]
    return [cut(line, a, b if b < len(line.text) else None) for a, b in pairwise(bounds)] if starts else [line]
