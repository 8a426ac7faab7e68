"""The flat sheets of every export: their columns, and the rows that one case gives.

One definition serves CSV, Parquet and the codebook, so that none of them can say something else than the others.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from navraag.enrichment.in_time import in_time
from navraag.lexicon.cabinets import cabinet_on, stance
from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseAnswers, CaseNotice, Pair
from navraag.records.found import Finding
from navraag.records.people import Person
from navraag.records.timeline import Timeline
from navraag.surfaces.exports.table import Column, Row
from navraag.surfaces.finding_shapes import finding_shape
from navraag.surfaces.links import case_path, pair_path, publication_url
from navraag.surfaces.shapes import Shape

LISTED = "; "
"""What stands between the values of a column that holds several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A case with all that an export says of it: its clock on the day of the export, and its findings."""

    case: Case
    clock: Timeline
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of an export: a row function gives the rows of a case, in the order of the columns.

    ``key`` are the columns that tell rows apart, ``looked_up_by`` those by which they are found.
    """

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Told], Iterable[Row]] = lambda _: ()
    looked_up_by: tuple[str, ...] = ()


def _listed(values: Iterable[str | None]) -> str | None:
    return LISTED.join(dict.fromkeys(value for value in values if value)) or None


def _names(people: Iterable[Attribution]) -> str | None:
    return _listed(one.name or one.printed for one in people)


def _stances(case: Case) -> str | None:
    """Where the parties of the askers stood on the day of tabling."""
    day = case.tabled_on
    return _listed(stance(one.organization_id, day) for one in case.askers if one.organization_id) if day else None


def _offices(people: Iterable[Attribution]) -> str | None:
    return _listed(" ".join(part for part in (one.role, one.portfolio) if part) or one.printed for one in people)


def _set_row(told: Told) -> Iterator[Row]:
    case, clock = told.case, told.clock
    decided = in_time(clock)
    first = min((one for one in case.answers if one.received_on), key=lambda one: str(one.received_on), default=None)
    cabinet = cabinet_on(case.tabled_on) if case.tabled_on else None
    asked = case.questions
    yield (
        case.number, case.provisional, case.chamber, case.oral, case.subject, case.session_year, case.tabled_on,
        _names(case.askers), _listed(one.party for one in case.askers), _listed(one.person_id for one in case.askers),
        _stances(case), cabinet.name if cabinet else None,
        _offices(case.addressees), _listed(one.organization_id for one in case.addressees), _listed(one.post_id for one in case.addressees),
        _listed(case.topics), len(asked.questions) if asked else 0, sum(1 for pair in case.pairs if pair.answers),
        clock.state, clock.due_on, clock.extended_until, clock.notice_on, clock.notice_day, clock.notice_in_time,
        clock.answered_on, clock.days_taken, clock.days_over_three, clock.days_over_six, clock.recess_days,
        decided.strict, decided.listed, decided.noticed,
        _names(first.answerers) if first else None, len(case.answers), len(case.notices),
        asked.publication if asked else None, _listed(one.publication for one in case.answers),
        publication_url(asked.publication) if asked and asked.publication else None, case_path(case.number),
    )


