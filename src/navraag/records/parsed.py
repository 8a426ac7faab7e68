"""What the parser makes of one document."""

from dataclasses import dataclass

from navraag.records.answers import AnswerSet
from navraag.records.evidence import Furniture, Problem
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import CasePage, Other, PublicationMetadata, Registration
from navraag.records.questions import OralQuestions, QuestionSet

Content = (
    QuestionSet | AnswerSet | DelayNotice | Withdrawal | CasePage | OralQuestions | Registration
    | PublicationMetadata | Other
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """One document read: which layout read it, its content, the problems met and the furniture set aside."""

    layout: str
    content: Content
    problems: tuple[Problem, ...] = ()
    furniture: tuple[Furniture, ...] = ()
