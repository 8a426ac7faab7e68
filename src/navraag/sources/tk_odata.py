"""Tweede Kamer OData v4 (data version 2.0): the documents of one case, in one request. Everything else comes by the feed.

What the service promises and where it departs from that stands in docs/sources/tk-odata.md.
"""

from dataclasses import dataclass

import msgspec

from navraag.errors import SourceError
from navraag.settings import Endpoints
from navraag.sources.base import Answer, Wanted
from navraag.sources.http import Client, TryAgainError

SOURCE = "tk_odata"
KINDS = ("Schriftelijke vragen", "Antwoord schriftelijke vragen", "Antwoord schriftelijke vragen (nader)", "Mededeling (uitstel antwoord)")


class _Row(msgspec.Struct):
    Id: str
    Soort: str | None = None
    DocumentNummer: str | None = None


class _Rows(msgspec.Struct):
    value: list[_Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDocument:
    """One document of a case as the Kamer registers it: its file is at ``tk_resources``."""

    id: str
    kind: str
    number: str


class OData:
    """Asks the OData service; its base path is configuration, since a later version may be elsewhere."""

    def __init__(self, client: Client, endpoints: Endpoints) -> None:
        self.client = client
        self.address = f"{endpoints.tk}{endpoints.odata}"

    def documents_of(self, number: str) -> tuple[CaseDocument, ...]:
        """The questions, answers and delay notices of a case, the oldest first."""
        wanted = Wanted(
            url=f"{self.address}/Document", accept="application/json", missing=frozenset(),
            params=(
                ("$filter", f"Zaak/any(z: z/Nummer eq '{number}') and Verwijderd eq false"), ("$select", "Id,Soort,DocumentNummer"),
                ("$orderby", "Datum,Id"), ("$format", "application/json;odata.metadata=none"),
            ),
        )
        rows = self.client.read(wanted, _rows)
        return tuple(CaseDocument(id=row.Id, kind=row.Soort or "", number=row.DocumentNummer or row.Id) for row in rows if row.Soort in KINDS)


def _rows(answer: Answer) -> list[_Row]:
    """The rows of an answer; JSON that is cut off is asked for again, JSON without rows is an error of the service."""
    try:
        return msgspec.json.decode(answer.data, type=_Rows).value
    except msgspec.ValidationError as error:
        raise SourceError(f"OData: no rows in the answer: {str(error)[:100]}") from error
    except msgspec.DecodeError as error:
        raise TryAgainError(f"OData: an answer that is not whole: {str(error)[:100]}") from error
