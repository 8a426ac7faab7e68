"""What the registry answers with: rows of lists, pages, counts and documents, ready to be shown."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from navraag.documents.document import Document, Retrieval
from navraag.lexicon.cabinets import Stance
from navraag.records.cases import Chamber
from navraag.records.evidence import Severity
from navraag.records.timeline import State

Order = Literal["newest", "oldest", "longest_open", "last_answered"]
Kind = Literal["real", "samples", "empty"]

OPEN_STATES: tuple[State, ...] = ("open", "open_noticed", "overdue_three", "overdue_six")
OVERDUE_STATES: tuple[State, ...] = ("overdue_three", "overdue_six")
ANSWERED_STATES: tuple[State, ...] = ("answered_in_time", "answered_in_extended_term", "answered_late")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases of a list: every field given must hold; ``today`` is the day on which states are taken.

    ``text`` are words that all stand in the number or in any spelling of the subject; capitals and accents do not
    matter. ``asker``, ``party``, ``ministry`` (an addressee: name of the office, of the ministry or of the person)
    and ``topic`` are values as ``facets`` gives them; a party and a ministry also by their codes, and by any name that
    they ever bore. ``member`` (one who asked) and ``official`` (a minister or state secretary who was asked, or answered)
    are ids of persons. ``year`` is the calendar year in which questions were tabled.
    """

    today: date
    text: str = ""
    states: tuple[State, ...] = ()
    asker: str | None = None
    party: str | None = None
    ministry: str | None = None
    topic: str | None = None
    member: str | None = None
    official: str | None = None
    stance: Stance | None = None
    year: int | None = None
    chamber: Chamber | None = None
    oral: bool | None = None
    order: Order = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One line of a list. ``askers`` reads "Jansen (D66), De Vries (VVD)"; ``addressees`` names offices or persons.

    ``days`` counts from the day tabled to the answer, or to the day of the filter where there is none.
    """

    number: str
    subject: str
    state: State
    chamber: Chamber
    oral: bool
    provisional: bool
    tabled_on: date | None
    due_on: date | None
    extended_until: date | None
    notice_on: date | None
    answered_on: date | None
    days: int | None
    askers: str
    addressees: str
    question_count: int
    answered_count: int
    has_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """One page of a list, and how many cases the whole list has."""

    rows: tuple[CaseRow, ...]
    total: int
    offset: int
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value to choose (as the filter takes it), and how many cases of the list have it.

    ``key`` is the id of the person, the code of the party or the line of the ministry, where it is known which.
    """

    value: str
    count: int
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Values by which the list can be narrowed, the most frequent first (years: the newest first)."""

    years: tuple[FacetValue, ...]
    states: tuple[FacetValue, ...]
    parties: tuple[FacetValue, ...]
    ministries: tuple[FacetValue, ...]
    topics: tuple[FacetValue, ...]
    askers: tuple[FacetValue, ...]
    officials: tuple[FacetValue, ...]
    stances: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """Up to which day a source is known to be complete."""

    source: str
    known_until: date
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the registry holds on a day. Cases of the Eerste Kamer and oral questions are counted apart.

    ``open`` and ``overdue`` count only up to the day that sources are known to be complete; ``unknown`` is the rest.
    """

    cases: int
    questions: int
    answers: int
    pairs: int
    notices: int
    open: int
    overdue: int
    answered: int
    withdrawn: int
    unknown: int
    eerste_kamer: int
    oral: int
    documents: int
    problems: int
    last_import: datetime | None
    sources: tuple[SourceState, ...]

    @property
    def known_until(self) -> date | None:
        """The last day that the source of cases is known to be complete."""
        return max((source.known_until for source in self.sources), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDocument:
    """A raw document, verified: its bytes, where it came from, when, how it was read, and the cases that use it."""

    document: Document
    data: bytes
    retrievals: tuple[Retrieval, ...]
    layout: str
    kind: str
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDocument:
    """One document of a case: what it is there (registration, questions, answers, notice, …) without its bytes."""

    document: Document
    layout: str
    kind: str
    retrieved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """One problem, with the document in which it was met and the case that it touches, where known."""

    code: str
    severity: Severity
    message: str
    where: str
    document: str | None
    document_name: str | None
    case: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemCount:
    """How often one kind of problem was met, and what it means in words (English, Dutch)."""

    code: str
    severity: Severity
    count: int
    explanation: str
    explanation_nl: str
