"""The API as routes: addresses to answers, with ETag, CORS, Link headers and problems (RFC 9457)."""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route, Router

from navraag.errors import NotFoundError, StoreError, WithheldError
from navraag.surfaces.api import cursors
from navraag.surfaces.api.cases import CASES
from navraag.surfaces.api.endpoints import Desk, Endpoint, Listed
from navraag.surfaces.api.openapi import describe
from navraag.surfaces.api.parameters import BadParameterError, read_all
from navraag.surfaces.api.people import PEOPLE
from navraag.surfaces.api.registers import REGISTER
from navraag.surfaces.shapes import Shape

PREFIX = "/api/v1"
ENDPOINTS: tuple[Endpoint, ...] = (*CASES, *PEOPLE, *REGISTER)
LOG = logging.getLogger("navraag.api")
_OPEN = {"access-control-allow-origin": "*", "access-control-expose-headers": "ETag, Link, Retry-After", "cache-control": "no-cache"}
_ASKED_FIRST = {"access-control-allow-methods": "GET, HEAD, OPTIONS", "access-control-allow-headers": "If-None-Match, Accept", "access-control-max-age": "86400"}
_ENCODE = msgspec.json.Encoder().encode
Answering = Callable[[Request], Awaitable[Response]]


def api_routes(desk_of: Callable[[Request], Desk]) -> Mount:
    """Everything below ``/api/v1``; ``desk_of`` gives what the handlers work with."""
    routes = [Route(endpoint.path, _answering(endpoint, desk_of), methods=["GET", "OPTIONS"]) for endpoint in ENDPOINTS]
    described = Route("/openapi.json", _description(desk_of), methods=["GET", "OPTIONS"])
    return Mount(PREFIX, app=Router([*routes, described], default=_no_address))


def _answering(endpoint: Endpoint, desk_of: Callable[[Request], Desk]) -> Answering:
    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_OPEN | _ASKED_FIRST)
        return await asyncio.to_thread(_answer, endpoint, desk_of(request), request)

    return answer


def _answer(endpoint: Endpoint, desk: Desk, request: Request) -> Response:
    """The answer, or the problem. Nothing that can be asked is our mistake; what is, goes to the log with its address."""
    try:
        asked = read_all(endpoint.all_parameters, request.query_params, request.path_params)
        given = endpoint.handler(desk, asked)
        shape, headers = (given, {}) if isinstance(given, dict) else _page(endpoint, given, asked, desk, request)
    except BadParameterError as error:
        return problem(400, str(error))
    except WithheldError as error:
        return problem(410, str(error))
    except NotFoundError as error:
        return problem(404, str(error))
    except StoreError as error:
        LOG.exception("answer failed", extra={"address": str(request.url)})
        return problem(503, str(error))
    return _sent(request, _ENCODE(shape), headers)


def _page(endpoint: Endpoint, listed: Listed, asked: Mapping[str, Any], desk: Desk, request: Request) -> tuple[Shape, dict[str, str]]:
    """A page of a list, and the header that leads to the next."""
    end = listed.offset + max(len(listed.items), asked["limit"])
    cursor = cursors.make(asked, end) if end < listed.total and listed.items else None
    items = [_chosen(item, asked["fields"], endpoint) for item in listed.items] if asked["fields"] else listed.items
    headers = {}
    if cursor:
        query = dict(request.query_params) | {"cursor": cursor}
        headers["link"] = f'<{desk.public_url}{request.url.path}?{urlencode(query)}>; rel="next"'
    return {"items": items, "total": listed.total, "next": cursor, **listed.more}, headers


def _chosen(item: Shape, fields: str, endpoint: Endpoint) -> Shape:
    """Only the fields asked for."""
    names = [name.strip() for name in fields.split(",")]
    unknown = [name for name in names if name not in item]
    if unknown:
        raise BadParameterError("fields", f"{unknown[0][:80]} is no field here; fields of {endpoint.shape} are {', '.join(item)}")
    return {name: item[name] for name in names}


def _sent(request: Request, body: bytes, headers: Mapping[str, str]) -> Response:
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    sent = _OPEN | {"etag": etag} | dict(headers)
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=sent)
    return Response(body, media_type="application/json", headers=sent)


def problem(status: int, detail: str) -> Response:
    """What went wrong, as RFC 9457 wants it told."""
    shape = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(_ENCODE(shape), status_code=status, media_type="application/problem+json", headers=_OPEN)


def _description(desk_of: Callable[[Request], Desk]) -> Answering:
    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_OPEN | _ASKED_FIRST)
        return _sent(request, _ENCODE(describe(ENDPOINTS, f"{desk_of(request).public_url}{PREFIX}")), {})

    return answer


async def _no_address(scope: Any, receive: Any, send: Any) -> None:
    """An address below ``/api/v1`` that is none, or is asked by a method that writes."""
    await problem(404, f"there is no such address; {PREFIX}/openapi.json names all")(scope, receive, send)
