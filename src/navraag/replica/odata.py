"""OData v4, data version 2.0, over HTTP: sets, keys, navigation, files. The crowd is not in it, and no later version is imitated."""

import re
from collections import OrderedDict
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from navraag.replica.odata_filter import ODataError, Test, invalid
from navraag.replica.odata_options import Options, read_options
from navraag.replica.odata_rows import Row, Rows
from navraag.replica.odata_schema import NOT_ADDRESSABLE, EntitySet, entity_sets, find_set, metadata_xml
from navraag.replica.odata_shapes import PAGE, arranged, shape
from navraag.replica.syncfeed import base_of
from navraag.replica.world import World

ROOT = "/OData/v4/2.0"
_KEY = re.compile(r"(\w+)(?:\(([^()]*)\))?")
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_FORMATS = ("none", "minimal", "full")
_KEPT = 16


class OData:
    """The routes of the service; the rows of the last queries are kept, so that paging is quick."""

    def __init__(self, world: World) -> None:
        self.world, self.rows = world, Rows(world)
        self._kept: OrderedDict[tuple[str, str, str, datetime, int], list[Row]] = OrderedDict()

    def routes(self) -> list[Route]:
        """Everything under ``/OData/v4/2.0``."""
        return [
            Route(ROOT, self.service), Route(f"{ROOT}/", self.service), Route(f"{ROOT}/$metadata", self.metadata),
            Route(f"{ROOT}/{{path:path}}", self.query),
        ]

    async def service(self, request: Request) -> Response:
        """The service document: all sets, the one that is not addressable among them."""
        sets = [{"name": name, "kind": "EntitySet", "url": name} for name in entity_sets()]
        return _json({"@odata.context": f"{base_of(request)}{ROOT}/$metadata", "value": sets})

    async def metadata(self, _request: Request) -> Response:
        """``$metadata``."""
        return Response(metadata_xml(), media_type="application/xml")

    async def query(self, request: Request) -> Response:
        """Any other address: a set, an entity, a relation, a file."""
        try:
            return self._answer(request)
        except ODataError as error:
            return _json({"error": {"code": "", "message": error.message}}, error.status)

    def _answer(self, request: Request) -> Response:
        known, guid, rest = _address(request.path_params["path"])
        if not guid:
            return self._count(request, known) if rest == ["$count"] else self._set(request, known)
        row = self.rows.one(guid, known.name)
        if row is None:
            raise ODataError("The resource cannot be found.", 404)
        if not rest:
            return self._one(request, row)
        if rest[0].lower().removesuffix("()") in {"resource", "tk.da.ggm.odata.resource"}:
            return self._file(row)
        return self._relation(request, row, rest[0])

    def _one(self, request: Request, row: Row) -> Response:
        options = read_options(dict(request.query_params), row.set)
        metadata, base = _metadata(request), f"{base_of(request)}{ROOT}"
        context = {"@odata.context": f"{base}/$metadata#{row.set.name}/$entity"} if metadata != "none" else {}
        return _json(context | shape(row, options, base, metadata), metadata=metadata)

    def _file(self, row: Row) -> Response:
        found = self.world.resource(row.guid)
        if found is None:
            raise ODataError("The resource cannot be found.", 404)
        return Response(found[1], media_type=found[0])

    def _relation(self, request: Request, row: Row, printed: str) -> Response:
        name = row.set.navigation(printed)
        if name is None:
            raise ODataError("The resource cannot be found.", 404)
        target, many = row.set.navigations[name]
        rows = row.navigate(name)
        if not many:
            return self._one(request, rows[0]) if rows else Response(status_code=204)
        options = read_options(dict(request.query_params), entity_sets()[target])
        return self._page(request, options, arranged(rows, options))

    def _set(self, request: Request, known: EntitySet) -> Response:
        options = read_options(dict(request.query_params), known)
        return self._page(request, options, self._found(request, options))

    def _count(self, request: Request, known: EntitySet) -> Response:
        return Response(str(len(self._found(request, read_options(dict(request.query_params), known)))), media_type="text/plain")

    def _found(self, request: Request, options: Options) -> list[Row]:
        given = request.query_params
        key = (options.known.name, given.get("$filter", ""), given.get("$orderby", ""), self.world.now, self.world.horizon)
        if key not in self._kept:
            self._kept[key] = arranged(self._candidates(options.known, options.test), options)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]

    def _candidates(self, known: EntitySet, test: Test | None) -> list[Row]:
        """The rows that may meet a filter: by id or number where it demands one, by the moment of change, else all."""
        for path, wanted in test.equal if test else ():
            if path == "Id":
                return [row for row in (self.rows.one(str(guid), known.name) for guid in wanted) if row]
            if (known.name, path) in {("Zaak", "Nummer"), ("Document", "DocumentNummer")}:
                return [row for number in wanted for row in self.rows.of_number(known.name, str(number).upper())]
        if test and test.since:
            return list(self.rows.changed_since(known.name, test.since))
        return list(self.rows.all(known.name))

    def _page(self, request: Request, options: Options, found: list[Row]) -> Response:
        metadata, base = _metadata(request), f"{base_of(request)}{ROOT}"
        start = options.skip + _token(request)
        end = start + (PAGE if options.top is None else min(PAGE, options.top))
        answer: dict[str, Any] = {"@odata.context": f"{base}/$metadata#{options.known.name}"} if metadata != "none" else {}
        if options.count:
            answer["@odata.count"] = len(found)
        answer["value"] = [shape(row, options, base, metadata) for row in found[start:end]]
        # With $top no link follows, however much there is.
        if options.top is None and end < len(found):
            arguments = {name: value for name, value in request.query_params.items() if name not in {"$skiptoken", "$skip"}}
            answer["@odata.nextLink"] = f"{base_of(request)}{request.url.path}?{urlencode(arguments | {'$skiptoken': str(end)}, safe='$')}"
        return _json(answer, metadata=metadata)


def _address(path: str) -> tuple[EntitySet, str, list[str]]:
    """Set, id and what follows, of ``Set``, ``Set(<guid>)/…`` or ``Set/<guid>/…``."""
    first, *rest = [part for part in path.split("/") if part]
    match = _KEY.fullmatch(first)
    known = find_set(match[1]) if match else None
    if match is None or known is None or known.name == NOT_ADDRESSABLE:
        raise ODataError("No HTTP resource was found that matches the request URI.", 404)
    guid = match[2] or ""
    if not guid and rest and _GUID.fullmatch(rest[0]):
        guid, rest = rest[0], rest[1:]
    if guid and not _GUID.fullmatch(guid):
        raise invalid(f"'{guid}' is no key.")
    return known, guid, rest


def _token(request: Request) -> int:
    printed = request.query_params.get("$skiptoken", "0")
    if not printed.isdigit():
        raise invalid("The $skiptoken is not valid.")
    return int(printed)


def _metadata(request: Request) -> str:
    asked = request.query_params.get("$format", "")
    return next((name for name in _FORMATS if f"odata.metadata={name}" in asked), "minimal")


def _json(content: Any, status: int = 200, *, metadata: str = "minimal") -> Response:
    return JSONResponse(content, status_code=status, media_type=f"application/json; odata.metadata={metadata}; odata.streaming=true")
