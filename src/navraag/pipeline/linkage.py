"""Papers out of the store into cases, with their clocks."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache

from navraag.lexicon.cabinets import cabinets, chambers
from navraag.lexicon.tables import ministries, parties, portfolios
from navraag.linking.cases import link_in_turn
from navraag.linking.directory import Directory, merged
from navraag.linking.judgements import shipped
from navraag.linking.papers import LinkedPaper
from navraag.linking.people import Resolver
from navraag.parsing.kamer_people import read_entities
from navraag.parsing.openkamer.entities import read_fixtures
from navraag.pipeline.clock import with_clock
from navraag.pipeline.told import ToldWriter
from navraag.records.cases import Source
from navraag.records.identifiers import PublicationName, parse_publication
from navraag.store.rolls import entities, fixtures, write_roll
from navraag.store.rows import CaseEntry
from navraag.store.writer import HeldPaper, Writer

LINK_VERSION = "2"
"""Raised when linking or the clock changes."""


def link_version() -> str:
    """What cases are made by: rules, tables and human decisions. Where it differs, the next import makes all cases anew."""
    known = (shipped(), ministries(), portfolios(), parties(), cabinets(), chambers())
    return f"{LINK_VERSION}.{hashlib.sha256(repr(known).encode()).hexdigest()[:12]}"


def link_all(writer: Writer) -> Iterator[CaseEntry]:
    """Every case that the papers held make, its people resolved, with its clock; the words of one case at a time are in memory."""
    told = writer.people() if isinstance(writer, ToldWriter) else ()
    roll = merged(read_fixtures(fixtures(writer.connection)), read_entities([*entities(writer.connection), *told]))
    write_roll(writer.connection, roll)
    resolver = Resolver(Directory(roll), shipped())
    papers = (((paper.sha256, paper.row), _linked(paper)) for paper in writer.papers())
    for case in link_in_turn(papers, lambda key: _linked(writer.paper(*key)), shipped()):  # type: ignore[misc]
        yield with_clock(resolver.resolved(case))


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
