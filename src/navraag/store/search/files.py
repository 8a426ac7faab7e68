"""Where an index lies: ``<home>/index/`` holds generations, and ``current`` names the one that is read.

A new generation is built beside the old one and put in its place by renaming one small file; who reads the old one goes on
undisturbed until he looks again.
"""

import contextlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from navraag.errors import StoreError

FOLDER = "index"
MENDED_BY = "navraag rebuild --index"
_TRIES = 4


class IndexMissingError(StoreError):
    """There is no index of this registry, or it cannot be used: ``navraag rebuild --index`` makes it anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexState:
    """Of what an index was made, and up to where it has read."""

    format: int
    analysis: str
    epoch: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One index on disk."""

    folder: Path

    @property
    def data(self) -> Path:
        """The files of the search engine."""
        return self.folder / "data"

    def state(self) -> IndexState:
        """What it was made of; IndexMissingError where that cannot be read."""
        try:
            return IndexState(**json.loads((self.folder / "state.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise IndexMissingError(f"the search index in {self.folder.parent} is damaged: {MENDED_BY} makes it anew") from error

    def keep_state(self, state: IndexState) -> None:
        """Say up to where it has read; done last, so that a change is taken in twice rather than never."""
        _write(self.folder / "state.json", json.dumps(asdict(state)))

    def let_read(self) -> None:
        """Who may read our own files may read those of the engine: it makes some that nobody else may."""
        mode = (self.folder / "words.tsv").stat().st_mode
        for file in self.data.iterdir():
            with contextlib.suppress(FileNotFoundError):  # a merge has just done away with it
                if file.stat().st_mode != mode:
                    file.chmod(mode & 0o777)

    def stamp(self) -> tuple[str, int]:
        """What changes when the index does."""
        try:
            return self.folder.name, (self.folder / "state.json").stat().st_mtime_ns
        except OSError:
            return self.folder.name, 0

    def words(self) -> dict[str, int]:
        """The dictionary of compounds that it was made with."""
        return self._counts("words.tsv")

    def keep_words(self, words: dict[str, int]) -> None:
        """Keep the dictionary."""
        self._keep_counts("words.tsv", words)

    def spellings(self) -> dict[str, int]:
        """The words as the collection spells them, with how often each is met."""
        return self._counts("spellings.tsv")

    def keep_spellings(self, words: dict[str, int]) -> None:
        """Keep the spellings."""
        self._keep_counts("spellings.tsv", words)

    def _counts(self, name: str) -> dict[str, int]:
        try:
            rows = (self.folder / name).read_text(encoding="utf-8").splitlines()
            return {word: int(count) for word, _, count in (row.partition("\t") for row in rows)}
        except (OSError, ValueError) as error:
            raise IndexMissingError(f"the search index in {self.folder.parent} is damaged: {MENDED_BY} makes it anew") from error

    def _keep_counts(self, name: str, words: dict[str, int]) -> None:
        (self.folder / name).write_text("".join(f"{word}\t{count}\n" for word, count in words.items()), encoding="utf-8")


def current(home: Path) -> Generation:
    """The generation that is read; IndexMissingError where there is none."""
    root = home / FOLDER
    for _ in range(_TRIES):
        name = _pointer(root)
        if "/" not in name and (root / name / "state.json").is_file():
            return Generation(folder=root / name)
        if name == _pointer(root):
            break  # and no newer one took its place meanwhile
    raise IndexMissingError(f"the search index in {root} is damaged: {MENDED_BY} makes it anew")


def _pointer(root: Path) -> str:
    try:
        return (root / "current").read_text(encoding="utf-8").strip() or "/"
    except (OSError, ValueError) as error:
        raise IndexMissingError(f"there is no search index in {root.parent}: {MENDED_BY} makes it") from error


def begin(home: Path) -> Generation:
    """An empty folder for a new generation; what a build that was killed left behind goes."""
    root = home / FOLDER
    try:
        root.mkdir(parents=True, exist_ok=True)
        kept = (root / "current").read_text(encoding="utf-8").strip() if (root / "current").is_file() else ""
        for left in root.iterdir():
            if left.is_dir() and left.name != kept:
                shutil.rmtree(left, ignore_errors=True)
        number = 1 + max((int(name) for name in (kept.removeprefix("g"),) if name.isdigit()), default=0)
        made = Generation(folder=root / f"g{number}")
        made.data.mkdir(parents=True)
    except OSError as error:
        raise StoreError(f"the search index cannot be written in {root}: {error.strerror}") from error
    return made


def publish(made: Generation) -> None:
    """Put a finished generation in the place of the one before, which goes."""
    root = made.folder.parent
    _write(root / "current", made.folder.name)
    for left in root.iterdir():
        if left.is_dir() and left.name != made.folder.name:
            shutil.rmtree(left, ignore_errors=True)


def _write(file: Path, text: str) -> None:
    beside = file.with_name(f"{file.name}.new")
    with beside.open("w", encoding="utf-8") as target:
        target.write(text)
        target.flush()
        os.fsync(target.fileno())
    beside.replace(file)
