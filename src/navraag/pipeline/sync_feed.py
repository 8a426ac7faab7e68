"""Following the feed: pages are kept for good first, then what they say, then the place to go on from."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from navraag.documents.blobs import BlobStore
from navraag.documents.document import Retrieval
from navraag.documents.ledger import Ledger
from navraag.errors import NotFoundError, StoreError
from navraag.pipeline.ahead import ahead
from navraag.pipeline.sync_entities import dossier_papers, kept_rows
from navraag.sources.tk_syncfeed import CATEGORIES, SOURCE, Page, SyncFeed, moment, read_page
from navraag.store.sync import Progress, SyncStore

TOGETHER = 16
Tell = Callable[[str, int, int], None]
"""Told the category, how many entries of it have come in, and of about how many."""


class FeedKeeper:
    """Keeps pages of the feed: raw, some together, in a blob store and ledger of their own; their entities in the sync store."""

    def __init__(self, store: SyncStore, home: Path, now: Callable[[], datetime]) -> None:
        self.store = store
        self.blobs = BlobStore(home / "feed" / "blobs")
        self.ledger = Ledger(home / "feed" / "ledger.jsonl")
        self._now = now

    def keep(self, pages: list[Page], progress: Progress) -> None:
        """Pages of one category: bytes, then ledger, then entities with the place to go on from."""
        found = [(page.category, page.token, page.data) for page in pages if page.entities]
        if found:
            pack = msgspec.msgpack.encode(found)
            self.ledger.append([Retrieval(
                document_sha256=self.blobs.put(pack), source=SOURCE, source_id=f"{found[0][0]}/{found[0][1]}", retrieved_at=self._now(),
                media_type="application/msgpack", size=len(pack), status=200,
            )])
        self.note(pages, progress)

    def note(self, pages: Sequence[Page], progress: Progress) -> None:
        """What the pages say, and how far the feed was followed: all or nothing."""
        with self.store.transaction():
            arrived = self.store.next_arrival() if any(page.entities for page in pages) else 0
            for page in pages:
                counts: Counter[str] = Counter({"pages": 1} if page.entities else {})
                rows = kept_rows(self.store, page.category, page.entities, counts)
                self.store.entities.keep(rows, arrived)
                self.store.told.keep_dossier_papers(dossier_papers(rows))
                self.store.count(page.category, counts)
            self.store.keep_progress(progress)


def follow(feed: SyncFeed, keeper: FeedKeeper, category: str, *, since: int | None, tell: Tell, now: Callable[[], datetime]) -> int:
    """Bring one category up to date; how many entries came in. ``since``: where a category that was never followed begins.

    A category begun in the middle remembers what lies before; a later run without ``since`` reads that too.
    """
    progress = keeper.store.progress(category)
    if not progress.cursor:
        start = str(since) if since else ""
        progress = replace(progress, cursor=start or "0", floor=start)
    total, began = 0, ""
    for pages in _together(ahead(feed.pages(category, int(progress.cursor)))):
        caught_up = now().astimezone(UTC).isoformat(timespec="seconds") if pages[-1].last else progress.caught_up
        newest = max([progress.newest or "", *(entity.updated for page in pages for entity in page.entities)])
        progress = replace(progress, cursor=str(pages[-1].following), caught_up=caught_up, newest=newest or None)
        keeper.keep(pages, progress)
        total += sum(len(page.entities) for page in pages)
        began = began or next((entity.updated for page in pages for entity in page.entities), "")
        tell(category, total, total if pages[-1].last else about(total, began, newest, now()))
    return total + (_read_behind(feed, keeper, progress, tell) if progress.floor and since is None else 0)


def _read_behind(feed: SyncFeed, keeper: FeedKeeper, progress: Progress, tell: Tell) -> int:
    """What lies before the place where a category was begun."""
    total, floor = 0, int(progress.floor)
    for pages in _together(_until(ahead(feed.pages(progress.stream, int(progress.behind or "0"))), floor)):
        done = pages[-1].last or pages[-1].following >= floor
        progress = replace(progress, floor="" if done else progress.floor, behind="" if done else str(pages[-1].following))
        keeper.keep(pages, progress)
        total += sum(len(page.entities) for page in pages)
        tell(progress.stream, total, total if done else total * floor // max(pages[-1].following, 1))
    return total


def about(count: int, first: str, newest: str, now: datetime) -> int:
    """About how many entries there will be: the feed is in the order of time, so the days that are read tell."""
    if not (first and newest):
        return 0
    begin = moment(first)
    share = (moment(newest) - begin) / max(now.astimezone(UTC) - begin, timedelta(seconds=1))
    return max(count + 1, round(count / share)) if share > 0 else 0


def _until(pages: Iterable[Page], floor: int) -> Iterator[Page]:
    for page in pages:
        yield page
        if page.following >= floor:
            return


def _together(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """Pages in small groups that are kept together; the first page alone, so that a beginning is seen at once."""
    group: list[Page] = []
    most = 1
    for page in pages:
        group.append(page)
        if len(group) == most:
            yield group
            group, most = [], TOGETHER
    if group:
        yield group


def restore(store: SyncStore, home: Path, now: Callable[[], datetime]) -> int:
    """Make the entities again from the raw pages that are held; how many pages were read. Cases come before their actors."""
    keeper = FeedKeeper(store, home, now)
    spans: dict[str, list[tuple[int, int]]] = {}
    for note in sorted(keeper.ledger, key=lambda note: (_rank(note.source_id), note.retrieved_at)):
        for page in _held_pages(keeper, note):
            progress = store.progress(page.category)
            newest = max([progress.newest or "", *(entity.updated for entity in page.entities)])
            following = max(int(progress.cursor or "0"), page.following)
            keeper.note([page], replace(progress, cursor=str(following), newest=newest, caught_up=note.retrieved_at.isoformat()))
            spans.setdefault(page.category, []).append((page.token, page.following))
    with store.transaction():
        for category, found in spans.items():
            floor, behind = unread(found)
            store.keep_progress(replace(store.progress(category), floor=floor, behind=behind))
    return sum(map(len, spans.values()))


def unread(spans: Iterable[tuple[int, int]]) -> tuple[str, str]:
    """Where the pages that hang together with the last one begin, "" at the beginning of the feed; and how far the ones before them reach.

    >>> unread([(0, 40), (40, 90)]), unread([(700, 800)]), unread([(0, 40), (700, 800), (40, 90)])
    (('', ''), ('700', ''), ('700', '90'))
    """
    runs: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    if not runs or runs[-1][0] == 0:
        return "", ""
    return str(runs[-1][0]), str(runs[0][1]) if runs[0][0] == 0 else ""


def _held_pages(keeper: FeedKeeper, note: Retrieval) -> Iterator[Page]:
    """The pages of one line of the ledger; none where its bytes are lost."""
    try:
        pack = keeper.blobs.get(note.document_sha256)
    except (NotFoundError, StoreError):
        return
    for category, token, data in msgspec.msgpack.decode(pack, type=list[tuple[str, int, bytes]]):
        yield read_page(data, category, token)


def _rank(source_id: str) -> int:
    """Cases first, then documents, then what hangs on them."""
    return CATEGORIES.index(source_id.partition("/")[0])


def start_token(feed: SyncFeed, store: SyncStore, categories: Iterable[str], since: date | None) -> int | None:
    """The token for a beginning at a day, where any category was never followed; None where there is no such day."""
    if since is None or all(store.progress(category).cursor for category in categories):
        return None
    return feed.token_on(since)
