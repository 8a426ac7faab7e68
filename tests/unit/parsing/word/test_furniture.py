"""Headers and footers of Word files by kind."""

import pytest

from navraag.parsing.blocks import Block
from navraag.parsing.word.furniture import as_furniture
from navraag.records.text import Paragraph


@pytest.mark.parametrize(
    ("kind", "words", "letter", "expected"),
    [
        ("header", "Tweede Kamer", False, "running_head"),
        ("footer", "Vertrouwelijk", False, "foot"),
        ("footer", "Pagina 2 van 7", False, "page_number"),
        ("footer", "12", True, "page_number"),
        ("header", "Ministerie van Zout", True, "letterhead"),
    ],
)
def test_kinds(kind: str, words: str, *, letter: bool, expected: str) -> None:
    """Page numbers are told apart; the margins of a letter are its letterhead."""
    found = as_furniture(kind, [Block(paragraph=Paragraph(text=words))], letter=letter)

    assert [(piece.kind, piece.text) for piece in found] == [(expected, words)]
