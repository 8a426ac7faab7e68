"""The index opened for reading: looked at again before each search, so that a change is found, and a new index is taken."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy

from navraag.store.search.analysis import Analyzer, fingerprint
from navraag.store.search.compounds import Splitter
from navraag.store.search.files import MENDED_BY, Generation, IndexMissingError, IndexState, current
from navraag.store.search.schema import FORMAT, prepared

Stamp = tuple[str, int]
# A reader remembers fewer words than a builder: hundreds of megabytes of them belong in no web server.
READERS_MEMORY = 60_000
# While one looks, a new index may take the place of the one that was looked at.
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Opened:
    """One moment of the index: what it held when it was looked at, and the analysis that it was made with."""

    searcher: tantivy.Searcher
    analyzer: Analyzer
    stamp: Stamp
    state: IndexState
    spellings: dict[str, int]


class OpenIndex:
    """The index of a registry's folder. Threads share it; none of them waits for another's search."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._turn = threading.Lock()
        self._opened: Opened | None = None
        self._index: tantivy.Index | None = None
        self._shadow: TemporaryDirectory[str] | None = None

    def now(self) -> Opened:
        """The index as it is now; IndexMissingError where it is missing, damaged, or made by another version."""
        for _ in range(_TRIES):
            held = current(self.home)
            try:
                return self._as_it_is(held)
            except IndexMissingError:
                if current(self.home) == held:
                    raise
        return self._as_it_is(current(self.home))

    def _as_it_is(self, held: Generation) -> Opened:
        stamp = held.stamp()
        opened = self._opened
        if opened is not None and opened.stamp == stamp:
            return opened
        with self._turn, engine_errors(self.home):
            return self._look(held, stamp)

    def _look(self, held: Generation, stamp: Stamp) -> Opened:
        opened = self._opened
        if opened is not None and self._index is not None and opened.stamp[0] == stamp[0]:
            if self._shadow:
                self._index = self._open(held)
            else:
                self._index.reload()
            analyzer, spellings = opened.analyzer, opened.spellings
        else:
            spellings = held.spellings()
            analyzer = Analyzer(Splitter(held.words()), memory=READERS_MEMORY)
            self._index = self._open(held)
        state = held.state()
        if (state.format, state.analysis) != (FORMAT, fingerprint(analyzer)):
            raise IndexMissingError(f"the search index in {self.home} was made by another version of Navraag: {MENDED_BY} makes it anew")
        self._opened = Opened(searcher=self._index.searcher(), analyzer=analyzer, stamp=stamp, state=state, spellings=spellings)
        return self._opened


    def _open(self, held: Generation) -> tantivy.Index:
        """The index on disk. The engine wants to place a lock beside its files: where it may not, it gets a folder of links to them."""
        folder = str(held.data)
        if not os.access(folder, os.W_OK):
            self._shadow = TemporaryDirectory(prefix="navraag-index-", ignore_cleanup_errors=True)
            for file in held.data.iterdir():
                if file.suffix != ".lock":
                    (Path(self._shadow.name) / file.name).symlink_to(file.resolve())
            folder = self._shadow.name
        index = prepared(tantivy.Index.open(folder))
        index.config_reader(reload_policy="Manual")
        return index


@contextmanager
def engine_errors(home: Path) -> Iterator[None]:
    """What the search engine says of a damaged index, as one clear IndexMissingError."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise IndexMissingError(f"the search index in {home} is damaged ({error}): {MENDED_BY} makes it anew") from error
    except BaseException as error:
        # The engine is written in Rust, and its panics are no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise IndexMissingError(f"the search index in {home} is damaged: {MENDED_BY} makes it anew") from error
