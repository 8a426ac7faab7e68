"""What the records hold, as strings to lay back onto the source: each with the name of its field."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from navraag.parsing.account.alignment import Item, Segment
from navraag.records.answers import AnswerSet
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import CasePage, Other, PublicationMetadata, Registration
from navraag.records.papers import Answer, Heading, Question
from navraag.records.parsed import Parsed
from navraag.records.questions import OralQuestions, QuestionSet
from navraag.records.text import Footnote, Paragraph, Text

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)
_SHORT = 12
_BARE_NUMBER = re.compile(r"\(?\d{1,3}[a-z]?[.):]*")
MARK = ".mark"
LABEL = ".label"
BULLET = ".bullet"


def items_of(parsed: Parsed) -> tuple[Item, ...]:
    """Everything with words of its own, one item for each part that stands together."""
    content = parsed.content
    match content:
        case CasePage():
            found = _page(content)
        case Registration():
            found = iter(((Segment(label="subject", text=content.subject),),))
        case PublicationMetadata():
            found = _metadata(content)
        case Other():
            found = iter((_text(content.text, "text"),))
        case _:
            found = _paper(content)
    return tuple(item for item in found if item)


def facts_of(parsed: Parsed) -> tuple[Segment, ...]:
    """Numbers, ids and dates, which the source may print apart from the words."""
    content = parsed.content
    match content:
        case PublicationMetadata():
            return tuple(_metadata_facts(content))
        case Registration():
            return tuple(_registration_facts(content))
        case Other():
            # The title of another paper is one of its lines, or stands in metadata that the page does not show.
            named = (("title", content.title), ("publication", content.publication))
            return tuple(Segment(label=label, text=text) for label, text in named if text)
        case _:
            return (*_heading_facts(content.heading), *(_page_facts(content) if isinstance(content, CasePage) else ()))


def furniture_of(parsed: Parsed) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """What was set aside, by kind: lines, and pieces so short (page numbers) that only those standing free can be meant."""
    pieces = [Segment(label=f"furniture.{piece.kind}", text=piece.text) for piece in parsed.furniture]
    return tuple(p for p in pieces if len(p.text) > _SHORT), tuple(p for p in pieces if len(p.text) <= _SHORT)


def _paper(content: QuestionSet | AnswerSet | DelayNotice | Withdrawal | OralQuestions) -> Iterator[Item]:
    for line in content.heading.masthead:
        yield (Segment(label="masthead", text=line),)
    yield (Segment(label="title", text=content.heading.title),)
    if isinstance(content, QuestionSet | AnswerSet):
        yield _text(content.preamble, "preamble")
    yield from _questions(content.questions)
    if isinstance(content, AnswerSet):
        yield from _answers(content.answers)
    if isinstance(content, DelayNotice | Withdrawal):
        yield _text(content.text, "notice")
    if isinstance(content, OralQuestions):
        yield _text(content.text, "text")
    else:
        yield _text(content.closing, "closing")
    yield from _notes(content.footnotes)


def _questions(questions: Iterable[Question]) -> Iterator[Item]:
    seen: set[str] = set()
    for question in questions:
        label = f"question.{question.label or question.number}"
        # A joint heading ("Vraag 4 en 5") is printed once, above its first question.
        # The number of an automatic list ("1.") is shown but is no character of a Word file.
        repeated = question.heading in seen or bool(_BARE_NUMBER.fullmatch(question.heading))
        seen.add(question.heading)
        heading = Segment(label=f"{label}.heading", text=question.heading, kind="optional" if repeated else "words")
        yield (heading, *_text(question.text, f"{label}.text"))


def _answers(answers: Iterable[Answer]) -> Iterator[Item]:
    for answer in answers:
        label = f"answer.{'-'.join(answer.labels or map(str, answer.numbers))}"
        bare = bool(_BARE_NUMBER.fullmatch(answer.heading))
        heading = Segment(label=f"{label}.heading", text=answer.heading, kind="optional" if bare else "words")
        yield (heading, *_text(answer.text, f"{label}.text"))


def _notes(notes: Iterable[Footnote]) -> Iterator[Item]:
    for note in notes:
        printed = note.label.lstrip("wt").partition("-")[0]
        yield (
            Segment(label=f"footnote.{note.label}{LABEL}", text=printed, kind="optional", alternatives=(f"[{printed}]", f"{printed})")),
            *(Segment(label=f"footnote.{note.label}", text=line) for line in note.text.split("\n")),
        )


def _text(text: Text, label: str) -> Item:
    return tuple(segment for paragraph in text.paragraphs for segment in _paragraph(paragraph, label))


def _paragraph(paragraph: Paragraph, label: str) -> Iterator[Segment]:
    """A paragraph cut at its note marks."""
    if paragraph.bullet:
        yield Segment(label=f"{label}{BULLET}", text=paragraph.bullet, kind="optional")
    start = 0
    for mark in paragraph.marks:
        if mark.at > start:
            yield Segment(label=label, text=paragraph.text[start : mark.at])
            start = mark.at
        yield Segment(label=f"{label}{MARK}", text=mark.label.lstrip("wt"), kind="mark")
    if start < len(paragraph.text):
        yield Segment(label=label, text=paragraph.text[start:])


def _page(page: CasePage) -> Iterator[Item]:
    heading = page.heading
    yield (Segment(label="title", text=heading.title),)
    for kind, people in (("askers", heading.askers), ("answerers", heading.answerers)):
        for person in people:
            yield (Segment(label=kind, text=person.printed),)
    answers = {answer.numbers[0]: answer for answer in page.answers if answer.numbers}
    for question, item in zip(page.questions, _questions(page.questions), strict=True):
        answer = answers.get(question.number)
        yield (*item, *_text(answer.text, f"answer.{question.number}.text")) if answer else item
    for notice in page.notices:
        yield (*_day("notice.announced_on", notice.announced_on), *_text(notice.text, "notice"))
    yield from _notes(page.footnotes)
    for label, title in (("question_title", page.question_title), ("answer_title", page.answer_title)):
        if title:
            yield (Segment(label=label, text=title),)


def _day(label: str, day: date | None) -> Iterator[Segment]:
    if day is None:
        return
    month = _MONTHS[day.month - 1]
    yield Segment(
        label=label, text=f"{day.day} {month} {day.year}", kind="optional",
        alternatives=(day.isoformat(), f"{day.day:02} {month} {day.year}", f"{day.day} {month[:3]} {day.year}", f"{day:%d-%m-%Y}"),
    )


def _heading_facts(heading: Heading) -> Iterator[Segment]:
    for number in heading.question_numbers:
        yield Segment(label="question_numbers", text=number, alternatives=(number.replace("Z", "Z "),))
    if heading.publication:
        site = f"https://zoek.officielebekendmakingen.nl/{heading.publication}.html"
        yield Segment(label="publication", text=site, alternatives=(heading.publication,))
    if heading.appendix_number:
        yield Segment(label="appendix_number", text=f"AH {heading.appendix_number}", alternatives=(str(heading.appendix_number),))
    if heading.session_year:
        yield Segment(label="session_year", text=heading.session_year, alternatives=(heading.session_year.replace("-", "–"),))
    yield from _day("tabled_on", heading.tabled_on)
    yield from _day("received_on", heading.received_on)
    if heading.subject:
        yield Segment(label="subject", text=heading.subject)
    for label, people in (("askers", heading.askers), ("answerers", heading.answerers)):
        for person in people:
            yield Segment(label=label, text=person.printed)


def _registration_facts(registered: Registration) -> Iterator[Segment]:
    yield Segment(label="number", text=registered.number)
    if registered.session_year:
        yield Segment(label="session_year", text=registered.session_year)
    if registered.tabled_on:
        yield Segment(label="tabled_on", text=f"{registered.tabled_on.isoformat()}T00:00:00", alternatives=(registered.tabled_on.isoformat(),))
    yield Segment(label="closed", text=str(registered.closed).lower())


def _page_facts(page: CasePage) -> Iterator[Segment]:
    """Ids and days of a case page: each id stands there as an address and again as a number."""
    for label, publication in (
        ("question_publication", page.question_publication),
        ("answer_publication", page.answer_publication),
        ("notice_publication", page.notice_publication),
    ):
        if publication:
            yield Segment(label=label, text=f"https://zoek.officielebekendmakingen.nl/{publication}.html")
            yield Segment(label=label, text=publication)
    for topic in page.topics:
        yield Segment(label="topics", text=topic, alternatives=(topic.lower(),))
    if page.days_printed is not None:
        yield Segment(label="days_printed", text=f"(na {page.days_printed} dagen)", alternatives=(f"(na {page.days_printed} dag)",))


def _metadata(content: PublicationMetadata) -> Iterator[Item]:
    if content.title:
        yield (Segment(label="title", text=content.title),)


def _metadata_facts(content: PublicationMetadata) -> Iterator[Segment]:
    yield Segment(label="publication", text=content.publication)
    named = (("creator", content.creator), ("kind", content.kind), ("status", content.status))
    yield from (Segment(label=label, text=text) for label, text in named if text)
    for label, people in (("askers", content.askers), ("addressees", content.addressees)):
        yield from (Segment(label=label, text=person.printed) for person in people)
    for label, texts in (("topics", content.topics), ("appendices", content.appendices)):
        yield from (Segment(label=label, text=text) for text in texts)
    for number in content.question_numbers:
        yield Segment(label="question_numbers", text=number)
    if content.session_year:
        yield Segment(label="session_year", text=content.session_year)
    if content.appendix_number is not None:
        yield Segment(label="appendix_number", text=str(content.appendix_number))
    for label in ("tabled_on", "received_on", "available_on", "issued_on", "modified_on"):
        yield from _day(label, getattr(content, label))
