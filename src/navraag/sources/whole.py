"""Is a body all of the file? Services say so by a length that is sometimes wrong, so the end of the file itself is looked at."""

import re
from collections.abc import Callable

from navraag.sources.base import Answer
from navraag.sources.http import NotWholeError

_END = 4096
_ZIP_END = 66_000
_SECTOR = 512
_ROOT = re.compile(rb"<([A-Za-z][\w:.-]{0,60})[\s>]")


def is_whole(form: str, data: bytes) -> bool:
    """Does the file end as files of its form end? What has no end mark is taken as it is.

    >>> is_whole("xml", b"<a><b/></a>"), is_whole("xml", b"<a><b/>"), is_whole("pdf", b"%PDF-1.7 ...")
    (True, False, False)
    """
    check = _CHECKS.get(form)
    return check is None or check(data, data[-_END:].rstrip(b"\x00 \t\r\n"))


def _xml(data: bytes, end: bytes) -> bool:
    root = _ROOT.search(data[:_END])
    return root is not None and b"</" + root[1] + b">" in end


def _html(data: bytes, end: bytes) -> bool:
    return b"<html" not in data[:_END].lower() or b"</html" in end.lower()


def _zip(data: bytes, _end: bytes) -> bool:
    return b"PK\x05\x06" in data[-_ZIP_END:]


_CHECKS: dict[str, Callable[[bytes, bytes], bool]] = {
    "xml": _xml, "html": _html, "docx": _zip, "odt": _zip, "pdf": lambda _, end: b"%%EOF" in end,
    "doc": lambda data, _: len(data) % _SECTOR == 0, "rtf": lambda _, end: end.endswith(b"}"),
}


def whole(answer: Answer, form: str) -> Answer:
    """The answer, where it is whole; else NotWholeError, upon which it is asked for again."""
    if answer.found and not is_whole(form, answer.data):
        raise NotWholeError(f"{answer.url}: the end of the file is missing ({len(answer.data):,} bytes came)")
    return answer
