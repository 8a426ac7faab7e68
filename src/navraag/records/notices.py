"""Papers that say that an answer is late, or that questions are withdrawn."""

from dataclasses import dataclass, field
from typing import Literal

from navraag.records.papers import Heading, Question
from navraag.records.text import Footnote, Text

ReasonCode = Literal["information_not_received", "coordination", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayNotice:
    """A notice that questions cannot be answered within the term; ``questions`` where it repeats them all."""

    heading: Heading
    text: Text
    reason: ReasonCode = "other"
    questions: tuple[Question, ...] = ()
    closing: Text = field(default_factory=Text)
    footnotes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A notice that the asker has withdrawn the questions: closed, not answered."""

    heading: Heading
    text: Text
    questions: tuple[Question, ...] = ()
    closing: Text = field(default_factory=Text)
    footnotes: tuple[Footnote, ...] = ()
