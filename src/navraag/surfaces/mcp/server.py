"""The MCP server: tools, resources and prompts over one registry. Every tool is one question that the API answers too."""

from collections.abc import Mapping
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from navraag import __version__
from navraag.errors import NavraagError, NotFoundError
from navraag.records.cases import Case
from navraag.store.people import People
from navraag.surfaces.api.app import ENDPOINTS
from navraag.surfaces.api.endpoints import Desk, Listed
from navraag.surfaces.api.parameters import BadParameterError
from navraag.surfaces.links import case_path, registration_url
from navraag.surfaces.mcp.quoting import pair_of, parts_of, quote_shape, verdict
from navraag.surfaces.shapes import Shape, answerer_shape, asker_shape, iso, office_shape

INSTRUCTIONS = (
    "Navraag is the register of written questions of the Dutch parliament (Kamervragen) and their answers. Texts are Dutch. Quote only words that "
    "a tool gave, with their pair (2020Z02502/5) and official_url; check a quote with verify_quote. A lapsed term of a promise never means that it was not kept."
)
_BY_NAME = {endpoint.name: endpoint for endpoint in ENDPOINTS}
MOST_PAIRS = 100


def make_server(desk: Desk) -> MCPServer:
    """The server of a registry."""
    server = MCPServer(name="navraag", title="Navraag", instructions=INSTRUCTIONS, version=__version__)
    _texts(server, desk)
    _registers(server, desk)
    _resources(server, desk)
    return server


def ask(desk: Desk, name: str, **wanted: Any) -> Shape:
    """What an endpoint of the API answers; what is not given keeps its default. Raises ToolError with one sentence."""
    endpoint = _BY_NAME[name]
    try:
        asked = {one.name: one.default if wanted.get(one.name) is None else one.read(str(wanted[one.name])) for one in endpoint.all_parameters}
        given = endpoint.handler(desk, asked)
    except (NavraagError, BadParameterError) as error:
        raise ToolError(str(error)) from error
    if isinstance(given, Listed):
        return {"items": given.items, "total": given.total, **given.more}
    return given


def head(desk: Desk, case: Case) -> Shape:
    """A case without its texts: who, when, what, its clock, and the ids of its pairs."""
    clock = ask(desk, "getTimeline", number=case.number)
    return {
        "number": case.number, "subject": case.subject, "tabled_on": iso(case.tabled_on), "askers": [asker_shape(one) for one in case.askers],
        "addressees": [office_shape(one) for one in case.addressees], "topics": list(case.topics), "timeline": clock,
        "answers": [
            {"id": one.id, "kind": one.kind, "received_on": iso(one.received_on), "answerers": [answerer_shape(who) for who in one.answerers]} for one in case.answers
        ],
        "notices": [{"announced_on": iso(one.announced_on), "text": one.text.plain, "reason": one.reason} for one in case.notices],
        "pairs": [pair.id for pair in case.pairs], "page": case_path(case.number), "official_page": registration_url(case.number),
    }


def _texts(server: MCPServer, desk: Desk) -> None:
    """Tools that give texts, and the one that checks them."""

    @server.tool()
    def search_pairs(query: str, limit: int = 10, order: str = "relevance") -> dict[str, Any]:
        """Question-answer pairs that a query finds. The query language: words, "phrases", van:Omtzigt, partij:SP, aan:financiën, na:2023-01-01, in:antwoord, status:te-laat."""
        return ask(desk, "search", q=query, limit=limit, order=order)

    @server.tool()
    def get_case(number: str) -> dict[str, Any]:
        """A set of questions without its texts: who asked whom, when, the legal clock, notices, and the ids of its pairs."""
        try:
            return head(desk, desk.registry.case(number))
        except NavraagError as error:
            raise ToolError(str(error)) from error

    @server.tool()
    def get_pair(pair: str, part: str = "", start: int = 0) -> dict[str, Any]:
        """One question with its answers ("2020Z02502/5"). Long texts come in pieces: ask again with that part and start = continues_at."""
        try:
            case, held = pair_of(desk.registry, pair)
        except NavraagError as error:
            raise ToolError(str(error)) from error
        texts = [one for one in parts_of(case, held) if not part or one.part == part]
        if not texts:
            raise ToolError(f"{pair} has no part {part!r}; it has {', '.join(one.part for one in parts_of(case, held))}")
        return {"pair": held.id, "subject": case.subject, "texts": [quote_shape(one, start if part else 0) for one in texts]}

    @server.tool()
    def verify_quote(pair: str, part: str, words: str, start: int | None = None) -> dict[str, Any]:
        """Whether these words stand, letter by letter, in that part of a pair (at start, if given)."""
        try:
            case, held = pair_of(desk.registry, pair)
        except NavraagError as error:
            raise ToolError(str(error)) from error
        quoted = next((one for one in parts_of(case, held) if one.part == part), None)
        if quoted is None:
            raise ToolError(f"{pair} has no part {part!r}; it has {', '.join(one.part for one in parts_of(case, held))}")
        return verdict(quoted.text, words, start) | {"official_url": quoted.official_url}


