"""Letters of ministries taken apart, in the phrasings that ministries use."""

from datetime import date

import pytest

from navraag.parsing.blocks import Block, Blocks
from navraag.parsing.letters.letter import Letter, read_letter
from navraag.records.text import Paragraph

LETTERHEAD = (
    "> Retouradres Postbus 1 2500 AA Den Haag", "De Voorzitter van de Tweede Kamer der Staten-Generaal", "Postbus 20018",
    "2500 EA DEN HAAG", "Datum 14 april 2099", "Betreft Beantwoording Kamervragen over zout", "Ministerie van Financiën",
    "Onze referentie", "2099-0001", "Uw referentie", "2099Z90001",
)  # fmt: skip
PAIR = ("Vraag 1", "Kent u het bericht?", "Antwoord 1", "Ja.")
FOOT = ("Hoogachtend,", "de Minister van Financiën,", "A.B. van Dam")


def letter(*lines: str, margins: tuple[str, ...] = ()) -> Letter | None:
    """Letter."""
    blocks = tuple(Block(paragraph=Paragraph(text=line)) for line in lines)
    return read_letter(Blocks(body=blocks, marks_known=True), margins)


def summary(found: Letter | None) -> tuple[object, ...]:
    """Summary."""
    assert found is not None
    heading = found.front.heading
    return (
        heading.question_numbers, heading.tabled_on, heading.received_on, [(one.name, one.party) for one in heading.askers],
        [one.portfolio for one in heading.addressees], heading.subject,
    )


SENTENCES = [
    (
        ("In antwoord op uw brief van 3 maart 2099, nr. 2099Z90001, deel ik u mede dat de vragen van het lid Van der Zee (VPX) aan de "
        "minister van Financiën over de prijs van zout worden beantwoord zoals aangegeven in de bijlage van deze brief."),
        "the ministry of justice",
    ),
    (
        ("Hierbij zend ik u, mede namens de staatssecretaris van Infrastructuur en Waterstaat, de antwoorden op de vragen van het lid "
        "Van der Zee (VPX) aan de Minister van Financiën over de prijs van zout (ingezonden 3 maart 2099, kenmerk 2099Z90001)."),
        "tabled in brackets",
    ),
    (
        ("Hierbij ontvangt u de antwoorden op de schriftelijke vragen gesteld door het lid Van der Zee (VPX) aan de Minister van Financiën "
        "over de prijs van zout. Deze vragen werden ingezonden op 3 maart 2099 met kenmerk 2099Z90001."),
        "a sentence of its own for the day",
    ),
    (
        ("In de bijlage treft u de beantwoording aan van de Kamervragen van het Kamerlid Van der Zee (VPX) aan de minister van Financiën "
        "over de prijs van zout, ingezonden op 3 maart 2099 (2099Z90001)."),
        "the annex first",
    ),
]


@pytest.mark.parametrize(("sentence", "why"), SENTENCES)
def test_sentences(sentence: str, why: str) -> None:
    """Each phrasing gives the same facts."""
    found = letter(*LETTERHEAD, "Geachte voorzitter,", sentence, *FOOT, *PAIR)
    expected = (("2099Z90001",), date(2099, 3, 3), date(2099, 4, 14), [("Van der Zee", "VPX")], ["Financiën"], "de prijs van zout")

    assert summary(found) == expected, why
    assert found is not None
    assert [block.text for block in found.blocks.body] == list(PAIR)


def test_letterhead_sentence_and_foot_are_furniture() -> None:
    """Every line that is no content is named as letterhead, none is lost."""
    found = letter(*LETTERHEAD, SENTENCES[0][0], *FOOT, *PAIR)

    assert found is not None
    assert {piece.kind for piece in found.blocks.furniture} == {"letterhead"}
    assert [piece.text for piece in found.blocks.furniture] == [*LETTERHEAD, SENTENCES[0][0], *FOOT]


def test_words_of_its_own_stay() -> None:
    """A paragraph of the letter that is no formula goes before the answers."""
    own = "De prijs van zout is onlangs gestegen door de strenge winter in het noorden."
    found = letter(*LETTERHEAD, SENTENCES[0][0], own, "Ik vertrouw erop u hiermee te hebben geïnformeerd.", *FOOT, *PAIR)

    assert found is not None
    assert [block.text for block in found.blocks.body] == [own, *PAIR]


