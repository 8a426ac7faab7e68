"""What every page needs: the registry, the day, the language, the templates; and how a page is answered."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlencode

from jinja2 import Environment
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from navraag.settings import Mail
from navraag.store.columns import clocks
from navraag.store.reader import Registry, open_registry
from navraag.store.search.files import IndexMissingError
from navraag.store.subscriptions import FILE_NAME as ALERTS
from navraag.store.subscriptions import Subscriptions
from navraag.store.views import CaseFilter
from navraag.surfaces.alerts.desk import AlertDesk
from navraag.surfaces.alerts.post import RealPost
from navraag.surfaces.alerts.secrets import Vault
from navraag.surfaces.api.endpoints import Desk
from navraag.surfaces.reading import ReadingRoom
from navraag.surfaces.web.shelf import Shelf
from navraag.surfaces.web.templating import PACKAGE, environment
from navraag.surfaces.web.translations import LANGUAGES, Language, Messages, messages

ASSETS = ("style.css", "figures.css", "copy.js", "findings.js", "icon.svg", "search.css", "search.js")


@dataclass(frozen=True)
class Site:
    """One running site: made once per process, shared by all its requests."""

    registry: Registry
    today: Callable[[], date]
    public_url: str = ""
    mail: Mail = field(default_factory=Mail)

    @cached_property
    def lists(self) -> Registry:
        """The same registry once more, for lists alone."""
        return open_registry(self.registry.file)

    @cached_property
    def clerk(self) -> ThreadPoolExecutor:
        """The one thread that makes lists: a search through all cases must not keep the readers of one case waiting."""
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="lists")

    @cached_property
    def finder(self) -> Registry:
        """The same registry once more, for searching alone."""
        return open_registry(self.registry.file)

    @cached_property
    def searchers(self) -> ThreadPoolExecutor:
        """The threads that search: who reads a case does not wait for them."""
        return ThreadPoolExecutor(max_workers=2, thread_name_prefix="search")

    @cached_property
    def alert_desk(self) -> AlertDesk | None:
        """Where alerts are asked for; None where no mail server or no address of the site is set."""
        if not (self.mail.server and self.mail.sender and self.public_url):
            return None
        home = self.registry.file.parent
        return AlertDesk(Subscriptions(home / ALERTS), Vault(home), RealPost(mail_settings=self.mail), self.public_url)

    @cached_property
    def desk(self) -> Desk:
        """Where the API works: with a registry of its own, so that long lists keep no reader of a page waiting."""
        return Desk(registry=open_registry(self.registry.file), today=self.today, public_url=self.public_url)

    @cached_property
    def shelf(self) -> Shelf:
        """The pages made before."""
        return Shelf()

    @cached_property
    def figures(self) -> Shelf:
        """The pages of statistics made before: larger ones, so fewer of them."""
        return Shelf(64)

    def warm_up(self) -> None:
        """Does once what the first reader would have to wait for: compile the templates, count the registry, read the clocks."""
        for environment_of_language in self.environments.values():
            for name in environment_of_language.list_templates():
                environment_of_language.get_template(name)
        self.registry.counts(self.today())
        self.lists.facets(CaseFilter(today=self.today()))
        clocks(self.lists)
        with suppress(IndexMissingError):  # the page of the search says so
            self.finder.search("", today=self.today(), limit=1)

    @cached_property
    def reading_room(self) -> ReadingRoom:
        """Where foreign documents are read."""
        return ReadingRoom()

    @cached_property
    def environments(self) -> Mapping[Language, Environment]:
        """The templates, compiled once per language."""
        assets = {name: self.asset(name) for name in ASSETS}
        return {language: environment(messages(language), assets) for language in LANGUAGES}

    def asset(self, name: str) -> str:
        """The address of a static file; it changes when the file does, so browsers may keep it for ever."""
        return f"/static/{name}?v={self.assets[name][1]}"

    @cached_property
    def assets(self) -> Mapping[str, tuple[bytes, str]]:
        """Our static files: their bytes, and a version that changes with them."""
        held = {name: (files(PACKAGE) / "static" / name).read_bytes() for name in ASSETS}
        return {name: (data, sha256(data).hexdigest()[:10]) for name, data in held.items()}


@dataclass(frozen=True)
class Visit:
    """One request for a page: who asks for what, in which language, on which day."""

    site: Site
    request: Request
    language: Language
    today: date

    @property
    def registry(self) -> Registry:
        """The registry of the site."""
        return self.site.registry

    @property
    def say(self) -> Messages:
        """The messages of the reader's language."""
        return messages(self.language)

    @property
    def prefix(self) -> str:
        """What stands before our own addresses in this language."""
        return self.say.prefix

    @property
    def place(self) -> str:
        """The address of this page without its language: what the other language is linked by."""
        return self.request.url.path.removeprefix(self.prefix) or "/"

    @property
    def other_language(self) -> str:
        """This page in the other language, with the same question behind it."""
        query = f"?{self.request.url.query}" if self.request.url.query else ""
        return ("/en" if self.language == "nl" else "") + self.place + query

    @cached_property
    def samples(self) -> bool:
        """Does the registry hold invented cases? Then every page says so."""
        return self.registry.kind == "samples"

    @cached_property
    def known_until(self) -> date | None:
        """Up to which day the registry is known to be complete."""
        return self.registry.known_until

    def here(self, path: str) -> Markup:
        """Marks the link to the page that the reader is on."""
        return Markup(' aria-current="page"') if self.place == path else Markup("")

    def href(self, path: str, /, **query: object) -> str:
        """One of our own addresses in the reader's language; what is None or empty is left out."""
        given = {key: value for key, value in query.items() if value not in {None, ""}}
        return f"{self.prefix}{path}" + (f"?{urlencode(given)}" if given else "")

    def absolute(self, path: str) -> str:
        """The whole address of one of our Dutch pages, to cite."""
        return (self.site.public_url or str(self.request.base_url).rstrip("/")) + path

    def page(self, template: str, *, status: int = 200, **values: object) -> Response:
        """A page from a template."""
        text = self.site.environments[self.language].get_template(template).render(visit=self, status=status, **values)
        return HTMLResponse(text, status_code=status)
