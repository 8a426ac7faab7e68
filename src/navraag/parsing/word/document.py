"""A whole Word file: its body, notes, headers and footers as blocks, and what went wrong on the way."""

from collections.abc import Iterator
from dataclasses import dataclass

from navraag.errors import LayoutError
from navraag.parsing.blocks import Block
from navraag.parsing.packages import Element, Package
from navraag.parsing.word.blocks import BlockReader
from navraag.parsing.word.furniture import furniture_references
from navraag.parsing.word.inline import Findings, InlineReader
from navraag.parsing.word.names import RELATIONSHIP, STRICT_W, W, local
from navraag.parsing.word.notes import note_elements, note_labels, relabel, tail_notes, word_footnote
from navraag.parsing.word.numbering import Numbering
from navraag.parsing.word.styles import Styles
from navraag.records.evidence import Problem
from navraag.records.text import Footnote

MAIN = "word/document.xml"
EXTERNAL = "External"
MAX_NOTES = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDocument:
    """What a Word file holds: body and notes, and its headers and footers (kind and blocks) in order of section."""

    body: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    margins: tuple[tuple[str, tuple[Block, ...]], ...]
    problems: tuple[Problem, ...]


class WordReader:
    """Reads the parts of one package; lists go on counting from one part to the next as Word's do."""

    def __init__(self, package: Package) -> None:
        """``package`` is the opened Word file."""
        self._package = package
        self._findings = Findings()
        self._styles = Styles(self._part("word/styles.xml"))
        self._numbering = Numbering(lambda: self._part("word/numbering.xml"))

    def read(self) -> WordDocument:
        """The whole file; LayoutError where its main part is absent or damaged."""
        document = self._package.xml(MAIN)
        body = document.find(W + "body")
        if body is None:
            raise LayoutError(no_body(document))
        blocks = self._blocks("document", body)
        margins = tuple(self._margins(document))
        labels, notes = self._notes()
        kept, tail = tail_notes(relabel(blocks, labels))
        taken = {note.label for note in notes}
        if tail and taken & {note.label for note in tail}:
            kept, tail = relabel(blocks, labels), ()
        return WordDocument(body=kept, footnotes=(*notes, *tail), margins=margins, problems=tuple(problems(self._findings)))

    def _part(self, name: str) -> Element | None:
        """A part that a Word file may lack; one that is damaged is reported, and the rest is read."""
        try:
            return self._package.optional_xml(name)
        except LayoutError as error:
            self._findings.unreadable[name] = str(error)
            return None

    def _blocks(self, part: str, container: Element) -> list[Block]:
        links = self._targets(part, external=True)
        return BlockReader(InlineReader(self._styles, links, self._findings), self._styles, self._numbering).read(container)

    def _targets(self, part: str, *, external: bool) -> dict[str, str]:
        root = self._part(f"word/_rels/{part}.xml.rels")
        return {
            one.get("Id", ""): one.get("Target", "")
            for one in (root.findall(RELATIONSHIP) if root is not None else ())
            if (one.get("TargetMode") == EXTERNAL) == external
        }

    def _margins(self, document: Element) -> Iterator[tuple[str, tuple[Block, ...]]]:
        targets = self._targets("document", external=False)
        for kind, target in furniture_references(document):
            part = targets.get(target, "").rpartition("/")[2]
            root = self._part(f"word/{part}")
            if root is not None:
                yield kind, tuple(self._blocks(part.removesuffix(".xml"), root))

    def _notes(self) -> tuple[dict[str, str], list[Footnote]]:
        if not self._findings.references:
            return {}, []
        settings = self._part("word/settings.xml")
        elements = {
            **note_elements(self._part("word/footnotes.xml"), "footnote"),
            **note_elements(self._part("word/endnotes.xml"), "endnote"),
        }
        referred = self._findings.references
        labels = note_labels(referred, settings)
        notes = [
            word_footnote(labels[key], self._blocks(f"{key.partition(':')[0]}s", elements[key]))
            for key in list(referred)[:MAX_NOTES]
            if key in elements
        ]
        return labels, notes


def read_word(data: bytes) -> WordDocument:
    """A Word file; LayoutError where it is damaged, protected, or would unpack to gigabytes."""
    return WordReader(Package(data, what="Word file")).read()


def no_body(document: Element) -> str:
    """Why a main part has no body that we read."""
    if isinstance(document.tag, str) and STRICT_W in document.tag:
        return "Word file in the strict variant of the format, which is not read; save it as an ordinary .docx"
    return f"Word file without a body: its main part is <{local(document)}>"


def problems(findings: Findings) -> Iterator[Problem]:
    """What reading the words brought up, as problems."""
    if findings.deleted_letters:
        message = f"tracked changes: {findings.deleted_letters} deleted letters left out, insertions kept"
        yield Problem(code="word.deleted-text", message=message, severity="note")
    if findings.hidden_letters:
        message = f"{findings.hidden_letters} letters of hidden text left out"
        yield Problem(code="word.hidden-text", message=message)
    if findings.unknown_symbols:
        message = f"{findings.unknown_symbols} signs of a symbol font that is not known"
        yield Problem(code="word.unknown-symbol", message=message)
    for name, error in findings.unreadable.items():
        yield Problem(code="word.part-unreadable", message=error, severity="error", where=name)
    for name in sorted(findings.unknown):
        yield Problem(code="word.unknown-element", message=f"element <{name}> is not read")
