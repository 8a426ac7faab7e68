"""PDF text as blocks in which nothing recalls the pages."""

from navraag.parsing.printed.page_text import from_pages

HEAD = ["Tweede Kamer der Staten-Generaal2", "Vergaderjaar 2018–2019 Vragen gesteld door de leden der Kamer", "2019Z90001"]
TITLE = ["Vragen van het lid Testman (VPX) aan de Minister van", "Financiën over putten (ingezonden 3 mei 2019)."]
FOOT = "Tweede Kamer, vergaderjaar 2018–2019, Vragen 1"


def texts(*lines: str) -> list[str]:
    """The words of the blocks below head and title."""
    return [block.text for block in from_pages([*HEAD, *TITLE, *lines, FOOT]).body]


def test_titles_are_whole_again() -> None:
    """Numbers stand alone, a title is one line, words behind its date are apart."""
    assert [
        "2019Z90001", "Vragen van het lid Testman (VPX) aan de Minister van Financiën over putten (ingezonden 3 mei 2019).",
        "Vooraf een woord.", "Vraag 1", "Is het vol?",
    ] == texts("Vooraf een woord.", "Vraag 1", "Is het vol?")


def test_sentences_run_on_over_the_page() -> None:
    """A foot and a note between two halves of a sentence leave no trace."""
    blocks = from_pages([*HEAD, *TITLE, "Vraag 1", "Is het vol1 en zo ja, waarom is de gemeen-", "1De Put", FOOT, "te dan niet gekomen?", FOOT])

    assert "Is het vol en zo ja, waarom is de gemeente dan niet gekomen?" == blocks.body[-1].text
    assert ["1"] == [mark.label for mark in blocks.body[-1].paragraph.marks]
    assert ["De Put"] == [note.text for note in blocks.footnotes]


def test_lists_are_paragraphs() -> None:
    """Items begin with a dash, also one that is glued to the colon; what follows the last is apart."""
    assert ["Onder meer:", "– de put;", "– het deksel.", "Daarom is het vol."] == texts(
        "Vraag 1", "Onder meer:– de put;", "– het deksel.", "Daarom is het vol."
    )[3:]


def test_a_line_of_a_sentence_is_no_heading() -> None:
    """"(zie het / antwoord op vraag 5)" goes on."""
    assert 4 == len(texts("Vraag 1", "Is het vol (zie ook het", "antwoord op vraag 5)."))


def test_bare_numbers_of_old_papers() -> None:
    """Without "Vraag", numbers alone on a line that count from 1 are headings."""
    assert ["1", "Is het vol?", "2", "Is het diep?"] == texts("1", "Is het vol?", "2", "Is het diep?")[2:]


def test_a_heading_that_was_broken_is_whole() -> None:
    """A long list of numbers may need two lines."""
    assert "Vraag 1, 2, 3 en 4" == texts("Vraag 1, 2, 3 en", "4", "Is het vol?")[2]
