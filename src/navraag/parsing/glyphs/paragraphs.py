"""Lines of PDF pages joined to paragraphs: by gaps, indents, and lines that end before they are full."""

import re
from collections.abc import Iterator, Mapping, Sequence

from navraag.parsing.blocks import Block
from navraag.parsing.glyphs.lines import GlyphLine
from navraag.parsing.glyphs.measures import EDGE, Measures
from navraag.parsing.numbering import read_heading
from navraag.parsing.printed.glue import join

MOST_LINES = 400
GAP = 1.3  # in usual distances of lines: a wider one parts paragraphs
BLANK = 0.28  # in heights: the width of a blank
ENDED = re.compile(r"[.?!:;][»”’\"')\]]*$")
BULLET = re.compile(r"[-–—•·▪●○‣\uf0b7\uf02d]\s+\S|\(?(?:\d{1,2}|[a-z]|i{1,3}|iv|v)[.)]\s+\S")
ROOM_AFTER_SENTENCE, ROOM_BEFORE_CAPITAL, ROOM_BEFORE_LETTER = 0.0, 0.18, 0.45
HYPHEN = ("-", "‐", "‑")


def paragraphs(lines: Sequence[GlyphLine], measures: Measures, known: Mapping[str, int]) -> Iterator[Block]:
    """The blocks of the body, in reading order."""
    part: list[GlyphLine] = []
    for line in lines:
        if part and begins(part, line, measures):
            yield as_block(part, known)
            part = []
        part.append(line)
    if part:
        yield as_block(part, known)


def begins(part: Sequence[GlyphLine], line: GlyphLine, measures: Measures) -> bool:
    """Whether a line begins a paragraph, after the lines ``part`` of the paragraph above."""
    above = part[-1]
    if not line.text or len(part) >= MOST_LINES:
        return bool(line.text)
    if is_heading(above) or is_heading(line):
        return True
    if BULLET.match(line.text):  # in running text a dash or "4)" may come to stand first on a line
        return ENDED.search(above.text) is not None or room_left(above, line, measures) > 0
    if abs(above.height - line.height) > 0.12 * above.height:
        return True
    if line.page == above.page and line.bottom < above.bottom and above.bottom - line.bottom > GAP * measures.pitch:
        return True
    return indented(part, line) or ends_early(above, line, measures)


def is_heading(line: GlyphLine) -> bool:
    """Whether a line is nothing but the heading of a question or answer."""
    heading = read_heading(line.text)
    return heading is not None and not heading.bare and not heading.rest


def indented(part: Sequence[GlyphLine], line: GlyphLine) -> bool:
    """Whether a line's left edge sets it off: the first line of a paragraph, or the end of an indented one."""
    above = part[-1]
    if line.page != above.page:
        return False
    shift = line.left - above.left
    if shift > EDGE:
        # The second line of an item hangs; elsewhere an indent opens a paragraph.
        return not (len(part) == 1 and BULLET.match(above.text))
    if shift < -EDGE:
        return len(part) > 1  # the second line of a paragraph with an indented first line stands to the left
    return False


def ends_early(above: GlyphLine, line: GlyphLine, measures: Measures) -> bool:
    """Whether the line above had room for the first word of this one, and so was ended on purpose.

    Words tied together (a title and a name, the parts of a number) leave room as well; so where no sentence ended,
    more room is asked for.
    """
    if above.text.endswith(HYPHEN):
        return False
    room = room_left(above, line, measures)
    width = measures.right - measures.left
    if ENDED.search(above.text):
        return room > ROOM_AFTER_SENTENCE
    share = ROOM_BEFORE_CAPITAL if line.text[:1].isupper() else ROOM_BEFORE_LETTER
    return room > share * width


def room_left(above: GlyphLine, line: GlyphLine, measures: Measures) -> float:
    """The width that would be left had the first word of this line been set on the line above."""
    return measures.right - above.right - line.word - BLANK * measures.height


def as_block(lines: Sequence[GlyphLine], known: Mapping[str, int]) -> Block:
    """Lines as one paragraph, hyphens at their ends resolved."""
    paragraph = join((line.paragraph for line in lines), known)
    return Block(paragraph=paragraph, bold=all(line.bold for line in lines if line.text))
