"""The head of a paper's first page: chamber, session year and series are facts, not furniture.

Layouts set every running head and publication id aside. What stands above the title for the first time belongs to the heading;
what later pages repeat stays furniture.
"""

from dataclasses import replace
from itertools import takewhile

from navraag.records.evidence import Furniture
from navraag.records.pages import CasePage, Other, PublicationMetadata, Registration
from navraag.records.parsed import Parsed


def with_masthead(parsed: Parsed) -> Parsed:
    """The record with the first running head in its heading, and its own publication id once less in the furniture."""
    content = parsed.content
    if isinstance(content, CasePage | Registration | PublicationMetadata | Other) or not parsed.furniture:
        return parsed
    head = tuple(takewhile(lambda piece: piece.kind == "running_head", parsed.furniture))
    rest = _without_id(parsed.furniture[len(head):], content.heading.publication)
    heading = replace(content.heading, masthead=tuple(piece.text for piece in head))
    return replace(parsed, content=replace(content, heading=heading), furniture=rest)


def _without_id(furniture: tuple[Furniture, ...], publication: str | None) -> tuple[Furniture, ...]:
    """Without the first print of the paper's own id, which ``heading.publication`` holds."""
    for at, piece in enumerate(furniture):
        if piece.kind == "publication_id" and piece.text == publication:
            return furniture[:at] + furniture[at + 1:]
    return furniture
