"""Tweede Kamer entities: rows of the OData service and elements of the SyncFeed."""

import json
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from navraag.replica.render_metadata import title_of
from navraag.replica.sheets import Sheet, sheets_of
from navraag.replica.story import Asker, Office, StoryCase
from navraag.replica.titles import session_year

_NAMESPACE = "http://www.tweedekamer.nl/xsd/tkData/v1-0"
_SORTS = {
    "questions": "Schriftelijke vragen", "oral": "Mondelinge vragen", "delay_notice": "Mededeling (uitstel antwoord)",
    "withdrawal": "Mededeling", "answer": "Antwoord schriftelijke vragen", "further": "Antwoord schriftelijke vragen (nader)",
    "correction": "Antwoord schriftelijke vragen",
}


def identity(name: str) -> str:
    """The id of an entity of the samples: the same for the same name."""
    return str(uuid5(NAMESPACE_URL, f"https://samples.navraag.example/{name}"))


def is_closed(case: StoryCase) -> bool:
    """Whether the Kamer has registered the case as done."""
    return case.oral or any(paper.kind in {"answer", "withdrawal"} for paper in case.papers)


def local_midnight(day: date) -> str:
    """A day as the OData service gives it: midnight with the Dutch offset of that date."""
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    return f"{day}T00:00:00+0{2 if summer else 1}:00"


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last.replace(day=31 - (last.weekday() + 1) % 7)


def initials(name: str) -> str:
    """The invented initial of an invented person."""
    return chr(ord("A") + sum(name.encode()) % 26) + "."


def _member(asker: Asker) -> str:
    first, _, last = asker.name.rpartition(" ")
    return f"{asker.name} ({initials(asker.name)})" if first == "Inge" else f"{initials(asker.name)} {asker.name or last}"


def _holder(office: Office, case: StoryCase) -> str:
    known = {(o.role, o.portfolio): o.name for paper in case.papers for o in paper.by}
    name = known.get((office.role, office.portfolio), "")
    return f"{initials(name)} {name}" if name else ""


def odata_row(case: StoryCase) -> dict[str, object]:
    """One Zaak, with its actors joined per relation."""
    asked_of = ", ".join(filter(None, (_holder(office, case) for office in case.to)))
    actors = {
        "Indiener": _member(case.askers[0]),
        "Medeindiener": ", ".join(map(_member, case.askers[1:])),
        "Gericht aan": asked_of,
        "Voortouwcommissie": "TK",
    }
    return {
        "Id": identity(case.number), "Nummer": case.number, "Soort": _SORTS["oral" if case.oral else "questions"], "Titel": None,
        "Citeertitel": None, "Alias": None, "Status": "Vrijgegeven", "Onderwerp": case.registered,
        "GestartOp": local_midnight(case.tabled), "Organisatie": "Tweede Kamer", "Grondslagvoorhang": None, "Termijn": None,
        "Vergaderjaar": session_year(case.tabled), "Volgnummer": -1, "HuidigeBehandelstatus": None, "Afgedaan": is_closed(case),
        "GrootProject": False, "GewijzigdOp": "2024-06-28T10:00:00.1+02:00", "ApiGewijzigdOp": "2024-06-28T08:00:00.1234567Z",
        "Verwijderd": False, "Kabinetsappreciatie": None, "_actors": {name: value for name, value in actors.items() if value},
    }


def odata_rows(cases: tuple[StoryCase, ...]) -> bytes:
    """The written questions of the Tweede Kamer as rows, one a line."""
    rows = (odata_row(case) for case in cases if case.chamber == "tk" and not case.oral)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _root(name: str, key: str, more: str = "") -> str:
    return (
        f'<{name} xmlns="{_NAMESPACE}" xmlns:tk="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'id="{identity(key)}" tk:bijgewerkt="2024-06-28T10:00:00.1230000" tk:verwijderd="false"{more}>'
    )


def zaak_xml(case: StoryCase) -> bytes:
    """The SyncFeed element of a Zaak."""
    sort = _SORTS["oral" if case.oral else "questions"]
    return f"""{_root("zaak", case.number)}
  <nummer>{case.number}</nummer><soort>{sort}</soort>
  <onderwerp>{escape(case.registered)}</onderwerp>
  <gestartOp>{case.tabled}T00:00:00</gestartOp><organisatie>Tweede Kamer</organisatie><titel xsi:nil="true"/>
  <vergaderjaar>{session_year(case.tabled)}</vergaderjaar><volgnummer>-1</volgnummer>
  <status>Vrijgegeven</status><huidigeBehandelstatus xsi:nil="true"/><afgedaan>{str(is_closed(case)).lower()}</afgedaan><grootProject>false</grootProject>
</zaak>
""".encode()


def document_xml(sheet: Sheet) -> bytes:
    """The SyncFeed element of the Document of a sheet."""
    year = sheet.session_year
    appendix = f"<aanhangselnummer>{year[2:4]}{year[7:9]}{sheet.appendix:05d}</aanhangselnummer>" if sheet.appendix else '<aanhangselnummer xsi:nil="true"/>'
    number = f"{sheet.printed_on.year}D9{sum(sheet.publication.encode()) % 10000:04d}"
    return f"""{_root("document", sheet.publication, ' tk:contentType="application/pdf" tk:contentLength="1"')}
  <zaak ref="{identity(sheet.case.number)}"/>
  <soort>{_SORTS[sheet.kind]}</soort><documentNummer>{number}</documentNummer>
  <titel>{escape(title_of(sheet))}</titel><onderwerp>{escape(title_of(sheet))}</onderwerp>
  <datum>{sheet.printed_on}T00:00:00</datum><volgnummer>-1</volgnummer><vergaderjaar>{year}</vergaderjaar><kamer>2</kamer>
  {appendix}<organisatie>Tweede Kamer</organisatie>
</document>
""".encode()


def entity_files(case: StoryCase) -> dict[str, bytes]:
    """File name → element, for the Zaak and every document of a case."""
    files = {f"zaak-{case.number}.xml": zaak_xml(case)}
    return files | {f"document-{sheet.publication}.xml": document_xml(sheet) for sheet in sheets_of(case)}
