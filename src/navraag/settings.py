"""One frozen Settings; the only reader of the environment and of ``navraag.toml``."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from navraag.errors import ConfigurationError

HOME_VARIABLE = "NAVRAAG_HOME"
CONFIGURATION = "navraag.toml"
"""In the folder of a registry: a table ``[services]`` with addresses and paces."""
POLITE = 2.0
"""Requests a second for each host, where nothing else is said."""
_PACE_VARIABLE = "NAVRAAG_PACE"
_AT_VARIABLE = "NAVRAAG_SERVICES"
_MAIL_VARIABLE, _SENDER_VARIABLE, _PUBLIC_VARIABLE = "NAVRAAG_MAIL", "NAVRAAG_MAIL_FROM", "NAVRAAG_PUBLIC_URL"
"""A server's password stands in the environment, never in a file of the registry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """The addresses of the official services; a stand-in answers for all of them at one address."""

    tk: str = "https://gegevensmagazijn.tweedekamer.nl"
    publications: str = "https://zoek.officielebekendmakingen.nl"
    repository: str = "https://repository.overheid.nl"
    odata: str = "/OData/v4/2.0"

    @classmethod
    def at(cls, base: str) -> "Endpoints":
        """All services at one address (a replica)."""
        root = base.rstrip("/")
        return cls(tk=root, publications=root, repository=root)


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Where the official services are, and how many requests a second each host gets (0: as quickly as it answers)."""

    endpoints: Endpoints = field(default_factory=Endpoints)
    pace: float = POLITE
    paces: Mapping[str, float] = field(default_factory=dict)

    def pace_of(self, host: str) -> float:
        """Requests a second for a host."""
        return self.paces.get(host, self.pace)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """How alerts go out by e-mail: the server as an address (smtp://, smtps://, with name and password where it wants them), and who sends."""

    server: str = ""
    sender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the registry lives: its database, blobs and ledger stand in ``home``."""

    home: Path
    services: Services = field(default_factory=Services)
    mail: Mail = field(default_factory=Mail)
    public_url: str = ""
    """Address of the site, as messages and citations carry it."""

    @property
    def registry_path(self) -> Path:
        """The registry's one SQLite file."""
        return self.home / "registry.sqlite3"

    @property
    def blobs(self) -> Path:
        """The folder of raw documents."""
        return self.home / "blobs"

    @property
    def ledger(self) -> Path:
        """The log of retrievals."""
        return self.home / "ledger.jsonl"


def load_settings(home: Path | None = None, environment: Mapping[str, str] | None = None, *, at: str = "") -> Settings:
    """Settings out of ``--home``, else NAVRAAG_HOME, else the platform's folder for user data.

    ``at``: the one address at which a stand-in answers for all services.
    """
    variables = os.environ if environment is None else environment
    named = variables.get(HOME_VARIABLE, "")
    chosen = home or (Path(named) if named.strip() else platformdirs.user_data_path("navraag", appauthor=False))
    try:
        folder = chosen.expanduser()
        if folder.exists() and not folder.is_dir():
            raise ConfigurationError(f"{folder} is a file; --home and {HOME_VARIABLE} name a folder")
    except (OSError, RuntimeError, ValueError) as error:
        raise ConfigurationError(f"{str(chosen)[:100]!r} cannot be the folder of a registry: {error}") from error
    services = services_of(folder / CONFIGURATION, variables)
    public = variables.get(_PUBLIC_VARIABLE, "").strip()
    return Settings(
        home=folder, services=replace(services, endpoints=Endpoints.at(_address(at, "--at"))) if at else services,
        mail=Mail(server=variables.get(_MAIL_VARIABLE, "").strip(), sender=variables.get(_SENDER_VARIABLE, "").strip()),
        public_url=_address(public, _PUBLIC_VARIABLE) if public else "",
    )


def services_of(file: Path, variables: Mapping[str, str]) -> Services:
    """Addresses and paces: official and polite, unless ``navraag.toml`` or the environment says otherwise."""
    found = _configured(file)
    if at := variables.get(_AT_VARIABLE, "").strip():
        found = replace(found, endpoints=Endpoints.at(_address(at, _AT_VARIABLE)))
    if pace := variables.get(_PACE_VARIABLE, "").strip():
        found = replace(found, pace=_pace(pace, _PACE_VARIABLE))
    return found


def _configured(file: Path) -> Services:
    """What ``navraag.toml`` says of the services."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8")).get("services", {}) if file.is_file() else {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{file} cannot be read: {error}") from error
    if not isinstance(table, dict):
        raise ConfigurationError(f"{file}: services should be a table: [services]")
    names = {one.name for one in fields(Endpoints)}
    if unknown := sorted(table.keys() - names - {"at", "pace", "paces"}):
        raise ConfigurationError(f"{file}: {unknown[0]!r} is no setting of [services]; there are at, pace, paces, {', '.join(sorted(names))}")
    base = Endpoints.at(_address(table["at"], f"{file}: at")) if "at" in table else Endpoints()
    addresses = {name: str(table[name]) if name == "odata" else _address(table[name], f"{file}: {name}") for name in names & table.keys()}
    paces = table.get("paces", {})
    if not isinstance(paces, dict):
        raise ConfigurationError(f"{file}: paces should be a table: [services.paces]")
    return Services(
        endpoints=replace(base, **addresses), pace=_pace(table.get("pace", POLITE), f"{file}: pace"),
        paces={str(host): _pace(pace, f"{file}: pace of {host}") for host, pace in paces.items()},
    )


def _address(printed: object, where: str) -> str:
    parts = urlsplit(str(printed))
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ConfigurationError(f"{where}: {str(printed)[:100]!r} is no address such as https://repository.overheid.nl")
    return str(printed).rstrip("/")


def _pace(printed: object, where: str) -> float:
    try:
        pace = float(str(printed))
    except ValueError as error:
        raise ConfigurationError(f"{where}: {str(printed)[:40]!r} is no number of requests a second") from error
    if not 0 <= pace <= 1000:  # more is a mistake; inf and nan are none
        raise ConfigurationError(f"{where}: {printed} requests a second; 0 (no pause) to 1000")
    return pace
