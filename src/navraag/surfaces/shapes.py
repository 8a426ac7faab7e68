"""Records → public JSON shapes: one place for the command line, the site, exports and feeds.

``parsed_shape`` is the contract of ``navraag parse FILE --json``; ``case_shape`` that of a whole case. Values are plain
dicts, lists, strings, numbers and None; dates are ISO strings; what is missing is null or an empty list, never absent.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from navraag.enrichment.references import cited
from navraag.records.answers import AnswerSet
from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseAnswers, CaseNotice, Pair, PairAnswer, Source
from navraag.records.evidence import Problem
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import CasePage, Other, PublicationMetadata, Registration
from navraag.records.papers import Answer, Heading, Question
from navraag.records.parsed import Content, Parsed
from navraag.records.questions import OralQuestions, QuestionSet
from navraag.records.text import Footnote, Paragraph, Text
from navraag.records.timeline import Timeline

Shape = dict[str, Any]


def iso(day: date | None) -> str | None:
    """A date as ``2020-02-10``, or None."""
    return day.isoformat() if day else None


_KINDS: dict[type[Content], str] = {
    QuestionSet: "questions", DelayNotice: "delay_notice", Withdrawal: "withdrawal", OralQuestions: "oral_questions",
    CasePage: "case_page", Registration: "registration", PublicationMetadata: "metadata", Other: "other",
}


def kind_of(content: Content) -> str:
    """The word by which PARSED.md names this kind of paper."""
    if isinstance(content, AnswerSet):
        return "correction" if content.kind == "correction" else "answer"
    return _KINDS[type(content)]


def asker_shape(asker: Attribution) -> Shape:
    """A member as an asker: name and party as printed."""
    return {"name": asker.name, "party": asker.party}


def office_shape(office: Attribution) -> Shape:
    """An office: rank in the singular and portfolio."""
    return {"role": office.role, "portfolio": office.portfolio}


def answerer_shape(answerer: Attribution) -> Shape:
    """An office with the name of who holds it."""
    return {"role": answerer.role, "name": answerer.name, "portfolio": answerer.portfolio}


def resolved_shape(who: Attribution) -> Shape:
    """Who or what a printed name or office was resolved to: ids as in our addresses, None where it stays open."""
    return {
        "person": who.person_id, "organization": who.organization_id, "post": who.post_id, "confidence": who.confidence,
        "candidates": list(who.candidates),
    }


def paragraph_shape(paragraph: Paragraph) -> Shape:
    """One paragraph with its structure; keys that say nothing are left out."""
    shape: Shape = {"kind": paragraph.kind, "text": paragraph.text}
    if paragraph.bullet:
        shape["bullet"] = paragraph.bullet
    if paragraph.cells:
        shape["cells"] = list(paragraph.cells)
    if paragraph.marks:
        shape["marks"] = [{"label": mark.label, "at": mark.at} for mark in paragraph.marks]
    if paragraph.links:
        shape["links"] = [{"start": link.start, "end": link.end, "url": link.url} for link in paragraph.links]
    return shape


def structured(text: Text) -> list[Shape]:
    """The paragraphs of a text where they hold more than words, else an empty list."""
    rich = any(p.kind != "paragraph" or p.marks or p.links for p in text.paragraphs)
    return [paragraph_shape(p) for p in text.paragraphs] if rich else []


def question_shape(question: Question) -> Shape:
    """A question with its number, words and note labels."""
    return {
        "number": question.number,
        "label": question.label,
        "heading": question.heading or None,
        "text": question.text.plain,
        "footnotes": list(question.text.labels),
        "paragraphs": structured(question.text),
    }


def answer_shape(answer: Answer) -> Shape:
    """An answer block with the questions that it answers."""
    return {
        "numbers": list(answer.numbers),
        "labels": list(answer.labels),
        "heading": answer.heading or None,
        "text": answer.text.plain,
        "footnotes": list(answer.text.labels),
        "see_also": list(answer.see_also),
        "paragraphs": structured(answer.text),
    }


def footnote_shape(note: Footnote) -> Shape:
    """A note with its label, words and addresses."""
    return {"label": note.label, "text": note.text, "urls": list(note.urls)}


def problem_shape(problem: Problem) -> Shape:
    """A problem as data."""
    return {"code": problem.code, "severity": problem.severity, "message": problem.message, "where": problem.where}


def heading_shape(heading: Heading) -> Shape:
    """The heading of a paper, as printed there."""
    return {
        "title": heading.title or None,
        "masthead": list(heading.masthead),
        "question_numbers": list(heading.question_numbers),
        "publication": heading.publication,
        "appendix_number": heading.appendix_number,
        "session_year": heading.session_year,
        "tabled_on": iso(heading.tabled_on),
        "received_on": iso(heading.received_on),
        "askers": [asker_shape(a) for a in heading.askers],
        "addressees": [office_shape(a) for a in heading.addressees],
        "answerers": [answerer_shape(a) for a in heading.answerers],
        "on_behalf_of": [office_shape(a) for a in heading.on_behalf_of],
        "subject": heading.subject,
        "see_also": [{"session_year": s.session_year, "number": s.number} for s in heading.see_also],
    }


def _texts(heading: Heading, *parts: Text, footnotes: Iterable[Footnote] = ()) -> list[str]:
    return [heading.title, *(part.plain for part in parts), *(note.text for note in footnotes)]


def _references(heading: Heading, texts: list[str]) -> list[str]:
    """Papers cited anywhere, normalised and distinct, but not the paper's own numbers (PARSED.md, convention 17)."""
    seen = [f"ah-tk-{s.session_year.replace('-', '')}-{s.number}" for s in heading.see_also]
    own = {heading.publication, *heading.question_numbers}
    if heading.publication and heading.publication.startswith("kv-tk-"):
        own.add(heading.publication.removeprefix("kv-tk-"))
    found = [target for text in texts for target in cited(text)]
    # The title block names "Zie ook" papers after its own words, so they come where the title stands.
    return [target for target in dict.fromkeys([*seen, *found]) if target not in own]


