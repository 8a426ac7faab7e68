"""Every problem code that the program can give is explained, and nothing explains a code that it cannot give."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import navraag
from navraag.lexicon.problems import explanation, explanations

SOURCE = Path(navraag.__file__).parent
ROOMS = ("parsing", "linking", "enrichment", "store", "pipeline", "sources")
AREAS = "|".join(sorted({code.partition(".")[0] for code in explanations()}))
CODE = re.compile(rf"(?:{AREAS})\.(?!xml|toml|py)[a-z-]+|[a-z]+\.[a-z]+(?:-[a-z]+)+")


def codes_in(tree: ast.AST) -> Iterator[str]:
    """Values of ``code=`` (but of notes on a search, which have sentences of their own), and other strings that have the form of a code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id == "QueryNote"):
            yield from (str(given.value.value) for given in node.keywords if given.arg == "code" and isinstance(given.value, ast.Constant))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value


def every_code() -> set[str]:
    """The codes of all rooms."""
    files = (file for room in ROOMS for file in (SOURCE / room).rglob("*.py"))
    return {code for file in files for code in codes_in(ast.parse(file.read_text(encoding="utf-8")))}


def test_every_code_is_explained() -> None:
    """In English and in Dutch, in whole sentences."""
    assert sorted(every_code() ^ explanations().keys()) == []
    for code, words in explanations().items():
        assert all(sentence.endswith(".") and len(sentence) > 20 for sentence in (words.en, words.nl)), code


def test_a_code_without_words_is_shown_as_it_is() -> None:
    """Registries made by a newer version may hold such codes."""
    assert explanation("future.code").nl == "future.code"
