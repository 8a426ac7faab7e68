"""Signs of symbol fonts."""

import pytest

from navraag.parsing.word.symbols import symbol


@pytest.mark.parametrize(
    ("character", "font", "expected"),
    [
        ("\uf0b7", "Symbol", "•"), ("\uf0b7", "", "•"), ("\uf0e0", "Wingdings", "→"), ("\uf06d", "Symbol", "μ"),
        ("o", "Courier New", "o"), ("–", "Verdana", "–"), ("\uf0ff", "Webdings", None),
    ],
)  # fmt: skip
def test_symbols(character: str, font: str, expected: str | None) -> None:
    """Bullets, arrows, Greek letters; ordinary characters stay; what is not known is said."""
    assert symbol(character, font) == expected
