"""Papers out of the store into cases, with their clocks: all of them, or only those that new papers can have changed."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
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
from navraag.pipeline.link_people import concerned, moved
from navraag.pipeline.link_some import Extent, extent_of, some_cases
from navraag.pipeline.link_told import refresh_told
from navraag.pipeline.link_whole import whole_cases
from navraag.pipeline.told import ToldWriter
from navraag.records.cases import Case
from navraag.records.people import Roll
from navraag.store.database import sqlite_errors, transaction
from navraag.store.link_cases import LinkCases
from navraag.store.link_papers import LinkPapers
from navraag.store.rolls import entities, fixtures, held_roll, write_roll
from navraag.store.rows import CaseEntry
from navraag.store.writer import Changes, Writer

LINK_VERSION = "3"
"""Raised when linking or the clock changes."""
_SHARE, _MANY = 4, 3000
"""Where more than one in so many cases is concerned, or more than so many, all are linked, one after another."""


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
        before, roll = held_roll(writer.connection), _roll(writer)
        resolver = Resolver(Directory(roll), shipped())
        extent = extent_of(writer) if writer.meta("linked_by") == link_version() else None
        if extent and writer.meta("people") != _digest(roll):
            extent = _with_people(writer, extent, before, roll)
        changes = _some(writer, resolver, extent) if extent else _whole(writer, resolver)
        _keep_roll(writer, roll)
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


def _with_people(writer: Writer, extent: Extent, before: Roll, now: Roll) -> Extent | None:
    """The extent with the cases in which a name may now mean another person; None where that is too much."""
    cases, change = LinkCases(writer.connection), moved(before, now)
    numbers = concerned(change, cases.records()) if change else set[str]()
    if change is None or len(numbers) > min(_MANY, writer.case_count() // _SHARE):
        return None
    return replace(extent, also=frozenset(map(cases.component_of, numbers)).difference(extent.before))


def _roll(writer: Writer) -> Roll:
    told = writer.people() if isinstance(writer, ToldWriter) else ()
    return merged(read_fixtures(fixtures(writer.connection)), read_entities([*entities(writer.connection), *told]))


def _keep_roll(writer: Writer, roll: Roll) -> None:
    digest = _digest(roll)
    if writer.meta("people") != digest:
        write_roll(writer.connection, roll)
        writer.set_meta("people", digest)


def _digest(roll: Roll) -> str:
    return hashlib.sha256(msgspec.json.encode(roll)).hexdigest()
