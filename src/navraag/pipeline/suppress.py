"""suppress: take the words of a case, a publication or a document away, and note for ever that, when and why."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from navraag.errors import ConfigurationError, NotFoundError
from navraag.pipeline.clock import with_clock
from navraag.pipeline.run import link_cases, no_progress
from navraag.pipeline.told import writer_for
from navraag.records.cases import Case
from navraag.records.removals import Removal, RemovalKind
from navraag.settings import Settings
from navraag.store.database import sole_writer, sqlite_errors, transaction
from navraag.store.reader import open_registry
from navraag.store.removals import Removals
from navraag.store.withheld import concerned, documents_named, vanished
from navraag.store.writer import Writer

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """What a removal did: the line in the log, and the cases that were written anew (after lifting one: none by name)."""

    removal: Removal
    cases: tuple[str, ...] = ()


def suppress(name: str, reason: str, settings: Settings, now: Callable[[], datetime]) -> Suppressed:
    """Remove the words behind a case number, a publication or the sha256 of a document.

    Raises NotFoundError where the registry holds nothing of that name, ConfigurationError where no reason is given.
    """
    if not reason.strip():
        raise ConfigurationError("--reason should say why, for the log and for readers: --reason 'privacy of a private person'")
    removal, cases = _removal(name, " ".join(reason.split()), settings, now())
    with sole_writer(settings.home, purpose="suppress"):
        Removals(settings.registry_path).append(removal)
        writer = writer_for(settings)
        try:
            _write_again(writer, cases)
            link_cases(writer, no_progress)
            writer.write_run("suppress", now(), now(), removal)
        finally:
            writer.close()
    return Suppressed(removal=removal, cases=tuple(case.number for case in cases))


def lift(name: str, reason: str, settings: Settings, now: Callable[[], datetime]) -> Suppressed:
    """Undo a removal: the words come back from the raw documents. NotFoundError where there is none of that name."""
    removals = Removals(settings.registry_path)
    found = next((one for one in removals.active() if one.id == name), None)
    if found is None:
        raise NotFoundError(f"nothing was removed under the name {name!r}; navraag suppress lists what was")
    line = Removal(id=found.id, kind=found.kind, reason=" ".join(reason.split()), on=now().date(), lifted=True)
    with sole_writer(settings.home, purpose="suppress"):
        removals.append(line)
        writer = writer_for(settings)
        try:
            writer.set_meta("linked", "no")
            writer.set_meta("linked_by", "")  # every case is made anew from its papers
            link_cases(writer, no_progress)
            writer.write_run("suppress", now(), now(), line)
        finally:
            writer.close()
    return Suppressed(removal=line)


def overview(settings: Settings) -> tuple[tuple[Removal, ...], tuple[str, ...]]:
    """The removals in force, and publications that vanished at their source: candidates for one."""
    with open_registry(settings.registry_path) as registry:
        return Removals(registry.file).active(), vanished(registry)


def _removal(name: str, reason: str, settings: Settings, now: datetime) -> tuple[Removal, tuple[Case, ...]]:
    """The line of the log, and the cases as they are held now."""
    with open_registry(settings.registry_path) as registry:
        kind, found = _named(name), name
        cases: tuple[Case, ...] = ()
        if kind == "case":
            cases = (registry.case(name),)
            found = cases[0].number
        documents = tuple(sorted({*documents_named(registry, found), *_documents(cases)}))
        cases = cases or tuple(registry.case(number) for number in concerned(registry, found, documents))
    if not documents and not cases:
        raise NotFoundError(f"the registry holds nothing under the name {name!r}")
    return Removal(id=found, kind=kind, reason=reason, on=now.date(), documents=documents), cases


def _write_again(writer: Writer, cases: tuple[Case, ...]) -> None:
    """The cases as they are held, through the same gate as every case: what is removed stays behind."""
    linked = writer.meta("linked") or "no"
    with sqlite_errors(writer.file), transaction(writer.connection):
        writer.put_cases(map(with_clock, cases), writer.hashes(case.number for case in cases))
        writer.set_meta("linked", linked)  # papers that wait to be linked go on waiting


def _documents(cases: tuple[Case, ...]) -> Iterator[str]:
    """The documents from which the papers of cases were read."""
    for case in cases:
        for paper in (case.questions, *case.answers, *case.notices, case.withdrawal):
            yield from (source.sha256 for source in (paper.sources if paper else ()) if source.sha256)


def _named(name: str) -> RemovalKind:
    if _SHA256.fullmatch(name):
        return "document"
    return "publication" if name.startswith(("kv-", "ah-")) else "case"
