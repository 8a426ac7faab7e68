"""The rows of the tables that say who asked, who was asked and who answered."""

from collections.abc import Iterator

from navraag.lexicon.cabinets import stance
from navraag.records.attribution import Attribution
from navraag.records.cases import Case

Row = tuple[str | int | bytes | None, ...]


def office_label(office: Attribution) -> str:
    """The portfolio of an office, else its rank (Minister-President), else the person's name."""
    return office.portfolio or office.role or office.name or office.printed


def asker_rows(case: Case, row: int) -> Iterator[Row]:
    """The rows of case_asker."""
    for at, who in enumerate(case.askers):
        party = who.organization_id
        yield row, at, who.name or who.printed, who.party, who.person_id, party, stance(party, case.tabled_on) if party and case.tabled_on else None


def addressee_rows(case: Case, row: int) -> Iterator[Row]:
    """The rows of case_addressee."""
    for at, who in enumerate(case.addressees):
        yield row, at, office_label(who), who.name, who.person_id, who.post_id, who.organization_id


def answerer_rows(case: Case, row: int) -> Iterator[Row]:
    """The rows of case_answerer: who signed, then on whose behalf."""
    for nth, given in enumerate(case.answers):
        received = given.received_on.isoformat() if given.received_on else None
        for at, who in enumerate((*given.answerers, *given.on_behalf_of)):
            yield row, nth, at, int(at >= len(given.answerers)), received, who.name, who.person_id, who.post_id, who.organization_id
