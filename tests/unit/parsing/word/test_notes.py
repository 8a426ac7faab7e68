"""Labels of Word notes."""

import pytest
from lxml import etree

from navraag.parsing.blocks import Block
from navraag.parsing.word.notes import note_labels, raised_label, tail_notes
from navraag.records.text import Mark, Paragraph
from tests.unit.parsing.docx_maker import NAMES

ROMAN = f'<w:settings {NAMES}><w:footnotePr><w:numFmt w:val="lowerRoman"/><w:numStart w:val="3"/></w:footnotePr></w:settings>'


@pytest.mark.parametrize(
    ("references", "settings", "expected"),
    [
        ({"footnote:7": "", "footnote:2": ""}, "", ["1", "2"]),
        ({"footnote:1": "", "endnote:1": ""}, "", ["1", "i"]),
        ({"footnote:1": "*", "footnote:2": ""}, "", ["*", "1"]),
        ({"footnote:1": "", "footnote:2": ""}, ROMAN, ["iii", "iv"]),
    ],
)
def test_labels(references: dict[str, str], settings: str, expected: list[str]) -> None:
    """Notes count in order of reference, in the format that the file sets."""
    root = etree.fromstring(settings) if settings else None

    assert list(note_labels(references, root).values()) == expected


def noted(text: str, label: str = "") -> Block:
    """A block with a mark at its start."""
    marks = (Mark(label=label, at=0),) if label else ()
    return Block(paragraph=Paragraph(text=text, marks=marks))


def test_notes_at_the_tail() -> None:
    """Only paragraphs at the very end with a raised number are notes."""
    body, notes = tail_notes([noted("Zout?", "9"), noted("Ja."), noted("Koerier", "1"), noted("Bode", "2")])

    assert [block.text for block in body] == ["Zout?", "Ja."]
    assert [(one.label, one.text) for one in notes] == [("1", "Koerier"), ("2", "Bode")]
    assert raised_label(noted("Ja.")) == ""
