"""Words, marks and links of one paragraph keep their places when white space is folded."""

from navraag.parsing.inline import ParagraphBuilder, plain_paragraph
from navraag.records.text import Link, Mark


def test_white_space_is_folded_between_pieces() -> None:
    """One blank where any stood, none at the ends, none where none stood."""
    builder = ParagraphBuilder()
    for piece in ("  Kent u\n", "het ", "be", "richt ", None, "", "\t?  "):
        builder.add(piece)

    assert "Kent u het bericht ?" == builder.build().text


def test_marks_stand_behind_their_word() -> None:
    """A mark is no text: the words close up around it, several on one spot keep their order."""
    builder = ParagraphBuilder()
    builder.add("De bel is stuk?")
    builder.mark("1")
    builder.add(" ")
    builder.mark("2")
    builder.add(" Ja.")
    paragraph = builder.build()

    assert "De bel is stuk? Ja." == paragraph.text
    assert (Mark(label="1", at=15), Mark(label="2", at=15)) == paragraph.marks


def test_a_comma_between_marks_is_a_separator() -> None:
    """"…stuk?1, 2 en 3" has three marks and no loose comma or "en"."""
    builder = ParagraphBuilder()
    builder.add("De bel is stuk?")
    for text, label in ((None, "1"), (", ", "2"), (" en ", "3")):
        builder.add(text)
        builder.mark(label)

    assert "De bel is stuk?" == builder.build().text
    assert [",", "en"] == builder.separators


def test_a_comma_behind_a_closing_sign_goes_alone() -> None:
    """"…«A»1 en «B», 2": the words between stay, blank and all."""
    builder = ParagraphBuilder()
    builder.add("Zie «A»")
    builder.mark("1")
    builder.add(" en «B», ")
    builder.mark("2")
    builder.add(" nu")

    assert "Zie «A» en «B» nu" == builder.build().text
    assert [","] == builder.separators


def test_links_keep_their_words() -> None:
    """Offsets of a link are those of its words, without the blank before."""
    builder = ParagraphBuilder()
    builder.add("Zie ")
    builder.open_link("https://voorbeeld.nl")
    builder.add(" de bel ")
    builder.close_link()
    builder.add("nu.")
    paragraph = builder.build()
    link = paragraph.links[0]

    assert "Zie de bel nu." == paragraph.text
    assert "de bel" == paragraph.text[link.start : link.end]
    assert Link(start=4, end=10, url="https://voorbeeld.nl") == link


def test_soft_hyphens_go() -> None:
    """They are hints for line breaks, not letters."""
    assert "fietsbel" == plain_paragraph("fiets\u00adbel").text


def test_a_link_over_two_paragraphs_is_two_links() -> None:
    """Blocks inside a link: each paragraph keeps its part."""
    builder = ParagraphBuilder()
    builder.open_link("https://voorbeeld.nl")
    builder.add("Eerste")
    following = builder.successor()
    following.add("Tweede")
    following.close_link()
    following.close_link()

    assert (Link(start=0, end=6, url="https://voorbeeld.nl"),) == builder.build().links
    assert (Link(start=0, end=6, url="https://voorbeeld.nl"),) == following.build().links
