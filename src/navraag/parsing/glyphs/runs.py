"""PDF pages as runs of text with their place, size and weight, read in bulk: never glyph by glyph.

PDFium gives the whole text of a page in one call. Only the first and last glyph of each line, those around gaps, and
figures (which may be raised: note marks) are asked for their boxes, so that a page costs hundreds of calls, not
thousands.
"""

import ctypes
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as api

from navraag.errors import LayoutError

MAX_PAGES = 1_000
MAX_PAGE_CHARACTERS = 200_000
MAX_CHARACTERS = 20_000_000
HYPHENS = "\x02\ufffe"
COLUMN_GAP = 1.35  # in heights of the text: a wider gap parts two columns
SIZES_GAP, SIZES_DIFFER = 0.45, 0.15  # the margin column of a letter stands close to full lines of its text
RISE = 0.12  # in heights of the text: a figure that stands this much higher is a note mark
LINE_BREAKS = re.compile(r"[\r\n]+|(?<=[\x02\ufffe])")
FIGURES = re.compile(r"[\d*†]+")
GAPS = re.compile(r" +")
BOLD = 600
NAME_SIZE = 128
BOLD_NAME = re.compile(rb"bold|black|heavy", re.IGNORECASE)

_PDFIUM = threading.Lock()  # the library is not made for threads


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The place of a glyph, in points from the lower left corner; height and bottom are those of its font."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """The height of the font at this size."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text on one line, of one size, without a gap; ``word`` is the width of its first word."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    word: float
    bold: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GlyphPage:
    """One page: its measures and its runs in the order of the file."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]


class PageText:
    """The text page of PDFium, with the few questions that we ask of it."""

    def __init__(self, raw: object) -> None:
        """``raw`` is the handle of a loaded text page."""
        self._raw = raw
        self._rect = api.FS_RECTF()
        self._name = ctypes.create_string_buffer(NAME_SIZE)
        self.text = self._read()

    def _read(self) -> str:
        size = api.FPDFText_CountChars(self._raw)
        if size > MAX_PAGE_CHARACTERS:
            raise LayoutError(f"a page of the PDF holds {size} characters, more than {MAX_PAGE_CHARACTERS}")
        if size <= 0:
            return ""
        buffer = (ctypes.c_ushort * (size + 1))()
        written = api.FPDFText_GetText(self._raw, 0, size, buffer)
        text = bytes(buffer).decode("utf-16-le", errors="replace")[: max(written - 1, 0)]
        if len(text) == size:
            return text
        # Characters beyond the basic plane or without a code shift the two counts: then one by one.
        codes = (api.FPDFText_GetUnicode(self._raw, at) for at in range(size))
        return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def box(self, at: int) -> Box | None:
        """The place of one glyph; None where the library knows none."""
        rect = self._rect
        if not api.FPDFText_GetLooseCharBox(self._raw, at, rect):
            return None
        return Box(left=rect.left, right=rect.right, bottom=rect.bottom, top=rect.top)

    def generated(self, at: int) -> bool:
        """Whether the library put in a character (a blank between two pieces of text) that the file does not hold."""
        return bool(api.FPDFText_IsGenerated(self._raw, at) == 1)

    def bold(self, at: int) -> bool:
        """Whether a glyph is set in a bold font, as its weight or its name says."""
        if api.FPDFText_GetFontWeight(self._raw, at) >= BOLD:
            return True
        size = api.FPDFText_GetFontInfo(self._raw, at, self._name, NAME_SIZE, None)
        return 0 < size <= NAME_SIZE and BOLD_NAME.search(self._name.raw[:size]) is not None


def read_pages(data: bytes) -> Iterator[GlyphPage]:
    """The pages of a PDF one by one; LayoutError where it is protected, damaged, or out of all bounds."""
    with _PDFIUM:
        document = open_pdf(data)
        try:
            if len(document) > MAX_PAGES:
                raise LayoutError(f"PDF of {len(document)} pages, more than {MAX_PAGES}")
            read = 0
            for number in range(len(document)):
                page = read_page(document, number)
                read += sum(len(run.text) for run in page.runs)
                if read > MAX_CHARACTERS:
                    raise LayoutError(f"PDF with more than {MAX_CHARACTERS} characters")
                yield page
        finally:
            document.close()


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """An opened document; LayoutError where it cannot be opened."""
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).casefold() or "security" in str(error).casefold():
            raise LayoutError("PDF is protected with a password") from error
        raise LayoutError(f"PDF is damaged: {str(error).rstrip('.')}") from error


def read_page(document: pdfium.PdfDocument, number: int) -> GlyphPage:
    """One page; an unreadable page is an empty one, and the caller sees that it has no text."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return GlyphPage(number=number, width=0, height=0, runs=())
    try:
        width, height = page.get_size()
        textpage = page.get_textpage()
        try:
            runs = tuple(read_runs(PageText(textpage.raw)))
        finally:
            textpage.close()
    finally:
        page.close()
    return GlyphPage(number=number, width=width, height=height, runs=runs)


