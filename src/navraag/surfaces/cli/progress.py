"""A progress bar on standard error that is there only for people: it vanishes when done, and where no terminal is."""

import time
from typing import TextIO

_WIDTH = 30
_EVERY = 0.1
_WORDS = {"reading": "reading", "linking": "linking cases", "enriching": "reading for findings", "indexing": "indexing"}


class ProgressBar:
    """One line that is drawn again and again; nothing at all where the stream is no terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._alive = stream.isatty()
        self._drawn = 0.0

    def show(self, stage: str, done: int, total: int) -> None:
        """Draw how far a stage is; wipe the line when it is done."""
        if not self._alive:
            return
        now = time.monotonic()
        if done < total and 0 < done and now - self._drawn < _EVERY:
            return
        self._drawn = now
        filled = _WIDTH * done // max(total, 1)
        line = f"\r\x1b[K{_WORDS.get(stage, stage)} [{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{total}"
        self._stream.write("\r\x1b[K" if done >= total else line)
        self._stream.flush()
