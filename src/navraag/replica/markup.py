"""The small markup of the stories: numbered parts, paragraphs, list items, table rows, note marks, bold and links.

``# 3 en 4 = 3 4`` opens a part: what is printed, and the numbers that it stands for (left out where they are the same).
``- `` is a list item, ``| a | b |`` a table row, ``[^1]`` a note mark, ``[^1]: …`` its note, ``[^9?]`` a mark whose note is
missing, ``**vet**``, ``_cursief_`` and ``[woorden](adres)`` what they are in Markdown.
"""

import re
from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["paragraph", "item", "row"]
_NOTE = re.compile(r"\[\^(\w+)\]: (.+)")
_INLINE = re.compile(r"(?P<space> ?)\[\^(?P<mark>\w+)\??\]|\*\*(?P<bold>[^*]+)\*\*|\b_(?P<italic>[^_]+)_|\[(?P<words>[^\]]+)\]\((?P<url>[^)]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words in one style, or a note mark (``mark`` is the key of its note; ``spaced``: a blank stands before it)."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    url: str = ""
    mark: str = ""
    spaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, a list item or a table row."""

    runs: tuple[Run, ...]
    kind: ParagraphKind = "paragraph"
    cells: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words alone, without marks."""
        return " ".join(self.cells) if self.cells else "".join(run.text for run in self.runs)

    @property
    def marks(self) -> tuple[str, ...]:
        """The keys of the notes marked here, in order."""
        return tuple(run.mark for run in self.runs if run.mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One numbered part, or one of the unnumbered ones ("preamble", "closing")."""

    printed: str
    numbers: tuple[int, ...]
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """The words, one line a paragraph."""
        return "\n".join(line.words for line in self.lines)

    @property
    def marks(self) -> tuple[str, ...]:
        """The keys of all notes marked here, in order."""
        return tuple(mark for line in self.lines for mark in line.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """All parts of a text, and its notes by key."""

    parts: tuple[Part, ...]
    notes: dict[str, str]


def read_runs(words: str) -> tuple[Run, ...]:
    """One line of markup as runs.

    >>> [run.mark or run.text for run in read_runs("Kent u dit?[^1] Ja.")]
    ['Kent u dit?', '1', ' Ja.']
    """
    runs: list[Run] = []
    at = 0
    for found in _INLINE.finditer(words):
        if plain := words[at:found.start()]:
            runs.append(Run(text=plain))
        runs.append(_run(found))
        at = found.end()
    return (*runs, Run(text=words[at:])) if words[at:] else tuple(runs)


def _run(found: re.Match[str]) -> Run:
    if found["mark"]:
        return Run(mark=found["mark"], spaced=bool(found["space"]))
    if found["bold"]:
        return Run(text=found["bold"], bold=True)
    if found["italic"]:
        return Run(text=found["italic"], italic=True)
    return Run(text=found["words"], url=found["url"])


def _line(words: str) -> Line:
    if words.startswith("- "):
        return Line(runs=read_runs(words[2:]), kind="item")
    if words.startswith("|"):
        cells = tuple(cell.strip() for cell in words.strip("|").split("|"))
        return Line(runs=(), kind="row", cells=cells)
    return Line(runs=read_runs(words))


def _numbers(head: str) -> tuple[str, tuple[int, ...]]:
    """What a part prints, and the numbers that it stands for."""
    printed, _, listed = (piece.strip() for piece in head.partition("="))
    return printed, tuple(int(number) for number in (listed or printed).split() if number.isdigit())


def read_body(text: str) -> Body:
    """The parts and notes of one text of a story."""
    heads: list[str] = []
    lines: list[list[Line]] = []
    notes: dict[str, str] = {}
    for words in filter(None, (line.strip() for line in text.splitlines())):
        if note := _NOTE.fullmatch(words):
            notes[note[1]] = note[2]
        elif words.startswith("# "):
            heads.append(words[2:])
            lines.append([])
        else:
            lines[-1].append(_line(words))
    parts = [Part(printed=_numbers(h)[0], numbers=_numbers(h)[1], lines=tuple(ls)) for h, ls in zip(heads, lines, strict=True)]
    return Body(parts=tuple(parts), notes=notes)
