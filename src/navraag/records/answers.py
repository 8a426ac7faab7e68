"""Papers that answer."""

from dataclasses import dataclass, field
from typing import Literal

from navraag.records.papers import Answer, Heading, Question
from navraag.records.text import Footnote, Text

AnswerKind = Literal["first", "further", "correction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSet:
    """The answers of one paper, with the questions as that paper repeats them."""

    heading: Heading
    answers: tuple[Answer, ...]
    kind: AnswerKind = "first"
    questions: tuple[Question, ...] = ()
    preamble: Text = field(default_factory=Text)
    closing: Text = field(default_factory=Text)
    footnotes: tuple[Footnote, ...] = ()
    annexes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
