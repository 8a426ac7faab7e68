"""Title lines as a whole: who, whom, about what, when, and what is wrong with the line."""

import json
import time
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navraag.parsing.headings import heading_problems, read_title
from navraag.records.papers import Heading
from tests.conftest import REAL

ASKED = "Vragen van het lid Kok (ABC) aan de Minister van Financiën"
DAY = date(2024, 5, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A line, the subject and the day it gives, and why the row exists."""

    line: str
    subject: str | None
    day: date | None
    why: str


SUBJECTS = [
    Subject(line=f"{ASKED} over bruggen (ingezonden 3 mei 2024).", subject="bruggen", day=DAY, why="the plain form"),
    Subject(line=f"{ASKED} inzake bruggen (ingezonden 3 mei 2024)", subject="bruggen", day=DAY, why="another connector"),
    Subject(line=f"{ASKED} betreffende bruggen", subject="bruggen", day=None, why="no day printed"),
    Subject(line=f"{ASKED} over bruggen. (Ingezonden 3 mei 2024)", subject="bruggen", day=DAY, why="after a full stop, with a capital"),
    Subject(line=f"{ASKED} over bruggen: (ingezonden 3 mei 2024).", subject="bruggen", day=DAY, why="a colon too many"),
    Subject(line=f"{ASKED} over bruggen(ingezonden3 mei2024).", subject="bruggen", day=DAY, why="lost blanks"),
    Subject(line=f"{ASKED} over bruggen (ingezonden 3 mei 2024", subject="bruggen", day=DAY, why="an open bracket"),
    Subject(line=f"(ingezonden 3 mei 2024) {ASKED} over bruggen", subject="bruggen", day=DAY, why="the day stands first"),
    Subject(line=f"{ASKED} over «Over de brug» en over geld (ingezonden 3 mei 2024).", subject="«Over de brug» en over geld", day=DAY, why="later 'over' belongs to it"),
    Subject(line=f"{ASKED} over «Brug dicht» (Dagblad, 2 mei 2024) (ingezonden 3 mei 2024).", subject="«Brug dicht» (Dagblad, 2 mei 2024)", day=DAY, why="a source is kept"),
    Subject(line=f"{ASKED} over «Brug dicht»1 (ingezonden 3 mei 2024).", subject="«Brug dicht»", day=DAY, why="a note mark is not"),
    Subject(line=f"{ASKED} over antwoorden op vragen (ingezonden 1 april 2024) over geld (ingezonden 3 mei 2024).", subject="antwoorden op vragen (ingezonden 1 april 2024) over geld", day=DAY, why="the day of other questions"),
    Subject(line=f"{ASKED} over de oproep aan de minister van Defensie (ingezonden 3 mei 2024).", subject="de oproep aan de minister van Defensie", day=DAY, why="a minister in the subject"),
    Subject(line=f"{ASKED}, bij afwezigheid van de Minister-President, over bruggen (ingezonden 3 mei 2024).", subject="bruggen", day=DAY, why="absence"),
    Subject(line=f"{ASKED}: «Brug dicht» (ingezonden 3 mei 2024).", subject="«Brug dicht»", day=DAY, why="no connector at all"),
    Subject(line=f"{ASKED} over bruggen (ingezonden 31 april 2024).", subject="bruggen", day=None, why="a day that does not exist"),
    Subject(line=f"{ASKED} over bruggen (ingezonden 3 mai 2024).", subject="bruggen", day=None, why="a month misspelt"),
    Subject(line=f"Nadere vragen{ASKED.removeprefix('Vragen')} over wie niet zijn gehoord (ingezonden 3 mei 2024).", subject="wie niet zijn gehoord", day=DAY, why="further questions"),
]


@pytest.mark.parametrize("row", SUBJECTS, ids=lambda row: row.why)
def test_subject_and_day(row: Subject) -> None:
    """The subject runs from the connector after the last office to the day; nobody in it is addressed."""
    heading = read_title(row.line)

    assert row.subject == heading.subject
    assert row.day == heading.tabled_on
    assert [("Minister", "Financiën")] == [(office.role, office.portfolio) for office in heading.addressees]
    assert [("Kok", "ABC")] == [(asker.name, asker.party) for asker in heading.askers]


BLOCK = (
    "AH 610 2024Z 90001 Vragen van de leden Kok en Bos (beiden ABC) aan de Ministers van Defensie en voor Rechtsbescherming over bruggen"
    " (ingezonden 3 mei 2024). Antwoord van Staatssecretaris Vos (Defensie), mede namens de Minister voor Rechtsbescherming (ontvangen 4 juni 2024)."
    " Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 349."
)


def test_a_joined_block_gives_everything() -> None:
    """Questions, answer and "Zie ook" in one line of text."""
    heading = read_title(BLOCK)

    assert heading.question_numbers == ("2024Z90001",)
    assert heading.appendix_number == 610
    assert heading.session_year is None, "the year of 'Zie ook' is that of another paper"
    assert (heading.tabled_on, heading.received_on) == (DAY, date(2024, 6, 4))
    assert heading.subject == "bruggen"
    assert [(paper.session_year, paper.number) for paper in heading.see_also] == [("2023-2024", 349)]


def test_who_answered_is_not_who_was_asked() -> None:
    """Signers, those behind them and addressees are three lists (defect D-12)."""
    heading = read_title(BLOCK)

    assert [(w.role, w.portfolio) for w in heading.addressees] == [("Minister", "Defensie"), ("Minister", "Rechtsbescherming")]
    assert [(w.role, w.name, w.portfolio) for w in heading.answerers] == [("Staatssecretaris", "Vos", "Defensie")]
    assert [(w.role, w.portfolio) for w in heading.on_behalf_of] == [("Minister", "Rechtsbescherming")]


FRONT = (
    "Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2023–2024 Aanhangsel van de Handelingen Vragen gesteld door de leden der Kamer,"
    " met de daarop door de regering gegeven antwoorden 546 Vragen van het lid Kok (ABC) aan de Minister van Defensie over bruggen"
)


def test_the_running_head_is_no_title() -> None:
    """"Vragen gesteld door de leden der Kamer" names nobody; year and number of the paper are read."""
    heading = read_title(FRONT)

    assert [asker.name for asker in heading.askers] == ["Kok"]
    assert (heading.session_year, heading.appendix_number) == ("2023-2024", 546)


SENTENCES = [
    ("De vragen van het lid Kok (ABC) over bruggen (2024Z90001) kunnen niet binnen de gebruikelijke termijn worden beantwoord.", "bruggen", ("2024Z90001",)),
    ("Hierbij deel ik u mede dat de vragen van het lid Kok (ABC) over «Dit kan niet worden beantwoord» (2024Z90001) niet binnen drie weken kunnen worden beantwoord.", "«Dit kan niet worden beantwoord»", ("2024Z90001",)),
    ("De schriftelijke vragen van het lid Kok (ABC) van uw Kamer over bruggen, met kenmerk 2024Z90001, kunnen niet worden beantwoord.", "bruggen", ("2024Z90001",)),
    ("De door het lid Kok (ABC) gestelde vragen over bruggen kunnen niet tijdig worden beantwoord.", "bruggen", ()),
    ("Op 3 mei 2024 heeft het lid Kok (ABC) schriftelijke vragen gesteld over bruggen. Deze kunnen niet tijdig worden beantwoord.", "bruggen", ()),
    ("De vragen van het lid Kok (ABC), ingezonden op 3 mei 2024, over bruggen kunnen niet binnen de termijn worden beantwoord.", "bruggen", ()),
]


@pytest.mark.parametrize(("line", "subject", "numbers"), SENTENCES)
def test_sentences_of_delay_notices(line: str, subject: str, numbers: tuple[str, ...]) -> None:
    """A notice without title names the member and the subject in its running text."""
    heading = read_title(line)

    assert subject == heading.subject
    assert numbers == heading.question_numbers
    assert [("Kok", "ABC")] == [(asker.name, asker.party) for asker in heading.askers]


def test_an_answer_line_with_the_question_in_it() -> None:
    """"Antwoord van Minister A (B) op vragen van …": the receipt is no part of the subject."""
    heading = read_title("Antwoord van Minister Vos (Defensie) op vragen van het lid Kok (ABC) over bruggen (ontvangen 3 mei 2024)")

    assert (heading.subject, heading.received_on) == ("bruggen", DAY)
    assert [w.name for w in heading.answerers] == ["Vos"]


HEADLINES = [
    ("Beantwoording vragen van het lid Kok (ABC) over bruggen (2024Z90001)", ("2024Z90001",)),
    ("Antwoord op vragen van het lid Kok (ABC) over bruggen", ()),
    ("Antwoorden op de vragen van het lid Kok (ABC) over bruggen (ingezonden 3 mei 2024, met kenmerk 2024Z90001).", ("2024Z90001",)),
    ("Uitstel beantwoording vragen van het lid Kok (ABC) over bruggen", ()),
]


@pytest.mark.parametrize(("line", "numbers"), HEADLINES)
def test_headlines_about_questions(line: str, numbers: tuple[str, ...]) -> None:
    """A headline names the set; its number is no part of the subject."""
    heading = read_title(line)

    assert (heading.subject, heading.question_numbers) == ("bruggen", numbers)
    assert [("Kok", "ABC")] == [(asker.name, asker.party) for asker in heading.askers]


def test_a_notice_and_its_sentence() -> None:
    """The word "ontvangen" in the sentence is no date."""
    heading = read_title(
        "Mededeling van minister Vos (Defensie) (ontvangen 3 mei 2024) De vragen van het lid Kok (ABC) over bruggen (2024Z90001) kunnen niet"
        " tijdig worden beantwoord, omdat nog niet alle informatie is ontvangen."
    )

    assert (heading.subject, heading.received_on, heading.question_numbers) == ("bruggen", DAY, ("2024Z90001",))


@pytest.mark.parametrize("line", ["", "   ", "(", "Vraag 1", "Antwoord van", "Vragen van het lid", "over", "aan de Minister van"])
def test_what_is_no_title_gives_an_empty_heading(line: str) -> None:
    """No exception and no invention."""
    assert read_title(line) == Heading(title=line.strip())


PROBLEMS = [
    (f"{ASKED} over bruggen (ingezonden 31 april 2024)", {"heading.date-unreadable"}),
    ("Antwoord van Minister Vos (Defensie) (ontvangen 3 mai 2024)", {"heading.date-unreadable"}),
    ("Antwoord van Minister Vos (Defensie (ontvangen 3 mei 2024)", {"heading.bracket-missing"}),
    ("Vragen van het lid Kok (ABC aan de Minister van Defensie over bruggen", {"heading.bracket-missing"}),
    ("Vragen van het lid Kok (ABC) aan de Minister van Zee en Wind over bruggen", {"heading.portfolio-unknown"}),
    ("Vragen van het lid (ABC) aan de Minister van Defensie over bruggen", {"heading.no-askers"}),
    (f"{ASKED} over A (ingezonden 1 mei 2024). {ASKED} over B (ingezonden 2 mei 2024).", {"heading.second-title"}),
    ("Antwoord van Minister Vos (Defensie) (ontvangen 3 mei 2024). Zie ook Aanhangsel Handelingen, nr. 3", {"heading.see-also-unreadable"}),
    (BLOCK, set()),
]


@pytest.mark.parametrize(("line", "codes"), PROBLEMS)
def test_what_is_wrong_is_said(line: str, codes: set[str]) -> None:
    """Every repair and every unreadable value is a problem with a stable code."""
    assert codes == {problem.code for problem in heading_problems(line)}


@pytest.mark.parametrize("piece", ["(", ",", ". ", "en ", "Minister van X, ", "Jansen (ABC), ", "aan de ", "mede namens ", "a", "Antwoord van Minister "])
def test_an_endless_line_does_not_stall_the_reader(piece: str) -> None:
    """A title line of 200,000 characters is read in well under a second."""
    line = "Vragen van het lid Kok (ABC) aan de " + piece * (200_000 // len(piece))
    begun = time.process_time()

    read_title(line)

    assert time.process_time() - begun < 1.5


PIECES = ["(", ")", "aan de ", "Minister ", "van ", "en ", ", ", "over ", "(ingezonden ", "31 mei 2024", "Zie ook Aanhangsel ", "Antwoord van ", "– ", "«", "\n"]


@given(st.lists(st.sampled_from([*PIECES, "Vragen van het lid ", "mede namens ", "Staatssecretaris ", "Financiën", "VWS", "&", "ß", "İ", "1"]), max_size=30))
def test_any_mixture_of_pieces_is_read_without_a_crash(pieces: list[str]) -> None:
    """Titles come from damaged documents too."""
    line = "".join(pieces)

    assert read_title(line).title == " ".join(line.split())
    assert isinstance(heading_problems(line), tuple)


@pytest.mark.real
def test_real_title_lines_are_read_right() -> None:
    """Every field of every annotated line; the script in ../shared/tools prints the misses."""
    misses = []
    rows = json.loads((REAL / "titles.json").read_text(encoding="utf-8"))
    for row in rows:
        heading, parse = read_title(row["line"]), row["parse"]
        if len(parse.get("askers", [])) not in (0, len(heading.askers)) or len(parse.get("addressees", [])) not in (0, len(heading.addressees)):
            misses.append(row["line"])
        if parse.get("ontvangen") and parse["ontvangen"] != str(heading.received_on):
            misses.append(row["line"])

    assert rows
    assert misses == []
