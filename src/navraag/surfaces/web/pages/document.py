"""A raw document with its provenance; its bytes are handed out, but never as something that a browser runs."""

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from navraag.store.views import HeldDocument
from navraag.surfaces.web.pages import visit_of

SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"
TEXTS = ("text/", "application/xml", "application/json", "application/xhtml")
ENDINGS = {
    "text/plain": "txt", "text/html": "html", "application/xhtml+xml": "html", "application/xml": "xml",
    "text/xml": "xml", "application/pdf": "pdf", "application/json": "json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
SHOWN_LETTERS = 20_000


async def show(request: Request) -> Response:
    """The page of a document: what it is, where it came from, and which cases stand on it."""
    visit, held = visit_of(request), _held(request)
    text = _decoded(held) if is_text(held) else None
    return visit.page(
        "document.html", held=held, text=text[:SHOWN_LETTERS] if text else None,
        cut=len(text) - SHOWN_LETTERS if text and len(text) > SHOWN_LETTERS else 0,
    )


async def download(request: Request) -> Response:
    """The bytes as they were retrieved, as a file to save."""
    held = _held(request)
    ending = ENDINGS.get(held.document.media_type.split(";")[0].strip(), "bin")
    headers = {
        "content-disposition": f'attachment; filename="{held.document.sha256[:16]}.{ending}"',
        "content-security-policy": SANDBOX, "cache-control": "public, max-age=31536000, immutable",
    }
    return Response(held.data, media_type="application/octet-stream", headers=headers)


async def as_text(request: Request) -> Response:
    """The source of a text document as plain text: mark-up is shown, not obeyed."""
    held = _held(request)
    if not is_text(held):
        raise HTTPException(404)
    headers = {"content-security-policy": SANDBOX}
    return Response(_decoded(held), media_type="text/plain; charset=utf-8", headers=headers)


def is_text(held: HeldDocument) -> bool:
    """Can people read the bytes as they are?"""
    return held.document.media_type.startswith(TEXTS)


def _decoded(held: HeldDocument) -> str:
    return held.data.decode("utf-8-sig", errors="replace")


def _held(request: Request) -> HeldDocument:
    digest = request.path_params["sha256"].lower()
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise HTTPException(404)
    return visit_of(request).registry.document(digest)
