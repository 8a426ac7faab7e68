"""Registrations as holdings: rows of the OData service, one a line, with the publication ids that exist of them.

Of such a case only the registration is known: number, subject, dates, actors; and which publications KOOP has, without files.
"""

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from navraag.errors import ConfigurationError
from navraag.replica.dossiers import Actor, Dossier, Paper
from navraag.replica.dutch_time import at_hour
from navraag.replica.holdings import Holdings
from navraag.replica.rolls import MEMBER, Rolls

_QUESTION = re.compile(r"kv-(?:tk-)?(\d{4})[Zz](\d{5})(?:a|-[hn]\d?)?")
_OLD = re.compile(r"kv-2(\d{2})\d{2}(\d{4})\d(?:-.*)?")
_APPENDIX = re.compile(r"ah-[te]k-(\d{4})\d{4}-(\d{1,5})(?:a|-.*)?")
_ORAL_YEARS = range(2011, 2024)
_FIRST_YEAR = 1994


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (line.strip() for line in lines if line.strip())


def people(printed: str) -> tuple[str, ...]:
    """Names joined by commas, apart; initials in brackets may hold commas of their own.

    >>> people("Ada Klaver (A.), B. Brink")
    ('Ada Klaver (A.)', 'B. Brink')
    """
    return tuple(name for name in re.split(r",\s+(?![^(]*\))", printed) if name)


def register_name(printed: str) -> str:
    """A name as a ZaakActor has it: initials first.

    >>> register_name("Ada van der Klaver (A.B.)")
    'A.B. van der Klaver'
    """
    found = re.fullmatch(r"(.+?)\s*\(([^()]*)\)", printed.strip())
    if not found:
        return printed.strip()
    words = found[1].split()
    last = next((at for at, word in enumerate(words) if at and word[0].islower()), 1 if len(words) > 1 else 0)
    return f"{found[2]} {' '.join(words[last:])}"


def _actors(joined: dict[str, str]) -> Iterator[Actor]:
    for relation, printed in joined.items():
        office = {"Indiener": MEMBER, "Medeindiener": MEMBER}.get(relation, "")
        yield from (Actor(name=register_name(name), relation=relation, office=office) for name in people(printed))


def _dossier(row: dict[str, object], publications: list[str]) -> Dossier:
    joined = row.pop("_actors", {})
    actors = tuple(_actors(joined)) if isinstance(joined, dict) else ()
    tabled = date.fromisoformat(str(row["GestartOp"])[:10])
    members = tuple(actor for actor in actors if actor.office == MEMBER)
    papers = tuple(
        Paper(kind="questions", publication=name, on=tabled, title=str(row["Onderwerp"]).strip(), actors=members, forms=(), listed=True)
        for name in publications
    )
    return Dossier(
        number=str(row["Nummer"]), tabled=tabled, subject=str(row["Onderwerp"]), registered=str(row["Onderwerp"]), guid=str(row["Id"]),
        actors=actors, papers=papers, row=row,
    )


def _by_number(ids: list[str]) -> dict[str, list[str]]:
    """Publications of questions by their Zaak number, as far as their ids are well-formed."""
    found: dict[str, list[str]] = {}
    for name in ids:
        if match := _QUESTION.fullmatch(name):
            found.setdefault(f"{match[1]}Z{match[2]}", []).append(name)
    return found


def _invented_day(year: int, share: float) -> date:
    """A day for a paper of which only the number is known; higher numbers have later days."""
    return date(year, 1, 2) + timedelta(days=round(362 * min(1.0, share)))


def _unregistered(number: str, names: list[str]) -> Dossier:
    """A question set under no Zaak of written questions: an oral one, or, where the list ends or begins, one that KOOP alone has."""
    year = int(number[:4])
    is_oral = year in _ORAL_YEARS
    on = _invented_day(year, int(number[5:]) / 26_000)
    title = f"{'Mondelinge vragen' if is_oral else 'Vragen'} {number}"
    papers = tuple(Paper(kind="oral" if is_oral else "questions", publication=name, on=on, title=title, forms=(), listed=True) for name in names)
    return Dossier(number=number, tabled=on, subject=title.lower(), registered=title, papers=papers, is_registered=is_oral)


def _loose(name: str) -> Dossier:
    """A publication of which only the id is known: an answer or notice, an old question, a mistyped id."""
    series, *parts = name.split("-")
    digits = "".join(re.findall(r"\d+", name))
    appendix, old = _APPENDIX.fullmatch(name), _OLD.fullmatch(name)
    year = int(appendix[1]) + 1 if appendix else 1900 + int(old[1]) if old else 2010
    on = _invented_day(year + 100 if old and year < _FIRST_YEAR else year, int(appendix[2] if appendix else old[2] if old else 0) / 6500)
    paper = Paper(
        kind="questions" if series == "kv" else "answer", publication=name, on=on, title="Vragen" if series == "kv" else "Antwoord op vragen", forms=(),
        listed=True, appendix=int(appendix[2]) if appendix else None,
    )
    number = (parts[-1] if re.search(r"\d{4}Z\d", name) else digits) if series == "kv" else ""
    return Dossier(number=number, tabled=on, subject="", registered="", chamber="ek" if "ek" in parts else "tk", is_registered=False, papers=(paper,))


def _dossiers(rows: Path, ids: list[str]) -> Iterator[Dossier]:
    known = _by_number(ids)
    for line in lines_of(rows):
        row = json.loads(line)
        yield _dossier(row, known.pop(str(row["Nummer"]), []))
    yield from (_unregistered(number, names) for number, names in known.items())
    yield from (_loose(name) for name in ids if not _QUESTION.fullmatch(name))


def registrations(rows: Path, ids: Path | None = None) -> Holdings:
    """The registrations in a file, and, where a list of publication ids is given, what KOOP has."""
    try:
        dossiers = tuple(_dossiers(rows, list(lines_of(ids)) if ids else []))
    except (OSError, UnicodeDecodeError, EOFError, zlib.error, KeyError, ValueError) as error:
        raise ConfigurationError(f"{rows} holds no registrations, one a line: {error}") from error
    last = max((datetime.fromisoformat(str(d.row["ApiGewijzigdOp"])) for d in dossiers if d.row), default=datetime(2024, 10, 2, tzinfo=UTC))
    return Holdings(
        name=f"{sum(bool(d.row) for d in dossiers)} registrations", dossiers=dossiers, rolls=Rolls(members={}, parties={}, party_of={}), listed=(),
        texts=lambda _paper, _form: None, now=max(last.astimezone(UTC), at_hour(date(2025, 3, 1), 12)),
    )

