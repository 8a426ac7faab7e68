"""Papers that ask."""

from dataclasses import dataclass, field

from navraag.records.papers import Heading, Question
from navraag.records.text import Footnote, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """A set of written questions as one paper prints it."""

    heading: Heading
    questions: tuple[Question, ...]
    preamble: Text = field(default_factory=Text)
    closing: Text = field(default_factory=Text)
    footnotes: tuple[Footnote, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OralQuestions:
    """Oral questions published under a kv-tk id: kept apart, no clock, never an answer."""

    heading: Heading
    questions: tuple[Question, ...] = ()
    text: Text = field(default_factory=Text)
    footnotes: tuple[Footnote, ...] = ()
