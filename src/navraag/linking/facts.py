"""What all papers of a case together say of it: subject, day, askers, addressees, session, topics.

Stated rules. *Askers and addressees* come from the question paper; else from the title line that answers and notices repeat;
else from the registration; else from metadata or a page. *The day of tabling* comes from the question paper; else from the
registration (a letter of a ministry names the day of the Kamer's letter, which may be another); else from answers and notices,
metadata or a page. *The subject that is shown* is the registered one; else that of the question's metadata, of the question paper,
a page, an answer, a notice; every spelling is kept.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from navraag.linking.folding import asker_key
from navraag.linking.grouping import Group
from navraag.linking.pieces import Piece
from navraag.records.answers import AnswerSet
from navraag.records.attribution import Attribution
from navraag.records.cases import Case, Spelling
from navraag.records.evidence import Problem
from navraag.records.identifiers import PublicationName, QuestionNumber, parse_publication, session_year_of
from navraag.records.papers import Heading
from navraag.records.questions import OralQuestions, QuestionSet

_SUBJECT_ORDER = ("registration", "metadata", "question", "page", "answer", "notice", "withdrawal")


class Facts:
    """What pieces and registration say of the case as a whole."""

    def __init__(self, group: Group, pieces: Sequence[Piece]) -> None:
        self._group = group
        self._pieces = pieces
        self._registration = group.registration[1] if group.registration else None
        papers = sorted((piece for piece in pieces if piece.where not in {"metadata", "page"}), key=_question_first)
        others = sorted((piece for piece in pieces if piece.where in {"metadata", "page"}), key=_question_first)
        self._papers = [piece.heading for piece in papers]
        self._others = [piece.heading for piece in others]

    def case(self) -> Case:
        """The case without its papers."""
        group, registration = self._group, self._registration
        tabled_on = self._tabled_on()
        subjects = self._subjects()
        return Case(
            number=group.number, provisional=_provisional(group.number),
            chamber="ek" if any(piece.chamber == "ek" for piece in self._pieces) else "tk",
            oral=any(isinstance(piece.content, OralQuestions) for piece in self._pieces),
            subject=subjects[0].text if subjects else "", subjects=subjects,
            session_year=self._session_year(tabled_on), tabled_on=tabled_on,
            askers=self._with_parties(self._people(lambda heading: heading.askers, registration.askers if registration else ())),
            addressees=self._people(lambda heading: heading.addressees, registration.addressees if registration else ()),
            topics=self._topics(), closed=registration.closed if registration else None,
            former_numbers=tuple(sorted(group.former_numbers)),
        )

    def problems(self) -> Iterator[Problem]:
        """Days of tabling that differ between the documents."""
        days = {heading.tabled_on for heading in (*self._papers, *self._others)} | {self._registration.tabled_on if self._registration else None}
        if len(told := sorted(day.isoformat() for day in days if day)) > 1:
            yield Problem(code="linking.tabled-on-differs", message=f"de documenten noemen verschillende dagen van indiening: {', '.join(told)}", severity="note")

    def _tabled_on(self) -> date | None:
        registered = self._registration.tabled_on if self._registration else None
        asked = [piece.heading.tabled_on for piece in self._pieces if piece.where == "question"]
        days = (*asked, registered, *(heading.tabled_on for heading in (*self._papers, *self._others)))
        return next((day for day in days if day), None)

    def _session_year(self, tabled_on: date | None) -> str | None:
        """The session of the question, never that of an answer, which may be the next."""
        printed = [piece.heading.session_year for piece in self._pieces if piece.role == "question"]
        named = [piece.publication.session_year for piece in self._pieces if piece.role == "question" and piece.publication]
        registered = self._registration.session_year if self._registration else None
        told = next((year for year in (*printed, registered, *named) if year), None)
        return told or (session_year_of(tabled_on) if tabled_on else None)

    def _people(self, of: Callable[[Heading], tuple[Attribution, ...]], registered: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        options = (*(of(heading) for heading in self._papers), registered, *(of(heading) for heading in self._others))
        return next((people for people in options if people), ())

    def _with_parties(self, askers: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """Registrations name no party: it is taken from a document that prints the same member with one."""
        printed = [asker for heading in (*self._papers, *self._others) for asker in heading.askers if asker.party]
        if not printed or all(asker.party for asker in askers):
            return askers
        parties = {asker_key(asker.name or asker.printed): asker.party for asker in reversed(printed)}
        return tuple(replace(asker, party=asker.party or parties.get(asker_key(asker.name or asker.printed))) for asker in askers)

    def _topics(self) -> tuple[str, ...]:
        """Topics of the question first, then what the answers add."""
        told = (piece.content.topics for piece in self._pieces if isinstance(piece.content, QuestionSet | AnswerSet))
        return tuple(dict.fromkeys(topic for topics in told for topic in topics))

    def _subjects(self) -> tuple[Spelling, ...]:
        spellings = [Spelling(text=_tidy(piece.heading.subject or ""), where=piece.where) for piece in self._pieces]
        if self._registration:
            spellings.append(Spelling(text=_tidy(self._registration.subject), where="registration"))
        if not any(spelling.text for spelling in spellings):  # old and Eerste Kamer metadata hold the whole title line only
            spellings = [Spelling(text=_tidy(piece.heading.title), where=piece.where) for piece in self._pieces if piece.role == "question"]
        told = dict.fromkeys(spelling for spelling in spellings if spelling.text)
        return tuple(sorted(told, key=lambda spelling: _SUBJECT_ORDER.index(spelling.where)))


def _question_first(piece: Piece) -> int:
    return 0 if piece.role == "question" else 1


def _tidy(subject: str) -> str:
    return " ".join(subject.replace("\u00ad", "").split())


def _provisional(number: str) -> bool:
    """Not named by a Zaak number, nor by the publication of its question."""
    if QuestionNumber.read(number):
        return False
    name = parse_publication(number)
    return not (isinstance(name, PublicationName) and name.series == "kv")
