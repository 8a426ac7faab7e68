"""Record to row, row to record, and nothing else."""

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from navraag.documents.document import Document, Retrieval
from navraag.records.attribution import Attribution
from navraag.records.cases import Case, Source
from navraag.records.pages import Registration
from navraag.records.parsed import Parsed
from navraag.records.timeline import State
from navraag.store.codec import encode, kind_of
from navraag.store.roles import asker_rows, office_label
from navraag.store.views import CaseRow

Value = str | int | bytes | None
Row = tuple[Value, ...]
FOREVER = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSpan:
    """A case is in this state from one day up to, not including, another."""

    state: State
    start: date
    end: date = FOREVER


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEntry:
    """A case with what its clock says: the days that lists show, and its state on every day."""

    case: Case
    states: tuple[StateSpan, ...]
    due_on: date | None = None
    extended_until: date | None = None
    notice_on: date | None = None
    answered_on: date | None = None


def fold(words: str) -> str:
    """Small letters without accents, blanks made one: for comparing and searching.

    >>> fold("  Het  Coördinatieplan ")
    'het coordinatieplan'
    """
    if words.isascii():
        return " ".join(words.lower().split())
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


def iso(day: date | None) -> str | None:
    """A date as SQLite keeps it."""
    return day.isoformat() if day else None


def day_of(value: str | None) -> date | None:
    """A date as SQLite kept it."""
    return date.fromisoformat(value) if value else None


def stamp(moment: datetime) -> str:
    """A moment as SQLite keeps it: UTC, to the microsecond, so that texts sort as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def case_hash(data: bytes, entry: CaseEntry) -> str:
    """What tells a changed case from an unchanged one: its record, its clock, and where the askers stand."""
    clock = "|".join(f"{span.state}:{span.start}" for span in entry.states)
    dates = (entry.due_on, entry.extended_until, entry.notice_on, entry.answered_on)
    stances = [asker[-1] for asker in asker_rows(entry.case, 0)]
    return hashlib.sha256(data + f"{clock}{dates}{stances}".encode()).hexdigest()


def case_row(entry: CaseEntry, digest: str) -> Row:
    """The columns of case_row, without the id, in the order of the schema."""
    case = entry.case
    questions = case.questions.questions if case.questions else ()
    spellings = dict.fromkeys([case.number, case.subject, *(spelling.text for spelling in case.subjects)])
    return (
        case.number, digest, case.subject, fold(" ".join(spellings)), case.chamber, int(case.oral),
        int(case.provisional), case.tabled_on.year if case.tabled_on else None, iso(case.tabled_on),
        iso(entry.due_on), iso(entry.extended_until), iso(entry.notice_on), iso(entry.answered_on),
        ", ".join(asker_label(asker) for asker in case.askers),
        ", ".join(office_label(office) for office in case.addressees),
        len(questions), sum(1 for pair in case.pairs if pair.answers),
        sum(len(answers.answers) for answers in case.answers), len(case.pairs), len(case.notices), len(case.orphans),
        len(case.answers),
    )


def asker_label(asker: Attribution) -> str:
    """Name and party, "Jansen (D66)"; the words as printed where the name was not made out."""
    name = asker.name or asker.printed
    return f"{name} ({asker.party})" if asker.party else name


def case_sources(case: Case) -> Iterator[tuple[str, Source]]:
    """Every document behind a case, with its role there."""
    asked = case.questions.sources if case.questions else ()
    yield from (("questions", source) for source in asked)
    for answers in case.answers:
        yield from (("answers", source) for source in answers.sources)
    for notice in case.notices:
        yield from (("notice", source) for source in notice.sources)
    if case.withdrawal:
        yield from (("withdrawal", source) for source in case.withdrawal.sources)
    yield from (("version", version.source) for version in case.versions)


def case_publications(case: Case) -> Iterator[str]:
    """Every publication name that leads to the case."""
    papers = (case.questions, *case.answers, *case.notices, case.withdrawal)
    yield from (paper.publication for paper in papers if paper and paper.publication)
    yield from (source.publication for _, source in case_sources(case) if source.publication)


def case_entry_data(entry: CaseEntry) -> tuple[bytes, str]:
    """The record of a case as stored, and its hash."""
    data = encode(entry.case)
    return data, case_hash(data, entry)


def paper_row(sha256: str, row: int, parsed: Parsed) -> Row:
    """The columns of paper."""
    content = parsed.content
    registered = content if isinstance(content, Registration) else None
    return (
        sha256, row, parsed.layout, kind_of(content), encode(content), encode(parsed.problems),
        registered.number if registered else None,
        iso(registered.changed_on or registered.tabled_on) if registered else None,
    )


def retrieval_row(entry: Retrieval) -> Row:
    """The columns of retrieval."""
    return (
        entry.document_sha256, entry.source, entry.source_id, stamp(entry.retrieved_at), entry.url, entry.status,
        entry.etag, entry.last_modified,
    )


def document_of(row: tuple[str, str, int, str, str, str | None]) -> Document:
    """A Document out of the columns sha256, media_type, size, source, source_id, url."""
    sha256, media_type, size, source, source_id, url = row
    return Document(sha256=sha256, media_type=media_type, size=size, source=source, source_id=source_id, url=url)


CASE_COLUMNS = (
    "number, subject, chamber, oral, provisional, tabled_on, due_on, extended_until, notice_on, answered_on, askers, "
    "addressees, question_count, answered_count, answer_sets"
)


def case_row_of(row: tuple[object, ...], today: date) -> CaseRow:
    """One line of a list out of ``CASE_COLUMNS`` and the state on that day."""
    number, subject, chamber, oral, provisional, *rest = row
    tabled, due, extended, notice, answered, askers, addressees, questions, with_answer, answer_sets, state = rest
    tabled_on, answered_on = day_of(_text(tabled)), day_of(_text(answered))
    if answered_on and answered_on > today:
        answered_on = None
    notice_on = day_of(_text(notice))
    return CaseRow(
        number=str(number), subject=str(subject), state=state, chamber=chamber, oral=bool(oral),  # type: ignore[arg-type]
        provisional=bool(provisional), tabled_on=tabled_on, due_on=day_of(_text(due)),
        extended_until=day_of(_text(extended)), notice_on=notice_on, answered_on=answered_on,
        days=((answered_on or today) - tabled_on).days if tabled_on else None,
        askers=str(askers), addressees=str(addressees), question_count=int(str(questions)),
        answered_count=int(str(with_answer)), has_text=bool(questions or answer_sets),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
