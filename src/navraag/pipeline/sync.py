"""sync: make the registry equal to the official sources, from nothing or since the last time, and stop anywhere in between."""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from navraag.documents.ledger import Ledger
from navraag.errors import SourceError
from navraag.pipeline.cited import note_cited
from navraag.pipeline.expectations import CHECKED, Expectation, expectations
from navraag.pipeline.report import Failure, Tally
from navraag.pipeline.run import link_cases
from navraag.pipeline.sync_entities import kind_of_registry
from navraag.pipeline.sync_feed import FeedKeeper, follow, restore, start_token
from navraag.pipeline.sync_files import (
    Asking,
    FilePart,
    due_metadata,
    due_publications,
    due_resources,
    fetch_part,
    want_papers,
)
from navraag.pipeline.sync_intake import RemoteIntake, restore_remotes
from navraag.pipeline.sync_search import Follower, begin_again, was_followed
from navraag.pipeline.told import ToldWriter
from navraag.pipeline.workers import Workers
from navraag.settings import Settings
from navraag.sources import koop_sru
from navraag.sources.catalog import FEED, FILES, SEARCH, SOURCES, TEXTS
from navraag.sources.http import Client
from navraag.sources.koop_publications import Publications
from navraag.sources.koop_sru import PUBLICATIONS, Search
from navraag.sources.tk_resources import Resources
from navraag.sources.tk_syncfeed import CATEGORIES, SyncFeed
from navraag.store.database import sole_writer
from navraag.store.sync import FILE_NAME, Progress, SyncStore
from navraag.store.writer import Changes

SEARCH_PAUSE = timedelta(minutes=10)
Tell = Callable[[str, int, int], None]
"""Told the stage (a category, a source), how much of it came in, and of how much (0: not known)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncPlan:
    """What a sync is to do: which sources, from which day on (None: everything), and with what clock."""

    sources: tuple[str, ...] = tuple(SOURCES)
    since: date | None = None
    now: Callable[[], datetime]
    tell: Tell
    processes: int | None = None
    watching: bool = False
    """One round of many: the search is asked every ten minutes only, and rounds in which nothing happens leave no line in the logbook."""
    link_every: float = 3600.0
    """Seconds after which a run that goes on shows the cases that it has so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """What a sync did: entries and files by source, requests by host, what failed, what does not hold."""

    received: dict[str, int] = field(default_factory=dict)
    passed_over: dict[str, int] = field(default_factory=dict)
    requests: dict[str, int] = field(default_factory=dict)
    repeated: dict[str, int] = field(default_factory=dict)
    bytes_received: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    cases: Changes = field(default_factory=Changes)
    failed: tuple[Failure, ...] = ()
    broken: tuple[Expectation, ...] = ()
    seconds: float = 0.0

    @property
    def status(self) -> int:
        """The exit status: 1 where something failed or does not hold."""
        return 1 if self.failed or self.broken else 0


def sync(settings: Settings, client: Client, plan: SyncPlan) -> SyncReport:
    """One sync. What has come in when it is stopped, in whatever way, is kept, and the next one goes on from there.

    Raises StoreError where another run writes, SourceError where there is no line to any source.
    """
    with sole_writer(settings.home, purpose="sync"), closing(open_sync_store(settings, plan.now)) as store:
        writer = ToldWriter(settings.registry_path, store.file)
        try:
            return _Run(settings, client, plan, store, writer).report()
        finally:
            writer.close()


def open_sync_store(settings: Settings, now: Callable[[], datetime]) -> SyncStore:
    """The sync store of a registry; made again from the raw pages where it is lost."""
    file = settings.home / FILE_NAME
    lost = not file.is_file() and (settings.home / "feed" / "ledger.jsonl").is_file()
    store = SyncStore(file)
    if lost:
        restore(store, settings.home, now)
        restore_remotes(store, Ledger(settings.ledger))
    return store