_SETS = (
    Column(name="number", kind=str, about="Number of the case: the Zaak number, else the name of its publication"),
    Column(name="provisional", kind=bool, about="The Zaak number is not known yet"),
    Column(name="chamber", kind=str, about="tk: Tweede Kamer, ek: Eerste Kamer"),
    Column(name="oral", kind=bool, about="Oral questions, which have no term"),
    Column(name="subject", kind=str, about="Subject of the questions"),
    Column(name="session_year", kind=str, about="Session year of the questions, 2019-2020"),
    Column(name="tabled_on", kind=date, about="Day on which the questions were tabled"),
    Column(name="askers", kind=str, about="Names of the members who asked, in printed order"),
    Column(name="asker_parties", kind=str, about="Their parties as printed"),
    Column(name="asker_ids", kind=str, about="Ids of the persons, where the names are resolved"),
    Column(name="stances", kind=str, about="Where their parties stood on the day of tabling: coalition, opposition, neither (supporting from outside)"),
    Column(name="cabinet", kind=str, about="The cabinet in office on the day of tabling"),
    Column(name="addressees", kind=str, about="Offices that were asked, as printed"),
    Column(name="ministries", kind=str, about="Ids of their ministries: one id through all names that a ministry bore"),
    Column(name="posts", kind=str, about="Ids of the posts that were asked"),
    Column(name="topics", kind=str, about="Topics given by the publisher"),
    Column(name="questions", kind=int, about="How many numbered questions it has"),
    Column(name="answered_questions", kind=int, about="To how many of these an answer is held"),
    Column(name="state", kind=str, about="State on the day of the export: open, open_noticed, overdue_three, overdue_six, answered_in_time, answered_in_extended_term, answered_late, withdrawn, unknown, no_clock"),
    Column(name="due_on", kind=date, about="Last day of the term of three weeks"),
    Column(name="extended_until", kind=date, about="Last day of the term of six weeks, where a delay notice was given"),
    Column(name="notice_on", kind=date, about="Day of the first delay notice"),
    Column(name="notice_day", kind=int, about="Calendar days from tabling to the first notice"),
    Column(name="notice_in_time", kind=bool, about="Whether the first notice came within the first term"),
    Column(name="answered_on", kind=date, about="Day on which the first answer was received"),
    Column(name="days_taken", kind=int, about="Calendar days from tabling to the first answer"),
    Column(name="days_over_three", kind=int, about="Calendar days over three weeks: of the answer, or so far"),
    Column(name="days_over_six", kind=int, about="Calendar days over six weeks: of the answer, or so far"),
    Column(name="recess_days", kind=int, about="Days of recess within the time taken; they do not stop the clock"),
    Column(name="in_time_strict", kind=bool, about="Answered within three weeks, whatever notice came; empty while undecided"),
    Column(name="in_time_listed", kind=bool, about="Answered within three weeks, or six after a notice; empty while undecided"),
    Column(name="in_time_noticed", kind=bool, about="Answered, or a notice given, within three weeks; empty while undecided"),
    Column(name="answered_by", kind=str, about="Names under the first answer"),
    Column(name="answer_papers", kind=int, about="How many answer papers are held"),
    Column(name="notices", kind=int, about="How many delay notices are held"),
    Column(name="question_publication", kind=str, about="Publication of the questions"),
    Column(name="answer_publications", kind=str, about="Publications of the answers"),
    Column(name="source_url", kind=str, about="Official address of the questions"),
    Column(name="page", kind=str, about="Path of the page of the case on a site of Navraag"),
)


def _pair_rows(told: Told) -> Iterator[Row]:
    papers = {paper.id: paper for paper in told.case.answers}
    notes = {note.label: note.text for note in told.case.questions.footnotes} if told.case.questions else {}
    for pair in told.case.pairs:
        if not pair.answers:
            yield (*_asked(told.case, pair, notes), 0, *([None] * 9))
        for place, given in enumerate(pair.answers, 1):
            yield (*_asked(told.case, pair, notes), place, *_given(pair, place - 1, papers.get(given.answer_set)))


def _asked(case: Case, pair: Pair, notes: dict[str, str]) -> Row:
    said = LISTED.join(f"{label}: {notes[label]}" for label in pair.question.text.labels if label in notes)
    return (pair.id, case.number, pair.label, case.tabled_on, pair.question.text.plain, said or None, pair_path(case.number, pair.label))


