"""Which files a sync asks for, and asking for them: publications at KOOP, and the Kamer's own files where there are none."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from navraag.errors import SourceError
from navraag.pipeline.ahead import ahead
from navraag.pipeline.sync_entities import NUMBER, WRITTEN, Paper, case_ids, paper_of, touched
from navraag.pipeline.sync_intake import GROUP, Fetched, RemoteIntake, groups
from navraag.pipeline.sync_search import tells_of_everything
from navraag.pipeline.workers import Workers
from navraag.settings import Endpoints
from navraag.sources import koop_publications, koop_sru, tk_resources
from navraag.sources.http import RefusedError
from navraag.sources.koop_publications import Held, Publications
from navraag.sources.tk_resources import Resources, file_ending
from navraag.store.sync import Progress, SyncStore
from navraag.store.sync_entities import EntityRow
from navraag.store.sync_remotes import Remote, ToldBy

OFFICIAL = Endpoints()
GIVE_UP_AFTER = 5
"""So many files in a row that cannot be had mean that the service is down: the rest is left for the next run."""
PATIENCE = 2
"""A file whose end is missing in so many runs is like that: it is taken as it is."""
_MARK = "papers"


def want_papers(store: SyncStore) -> int:
    """Note the files that the feed speaks of since the last time, and of which cases they are; how many documents were looked at."""
    reached, count = store.arrivals, 0
    with store.transaction():
        for document in touched(store, int(store.progress(_MARK).cursor or -1)):
            store.told.keep_cases(document.id, case_ids(document))
            _want(store, document, paper_of(store, document))
            count += 1
        store.keep_progress(Progress(stream=_MARK, cursor=str(reached)))
    return count


def _want(store: SyncStore, document: EntityRow, paper: Paper | None) -> None:
    """Note the files of one document; one that is none of a set of questions any more has none, one that was deleted keeps what it had."""
    if document.deleted:
        return
    if paper is None:
        store.told.keep(document.id, (), ())
        return
    remotes = list(_remotes(paper))
    store.told.keep(document.id, ((one.source, one.source_id) for one in remotes), paper.cases)
    store.remotes.want(remotes)
    _want_renamed(store, paper)
    store.remotes.put_aside(tk_resources.SOURCE, document.id, aside=_is_published(store, paper))


def _want_renamed(store: SyncStore, paper: Paper) -> None:
    """A file of the Kamer that was fetched before its case or publication was known is to be had again, under its name."""
    held = store.remotes.one(tk_resources.SOURCE, paper.document.id)
    if held and held.sha256 and held.name and held.name.rpartition(".")[0] != _resource_name(paper):
        store.remotes.want_again(tk_resources.SOURCE, paper.document.id)


def _remotes(paper: Paper) -> Iterator[Remote]:
    if paper.publication:
        told_by: ToldBy = "computed" if paper.computed else "feed"
        yield Remote(source=koop_publications.SOURCE, source_id=paper.publication, told_by=told_by, stamp=paper.stamp)
    yield Remote(source=tk_resources.SOURCE, source_id=paper.document.id, told_by="feed", stamp=paper.stamp)


@dataclass(slots=True)
class Asking:
    """How asking for files goes: what failed, and how often in a row."""

    failures: list[str] = field(default_factory=list)
    in_a_row: int = 0

    def failed(self, name: str, error: SourceError) -> None:
        """Note a failure; the last of too many in a row stops everything."""
        self.failures.append(f"{name}: {error}")
        self.in_a_row += 1
        if self.in_a_row >= GIVE_UP_AFTER:
            raise SourceError(f"{error} ({self.in_a_row} files in a row could not be had; what was fetched is kept)") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePart:
    """One kind of remote file: which are due, and how one is asked for."""

    source: str
    due: tuple[Remote, ...]
    fetch: Callable[[Remote], Fetched]


def due_publications(store: SyncStore, publications: Publications, now: datetime) -> FilePart:
    """The publications that are to be fetched; names made by rule are not tried where the search tells of everything there is."""
    def fetch(remote: Remote) -> Fetched:
        found = publications.fetch(
            remote.source_id, (remote.forms or "").split(), held=_held(remote), lenient=_is_patient_enough(remote),
        )
        if found is None:
            return Fetched(remote=remote)
        name = f"{found.name}.{found.form}"
        return Fetched(remote=remote, name=name, answer=found.answer, address=f"{OFFICIAL.publications}/{name}")
    is_listed = tells_of_everything(store)
    due = store.remotes.due(koop_publications.SOURCE, _text(now))
    return FilePart(
        source=koop_publications.SOURCE, due=tuple(one for one in due if not (is_listed and one.told_by == "computed")), fetch=fetch,
    )


def due_metadata(store: SyncStore, publications: Publications, now: datetime) -> FilePart:
    """The metadata of publications that are held while no search told of them."""
    untold = store.remotes.untold(koop_publications.SOURCE, koop_sru.SOURCE)
    with store.transaction():
        store.remotes.want(Remote(source=koop_publications.METADATA, source_id=one.source_id, told_by=one.told_by, stamp=one.stamp) for one in untold)

    def fetch(remote: Remote) -> Fetched:
        answer, name = publications.metadata(remote.source_id), f"{remote.source_id}.metadata.xml"
        return Fetched(remote=remote, name=name, answer=answer, address=f"{OFFICIAL.publications}/{remote.source_id}/metadata.xml")
    names = {one.source_id for one in untold}
    due = tuple(remote for remote in store.remotes.due(koop_publications.METADATA, _text(now)) if remote.source_id in names)
    return FilePart(source=koop_publications.METADATA, due=due, fetch=fetch)


def due_resources(store: SyncStore, resources: Resources, now: datetime, *, beside: bool) -> FilePart:
    """The Kamer's own files of documents that KOOP has not got; ``beside``: KOOP is asked too, so one that failed there is left for later."""
    def fetch(remote: Remote) -> Fetched:
        answer = resources.fetch(remote.source_id, held=(remote.etag, remote.last_modified), lenient=_is_patient_enough(remote))
        ending = file_ending(answer.data) if answer and answer.found else (remote.name or "").rpartition(".")[2] or None
        return Fetched(
            remote=remote, name=f"{_resource_name(wanted[remote.source_id])}.{ending}" if ending else "",
            answer=answer, address=f"{OFFICIAL.tk}/SyncFeed/2.0/Resources/{remote.source_id}",
        )
    is_listed = tells_of_everything(store)
    wanted: dict[str, Paper] = {}
    due = []
    for remote in store.remotes.due(tk_resources.SOURCE, _text(now)):
        paper = paper_for(store, remote.source_id)
        if paper and not (beside and _may_be_published(store, paper, is_listed=is_listed)) and not _is_published(store, paper):
            due.append(remote)
            wanted[remote.source_id] = paper
    return FilePart(source=tk_resources.SOURCE, due=tuple(due), fetch=fetch)


