"""Notes as records: addresses, order, clashing labels."""

from navraag.parsing.blocks import Block
from navraag.parsing.footnotes import addresses, footnote, label_key, renamed
from navraag.records.text import Mark, Paragraph


def test_addresses_lose_their_punctuation() -> None:
    """Brackets and full stops around an address are not part of it."""
    assert ("https://put.example/a-b", "www.deksel.example") == addresses("Zie (https://put.example/a-b) en www.deksel.example.")


def test_a_note_has_single_blanks() -> None:
    """Broken lines of a note become one line."""
    assert "De Put, 3 mei" == footnote("1", " De  Put,\n3 mei ").text


def test_labels_sort_as_readers_count() -> None:
    """10 comes after 2, Word's own notes after a typed list."""
    assert ["1", "2", "10", "w1", "w2"] == sorted(["w2", "10", "2", "w1", "1"], key=label_key)


def test_clashing_labels_are_renamed() -> None:
    """Both lists count from 1: the layout's own notes and marks become w1 …"""
    block = Block(paragraph=Paragraph(text="Ja.", marks=(Mark(label="1", at=3),)))
    blocks, notes = renamed([block], [footnote("1", "x")], frozenset({"1"}))

    assert ("w1", "w1") == (blocks[0].paragraph.marks[0].label, notes[0].label)
    assert "1" == renamed([block], [footnote("1", "x")], frozenset({"2"}))[1][0].label