def _given(pair: Pair, at: int, paper: CaseAnswers | None) -> Row:
    given = pair.answers[at]
    notes = {note.label: note.text for note in paper.footnotes} if paper else {}
    said = LISTED.join(f"{label}: {notes[label]}" for label in given.answer.text.labels if label in notes)
    return (
        given.answer_set, paper.kind if paper else None, paper.received_on if paper else None,
        _names(paper.answerers) if paper else None, _offices(paper.answerers) if paper else None,
        LISTED.join(map(str, given.joint_with)) or None, given.answer.text.plain, said or None,
        LISTED.join(map(str, given.answer.see_also)) or None,
    )


_PAIRS = (
    Column(name="id", kind=str, about="Id of the pair: number of the case, a slash, printed number of the question"),
    Column(name="case", kind=str, about="Number of the case"),
    Column(name="label", kind=str, about="Printed number of the question; one that was printed twice has -2 behind it"),
    Column(name="tabled_on", kind=date, about="Day on which the question was tabled"),
    Column(name="question", kind=str, about="Words of the question; paragraphs are separated by a line end, note marks are left out"),
    Column(name="question_notes", kind=str, about="Notes of the question: label, colon, words"),
    Column(name="page", kind=str, about="Path of the page of the pair on a site of Navraag"),
    Column(name="answer_place", kind=int, about="Which answer to the question this row holds, from 1; 0 where no answer is held"),
    Column(name="answer_paper", kind=str, about="Id of the answer paper"),
    Column(name="answer_kind", kind=str, about="first, further or correction"),
    Column(name="received_on", kind=date, about="Day on which this answer was received"),
    Column(name="answered_by", kind=str, about="Names under the answer"),
    Column(name="answering_offices", kind=str, about="Offices of those who answered, as printed"),
    Column(name="joint_with", kind=str, about="Numbers of the questions that are answered together"),
    Column(name="answer", kind=str, about="Words of the answer; paragraphs are separated by a line end, note marks are left out"),
    Column(name="answer_notes", kind=str, about="Notes of the answer: label, colon, words"),
    Column(name="see_also", kind=str, about="Questions to whose answer this one only refers"),
)


def _notice_rows(told: Told) -> Iterator[Row]:
    withdrawn = (("withdrawal", told.case.withdrawal),) if told.case.withdrawal else ()
    told_of: tuple[tuple[str, CaseNotice], ...] = (*(("delay", one) for one in told.case.notices), *withdrawn)
    for place, (kind, notice) in enumerate(told_of, 1):
        days = (notice.announced_on - told.case.tabled_on).days if notice.announced_on and told.case.tabled_on else None
        yield (
            told.case.number, place, kind, notice.announced_on, days, _names(notice.announced_by), _offices(notice.announced_by),
            notice.reason, notice.text.plain, notice.publication,
            publication_url(notice.publication) if notice.publication else None,
        )


_NOTICES = (
    Column(name="case", kind=str, about="Number of the case"),
    Column(name="place", kind=int, about="Which notice of the case this is, from 1"),
    Column(name="kind", kind=str, about="delay: the answer is postponed; withdrawal: the questions are withdrawn"),
    Column(name="announced_on", kind=date, about="Day of the notice"),
    Column(name="day", kind=int, about="Calendar days from tabling to the notice"),
    Column(name="announced_by", kind=str, about="Names under the notice"),
    Column(name="offices", kind=str, about="Their offices as printed"),
    Column(name="reason", kind=str, about="Kind of reason that its words give: information_not_received, coordination, other"),
    Column(name="text", kind=str, about="Words of the notice"),
    Column(name="publication", kind=str, about="Publication of the notice"),
    Column(name="source_url", kind=str, about="Official address of the notice"),
)


def _finding_rows(told: Told) -> Iterator[Row]:
    for finding in told.findings:
        found = finding.found
        yield (
            finding.pair_id, finding.case, finding.part, LISTED.join(finding.labels) or None, finding.paper or None, finding.note or None,
            found.kind, found.key or None, found.quote, found.start, found.end, found.earliest, found.latest,
            _detail(finding_shape(finding)), found.rule, finding.enrichment, finding.version,
        )