def _held(remote: Remote) -> Held | None:
    """What is held of a publication; None where its bytes may be lost, so that they come whole."""
    if not remote.sha256 or not remote.name:
        return None
    return Held(form=remote.name.rpartition(".")[2], etag=remote.etag, last_modified=remote.last_modified)


def _is_patient_enough(remote: Remote) -> bool:
    """Has the file failed so often in a row that it is taken as it comes?"""
    return remote.state in {"wanted", "held"} and remote.tries >= PATIENCE


def _may_be_published(store: SyncStore, paper: Paper, *, is_listed: bool) -> bool:
    """May KOOP have the document, though asking for it has failed so far?"""
    asked = store.remotes.one(koop_publications.SOURCE, paper.publication) if paper.publication else None
    if asked is None or (is_listed and asked.told_by == "computed"):
        return False
    return asked.state == "wanted" and asked.tries <= PATIENCE


def paper_for(store: SyncStore, document: str) -> Paper | None:
    """The document of that id, where it still is one of a set of questions."""
    row = store.entities.one(NUMBER["Document"], document)
    return paper_of(store, row) if row and not row.deleted else None


def _is_published(store: SyncStore, paper: Paper) -> bool:
    held = store.remotes.one(koop_publications.SOURCE, paper.publication) if paper.publication else None
    return held is not None and held.sha256 is not None


def _resource_name(paper: Paper) -> str:
    """What a file of the Kamer is called: its publication where one is known, else the number of the document."""
    return paper.publication or (f"kv-tk-{paper.cases[0]}" if paper.document.kind == WRITTEN and paper.cases else paper.document.number or paper.document.id)


def fetch_part(part: FilePart, intake: RemoteIntake, workers: Workers, asking: Asking, tell: Callable[[str, int, int], None]) -> int:
    """Ask for every file that is due, and take in what comes; how many came. ``tell`` is called after each group that is kept."""
    count = 0
    for group in groups(ahead(_asked(part, asking), most=2 * GROUP)):
        intake.take(group, workers)
        count += sum(1 for one in group if one.answer and one.answer.found)
        tell(part.source, count, len(part.due))
    return count


def _asked(part: FilePart, asking: Asking) -> Iterable[Fetched]:
    for remote in part.due:
        try:
            found = part.fetch(remote)
        except RefusedError:
            found = Fetched(remote=remote, refused=True)
        except SourceError as error:
            yield Fetched(remote=remote, failed=True)
            asking.failed(remote.source_id, error)
            continue
        asking.in_a_row = 0
        yield found


def _text(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")
