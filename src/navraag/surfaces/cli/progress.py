"""A progress bar on standard error that is there only for people: it vanishes when done, and where no terminal is."""

import time
from typing import TextIO

_WIDTH = 30
_EVERY = 0.1
_MINUTE = 60
_WORDS = {"reading": "reading", "linking": "linking cases", "enriching": "reading for findings", "indexing": "indexing", "koop_publications": "texts", "tk_resources": "files of the Kamer", "koop_metadata": "metadata"}


class ProgressBar:
    """One line that is drawn again and again; nothing at all where the stream is no terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._alive = stream.isatty()
        self._drawn = 0.0
        self._stage = ""
        self._began = (0.0, 0)

    def show(self, stage: str, done: int, total: int) -> None:
        """Draw how far a stage is, of how much where that is known, and how long it will take; wipe the line when it is done."""
        if not self._alive:
            return
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._began = stage, (now, done)
        if (done < total or not total) and 0 < done and now - self._drawn < _EVERY:
            return
        self._drawn = now
        self._stream.write("\r\x1b[K" if 0 < total <= done else f"\r\x1b[K{_WORDS.get(stage, stage)} {self._line(now, done, total)}")
        self._stream.flush()

    def _line(self, now: float, done: int, total: int) -> str:
        if not total:
            return f"{done:,}"
        filled = _WIDTH * done // total
        began, before = self._began
        left = (now - began) / (done - before) * (total - done) if done > before and now - began > _EVERY else None
        return f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done:,}/{total:,}{f', {in_words(left)} left' if left is not None else ''}"


def in_words(seconds: float) -> str:
    """A time in one unit or two.

    >>> in_words(42), in_words(200), in_words(90_000)
    ('42 s', '4 min', '25 h 0 min')
    """
    if seconds < _MINUTE:
        return f"{max(1, round(seconds))} s"
    minutes = -(-int(seconds) // _MINUTE)
    return f"{minutes} min" if minutes < _MINUTE else f"{minutes // 60} h {minutes % 60} min"
