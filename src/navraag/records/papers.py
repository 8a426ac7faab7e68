"""What every paper has: a heading that says who, whom, about what and when; and numbered questions."""

from dataclasses import dataclass
from datetime import date

from navraag.records.attribution import Attribution
from navraag.records.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeAlso:
    """"Zie ook Aanhangsel Handelingen, vergaderjaar 2024-2025, nr. 349"."""

    session_year: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of one paper, as printed there and never computed (PARSED.md, conventions 1 to 9)."""

    title: str = ""
    masthead: tuple[str, ...] = ()
    """The lines above the title that say which chamber, session year and series the paper is of, as printed."""
    question_numbers: tuple[str, ...] = ()
    publication: str | None = None
    appendix_number: int | None = None
    session_year: str | None = None
    tabled_on: date | None = None
    received_on: date | None = None
    askers: tuple[Attribution, ...] = ()
    addressees: tuple[Attribution, ...] = ()
    answerers: tuple[Attribution, ...] = ()
    on_behalf_of: tuple[Attribution, ...] = ()
    subject: str | None = None
    see_also: tuple[SeeAlso, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One numbered question. ``label`` is the number as printed where it differs from ``number`` ("3a").

    ``heading`` keeps the printed heading ("Vraag 1", "Vraag 4 en 5"), "" where the document has none.
    """

    number: int
    text: Text
    label: str | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer block and the numbers of the questions that it answers, as printed.

    ``see_also`` names the questions whose answer it only refers to ("Zie het antwoord op vraag 3").
    """

    numbers: tuple[int, ...]
    text: Text
    heading: str = ""
    labels: tuple[str, ...] = ()
    see_also: tuple[int, ...] = ()
