"""Remote files taken in: their bytes kept, read, noted; what replaces what is decided by the name at the source."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from navraag.documents.blobs import BlobStore, sha256_of
from navraag.documents.document import Retrieval
from navraag.documents.ledger import Ledger
from navraag.pipeline.report import Tally
from navraag.pipeline.steps import VERSION, Step, media_type
from navraag.pipeline.workers import Workers
from navraag.settings import Settings
from navraag.sources.base import Answer
from navraag.store.sync import SyncStore
from navraag.store.sync_remotes import Remote, State
from navraag.store.views import Kind
from navraag.store.writer import Held, Reading, Writer

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
        self._held = writer.known_documents()

    def take(self, group: Sequence[Fetched], workers: Workers) -> None:
        """One group: bytes, ledger, what was read, and only then that they are held."""
        now = self._now()
        found = [one for one in group if one.answer and one.answer.found]
        notes = {id(one): self._retrieval(one, now) for one in found}
        fresh = [one for one in found if notes[id(one)].document_sha256 != one.remote.sha256 or one.name != one.remote.name]
        for one in fresh:
            if one.answer:
                self.blobs.put(one.answer.data)
        self.ledger.append(notes[id(one)] for one in fresh)
        self._read([(one, notes[id(one)]) for one in fresh], workers)
        with self.store.transaction():
            for one in group:
                self._note(one, notes.get(id(one)), now)

    def _read(self, fresh: Sequence[tuple[Fetched, Retrieval]], workers: Workers) -> None:
        """Read the documents that are new, or new under this name."""
        unread: dict[tuple[str, str], tuple[bytes, Retrieval]] = {}
        retrievals = []
        for one, note in fresh:
            held = self._held.get(note.document_sha256)
            if one.answer and (held is None or held.parser_version != VERSION):
                unread.setdefault((note.document_sha256, one.name), (one.answer.data, note))
            else:
                retrievals.append(note)
        steps = workers.read([(data, name) for (_, name), (data, _) in unread.items()])
        pairs = [(step, note) for step, (_, note) in zip(steps, unread.values(), strict=True) if self._counts(step)]
        if pairs or retrievals:
            self.writer.write_readings([_reading(step, note) for step, note in pairs], retrievals)
            self.writer.set_meta("linked", "no")
        for step, _ in pairs:
            self._held[step.sha256] = Held(name=step.name, parser_version=VERSION, outcome=step.outcome, message=step.message)

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


def groups(things: Iterable[Fetched], most: int = 32) -> Iterable[list[Fetched]]:
    """Groups that are kept together."""
    group: list[Fetched] = []
    for one in things:
        group.append(one)
        if len(group) == most:
            yield group
            group = []
    if group:
        yield group
