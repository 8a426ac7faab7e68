"""Remote files taken in: their bytes kept, read, noted; what replaces what is decided by the name at the source."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from navraag.documents.blobs import BlobStore, sha256_of
from navraag.documents.document import Retrieval
from navraag.documents.ledger import Ledger
from navraag.errors import NotFoundError, StoreError
from navraag.pipeline.report import Tally
from navraag.pipeline.steps import VERSION, Step, document_name, media_type
from navraag.pipeline.workers import Workers
from navraag.settings import Endpoints, Settings
from navraag.sources import koop_publications, koop_sru, tk_resources
from navraag.sources.base import Answer
from navraag.store.sync import SyncStore
from navraag.store.sync_remotes import Remote, State
from navraag.store.totals import places_of
from navraag.store.views import Kind
from navraag.store.writer import Reading, Writer

GROUP = 32
_HANDS = 8
OFFICIAL = Endpoints()
REMOTE_SOURCES = frozenset({koop_publications.SOURCE, koop_publications.METADATA, koop_sru.SOURCE, tk_resources.SOURCE})
_LONGEST_PAUSE = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What asking for one remote file gave: an answer under a name, or None where there is none, or none yet (``failed``)."""

    remote: Remote
    name: str = ""
    answer: Answer | None = None
    address: str | None = None
    refused: bool = False
    failed: bool = False


class RemoteIntake:
    """Takes in what was fetched, group by group; each group is kept whole before the next one."""

    def __init__(self, writer: Writer, store: SyncStore, settings: Settings, tally: Tally, now: Callable[[], datetime]) -> None:
        self.writer = writer
        self.store = store
        self.tally = tally
        self.blobs = BlobStore(settings.blobs)
        self.ledger = Ledger(settings.ledger)
        self._now = now
        self._held = writer.documents

    def take(self, group: Sequence[Fetched], workers: Workers) -> None:
        """One group: bytes, ledger, what was read, and only then that they are held."""
        now = self._now()
        group = [self._renamed(one) for one in group]
        found = [one for one in group if one.answer and one.answer.found]
        notes = {id(one): self._retrieval(one, now) for one in found}
        fresh = [one for one in found if self._is_fresh(one, notes[id(one)].document_sha256)]
        with ThreadPoolExecutor(_HANDS) as hands:  # each waits for the disk
            list(hands.map(self.blobs.put, [one.answer.data for one in fresh if one.answer]))
        self.ledger.append(notes[id(one)] for one in fresh)
        self._read([(one, notes[id(one)]) for one in fresh], workers)
        with self.store.transaction():
            for one in group:
                self._note(one, notes.get(id(one)), now)

    def _is_fresh(self, one: Fetched, sha256: str) -> bool:
        """Are these other bytes than before, or another name, or was what is held lost?"""
        return sha256 != one.remote.sha256 or one.name != one.remote.name or self._held.get(sha256) is None or sha256 not in self.blobs

    def _renamed(self, one: Fetched) -> Fetched:
        """A file that is as it was, but has another name now: its bytes are those that are held."""
        answer, sha256 = one.answer, one.remote.sha256 or ""
        if answer is None or answer.status != 304 or one.name == one.remote.name or sha256 not in self.blobs:
            return one
        return replace(one, answer=replace(answer, status=200, data=self.blobs.get(sha256)))

    def mend(self, workers: Workers) -> frozenset[str]:
        """Read again what the sync store says is held and the registry lacks (it was lost, or a power cut took its last words).

        What comes back are the sources of which bytes are lost: these are to be asked again.
        """
        lost = self.store.remotes.held() - self._held.all()
        remotes = [remote for sha256 in sorted(lost) for remote in self.store.remotes.holding(sha256)]
        again = [(remote, self._again(remote)) for remote in remotes]
        pairs = [pair for _, pair in again if pair]
        for start in range(0, len(pairs), GROUP):
            self._read(pairs[start:start + GROUP], workers)
        return frozenset(remote.source for remote, pair in again if pair is None)

    def _again(self, remote: Remote) -> tuple[Fetched, Retrieval] | None:
        """A remote file as it was fetched; one whose bytes are lost is to be had again."""
        try:
            data = self.blobs.get(remote.sha256 or "")
        except (NotFoundError, StoreError):
            with self.store.transaction():
                self.store.remotes.want_whole(remote.source, remote.source_id)
            return None
        answer = Answer(url="", status=200, data=data, etag=remote.etag, last_modified=remote.last_modified)
        one = Fetched(remote=remote, name=remote.name or "", answer=answer, address=address_of(remote))
        return one, self._retrieval(one, self._now())

    def _read(self, fresh: Sequence[tuple[Fetched, Retrieval]], workers: Workers) -> None:
        """Read the documents that are new, or have a better name than before."""
        notes: dict[str, list[tuple[Fetched, Retrieval]]] = {}
        for one, note in fresh:
            notes.setdefault(note.document_sha256, []).append((one, note))
        unread: list[tuple[bytes, str, Retrieval]] = []
        for sha256, found in notes.items():
            held, (one, note) = self._held.get(sha256), found[0]
            places = [(note.source, note.source_id) for _, note in found]
            name = document_name([*places, *(places_of(self.writer.connection, sha256) if held else ())])
            if one.answer and (held is None or held.parser_version != VERSION or held.name != name):
                unread.append((one.answer.data, name, note))
        steps = list(workers.read([(data, name) for data, name, _ in unread]))
        pairs = [(step, note) for step, (_, _, note) in zip(steps, unread, strict=True) if self._counts(step)]
        refused = {step.sha256 for step in steps} - {step.sha256 for step, _ in pairs}
        retrievals = [note for _, note in fresh if note.document_sha256 not in refused]
        if pairs or retrievals:
            self.writer.write_readings([_reading(step, note) for step, note in pairs], retrievals)
            self.writer.set_meta("linked", "no")

    def _counts(self, step: Step) -> bool:
        """Count what came of one document; is it to be kept?"""
        self.tally.counts["files"] += 1
        refusal = self._refusal(step)
        if step.message or refusal:
            self.tally.fail(step.name, refusal or step.message or "")
        if refusal:
            return False
        self.tally.counts["read"] += 1
        self.tally.kinds.update(step.kinds)
        return True

    def _refusal(self, step: Step) -> str | None:
        """Why a document may not enter: samples and real cases never meet in one registry."""
        found: Kind | None = "samples" if step.sample else "real" if step.real else None
        if found and self.writer.kind == "empty":
            self.writer.set_meta("kind", found)
        if found and (found != self.writer.kind or (step.sample and step.real)):
            return "samples and real cases belong in registries of their own (--home)"
        return None

    def _note(self, one: Fetched, note: Retrieval | None, now: datetime) -> None:
        """What is now known of the remote file."""
        remote = one.remote
        if note:
            held = replace(
                remote, state="held", held_stamp=remote.stamp, sha256=note.document_sha256, name=one.name, etag=note.etag,
                last_modified=note.last_modified, tries=0,
            )
            self.store.remotes.keep(held)
            if remote.source == koop_publications.SOURCE:
                for other in self.store.told.beside(remote.source, remote.source_id, tk_resources.SOURCE):
                    self.store.remotes.put_aside(tk_resources.SOURCE, other, aside=True)
        elif one.answer and one.answer.status == 304:
            self.store.remotes.keep(replace(remote, state="held", held_stamp=remote.stamp, tries=0))
        elif one.failed:
            state: State = "held" if remote.state == "held" else "wanted"
            self.store.remotes.keep(replace(remote, state=state, tries=remote.tries + 1 if state == remote.state else 1))
        else:
            pause = min(_LONGEST_PAUSE, timedelta(days=2 ** min(remote.tries, 8)))
            state = "vanished" if remote.sha256 else "refused" if one.refused else "missing"
            later = (now + pause).isoformat(timespec="seconds")
            self.store.remotes.keep(replace(remote, state=state, tries=remote.tries + 1), next_try=later)

    @staticmethod
    def _retrieval(one: Fetched, now: datetime) -> Retrieval:
        answer = one.answer
        assert answer is not None
        return Retrieval(
            document_sha256=sha256_of(answer.data), source=one.remote.source, source_id=f"{one.remote.source_id}/{one.name}",
            retrieved_at=now, media_type=media_type(one.name, answer.data), size=len(answer.data), url=one.address,
            status=answer.status, etag=answer.etag, last_modified=answer.last_modified,
        )


