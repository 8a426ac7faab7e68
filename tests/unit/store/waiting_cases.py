"""Invented cases in every state, with persons, parties and posts, for the tests of lists and statistics."""

from datetime import date, timedelta
from pathlib import Path

from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseAnswers, CaseNotice, CaseQuestions
from navraag.records.notices import ReasonCode
from navraag.records.papers import Question
from navraag.records.people import KAMER, Membership, Person, Roll
from navraag.records.text import plain_text
from navraag.store.reader import Registry, open_registry
from navraag.store.rolls import write_roll
from tests.unit.store.make import fill

TODAY = date(2024, 5, 13)
SANNE = Attribution(printed="Sanne Proefman", name="Sanne Proefman", party="SP", person_id="sanne-proefman", organization_id="sp")
TOM = Attribution(printed="Tom Toets", name="Tom Toets", party="CDA", person_id="tom-toets", organization_id="cda")
NOBODY = Attribution(printed="Wie Ook", name="Wie Ook", party="Onbekende Partij")
JENV = Attribution(printed="de Minister van Justitie en Veiligheid", role="Minister", portfolio="Justitie en Veiligheid", person_id="mia-minister", post_id="minister-jenv", organization_id="jenv")
VWS = Attribution(printed="de Minister van VWS", role="Minister", portfolio="Volksgezondheid, Welzijn en Sport", post_id="minister-vws", organization_id="vws")
ODD = Attribution(printed="de Minister van Onzin", role="Minister", portfolio="Onzin")


def case(
    number: int, asked: int, *, answered: int | None = None, noticed: int | None = None, undated: bool = False, withdrawn: int | None = None,
    askers: tuple[Attribution, ...] = (SANNE,), asked_of: tuple[Attribution, ...] = (JENV,), questions: int = 3, topic: str = "Recht | Straf",
    reason: ReasonCode = "information_not_received", closed: bool | None = None,
) -> Case:
    """A case asked so many days before TODAY; answer, notice and withdrawal in days after that."""
    tabled = TODAY - timedelta(days=asked)

    def day(after: int | None) -> date | None:
        return None if after is None else tabled + timedelta(days=after)

    notices = (CaseNotice(id="n", announced_on=day(noticed), announced_by=(), text=plain_text("Later."), reason=reason),) if noticed is not None or undated else ()
    answers = (CaseAnswers(id="a", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=day(answered)),) if answered is not None else ()
    return Case(
        number=f"{tabled.year}Z9{number:04d}", subject=f"De brug van dorp {number}", tabled_on=tabled, askers=askers, addressees=asked_of, topics=(topic,),
        questions=CaseQuestions(title="", publication=None, questions=tuple(Question(number=at + 1, text=plain_text("Waarom?")) for at in range(questions))),
        answers=answers, notices=notices, closed=closed,
        withdrawal=CaseNotice(id="w", announced_on=day(withdrawn), announced_by=(), text=plain_text("Terug.")) if withdrawn is not None else None,
    )


CASES = (
    case(1, 100),  # overdue, no notice, more than six weeks
    case(2, 30),  # overdue after three weeks
    case(3, 30, noticed=20, askers=(TOM,), asked_of=(VWS,), reason="coordination"),  # open, noticed
    case(4, 50, noticed=25, askers=(TOM, SANNE), asked_of=(JENV, VWS), questions=5),  # overdue after six
    case(5, 15, asked_of=(VWS,)),  # open, due in six days
    case(6, 2, askers=(NOBODY,), asked_of=(ODD,), questions=1),  # open, due in nineteen days
    case(7, 200, answered=21),  # strict
    case(8, 200, answered=40, noticed=21),  # listed and noticed
    case(9, 200, answered=60, noticed=10, askers=(TOM,)),  # noticed alone
    case(10, 200, answered=40),  # late under all three
    case(11, 200, withdrawn=5),
    case(12, 200, answered=-3),  # answered before it was asked: unknown
    case(13, 200, answered=30, noticed=22),  # listed alone
    case(14, 300, closed=True),  # unknown
    case(15, 60, undated=True, answered=41, askers=(TOM,)),  # a notice without a day
    case(16, 90, answered=35, noticed=38),  # a notice after the answer extends nothing
)
ROLL = Roll(
    persons=(
        Person(id="sanne-proefman", name="Sanne Proefman", family_name="Proefman"), Person(id="tom-toets", name="Tom Toets", family_name="Toets"),
        Person(id="mia-minister", name="Mia Minister", family_name="Minister"),
    ),
    memberships=(
        Membership(id="s", person_id="sanne-proefman", organization_id=KAMER, role="lid", on_behalf_of_id="sp", start_date=date(2020, 1, 1), end_date=date(2026, 1, 1)),
        Membership(id="t", person_id="tom-toets", organization_id=KAMER, role="lid", on_behalf_of_id="cda", start_date=date(2024, 1, 1), end_date=date(2026, 1, 1)),
        Membership(id="m", person_id="mia-minister", organization_id="jenv", role="Minister", post_id="minister-jenv", start_date=date(2024, 4, 20), end_date=date(2026, 1, 1)),
    ),
)


def registry(home: Path, *, known_until: date | None = date(2024, 12, 31)) -> Registry:
    """A registry of these cases and people."""
    writer = fill(home, CASES, known_until=known_until)
    with writer.connection:
        write_roll(writer.connection, ROLL)
    writer.close()
    return open_registry(home)
