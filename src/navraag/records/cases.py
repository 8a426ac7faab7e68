"""Cases and pairs: what readers look up, cite and search."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from navraag.records.answers import AnswerKind
from navraag.records.attribution import Attribution
from navraag.records.evidence import Problem
from navraag.records.notices import ReasonCode
from navraag.records.papers import Answer, Question, SeeAlso
from navraag.records.removals import Removed
from navraag.records.text import Footnote, Text

Chamber = Literal["tk", "ek"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document behind a record: its bytes (sha256), layout, official publication and address where known."""

    sha256: str
    layout: str
    publication: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuestions:
    """The question set of a case, taken from its best document; every other document that prints it is in sources."""

    title: str
    publication: str | None
    preamble: Text = field(default_factory=Text)
    questions: tuple[Question, ...] = ()
    closing: Text = field(default_factory=Text)
    footnotes: tuple[Footnote, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAnswers:
    """One answer document of a case. A later one never hides an earlier one."""

    id: str
    kind: AnswerKind
    title: str
    publication: str | None
    appendix_number: int | None
    session_year: str | None
    received_on: date | None
    answerers: tuple[Attribution, ...] = ()
    on_behalf_of: tuple[Attribution, ...] = ()
    preamble: Text = field(default_factory=Text)
    answers: tuple[Answer, ...] = ()
    closing: Text = field(default_factory=Text)
    footnotes: tuple[Footnote, ...] = ()
    see_also: tuple[SeeAlso, ...] = ()
    answers_cases: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseNotice:
    """One delay notice of a case, or its withdrawal."""

    id: str
    announced_on: date | None
    announced_by: tuple[Attribution, ...]
    text: Text
    reason: ReasonCode = "other"
    publication: str | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAnswer:
    """The answer to one question in one answer document, and all the questions that it answers jointly."""

    answer_set: str
    answer: Answer
    joint_with: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One numbered question with the answers that cover it; ``id`` is ``<case>/<printed number>``."""

    id: str
    case: str
    label: str
    question: Question
    answers: tuple[PairAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One spelling of the subject and where it stands: question, answer, notice, registration, metadata."""

    text: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier or other printing of one part of the case: the words that differ, with the day and the document."""

    part: str
    printed_on: date | None
    text: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """An edge to another case or publication: supplements, follows_up, see_also, answers_together."""

    kind: Literal["supplements", "follows_up", "see_also", "answers_together"]
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything about one set of questions: the unit that readers open."""

    number: str
    provisional: bool = False
    chamber: Chamber = "tk"
    oral: bool = False
    subject: str = ""
    subjects: tuple[Spelling, ...] = ()
    session_year: str | None = None
    tabled_on: date | None = None
    askers: tuple[Attribution, ...] = ()
    addressees: tuple[Attribution, ...] = ()
    topics: tuple[str, ...] = ()
    closed: bool | None = None
    questions: CaseQuestions | None = None
    answers: tuple[CaseAnswers, ...] = ()
    notices: tuple[CaseNotice, ...] = ()
    withdrawal: CaseNotice | None = None
    pairs: tuple[Pair, ...] = ()
    orphans: tuple[PairAnswer, ...] = ()
    relations: tuple[Relation, ...] = ()
    versions: tuple[Version, ...] = ()
    former_numbers: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    removed: tuple[Removed, ...] = ()
