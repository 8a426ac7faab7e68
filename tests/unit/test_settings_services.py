"""Addresses and paces: official and polite, unless the configuration, the environment or an option says otherwise, in this order."""

from pathlib import Path

import pytest

from navraag.errors import ConfigurationError
from navraag.settings import CONFIGURATION, POLITE, Endpoints, Services, load_settings


def _services(home: Path, words: str = "", at: str = "", **variables: str) -> Services:
    if words:
        (home / CONFIGURATION).write_text(words, encoding="utf-8")
    return load_settings(home, variables, at=at).services


def test_official_and_polite(tmp_path: Path) -> None:
    """Where nothing is said."""
    found = _services(tmp_path)
    assert found.endpoints == Endpoints()
    assert found.pace_of("repository.overheid.nl") == POLITE == 2


def test_the_configuration(tmp_path: Path) -> None:
    """One address, a pace for all, a pace for one."""
    words = '[services]\ntk = "https://mirror.example/tk/"\npace = 1\n[services.paces]\n"repository.overheid.nl" = 0.5\n'
    found = _services(tmp_path, words)
    assert found.endpoints == Endpoints(tk="https://mirror.example/tk")
    assert (found.pace_of("mirror.example"), found.pace_of("repository.overheid.nl")) == (1, 0.5)


def test_the_nearer_word_wins(tmp_path: Path) -> None:
    """An option before the environment before the file."""
    words = '[services]\nat = "http://127.0.0.1:1"\npace = 1\n'
    assert _services(tmp_path, words).endpoints == Endpoints.at("http://127.0.0.1:1")
    found = _services(tmp_path, NAVRAAG_SERVICES="http://127.0.0.1:2/", NAVRAAG_PACE="0")
    assert (found.endpoints.tk, found.pace) == ("http://127.0.0.1:2", 0)
    assert _services(tmp_path, at="http://127.0.0.1:3", NAVRAAG_SERVICES="http://127.0.0.1:2").endpoints.repository == "http://127.0.0.1:3"


WRONG = [
    ("[services", "cannot be read"), ("services = 3", "should be a table"), ("[services]\nspeed = 3", "'speed' is no setting"),
    ('[services]\ntk = "here"', "no address"), ('[services]\npace = "x"', "no number"), ("[services]\npace = nan", "0 \\(no pause\\) to 1000"),
    ("[services]\npace = -1", "0 \\(no pause\\)"), ("[services]\npaces = 3", "paces should be a table"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_mistakes_are_named(tmp_path: Path, words: str, said: str) -> None:
    """Which setting, with what value."""
    with pytest.raises(ConfigurationError, match=said):
        _services(tmp_path, words)
