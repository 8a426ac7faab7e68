"""Typed note marks, and what only looks like one."""

import pytest

from navraag.parsing.blocks import Block
from navraag.parsing.footnotes import footnote
from navraag.parsing.note_marks import anchor
from navraag.records.text import Paragraph


def marked(text: str, *labels: str, glued: bool = True) -> tuple[str, list[str]]:
    """The words and the mark labels of one paragraph, given the notes of the document."""
    blocks = anchor([Block(paragraph=Paragraph(text=text))], [footnote(label, "x") for label in labels], glued=glued)
    return blocks[0].text, [mark.label for mark in blocks[0].paragraph.marks]


@pytest.mark.parametrize(
    ("text", "notes", "words", "labels"),
    [
        ("Kent u dit bericht? 1)", ["1"], "Kent u dit bericht?", ["1"]),
        ("Kent u dit bericht? 1)", [], "Kent u dit bericht?", ["1"]),
        ("Wat vindt u van het IVX 1) en waarom?", ["1"], "Wat vindt u van het IVX en waarom?", ["1"]),
        ("Twee bronnen? 1) 2)", ["1", "2"], "Twee bronnen?", ["1", "2"]),
        ("Zo hoog[1], zo diep [2] en zo ver [3]?", [], "Zo hoog, zo diep en zo ver?", ["1", "2", "3"]),
        ("Een ster*, twee sterren**?", ["*", "**"], "Een ster, twee sterren?", ["*", "**"]),
        ("Op deze plek»»?1", ["1"], "Op deze plek»»?", ["1"]),
        ("In de jeugd»2 en later", ["2"], "In de jeugd» en later", ["2"]),
        ("Al in 20243 was dat zo", ["3"], "Al in 2024 was dat zo", ["3"]),
        ("Vol?1, 2", ["1", "2"], "Vol?", ["1", "2"]),
        ("Raak² en mis", ["2"], "Raak en mis", ["2"]),
    ],
)
def test_marks(text: str, notes: list[str], words: str, labels: list[str]) -> None:
    """The mark is an anchor, the words are clean."""
    assert (words, labels) == marked(text, *notes)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("Zie artikel 14 (lid 1), en (artikel 3) van de wet.", ["1", "3"]),
        ("Twee stappen: 1) graven en 2) dekken.", ["1", "2"]),
        ("Het gaat om (1) de put en (2) het deksel.", ["1", "2"]),
        ("Een put van 12 m² en 91 deksels.", []),
        ("Dat was 10) jaar geleden", []),
        ("In 2024 waren er 20 putten.", ["1", "2"]),
        ("Een *vet* woord", []),
    ],
)
def test_no_marks(text: str, notes: list[str]) -> None:
    """Enumerations, brackets, units and numbers are words."""
    assert (text, []) == marked(text, *notes)


def test_bare_digits_stay_where_the_layout_knows_its_marks() -> None:
    """Word and PDF know raised figures: there a digit is a digit."""
    assert ("Op deze plek?1", []) == marked("Op deze plek?1", "1", glued=False)
