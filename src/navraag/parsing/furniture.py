"""Words on every page that are no content: running heads and feet, page numbers, publication ids, ISSN."""

import re
from dataclasses import replace
from typing import Literal

from navraag.records.evidence import Furniture

FurnitureKind = Literal["running_head", "foot", "page_number", "publication_id", "issn"]

_PARTS = re.compile(
    r"(?P<publication_id>(?:kv|ah)-(?:tk|ek)-[0-9Zz]+(?:-\d+)?(?:-[hn]\d?)?(?![0-9A-Za-z-])|(?:kv|ah)-\d{4,7}(?![0-9A-Za-z-])|KVR\d{3,6}(?!\d)|\d{4}tkkvr\d{1,5}(?!\d))"
    r"|(?P<issn>ISSN\s?\d{4}\s?[-–]\s?\d{3}[\dX])"
    r"|(?P<foot>[’'‘`]?\s?s-Gravenhage,?\s?(?:19|20)\d\d)"
    r"|(?P<running_head>(?:Tweede|Eerste)\s?Kamer\s?der\s?Staten-Generaal\s?[12]?(?=\s|$)"
    r"|Vergaderjaar\s?\d{4}\s?[-–—/]\s?\d{2,4}"
    r"|(?:Tweede|Eerste)\s?Kamer,?\s?vergaderjaar\s?\d{4}\s?[-–—/]\s?\d{2,4},?\s?(?:Aanhangsel|Vragen|\d{2}\s?\d{3}[^,]{0,20},\s?nr\.\s?\d+)"
    r"|Aanhangsel\s?van\s?de\s?Handelingen"
    r"|Vragen\s?gesteld\s?door\s?de\s?leden\s?der\s?Kamer(?:,\s?met\s?de\s?daarop\s?door\s?de)?"
    r"|(?:met\s?de\s?daarop\s?door\s?de\s?)?regering\s?gegeven\s?antwoorden)"
    r"|(?P<page_number>\d{1,4}(?=\s*$))"
)
_KINDS: dict[str, FurnitureKind] = {
    "publication_id": "publication_id", "issn": "issn", "foot": "foot", "running_head": "running_head", "page_number": "page_number",
}
_LONGEST = 260


def read_furniture(line: str) -> tuple[Furniture, ...]:
    """The furniture that a line consists of; empty where the line holds any other word.

    >>> [part.kind for part in read_furniture("Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 3")]
    ['running_head', 'page_number']
    """
    text = line.strip()
    if not text or len(text) > _LONGEST:
        return ()
    parts: list[Furniture] = []
    position = start = 0
    while position < len(text):
        match = _PARTS.match(text, position)
        if match is None or not match[0]:
            return ()
        kind = match.lastgroup
        if kind == "page_number" and not parts:
            return ()
        if parts and parts[-1].kind == kind:
            parts[-1] = replace(parts[-1], text=text[start:match.end()])
        else:
            start = position
            parts.append(Furniture(kind=_KINDS[str(kind)], text=match[0]))
        position = match.end()
        while position < len(text) and text[position] in " \t\xa0,;|":
            position += 1
    return tuple(parts)


def ends_page(parts: tuple[Furniture, ...]) -> bool:
    """Whether this furniture stands at the foot of a page."""
    return any(part.text.startswith(("Tweede", "Eerste")) and "ergaderjaar" in part.text for part in parts)
