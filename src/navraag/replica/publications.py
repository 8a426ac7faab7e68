"""Publications over HTTP: the addresses of the website (``/<id>.xml`` …) and of the repository (``/frbr/officielepublicaties/…``)."""

import hashlib
import re
from html import escape
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from navraag.replica.catalogue import Publication
from navraag.replica.dossiers import Form
from navraag.replica.fault_acts import FAULT
from navraag.replica.publication_facts import metadata_owms, metadata_xml
from navraag.replica.titles import session_year
from navraag.replica.world import World

FRBR = "/frbr/officielepublicaties"
MEDIA: dict[str, str] = {
    "xml": "application/xml", "html": "text/html;charset=UTF-8", "pdf": "application/pdf", "odt": "application/vnd.oasis.opendocument.text",
    "metadata": "application/xml", "metadataowms": "application/xml",
}
_FILE_NAMES = {"metadata": "metadata.xml", "metadataowms": "metadata_owms.xml"}
_CHAMBERED = re.compile(r"(ah|kv)-(tk|ek)-(\d{4,8})")


def folder_of(publication: Publication) -> str:
    """The folder of a publication in the repository: ``ah-tk/20202021``, ``kv-tk/2022``, ``kv/onopgemaakt``."""
    found = _CHAMBERED.match(publication.identifier)
    if not found:
        return f"{publication.identifier.partition('-')[0]}/onopgemaakt"
    series, chamber, year = found.groups()
    if series == "kv":
        return f"kv-{chamber}/{year[:4] if chamber == 'tk' else session_year(publication.paper.on).replace('-', '')}"
    return f"ah-{chamber}/{session_year(publication.paper.on).replace('-', '')}"


def manifestations(publication: Publication) -> tuple[str, ...]:
    """What there is of a publication, in the order of the records."""
    return tuple(sorted({*publication.forms, "metadata", *(("metadataowms",) if len(publication.forms) > 1 else ())}))


def item_path(publication: Publication, manifestation: str) -> str:
    """The path of one manifestation below the repository's root."""
    name = _FILE_NAMES.get(manifestation, f"{publication.identifier}.{manifestation}")
    return f"{FRBR}/{folder_of(publication)}/{publication.identifier}/1/{manifestation}/{name}"


class Publications:
    """The routes of the publications. ``not_found``: "404", "html" (200 with a page) or "redirect"."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.not_found = "404"

    def routes(self) -> list[Route]:
        """The repository, then the website, whose addresses begin at the root."""
        return [
            Route(f"{FRBR}/{{path:path}}", self.repository), Route("/Errors/404.htm", self.error_page),
            Route("/{identifier}/metadata.xml", self.metadata), Route("/{name}", self.website),
        ]

    async def repository(self, request: Request) -> Response:
        """A file of the repository, or a folder as a page with links."""
        parts = request.path_params["path"].strip("/").split("/")
        if len(parts) < 5:
            return self._folder(parts)
        publication = self.world.catalogue.find(parts[2], self.world.now)
        if publication is None or item_path(publication, parts[4]) != request.url.path:
            return Response(_page("404 Not Found"), status_code=404, media_type="text/html")
        return self._file(request, publication, parts[4])

    def _folder(self, parts: list[str]) -> Response:
        publication = self.world.catalogue.find(parts[2], self.world.now) if len(parts) >= 3 else None
        if publication is None:
            return Response(_page("404 Not Found"), status_code=404, media_type="text/html")
        links = "".join(f'<li class="browse__item"><a href="{item_path(publication, m)}">{m}</a></li>' for m in manifestations(publication))
        return Response(_page(f'<ul class="browse__list">{links}</ul>'), media_type=MEDIA["html"])

    async def metadata(self, request: Request) -> Response:
        """``/<id>/metadata.xml``, after a redirect where the id has changed."""
        identifier = request.path_params["identifier"]
        return self._answer(request, identifier, "metadata", "/{}/metadata.xml")

    async def website(self, request: Request) -> Response:
        """``/<id>``, ``/<id>.html``, ``.xml``, ``.pdf``, ``.odt``."""
        identifier, dot, extension = request.path_params["name"].rpartition(".")
        if not dot:
            return self._answer(request, extension, "html", "/{}.html", moves=True)
        return self._answer(request, identifier, extension, f"/{{}}.{extension}")

    def _answer(self, request: Request, identifier: str, manifestation: str, address: str, *, moves: bool = False) -> Response:
        current = self.world.catalogue.current_id(identifier, self.world.now)
        if current and (current != identifier or moves):
            return RedirectResponse(address.format(quote(current)), status_code=302)
        publication = self.world.catalogue.find(identifier, self.world.now)
        if publication is None or manifestation not in manifestations(publication):
            return self._missing(identifier, manifestation, request.scope.get(FAULT, ""))
        return self._file(request, publication, manifestation)

    def _file(self, request: Request, publication: Publication, manifestation: str) -> Response:
        data = self._bytes(publication, manifestation)
        if data is None:
            return self._missing(publication.identifier, manifestation, request.scope.get(FAULT, ""))
        tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
        changed = f"{publication.modified:%a, %d %b %Y} 12:00:00 GMT"
        headers = {"ETag": tag, "Last-Modified": changed}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(data, media_type=MEDIA[manifestation], headers=headers)

    def _bytes(self, publication: Publication, manifestation: str) -> bytes | None:
        if manifestation == "metadata":
            return metadata_xml(publication)
        if manifestation == "metadataowms":
            return metadata_owms(publication)
        form: Form | None = next((form for form in publication.forms if form == manifestation), None)
        return self.world.holdings.texts(publication.paper, form) if form else None

    def _missing(self, identifier: str, manifestation: str, fault: str) -> Response:
        if self.not_found == "redirect":
            return RedirectResponse("/Errors/404.htm", status_code=302)
        status = 200 if self.not_found == "html" or fault == "html_200" else 404
        words = f"<h1>Pagina niet gevonden</h1><p>{escape(identifier)}.{escape(manifestation)} bestaat niet.</p>"
        return Response(_page(words), status_code=status, media_type=MEDIA["html"])

    async def error_page(self, _request: Request) -> Response:
        """Where old addresses that do not exist lead to: a page that says so, with status 200."""
        return Response(_page("<h1>fout404</h1><p>De gevraagde pagina is niet gevonden.</p>"), media_type=MEDIA["html"])


def _page(body: str) -> str:
    return f'<!DOCTYPE html><html lang="nl"><head><title>Officiële bekendmakingen</title></head><body>{body}</body></html>'
