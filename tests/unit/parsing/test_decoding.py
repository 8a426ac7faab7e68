"""Bytes become text in the encoding that they declare, or are refused with the place."""

import pytest

from navraag.errors import LayoutError
from navraag.parsing.decoding import declared_encoding, decode

TEXT = "Één bel, ’s avonds"


def test_text_is_utf8_or_says_otherwise() -> None:
    """A byte order mark or a declaration decides."""
    assert TEXT == decode(TEXT.encode(), name="a")
    assert TEXT == decode(TEXT.encode("utf-8-sig"), name="a")
    assert TEXT == decode(TEXT.encode("utf-16"), name="a")
    page = f'<html><head><meta charset="windows-1252"></head>{TEXT}</html>'
    assert page == decode(page.encode("cp1252"), name="a", markup=True)


def test_wrong_encodings_name_the_byte() -> None:
    """The line says which file, which encoding, where, and what to do."""
    with pytest.raises(LayoutError, match=r"^bel\.txt: text is not valid UTF-8 \(byte 0\); save it as UTF-8$"):
        decode("Éen".encode("cp1252"), name="bel.txt")


def test_unknown_encodings_are_no_encoding() -> None:
    """A name that Python does not know leaves UTF-8."""
    assert declared_encoding(b'<meta charset="klingon">') is None
