"""Alerts: sign up, confirm, unsubscribe. Without a mail server and an address of the site there are none, and the page says so."""

import asyncio
from datetime import UTC, datetime
from typing import get_args

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from navraag.store.subscriptions import Subject
from navraag.surfaces.alerts.desk import EVENTS, AlertDesk, Asked, Purpose, RefusedError, chosen
from navraag.surfaces.alerts.post import CannotSendError
from navraag.surfaces.web.pages import visit_of
from navraag.surfaces.web.site import Visit

SUBJECTS: tuple[Subject, ...] = get_args(Subject)
FORM_SIZE = 16 * 1024


async def show(request: Request) -> Response:
    """The form; and after it was sent, what to do next."""
    visit = visit_of(request)
    desk = visit.site.alert_desk
    if request.method != "POST":
        return _form(visit, desk, dict(request.query_params))
    if desk is None:
        raise HTTPException(503)
    sent = await _sent(request)
    return await asyncio.to_thread(_subscribe, visit, desk, sent)


async def confirm(request: Request) -> Response:
    """The page that a message leads to; only its button confirms, since mail programs open links by themselves."""
    return await _step(request, "bevestig")


async def unsubscribe(request: Request) -> Response:
    """The page with one button; a mail program sends the same by itself (RFC 8058)."""
    return await _step(request, "opzeggen")


async def _step(request: Request, purpose: Purpose) -> Response:
    visit = visit_of(request)
    desk, sealed = visit.site.alert_desk, str(request.path_params["sealed"])
    if desk is None or desk.vault.opened(purpose, sealed) is None:
        raise HTTPException(404)
    if request.method != "POST":
        held = await asyncio.to_thread(desk.find, purpose, sealed)
        return visit.page("alerts_step.html", purpose=purpose, held=held, done=purpose == "opzeggen" and held is None)
    done = await asyncio.to_thread(desk.confirm, sealed, datetime.now(UTC)) if purpose == "bevestig" else await asyncio.to_thread(desk.unsubscribe, sealed)
    return visit.page("alerts_step.html", status=200 if done else 410, purpose=purpose, held=None, done=done)


def _form(visit: Visit, desk: AlertDesk | None, given: dict[str, str], refused: str = "", status: int = 200) -> Response:
    return visit.page("alerts.html", status=status, open=desk is not None, given=given, refused=refused, subjects=SUBJECTS, kinds=EVENTS, sent=False)


async def _sent(request: Request) -> FormData:
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise HTTPException(400, detail="origin")
    if int(request.headers.get("content-length", "0") or 0) > FORM_SIZE:
        raise HTTPException(413)
    return await request.form(max_files=0, max_fields=40, max_part_size=FORM_SIZE)


def _subscribe(visit: Visit, desk: AlertDesk, sent: FormData) -> Response:
    given = {name: str(value) for name, value in sent.items()}
    subject = given.get("soort", "")
    if subject not in SUBJECTS:
        return _form(visit, desk, given, "what", 422)
    asked = Asked(
        channel="email", address=given.get("adres", ""), subject=subject, value=given.get("wat", ""),
        events=chosen(str(one) for one in sent.getlist("gebeurtenis")), rhythm="daily" if given.get("ritme") == "daily" else "once", language=visit.language,
    )
    try:
        desk.subscribe(asked, datetime.now(UTC))
    except RefusedError as error:
        return _form(visit, desk, given, str(error), 422)
    except CannotSendError:
        return _form(visit, desk, given, "mail", 503)
    return visit.page("alerts.html", open=True, given={}, refused="", subjects=SUBJECTS, kinds=EVENTS, sent=True)
