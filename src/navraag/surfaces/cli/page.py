"""A case as a page for the terminal: every field of Open Kamer's page, and what that page lacks."""

import textwrap
from collections.abc import Iterator

from navraag.records.cases import Case, CaseAnswers, CaseNotice, Pair, PairAnswer, Source
from navraag.records.text import Footnote, Paragraph, Text
from navraag.records.timeline import Timeline
from navraag.surfaces.dutch import LAYOUTS, days, dutch_date, holder, joined, member, office, state_words
from navraag.surfaces.links import publication_url

WIDTH = 96
_LABEL = 18
_RELATIONS = {
    "supplements": "Aanvulling op", "follows_up": "Vervolg op", "see_also": "Zie ook", "answers_together": "Samen beantwoord met",
}
_REMOVED = {"case": "alle tekst", "questions": "de vragen", "answers": "het antwoord", "notice": "de mededeling"}
_ANSWER_KINDS = {"first": "Antwoord", "further": "Nader antwoord", "correction": "Gecorrigeerd antwoord"}


def marked(paragraph: Paragraph) -> str:
    """The words of a paragraph with its note marks in brackets where they stand: "jeugd»[2] als"."""
    words = paragraph.text
    for mark in sorted(paragraph.marks, key=lambda m: m.at, reverse=True):
        words = f"{words[: mark.at]}[{mark.label}]{words[mark.at :]}"
    return words


def wrapped(text: Text, indent: str = "  ") -> Iterator[str]:
    """The lines of a text; list items keep their bullets, table rows their cells."""
    for paragraph in text.paragraphs:
        if paragraph.kind == "row":
            yield indent + " | ".join(paragraph.cells)
            continue
        bullet = f"{paragraph.bullet or '–'} " if paragraph.kind == "item" else ""
        lines = textwrap.wrap(marked(paragraph), WIDTH - len(indent) - len(bullet), break_on_hyphens=False, break_long_words=False)
        for number, line in enumerate(lines):
            yield indent + (bullet if number == 0 else " " * len(bullet)) + line


def field(label: str, value: str) -> Iterator[str]:
    """One line of the header, or several; nothing where there is no value."""
    if not value:
        return
    lines = textwrap.wrap(value, WIDTH - _LABEL, break_on_hyphens=False, break_long_words=False)
    for number, line in enumerate(lines):
        yield f"{label if number == 0 else '':{_LABEL}}{line}"


def _terms(clock: Timeline) -> Iterator[str]:
    if clock.due_on:
        extended = f"; na uitstel {dutch_date(clock.extended_until)}" if clock.extended_until else ""
        yield from field("Uiterste datum", dutch_date(clock.due_on) + extended)
    if clock.notice_on:
        judged = "op tijd" if clock.notice_in_time else "na de termijn"
        yield from field("Uitstelbericht", f"{dutch_date(clock.notice_on)}, op dag {clock.notice_day} ({judged})")
    over = [
        f"{days(number)} over {term}" for number, term in ((clock.days_over_three, "drie weken"), (clock.days_over_six, "zes weken"))
        if number and number > 0
    ]
    taken = f" (na {days(clock.days_taken)})" if clock.answered_on and clock.days_taken is not None else ""
    yield from field("Stand", state_words(clock) + (f": {', '.join(over)}" if over else "") + (taken if not clock.answered_on else ""))
    if clock.recess_days:
        yield from field("Reces", f"{days(clock.recess_days)} in deze periode; reces stopt de termijn niet")


def _answered(answers: CaseAnswers, clock: Timeline) -> Iterator[str]:
    first = clock.answered_on == answers.received_on and clock.days_taken is not None
    taken = f" (na {days(clock.days_taken or 0)})" if first else ""
    yield from field("Beantwoord" if answers.kind == "first" else _ANSWER_KINDS[answers.kind], dutch_date(answers.received_on) + taken)
    yield from field("Beantwoord door", joined([holder(a) for a in answers.answerers]))
    yield from field("Mede namens", joined([office(a) for a in answers.on_behalf_of]))


def header(case: Case, clock: Timeline) -> Iterator[str]:
    """Who asked whom, when; who answered, when; terms, topics and sources."""
    provisional = " (voorlopig nummer)" if case.provisional else ""
    yield f"Kamervraag {case.number}{provisional}"
    yield ""
    yield from textwrap.wrap(case.subject or "(zonder onderwerp)", WIDTH)
    yield ""
    yield from field("Ingediend", dutch_date(case.tabled_on))
    yield from field("Indiener" if len(case.askers) == 1 else "Indieners", joined([member(a) for a in case.askers]))
    yield from field("Gericht aan", joined([holder(a) if a.name else office(a) for a in case.addressees]))
    for answers in case.answers:
        yield from _answered(answers, clock)
    yield from _terms(clock)
    yield from field("Onderwerpen", "; ".join(case.topics))
    yield from _sources(case)
    for relation in case.relations:
        yield from field(_RELATIONS[relation.kind], relation.target)


