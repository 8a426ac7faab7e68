"""What became of each character: fields, furniture, unplaced; lost is always nothing."""

import json

import pytest

from navraag.errors import LayoutError
from navraag.parsing import parse
from navraag.parsing.account.account import account
from navraag.records.answers import AnswerSet
from navraag.records.pages import Other
from navraag.records.parsed import Parsed
from navraag.records.text import plain_text
from navraag.surfaces.cli.account import account_shape, account_text, print_account
from tests.conftest import REAL

XML = (
    b'<kamervragen><kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2018-2019</tekstregel></kamervraagkop><kamervraagnummer>9001</kamervraagnummer>'
    b'<kamervraagomschrijving type="vraag">Vragen van het lid Jansma (VVN) aan de Minister van Justitie en Veiligheid over bellen (ingezonden 3 maart 2019).</kamervraagomschrijving>'
    b'<vraag><nr>Vraag 1</nr><al>Kent u de <nadruk type="cur">bel</nadruk>?<noot><noot.nr>1</noot.nr><noot.al>De Bel, 2019</noot.al></noot> Nu?</al></vraag>'
    b'<antwoord><nr>Antwoord 1</nr><al>Ja.</al><lijst><li><li.nr>a.</li.nr><al>rood</al></li></lijst></antwoord></kamervragen>'
)


def test_every_character_has_a_place() -> None:
    """Question, answer, note, title, furniture, number: together they are the whole document."""
    made = account(XML, name="x.xml")
    totals = dict(made.totals)

    assert (0, 0, ()) == (made.unplaced, made.lost, made.invented)
    assert made.characters == sum(totals.values())
    assert {
        "question.1.heading": 6, "question.1.text": 14, "answer.1.heading": 9, "answer.1.text": 7, "answer.1.text.bullet": 2,
        "appendix_number": 4, "masthead": 21, "footnote.1": 10,
    }.items() <= totals.items()


def test_what_the_record_lost_is_unplaced() -> None:
    """The account is not taken from the reader: an empty record places nothing."""
    parsed = parse(XML, name="x.xml")
    assert isinstance(parsed.content, AnswerSet)
    emptied = Parsed(layout=parsed.layout, content=AnswerSet(heading=parsed.content.heading, answers=()))
    made = account(XML, emptied, name="x.xml")

    assert "Ja." in " ".join(made.words("unplaced"))
    assert 0 == made.lost


def test_what_the_record_made_up_is_invented() -> None:
    """Words that the document does not hold are named with their field."""
    made = account(b"Een bel.", Parsed(layout="plain_text", content=Other(text=plain_text("Een rode bel."))), name="x.txt")

    assert (("text", "rode"),) == made.invented


def test_an_account_of_another_reading_is_refused() -> None:
    """A record from another layout says nothing about these bytes."""
    with pytest.raises(LayoutError, match="read as pdf, recognised as koop_xml"):
        account(XML, Parsed(layout="pdf", content=Other()), name="x.xml")


def test_the_account_is_printed_for_people_and_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """Shares and totals; as JSON with every range and its words."""
    made = account(XML, name="x.xml")
    shape = account_shape(made)
    print_account(XML, "x.xml", as_json=True)

    assert shape == json.loads(capsys.readouterr().out)
    assert "0    0.00 % unplaced" in account_text(made)
    ranges = shape["ranges"]
    assert isinstance(ranges, list)
    assert ["Ja."] == [piece["text"] for piece in ranges if piece["label"] == "answer.1.text"][:1]


def test_the_printed_account_shows_what_is_amiss() -> None:
    """Unplaced and invented words are listed."""
    made = account(b"Een bel, hoor.", Parsed(layout="plain_text", content=Other(text=plain_text("Een rode bel"))), name="x.txt")
    text = account_text(made)

    assert "unplaced:\n  ', hoor.'" in text
    assert "in the record but not in the document:\n  text: 'rode'" in text


def real_files() -> list[object]:
    """Every real document, by folder and name."""
    if not REAL.is_dir():
        return []
    return [path for folder in ("seed", "documents", "docx", "koop", "pages") for path in sorted((REAL / folder).iterdir())]


@pytest.mark.real
def test_no_character_of_a_real_document_is_lost() -> None:
    """Over all files: nothing lost, nothing invented, at most 0.2 % unplaced; no file fails."""
    made = [account(path.read_bytes(), name=path.name) for path in real_files()]  # type: ignore[attr-defined]
    characters = sum(one.characters for one in made)

    assert 0 == sum(one.lost for one in made)
    assert [] == [(one.name, one.invented) for one in made if one.invented]
    assert sum(one.unplaced for one in made) <= 0.002 * characters
