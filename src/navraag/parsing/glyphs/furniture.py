"""Heads, feet and page numbers of PDF pages: known by their words, or by standing in one place on several pages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from navraag.parsing.furniture import read_furniture
from navraag.parsing.glyphs.lines import GlyphLine, label_of
from navraag.parsing.glyphs.measures import Measures, letters
from navraag.parsing.glyphs.runs import GlyphPage
from navraag.parsing.numbering import read_heading
from navraag.records.evidence import Furniture

PAGE_NUMBER = re.compile(r"(?:(?:pagina|blad|p\.)\s*\d{1,4}(?:\s*(?:van|/)\s*\d{1,4})?|[-–]?\s?\d{1,4}\s?[-–]?|\d{1,4}\s*(?:van|/)\s*\d{1,4})", re.IGNORECASE)
CHAMBER = re.compile(r"[12]")
OUTER_NUMBER = re.compile(r"^\d{1,4}\b(?=\s)|(?<=\s)\d{1,4}$")
EDGE_SHARE = 0.13  # of the height of a page: heads and feet stand in this strip
PLACE = 6.0  # points

LONGEST_HEAD = 200
FEWEST_LETTERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Lines sorted: those of the body, and furniture with its place (page, index) for the order."""

    body: tuple[GlyphLine, ...]
    furniture: tuple[Furniture, ...]


def set_aside(lines: Sequence[GlyphLine], pages: Sequence[GlyphPage], measures: Measures) -> Set:
    """Lines without the furniture among them."""
    heights = {page.number: page.height for page in pages}
    repeated = repeated_places(lines, heights)
    body: list[GlyphLine] = []
    furniture: list[Furniture] = []
    near_head = 0.0
    for line in lines:
        parts = _known(line, heights.get(line.page, 0.0), measures)
        if any("Staten-Generaal" in part.text for part in parts):
            near_head = line.bottom + line.height
        if line.page == 0 and near_head and CHAMBER.fullmatch(line.text) and near_head - line.bottom < 5 * line.height:
            furniture.append(Furniture(kind="running_head", text=line.text))
        elif parts:
            furniture += parts
        elif _place(line) in repeated:
            furniture.append(_repeated(line, heights.get(line.page, 0.0)))
        else:
            body.append(line)
    return Set(body=tuple(body), furniture=tuple(furniture))


def repeated_places(lines: Iterable[GlyphLine], heights: dict[int, float]) -> frozenset[tuple[str, int, int]]:
    """Words and places that stand at the edge of several pages: more than one, and at least a third of them."""
    pages: defaultdict[tuple[str, int, int], set[int]] = defaultdict(set)
    for line in lines:
        height = heights.get(line.page, 0.0)
        if not at_edge(line, height) or len(line.text) > LONGEST_HEAD or letters(line) < FEWEST_LETTERS:
            continue  # "Ja." may end several pages; page numbers are known by their form
        at_top = line.bottom > height / 2
        if (read_heading(line.text) is not None) if at_top else label_of(line):
            continue  # notes begin alike; "Vraag 4" and "Vraag 9" may both come to stand at the top of a page
        pages[_place(line)].add(line.page)
    needed = max(2, len(heights) // 3)
    return frozenset(place for place, on in pages.items() if len(on) >= needed)


def at_edge(line: GlyphLine, height: float) -> bool:
    """Whether a line stands in the strip at the top or the foot of its page."""
    return height > 0 and (line.bottom < EDGE_SHARE * height or line.bottom > (1 - EDGE_SHARE) * height)


def _known(line: GlyphLine, height: float, measures: Measures) -> tuple[Furniture, ...]:
    words = line.text
    parts = () if line.label else read_furniture(words)  # note 2 may be "Tweede Kamer, vergaderjaar …, 31 066, nr. 5"
    if parts:
        return parts
    if not at_edge(line, height) or not PAGE_NUMBER.fullmatch(words):
        return ()
    # A lone figure in the column of the body may be a question's number that came to stand at the top of a page.
    lone = words.isdigit() and measures.at_edge(line) and line.bottom > height / 2
    return () if lone else (Furniture(kind="page_number", text=words),)


def _place(line: GlyphLine) -> tuple[str, int, int]:
    return OUTER_NUMBER.sub("#", line.text), round(line.bottom / PLACE), round(line.left / PLACE)


def _repeated(line: GlyphLine, height: float) -> Furniture:
    if PAGE_NUMBER.fullmatch(line.text):
        return Furniture(kind="page_number", text=line.text)
    return Furniture(kind="foot" if line.bottom < height / 2 else "running_head", text=line.text)