def test_the_title_of_the_annex_wins() -> None:
    """The annex repeats the subject in full, over two lines, and says for whom the minister answers too."""
    title = ("Antwoorden van de minister van Financiën mede namens de minister van Defensie op Kamervragen", "van de leden Smit (ABC) en Bos (DEF) over het zout.")
    found = letter(*LETTERHEAD, SENTENCES[0][0], *FOOT, *title, *PAIR)

    assert found is not None
    heading = found.front.heading
    assert ([one.name for one in heading.askers], heading.subject, heading.title) == (["Smit", "Bos"], "het zout", " ".join(title))
    assert [one.portfolio for one in heading.on_behalf_of] == ["Defensie"]
    assert [one.portfolio for one in heading.addressees] == ["Financiën"]


def test_a_number_of_the_ministry_is_no_question_number() -> None:
    """"nr. 5284183" has not the form of a case number (PARSED.md, convention 18)."""
    found = letter(
        "Aan de Voorzitter van de Tweede Kamer", "Datum 14 april 2099",
        "In antwoord op uw brief van 3 maart 2099, nr. 5284183, deel ik u mede dat de vragen van het lid Smit (ABC) over zout worden beantwoord.",
        *FOOT, *PAIR,
    )

    assert summary(found)[:3] == ((), date(2099, 3, 3), date(2099, 4, 14))


def test_the_date_in_the_margin() -> None:
    """Letters whose letterhead stands in the headers of the file have their date there."""
    margins = ("De voorzitter van de Tweede Kamer", "Datum", "14 april 2099")
    found = letter(SENTENCES[0][0], *FOOT, *PAIR, margins=margins)

    assert summary(found)[2] == date(2099, 4, 14)


def test_questions_without_numbers() -> None:
    """A letter may answer one question under "Vraag" and "Antwoord" alone."""
    found = letter(*LETTERHEAD, SENTENCES[0][0], *FOOT, "Vraag", "Kent u het bericht?", "Antwoord", "Ja.")

    assert found is not None
    assert [block.text for block in found.blocks.body] == ["Vraag", "Kent u het bericht?", "Antwoord", "Ja."]


@pytest.mark.parametrize(
    "sentences",
    [
        (
            "Op 3 maart 2099 heeft het lid Van der Zee (VPX) schriftelijke vragen gesteld over zout (2099Z90001).",
            "Tot mijn spijt is beantwoording binnen de gebruikelijke termijn niet mogelijk, omdat nog niet alle informatie is ontvangen.",
        ),
        (
            ("Hierbij deel ik u mede dat de schriftelijke vragen van het lid Van der Zee (VPX) over zout (ingezonden 3 maart 2099) niet "
            "binnen de gebruikelijke termijn kunnen worden beantwoord, aangezien nog niet alle informatie is ontvangen."),
        ),
    ],
)
def test_notices_of_delay(sentences: tuple[str, ...]) -> None:
    """A letter without an annex that speaks of the term is a notice, and its words are content."""
    found = letter(*LETTERHEAD, *sentences, *FOOT)

    assert found is not None
    assert found.front.kinds == ("notice",)
    assert [block.text for block in found.blocks.body] == list(sentences)
    assert summary(found)[0] == ("2099Z90001",)
    assert [one.name for one in found.front.heading.answerers] == ["A.B. van Dam"]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("2099Z90001", "Vragen van het lid Smit (ABC) aan de minister van Financiën over zout", *PAIR), "questions of the Chamber"),
        (
            ("AH 9001", "Mededeling van minister Van Dam (Financiën) (ontvangen 20 maart 2099)", "Hierbij deel ik u mede dat de vragen van het lid Smit (ABC) over zout niet kunnen worden beantwoord."),
            "a notice of the Chamber",
        ),
        (("Vraag 1", "Naar aanleiding van uw brief: wat zijn uw vragen?"), "a question that sounds like a letter"),
        ((), "nothing"),
        (
            (*LETTERHEAD, "Naar aanleiding van de vragen in het debat van 3 maart 2099 zend ik u hierbij het rapport over zout.", *FOOT),
            "a letter about something else",
        ),
    ],
)
def test_what_is_no_letter(lines: tuple[str, ...], why: str) -> None:
    """Papers of the Chamber are no letters."""
    assert letter(*lines) is None, why
