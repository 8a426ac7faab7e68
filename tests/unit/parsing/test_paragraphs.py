"""Cutting and changing paragraphs: marks and links stay at their words."""

from hypothesis import given
from hypothesis import strategies as st

from navraag.parsing.paragraphs import Edit, cut, edit, itemised, text_of, tidy
from navraag.records.text import Link, Mark, Paragraph


def paragraph(text: str, *marks: tuple[str, int]) -> Paragraph:
    """A paragraph with marks at the given places."""
    return Paragraph(text=text, marks=tuple(Mark(label=label, at=at) for label, at in marks))


def test_edit_takes_marks_out_of_the_words() -> None:
    """The words lose the digits, the mark stands in their place, later marks move along."""
    changed = edit(paragraph("plek»?1 En nu 2?", ("w1", 16)), [Edit(start=6, end=7, labels=("1",)), Edit(start=13, end=15)])

    assert "plek»? En nu?" == changed.text
    assert [("1", 6), ("w1", 13)] == [(mark.label, mark.at) for mark in changed.marks]


def test_edit_moves_links() -> None:
    """A link covers the same words after words before it went."""
    linked = Paragraph(text="1) zie hier", links=(Link(start=7, end=11, url="https://a.example"),))
    changed = edit(linked, [Edit(start=0, end=3)])

    assert "hier" == changed.text[changed.links[0].start:changed.links[0].end]


def test_cut_shares_marks_out() -> None:
    """A mark goes with the words that it stands behind."""
    whole = paragraph("Een? Twee?", ("1", 4), ("2", 10))

    assert [("Een?", ["1"]), ("Twee?", ["2"])] == [
        (part.text, [mark.label for mark in part.marks]) for part in (cut(whole, 0, 5), cut(whole, 5))
    ]


def test_tidy_folds_blanks() -> None:
    """Single blanks, none at the ends; the mark stays behind its word."""
    tidied = tidy(paragraph("  Een \t put\xa0 ", ("1", 11)))

    assert ("Een put", 7) == (tidied.text, tidied.marks[0].at)


def test_bullets_make_items() -> None:
    """A typed dash is the bullet of an item, not one of its words; a dash inside a sentence stays."""
    item = itemised(Paragraph(text="– de afspraak"))

    assert ("item", "–", "de afspraak") == (item.kind, item.bullet, item.text)
    assert "paragraph" == itemised(Paragraph(text="-en uitvoer")).kind


def test_empty_paragraphs_go() -> None:
    """Only paragraphs with words, cells or marks make a text."""
    assert "Ja.\nNee." == text_of([Paragraph(text="Ja."), Paragraph(text=" "), Paragraph(text="Nee.")]).plain


@given(st.text(max_size=60), st.integers(0, 60))
def test_tidy_keeps_every_other_character(text: str, at: int) -> None:
    """Nothing but white space goes, and the mark stays within the words."""
    tidied = tidy(paragraph(text, ("1", min(at, len(text)))))

    assert "".join(text.split()) == "".join(tidied.text.split())
    assert 0 <= tidied.marks[0].at <= len(tidied.text)
