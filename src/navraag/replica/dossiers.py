"""Dossiers: what the replica knows of one case, whatever it came from. Entities, publications and rows are derived from them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

PaperKind = Literal["questions", "oral", "delay_notice", "withdrawal", "answer", "further", "correction"]
Form = Literal["xml", "html", "pdf", "odt", "docx"]
FORMATTED_AFTER = timedelta(days=25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person in a role, as the Kamer's registers print it: name with initials, party, office, relation."""

    name: str
    relation: str
    party: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper of a case, through its life: unformatted under ``draft`` first, formatted under ``publication`` later.

    ``forms`` are the manifestations of the formatted publication; without any the paper never reaches KOOP.
    A ``listed`` one has a record there, but no files. ``creator`` and ``dirty`` (name, content) are what the metadata wrongly say.
    """

    kind: PaperKind
    publication: str
    on: date
    draft: str = ""
    formatted: date | None = None
    appendix: int | None = None
    title: str = ""
    actors: tuple[Actor, ...] = ()
    also: tuple[str, ...] = ()
    also_guids: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ("xml", "html", "odt", "pdf")
    resource: Form = "pdf"
    size: int = 1
    place: tuple[int, ...] = ()
    listed: bool = False
    creator: str = ""
    dirty: tuple[tuple[str, str], ...] = ()

    @property
    def is_at_koop(self) -> bool:
        """Whether it is published there."""
        return bool(self.forms) or self.listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One case: its registration and its papers, the questions first.

    One that is not ``is_registered`` is known at KOOP alone: those of the Eerste Kamer, and those older than the registers.
    """

    number: str
    tabled: date
    subject: str
    registered: str
    guid: str = ""
    chamber: Literal["tk", "ek"] = "tk"
    is_registered: bool = True
    actors: tuple[Actor, ...] = ()
    papers: tuple[Paper, ...] = ()
    topics: tuple[str, ...] = ()
    row: dict[str, object] = field(default_factory=dict)

    @property
    def is_oral(self) -> bool:
        """Whether the questions were put in the meeting."""
        return bool(self.papers) and self.papers[0].kind == "oral"

    @property
    def closed_on(self) -> date | None:
        """The day on which the answer or the withdrawal came."""
        return next((paper.on for paper in self.papers if paper.kind in {"answer", "withdrawal"}), None)
