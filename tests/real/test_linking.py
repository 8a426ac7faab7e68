"""Linking of the real documents: numbers of publications and cases are facts; no sentence is repeated here."""

import gzip
import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from navraag.enrichment.timeline import timeline
from navraag.errors import LayoutError
from navraag.linking.cases import LinkedPaper, link
from navraag.parsing import parse
from navraag.parsing.layouts.tk_entities import read_rows
from navraag.records.cases import Case, Source
from tests.conftest import REAL

pytestmark = pytest.mark.real


def _papers(*folders: str) -> Iterator[LinkedPaper]:
    for path in sorted(path for folder in folders for path in (REAL / folder).iterdir()):
        try:
            yield _paper(path)
        except LayoutError:
            continue


def _paper(path: Path) -> LinkedPaper:
    data = path.read_bytes()
    parsed = parse(data, name=path.name)
    return LinkedPaper(source=Source(sha256=hashlib.sha256(data).hexdigest(), layout=parsed.layout), parsed=parsed, name=path.name)


@cache
def _registrations() -> tuple[LinkedPaper, ...]:
    path = REAL / "odata" / "zaak_schriftelijke_vragen_2024-10-02.jsonl.gz"
    rows = read_rows(gzip.decompress(path.read_bytes()), name=path.name)
    return tuple(LinkedPaper(source=Source(sha256=str(at), layout=row.layout), parsed=row, name=path.name) for at, row in enumerate(rows))


def _by_number(papers: list[LinkedPaper]) -> dict[str, Case]:
    return {case.number: case for case in link(papers)}


def test_one_answer_in_all_its_forms() -> None:
    """XML, HTML, PDF and both metadata files of one answer are one answer of one case, with nine pairs."""
    papers = [paper for paper in _papers("koop") if paper.name.startswith("ah-tk-20202021-3235")]
    cases = _by_number(papers)
    assert list(cases) == ["2021Z09739"]
    case = cases["2021Z09739"]
    assert [answers.id for answers in case.answers] == ["ah-tk-20202021-3235"]
    assert {source.layout for source in case.answers[0].sources} >= {"koop_xml", "koop_html", "pdf", "koop_metadata"}
    assert case.answers[0].sources[0].layout == "koop_xml"
    assert [(pair.label, len(pair.answers)) for pair in case.pairs] == [(str(number), 1) for number in range(1, 10)]
    assert not case.problems


def test_the_first_case_with_its_clock() -> None:
    """Ten pairs, a notice on day 21, an answer on day 105."""
    case = _by_number(list(_papers("seed")))["2020Z02502"]
    assert [(pair.label, len(pair.answers)) for pair in case.pairs] == [(str(number), 1) for number in range(1, 11)]
    clock = timeline(case, date(2026, 11, 25))
    assert (clock.due_on, clock.extended_until, clock.notice_day, clock.notice_in_time) == (date(2020, 3, 2), date(2020, 3, 23), 21, True)
    assert (clock.state, clock.days_taken, clock.days_over_three, clock.days_over_six) == ("answered_late", 105, 84, 63)


def test_answers_that_print_no_number_find_their_case() -> None:
    """By day of tabling, all askers and subject among 42,994 registrations; the later ones have no registration yet."""
    cases = _by_number([*_papers("documents"), *_registrations()])
    joined = {answers.id: case.number for case in cases.values() for answers in case.answers if not case.provisional}
    assert {name: number for name, number in joined.items() if name.startswith("ah-tk-")} == {
        "ah-tk-20242025-559": "2024Z14827", "ah-tk-20242025-576": "2024Z11074", "ah-tk-20242025-583": "2024Z13931",
        "ah-tk-20242025-584": "2024Z14547", "ah-tk-20242025-595": "2024Z12914",
    }
    assert cases["2024Z18775"].oral
    assert len(cases) > 42_994
    assert [relation.target for relation in cases["2024Z14419"].relations if relation.kind == "supplements"] == ["2024Z14247"]
