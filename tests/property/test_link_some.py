"""Linking what new papers reach gives the same cases as linking everything, whatever comes, goes or changes, in any order."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navraag.linking.cases import LinkedPaper, link
from navraag.linking.directory import Directory
from navraag.linking.people import Resolver
from navraag.pipeline.link_papers import linked_paper
from navraag.pipeline.link_whole import whole_cases
from navraag.pipeline.linkage import link as link_registry
from navraag.records.cases import Case
from navraag.records.people import Roll
from navraag.records.text import Footnote
from navraag.store.codec import decode_case
from navraag.store.database import transaction
from navraag.store.link_papers import LinkPapers
from navraag.store.papers import every_paper
from navraag.store.rows import paper_row
from navraag.store.writer import Reading, Writer
from tests.property.test_linking import NUMBERS, papers, said
from tests.unit.linking.builders import asked, paper
from tests.unit.store.make import retrieval

EXAMPLES = int(os.environ.get("NAVRAAG_LINKS", "60"))
NOTES = st.sampled_from([f"Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. {9000 + digit}" for digit in range(1, 7)] + [f"Zie {number}" for number in NUMBERS])
citing = st.builds(
    lambda facts, name, note: paper(asked(publication=name, notes=(Footnote(label="1", text=note),), closing=f"Aanvulling op eerdere vragen ({NUMBERS[0]}).", **facts)),
    said, st.sampled_from([None, *(f"kv-tk-{one}" for one in NUMBERS), "kv-2070890010"]), NOTES,
)
mistyped = st.builds(lambda facts, name: paper(asked(publication=name, **facts)), said, st.sampled_from(["kv-tk-2020Z9001", "kv-tk-2020Z900011", "kv-tk-20Z90001"]))
steps = st.lists(st.tuples(st.lists(st.one_of(papers, citing, mistyped), max_size=4), st.lists(st.integers(0, 30), max_size=2)), min_size=1, max_size=6)


def keep(writer: Writer, given_papers: Iterable[LinkedPaper]) -> None:
    """Papers into the registry, each a document of its own."""
    writer.write_readings(
        Reading(
            retrieval=retrieval(one.source.sha256), name=one.name, outcome="read", parser_version="1",
            papers=(paper_row(one.source.sha256, 0, one.parsed),),
        )
        for one in given_papers
    )


def held(writer: Writer) -> list[str]:
    """The documents that the registry has papers of."""
    return [sha256 for (sha256,) in writer.connection.execute("SELECT sha256 FROM paper ORDER BY sha256")]


def made(writer: Writer) -> dict[str, Case]:
    """The cases of the registry."""
    return {number: decode_case(data) for number, data in writer.connection.execute("SELECT number, data FROM case_data")}


def linked_at_once(writer: Writer, resolver: Resolver) -> dict[str, Case]:
    """The cases that linking all papers in memory gives."""
    return {case.number: resolver.resolved(case) for case in link(map(linked_paper, every_paper(writer.connection)))}


def noted(writer: Writer) -> dict[str, list[tuple[object, ...]]]:
    """What is noted of papers and cases, but for row ids."""
    tables = {
        "link_name": "SELECT * FROM link_name ORDER BY 1, 2", "link_cite": "SELECT * FROM link_cite ORDER BY 1, 2",
        "link_case": "SELECT number, near, subjects, has_paper FROM link_case ORDER BY 1",
        "link_paper": "SELECT sha256, row, marks, odd FROM link_paper ORDER BY 1, 2", "link_mark": "SELECT mark, sha256, row FROM link_mark JOIN link_paper ON id = paper ORDER BY 1, 2, 3",
    }
    return {table: writer.connection.execute(sql).fetchall() for table, sql in tables.items()}


def components(writer: Writer) -> set[frozenset[str]]:
    """Which documents hang together."""
    found: dict[int, set[str]] = {}
    for component, sha256 in writer.connection.execute("SELECT component, sha256 FROM link_paper"):
        found.setdefault(component, set()).add(sha256)
    return set(map(frozenset, found.values()))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(steps)
def test_linking_some_is_linking_all(given_steps: list[tuple[list[LinkedPaper], list[int]]]) -> None:
    """After every step the cases, and all that is noted for the next step, are those of linking everything anew."""
    resolver = Resolver(Directory(Roll()))
    with tempfile.TemporaryDirectory() as folder:
        writer = Writer(Path(folder) / "registry.sqlite3")
        try:
            for come, go in given_steps:
                keep(writer, come)
                for at in go:
                    if at < len(documents := held(writer)):
                        writer.connection.execute("DELETE FROM paper WHERE sha256 = ?", (documents[at],))
                link_registry(writer)
                assert made(writer) == linked_at_once(writer, resolver)
            some, together = noted(writer), components(writer)
            with transaction(writer.connection):
                list(whole_cases(writer))
            assert noted(writer) == some
            assert components(writer) == together
            assert LinkPapers(writer.connection).stale() == ()
        finally:
            writer.close()
