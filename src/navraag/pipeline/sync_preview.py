"""What a sync would bring, asked for without keeping anything."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from navraag.pipeline.sync_feed import start_token
from navraag.pipeline.sync_search import OVERLAP, stream_of
from navraag.settings import Settings
from navraag.sources import koop_publications, tk_resources
from navraag.sources.catalog import FEED, FILES, SEARCH, TEXTS
from navraag.sources.http import Client
from navraag.sources.koop_sru import FIRST_DAY, PUBLICATIONS, Search, Window
from navraag.sources.tk_syncfeed import CATEGORIES, SyncFeed
from navraag.store.sync import FILE_NAME, SyncStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """How much of a stream is new; ``more``: at least so much."""

    stream: str
    count: int
    more: bool = False


def preview(settings: Settings, client: Client, sources: tuple[str, ...], since: date | None, now: datetime) -> tuple[Pending, ...]:
    """What each source has that is not held; one request for each stream, some twenty more where ``since`` is to be found."""
    file = settings.home / FILE_NAME
    with tempfile.TemporaryDirectory() as folder, closing(SyncStore(file if file.is_file() else Path(folder) / FILE_NAME)) as store:
        found: list[Pending] = []
        if FEED in sources:
            found += _feed(store, SyncFeed(client, settings.services.endpoints), since)
        if SEARCH in sources:
            found += _search(store, Search(client, settings.services.endpoints), since, now)
        moment = now.isoformat(timespec="seconds")
        for source, name in ((TEXTS, koop_publications.SOURCE), (FILES, tk_resources.SOURCE)):
            if source in sources:
                found.append(Pending(stream=name, count=len(store.remotes.due(name, moment)), more=source == TEXTS))
    return tuple(found)


def _feed(store: SyncStore, feed: SyncFeed, since: date | None) -> Iterator[Pending]:
    start = start_token(feed, store, CATEGORIES, since) or 0
    for category in CATEGORIES:
        page = feed.page(category, int(store.progress(category).cursor or start))
        yield Pending(stream=category, count=len(page.entities), more=not page.last)


def _search(store: SyncStore, search: Search, since: date | None, now: datetime) -> Iterator[Pending]:
    for name in PUBLICATIONS:
        progress = store.progress(stream_of(name))
        first = date.fromisoformat(progress.cursor) - OVERLAP if progress.cursor else since or FIRST_DAY
        yield Pending(stream=name, count=search.count(Window(name=name, first=first, last=now.date()).clause))
