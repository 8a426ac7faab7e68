"""Invented papers to link: numbers, members and subjects that exist nowhere."""

import hashlib
from datetime import date

from navraag.linking.cases import LinkedPaper
from navraag.records.answers import AnswerSet
from navraag.records.attribution import Attribution
from navraag.records.cases import Source
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import PublicationMetadata, Registration
from navraag.records.papers import Answer, Heading, Question, SeeAlso
from navraag.records.parsed import Content, Parsed
from navraag.records.questions import QuestionSet
from navraag.records.text import Footnote, plain_text

TABLED = date(2020, 2, 10)
SUBJECT = "het bericht «Veerpont te Oudezijl vaart niet»"


def member(name: str, party: str | None = "Dijkpartij") -> Attribution:
    """A member as an asker."""
    return Attribution(printed=name, name=name, party=party)


ASKERS = (member("Van Oudezijl"), member("Terpstra-Wad"))


def paper(content: Content, layout: str = "koop_xml", *, name: str = "", publication: str | None = None) -> LinkedPaper:
    """A document with this content; its hash is that of all that is said here."""
    digest = hashlib.sha256(repr((content, layout, name, publication)).encode()).hexdigest()
    return LinkedPaper(source=Source(sha256=digest, layout=layout, publication=publication), parsed=Parsed(layout=layout, content=content), name=name)


def heading(**said: object) -> Heading:
    """The heading of a paper about the ferry of Oudezijl, with what is said of it."""
    usual: dict[str, object] = {"tabled_on": TABLED, "askers": ASKERS, "subject": SUBJECT}
    return Heading(**(usual | said))  # type: ignore[arg-type]


def questions(*numbers: int, words: str = "Waarom vaart de pont niet") -> tuple[Question, ...]:
    """Numbered questions."""
    return tuple(Question(number=number, text=plain_text(f"{words}, punt {number}?")) for number in numbers)


def asked(*numbers: int, words: str = "Waarom vaart de pont niet", closing: str = "", notes: tuple[Footnote, ...] = (), **said: object) -> QuestionSet:
    """A question paper."""
    return QuestionSet(heading=heading(**said), questions=questions(*(numbers or (1, 2, 3)), words=words), closing=plain_text(closing), footnotes=notes)


def answered(*groups: tuple[int, ...], words: str = "De pont ligt op de helling", repeats: tuple[int, ...] = (), kind: str = "first", **said: object) -> AnswerSet:
    """An answer paper; ``repeats`` are the questions that it prints again."""
    return AnswerSet(
        heading=heading(**({"received_on": date(2020, 5, 25)} | said)), kind=kind,  # type: ignore[arg-type]
        answers=tuple(Answer(numbers=numbers, text=plain_text(f"{words}, zo luidt het antwoord op {numbers}.")) for numbers in (groups or ((1,), (2, 3)))),
        questions=questions(*repeats),
    )


def noticed(*, words: str = "De vragen kunnen niet binnen de termijn worden beantwoord.", **said: object) -> DelayNotice:
    """A notice of delay."""
    return DelayNotice(heading=heading(**({"received_on": date(2020, 3, 2)} | said)), text=plain_text(words))


def withdrawn(**said: object) -> Withdrawal:
    """A notice that the questions are withdrawn."""
    return Withdrawal(heading=heading(**({"received_on": date(2020, 3, 2)} | said)), text=plain_text("De vragen zijn ingetrokken."))


def registered(number: str, **said: object) -> Registration:
    """A Zaak as the Kamer registered it."""
    usual: dict[str, object] = {
        "subject": "Het bericht 'Veerpont te Oudezijl vaart niet'", "tabled_on": TABLED,
        "askers": (member("Ada van Oudezijl (A.)", None), member("B.C. Terpstra-Wad", None)), "session_year": "2019-2020",
    }
    return Registration(number=number, **(usual | said))  # type: ignore[arg-type]


def described(publication: str, **said: object) -> PublicationMetadata:
    """Metadata of a publication."""
    return PublicationMetadata(publication=publication, **said)  # type: ignore[arg-type]


def see(number: int, session_year: str = "2019-2020") -> SeeAlso:
    """What "Zie ook Aanhangsel Handelingen, vergaderjaar …, nr. …" names."""
    return SeeAlso(session_year=session_year, number=number)