def _detail(shape: Shape) -> str | None:
    """What a finding says besides its common columns: name, equals sign, value."""
    known = {"kind", "quote", "rule", "where", "earliest", "latest"}
    return LISTED.join(f"{key}={value}" for key, value in shape.items() if key not in known and value not in (None, "", [])) or None


_FINDINGS = (
    Column(name="pair", kind=str, about="The pair in which it stands, or the case where it stands in none"),
    Column(name="case", kind=str, about="Number of the case"),
    Column(name="part", kind=str, about="question, answer, footnote, preamble, closing or notice"),
    Column(name="labels", kind=str, about="Printed numbers of the questions that it belongs to"),
    Column(name="paper", kind=str, about="Id of the answer paper or notice; empty for the questions"),
    Column(name="note", kind=str, about="Label of the footnote in which it stands"),
    Column(name="kind", kind=str, about="reference, commitment, intention, announced_action, expectation, ongoing, data_gap, refusal, referral, status, figure, name or outlet"),
    Column(name="key", kind=str, about="What registers group by: target of a reference, id of a name or outlet, reason, ground"),
    Column(name="quote", kind=str, about="The words"),
    Column(name="start", kind=int, about="Offset of the first letter in the text of that part, counted in code points"),
    Column(name="end", kind=int, about="Offset behind the last letter"),
    Column(name="earliest", kind=date, about="First day of the time that the words mean"),
    Column(name="latest", kind=date, about="Last day of that time"),
    Column(name="detail", kind=str, about="All else that the rule says, as name=value"),
    Column(name="rule", kind=str, about="The rule that found it"),
    Column(name="reader", kind=str, about="The reader that the rule belongs to"),
    Column(name="version", kind=str, about="Version of that reader"),
)

SHEETS: tuple[Sheet, ...] = (
    Sheet(name="sets", about="One row for each set of questions", key=("number",), columns=_SETS, rows=_set_row, looked_up_by=("number", "tabled_on")),
    Sheet(name="pairs", about="One row for each question and each answer to it; a question without an answer has one row", key=("id", "answer_place"), columns=_PAIRS, rows=_pair_rows, looked_up_by=("id", "case")),
    Sheet(name="notices", about="One row for each delay notice and each withdrawal", key=("case", "place"), columns=_NOTICES, rows=_notice_rows, looked_up_by=("case",)),
    Sheet(name="findings", about="One row for each finding: found by rules, with the exact words; see the page on their precision", key=(), columns=_FINDINGS, rows=_finding_rows, looked_up_by=("case", "kind")),
)


def person_row(person: Person, asked: int, addressed: int) -> Row:
    """A person in the sheet of persons, with the number of cases as asker, and as minister or state secretary."""
    outside = {one.scheme: one.identifier for one in person.identifiers}
    return (
        person.id, person.name, person.family_name, person.prefix or None, person.given_name or None, person.initials or None,
        outside.get("tweedekamer"), outside.get("wikidata"), asked, addressed,
    )


PERSONS = Sheet(
    name="persons", about="One row for each person who asked, was asked or answered", key=("id",), looked_up_by=("id",),
    columns=(
        Column(name="id", kind=str, about="Id of the person: the end of the address of the page"),
        Column(name="name", kind=str, about="Usual name in full"),
        Column(name="family_name", kind=str, about="Family name"),
        Column(name="prefix", kind=str, about="What stands before the family name: van der"),
        Column(name="given_name", kind=str, about="Given name"),
        Column(name="initials", kind=str, about="Initials as officially written"),
        Column(name="tweedekamer", kind=str, about="Id at the Tweede Kamer"),
        Column(name="wikidata", kind=str, about="Id at Wikidata"),
        Column(name="asked", kind=int, about="Number of cases in which the person asked"),
        Column(name="addressed", kind=int, about="Number of cases in which the person was asked or answered"),
    ),
)
