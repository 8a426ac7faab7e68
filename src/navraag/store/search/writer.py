"""Making the index of pairs from the store, and keeping it up with the outbox."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import tantivy

from navraag.errors import StoreError
from navraag.records.cases import Pair
from navraag.store import outbox
from navraag.store.search.analysis import CHUNK, Analyzer, fingerprint
from navraag.store.search.compounds import Splitter, dictionary, spellings
from navraag.store.search.documents import Documents
from navraag.store.search.files import Generation, IndexMissingError, IndexState, begin, current, publish
from navraag.store.search.schema import FORMAT, HEAP, prepared, schema
from navraag.store.session import ReadOnly

Told = Callable[[str, int, int], None]

LEFTOVER = "FileAlreadyExists"
"""A writer was killed between writing a file and naming it: where its remains cannot be cleared, the index is made anew."""
LEARNED_FROM = 6_000
THREADS = 2
SMALL_HEAP = 30_000_000
TOLD_EVERY = 250
# So many changed cases are quicker taken in by a new index.
MOST_TAKEN_IN = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexReport:
    """What was done to the index: made anew or kept up, and of how many cases and documents."""

    rebuilt: bool
    cases: int
    documents: int


def build(registry: ReadOnly, home: Path, told: Told) -> IndexReport:
    """A new index of everything, made beside the old one and then put in its place."""
    total = int(registry.rows("SELECT count(*) FROM case_row")[0][0])
    made = begin(home)
    position = outbox.position(registry)
    counts = _learn(registry)
    words = dictionary(counts)
    made.keep_words(words)
    made.keep_spellings(spellings(counts, total))
    analyzer = Analyzer(Splitter(words))
    documents = Documents(analyzer, outbox.person_names(registry))
    cases = count = 0
    with writing(made.data, HEAP if total > LEARNED_FROM else SMALL_HEAP, THREADS if total > LEARNED_FROM else 1) as writer:
        for cases, entry in enumerate(outbox.every_case(registry), start=1):
            count += _add(writer, documents, entry)
            if cases % TOLD_EVERY == 0:
                told("indexing", cases, max(total, cases))
        writer.commit()
    made.let_read()
    made.keep_state(_state(position, analyzer))
    publish(made)
    told("indexing", max(total, cases), max(total, cases))
    return IndexReport(rebuilt=True, cases=cases, documents=count)


def keep_up(registry: ReadOnly, home: Path, told: Told) -> IndexReport:
    """The index brought up to the last change; made anew where there is none, or it was made of something else."""
    try:
        held = current(home)
        state = held.state()
        analyzer = Analyzer(Splitter(held.words()))
    except IndexMissingError:
        return build(registry, home, told)
    position = outbox.position(registry)
    if state.seq > position.seq or replaced(state, position, analyzer):
        return build(registry, home, told)
    numbers = outbox.changed(registry, state.seq, position.seq)
    if not numbers:
        return IndexReport(rebuilt=False, cases=0, documents=0)
    if len(numbers) > MOST_TAKEN_IN:
        return build(registry, home, told)
    try:
        count = _take_in(registry, held, Documents(analyzer, outbox.person_names(registry)), numbers, _state(position, analyzer))
    except IndexMissingError:
        return build(registry, home, told)
    return IndexReport(rebuilt=False, cases=len(numbers), documents=count)


def replaced(state: IndexState, position: outbox.Position, analyzer: Analyzer) -> bool:
    """Was the index made of another registry, in another format, or by another analysis?"""
    return (state.format, state.epoch, state.analysis) != (FORMAT, position.epoch, fingerprint(analyzer))


def _take_in(registry: ReadOnly, held: Generation, documents: Documents, numbers: tuple[str, ...], state: IndexState) -> int:
    """The changed cases in place of what the index has of them; how many documents they are now."""
    count = 0
    with writing(held.data, SMALL_HEAP, 1) as writer:
        writer.garbage_collect_files()  # what a writer that was killed left would stand in the way of the same change
        for number in numbers:
            writer.delete_documents_by_term("case", number)
        for entry in outbox.cases_named(registry, numbers):
            count += _add(writer, documents, entry)
        writer.commit()
        held.let_read()
        held.keep_state(state)  # now, not after the merges: what was written is found at once
    held.let_read()
    return count


def _add(writer: tantivy.IndexWriter, documents: Documents, entry: outbox.IndexedCase) -> int:
    count = 0
    for fields in documents.of(entry):
        writer.add_document(tantivy.Document.from_dict(fields, schema()))
        count += 1
    return count


@contextmanager
def writing(folder: Path, heap: int, threads: int) -> Iterator[tantivy.IndexWriter]:
    """A writer of the index in a folder; its merges are waited for at the end."""
    try:
        index = prepared(tantivy.Index(schema(), path=str(folder)))
        writer = index.writer(heap, threads)
    except (ValueError, OSError) as error:
        raise IndexMissingError(f"the search index in {folder} cannot be written: {error}") from error
    try:
        yield writer
        writer.wait_merging_threads()
    except (ValueError, OSError) as error:
        kind = IndexMissingError if LEFTOVER in str(error) else StoreError
        raise kind(f"the search index in {folder} cannot be written: {error}") from error


def _learn(registry: ReadOnly) -> Counter[str]:
    """The words of this collection, with how often each is met in part of it."""
    whole = Analyzer(Splitter({}))
    counts: Counter[str] = Counter()
    for case in outbox.some_cases(registry, LEARNED_FROM):
        for text in _texts(case.pairs):
            counts.update(CHUNK.findall(text))
    for subject in outbox.subjects(registry):
        counts.update(CHUNK.findall(subject))
    words: Counter[str] = Counter()
    for chunk, count in counts.items():
        for word in whole.exact_terms(chunk):
            words[word] += count
    return words


def _texts(pairs: Iterable[Pair]) -> Iterator[str]:
    for pair in pairs:
        yield pair.question.text.plain
        yield from (one.answer.text.plain for one in pair.answers)


def _state(position: outbox.Position, analyzer: Analyzer) -> IndexState:
    return IndexState(format=FORMAT, analysis=fingerprint(analyzer), epoch=position.epoch, seq=position.seq)
