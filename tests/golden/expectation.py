"""What a reader must find in a sample paper: made from its story, never from what a parser gave.

``expected(sheet, form)`` has the keys of PARSED.md. What a form does not print (a Word answer has no title of the questions)
is expected to be null or empty, as the conventions of the annotations say.
"""

from typing import Any

from navraag.replica.markup import Part
from navraag.replica.render_metadata import title_of
from navraag.replica.sheets import Sheet, sheets_of
from navraag.replica.story import Asker, Office
from navraag.replica.titles import notice_lines, notice_sentence
from navraag.replica.word_lines import signer, style_of

Shape = dict[str, Any]
KINDS = {
    "questions": "questions", "oral": "oral_questions", "delay_notice": "delay_notice", "withdrawal": "withdrawal",
    "answer": "answer", "further": "answer", "correction": "correction",
}
PRINTED = frozenset({"koop_xml", "koop_xml_old", "koop_html", "pdf", "plain_text_pdf"})
"""Forms with the whole masthead and both title lines."""
WORD = frozenset({"word", "plain_text_word"})
LAYOUTS = {
    "word": "tk_docx", "plain_text_pdf": "plain_text", "plain_text_word": "plain_text", "openkamer_text": "openkamer_page",
    "openkamer_html": "openkamer_page", "koop_metadata": "koop_metadata", "tk_syncfeed": "tk_entities",
}


def asker(member: Asker) -> Shape:
    """A member as PARSED.md shapes it."""
    return {"name": member.name, "party": member.party}


def office(asked: Office) -> Shape:
    """An office as PARSED.md shapes it."""
    return {"role": asked.role, "portfolio": asked.portfolio or None}


def answerer(holder: Office) -> Shape:
    """An answerer as PARSED.md shapes it."""
    return {"role": holder.role, "name": holder.name, "portfolio": holder.portfolio or None}


def question(part: Part) -> Shape:
    """A question: number, label where it is more than the number, words and note labels."""
    label = None if part.printed.isdigit() else part.printed
    return {"number": part.numbers[0], "label": label, "text": part.words, "footnotes": list(part.marks)}


def answer(part: Part) -> Shape:
    """An answer: numbers, words and note labels."""
    return {"numbers": list(part.numbers), "text": part.words, "footnotes": list(part.marks)}


def _unnumbered(sheet: Sheet, kind: str) -> str | None:
    words = [line.words for piece in sheet.pieces if piece.kind == kind for line in piece.lines]
    return "\n".join(words) or None


def _notice(sheet: Sheet, style: str) -> str | None:
    if sheet.paper is None or sheet.kind not in {"delay_notice", "withdrawal"}:
        return None
    return notice_sentence(sheet.case, sheet.paper) if style == "sentence" else "\n".join(notice_lines(sheet.case, sheet.paper))


def _see_also(sheet: Sheet) -> list[Shape]:
    return [{"session_year": year, "number": number} for year, number in (sheet.paper.see if sheet.paper else ())]


def _signed(sheet: Sheet) -> Shape:
    paper = sheet.paper
    if paper is None:
        return {"received_on": None, "answerers": [], "on_behalf_of": [], "see_also": []}
    return {
        "received_on": paper.on.isoformat(),
        "answerers": [answerer(holder) for holder in paper.by],
        "on_behalf_of": [office(asked) for asked in paper.behalf],
        "see_also": _see_also(sheet),
    }


def _asked(sheet: Sheet) -> Shape:
    case = sheet.case
    return {
        "tabled_on": case.tabled.isoformat(),
        "askers": [asker(member) for member in case.askers],
        "addressees": [office(asked) for asked in case.to],
        "subject": case.subject,
    }


_NOT_ASKED: Shape = {"tabled_on": None, "askers": [], "addressees": [], "subject": None}


def _body(sheet: Sheet) -> Shape:
    return {
        "questions": [question(part) for part in sorted(sheet.questions, key=lambda part: part.numbers[0])],
        "answers": [answer(part) for part in sheet.answers],
        "preamble": _unnumbered(sheet, "preamble"),
        "closing": _unnumbered(sheet, "closing"),
        "footnotes": [{"label": label, "text": text} for label, text in sheet.notes],
        "notice": _notice(sheet, ""),
    }