def _papers(publication: str | None, sources: tuple[Source, ...]) -> str:
    """Where a part comes from: its official name, and the documents that print it."""
    printed = [s.url or LAYOUTS.get(s.layout, s.layout) for s in sources if s.publication != publication or not publication]
    return "; ".join(dict.fromkeys([publication_url(publication) or publication, *printed] if publication else printed))


def _sources(case: Case) -> Iterator[str]:
    if case.questions:
        yield from field("Bron vraag", _papers(case.questions.publication, case.questions.sources))
    for answers in case.answers:
        yield from field("Bron antwoord", _papers(answers.publication, answers.sources))
    for notice in case.notices:
        yield from field("Bron mededeling", _papers(notice.publication, notice.sources))


def _notes(notes: tuple[Footnote, ...]) -> Iterator[str]:
    for note in notes:
        yield from textwrap.wrap(f"[{note.label}] {note.text}", WIDTH - 2, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False, break_long_words=False)


def _answer(given: PairAnswer, case: Case, shown: set[tuple[str, tuple[int, ...]]]) -> Iterator[str]:
    kind = next((a.kind for a in case.answers if a.id == given.answer_set), "first")
    together = f" op vraag {joined([str(n) for n in given.joint_with])} samen" if len(given.joint_with) > 1 else ""
    key = (given.answer_set, given.answer.numbers)
    yield f"  {_ANSWER_KINDS[kind]}{together}"
    if key in shown:
        yield f"    Zie hierboven, bij vraag {given.joint_with[0] if given.joint_with else given.answer.numbers[0]}."
    else:
        shown.add(key)
        yield from wrapped(given.answer.text, "    ")


def pair_lines(pair: Pair, case: Case, shown: set[tuple[str, tuple[int, ...]]]) -> Iterator[str]:
    """A question with its answers beneath; a joint answer is printed once."""
    yield f"Vraag {pair.label}"
    yield from wrapped(pair.question.text)
    yield ""
    if not pair.answers:
        yield "  (geen antwoord)" if case.answers else "  (nog geen antwoord)"
    for given in pair.answers:
        yield from _answer(given, case, shown)
    yield ""


def _notice(title: str, notice: CaseNotice) -> Iterator[str]:
    by = f", {joined([holder(a) for a in notice.announced_by])}" if notice.announced_by else ""
    yield f"{title} – {dutch_date(notice.announced_on)}{by}"
    yield from wrapped(notice.text)
    yield ""


def _section(title: str, text: Text) -> Iterator[str]:
    if text.plain:
        yield title
        yield from wrapped(text)
        yield ""


def _rest(case: Case) -> Iterator[str]:
    for given in case.orphans:
        yield f"Antwoord zonder vraag ({joined([str(n) for n in given.answer.numbers]) or 'zonder nummer'})"
        yield from wrapped(given.answer.text)
        yield ""
    if case.questions:
        yield from _section("Toelichting bij de vragen", case.questions.closing)
    for answers in case.answers:
        yield from _section("Toelichting bij het antwoord", answers.closing)
    for notice in case.notices:
        yield from _notice("Mededeling", notice)
    if case.withdrawal:
        yield from _notice("Intrekking", case.withdrawal)
    asked = case.questions.footnotes if case.questions else ()
    for title, notes in (("Noten bij de vragen", asked), *(("Noten bij het antwoord", a.footnotes) for a in case.answers)):
        if notes and not (title.endswith("antwoord") and notes == asked):
            yield title
            yield from _notes(notes)
            yield ""
    if case.problems:
        yield "Wat opviel bij het lezen"
        for problem in case.problems:
            yield from textwrap.wrap(f"{problem.code}: {problem.message}", WIDTH, initial_indent="  ", subsequent_indent="    ")


def case_lines(case: Case, clock: Timeline) -> Iterator[str]:
    """The whole page of a case, line by line."""
    yield from header(case, clock)
    yield "─" * WIDTH
    for removed in case.removed:
        yield f"Verwijderd op {dutch_date(removed.on)} ({_REMOVED[removed.part]}): {removed.reason}"
    shown: set[tuple[str, tuple[int, ...]]] = set()
    if case.questions:
        yield from _section("Inleiding", case.questions.preamble)
    for answers in case.answers:
        yield from _section("Inleiding bij het antwoord", answers.preamble)
    for pair in case.pairs:
        yield from pair_lines(pair, case, shown)
    yield from _rest(case)
