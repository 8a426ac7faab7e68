"""A case in the layout of Open Kamer's page, so that the page that the project started from can be printed again."""

from collections.abc import Iterator

from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseAnswers, CaseNotice, Pair
from navraag.records.text import Paragraph, Text
from navraag.records.timeline import Timeline
from navraag.surfaces.dutch import days, dutch_date, member
from navraag.surfaces.links import publication_url


def _glued(paragraph: Paragraph) -> str:
    """Words with the note marks glued in, as that page prints them."""
    words = paragraph.text
    for mark in sorted(paragraph.marks, key=lambda m: m.at, reverse=True):
        words = words[: mark.at] + mark.label + words[mark.at :]
    return words


def _answerer(attribution: Attribution) -> str:
    post = " ".join(part for part in (attribution.role, attribution.portfolio) if part).lower()
    parts = [attribution.name or "", f"({post})" if post else "", f"({attribution.party})" if attribution.party else ""]
    return " ".join(part for part in parts if part)


def _header(case: Case, first: CaseAnswers | None, clock: Timeline) -> Iterator[str]:
    yield f"Kamervraag {case.number}"
    yield ""
    yield case.subject
    yield ""
    yield f"Ingediend {dutch_date(case.tabled_on)}"
    if first:
        taken = f" (na {days(clock.days_taken)})" if clock.days_taken is not None else ""
        yield f"Beantwoord {dutch_date(first.received_on)}{taken}"
    yield f"{'Indiener' if len(case.askers) == 1 else 'Indieners'} {', '.join(member(a) for a in case.askers)}"
    if first:
        yield f"Beantwoord door {', '.join(_answerer(a) for a in first.answerers)}"
    if case.topics:
        yield f"Onderwerpen {' '.join(case.topics).lower()}"  # that page prints them small
    if case.questions and case.questions.publication:
        yield f"Bron vraag {publication_url(case.questions.publication)}"
    if first and first.publication:
        yield f"Bron antwoord {publication_url(first.publication)}"


def _paragraphs(text: Text) -> Iterator[str]:
    for paragraph in text.paragraphs:
        yield f"    {_glued(paragraph)}"


def _pair(pair: Pair) -> Iterator[str]:
    yield f"  • Vraag {pair.label}"
    yield from _paragraphs(pair.question.text)
    for number, given in enumerate(pair.answers[:1]):
        yield ""
        if number == 0:
            yield from _paragraphs(given.answer.text)
    yield ""


def _notice(notice: CaseNotice) -> Iterator[str]:
    yield f"  • Mededeling - {dutch_date(notice.announced_on)}"
    yield ""
    yield from _paragraphs(notice.text)
    yield ""


def openkamer_lines(case: Case, clock: Timeline) -> Iterator[str]:
    """The page, line by line; only the first answer is shown, as there."""
    first = case.answers[0] if case.answers else None
    yield from _header(case, first, clock)
    for pair in case.pairs:
        yield from _pair(pair)
    for notice in case.notices:
        yield from _notice(notice)
    yield ""
    if case.questions and case.questions.publication:
        yield f"Kamervraag document nummer: {case.questions.publication}"
        yield f"Volledige titel: {case.questions.title or case.subject}"
    if first and first.publication:
        yield f"Kamerantwoord document nummer: {first.publication}"
        yield f"Volledige titel: {first.title}"
