"""All papers linked: component by component, so that the words of a whole history need not fit in memory."""

import tempfile
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec
import numpy as np

from navraag.errors import StoreError
from navraag.linking.atlas import Entry, completed, entry_of
from navraag.linking.cases import link_together
from navraag.linking.judgements import renamed, shipped
from navraag.linking.marks import marks_of
from navraag.linking.unions import Numbers
from navraag.pipeline.link_papers import Lacking, StoredAtlas, facts_of, in_order, linked_paper
from navraag.records.cases import Case
from navraag.store.link_cases import LinkCases
from navraag.store.link_papers import LinkPapers
from navraag.store.papers import every_paper
from navraag.store.writer import Writer

_IN_MEMORY = 32 * 1024 * 1024
_TOGETHER = 500
_CHUNK = 50_000
Waiting = tuple[Case, Entry]


def whole_cases(writer: Writer) -> Iterator[Case]:
    """Every case that the papers make, in no order; what is noted of papers and cases is made anew."""
    papers, cases = LinkPapers(writer.connection), LinkCases(writer.connection)
    _mark_all(writer, papers)
    cases.clear()
    lacking, atlas = Lacking(papers), StoredAtlas(cases)
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, dir=str(writer.file.parent)) as file:
        spool = _Spool(file)
        batch = []
        for component, held in papers.components():
            for case in link_together(in_order(held), shipped(), lacking):
                entry = entry_of(case)
                batch.append(facts_of(entry, component))
                if entry.waits:
                    spool.keep((case, entry))
                else:
                    yield completed(case, entry, atlas)
            if len(batch) >= _TOGETHER:
                cases.keep(batch)
                batch = []
        cases.keep(batch)
        for case, entry in spool:
            yield completed(case, entry, atlas)


@dataclass(slots=True)
class _Spool:
    """Cases that wait until all others are known: in memory as long as they are few, else in a file."""

    file: "tempfile.SpooledTemporaryFile[bytes]"
    _sizes: "array[int]" = field(default_factory=lambda: array("q"))

    def keep(self, waiting: Waiting) -> None:
        data = msgspec.json.encode(waiting)
        try:
            self.file.write(data)
        except OSError as error:
            raise StoreError(f"there is no room for the cases that wait for others: {error.strerror}; nothing was half written") from error
        self._sizes.append(len(data))

    def __iter__(self) -> Iterator[Waiting]:
        decoder = msgspec.json.Decoder(Waiting)
        self.file.seek(0)
        for size in self._sizes:
            yield decoder.decode(self.file.read(size))


def _mark_all(writer: Writer, papers: LinkPapers) -> None:
    """Every paper with its marks and its component."""
    papers.clear()
    decided = renamed(shipped())
    marks, bearers, count = array("q"), array("q"), 0
    for held in every_paper(writer.connection):
        found = marks_of(linked_paper(held), decided)
        if found:
            ordered = sorted(found.marks)
            count = papers.add_unmarked(held.sha256, held.row, ordered, odd=found.odd)
            marks.extend(ordered)
            bearers.extend([count] * len(ordered))
    order = np.lexsort((np.frombuffer(bearers, dtype=np.int64), np.frombuffer(marks, dtype=np.int64))) if count else np.empty(0, dtype=np.int64)
    unions = Numbers(count + 1)
    last = None
    for start in range(0, len(order), _CHUNK):
        chunk = order[start:start + _CHUNK]
        pairs = [(marks[at], bearers[at]) for at in chunk.tolist()]
        papers.add_marks(pairs)
        for pair in pairs:
            if last and pair[0] == last[0]:
                unions.join(last[1], pair[1])
            last = pair
    papers.move((unions.find(paper), paper) for paper in range(1, count + 1))
