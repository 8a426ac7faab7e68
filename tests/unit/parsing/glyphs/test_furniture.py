"""Furniture by words and by place."""

from navraag.parsing.glyphs.furniture import set_aside
from navraag.parsing.glyphs.runs import GlyphPage
from tests.unit.parsing.glyph_maker import MEASURES, line


def test_furniture_by_place() -> None:
    """Words that stand in one place on several pages are a running head or foot; a note with such words is none."""
    pages = [GlyphPage(number=at, width=600, height=800, runs=()) for at in range(3)]
    heads = [line("Ministerie van Zout", 780, page=at) for at in range(3)]
    numbers = [line(f"Pagina {at + 1} van 3", 20, left=450, page=at) for at in range(3)]
    note = line("Tweede Kamer, vergaderjaar 2098–2099, 31 066, nr. 5", 60, height=6, label="1")
    found = set_aside([*heads, line("Zout?", 400), note, *numbers], pages, MEASURES)

    assert [one.text for one in found.body] == ["Zout?", note.text]
    assert [piece.kind for piece in found.furniture] == ["running_head"] * 3 + ["page_number"] * 3
