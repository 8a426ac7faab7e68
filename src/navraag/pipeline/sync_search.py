"""Following KOOP's search: windows on the day of last change, so that re-publications come by too."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from navraag.pipeline.ahead import ahead
from navraag.pipeline.sync_intake import Fetched, RemoteIntake, groups
from navraag.pipeline.workers import Workers
from navraag.settings import Endpoints
from navraag.sources import koop_publications, koop_sru
from navraag.sources.base import Answer
from navraag.sources.koop_sru import FIRST_DAY, Record, Search
from navraag.store.sync import Progress, SyncStore
from navraag.store.sync_remotes import Remote

OVERLAP = timedelta(days=3)
"""Days that are read again: a record may appear a little after the day that it bears."""
OFFICIAL = Endpoints()


@dataclass(frozen=True, slots=True, kw_only=True)
class Follower:
    """What following the search needs."""

    search: Search
    intake: RemoteIntake
    workers: Workers
    now: Callable[[], datetime]
    tell: Callable[[str, int], None]

    def follow(self, name: str, *, since: date | None) -> int:
        """Bring one kind of publication up to date, window by window; how many records were new or changed."""
        store, today = self.intake.store, self.now().date()
        progress = store.progress(stream_of(name))
        if not progress.cursor:
            start = since or FIRST_DAY
            progress = replace(progress, cursor=start.isoformat(), floor=start.isoformat() if since else "")
        total = 0
        first = date.fromisoformat(progress.cursor)
        for window in self.search.windows(name, first - OVERLAP if progress.caught_up else first, today):
            total += self._take(self.search.records(window.clause), name, total)
            with store.transaction():
                progress = replace(progress, cursor=max(window.last, first).isoformat())
                store.keep_progress(progress)
        if progress.floor and since is None:
            total += self._behind(name, progress.floor, progress.behind)
            progress = replace(progress, floor="", behind="")
        with store.transaction():
            store.keep_progress(replace(progress, caught_up=self.now().astimezone(UTC).isoformat(timespec="seconds")))
        return total

    def _behind(self, name: str, floor: str, behind: str) -> int:
        """What lies before the day on which following began."""
        store, total = self.intake.store, 0
        first = date.fromisoformat(behind) if behind else FIRST_DAY
        for window in self.search.windows(name, first, date.fromisoformat(floor)):
            total += self._take(self.search.records(window.clause), name, total)
            with store.transaction():
                store.keep_progress(replace(store.progress(stream_of(name)), behind=window.last.isoformat()))
        return total

    def _take(self, records: Iterable[Record], name: str, before: int) -> int:
        """Take in the records that are new or changed, and note the publications that they tell of."""
        count = 0
        for group in groups(self._fresh(ahead(records, most=200)), most=100):
            self.intake.take(group, self.workers)
            count += len(group)
            self.tell(name, before + count)
        return count

    def _fresh(self, records: Iterable[Record]) -> Iterator[Fetched]:
        remotes = self.intake.store.remotes
        for record in records:
            held = remotes.one(koop_sru.SOURCE, record.publication)
            if held and held.held_stamp == record.modified:
                continue
            with self.intake.store.transaction():
                self._want(record, is_known=held is not None and held.held_stamp != "")
            told = replace(held, stamp=record.modified) if held else Remote(
                source=koop_sru.SOURCE, source_id=record.publication, told_by="search", stamp=record.modified,
            )
            yield Fetched(
                remote=told, name=f"{record.publication}.metadata.xml", address=f"{OFFICIAL.publications}/{record.publication}/metadata.xml",
                answer=Answer(url=self.search.address, status=200, data=record.data, media_type="application/xml"),
            )

    def _want(self, record: Record, *, is_known: bool) -> None:
        """The publication that a record tells of: to be had, or to be had again where the record changed or names a better form."""
        remotes, name = self.intake.store.remotes, record.publication
        forms = [form for form in koop_publications.FORMS if form in record.files]
        remotes.want([
            Remote(source=koop_publications.SOURCE, source_id=name, told_by="search", stamp=record.modified, forms=" ".join(forms) or None),
        ])
        held = remotes.one(koop_publications.SOURCE, name)
        if held and held.sha256 and (is_known or (forms and not (held.name or "").endswith(f".{forms[0]}"))):
            remotes.want_again(koop_publications.SOURCE, name)


def begin_again(store: SyncStore) -> None:
    """Follow the search from its beginning: records of it were lost."""
    with store.transaction():
        for name in koop_sru.PUBLICATIONS:
            store.keep_progress(Progress(stream=stream_of(name)))


def tells_of_everything(store: SyncStore) -> bool:
    """Was the search followed from its beginning to its end? Then what it does not name is not published."""
    followed = [store.progress(stream_of(name)) for name in koop_sru.PUBLICATIONS]
    return all(one.caught_up and not one.floor for one in followed)


def was_followed(store: SyncStore, since: datetime) -> bool:
    """Was the end of the search reached at that moment or later?"""
    stamps = [store.progress(stream_of(name)).caught_up for name in koop_sru.PUBLICATIONS]
    return all(stamp and datetime.fromisoformat(stamp) >= since for stamp in stamps)


def stream_of(name: str) -> str:
    """Under what name the progress of a search is kept."""
    return f"search:{name}"
