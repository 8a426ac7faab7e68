"""Pages and entities that describe a case without being one of its papers."""

from dataclasses import dataclass, field
from datetime import date

from navraag.records.attribution import Attribution
from navraag.records.papers import Answer, Heading, Question
from navraag.records.text import Footnote, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNotice:
    """A delay notice as a case page shows it: its day and its words."""

    announced_on: date | None
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """A page that holds a whole case (Open Kamer): header, pairs, notices, topics and sources.

    ``days_printed`` is the length that the page itself prints ("na 105 dagen"); our own count is in Timeline.
    """

    heading: Heading
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    notices: tuple[PageNotice, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    topics: tuple[str, ...] = ()
    question_publication: str | None = None
    answer_publication: str | None = None
    notice_publication: str | None = None
    question_title: str | None = None
    answer_title: str | None = None
    days_printed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """One Tweede Kamer Zaak of the kind "Schriftelijke vragen": the case as the Kamer registered it.

    ``changed_on`` is the day of the source's own last stamp (``ApiGewijzigdOp``): the newest of all says how far the
    list is complete.
    """

    number: str
    subject: str
    tabled_on: date | None
    session_year: str | None = None
    askers: tuple[Attribution, ...] = ()
    addressees: tuple[Attribution, ...] = ()
    closed: bool = False
    entity_id: str | None = None
    changed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationMetadata:
    """KOOP's metadata.xml (or an SRU record) of one publication, as typed facts."""

    publication: str
    kind: str | None = None
    title: str | None = None
    status: str | None = None
    creator: str | None = None
    session_year: str | None = None
    appendix_number: int | None = None
    question_numbers: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    askers: tuple[Attribution, ...] = ()
    addressees: tuple[Attribution, ...] = ()
    tabled_on: date | None = None
    received_on: date | None = None
    available_on: date | None = None
    issued_on: date | None = None
    modified_on: date | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An entity of the Tweede Kamer about people ("persoon", "fractieZetelPersoon"): its fields, and what it refers to."""

    kind: str
    id: str
    deleted: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    references: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A document that is no written question or answer (a letter, a motion): kept, named, not split.

    An ``entity`` about people is kept as such too: names are resolved with it.
    """

    title: str = ""
    publication: str | None = None
    text: Text = field(default_factory=Text)
    entity: Entity | None = None