class _Run:
    """One run of all steps; what each did is gathered as it goes."""

    def __init__(self, settings: Settings, client: Client, plan: SyncPlan, store: SyncStore, writer: ToldWriter) -> None:
        self.settings, self.client, self.plan, self.store, self.writer = settings, client, plan, store, writer
        self.tally = Tally()
        self.received: dict[str, int] = {}
        self.gained: list[Changes] = []
        self.started, self.clock = plan.now(), time.monotonic()
        self.linked_at = self.clock

    def report(self) -> SyncReport:
        """Everything in order: what the sources say, the words, the cases; then whether it all holds."""
        before = self.store.tallies()
        wanted = self.plan.sources
        was_stopped = self._begin()
        if FEED in wanted:
            self._feed()
        if self.writer.case_count() == 0 and (kind := kind_of_registry(self.store)):
            self.writer.set_meta("kind", kind)
            self._link()  # a newcomer sees the cases before their words
        with Workers(self.plan.processes) as workers:
            intake = RemoteIntake(self.writer, self.store, self.settings, self.tally, self.plan.now)
            if was_stopped and koop_sru.SOURCE in intake.mend(workers):
                begin_again(self.store)
            if SEARCH in wanted and not (self.plan.watching and was_followed(self.store, self.started - SEARCH_PAUSE)):
                self._search(intake, workers)
            want_papers(self.store)
            self._files(intake, workers)
        changes = self._link()
        note_cited(self.writer, self.store, self.plan.now().date())
        self.writer.note_completeness()
        report = self._told(before, changes)
        if not self.plan.watching or report.received or report.cases or report.status:
            self.writer.write_run("sync", self.started, self.plan.now(), report)
        with self.store.transaction():
            self.store.keep_progress(Progress(stream=_RUNNING))
            if not report.broken:
                self.store.keep_progress(Progress(stream=CHECKED, cursor=str(self.store.arrivals)))
        return report

    def _begin(self) -> bool:
        """Note that a run has begun; was the last one stopped, or is the registry new beside what was fetched?"""
        was_stopped = bool(self.store.progress(_RUNNING).cursor) or self.writer.case_count() == 0
        with self.store.transaction():
            self.store.keep_progress(Progress(stream=_RUNNING, cursor="yes"))
        return was_stopped

    def _link(self) -> Changes:
        """The cases made anew where anything is new, in the words of a document or in what the feed says."""
        arrivals = str(self.store.arrivals)
        if self.store.progress(_LINKED).cursor != arrivals:
            self.writer.set_meta("linked", "no")
        changes = link_cases(self.writer, self.plan.tell)
        self.gained.append(changes)
        with self.store.transaction():
            self.store.keep_progress(Progress(stream=_LINKED, cursor=arrivals))
        self.linked_at = time.monotonic()
        return _sum(self.gained)

    def _after_group(self, stage: str, done: int, total: int) -> None:
        """Tell how far the files are; a run of many hours shows its cases in between."""
        self.plan.tell(stage, done, total)
        if time.monotonic() - self.linked_at > self.plan.link_every:
            self._link()

    def _feed(self) -> None:
        """Every category in turn; one that fails does not keep the others from coming."""
        feed = SyncFeed(self.client, self.settings.services.endpoints)
        keeper = FeedKeeper(self.store, self.settings.home, self.plan.now)
        since = None if self.plan.since is None else start_token(feed, self.store, CATEGORIES, self.plan.since) or 0
        reached = False
        for category in CATEGORIES:
            start = None if since is None else 0 if category in _WHOLE else since
            try:
                self.received[category] = follow(feed, keeper, category, since=start, tell=self.plan.tell, now=self.plan.now)
                reached = True
            except SourceError as error:
                if not reached and category == CATEGORIES[-1]:
                    raise
                self.tally.fail(category, str(error))
                self.received[category] = 0
                if str(error).startswith("no line"):
                    raise

    def _search(self, intake: RemoteIntake, workers: Workers) -> None:
        follower = Follower(
            search=Search(self.client, self.settings.services.endpoints), intake=intake, workers=workers, now=self.plan.now, tell=self._tell,
        )
        for name in PUBLICATIONS:
            try:
                self.received[name] = follower.follow(name, since=self.plan.since)
            except SourceError as error:
                self._failed(name, error)

    def _files(self, intake: RemoteIntake, workers: Workers) -> None:
        """Texts at KOOP first; then the Kamer's own files, for what KOOP has not got."""
        asking = Asking()
        publications = Publications(self.client, self.settings.services.endpoints)
        now = self.started
        parts: list[Callable[[], FilePart]] = []
        if TEXTS in self.plan.sources:
            parts += [lambda: due_publications(self.store, publications, now), lambda: due_metadata(self.store, publications, now)]
        if FILES in self.plan.sources:
            resources, beside = Resources(self.client, self.settings.services.endpoints), TEXTS in self.plan.sources
            parts.append(lambda: due_resources(self.store, resources, now, beside=beside))
        for make in parts:
            part = make()
            try:
                self.received[part.source] = fetch_part(part, intake, workers, asking, self._after_group)
            except SourceError as error:
                self._failed(part.source, error)
            asking.in_a_row = 0
        for line in asking.failures:
            name, _, reason = line.partition(": ")
            self.tally.fail(name, reason)

    def _failed(self, name: str, error: SourceError) -> None:
        if str(error).startswith("no line"):
            raise error
        self.tally.fail(name, str(error))

    def _tell(self, stage: str, done: int) -> None:
        self.plan.tell(stage, done, 0)

    def _told(self, before: dict[str, dict[str, int]], changes: Changes) -> SyncReport:
        passed: dict[str, int] = {}
        for stream, counts in self.store.tallies().items():
            for what, count in counts.items():
                if what.startswith("passed over: ") and (more := count - before.get(stream, {}).get(what, 0)):
                    passed[what.removeprefix("passed over: ")] = more
        usage = self.client.usage
        return SyncReport(
            received={name: count for name, count in self.received.items() if count}, passed_over=passed,
            requests=dict(usage.requests), repeated=dict(usage.failures), bytes_received=usage.received,
            kinds=dict(self.tally.kinds), cases=changes, failed=tuple(self.tally.failed),
            broken=expectations(self.store, self.writer, self.plan.now()), seconds=round(time.monotonic() - self.clock, 3),
        )


def _sum(gained: list[Changes]) -> Changes:
    """What linking changed in all, when it was done several times."""
    last = gained[-1]
    added = sum(one.added for one in gained)
    changed, removed = sum(one.changed for one in gained), sum(one.removed for one in gained)
    total = last.added + last.changed + last.unchanged
    return Changes(added=min(added, total), changed=min(changed, total - min(added, total)), removed=removed, unchanged=max(0, total - added - changed))


_RUNNING, _LINKED = "running", "linked"
_WHOLE = frozenset({"Kamerstukdossier", "Persoon", "Fractie", "FractieZetel", "FractieZetelPersoon", "PersoonLoopbaan"})
"""People and dossiers are read from the beginning, whatever day a sync begins at: sixty pages, and every name needs them."""
