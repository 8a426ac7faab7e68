"""Words, note marks and links of one paragraph, with white space folded and every offset kept right."""

from collections.abc import Sequence

from navraag.records.text import Link, Mark, Paragraph, ParagraphKind

_BETWEEN_MARKS = frozenset({",", ";", "en", "&", "/"})
_ENDS_SENTENCE = frozenset('.?!»”’"')


class ParagraphBuilder:
    """Collects one paragraph piece by piece.

    White space is folded to single blanks, soft hyphens go, note marks become anchors. A comma that only parts two
    marks ("...?1, 2") is no word: it is handed out as ``separators``.
    """

    __slots__ = ("_blank", "_links", "_marks", "_opened", "_parts", "_since", "_size", "separators")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._since = 0
        self._size = 0
        self._blank = False
        self._marks: list[Mark] = []
        self._links: list[Link] = []
        self._opened: list[tuple[int, str]] = []
        self.separators: list[str] = []

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of the note marks so far."""
        return tuple(mark.label for mark in self._marks)

    @property
    def begun(self) -> bool:
        """True as soon as there are words."""
        return bool(self._parts)

    @property
    def tail(self) -> str:
        """The last few characters so far."""
        return "".join(self._parts[-3:])[-40:]

    def add(self, text: str | None) -> None:
        """Some words; blanks at either end are kept as one blank between pieces."""
        if not text:
            return
        words = text.split()
        if not words:
            self._blank = True
            return
        if (self._blank or text[0].isspace()) and self._parts:
            self._append(" ")
        flat = " ".join(words)
        self._append(flat.replace("\u00ad", "") if "\u00ad" in flat else flat)
        self._blank = text[-1].isspace()

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._size += len(text)

    def space(self) -> None:
        """A blank, from a line break."""
        self._blank = True

    def mark(self, label: str) -> None:
        """A note mark at this place."""
        if self._marks:
            self._drop_separator()
        self._marks.append(Mark(label=label, at=self._size))
        self._since = len(self._parts)

    def _drop_separator(self) -> None:
        """Take out what only parts this mark from the one before."""
        words = "".join(self._parts[self._since :]).rstrip()
        between = words.lstrip()
        if between in _BETWEEN_MARKS:
            self._cut(self._since, between)
        elif len(between) > 1 and between[-1] == "," and between[-2] in _ENDS_SENTENCE:
            self._cut(self._since, ",", keep=words[:-1])

    def _cut(self, start: int, separator: str, *, keep: str = "") -> None:
        removed = sum(map(len, self._parts[start:]))
        self._parts[start:] = [keep] if keep else []
        self._size += len(keep) - removed
        self.separators.append(separator)

    def open_link(self, url: str) -> None:
        """The words from here on are linked, until ``close_link``."""
        starts = self._size + (1 if self._blank and self._parts else 0)
        self._opened.append((starts, url))

    def close_link(self) -> None:
        """The end of the words that were linked."""
        if self._opened:
            start, url = self._opened.pop()
            if self._size > start:
                self._links.append(Link(start=start, end=self._size, url=url))

    def successor(self) -> "ParagraphBuilder":
        """A builder for the next paragraph: a link that runs over several paragraphs goes on in it."""
        following = ParagraphBuilder()
        for _, url in self._opened:
            following.open_link(url)
        while self._opened:
            self.close_link()
        return following

    def build(self, kind: ParagraphKind = "paragraph", bullet: str = "", cells: Sequence[str] = ()) -> Paragraph:
        """The paragraph."""
        text = "".join(self._parts)
        return Paragraph(
            text=text,
            kind=kind,
            bullet=bullet,
            cells=tuple(cells),
            marks=tuple(self._marks),
            links=tuple(_trimmed(link, text) for link in self._links),
        )


def _trimmed(link: Link, text: str) -> Link:
    start = link.start + (text[link.start : link.start + 1] == " ")
    return Link(start=start, end=min(link.end, len(text)), url=link.url)


def plain_paragraph(text: str, kind: ParagraphKind = "paragraph", bullet: str = "") -> Paragraph:
    """A paragraph of words without marks and links, white space folded."""
    flat = " ".join(text.split())
    return Paragraph(text=flat.replace("\u00ad", "") if "\u00ad" in flat else flat, kind=kind, bullet=bullet)
