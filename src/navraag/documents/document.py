"""Raw documents: their bytes are kept for ever under their sha256; here is what is known about them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document as first received: what it is, and the source, name and address it came from."""

    sha256: str
    media_type: str
    size: int
    source: str
    source_id: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """One line of the ledger: at that moment this source gave these bytes under this name."""

    document_sha256: str
    source: str
    source_id: str
    retrieved_at: datetime
    media_type: str = ""
    size: int = 0
    url: str | None = None
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None

    @property
    def document(self) -> Document:
        """The document that was received."""
        return Document(
            sha256=self.document_sha256, media_type=self.media_type, size=self.size, source=self.source,
            source_id=self.source_id, url=self.url,
        )
