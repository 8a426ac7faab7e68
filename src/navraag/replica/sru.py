"""SRU 2.0 over HTTP: ``/sru``. Everything is answered with 200, errors too; only beyond record 10,000 stands a 504."""

from collections import OrderedDict
from datetime import datetime
from random import Random

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from navraag.replica.catalogue import Publication
from navraag.replica.cql import CqlError, read_cql
from navraag.replica.cql_matching import DAYS, WORDS, candidates, test_of
from navraag.replica.fault_acts import FAULT
from navraag.replica.sru_records import explanation, gateway_timeout, record, refusal, response
from navraag.replica.syncfeed import base_of
from navraag.replica.world import World

LIMIT = 10_000
_MOST, _DEFAULT = 1000, 10
_KEPT = 16
_RECORD_SCHEMA = "http://standaarden.overheid.nl/sru/"
Found = tuple[tuple[Publication, ...], tuple[str, ...]]


class Sru:
    """The route of the search, over one world; the hits of the last queries are kept, so that paging is quick."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._kept: OrderedDict[tuple[str, datetime, int], Found] = OrderedDict()
        self._random = Random(1)  # noqa: S311  how wrong an estimate is, is no secret

    def routes(self) -> list[Route]:
        """``/sru``."""
        return [Route("/sru", self.search)]

    async def search(self, request: Request) -> Response:
        """One request; ``sortKeys`` and ``x-connection`` are ignored, as live."""
        arguments = dict(request.query_params)
        if arguments.get("operation") == "explain":
            return _xml(explanation())
        try:
            start, most = _checked(arguments)
            if start >= LIMIT:
                return Response(gateway_timeout(), status_code=504, media_type="text/html")
            found, ignored = self._found(arguments["query"])
        except CqlError as error:
            return _xml(refusal(error.code, error.message, error.details))
        shown = found[start - 1:start - 1 + most]
        following = start + len(shown) if shown and start - 1 + len(shown) < len(found) else 0
        base = base_of(request)
        echo = (("query", arguments["query"]), ("startRecord", str(start)), ("maximumRecords", str(most)), ("recordXMLEscaping", "xml"), ("recordSchema", _RECORD_SCHEMA))
        records = (record(publication, position, base) for position, publication in enumerate(shown, start))
        total = self._estimate(len(found)) if request.scope.get(FAULT) == "miscount" else len(found)
        return _xml(response(records, total=total, following=following, echo=echo, ignored=ignored))

    def _estimate(self, count: int) -> int:
        return max(0, count + round(count * self._random.uniform(-0.01, 0.01)))

    def _found(self, query: str) -> Found:
        key = (query, self.world.now, self.world.catalogue.withdrawals)
        if key not in self._kept:
            self._kept[key] = self._ask(query)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]

    def _ask(self, query: str) -> Found:
        read = read_cql(query)
        ignored: list[str] = []
        test = test_of(read.tree, ignored)
        sorting = {**DAYS, **WORDS}.get(read.sort_index)
        if read.sort_index and sorting is None:
            raise CqlError(16, "Unsupported sort index", read.sort_index)
        found = [p for p in candidates(read.tree, self.world.catalogue, self.world.now) if test(p)] if test else []
        if sorting:
            found.sort(key=lambda publication: tuple(sorting(publication)), reverse=read.descending)
        return tuple(found), tuple(ignored)


def _checked(arguments: dict[str, str]) -> tuple[int, int]:
    """The first record and how many are wanted; refuses what the service refuses."""
    if arguments.get("operation", "searchRetrieve") != "searchRetrieve":
        raise CqlError(4, "Unsupported operation", arguments["operation"])
    if arguments.get("version", "2.0") not in {"1.2", "2.0"}:
        raise CqlError(5, "Unsupported version", arguments["version"])
    if not arguments.get("query", "").strip():
        raise CqlError(7, "Mandatory parameter not supplied", "query")
    start, most = arguments.get("startRecord", "1"), arguments.get("maximumRecords", str(_DEFAULT))
    for name, value in (("startRecord", start), ("maximumRecords", most)):
        if not value.isdigit() or (name == "startRecord" and value == "0"):
            raise CqlError(6, "Unsupported parameter value", name)
    return int(start), min(_MOST, int(most))


def _xml(text: str) -> Response:
    return Response(text, media_type="text/xml;charset=UTF-8")
