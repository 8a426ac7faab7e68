"""Settings: --home, else NAVRAAG_HOME, else the platform's folder."""

from pathlib import Path

import pytest

from navraag.errors import ConfigurationError
from navraag.settings import load_settings


def test_the_nearer_choice_wins(tmp_path: Path) -> None:
    """An option before the environment before the default."""
    named = {"NAVRAAG_HOME": str(tmp_path / "named")}
    assert load_settings(tmp_path / "option", named).home == tmp_path / "option"
    assert load_settings(None, named).home == tmp_path / "named"
    assert load_settings(None, {}).home.name == "navraag" == load_settings(None, {"NAVRAAG_HOME": " "}).home.name


def test_everything_stands_in_home(tmp_path: Path) -> None:
    """One folder to back up."""
    settings = load_settings(tmp_path)
    assert {settings.registry_path.parent, settings.blobs.parent, settings.ledger.parent} == {tmp_path}


def test_a_file_is_no_home(tmp_path: Path) -> None:
    """One line, also for a name that cannot be."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigurationError, match="is a file; --home"):
        load_settings(tmp_path / "file")
    with pytest.raises(ConfigurationError, match="cannot be the folder"):
        load_settings(Path("x" * 5000))
