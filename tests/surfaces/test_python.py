"""The public names of the package, and the examples that the docs print."""

import doctest
import inspect
from pathlib import Path

import pytest

import navraag
from tests.conftest import ROOT


def test_few_names_and_all_of_them_there() -> None:
    """At most twelve; each has words about itself."""
    assert len(navraag.__all__) <= 12
    for name in navraag.__all__:
        assert inspect.getdoc(getattr(navraag, name)), name
    with pytest.raises(AttributeError, match="open_registry"):
        navraag.nothing  # noqa: B018 - asking is the test


def test_the_examples_of_the_docs(country_home: Path) -> None:
    """Every line of docs/reference/python.md gives what it says."""
    page = ROOT / "docs" / "reference" / "python.md"
    outcome = doctest.testfile(str(page), module_relative=False, globs={"HOME": country_home}, optionflags=doctest.NORMALIZE_WHITESPACE)

    assert outcome.attempted > 8
    assert outcome.failed == 0


def test_the_package_starts_with_nothing_loaded() -> None:
    """The example of the package itself."""
    assert doctest.testmod(navraag).failed == 0
