"""Notes: labels kept apart, paragraphs joined, addresses found."""

import pytest

from navraag.parsing.notebook import NoteBook, clean_label, join_note, urls_in
from navraag.records.text import Link, Paragraph

LABELS = [("1)", "1"), ("[12]", "12"), (" 3. ", "3"), ("*", "*"), ("(4)", "4")]
NOTES = [
    (("De Bel, 1 maart 2019",), "De Bel, 1 maart 2019"),
    (("De Bel,", "1 maart 2019"), "De Bel,\n1 maart 2019"),                                        # two paragraphs stay two lines
    (("https://voorbeeld.nl/bel/", "kapot.html"), "https://voorbeeld.nl/bel/kapot.html"),         # an address split over two paragraphs
    (("Zie https://voorbeeld.nl/bel-", "van-de-week?p=1"), "Zie https://voorbeeld.nl/bel-van-de-week?p=1"),
    (("https://voorbeeld.nl/bel", "Geraadpleegd op 1 maart"), "https://voorbeeld.nl/bel\nGeraadpleegd op 1 maart"),
    (("https://een.nl/a", "https://twee.nl/b"), "https://een.nl/a\nhttps://twee.nl/b"),           # two addresses are two
]
URLS = [
    ("Zie https://voorbeeld.nl/a_(b).", ("https://voorbeeld.nl/a_(b)",)),                          # a bracket of the address itself
    ("(https://voorbeeld.nl/a).", ("https://voorbeeld.nl/a",)),
    ("www.bel.nl en http://bel.nl, www.bel.nl", ("www.bel.nl", "http://bel.nl")),                 # each once
    ("film.nl en m.voorbeeld.nl", ()),                                                             # no address without a sign of one
]


@pytest.mark.parametrize(("printed", "expected"), LABELS)
def test_labels_lose_their_brackets(printed: str, expected: str) -> None:
    """"1)" and "[1]" are "1"."""
    assert expected == clean_label(printed)


@pytest.mark.parametrize(("paragraphs", "expected"), NOTES)
def test_paragraphs_of_a_note_are_joined(paragraphs: tuple[str, ...], expected: str) -> None:
    """Lines stay lines; only an address that runs on is glued."""
    assert expected == join_note(Paragraph(text=text) for text in paragraphs)


@pytest.mark.parametrize(("text", "expected"), URLS)
def test_addresses_are_found(text: str, expected: tuple[str, ...]) -> None:
    """Without the punctuation of the sentence around them."""
    assert expected == urls_in(text)


def test_labels_stay_apart() -> None:
    """A note of a table restarts at 1; any other repeated label is a problem."""
    book = NoteBook()
    book.add("1", [Paragraph(text="a")], note_id="x")
    book.add("1", [Paragraph(text="b")], table=True)
    book.add("1", [Paragraph(text="c")])
    book.add("10", [Paragraph(text="e")])
    book.add("2", [Paragraph(text="d", links=(Link(start=0, end=1, url="https://d.nl"),))])

    assert ["1", "2", "10", "t1", "1-2"] == [note.label for note in book.notes]
    assert ("https://d.nl",) == book.notes[1].urls
    assert "1" == book.by_id["x"]
    assert ["footnote.label-repeated"] == [problem.code for problem in book.problems]