def _reading(step: Step, note: Retrieval) -> Reading:
    return Reading(
        retrieval=note, name=step.name, outcome="failed" if step.outcome == "skipped" else step.outcome, parser_version=VERSION,
        papers=step.papers, problems=step.problems, message=step.message,
    )


def restore_remotes(store: SyncStore, ledger: Iterable[Retrieval]) -> int:
    """Note again which remote files are held, out of the ledger; of which state of the source is not known. How many there are."""
    count = 0
    with store.transaction():
        for note in ledger:
            source_id, _, name = note.source_id.rpartition("/")
            if note.source in REMOTE_SOURCES and name:
                store.remotes.keep(Remote(
                    source=note.source, source_id=source_id, state="held", held_stamp="", sha256=note.document_sha256, name=name,
                    etag=note.etag, last_modified=note.last_modified,
                ))
                count += 1
    return count


def address_of(remote: Remote) -> str:
    """The official address of a remote file that is held."""
    match remote.source:
        case tk_resources.SOURCE:
            return f"{OFFICIAL.tk}/SyncFeed/2.0/Resources/{remote.source_id}"
        case koop_publications.SOURCE:
            return f"{OFFICIAL.publications}/{remote.name}"
    return f"{OFFICIAL.publications}/{remote.source_id}/metadata.xml"


def groups(things: Iterable[Fetched], most: int = GROUP) -> Iterable[list[Fetched]]:
    """Groups that are kept together."""
    group: list[Fetched] = []
    for one in things:
        group.append(one)
        if len(group) == most:
            yield group
            group = []
    if group:
        yield group
