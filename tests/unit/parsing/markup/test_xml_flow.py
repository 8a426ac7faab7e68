"""Content of elements as paragraphs: whatever stands in an odd place is kept too."""

import pytest

from navraag.parsing.markup.xml_flow import XmlFlow
from navraag.parsing.markup.xml_safe import parse_xml

ODD = [
    ("los<al>een</al>staart", ["los", "een", "staart"]),                                           # words outside any paragraph
    ("<al>een <lijst><li><al>twee</al></li></lijst> drie</al>", ["een", "twee", "drie"]),          # a list inside a paragraph
    ("<al>a<br>b</br>c</al>", ["a bc"]),                                                           # words in an empty element
    ("<tbody><row>los<entry>a</entry>staart<entry>b</entry></row></tbody>", ["a\tb\tlos staart"]),  # words between cells
    ("<lijst><li><li.nr>a.</li.nr></li><li><li.nr>b.</li.nr><al>twee</al></li></lijst>", ["", "twee"]),
    ("<al>Zie <nootref>de hele bijlage</nootref>.</al>", ["Zie de hele bijlage."]),                # a reference that is a sentence
    ("<al/><noot><noot.nr>1</noot.nr></noot><al>een</al>", ["een"]),                               # a mark before any words
    ("<colspec>breed</colspec><metadata>los</metadata>", ["breedlos"]),
]


@pytest.mark.parametrize(("content", "expected"), ODD)
def test_words_in_odd_places_are_kept(content: str, expected: list[str]) -> None:
    """In the order in which they stand."""
    root = parse_xml(f"<vraag>{content}</vraag>".encode(), name="x")

    assert expected == [paragraph.text for paragraph in XmlFlow(root).read(root)]


def test_a_number_without_words_stands_alone() -> None:
    """An empty list item keeps its number."""
    root = parse_xml(b"<vraag><lijst><li><li.nr>a.</li.nr></li></lijst></vraag>", name="x")

    assert [("item", "a.", "")] == [(p.kind, p.bullet, p.text) for p in XmlFlow(root).read(root)]


def test_marks_without_words_of_their_own() -> None:
    """They belong to the paragraph before, else to the next one."""
    note = "<noot><noot.nr>{}</noot.nr><noot.al>x</noot.al></noot>"
    root = parse_xml(f"<vraag>{note.format(1)}<al>een</al>{note.format(2)}<al>twee</al></vraag>".encode(), name="x")

    assert [("een", ["1", "2"]), ("twee", [])] == [(p.text, [mark.label for mark in p.marks]) for p in XmlFlow(root).read(root)]


def test_pictures_are_named() -> None:
    """A picture has no words; that it is missing is said."""
    root = parse_xml(b"<vraag><plaatje><illustratie naam='bel.png'/></plaatje></vraag>", name="x")
    flow = XmlFlow(root)
    flow.read(root)

    assert ["a picture is not shown: bel.png"] == [problem.message for problem in flow.problems]
