"""Files of the Tweede Kamer (SyncFeed Resources): the Word or PDF file of a document, before and beside KOOP."""

from navraag.sources.base import Answer, Endpoints, Wanted
from navraag.sources.http import Client

SOURCE = "tk_resources"
_GONE = frozenset({400, 404, 410})


class Resources:
    """Fetches the current file of a document; older ones cannot be had, so what is held is never thrown away."""

    def __init__(self, client: Client, endpoints: Endpoints) -> None:
        self.client = client
        self.address = f"{endpoints.tk}/SyncFeed/2.0/Resources"

    def fetch(self, document: str, *, etag: str | None = None, last_modified: str | None = None) -> Answer | None:
        """The file of a document (an answer of status 304 where it is as it was); None where the feed names one that is not there."""
        wanted = Wanted(url=f"{self.address}/{document}", etag=etag, last_modified=last_modified, missing=_GONE)
        answer = self.client.get(wanted)
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
