"""SyncFeed 2.0 over HTTP: ``Feed``, ``Entiteiten/<guid>`` and ``Resources/<guid>``."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from navraag.replica.dutch_time import offset_stamp, utc_stamp
from navraag.replica.entities import BY_FOLDED_NAME, DOWNLOADABLE, element_name
from navraag.replica.entity_xml import entity_xml
from navraag.replica.fault_acts import FAULT
from navraag.replica.faults import Switchboard
from navraag.replica.world import FeedItem, World

ROOT = "/SyncFeed/2.0"
PAGE = 250
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_AUTHOR = "<author><name>Tweede Kamer der Staten-Generaal</name><uri>https://opendata.tweedekamer.nl</uri><email>opendata@tweedekamer.nl</email></author>"
_RIGHTS = "Het is gebruikers toegestaan de gegevens te gebruiken; dit is een nagebouwde dienst met verzonnen gegevens."


class SyncFeed:
    """The routes of the feed, over one world."""

    def __init__(self, world: World, board: Switchboard) -> None:
        self.world, self.board = world, board
        self._random = Random(1)  # noqa: S311  which entries change places is no secret
        self._before: list[str] = []

    def routes(self) -> list[Route]:
        """Everything under ``/SyncFeed/2.0``."""
        return [
            Route(f"{ROOT}/Feed", self.feed), Route(f"{ROOT}/Entiteiten/{{guid}}", self.one_entity),
            Route(f"{ROOT}/Resources/{{guid}}", self.one_file),
        ]

    async def feed(self, request: Request) -> Response:
        """One page: at most 250 entries, in the order of their tokens."""
        arguments = {name.lower(): value for name, value in request.query_params.items()}
        asked, token = arguments.get("category", ""), arguments.get("skiptoken", "0")
        if not token.isdigit():
            return error_xml(400)
        category = BY_FOLDED_NAME.get(asked.lower()) if asked else None
        fault = request.scope.get(FAULT, "")
        if fault == "moving" and category:
            self.world.emit_again(category, 1, after=int(token))
        is_empty = fault == "silent" or (asked and category is None)
        items = [] if is_empty else self.world.page(category, int(token), PAGE + 1)
        address = _Address(base=base_of(request), category=category or asked, token=int(token))
        page = self._page(address, items, content=arguments.get("content", "internal"), fault=fault)
        return Response(page, media_type="application/atom+xml;charset=utf-8")

    def _page(self, address: "_Address", items: Sequence[FeedItem], *, content: str, fault: str) -> str:
        shown, more = items[:PAGE], len(items) > PAGE
        following = [item.token for item in items[1:]]
        following += [shown[-1].token + 1] * (len(shown) - len(following)) if shown else []
        entries = [self._entry(address, item, token, content) for item, token in zip(shown, following, strict=False)]
        last = following[len(shown) - 1] if shown else address.token
        link = f'<link rel="{"next" if more else "resume"}" href="{address.link(last)}"/>'
        title = f" (category: {address.category})" if address.category else ""
        return (
            '<?xml version="1.0"?>\n<feed xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.w3.org/2005/Atom">'
            f'<title>Gegevensmagazijn SyncFeed{title}</title><link rel="self" href="{address.link(address.token)}"/>{link}'
            f"<updated>{offset_stamp(self._skewed(self.world.now))}</updated>{_AUTHOR}<rights>{_RIGHTS}</rights>"
            f"{''.join(self._arranged(entries, fault))}</feed>"
        )

    def _entry(self, address: "_Address", item: FeedItem, following: int, content: str) -> str:
        entity = item.entity
        enclosure = ""
        if entity.category in DOWNLOADABLE and entity.content_type:
            enclosure = f'<link rel="enclosure" href="{address.base}{ROOT}/Resources/{entity.guid}"/>'
        body = f'<content type="application/xml">{entity_xml(entity)}</content>' if content != "external" else (
            f'<content type="application/xml" src="{address.base}{ROOT}/Entiteiten/{entity.guid}"/>'
        )
        return (
            f"<entry><title>{entity.guid}</title><id>{address.base}{ROOT}/Entiteiten/{entity.guid}</id>"
            f"<author><name>Tweede Kamer der Staten-Generaal</name></author><updated>{utc_stamp(self._skewed(item.moment))}</updated>"
            f'<category term="{element_name(entity.category)}"/><link rel="next" href="{address.link(following)}"/>{enclosure}{body}</entry>'
        )

    def _skewed(self, moment: datetime) -> datetime:
        skew = self.board.skew
        return moment + timedelta(seconds=skew) if skew else moment

    def _arranged(self, entries: list[str], fault: str) -> list[str]:
        """The entries as they are sent: after the end of the page before, or shuffled but for the last."""
        before, self._before = self._before, entries[-25:]
        if fault == "doubled":
            return [*before, *entries]
        if fault == "shuffled" and len(entries) > 1:
            return [*self._random.sample(entries[:-1], len(entries) - 1), entries[-1]]
        return entries

    async def one_entity(self, request: Request) -> Response:
        """The XML of one entity; 400 for what is no guid, 404 for what is not there."""
        guid = request.path_params["guid"]
        if not _GUID.fullmatch(guid):
            return error_xml(400)
        item = self.world.entity(guid)
        if item is None:
            return error_xml(404)
        return Response(f'<?xml version="1.0" encoding="utf-8"?>{entity_xml(item.entity)}', media_type="application/xml")

    async def one_file(self, request: Request) -> Response:
        """The bytes of a file; a missing one is told in JSON."""
        guid = request.path_params["guid"]
        if not _GUID.fullmatch(guid):
            return error_xml(400)
        found = self.world.resource(guid)
        if found is None:
            return JSONResponse({"Message": "No HTTP resource was found that matches the request URI."}, status_code=404)
        return Response(found[1], media_type=found[0])


class _Address:
    """Links of one feed; the order of their arguments differs from page to page, as live."""

    def __init__(self, *, base: str, category: str, token: int) -> None:
        self.base, self.category, self.token = base, category, token
        category_first = token % 4 >= 2
        start = f"{base}{ROOT}/Feed?"
        named = urlencode({"category": category}) if category else ""
        self._before = f"{start}{named}&amp;skiptoken=" if named and category_first else f"{start}skiptoken="
        self._after = f"&amp;{named}" if named and not category_first else ""

    def link(self, token: int) -> str:
        """The address of the page that begins at a token, ready to stand in XML."""
        return f"{self._before}{token}{self._after}"


def base_of(request: Request) -> str:
    """The address under which the client knows this server."""
    return f"{request.url.scheme}://{request.url.netloc}"


def error_xml(status: int) -> Response:
    """An error as the feed words it, whatever its cause."""
    return Response("<Error><Message>An error has occurred.</Message></Error>", status_code=status, media_type="application/xml")


