"""Notes of a page in the marks of every year."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from navraag.parsing.markup.html_notes import read_notes
from navraag.parsing.notebook import NoteBook
from navraag.records.evidence import Furniture

FORMS = [
    ('<div class="voet noot" id="supernote-note-a"><h5 class="note-close"><a>X</a> Noot</h5><sup><span class="nootnum"><a id="a">1</a></span></sup><p>Bel</p></div>', ("1", "Bel")),
    ('<div class="noot"><p><a class="nootnum" href="#r1">1</a> Bel</p></div>', ("1", "Bel")),
    ('<div class="noot"><p>[3] Bel</p></div>', ("3", "Bel")),                                      # the label is typed
    ('<p class="noot"><sup class="nootnum">2</sup> Bel</p>', ("2", "Bel")),
    ('<div class="voet noot"><div class="noot"><span class="nootnum">1</span><p>Bel</p></div></div>', ("1", "Bel")),  # once, not twice
    ('<div class="noot"><p>Bel zonder nummer</p></div>', ("1", "Bel zonder nummer")),
]


@pytest.mark.parametrize(("html", "expected"), FORMS)
def test_label_and_words(html: str, expected: tuple[str, str]) -> None:
    """The label is never part of the words."""
    book = NoteBook()
    furniture: list[Furniture] = []
    read_notes(LexborHTMLParser(f"<html><body>{html}</body></html>"), book, furniture)

    assert [expected] == [(note.label, note.text) for note in book.notes]
    assert {"X Noot"} >= {piece.text for piece in furniture}
