"""Papers out of the store into cases, with their clocks."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from navraag.linking.cases import link
from navraag.linking.judgements import shipped
from navraag.linking.papers import LinkedPaper
from navraag.pipeline.clock import with_clock
from navraag.records.cases import Source
from navraag.records.identifiers import PublicationName, parse_publication
from navraag.store.rows import CaseEntry
from navraag.store.writer import HeldPaper

LINK_VERSION = "1"
"""Raised when linking or the clock changes."""


def link_version() -> str:
    """What cases are made by: rules and human decisions. Where it differs, the next import makes all cases anew."""
    return f"{LINK_VERSION}.{hashlib.sha256(repr(shipped()).encode()).hexdigest()[:12]}"


def link_all(papers: Iterable[HeldPaper]) -> Iterator[CaseEntry]:
    """Every case that the papers make, each with its clock."""
    for case in link(map(_linked, papers), shipped()):
        yield with_clock(case)


def _linked(paper: HeldPaper) -> LinkedPaper:
    source = Source(
        sha256=paper.sha256, layout=paper.parsed.layout, publication=publication_of(paper.name), url=paper.url,
    )
    return LinkedPaper(source=source, parsed=paper.parsed, name=paper.name)


@lru_cache(maxsize=1024)
def publication_of(name: str) -> str | None:
    """The publication that a file's name names.

    >>> publication_of("ah-tk-20202021-3235.metadata.xml")
    'ah-tk-20202021-3235'
    """
    stem = name.partition(".")[0]
    return stem if isinstance(parse_publication(stem), PublicationName) else None
