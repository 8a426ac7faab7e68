"""Findings and registers of the store: by case, by target, by term, by year; terms never say more than the sources reach."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navraag.pipeline.enrich import enrich
from navraag.pipeline.run import no_progress
from navraag.records.cases import Case
from navraag.records.papers import Answer
from navraag.records.text import plain_text
from navraag.store.findings import Findings
from navraag.store.findings_writer import printed_set, read_set
from navraag.store.followups import candidates
from navraag.store.reader import Registry, open_registry
from navraag.store.registers import RegisterFilter, Registers, term_of
from tests.unit.store.make import answered, fill, notice

TODAY = date(2032, 1, 10)
KNOWN = date(2031, 12, 31)


def said(number: str, words: str, on: date, **more: object) -> Case:
    """A case whose one answer says these words."""
    case = answered(number, on, tabled=date(on.year, 1, 1), **more)
    given = Answer(numbers=(1,), text=plain_text(words))
    pairs = tuple(replace(pair, answers=tuple(replace(one, answer=given) for one in pair.answers)) for pair in case.pairs)
    return replace(case, answers=(replace(case.answers[0], answers=(given,)),), pairs=pairs)


CASES = (
    said("2031Z00001", "Ik zal uw Kamer voor 1 juli 2031 informeren. Dat is niet bekend. Zie Kamerstuk 99 123, nr. 45.", date(2031, 3, 20)),
    said("2031Z00002", "Ik zal uw Kamer voor 1 juli 2032 informeren.", date(2031, 4, 20)),
    said("2031Z00003", "Ik zal uw Kamer voor 5 januari 2032 informeren.", date(2031, 5, 20)),
    said("2031Z00004", "Ik zal uw Kamer informeren. Zie ook 2031Z00001.", date(2031, 9, 1)),
    said("2031Z00005", "Ja.", date(2031, 9, 1), notices=(replace(notice(date(2031, 2, 1)), text=plain_text("Ik zal uw Kamer voor 1 maart 2031 antwoorden.")),)),
)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """The cases above, known to be complete up to the end of 2031."""
    home: Path = tmp_path_factory.mktemp("findings")
    writer = fill(home, CASES, known_until=KNOWN)
    enrich(writer, no_progress)
    writer.close()
    with open_registry(home) as opened:
        yield opened


def quotes(registry: Registry, **wanted: object) -> list[str]:
    """Case numbers of a register."""
    page = Registers(registry).page(RegisterFilter(kind="commitment", today=TODAY, **wanted))  # type: ignore[arg-type]
    assert page.total == len(page.rows)
    return [row.finding.case for row in page.rows]


def test_terms_are_apart(registry: Registry) -> None:
    """What comes, what has lapsed, what has no day; and what the sources do not reach, only for who asks."""
    assert quotes(registry, term="due") == ["2031Z00002"]
    assert quotes(registry, term="lapsed") == ["2031Z00001"]
    assert quotes(registry, term="undated") == ["2031Z00004"]
    assert quotes(registry, term="unverifiable") == ["2031Z00003"]
    assert sorted(quotes(registry)) == ["2031Z00001", "2031Z00002", "2031Z00004"]
    assert dict(Registers(registry).by_term(RegisterFilter(kind="commitment", today=TODAY))) == {"due": 1, "lapsed": 1, "unverifiable": 0, "undated": 1}


@pytest.mark.parametrize(("latest", "known", "term"), [
    (None, KNOWN, "undated"), (TODAY, KNOWN, "due"), (date(2031, 12, 30), KNOWN, "lapsed"), (KNOWN, KNOWN, "unverifiable"), (date(2031, 6, 1), None, "unverifiable"),
])
def test_a_term_on_a_day(latest: date | None, known: date | None, term: str) -> None:
    """A term has lapsed only where the sources reach beyond it."""
    assert term_of(latest, TODAY, known) == term


def test_an_answer_follows_up_its_notice(registry: Registry) -> None:
    """That an answer will come, is on no list once it came."""
    assert "2031Z00005" not in quotes(registry, year=2031)
    assert [one.found.kind for one in Findings(registry).of_case("2031Z00005") if one.part == "notice"] == ["commitment"]


def test_who_cites_a_case(registry: Registry) -> None:
    """By its number, where, and as a candidate for a follow-up; the case itself is none."""
    held = Findings(registry)

    assert [(one.case, one.labels) for one in held.citing(("2031Z00001",))] == [("2031Z00004", ("1",))]
    assert held.citing(("2031Z00001",), apart_from="2031Z00004") == ()
    assert [one.case for one in held.citing(("kst-99123-45",))] == ["2031Z00001"]
    found = candidates(Registers(registry), "2031Z00001", ("2031Z00001",), date(2031, 3, 20), TODAY)
    assert [one.finding.case for one in found] == ["2031Z00004"]
    assert candidates(Registers(registry), "2031Z00001", ("2031Z00001",), None, TODAY) == ()
    assert candidates(Registers(registry), "2031Z00001", ("2031Z00001",), date(2031, 3, 20), date(2031, 8, 1)) == ()


def test_what_is_counted(registry: Registry) -> None:
    """Kinds, keys, and how many cases were read."""
    held = Findings(registry)

    assert held.read() == (5, 5)
    assert {one.kind: one.count for one in held.kinds()}["commitment"] == 5
    assert [(one.key, one.cases) for one in Registers(registry).keys("reference", prefix="kst-")] == [("kst-99123-45", 1)]
    assert [one.found.quote for one in held.every("data_gap")] == ["Dat is niet bekend."]
    assert not held.is_read("2031Z09999")


def test_a_set_of_versions_comes_back() -> None:
    """As it was printed."""
    assert read_set(printed_set({"b": "2", "a": "1"})) == {"a": "1", "b": "2"}
    assert read_set("") == {}
