"""Bytes to text: UTF-8 unless the bytes themselves say otherwise, and one clear line where they are neither."""

import codecs
import re

from navraag.errors import LayoutError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark, an XML declaration or an HTML meta element names, if Python knows it."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    try:
        return codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None


def decode(data: bytes, *, name: str, markup: bool = False) -> str:
    """The text of these bytes; LayoutError where they are not in the encoding that they should have.

    Text files are UTF-8 (or carry a byte order mark); markup may declare another encoding.
    """
    encoding = declared_encoding(data) if markup or _has_mark(data) else None
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeError as error:
        place = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        wanted = (encoding or "utf-8").upper().replace("-SIG", "")
        raise LayoutError(f"{name or 'document'}: text is not valid {wanted}{place}; save it as UTF-8") from error


def _has_mark(data: bytes) -> bool:
    return any(data.startswith(mark) for mark, _ in _BOMS)
