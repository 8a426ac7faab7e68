"""The sample stories as data: cases and their papers, read from ``samples/stories/*.toml``.

The stories are the truth: the renderers print them, and the tests ask of every reader to find them again.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from navraag.replica.markup import Body, read_body

PaperKind = Literal["delay_notice", "answer", "further", "correction", "withdrawal"]
SAMPLES_TODAY = date(2024, 6, 28)
"""The day on which the clock of the samples stands still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """A member: name and party."""

    name: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office: role, the word before the portfolio ("van", "voor"), the portfolio, and for answerers a name."""

    role: str
    joint: str = "van"
    portfolio: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPaper:
    """One paper that follows the questions."""

    kind: PaperKind
    on: date
    by: tuple[Office, ...]
    behalf: tuple[Office, ...] = ()
    between: str = "en van"
    appendix: int | None = None
    publication: str = ""
    see: tuple[tuple[str, int], ...] = ()
    also: tuple[str, ...] = ()
    reason: str = "information"
    joint: str = "merged"
    answers: Body = field(default_factory=lambda: read_body(""))
    layouts: tuple[str, ...] = ()
    html: str = "2021"
    word: str = "vraag_antwoord"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCase:
    """One case: who asks what of whom, and the papers that follow."""

    number: str
    tabled: date
    askers: tuple[Asker, ...]
    to: tuple[Office, ...]
    subject: str
    registered: str
    topics: tuple[str, ...]
    questions: Body
    papers: tuple[StoryPaper, ...]
    shows: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ()
    html: str = "2021"
    word: str = "numbered_heading"
    chamber: str = "tk"
    publication: str = ""
    absent: Office | None = None
    oral: bool = False
    reprint: str = ""
    reprint_from: str = ""
    reprint_to: str = ""
    mistyped: str = ""
    line: str = ""


def read_office(printed: str) -> Office:
    """An office as the stories write it.

    >>> read_office("Minister voor Rechtsbescherming").joint
    'voor'
    """
    role, _, rest = printed.partition(" ")
    joint, _, portfolio = rest.partition(" ")
    return Office(role=role, joint=joint or "van", portfolio=portfolio)


def read_answerer(printed: str) -> Office:
    """An answerer as the stories write it: "Minister Korenhof (Volksgezondheid, Welzijn en Sport)"."""
    role, _, rest = printed.partition(" ")
    name, _, portfolio = rest.partition(" (")
    return Office(role=role, name=name, portfolio=portfolio.rstrip(")"))


def _asker(printed: str) -> Asker:
    name, _, party = printed.partition(" (")
    return Asker(name=name, party=party.rstrip(")"))


def _see(printed: str) -> tuple[str, int]:
    year, _, number = printed.partition(" ")
    return year, int(number)


def _paper(row: dict[str, Any]) -> StoryPaper:
    return StoryPaper(
        kind=row["kind"],
        on=row["on"],
        by=tuple(map(read_answerer, row["by"])),
        behalf=tuple(map(read_office, row.get("behalf", ()))),
        see=tuple(map(_see, row.get("see", ()))),
        also=tuple(row.get("also", ())),
        answers=read_body(row.get("answers", "")),
        layouts=tuple(row.get("as", ("koop_xml", "koop_metadata"))),
        **{key: row[key] for key in ("between", "appendix", "publication", "reason", "joint", "html", "word") if key in row},
    )


def _case(row: dict[str, Any], line: str) -> StoryCase:
    subject: str = row["subject"]
    return StoryCase(
        number=row["number"],
        tabled=row["tabled"],
        askers=tuple(map(_asker, row["askers"])),
        to=tuple(map(read_office, row["to"])),
        subject=subject,
        registered=row.get("registered", subject[0].upper() + subject[1:]),
        topics=tuple(row["topics"]),
        questions=read_body(row["questions"]),
        papers=tuple(map(_paper, row.get("paper", ()))),
        shows=tuple(row.get("shows", ())),
        layouts=tuple(row.get("as", ("koop_xml", "koop_metadata"))),
        absent=read_office(row["absent"]) if "absent" in row else None,
        line=line,
        **{key: row[key] for key in ("html", "word", "chamber", "publication", "oral", "reprint", "reprint_from", "reprint_to", "mistyped") if key in row},
    )


@cache
def stories() -> tuple[StoryCase, ...]:
    """All sample cases, in the order of the story files."""
    folder = files("navraag.replica.samples") / "stories"
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.iterdir(), key=lambda f: f.name)]
    return tuple(_case(row, table["line"]) for table in tables for row in table["case"])
