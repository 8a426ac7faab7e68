"""Files that end, and files that were cut off."""

import pytest

from navraag.sources.whole import is_whole

FILES = [
    ("xml", b'<?xml version="1.0"?><a x="1"><b/></a>\n', True, "the root is closed"),
    ("xml", b"<a><b/></a><!-- made by x -->", True, "a comment behind it"),
    ("xml", b"<a><b/>", False, "it is not"),
    ("xml", b"", False, "nothing came"),
    ("html", b"<html><body></body></html>\n", True, "closed"),
    ("html", b"<HTML><body>", False, "not closed"),
    ("html", b"<div class='kamervraag'></div>", True, "a fragment has no end"),
    ("pdf", b"%PDF-1.4 ... %%EOF\r\n", True, "the mark of its end"),
    ("pdf", b"%PDF-1.4 ...", False, "no mark"),
    ("docx", b"PK\x03\x04 ... PK\x05\x06" + b"\x00" * 18, True, "the directory of the archive"),
    ("docx", b"PK\x03\x04 ...", False, "no directory"),
    ("doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 508, True, "whole sectors"),
    ("doc", b"\xd0\xcf\x11\xe0", False, "a part of a sector"),
    ("rtf", b"{\\rtf1 words}\x00", True, "the last brace"),
    ("rtf", b"{\\rtf1 wor", False, "none"),
    ("txt", b"words", True, "no form of which the end is known"),
]


@pytest.mark.parametrize(("form", "data", "expected", "why"), FILES)
def test_ends(form: str, data: bytes, *, expected: bool, why: str) -> None:
    """By the end of the file itself."""
    assert is_whole(form, data) is expected, why
