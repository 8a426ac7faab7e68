"""The front of a paper: numbers and titles, apart from its body."""

import pytest

from navraag.parsing.blocks import Block
from navraag.parsing.titles.front import question_numbers, read_front, title_kind
from navraag.records.evidence import Furniture
from navraag.records.text import Paragraph


def blocks(*lines: str) -> list[Block]:
    """A block for each line."""
    return [Block(paragraph=Paragraph(text=line)) for line in lines]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Vragen van het lid Testman (VPX) aan de Minister van Financiën", "questions"),
        ("Mondelinge vragen van het lid Testman (VPX)", "oral"),
        ("Antwoord van minister Proefman (Financiën)", "answer"),
        ("Nader antwoord van minister Proefman (Financiën)", "further"),
        ("Mededeling van minister Proefman (Financiën)", "notice"),
        ("Rectificatie", "correction"),
        ("Beantwoording van Kamervragen over putten", None),
        ("Antwoord 1", None),
        ("Kent u het bericht?", None),
    ],
)
def test_title_lines(line: str, kind: str | None) -> None:
    """The first words of a title say what the paper is."""
    assert kind == title_kind(line)


def test_front_of_a_word_answer() -> None:
    """Numbers, answering title and "Zie ook" are front; the first heading is body."""
    front = read_front(
        blocks(
            "AH 901", "2019Z 90001", "Antwoord van minister Proefman (Financiën) (ontvangen 19 november 2019)",
            "Zie ook Aanhangsel Handelingen, vergaderjaar 2019-2020, nr. 461", "1", "Kent u de put?",
        ),
        (),
    )

    assert (901, ("2019Z90001",), ("answer",)) == (front.heading.appendix_number, front.heading.question_numbers, front.kinds)
    assert ["1", "Kent u de put?"] == [block.text for block in front.body]
    assert ["AH 901"] == [part.text for part in front.furniture]


def test_the_date_may_stand_before_the_title() -> None:
    """Word files of questions print "(ingezonden …)" first."""
    front = read_front(
        blocks("2019Z90001", "(ingezonden 20 november 2019)", "Vragen van het lid Testman (VPX) aan de minister van Financiën over putten", "Kent u de put?"),
        (),
    )

    assert ("putten", 20) == (front.heading.subject, front.heading.tabled_on.day if front.heading.tabled_on else 0)


def test_facts_from_the_furniture() -> None:
    """A printed paper has its publication and session year in its heads and feet."""
    furniture = (
        Furniture(kind="running_head", text="Vergaderjaar 2018–2019 Aanhangsel van de Handelingen"),
        Furniture(kind="publication_id", text="ah-tk-20182019-9001"),
    )
    heading = read_front(blocks("9001", "Antwoord van Minister Proefman (Financiën) (ontvangen 3 mei 2019)."), furniture).heading

    assert ("ah-tk-20182019-9001", "2018-2019", 9001) == (heading.publication, heading.session_year, heading.appendix_number)


def test_a_bare_number_is_no_appendix_number_elsewhere() -> None:
    """"1" on top of a list of questions is the first question."""
    assert read_front(blocks("1", "Kent u de put?"), ()).heading.appendix_number is None


def test_numbers_are_cited_without_blanks() -> None:
    """"2019Z 90001" is 2019Z90001, once."""
    assert ("2019Z90001", "2019Z90002") == question_numbers("2019Z 90001, 2019Z90002 en 2019Z90001")


def test_navigation_above_the_title_is_furniture() -> None:
    """A paper copied from a web page; a paper without such lines loses nothing."""
    title = "Vragen van het lid Testman (VPX) aan de minister van Financiën over putten (ingezonden 3 mei 2019)"
    front = read_front(blocks("Home", "Kamervragen zonder antwoord", title, "Vraag 1", "Is het vol?"), ())

    assert (["Home", "Kamervragen zonder antwoord"], "putten") == ([f.text for f in front.furniture], front.heading.subject)
    assert () == read_front(blocks(title, "Is het vol?"), ()).furniture


def test_a_broken_title_is_whole_again() -> None:
    """Lines that go on with a title, up to its date."""
    front = read_front(
        blocks("Antwoord van Minister Proefman (Financiën), mede namens", "de Ministers van Defensie en", "van Justitie en Veiligheid (ontvangen 14 juli 2022).", "Inleiding."),
        (),
    )

    assert ["Defensie", "Justitie en Veiligheid"] == [office.portfolio for office in front.heading.on_behalf_of]
    assert ["Inleiding."] == [block.text for block in front.body]
