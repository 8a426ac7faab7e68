"""Drafts: questions that are not asked yet, or that wait for their answer."""

import re
from dataclasses import dataclass
from datetime import date

from navraag.errors import NotFoundError
from navraag.lexicon.offices import line_named
from navraag.records.attribution import Attribution
from navraag.records.cases import Case
from navraag.records.papers import Question
from navraag.records.parsed import Content
from navraag.records.questions import OralQuestions, QuestionSet
from navraag.records.text import Text, plain_text

MOST_QUESTIONS = 100
LONGEST_QUESTION = 5_000
_NUMBER = re.compile(r"(?:vraag +(\d{1,3}[a-z]?)[.):]?|(\d{1,3}[a-z]?)(?:[.):]|(?=\n)))\s+", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuestion:
    """One question of a draft, with its number as printed."""

    label: str
    text: Text

    @property
    def plain(self) -> str:
        """Its words."""
        return self.text.plain[:LONGEST_QUESTION]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The questions of a draft, and what is known of them: ``ministries`` are the lines of those that are asked.

    ``asked_on`` is the day of a case that was asked already: what came later is no precedent of it.
    """

    questions: tuple[DraftQuestion, ...]
    subject: str = ""
    case: str = ""
    ministries: tuple[str, ...] = ()
    asked_on: date | None = None
    left_out: int = 0


def draft_of_case(case: Case, label: str = "") -> Draft:
    """The questions of a case, or one of them. NotFoundError where it has no such question, or none at all."""
    chosen = [pair for pair in case.pairs if not label or pair.label == label]
    if not chosen:
        known = ", ".join(pair.label for pair in case.pairs)
        raise NotFoundError(f"{case.number} has no question {label}; it has {known}" if known else f"of {case.number} no questions are held")
    made = tuple(DraftQuestion(label=pair.label, text=pair.question.text) for pair in chosen)
    return Draft(
        questions=made, subject=case.subject, case=case.number, ministries=lines_of(case.addressees, case.tabled_on), asked_on=case.tabled_on,
    )


def draft_of_content(content: Content) -> Draft | None:
    """The questions of a document; None where it holds none."""
    questions: tuple[Question, ...] = getattr(content, "questions", ())
    if not questions:
        return None
    heading = getattr(content, "heading", None)
    made = [DraftQuestion(label=one.label or str(one.number), text=one.text) for one in questions]
    numbers: tuple[str, ...] = heading.question_numbers if heading and isinstance(content, QuestionSet | OralQuestions) else ()
    return Draft(
        questions=tuple(made[:MOST_QUESTIONS]), left_out=max(0, len(made) - MOST_QUESTIONS), subject=(heading.subject if heading else None) or "",
        case=next(iter(numbers), ""), ministries=lines_of(heading.addressees, None) if heading else (),
    )


def draft_of_text(text: str) -> Draft:
    """A pasted text as questions: its paragraphs, where there are blank lines between several that ask; else one question."""
    paragraphs = [piece.strip() for piece in _BLANK_LINE.split(text) if piece.strip()]
    asking = [piece for piece in paragraphs if "?" in piece] or ["\n".join(paragraphs)] * bool(paragraphs)
    made = [_numbered(at, piece) for at, piece in enumerate(asking, start=1)]
    return Draft(questions=tuple(made[:MOST_QUESTIONS]), left_out=max(0, len(made) - MOST_QUESTIONS))


def _numbered(at: int, words: str) -> DraftQuestion:
    match = _NUMBER.match(words)
    label, rest = (match[1] or match[2], words[match.end():]) if match else (str(at), words)
    return DraftQuestion(label=label, text=plain_text(*rest.split("\n")))


def lines_of(addressees: tuple[Attribution, ...], day: date | None) -> tuple[str, ...]:
    """The lines of the ministries that are asked, as far as the tables know them."""
    found = (who.organization_id or (line_named(who.portfolio, day) if who.portfolio else None) for who in addressees)
    return tuple(dict.fromkeys(line for line in found if line))
