"""``/lees``: hand in any document and see what stands in it. Nothing is stored."""

from collections.abc import AsyncGenerator
from dataclasses import replace

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import Response

from navraag.surfaces.reading import Failure, Reading
from navraag.surfaces.shapes import kind_of
from navraag.surfaces.web.characters import account_view
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.passages import Reader
from navraag.surfaces.web.preview import heading_of, preview
from navraag.surfaces.web.site import Visit

FORM_EXTRA = 64 * 1024
# More than any set of questions has; a page with more would keep other readers waiting.
MOST_PAIRS = 500
STATUS: dict[Failure, int] = {"too_large": 413, "busy": 503}


async def show(request: Request) -> Response:
    """The form, and after it was sent what was read."""
    visit = visit_of(request)
    if request.method != "POST":
        return visit.page("lees.html", reading=None, name="")
    data, name = await _handed_in(request, visit.site.reading_room.limits.size)
    return _result(visit, await visit.site.reading_room.read(data, name=name), name)


def _result(visit: Visit, reading: Reading, name: str) -> Response:
    if reading.parsed is None:
        status = STATUS.get(reading.failure, 422) if reading.failure else 200
        return visit.page("lees.html", status=status, reading=reading, name=name)
    whole = preview(reading.parsed.content)
    case = replace(whole, pairs=whole.pairs[:MOST_PAIRS], orphans=whole.orphans[:MOST_PAIRS]) if whole else None
    reader = Reader(case, prefix=visit.prefix, missing=visit.say("note.missing")) if case else None
    account = account_view(reading.characters, visit.say) if reading.characters else None
    return visit.page(
        "lees_result.html", kind=kind_of(reading.parsed.content), account=account, parsed=reading.parsed, name=name, case=case, reader=reader,
        left_out=max(0, len(whole.pairs) - MOST_PAIRS) if whole else 0, heading=heading_of(reading.parsed.content),
    )


class _InMemory(MultiPartParser):
    """Keeps what is handed in out of the file system, also when it is large."""

    spool_max_size = 1 << 40


async def _handed_in(request: Request, most: int) -> tuple[bytes, str]:
    """The bytes of the file, or else of the pasted text, and the file's name."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise HTTPException(400, detail="content-type")
    form = await _form(request, most)
    try:
        file = form.get("bestand")
        if isinstance(file, UploadFile) and file.filename:
            return await file.read(), file.filename
        pasted = form.get("tekst")
        return (pasted.encode() if isinstance(pasted, str) else b""), "geplakt.txt"
    finally:
        await form.close()


async def _form(request: Request, most: int) -> FormData:
    parser = _InMemory(request.headers, _capped(request, most + FORM_EXTRA), max_files=1, max_fields=4, max_part_size=most)
    try:
        return await parser.parse()
    except MultiPartException as error:
        raise HTTPException(400, detail=error.message) from error


async def _capped(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    received = 0
    async for piece in request.stream():
        received += len(piece)
        if received > most:
            raise HTTPException(413)
        yield piece