def _registers(server: MCPServer, desk: Desk) -> None:
    """Tools that give lists and figures."""

    @server.tool()
    def promises(ministry: str | None = None, topic: str | None = None, term: str | None = None, year: int | None = None, limit: int = 20) -> dict[str, Any]:
        """Undertakings in answers, with the exact words and their term (due, lapsed, undated)."""
        return ask(desk, "listPromises", ministry=ministry, topic=topic, term=term, year=year, limit=limit)

    @server.tool()
    def data_gaps(ministry: str | None = None, topic: str | None = None, year: int | None = None, limit: int = 20) -> dict[str, Any]:
        """What the government says that it does not know, with the exact words and the reason."""
        return ask(desk, "listGaps", ministry=ministry, topic=topic, year=year, limit=limit)

    @server.tool()
    def overdue(day: str | None = None, ministry: str | None = None, limit: int = 50) -> dict[str, Any]:
        """The sets that were late on a day (2024-05-13; by default the last day known)."""
        return ask(desk, "getList", list="late", day=day, ministry=ministry, limit=limit)

    @server.tool()
    def member(name: str) -> dict[str, Any]:
        """A member, minister or state secretary: by id (anne-kuik) or by words of the name; seats, posts and how many sets."""
        try:
            return ask(desk, "getPerson", id=name)
        except ToolError:
            found = People(desk.registry).find(name, desk.today())
        if len(found) == 1:
            return ask(desk, "getPerson", id=found[0].id)
        return {"candidates": [{"id": row.id, "name": row.name, "cases": row.cases} for row in found[:MOST_PAIRS]]}

    @server.tool()
    def statistics(what: str = "year", first: str | None = None, last: str | None = None) -> dict[str, Any]:
        """Figures by ministry, post, minister, party, stance, member, topic, size, year, month; or workload, reasons, joint, seats; each column says what it counts."""
        return ask(desk, "getStatistics", what=what, **_between(first, last))


def _between(first: str | None, last: str | None) -> Mapping[str, str | None]:
    return {"from": first, "until": last}


def _resources(server: MCPServer, desk: Desk) -> None:
    """Cases and pairs by address, and what people ask most as prompts."""

    @server.resource("navraag://case/{number}", mime_type="application/json")
    def case(number: str) -> dict[str, Any]:
        """A whole case as the API gives it."""
        return _whole(desk, number)

    @server.resource("navraag://pair/{number}/{label}", mime_type="application/json")
    def pair(number: str, label: str) -> dict[str, Any]:
        """One pair, whole."""
        held_in, held = pair_of(desk.registry, f"{number}/{label}")
        return {"pair": held.id, "texts": [quote_shape(one) | {"text": one.text, "continues_at": None} for one in parts_of(held_in, held)]}

    @server.prompt()
    def earlier_answers(question: str) -> str:
        """Find what was answered before to a question like this."""
        return (
            f"Zoek in Navraag wat de regering eerder antwoordde op vragen als deze:\n\n{question}\n\nGebruik search_pairs met verschillende zoekwoorden, lees de beste "
            "paren met get_pair, en geef per antwoord de letterlijke kernzin (gecontroleerd met verify_quote), de datum, wie antwoordde en het adres."
        )

    @server.prompt()
    def late_today(ministry: str) -> str:
        """What is late at a ministry."""
        return f"Welke Kamervragen aan {ministry} zijn te laat? Gebruik overdue, noem per set het nummer, het onderwerp, het aantal dagen en of er een uitstelbericht is."


def _whole(desk: Desk, number: str) -> Shape:
    try:
        return ask(desk, "getCase", number=number)
    except ToolError as error:
        raise NotFoundError(str(error)) from error
