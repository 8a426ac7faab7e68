"""The sample stories as dossiers."""

from datetime import timedelta

from navraag.replica.dossiers import FORMATTED_AFTER, Actor, Dossier, Form, Paper
from navraag.replica.render_entities import identity, initials
from navraag.replica.render_metadata import title_of
from navraag.replica.sheets import Sheet, sheets_of
from navraag.replica.story import Asker, Office, StoryCase, stories

_KOOP: dict[str, tuple[Form, ...]] = {
    "koop_xml": ("xml", "html", "odt", "pdf"), "koop_xml_old": ("xml", "html"), "koop_html": ("html",), "pdf": ("pdf",),
    "plain_text_pdf": ("pdf",), "odt": ("odt",),
}
_WORD = frozenset({"word", "plain_text_word"})


def _member(asker: Asker, relation: str) -> Actor:
    return Actor(name=f"{initials(asker.name)} {asker.name}", relation=relation, party=asker.party, office="Tweede Kamerlid")


def office_of(office: Office) -> str:
    """An office as the registers print it: in lower case.

    >>> office_of(Office(role="Minister", joint="voor", portfolio="Rechtsbescherming"))
    'minister voor Rechtsbescherming'
    """
    return f"{office.role.lower()} {office.joint} {office.portfolio}" if office.portfolio else office.role.lower()


def _holders(case: StoryCase) -> dict[tuple[str, str], str]:
    return {(office.role, office.portfolio): office.name for paper in case.papers for office in paper.by}


def _asked(case: StoryCase) -> tuple[Actor, ...]:
    """The addressees; those whose name the story never tells keep an empty one."""
    known = _holders(case)
    names = [(office, known.get((office.role, office.portfolio), "")) for office in case.to]
    return tuple(
        Actor(name=f"{initials(name)} {name}" if name else "", relation="Gericht aan", office=office_of(office)) for office, name in names
    )


def _signer(office: Office, *, first: bool) -> Actor:
    return Actor(name=f"{initials(office.name)} {office.name}", relation="Eerste ondertekenaar" if first else "Mede ondertekenaar", office=office_of(office))


def _actors_of(sheet: Sheet, members: tuple[Actor, ...]) -> tuple[Actor, ...]:
    if sheet.paper is None:
        return members
    return tuple(_signer(office, first=n == 0) for n, office in enumerate(sheet.paper.by))


def _forms(sheet: Sheet) -> tuple[Form, ...]:
    """The manifestations at KOOP: those of the layouts that the story names; a paper printed only in Word never gets there."""
    layouts = sheet.paper.layouts if sheet.paper else sheet.case.layouts
    return tuple(dict.fromkeys(form for layout in layouts for form in _KOOP.get(layout, ())))


def is_pdf_only(publication: str) -> bool:
    """Whether an id is of the kind that is never formatted: ``ah-<number>``."""
    return publication.startswith("ah-") and publication[3:].isdigit()


def _paper(sheet: Sheet, members: tuple[Actor, ...], place: tuple[int, int], serial: int) -> Paper:
    forms = _forms(sheet)
    layouts = sheet.paper.layouts if sheet.paper else sheet.case.layouts
    fixed = is_pdf_only(sheet.publication) or sheet.case.chamber == "ek"
    return Paper(
        kind=sheet.kind, publication=sheet.publication, on=sheet.printed_on, appendix=sheet.appendix,
        title=sheet.titles[0] if sheet.case.chamber == "ek" else title_of(sheet),
        actors=_actors_of(sheet, members), also=sheet.paper.also if sheet.paper else (),
        also_guids=tuple(map(identity, sheet.paper.also)) if sheet.paper else (), forms=forms, place=place,
        draft="" if fixed or not forms else f"{sheet.publication[:2]}-{9_100_000 + serial}",
        formatted=None if fixed or not forms else sheet.printed_on + FORMATTED_AFTER - timedelta(days=serial % 5),
        resource="docx" if _WORD & set(layouts) else "pdf", size=40_000 + serial,
    )


def dossier_of(case: StoryCase, place: int) -> Dossier:
    """One story as a dossier; ``place`` is where it stands among the stories."""
    members = tuple(_member(asker, "Indiener" if n == 0 else "Medeindiener") for n, asker in enumerate(case.askers))
    papers = tuple(_paper(sheet, members, (place, n), place * 20 + n) for n, sheet in enumerate(sheets_of(case)))
    return Dossier(
        number=case.number, tabled=case.tabled, subject=case.subject, registered=case.registered, guid=identity(case.number),
        chamber="ek" if case.chamber == "ek" else "tk", is_registered=case.chamber == "tk", actors=(*reversed(members), *_asked(case)), papers=papers, topics=case.topics,
    )


def story_dossiers() -> tuple[Dossier, ...]:
    """All sample stories, as dossiers."""
    return tuple(dossier_of(case, place) for place, case in enumerate(stories()))
