"""Precedents in a Word file: per question, each with its words quoted whole, and its citation."""

from navraag.surfaces.drafting.finding import Precedents, Sought, is_own
from navraag.surfaces.drafting.telling import NOTHING, citation, likeness, official_address, shared
from navraag.surfaces.drafting.word import WordFile

HOW = (
    "Gezocht in het register van Kamervragen, op woorden die de vraag deelt met eerdere vragen en antwoorden. Een gelijkenis is een aanwijzing, "
    "geen oordeel; wat hier ontbreekt, kan wel bestaan."
)


def precedents_file(held: Precedents) -> bytes:
    """What was found for a draft, as a Word file of its own."""
    made = WordFile("Precedenten")
    made.heading(f"Precedenten{f' bij {held.draft.case}' if held.draft.case else ''}", 0)
    if held.draft.subject:
        made.line(held.draft.subject)
    add_precedents(made, held, quote_questions=True)
    return made.data()


def add_precedents(made: WordFile, held: Precedents, *, quote_questions: bool) -> None:
    """The precedents of each question, below each other."""
    made.line(HOW, italic=True)
    for one in held.questions:
        made.heading(f"Bij vraag {one.question.label}", 1)
        if quote_questions:
            made.text(one.question.text)
        _add(made, one, held)
    if held.draft.left_out:
        made.line(f"{held.draft.left_out} vragen zijn niet meegenomen.")


def _add(made: WordFile, one: Sought, held: Precedents) -> None:
    if not one.found:
        made.line(NOTHING)
    for number, found in enumerate(one.found, start=1):
        pair = found.candidate
        own = " (eigen ministerie)" if is_own(found, held.draft) else ""
        made.heading(f"{one.question.label}.{number}  {pair.subject or pair.case}{own}", 2)
        address = official_address(pair.case)
        made.line(f"{citation(pair)}.{f' {address}' if address else ''}")
        made.line(f"{likeness(found)}. Gedeelde woorden: {shared(found) or 'geen'}.", italic=True)
        made.quotation(pair.question)
        for answer in pair.answers:
            made.line("Het antwoord luidde:")
            made.quotation(answer)
