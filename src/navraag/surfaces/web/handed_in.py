"""What a visitor hands in with a form: a file or a pasted text, kept in memory only, and never more than may be read."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

FORM_EXTRA = 64 * 1024
PASTED = "geplakt.txt"
LONGEST_FIELD = 200
MOST_FIELDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """The bytes, the name of the file ("geplakt.txt" for a pasted text), and the other fields of the form."""

    data: bytes
    name: str
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def pasted(self) -> bool:
        """Is it a text that was pasted, and no file?"""
        return self.name == PASTED


async def handed_in(request: Request, most: int) -> HandedIn:
    """What the form of ``request`` holds; 413 where it is more than ``most`` bytes, 400 where it is no such form."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise HTTPException(400, detail="content-type")
    form = await _form(request, most)
    try:
        fields = {name: value[:LONGEST_FIELD] for name, value in form.items() if isinstance(value, str) and name != "tekst"}
        file = form.get("bestand")
        if isinstance(file, UploadFile) and file.filename:
            return HandedIn(data=await file.read(), name=file.filename, fields=fields)
        pasted = form.get("tekst")
        return HandedIn(data=pasted.encode("utf-8", "replace") if isinstance(pasted, str) else b"", name=PASTED, fields=fields)
    finally:
        await form.close()


class _InMemory(MultiPartParser):
    """Keeps what is handed in out of the file system, also when it is large."""

    spool_max_size = 1 << 40


async def _form(request: Request, most: int) -> FormData:
    parser = _InMemory(request.headers, _capped(request, most + FORM_EXTRA), max_files=1, max_fields=MOST_FIELDS, max_part_size=most)
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
