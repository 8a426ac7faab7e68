"""One frozen Settings; the only reader of the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from navraag.errors import ConfigurationError

HOME_VARIABLE = "NAVRAAG_HOME"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the registry lives: its database, blobs and ledger stand in ``home``."""

    home: Path

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


def load_settings(home: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Settings out of ``--home``, else NAVRAAG_HOME, else the platform's folder for user data."""
    named = (os.environ if environment is None else environment).get(HOME_VARIABLE, "")
    chosen = home or (Path(named) if named.strip() else platformdirs.user_data_path("navraag", appauthor=False))
    try:
        folder = chosen.expanduser()
        if folder.exists() and not folder.is_dir():
            raise ConfigurationError(f"{folder} is a file; --home and {HOME_VARIABLE} name a folder")
    except (OSError, RuntimeError, ValueError) as error:
        raise ConfigurationError(f"{str(chosen)[:100]!r} cannot be the folder of a registry: {error}") from error
    return Settings(home=folder)
