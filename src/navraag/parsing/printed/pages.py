"""Text of a PDF as pages: the lines of each without heads and feet, its notes apart.

Notes stand at the foot of a page, in the middle of the sentences that run on to the next: "1NRC, 7 november …". A
line of the body may begin with a note mark as well ("2 Dit is …"), so notes are found as the run of consecutive
labels that reaches the foot.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from navraag.parsing.furniture import ends_page, read_furniture
from navraag.parsing.numbering import read_heading
from navraag.records.evidence import Furniture

_GLUED_LABEL = re.compile(r"(?P<label>\d{1,3})\)?(?=[^\s\d.,;:?!)%-])")
_LABEL_BEFORE_NUMBER = re.compile(r"(?P<label>\d{1,2})(?=(?:19|20)\d\d[\s,:]|\d\d\s\d{3}\b)")
_DIGITS = re.compile(r"\d")
_SPACED_LABEL = re.compile(r"(?P<label>\d{1,3})\s+(?=[A-Z«“(]|https?:|www\.)")
_BROKEN_NUMBER = re.compile(r"\d{1,2}(?:e|ste|D)\b|\d{1,3}(?:km|kg|ha|mm|cm|m[²³]|x)\b")


@dataclass(slots=True, kw_only=True)
class Page:
    """The lines of one page, and its notes as label and lines."""

    lines: list[str] = field(default_factory=list)
    notes: list[tuple[int, list[str]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """A document as pages, with the furniture in document order."""

    pages: tuple[Page, ...]
    furniture: tuple[Furniture, ...]


def is_paged(lines: Sequence[str]) -> bool:
    """Whether lines come from a PDF: they hold the foot of a page, or more than one line of its head."""
    found = [parts for line in lines if (parts := read_furniture(line))]
    heads = sum(parts[0].kind == "running_head" for parts in found)
    return heads > 1 or any(ends_page(parts) or parts[0].kind in {"foot", "issn"} for parts in found)


def split_pages(lines: Iterable[str]) -> Pages:
    """Lines as pages; a foot with "Tweede Kamer, vergaderjaar" ends one."""
    pages = [Page()]
    furniture: list[Furniture] = []
    for line in lines:
        parts = read_furniture(line)
        furniture += parts
        if parts and ends_page(parts):
            pages.append(Page())
        elif not parts and line.strip():
            pages[-1].lines.append(line.strip())
    found = Pages(pages=tuple(page for page in pages if page.lines), furniture=tuple(furniture))
    _take_notes(found.pages)
    return found


def _take_notes(pages: Sequence[Page]) -> None:
    """Move the notes of every page out of its lines; labels are glued to their words, or all stand apart."""
    glued, spaced = (_starts(pages, pattern) for pattern in (_GLUED_LABEL, _SPACED_LABEL))
    starts = spaced if sum(map(len, spaced)) > sum(map(len, glued)) else glued
    for page, found in zip(pages, starts, strict=True):
        if not found:
            continue
        bounds = [*(index for index, _ in found), len(page.lines)]
        for (index, label), stop in zip(found, bounds[1:], strict=True):
            first = page.lines[index].removeprefix(str(label)).lstrip(") ")
            page.notes.append((label, [first, *page.lines[index + 1:stop]]))
        page.lines = page.lines[:bounds[0]]


def _starts(pages: Sequence[Page], pattern: re.Pattern[str]) -> list[list[tuple[int, int]]]:
    """For each page the lines at which notes begin, with labels that count on from page to page."""
    last = 0
    found: list[list[tuple[int, int]]] = []
    for page in pages:
        found.append(_notes_start(page, last, pattern))
        last = found[-1][-1][1] if found[-1] else last
    return found


def _notes_start(page: Page, last: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Lines of the page at which its notes begin, with their labels: the longest count-on from ``last``."""
    lines = page.lines
    foot = next((i + 1 for i in range(len(lines) - 1, -1, -1) if _is_heading(lines[i])), 0)
    starts = [(i, labels) for i in range(max(foot, 1), len(lines)) if (labels := _labels(lines[i], pattern))]
    best: list[tuple[int, int]] = []
    for position in range(len(starts) - 1, -1, -1):
        first = next((label for label in starts[position][1] if last < label <= last + 3), 0)
        if not first or (first != last + 1 and best):
            continue
        run = [(starts[position][0], first)]
        for index, labels in starts[position + 1:]:
            if run[-1][1] + 1 in labels:
                run.append((index, run[-1][1] + 1))
        if len(run) > len(best) or (run[0][1] == last + 1 and best[0][1] != last + 1):
            best = run
    if pattern is _SPACED_LABEL and best and not _marked(lines[:best[0][0]], best[0][1]):
        return []
    return best


def _labels(line: str, pattern: re.Pattern[str]) -> tuple[int, ...]:
    """The labels with which a line may begin as a note: "22023 Annual report" is note 2 before it is note 220."""
    digits = _DIGITS.match(line)
    if digits is None or _BROKEN_NUMBER.match(line):
        return ()
    labels = [int(match["label"]) for match in (pattern.match(line), _LABEL_BEFORE_NUMBER.match(line)) if match]
    return tuple(dict.fromkeys(labels))


def _marked(lines: Sequence[str], label: int) -> bool:
    """Whether a line above ends in, or is, the mark of this note."""
    mark = re.compile(rf"(?:^|[^\d\s.,]|[^\d\s][.,]|\d{{2}}\.){label}(?:$|[\s.,;:?!)])")
    return any(mark.search(line) for line in lines)


def _is_heading(line: str) -> bool:
    heading = read_heading(line)
    return heading is not None and not heading.bare and not heading.rest and line[0].isupper()
