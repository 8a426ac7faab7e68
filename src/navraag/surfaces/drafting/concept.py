"""The file of an answer: what an office makes on the day that questions come in."""

import re

from navraag.records.cases import Case
from navraag.surfaces.drafting.annex import add_precedents
from navraag.surfaces.drafting.finding import Precedents
from navraag.surfaces.drafting.telling import official_address
from navraag.surfaces.drafting.word import WordFile
from navraag.surfaces.dutch import dutch_date, joined, member, office

ROOM = "[antwoord]"
_REPLY = re.compile(r"\b(?:(?:Nader a|Herzien a|A)ntwoord|Mededeling) van\b")


def concept_file(case: Case, held: Precedents) -> bytes:
    """Heading, each question with room for its answer, the notes, and in an annex the precedents of each question."""
    made = WordFile(f"Beantwoording Kamervragen {case.number}")
    made.line(case.number)
    made.line(heading_of(case), bold=True)
    for pair in case.pairs:
        made.line(f"Vraag {pair.label}", bold=True)
        made.text(pair.question.text)
        made.line(f"Antwoord {pair.label}", bold=True)
        made.room(ROOM)
    _notes(made, case)
    made.new_page()
    # "Toelichting" is what belongs to no answer, in papers and for whoever reads the file back.
    made.line("Toelichting: bijlage met precedenten", bold=True)
    address = official_address(case.number)
    made.line(f"Bij Kamervragen {case.number}{f', {address}' if address else ''}.")
    add_precedents(made, held, quote_questions=False)
    return made.data()


def heading_of(case: Case) -> str:
    """The title of the questions as printed; else made of who asked whom about what, and when.

    A paper that answers prints more behind it ("Antwoord van …"): that is left out.
    """
    printed = _REPLY.split(case.questions.title)[0].strip() if case.questions else ""
    if printed.startswith("Vragen "):
        return printed
    who = joined([member(one) for one in case.askers])
    askers = f" van {'het lid' if len(case.askers) == 1 else 'de leden'} {who}" if who else ""
    whom = joined([f"de {office(one)}" if one.role else one.printed for one in case.addressees])
    asked = f" aan {whom}" if whom else ""
    day = f" (ingezonden {dutch_date(case.tabled_on)})" if case.tabled_on else ""
    return f"Vragen{askers}{asked} over {case.subject or 'een onbekend onderwerp'}{day}."


def _notes(made: WordFile, case: Case) -> None:
    notes = case.questions.footnotes if case.questions else ()
    if notes:
        made.line("Noten", bold=True)
    for note in notes:
        extra = " ".join(url for url in note.urls if url not in note.text)
        made.line(f"{note.label}) {note.text} {extra}")