def _printed(sheet: Sheet, form: str) -> Shape:
    """A paper with masthead and title lines: KOOP's forms and the PDF."""
    also = sheet.paper.also if sheet.paper and form == "koop_html" else ()
    inside = form in {"koop_html", "koop_xml_old"} or sheet.paper is None
    numbers = [sheet.number, *also] if inside else []
    return {
        "question_numbers": numbers,
        "publication": sheet.publication,
        "appendix_number": sheet.appendix,
        "session_year": sheet.session_year,
        **_asked(sheet), **_signed(sheet), **_body(sheet),
    }


def _word_answer(sheet: Sheet) -> Shape:
    assert sheet.paper is not None
    shape = {
        "question_numbers": [sheet.number, *sheet.paper.also],
        "publication": None, "appendix_number": sheet.appendix, "session_year": None,
        **_NOT_ASKED, **_signed(sheet), **_body(sheet),
    }
    if style_of(sheet) != "sentence":
        return shape | _asked(sheet) if sheet.kind in {"delay_notice", "withdrawal"} else shape
    members = [asker(member) for member in sheet.case.askers]
    body = {"questions": [], "footnotes": [], "notice": _notice(sheet, "sentence")}
    return shape | body | {"askers": members, "subject": sheet.case.subject}


def _word_letter(sheet: Sheet) -> Shape:
    """A ministry's letter: what its sentences and the heading of its annex say."""
    assert sheet.paper is not None
    signed = [answerer(office) | {"name": signer(office)} for office in sheet.paper.by[:1]]
    return _word_answer(sheet) | _asked(sheet) | {"addressees": [], "appendix_number": None, "see_also": [], "answerers": signed}


def _word_question(sheet: Sheet) -> Shape:
    return {
        "question_numbers": [sheet.number], "publication": None, "appendix_number": None, "session_year": None,
        **_asked(sheet), **_signed(sheet), **_body(sheet),
    }


def metadata(sheet: Sheet) -> Shape:
    """What metadata.xml says of a publication."""
    case, paper = sheet.case, sheet.paper
    appended = [other.publication for other in sheets_of(case) if other.paper and other.paper.layouts]
    return {
        "publication": sheet.publication,
        "title": title_of(sheet),
        "question_numbers": [sheet.number, *(paper.also if paper else ())],
        "appendix_number": sheet.appendix,
        "session_year": sheet.session_year,
        "tabled_on": None if paper else case.tabled.isoformat(),
        "received_on": paper.on.isoformat() if paper else None,
        "topics": list(case.topics),
        "appendices": [] if paper else appended,
    }


def case_page(sheet: Sheet) -> Shape:
    """What an Open Kamer page says of a case: joint answers once, under the first of their questions."""
    question_sheet, *later = sheets_of(sheet.case)
    answer_sheet = next((other for other in later if other.kind == "answer"), None)
    notices = [other for other in later if other.kind == "delay_notice"]
    case = sheet.case
    return {
        "question_numbers": [case.number],
        "tabled_on": case.tabled.isoformat(),
        "received_on": answer_sheet.printed_on.isoformat() if answer_sheet else None,
        "askers": [asker(member) for member in case.askers],
        "subject": case.registered,
        "questions": [{"number": part.numbers[0], "text": part.words} for part in question_sheet.questions],
        "notice_on": notices[0].printed_on.isoformat() if notices else None,
        "sources": {
            "question": question_sheet.publication,
            "answer": answer_sheet.publication if answer_sheet else None,
        },
    }


def expected(sheet: Sheet, form: str) -> Shape:
    """The shape that a parser must find in a sheet printed in a form."""
    if form == "koop_metadata":
        return {"kind": "metadata", "layout": form, **metadata(sheet)}
    if form in {"openkamer_text", "openkamer_html"}:
        return {"kind": "case_page", "layout": "openkamer_page", **case_page(sheet)}
    if form in PRINTED:
        shape = _printed(sheet, form)
    elif sheet.paper is None:
        shape = _word_question(sheet)
    else:
        shape = _word_letter(sheet) if style_of(sheet) == "letter" else _word_answer(sheet)
    return {"kind": KINDS[sheet.kind], "layout": LAYOUTS.get(form, form), **shape}
