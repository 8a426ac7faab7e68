"""A whole history as holdings: a folder of zips with KOOP's XML, as ``benchmark.corpus`` writes it.

The papers of a case lie together, the questions first. Reading them once makes a shelf, kept beside the zips.
"""

import tempfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path

from navraag.errors import ConfigurationError
from navraag.replica.archive_papers import ArchivePaper, Archives, papers_in, read_head, words_of
from navraag.replica.dossiers import FORMATTED_AFTER, Actor, Dossier, Form, Paper
from navraag.replica.dossiers_of_stories import office_of
from navraag.replica.dutch_time import at_hour
from navraag.replica.holdings import Holdings, render
from navraag.replica.render_entities import initials
from navraag.replica.rolls import MEMBER, rolls_of
from navraag.replica.sheet_of_xml import asked_of, askers_of, sheet_of_xml, signer_of
from navraag.replica.shelf import Shelf, stamp_of, write_shelf
from navraag.replica.titles import session_year

FORMAT = 3
PDF_ONLY_FROM = "2025-2026"
_LIVES = timedelta(days=90)
_FIRST_LOOSE = 1_270_000


def _member(name: str, party: str, relation: str) -> Actor:
    return Actor(name=f"{initials(name)} {name}", relation=relation, party=party, office=MEMBER)


def _kind(head: ArchivePaper) -> tuple[str, str]:
    if not head.answer:
        return "questions", head.subject[:1].upper() + head.subject[1:]
    names = [asker.name for asker in askers_of(head)]
    who = f"het lid {names[0]}" if len(names) == 1 else f"de leden {', '.join(names[:-1])} en {names[-1]}"
    is_notice = words_of(head.answer).startswith("Mededeling")
    return ("delay_notice", f"Uitstel beantwoording vragen van {who} over {head.subject}") if is_notice else ("answer", f"Antwoord op vragen van {who} over {head.subject}")


def _paper(head: ArchivePaper, members: tuple[Actor, ...], until: date, serial: int) -> Paper:
    kind, title = _kind(head)
    on = head.received or head.tabled
    signer = signer_of(head)
    signed = (Actor(name=f"{initials(signer.name)} {signer.name}", relation="Eerste ondertekenaar", office=office_of(signer)),) if signer else ()
    is_loose = bool(head.answer) and session_year(on) >= PDF_ONLY_FROM
    forms: tuple[Form, ...] = ("pdf",) if is_loose else ("xml", "html", "odt", "pdf")
    lives = until - on < _LIVES and not is_loose
    return Paper(
        kind=kind, on=on, title=title, actors=members if kind == "questions" else signed,  # type: ignore[arg-type]
        publication=f"ah-{_FIRST_LOOSE + serial}" if is_loose else head.publication, forms=forms, size=head.size, place=(*head.place, serial),
        appendix=int(head.printed) if head.answer and head.printed.isdigit() else None, resource="docx" if serial % 3 else "pdf",
        formatted=None if is_loose else on + FORMATTED_AFTER, draft=f"{head.publication[:2]}-{1_500_000 + serial}" if lives else "",
    )


def _dossier(heads: list[ArchivePaper], until: date, serial: int) -> Dossier:
    first = heads[0]
    members = tuple(_member(a.name, a.party, "Indiener" if n == 0 else "Medeindiener") for n, a in enumerate(askers_of(first)))
    office = asked_of(first)
    signer = next((s for s in map(signer_of, heads) if s), None)
    asked = Actor(name=f"{initials(signer.name)} {signer.name}" if signer else "", relation="Gericht aan", office=office_of(office))
    papers = tuple(_paper(head, members, until, serial * 4 + n) for n, head in enumerate(heads))
    return Dossier(
        number=first.printed, tabled=first.tabled, subject=first.subject, registered=first.subject[:1].upper() + first.subject[1:],
        actors=(*reversed(members), asked), papers=papers,
    )


def dossiers_of(heads: Iterable[ArchivePaper], until: date) -> Iterator[Dossier]:
    """Papers that lie together and share their title line, as dossiers; those whose questions are not there are left out."""
    serial = 0
    for _, group in groupby(heads, key=lambda head: words_of(head.question)):
        papers = list(group)
        if not papers[0].answer:
            yield _dossier(papers, until, serial)
            serial += 1


def _stamp(archives: list[Path], until: date) -> str:
    return f"{FORMAT} {until} " + " ".join(f"{path.name}:{path.stat().st_size}" for path in archives)


def _shelf_of(folder: Path, archives: list[Path], until: date) -> Shelf:
    stamp = _stamp(archives, until)
    places = [folder / "replica-shelf.jsonl", Path(tempfile.gettempdir()) / f"navraag-replica-{zlib.crc32(str(folder.resolve()).encode()):08x}.jsonl"]
    for path in places:
        if stamp_of(path) == stamp:
            return Shelf(path)
    for path in places:
        try:
            write_shelf(path, dossiers_of(papers_in(archives), until), stamp)
        except PermissionError:
            continue
        return Shelf(path)
    raise ConfigurationError(f"neither {places[0]} nor {places[1]} can be written")


class _Texts:
    """Words from the zips: XML as it lies there, every other form printed from it."""

    def __init__(self, archives: list[Path]) -> None:
        self._archives = Archives(archives)

    def __call__(self, paper: Paper, form: Form) -> bytes | None:
        *place, _serial = paper.place
        data = self._archives.read(tuple(place))
        if form == "xml":
            return data
        head = read_head(data, paper.publication, (0, 0, 0))
        return render(sheet_of_xml(data, head, publication=paper.publication, number=head.printed), form) if head else None


def history(folder: Path, *, until: date = date(2025, 12, 31), crowd: bool = True, now: datetime | None = None) -> Holdings:
    """The history in a folder, with the crowd of other entities around it, as it was at the end of its last day."""
    archives = sorted(folder.glob("*.zip"))
    if not archives:
        raise ConfigurationError(f"{folder} holds no zip files with publications")
    dossiers = _shelf_of(folder, archives, until)
    rolls = rolls_of(actor for dossier in dossiers for actor in dossier.actors)
    return Holdings(
        name=f"history of {len(dossiers)} cases", dossiers=dossiers, rolls=rolls, listed=tuple(rolls.entities()), texts=_Texts(archives),
        now=now or at_hour(until, 23), crowd=crowd,
    )
