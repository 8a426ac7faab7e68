"""Which layout is this? Decided by the bytes first, by the name only where they leave it open."""

from typing import Literal

Layout = Literal[
    "koop_xml", "koop_xml_old", "koop_html", "koop_metadata", "tk_docx", "pdf", "plain_text", "openkamer_page", "tk_entities"
]


def detect(data: bytes, *, name: str = "") -> Layout:
    """The layout of these bytes; NotADocumentError where they are no document we know."""
    raise NotImplementedError
