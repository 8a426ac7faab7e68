"""What XML and HTML share on the way to paragraphs: the paragraph in the making, and what was read so far."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from navraag.parsing.inline import ParagraphBuilder
from navraag.records.evidence import Furniture, Problem
from navraag.records.text import Mark, Paragraph, ParagraphKind


class Flow:
    """Gathers the paragraphs of an element; a reader of one markup walks through it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.furniture: list[Furniture] = []
        self._builder = ParagraphBuilder()
        self._kind: ParagraphKind = "paragraph"
        self._bullet = ""
        self._out: list[Paragraph] = []

    @contextmanager
    def _apart(self, marks: tuple[str, ...]) -> Iterator[list[Paragraph]]:
        """A list of paragraphs of its own, filled within the ``with``; what was in the making goes on afterwards.

        ``marks`` are note marks that stand before its first word.
        """
        outer = self._out, self._builder, self._kind, self._bullet
        self._out, self._builder, self._kind, self._bullet = [], ParagraphBuilder(), "paragraph", ""
        for label in marks:
            self._builder.mark(label)
        yield self._out
        self._out, self._builder, self._kind, self._bullet = outer

    def _flush(self) -> None:
        """The paragraph in the making ends here."""
        builder = self._builder
        if not builder.begun:
            self._keep_marks(builder.labels)
            return
        self._builder = builder.successor()
        self._out.append(builder.build(self._kind, self._bullet))
        self._bullet = ""
        self.furniture += [Furniture(kind="separator", text=mark) for mark in builder.separators]

    def _keep_marks(self, labels: tuple[str, ...]) -> None:
        """Marks without words of their own belong to the paragraph before, else to the next one."""
        if labels and self._out:
            last = self._out[-1]
            extra = tuple(Mark(label=label, at=len(last.text)) for label in labels)
            self._out[-1] = replace(last, marks=last.marks + extra)
            self._builder = self._builder.successor()

    def _flush_bullet(self) -> None:
        """A list number that no words follow stands alone."""
        if self._bullet:
            self._out.append(Paragraph(text="", kind="item", bullet=self._bullet))
            self._bullet = ""
