"""Headers and footers of a Word file as furniture: those that its sections print, each part once."""

import re
from collections.abc import Iterable, Iterator

from navraag.parsing.blocks import Block
from navraag.parsing.packages import Element
from navraag.parsing.word.names import R, W
from navraag.parsing.word.tables import printed
from navraag.records.evidence import Furniture

PAGE_NUMBER = re.compile(r"(?:pagina|blad|p\.)?\s*\d{1,4}(?:\s*(?:van|/|-)\s*\d{1,4})?", re.IGNORECASE)


def furniture_references(document: Element) -> Iterator[tuple[str, str]]:
    """("header" or "footer", relationship id) of every part that a section of the document names, in order."""
    seen: set[str] = set()
    for section in document.iter(W + "sectPr"):
        for kind in ("header", "footer"):
            for reference in section.findall(f"{W}{kind}Reference"):
                target = reference.get(R + "id", "")
                if target not in seen:
                    seen.add(target)
                    yield kind, target


def as_furniture(kind: str, blocks: Iterable[Block], *, letter: bool) -> tuple[Furniture, ...]:
    """The lines of one header or footer; those of a letter are its letterhead, page numbers are told apart."""
    pieces = [words for block in blocks if (words := printed(block))]
    return tuple(_piece(kind, words, letter=letter) for words in pieces)


def _piece(kind: str, words: str, *, letter: bool) -> Furniture:
    if PAGE_NUMBER.fullmatch(words):
        return Furniture(kind="page_number", text=words)
    if letter:
        return Furniture(kind="letterhead", text=words)
    return Furniture(kind="running_head" if kind == "header" else "foot", text=words)
