"""A Word file holds whatever it is given."""

from io import BytesIO

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from navraag.records.text import Mark, Paragraph, Text
from navraag.surfaces.drafting.word import WordFile, clean

ANYTHING = st.text(st.characters(codec=None), max_size=200)


@settings(max_examples=40, deadline=None)
@given(ANYTHING, ANYTHING, st.integers(0, 300))
def test_whatever_stands_in_it_opens_again(one: str, other: str, at: int) -> None:
    """Any characters, in headings, lines, texts with marks and quotations."""
    made = WordFile(one)
    made.heading(one)
    made.line(f"{other} https://voorbeeld.example/{one} {other}")
    made.text(Text(paragraphs=(Paragraph(text=one, marks=(Mark(label=other[:3], at=at),)), Paragraph(text=other, kind="row", cells=(one, other)))))
    made.quotation(f"{one}\n{other}")

    held = Document(BytesIO(made.data()))

    assert " ".join(clean(one).split()) == " ".join(held.paragraphs[0].text.split())


def test_addresses_are_links_and_words() -> None:
    """The full stop behind an address is no part of it."""
    made = WordFile("x")
    made.line("Zie https://voorbeeld.example/a?b=1&c=2. En verder.")
    held = Document(BytesIO(made.data()))

    assert "Zie https://voorbeeld.example/a?b=1&c=2. En verder." == held.paragraphs[0].text
    assert ["https://voorbeeld.example/a?b=1&c=2"] == [link.address for link in held.paragraphs[0].hyperlinks]


def test_long_runs_are_no_burden() -> None:
    """A megabyte of points behind an address, or of blanks, is a paragraph like any other."""
    made = WordFile("x")
    made.line("https://" + "." * 1_000_000)
    made.line("a" + " " * 1_000_000 + "b")
    made.quotation("\n" * 1_000_000)

    assert "a b" == Document(BytesIO(made.data())).paragraphs[1].text
