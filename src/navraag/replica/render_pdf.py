"""PDF files: two standard fonts, words at their places, no compression; the same bytes for the same sheet."""

from collections.abc import Iterable

from navraag.replica.pdf_pages import HEIGHT, WIDTH, Page, PrintLine, note_heights, pages_of
from navraag.replica.sheets import Sheet

_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


def _shown(y: float, line: PrintLine) -> str:
    return "".join(
        f"/{'F2' if chunk.bold else 'F1'} {chunk.size} Tf 1 0 0 1 {chunk.x:.2f} {y + chunk.rise:.2f} Tm ({chunk.text.translate(_ESCAPED)}) Tj\n"
        for chunk in line.chunks
    )


def _content(page: Page) -> bytes:
    places = (*page.placed, *note_heights(page), *page.feet)
    return f"BT\n{''.join(_shown(y, line) for y, line in places)}ET\n".encode("cp1252", "replace")


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _objects(pages: tuple[Page, ...], title: str) -> Iterable[bytes]:
    """The objects of the file, numbered from 1: catalogue, pages, fonts, information, then each page and its content."""
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    yield b"<< /Type /Catalog /Pages 2 0 R >>"
    yield f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    yield _font("Helvetica")
    yield _font("Helvetica-Bold")
    yield b"<< /Title (" + title.encode("ascii", "replace") + b") /Producer (Navraag samples) >>"
    for n, page in enumerate(pages):
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
        yield f"<< /Type /Page /Parent 2 0 R {box} /Contents {7 + 2 * n} 0 R >>".encode()
        content = _content(page)
        yield b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def pdf(sheet: Sheet) -> bytes:
    """The PDF file of a sheet."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets: list[int] = []
    for n, body in enumerate(_objects(pages_of(sheet), sheet.publication), 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, start)
    return bytes(out)