def read_runs(page: PageText) -> Iterator[Run]:
    """The runs of one page: lines, taken apart at wide gaps and at raised figures."""
    start = 0
    for match in LINE_BREAKS.finditer(page.text):
        yield from line_runs(page, start, match.start())
        start = match.end()
    yield from line_runs(page, start, len(page.text))


def line_runs(page: PageText, start: int, end: int) -> Iterator[Run]:
    """The runs between two line breaks of the page's text."""
    text = page.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    whole = page.box(steady(text, start, end))
    if whole is None:
        return
    for first, last in between_gaps(page, start, end, whole.height):
        yield from steady_runs(page, first, last, whole)


def steady(text: str, start: int, end: int) -> int:
    """The index of a letter that shows the size of the line: its first letter, else its first glyph."""
    return next((at for at in range(start, end) if text[at].isalpha()), start)


def between_gaps(page: PageText, start: int, end: int, height: float) -> Iterator[tuple[int, int]]:
    """The stretches of a line between gaps as wide as those of columns."""
    first = start
    for gap in GAPS.finditer(page.text, start, end):
        if len(gap[0]) == 1 and not page.generated(gap.start()):
            continue  # a blank that the file itself holds stands within one piece of text
        before, after = page.box(gap.start() - 1), page.box(gap.end())
        if before and after and parted(before, after, height):
            yield first, gap.start()
            first = gap.end()
    yield first, end


def parted(before: Box, after: Box, height: float) -> bool:
    """Whether two glyphs beside each other belong to two columns: far apart, or of two sizes with a gap between."""
    gap = after.left - before.right
    if gap > COLUMN_GAP * height:
        return True
    return gap > SIZES_GAP * height and abs(before.height - after.height) > SIZES_DIFFER * height


def steady_runs(page: PageText, start: int, end: int, whole: Box) -> Iterator[Run]:
    """The runs of a stretch: raised figures apart from the words around them."""
    first = start
    for opening, closing in raised_figures(page, start, end, whole):
        if first < opening:
            yield from made(page, first, opening, raised=False)
        yield from made(page, opening, closing, raised=True)
        first = closing
    if first < end:
        yield from made(page, first, end, raised=False)


def raised_figures(page: PageText, start: int, end: int, whole: Box) -> Iterator[tuple[int, int]]:
    """The stretches of raised figures; "2022" with note 5 behind it is one row of figures, of which one is raised."""
    for figures in FIGURES.finditer(page.text, start, end):
        opening: int | None = None
        for at in range(figures.start(), figures.end()):
            box = page.box(at)
            raised = box is not None and is_raised(box, whole)
            if raised and opening is None:
                opening = at
            if not raised and opening is not None:
                yield opening, at
                opening = None
        if opening is not None:
            yield opening, figures.end()


def is_raised(box: Box, line: Box) -> bool:
    """Whether a glyph is smaller than its line and stands higher: a note mark, no subscript."""
    middle, line_middle = (box.bottom + box.top) / 2, (line.bottom + line.top) / 2
    return box.height < 0.95 * line.height and middle - line_middle > RISE * line.height


def made(page: PageText, start: int, end: int, *, raised: bool) -> Iterator[Run]:
    """The run of a stretch of text; none where it holds nothing but blanks."""
    text = page.text[start:end]
    lead = len(text) - len(text.lstrip())
    first, last = start + lead, start + len(text.rstrip()) - 1
    opening, closing = page.box(first), page.box(last)
    if last < first or opening is None or closing is None:
        return
    sized = page.box(steady(page.text, first, last + 1)) or opening
    word_end = page.text.find(" ", first, last + 1)
    word = page.box(word_end - 1) if word_end > first else closing
    yield Run(
        text=printable(text),
        left=opening.left,
        right=closing.right,
        bottom=sized.bottom,
        height=sized.height,
        word=(word or closing).right - opening.left,
        bold=page.bold(steady(page.text, first, last + 1)) and page.bold(last),
        raised=raised,
    )


def printable(text: str) -> str:
    """Text with the library's sign for a hyphen at the end of a line as a hyphen, ligatures as letters."""
    for sign in HYPHENS:
        text = text.replace(sign, "-")
    return text.translate(LIGATURES)


LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x00": None})
