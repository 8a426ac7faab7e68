"""Where paragraphs begin."""

import pytest

from navraag.parsing.glyphs.lines import GlyphLine
from navraag.parsing.glyphs.paragraphs import paragraphs
from tests.unit.parsing.glyph_maker import MEASURES, line


@pytest.mark.parametrize(
    ("above", "below", "parted", "why"),
    [
        (line("De prijs is", 700, right=498), line("gestegen.", 690), False, "a full line"),
        (line("De prijs is gestegen.", 700, right=300), line("Ik volg dit.", 690), True, "room was left after a sentence"),
        (line("De prijs is gestegen.", 700, right=498), line("Ik volg dit.", 690), False, "a sentence that filled the line"),
        (line("De prijs", 700, right=480), line("gestegen", 680), True, "a gap"),
        (line("gaf de heer", 700, right=470), line("Smit", 690), False, "words tied together leave a little room"),
        (line("Vraag 1", 700), line("Wat is zout?", 690), True, "a heading"),
        (line("Bij zout:", 700, right=498), line("– keukenzout", 690), True, "a bullet"),
        (line("het zout", 700, right=498), line("– zo zegt men – is", 690), False, "a dash in running text"),
        (line("het zout", 700, right=498), line("inspringend", 690, left=212), True, "an indent"),
        (line("– keukenzout", 700, right=498), line("en meer", 690, left=208), False, "an item's second line hangs"),
        (line("het zout", 60, right=498), line("wordt duur", 700, page=1), False, "a sentence that runs on over pages"),
        (line("commis-", 700, right=260), line("sie", 690), False, "a hyphen joins"),
    ],
)
def test_paragraphs(above: GlyphLine, below: GlyphLine, *, parted: bool, why: str) -> None:
    """Where a paragraph ends and the next one begins."""
    blocks = list(paragraphs([above, below], MEASURES, {}))

    assert (len(blocks) == 2) == parted, why
