"""Papers out of the store into cases, with their clocks: all of them, or only those that new papers can have changed."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from navraag.lexicon.cabinets import cabinets, chambers
from navraag.lexicon.tables import ministries, parties, portfolios
from navraag.linking.directory import Directory, merged
from navraag.linking.judgements import applied, shipped
from navraag.linking.people import Resolver
from navraag.parsing.kamer_people import read_entities
from navraag.parsing.openkamer.entities import read_fixtures
from navraag.pipeline.clock import with_clock
from navraag.pipeline.link_some import Extent, extent_of, some_cases
from navraag.pipeline.link_told import refresh_told
from navraag.pipeline.link_whole import whole_cases
from navraag.pipeline.told import ToldWriter
from navraag.records.cases import Case
from navraag.records.people import Roll
from navraag.store.database import sqlite_errors, transaction
from navraag.store.link_papers import LinkPapers
from navraag.store.rolls import entities, fixtures, write_roll
from navraag.store.rows import CaseEntry
from navraag.store.writer import Changes, Writer

LINK_VERSION = "3"
"""Raised when linking or the clock changes."""


@lru_cache(maxsize=1)
def link_version() -> str:
    """What cases are made by: rules, tables and human decisions. Where it differs, the next import makes all cases anew."""
    known = (shipped(), ministries(), portfolios(), parties(), cabinets(), chambers())
    return f"{LINK_VERSION}.{hashlib.sha256(repr(known).encode()).hexdigest()[:12]}"


def link(writer: Writer) -> Changes:
    """The cases brought up to date with the papers: all or nothing. Only what can have changed is linked, where that is little."""
    with sqlite_errors(writer.file), transaction(writer.connection):
        if isinstance(writer, ToldWriter):
            refresh_told(writer)
        resolver, same_people = _people(writer)
        known = writer.meta("linked_by") == link_version() and same_people
        extent = extent_of(writer) if known else None
        changes = _some(writer, resolver, extent) if extent else _whole(writer, resolver)
        LinkPapers(writer.connection).settle()
        writer.set_meta("linked_by", link_version())
    if isinstance(writer, ToldWriter):
        writer.note_completeness()
    return changes


def _whole(writer: Writer, resolver: Resolver) -> Changes:
    return writer.put_cases(_entries(whole_cases(writer), resolver), writer.hashes())


def _some(writer: Writer, resolver: Resolver, extent: Extent) -> Changes:
    some = some_cases(writer, extent)
    return writer.put_cases(_entries(some.linked, resolver), writer.hashes(some.replaced))


def _entries(cases: Iterable[Case], resolver: Resolver) -> Iterator[CaseEntry]:
    """Cases with what people decided, their people resolved, with their clocks; one at a time."""
    for case in cases:
        for decided in applied([case], shipped()):
            yield with_clock(resolver.resolved(decided))


def _people(writer: Writer) -> tuple[Resolver, bool]:
    """Who resolves names, and whether the people known are those of the last time."""
    told = writer.people() if isinstance(writer, ToldWriter) else ()
    roll = merged(read_fixtures(fixtures(writer.connection)), read_entities([*entities(writer.connection), *told]))
    digest = _digest(roll)
    same = writer.meta("people") == digest
    if not same:
        write_roll(writer.connection, roll)
        writer.set_meta("people", digest)
    return Resolver(Directory(roll), shipped()), same


def _digest(roll: Roll) -> str:
    return hashlib.sha256(msgspec.json.encode(roll)).hexdigest()
