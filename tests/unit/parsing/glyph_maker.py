"""Invented glyph runs and lines for the tests of the modules that put them together."""

from navraag.parsing.glyphs.lines import GlyphLine
from navraag.parsing.glyphs.measures import Measures
from navraag.parsing.glyphs.runs import Run
from navraag.records.text import Mark, Paragraph

MEASURES = Measures(height=8.0, left=200.0, right=500.0, pitch=10.0)


def run(text: str, left: float, bottom: float, height: float = 8.0, width: float | None = None) -> Run:
    """Run."""
    long = width if width is not None else 4.0 * len(text)
    return Run(text=text, left=left, right=left + long, bottom=bottom, height=height, word=4.0 * len(text.split(" ", 1)[0]))


def line(text: str, bottom: float, *, left: float = 200.0, height: float = 8.0, page: int = 0, label: str = "", right: float | None = None) -> GlyphLine:
    """Line."""
    marks = (Mark(label=label, at=0),) if label else ()
    end = right if right is not None else left + 4.0 * len(text)
    word = 4.0 * len(text.split(" ", 1)[0])
    return GlyphLine(page=page, paragraph=Paragraph(text=text, marks=marks), left=left, right=end, bottom=bottom, height=height, word=word)
