"""Files of the Tweede Kamer (SyncFeed Resources): the Word or PDF file of a document, before and beside KOOP."""

from navraag.settings import Endpoints
from navraag.sources.base import Answer, Wanted
from navraag.sources.http import Client
from navraag.sources.whole import whole

SOURCE = "tk_resources"
_GONE = frozenset({400, 404, 410})


class Resources:
    """Fetches the current file of a document; older ones cannot be had, so what is held is never thrown away."""

    def __init__(self, client: Client, endpoints: Endpoints) -> None:
        self.client = client
        self.address = f"{endpoints.tk}/SyncFeed/2.0/Resources"

    def fetch(self, document: str, *, held: tuple[str | None, str | None] = (None, None), lenient: bool = False) -> Answer | None:
        """The file of a document; None where the feed names one that is not there.

        ``held``: ETag and Last-Modified of the one that is held; the answer has status 304 where it is as it was.
        """
        wanted = Wanted(url=f"{self.address}/{document}", etag=held[0], last_modified=held[1], missing=_GONE)
        answer = self.client.read(wanted, lambda found: found if lenient else whole(found, file_ending(found.data) or ""))
        if answer.status in _GONE or (answer.found and file_ending(answer.data) is None):
            return None
        return answer


def file_ending(data: bytes) -> str | None:
    """What the first bytes say a file is, whatever the service calls it; None where it is no document (JSON that says so).

    >>> file_ending(b"%PDF-1.7"), file_ending(b'{"message": "not found"}')
    ('pdf', None)
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "doc"
    return "rtf" if data.startswith(b"{\\rtf") else None
