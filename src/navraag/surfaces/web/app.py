"""The site as one ASGI application, and what becomes of errors."""

import logging
import re
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from navraag.errors import NotFoundError, StoreError, WithheldError
from navraag.settings import Mail, load_settings
from navraag.store.reader import Registry, open_registry
from navraag.surfaces.api import app as api
from navraag.surfaces.web.headers import SafeHeaders
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.routes import routes
from navraag.surfaces.web.site import Site

Handler = Callable[[Request, Exception], Awaitable[Response]]
LOG = logging.getLogger("navraag.web")
_NUMBER = re.compile(r"\b\d{4}Z\d{5}\b|\b(?:kv|ah)-[a-z0-9-]{4,30}\b")
_TOLD = frozenset({400, 404, 405, 413, 503})


def create_app(registry: Registry, *, today: Callable[[], date], public_url: str = "", mail: Mail | None = None) -> Starlette:
    """The site that shows a registry. ``today`` gives the day; ``public_url`` is the address that citations carry."""
    app = Starlette(
        routes=list(routes()),
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={HTTPException: _refused, WithheldError: _withheld, NotFoundError: _not_found, StoreError: _failed, Exception: _failed},
    )
    app.state.site = Site(registry=registry, today=today, public_url=public_url.rstrip("/"), mail=mail or Mail())
    return app


def open_app(home: Path, day: date | None = None, public_url: str = "") -> Starlette:
    """The site of the registry in a folder; every worker process calls this for itself.

    Its day is the one given, else the one at which samples stand still, else the real one.
    """
    registry, settings = open_registry(home), load_settings(home)
    app = create_app(
        registry, today=lambda: day or registry.samples_today or _real_day(), public_url=public_url or settings.public_url, mail=settings.mail,
    )
    app.state.site.warm_up()
    return app


def _real_day() -> date:
    return datetime.now().astimezone().date()


async def _refused(request: Request, error: Exception) -> Response:
    """A page that is not there, or an address that asks for what cannot be."""
    assert isinstance(error, HTTPException)
    if request.url.path.startswith(api.PREFIX):
        return api.problem(error.status_code, str(error.detail))
    visit = visit_of(request)
    kind = error.status_code if error.status_code in _TOLD else 400
    told = error.detail if kind == 400 else ""
    response = visit.page("error.html", status=error.status_code, kind=str(kind), told=told, nearest=())
    response.headers.update(error.headers or {})
    return response


async def _not_found(request: Request, error: Exception) -> Response:
    """What the registry does not hold; the nearest that it does hold is offered."""
    visit, asked = visit_of(request), request.path_params
    told = str(asked.get("number") or asked.get("sha256") or asked.get("slug", ""))
    if "label" in asked:
        told = visit.say("error.pair", label=asked["label"], number=told)
    nearest = tuple(number for number in dict.fromkeys(_NUMBER.findall(str(error))) if number != told)
    return visit.page("error.html", status=404, kind="missing", told=told, nearest=nearest)


async def _withheld(request: Request, error: Exception) -> Response:
    """What was removed on purpose: gone, with the day and the reason."""
    return visit_of(request).page("error.html", status=410, kind="withheld", told=str(error).partition(" was ")[2], nearest=())


async def _failed(request: Request, error: Exception) -> Response:
    """Our own mistake: said plainly to the reader, in full to the log."""
    LOG.error("page failed", extra={"address": str(request.url)}, exc_info=error)
    if request.url.path.startswith(api.PREFIX):
        return api.problem(500, "this is our own mistake, and was noted")
    return visit_of(request).page("error.html", status=500, kind="500", told="", nearest=())