def _empty_body() -> Shape:
    return {
        "questions": [], "answers": [], "preamble": None, "closing": None, "footnotes": [], "notice": None,
        "references": [],
    }


def _body(content: QuestionSet | AnswerSet | DelayNotice | Withdrawal | OralQuestions) -> Shape:
    questions = content.questions
    answers = content.answers if isinstance(content, AnswerSet) else ()
    preamble = content.preamble if isinstance(content, QuestionSet | AnswerSet) else Text()
    closing = Text() if isinstance(content, OralQuestions) else content.closing
    notice = content.text if isinstance(content, DelayNotice | Withdrawal) else Text()
    extra = content.text if isinstance(content, OralQuestions) else Text()
    parts = [preamble, *(q.text for q in questions), *(a.text for a in answers), closing, notice, extra]
    return {
        "questions": [question_shape(q) for q in questions],
        "answers": [answer_shape(a) for a in answers],
        "preamble": preamble.plain or extra.plain or None,
        "closing": closing.plain or None,
        "footnotes": [footnote_shape(n) for n in content.footnotes],
        "notice": notice.plain or None,
        "references": _references(content.heading, _texts(content.heading, *parts, footnotes=content.footnotes)),
    }


def _case_page(page: CasePage) -> Shape:
    parts = [*(q.text for q in page.questions), *(a.text for a in page.answers), *(n.text for n in page.notices)]
    return {
        "questions": [question_shape(q) for q in page.questions],
        "answers": [answer_shape(a) for a in page.answers],
        "preamble": None,
        "closing": None,
        "footnotes": [footnote_shape(n) for n in page.footnotes],
        "notice": "\n".join(n.text.plain for n in page.notices) or None,
        "notice_on": iso(page.notices[0].announced_on) if page.notices else None,
        "notices": [{"announced_on": iso(n.announced_on), "text": n.text.plain} for n in page.notices],
        "references": _references(page.heading, _texts(page.heading, *parts, footnotes=page.footnotes)),
        "topics": list(page.topics),
        "sources": {
            "question": page.question_publication, "answer": page.answer_publication, "notice": page.notice_publication,
        },
        "question_title": page.question_title,
        "answer_title": page.answer_title,
    }


def content_shape(content: Content) -> Shape:
    """Heading and body of one paper, with every key of PARSED.md."""
    match content:
        case CasePage():
            return heading_shape(content.heading) | _case_page(content)
        case Registration():
            heading = Heading(
                question_numbers=(content.number,), subject=content.subject, tabled_on=content.tabled_on,
                askers=content.askers, addressees=content.addressees, session_year=content.session_year,
            )
            return heading_shape(heading) | _empty_body() | {"closed": content.closed, "entity_id": content.entity_id}
        case PublicationMetadata():
            return metadata_shape(content)
        case Other():
            heading = Heading(title=content.title, publication=content.publication)
            return heading_shape(heading) | _empty_body() | {"text": content.text.plain or None}
        case _:
            return heading_shape(content.heading) | _body(content)


def metadata_shape(metadata: PublicationMetadata) -> Shape:
    """The facts of KOOP's metadata about one publication."""
    heading = Heading(
        title=metadata.title or "", question_numbers=metadata.question_numbers, publication=metadata.publication,
        appendix_number=metadata.appendix_number, session_year=metadata.session_year, tabled_on=metadata.tabled_on,
        received_on=metadata.received_on, askers=metadata.askers, addressees=metadata.addressees,
    )
    return heading_shape(heading) | _empty_body() | {
        "publication_kind": metadata.kind, "status": metadata.status, "creator": metadata.creator,
        "appendices": list(metadata.appendices), "topics": list(metadata.topics),
        "available_on": iso(metadata.available_on), "issued_on": iso(metadata.issued_on),
        "modified_on": iso(metadata.modified_on),
    }


def parsed_shape(parsed: Parsed) -> Shape:
    """What ``navraag parse FILE --json`` prints."""
    return (
        {"kind": kind_of(parsed.content), "layout": parsed.layout}
        | content_shape(parsed.content)
        | {
            "problems": [problem_shape(p) for p in parsed.problems],
            "furniture": [{"kind": f.kind, "text": f.text} for f in parsed.furniture],
        }
    )


