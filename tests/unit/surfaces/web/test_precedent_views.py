"""Shared words marked in a text, and nothing else."""

import pytest

from navraag.surfaces.web.precedent_views import marked

MARKED = [
    ("Een dijk en een Dijk.", ["dijk"], "Een <mark>dijk</mark> en een <mark>Dijk</mark>.", "in any case"),
    ("De dijken zijn nat.", ["dijk"], "De dijken zijn nat.", "whole words only"),
    ("a & b <i>", ["b"], "a &amp; <mark>b</mark> &lt;i&gt;", "mark-up stays words"),
    ("artikel 13b", ["13b", "artikel"], "<mark>artikel</mark> <mark>13b</mark>", "several"),
    ("a.b|c(", ["a.b|c"], "<mark>a.b|c</mark>(", "signs of patterns are signs"),
    ("", ["x"], "", "nothing"),
    ("x", [], "x", "no words"),
]


@pytest.mark.parametrize(("text", "words", "expected", "why"), MARKED)
def test_marked(text: str, words: list[str], expected: str, why: str) -> None:
    """The words as they stand in the text."""
    assert expected == str(marked(text, words)), why
