"""get: one case from the official addresses, in a handful of requests, kept like everything else."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from navraag.errors import ConfigurationError
from navraag.linking.cases import LinkedPaper, link
from navraag.parsing import parse
from navraag.pipeline.report import Failure, Tally
from navraag.pipeline.run import link_cases, no_progress
from navraag.pipeline.sync import open_sync_store
from navraag.pipeline.sync_entities import WRITTEN
from navraag.pipeline.sync_files import OFFICIAL
from navraag.pipeline.sync_intake import Fetched, RemoteIntake
from navraag.pipeline.told import ToldWriter
from navraag.pipeline.workers import Workers
from navraag.records.cases import Case, Source
from navraag.records.identifiers import PublicationName, QuestionNumber, parse_publication
from navraag.settings import Settings
from navraag.sources import koop_publications, koop_sru, tk_resources
from navraag.sources.base import Answer
from navraag.sources.http import Client, Manners
from navraag.sources.koop_publications import Publication, Publications
from navraag.sources.koop_sru import Record, Search
from navraag.sources.tk_odata import OData
from navraag.sources.tk_resources import Resources, file_ending
from navraag.store.database import sole_writer
from navraag.store.sync_remotes import Remote

MOST_REQUESTS = 6
IMPATIENT = Manners(connect_seconds=2.5, read_seconds=6.0, whole_seconds=8.0, attempts=3, wait_first=0.2, longest_retry_after=3.0)
"""Somebody is waiting: a service that falters is asked twice more, and then it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """What asking for one case gave. ``case`` is made of these papers alone; ``left`` are publications not asked for any more."""

    number: str
    case: Case | None
    fetched: tuple[Fetched, ...]
    publications: tuple[str, ...]
    left: tuple[str, ...]
    requests: int
    seconds: float


def case_number(printed: str) -> str:
    """The case that a number or the publication of its questions names.

    >>> case_number("kv-tk-2020Z02502"), case_number("2020z 02502")
    ('2020Z02502', '2020Z02502')
    """
    number = QuestionNumber.read(printed)
    name = parse_publication(printed)
    found = str(number) if number else name.question_number if isinstance(name, PublicationName) else None
    if not found:
        raise ConfigurationError(f"{printed[:60]!r} is no number of a set of questions; one looks like 2020Z02502")
    return found


def get_case(number: str, settings: Settings, client: Client) -> Got:
    """Fetch one case; SourceError where there is no line.

    First the address that the number itself tells, then a search by number, then every publication that it named. What KOOP
    has not published yet is asked of the Kamer: one search, then its files.
    """
    clock, before = time.monotonic(), client.usage.total
    asking = _Asking(number, settings, client)
    fetched = tuple(asking.everything())
    papers = [one for one in fetched if one.answer and not one.name.endswith(".metadata.xml")]
    return Got(
        number=number, case=_case(number, fetched), fetched=fetched, publications=tuple(one.name for one in papers), left=tuple(asking.left),
        requests=client.usage.total - before, seconds=round(time.monotonic() - clock, 2),
    )


class _Asking:
    """The requests for one case, at most ``MOST_REQUESTS`` where the services answer at once."""

    def __init__(self, number: str, settings: Settings, client: Client) -> None:
        self.number, self.client = number, client
        self.publications = Publications(client, settings.services.endpoints)
        self.search = Search(client, settings.services.endpoints)
        self.odata, self.resources = OData(client, settings.services.endpoints), Resources(client, settings.services.endpoints)
        self.begin = client.usage.total
        self.left: list[str] = []

    @property
    def is_spent(self) -> bool:
        """Whether no request is left."""
        return self.client.usage.total - self.begin >= MOST_REQUESTS

    def everything(self) -> Iterator[Fetched]:
        """What KOOP has; where it has nothing, what the Kamer has."""
        published = tuple(self._published())
        yield from published or self._at_the_kamer()

    def _at_the_kamer(self) -> Iterator[Fetched]:
        """The Kamer's own files."""
        for document in self.odata.documents_of(self.number):
            if self.is_spent:
                self.left.append(document.number)
                continue
            answer = self.resources.fetch(document.id)
            ending = file_ending(answer.data) if answer else None
            if ending:
                name = f"kv-tk-{self.number}" if document.kind == WRITTEN else document.number
                yield Fetched(
                    remote=Remote(source=tk_resources.SOURCE, source_id=document.id), name=f"{name}.{ending}", answer=answer,
                    address=f"{OFFICIAL.tk}/SyncFeed/2.0/Resources/{document.id}",
                )

    def _published(self) -> Iterator[Fetched]:
        """The questions, and what the search names beside them."""
        printed = f"kv-tk-{self.number}"
        questions = self.publications.fetch(printed, {"xml": ""})
        for record in self.search.of_case(self.number):
            yield _metadata(record, self.search.address)
            if record.publication == printed and questions:
                yield _text(record, questions)
                questions = None
            elif self.is_spent:
                self.left.append(record.publication)
            elif found := self.publications.fetch(record.publication, _forms(record)):
                yield _text(record, found)
        if questions:
            yield _text(None, questions)


def _forms(record: Record) -> dict[str, str]:
    """The best form alone: another one would cost a request that a further paper needs."""
    best = next((form for form in koop_publications.FORMS if form in record.files), None)
    return {best: ""} if best else {}


def _metadata(record: Record, address: str) -> Fetched:
    name = record.publication
    return Fetched(
        remote=Remote(source=koop_sru.SOURCE, source_id=name, told_by="search", stamp=record.modified), name=f"{name}.metadata.xml",
        answer=Answer(url=address, status=200, data=record.data, media_type="application/xml"),
        address=f"{OFFICIAL.publications}/{name}/metadata.xml",
    )


def _text(record: Record | None, found: Publication) -> Fetched:
    """A paper under the name that the search gave it; a search that does not know it leaves its own."""
    name = f"{found.name}.{found.form}"
    remote = Remote(
        source=koop_publications.SOURCE, source_id=record.publication if record else found.name, told_by="search" if record else "computed",
        stamp=record.modified if record else "",
    )
    return Fetched(remote=remote, name=name, answer=found.answer, address=f"{OFFICIAL.publications}/{name}")


def keep(found: Sequence[Got], settings: Settings, now: Callable[[], datetime]) -> tuple[Failure, ...]:
    """Into the registry: bytes, ledger, what was read, and the cases; what could not be kept, and why.

    Nothing is made where nothing was found.
    """
    tally = Tally()
    if not any(got.fetched for got in found):
        return ()
    with sole_writer(settings.home, purpose="get"), closing(open_sync_store(settings, now)) as store:
        writer = ToldWriter(settings.registry_path, store.file)
        try:
            with Workers(1) as workers:
                intake = RemoteIntake(writer, store, settings, tally, now)
                for got in found:
                    intake.take(got.fetched, workers)
            link_cases(writer, no_progress)
        finally:
            writer.close()
    return tuple(tally.failed)


def _case(number: str, fetched: tuple[Fetched, ...]) -> Case | None:
    """The case that these papers make by themselves."""
    papers = [
        LinkedPaper(
            source=Source(sha256="", layout="", publication=one.remote.source_id, url=one.address), parsed=parse(one.answer.data, name=one.name),
            name=one.name,
        )
        for one in fetched if one.answer
    ]
    cases = link(papers)
    return next((case for case in cases if case.number == number), cases[0] if cases else None)