def source_shape(source: Source) -> Shape:
    """One document behind a record."""
    return {
        "sha256": source.sha256, "layout": source.layout, "publication": source.publication, "url": source.url,
    }


def _text_shape(text: Text) -> Shape | None:
    if not text.plain:
        return None
    return {"text": text.plain, "footnotes": list(text.labels), "paragraphs": structured(text)}


def answers_shape(answers: CaseAnswers) -> Shape:
    """One answer document of a case."""
    return {
        "id": answers.id, "kind": answers.kind, "title": answers.title or None, "publication": answers.publication,
        "appendix_number": answers.appendix_number, "session_year": answers.session_year,
        "received_on": iso(answers.received_on),
        "answerers": [answerer_shape(a) | resolved_shape(a) for a in answers.answerers],
        "on_behalf_of": [office_shape(a) | resolved_shape(a) for a in answers.on_behalf_of],
        "preamble": _text_shape(answers.preamble),
        "answers": [answer_shape(a) for a in answers.answers],
        "closing": _text_shape(answers.closing),
        "footnotes": [footnote_shape(n) for n in answers.footnotes],
        "see_also": [{"session_year": s.session_year, "number": s.number} for s in answers.see_also],
        "answers_cases": list(answers.answers_cases),
        "sources": [source_shape(s) for s in answers.sources],
    }


def notice_shape(notice: CaseNotice) -> Shape:
    """A delay notice or withdrawal."""
    return {
        "id": notice.id, "announced_on": iso(notice.announced_on),
        "announced_by": [answerer_shape(a) | resolved_shape(a) for a in notice.announced_by],
        "text": notice.text.plain, "reason": notice.reason, "publication": notice.publication,
        "sources": [source_shape(s) for s in notice.sources],
    }


def pair_answer_shape(given: PairAnswer) -> Shape:
    """An answer as one pair has it: from which answer document, jointly with which questions."""
    return {"answer_set": given.answer_set, "joint_with": list(given.joint_with)} | answer_shape(given.answer)


def pair_shape(pair: Pair) -> Shape:
    """A question with the answers that cover it."""
    return {
        "id": pair.id, "case": pair.case, "label": pair.label, "question": question_shape(pair.question),
        "answers": [pair_answer_shape(a) for a in pair.answers],
    }


def timeline_shape(clock: Timeline) -> Shape:
    """The clock of a case on one day."""
    return {
        "state": clock.state, "today": iso(clock.today), "due_on": iso(clock.due_on),
        "extended_until": iso(clock.extended_until), "notice_on": iso(clock.notice_on), "notice_day": clock.notice_day,
        "notice_in_time": clock.notice_in_time, "answered_on": iso(clock.answered_on), "days_taken": clock.days_taken,
        "days_over_three": clock.days_over_three, "days_over_six": clock.days_over_six,
        "recess_days": clock.recess_days, "known_until": iso(clock.known_until),
    }


def case_shape(case: Case, clock: Timeline | None = None) -> Shape:
    """A whole case. Without a clock it depends on nothing but the documents: that is what is fingerprinted."""
    asked = case.questions
    shape: Shape = {
        "number": case.number, "provisional": case.provisional, "chamber": case.chamber, "oral": case.oral,
        "subject": case.subject, "subjects": [{"text": s.text, "where": s.where} for s in case.subjects],
        "session_year": case.session_year, "tabled_on": iso(case.tabled_on),
        "askers": [asker_shape(a) | resolved_shape(a) for a in case.askers],
        "addressees": [office_shape(a) | {"name": a.name} | resolved_shape(a) for a in case.addressees],
        "topics": list(case.topics), "closed": case.closed, "former_numbers": list(case.former_numbers),
        "questions": {
            "title": asked.title or None, "publication": asked.publication, "preamble": _text_shape(asked.preamble),
            "questions": [question_shape(q) for q in asked.questions], "closing": _text_shape(asked.closing),
            "footnotes": [footnote_shape(n) for n in asked.footnotes],
            "sources": [source_shape(s) for s in asked.sources],
        } if asked else None,
        "answers": [answers_shape(a) for a in case.answers],
        "notices": [notice_shape(n) for n in case.notices],
        "withdrawal": notice_shape(case.withdrawal) if case.withdrawal else None,
        "pairs": [pair_shape(p) for p in case.pairs],
        "orphans": [pair_answer_shape(o) for o in case.orphans],
        "relations": [{"kind": r.kind, "target": r.target} for r in case.relations],
        "versions": [
            {"part": v.part, "printed_on": iso(v.printed_on), "text": v.text, "source": source_shape(v.source)}
            for v in case.versions
        ],
        "problems": [problem_shape(p) for p in case.problems],
    }
    if case.removed:
        shape["removed"] = [{"part": r.part, "publication": r.publication, "reason": r.reason, "on": iso(r.on)} for r in case.removed]
    return shape | {"timeline": timeline_shape(clock)} if clock else shape
