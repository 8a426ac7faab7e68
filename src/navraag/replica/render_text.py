"""Plain text: what simple extractors make of the PDF and of the Word file, and Open Kamer's page as text."""

from collections.abc import Iterable, Iterator

from navraag.replica.markup import Line
from navraag.replica.pdf_pages import Page, PrintLine, pages_of
from navraag.replica.sheets import Sheet
from navraag.replica.word_lines import WordLine, style_of, typed_marks, word_lines


def _with_marks_apart(line: PrintLine) -> str:
    """The words of a printed line; a note mark goes to a line of its own, as extractors put it."""
    words = "".join(f"\n{chunk.text.strip()}\n" if chunk.rise else chunk.text for chunk in line.chunks)
    return words.replace("\n\n", " ").removeprefix("\n")


def _paragraphs(lines: Iterable[PrintLine]) -> Iterator[list[PrintLine]]:
    gathered: list[PrintLine] = []
    for line in lines:
        if line.starts and gathered:
            yield gathered
            gathered = []
        gathered.append(line)
    if gathered:
        yield gathered


def _joined(lines: list[PrintLine]) -> str:
    """A paragraph as extractors give it: its first line break is kept, later ones are swallowed with their blank."""
    first, *rest = [_with_marks_apart(line) for line in lines]
    return "\n".join(filter(None, (first.strip("\n"), "".join(rest).strip("\n"))))


def _page_text(page: Page) -> Iterator[str]:
    yield from (_joined(paragraph) for paragraph in _paragraphs(line for _, line in page.placed))
    if page.notes:
        yield "\n".join(note.text for note in page.notes)
    feet = ["".join(chunk.text if n == 0 else f" {chunk.text}" for n, chunk in enumerate(line.chunks)) for _, line in page.feet]
    yield "\n".join(feet)


def plain_text_pdf(sheet: Sheet) -> bytes:
    """The text of the PDF, with its running lines, notes in the middle and lost blanks."""
    return ("\n".join(words for page in pages_of(sheet) for words in _page_text(page)) + "\n").encode()


def _typed(line: Line, mark: str) -> str:
    if line.cells:
        return "\t".join(line.cells)
    words = "".join(f" {mark.format(run.mark)}" if run.mark else run.text for run in line.runs)
    return f"- {words}" if line.kind == "item" else words


def _word_text(lines: Iterable[WordLine], mark: str) -> Iterator[str]:
    number = 0
    for item in lines:
        number = number + 1 if item.numbered else number
        yield (f"{number}. " if item.numbered else "") + _typed(item.line, mark)


def plain_text_word(sheet: Sheet, style: str = "") -> bytes:
    """The text of the Word file; marks are typed ("1)") and notes stand at the end."""
    style = style or style_of(sheet)
    mark = typed_marks(sheet, style) or "{})"
    lines = [*_word_text(word_lines(sheet, style), mark)]
    if not typed_marks(sheet, style) and style != "sentence":
        lines += [f"{mark.format(label)} {text}" for label, text in sheet.notes]
    return ("\n".join(lines) + "\n").encode()
