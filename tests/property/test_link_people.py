"""People who come, go or change: linking only the cases that print their names, or their posts, gives what linking all gives."""

import hashlib
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navraag.linking.cases import LinkedPaper
from navraag.pipeline.linkage import link
from navraag.records.attribution import Attribution
from navraag.records.cases import Case
from navraag.records.pages import Entity, Other
from navraag.records.parsed import Parsed
from navraag.store.codec import decode_case
from navraag.store.rows import paper_row
from navraag.store.writer import Reading, Writer
from tests.unit.linking.builders import answered, asked, member, noticed, paper, registered
from tests.unit.store.make import retrieval

FAMILIES, PARTY = ("Mulder", "Terpstra", "van Oudezijl", "Wiersma"), "fractie-1"
PERSONS = tuple(f"{at}-persoon" for at in range(5))
DAYS = ("2018-03-01", "2019-09-01", "2020-02-01", "2020-06-01")
POSTS = ("Minister van Defensie", "Staatssecretaris van Defensie", "Minister van Financiën")


def _entity(kind: str, id_: str, references: tuple[tuple[str, str], ...] = (), **fields: str) -> Entity:
    return Entity(kind=kind, id=id_, fields=tuple(sorted((name, value) for name, value in fields.items() if value)), references=references)


entities = st.one_of(
    st.builds(lambda id_, family, given_name: _entity("persoon", id_, achternaam=family, roepnaam=given_name, initialen=f"{given_name[:1]}."),
              st.sampled_from(PERSONS), st.sampled_from(FAMILIES), st.sampled_from(["Ada", "Bram", "Cor"])),
    st.builds(lambda person, first: _entity("fractieZetelPersoon", f"zetel-{person}-{first}", (("persoon", person), ("fractieZetel", "zetel-1")), van=first),
              st.sampled_from(PERSONS), st.sampled_from(DAYS)),
    st.builds(lambda person, post, first, last: _entity("persoonLoopbaan", f"loopbaan-{person}-{post}", (("persoon", person),), functie=post, van=first, totEnMet=last),
              st.sampled_from(PERSONS), st.sampled_from(POSTS), st.sampled_from(DAYS), st.sampled_from(["", *DAYS])),
)
steps = st.lists(st.tuples(st.lists(entities, max_size=3), st.lists(st.integers(0, 20), max_size=2)), min_size=1, max_size=5)


def office(printed: str, name: str | None = None) -> Attribution:
    """A minister, by the office or by name."""
    role, _, portfolio = printed.partition(" van ")
    return Attribution(printed=name or printed, name=name, role=role, portfolio=portfolio)  # type: ignore[arg-type]


def some_papers() -> list[LinkedPaper]:
    """Cases that name members, offices and ministers."""
    found = []
    for at, family in enumerate(FAMILIES):
        said = {
            "question_numbers": (f"2020Z9000{at}",), "askers": (Attribution(printed=family, name=family, party="VVD"),), "subject": f"de pont {at}",
            "addressees": (office(POSTS[at % 3]),), "tabled_on": date(2020, 2, 10 + at),
        }
        found += [
            paper(asked(publication=f"kv-tk-2020Z9000{at}", **said)), paper(noticed(**(said | {"answerers": (office(POSTS[at % 3]),)}))),
            paper(answered(publication=f"ah-tk-20192020-900{at}", **(said | {"answerers": (office(POSTS[at % 3], FAMILIES[-1 - at]),)}))),
        ]
    others = (registered(f"2020Z{90100 + at}", askers=(member("Anders"),), subject=f"iets anders {at}") for at in range(24))
    return [*found, *(paper(one, "tk_entities") for one in others)]


def keep(writer: Writer, parsed: Parsed) -> None:
    """One document into the registry."""
    sha256 = hashlib.sha256(repr(parsed).encode()).hexdigest()
    reading = Reading(retrieval=retrieval(sha256), name="", outcome="read", parser_version="1", papers=(paper_row(sha256, 0, parsed),))
    writer.write_readings([reading])


def made(writer: Writer) -> dict[str, Case]:
    """The cases of the registry."""
    return {number: decode_case(data) for number, data in writer.connection.execute("SELECT number, data FROM case_data")}


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_some_people_are_all(given_steps: list[tuple[list[Entity], list[int]]]) -> None:
    """After every step the cases are those that linking everything anew makes."""
    with tempfile.TemporaryDirectory() as folder:
        writer = Writer(Path(folder) / "registry.sqlite3")
        for one in some_papers():
            keep(writer, one.parsed)
        keep(writer, Parsed(layout="tk_entities", content=Other(entity=_entity("fractie", PARTY, afkorting="VVD", naamNl="VVD"))))
        keep(writer, Parsed(layout="tk_entities", content=Other(entity=_entity("fractieZetel", "zetel-1", (("fractie", PARTY),)))))
        link(writer)
        for come, go in given_steps:
            for entity in come:
                keep(writer, Parsed(layout="tk_entities", content=Other(entity=entity)))
            held = [sha256 for (sha256,) in writer.connection.execute("SELECT sha256 FROM paper WHERE layout = 'tk_entities' ORDER BY sha256")]
            for at in go:
                if held:
                    writer.connection.execute("DELETE FROM paper WHERE sha256 = ?", (held[at % len(held)],))
            link(writer)
            some = made(writer)
            writer.set_meta("linked_by", "")
            link(writer)
            assert made(writer) == some
        writer.close()
