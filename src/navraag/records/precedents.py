"""Earlier pairs that may resemble a question: what a search hands over for ranking."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from navraag.records.attribution import Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One earlier pair with its words and what is known of its case. ``answers`` are in the order in which they were given.

    ``ministries`` are the lines of the ministries that were asked; ``score`` is how well the search found it to match.
    """

    pair: str
    case: str
    label: str
    subject: str
    question: str
    answers: tuple[str, ...]
    tabled_on: date | None
    answered_on: date | None
    askers: tuple[Attribution, ...] = ()
    addressees: tuple[Attribution, ...] = ()
    answerers: tuple[Attribution, ...] = ()
    ministries: tuple[str, ...] = ()
    score: float = 0.0

    @property
    def answer(self) -> str:
        """The words of all answers."""
        return "\n".join(self.answers)


Retrieve = Callable[[str], Iterable[Candidate]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWord:
    """A word of the question, and the same word, or one built on it, as the earlier pair writes it."""

    word: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """An earlier pair that resembles a question, with what explains it: 1 is as like as can be.

    ``same_answer`` are the other questions of that case (their labels) which the same answer answers. A near-duplicate
    asks the same in almost the same words.
    """

    candidate: Candidate
    score: float
    shared: tuple[SharedWord, ...] = ()
    near_duplicate: bool = False
    same_answer: tuple[str, ...] = ()
