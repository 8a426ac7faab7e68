"""The notes of one document: labels that stay apart, texts of several paragraphs joined, addresses found."""

import re
from collections.abc import Iterable

from navraag.records.evidence import Problem
from navraag.records.text import Footnote, Paragraph

_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>«»“”\"]{2,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}’'»"
_LABEL = re.compile(r"^[\s\[(]+|[\s\])\.:]+$")
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S{0,2000}$", re.IGNORECASE)
_ADDRESS_TAIL = re.compile(r"(?!https?:|www\.)(?=\S{0,200}[/=%&?#_.-])[\w./%&=?#~+:;,@-]{1,2000}", re.IGNORECASE)


def clean_label(printed: str) -> str:
    """A label without brackets and stops: "1)" and "[1]" are "1"."""
    return _LABEL.sub("", printed.strip())


def urls_in(text: str) -> tuple[str, ...]:
    """Addresses in a text, in order, without the punctuation of the sentence around them."""
    found = []
    for match in _URL.finditer(text):
        url = match[0].rstrip(_TRAILING)
        if match[0][len(url) :].startswith(")") and url.count("(") > url.count(")"):
            url += ")"
        found.append(url)
    return tuple(dict.fromkeys(found))


def join_note(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs of a note as one text; an address that was split over two paragraphs is one again."""
    lines: list[str] = []
    for paragraph in paragraphs:
        words = f"{paragraph.bullet} {paragraph.text}".strip()
        if lines and words and _runs_on(lines[-1], words):
            lines[-1] += words
        elif words:
            lines.append(words)
    return "\n".join(lines)


def _runs_on(above: str, below: str) -> bool:
    """Whether the address at the end of one line goes on in the next."""
    first = below.split(" ", 1)[0]
    if not (above[-1] in "/-_=&?%" or first[0] in "/?&=#-_."):
        return False
    return bool(_OPEN_ADDRESS.search(above[-2100:]) and _ADDRESS_TAIL.fullmatch(first))


class NoteBook:
    """Notes by label and by the id that marks point to."""

    def __init__(self) -> None:
        self._notes: list[Footnote] = []
        self._labels: set[str] = set()
        self._repeats: dict[str, int] = {}
        self.by_id: dict[str, str] = {}
        self.problems: list[Problem] = []

    def add(self, printed: str, paragraphs: Iterable[Paragraph], *, note_id: str = "", table: bool = False) -> str:
        """Keep a note; the label under which it is kept ("t1" for a note of a table whose "1" is already taken)."""
        label = self._free(clean_label(printed) or str(len(self._notes) + 1), table=table)
        found = tuple(paragraphs)
        text = join_note(found)
        linked = [link.url for paragraph in found for link in paragraph.links]
        self._notes.append(Footnote(label=label, text=text, urls=tuple(dict.fromkeys([*linked, *urls_in(text)]))))
        self._labels.add(label)
        if note_id:
            self.by_id[note_id] = label
        if not text:
            self.problems.append(Problem(code="footnote.empty", message=f"note {label} has no text", where=f"footnote {label}"))
        return label

    def _free(self, label: str, *, table: bool) -> str:
        if label not in self._labels:
            return label
        if table and f"t{label}" not in self._labels:
            return f"t{label}"
        self.problems.append(Problem(code="footnote.label-repeated", message=f"label {label} is printed at two notes", where=f"footnote {label}"))
        number = self._repeats[label] = self._repeats.get(label, 1) + 1
        return f"{label}-{number}"

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """All notes, in order of label where the labels are numbers."""
        return tuple(sorted(self._notes, key=lambda note: int(note.label) if note.label.isascii() and note.label.isdigit() else 10**9))
