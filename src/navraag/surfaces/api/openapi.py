"""The description of the API as OpenAPI 3.1, made from the table of endpoints."""

from collections.abc import Iterable
from typing import Any

from navraag import __version__
from navraag.surfaces.api.endpoints import Endpoint
from navraag.surfaces.api.parameters import Parameter
from navraag.surfaces.api.schemas import SCHEMAS, answer_schema, ref

_PROBLEMS = {"400": "A parameter cannot be read.", "404": "Not held.", "429": "Too many requests; see Retry-After.", "503": "The index or the registry cannot be read now."}
_ABOUT = """Written questions of the Dutch parliament with the answers, question by question. Read-only and free to use.

Lists go on by `next`, or by the `Link` header. `fields=number,subject` keeps only those fields of each line. Every answer has an
`ETag`; ask again with `If-None-Match`. Days are calendar days, as 2020-02-10. Errors are problems (RFC 9457)."""


def describe(endpoints: Iterable[Endpoint], server: str) -> dict[str, Any]:
    """The whole description; ``server`` is the address below which the endpoints stand."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Navraag", "version": __version__, "description": _ABOUT,
            "license": {"name": "CC0-1.0", "url": "https://creativecommons.org/publicdomain/zero/1.0/"},
        },
        "servers": [{"url": server}],
        "paths": {endpoint.path: {"get": _operation(endpoint)} for endpoint in endpoints},
        "components": {"schemas": SCHEMAS},
    }


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "description": "The answer.", "headers": {"ETag": {"schema": {"type": "string"}, "description": "Changes when the answer does."}},
        "content": {"application/json": {"schema": answer_schema(endpoint.shape, listed=endpoint.listed)}},
    }
    if endpoint.listed:
        answer["headers"]["Link"] = {"schema": {"type": "string"}, "description": 'The next page, as rel="next".'}
    problems = {
        status: {"description": about, "content": {"application/problem+json": {"schema": ref("Problem")}}} for status, about in _PROBLEMS.items()
    }
    return {
        "operationId": endpoint.name, "summary": endpoint.about, "tags": [endpoint.tag],
        "parameters": [_parameter(one) for one in endpoint.all_parameters],
        "responses": {"200": answer, "304": {"description": "Unchanged."}} | problems,
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": parameter.name, "in": parameter.place, "description": parameter.about, "required": parameter.required or parameter.place == "path",
        "schema": parameter.schema(),
    }
    return made | ({"example": parameter.example} if parameter.example is not None else {})
