"""The whole folder of real documents as a registry: counts and numbers are facts; no sentence is repeated here."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from navraag.pipeline.check import check
from navraag.pipeline.fingerprint import fingerprint
from navraag.pipeline.report import RunReport
from navraag.pipeline.run import Surroundings, import_paths
from navraag.records.statistics import Period
from navraag.settings import Settings
from navraag.store.lists import day_list
from navraag.store.reader import Registry, open_registry
from navraag.store.statistics import cases_behind
from navraag.store.views import CaseFilter
from navraag.surfaces.shapes import case_shape
from tests.conftest import REAL

pytestmark = pytest.mark.real
AROUND = Surroundings(now=lambda: datetime(2026, 11, 25, tzinfo=UTC))


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[RunReport, Settings]:
    """Everything in the folder, imported once."""
    settings = Settings(home=tmp_path_factory.mktemp("real"))
    return import_paths([REAL], settings, AROUND), settings


@pytest.fixture(scope="module")
def registry(imported: tuple[RunReport, Settings]) -> Iterator[Registry]:
    """The registry of it."""
    with open_registry(imported[1].home) as opened:
        yield opened


def test_every_document_is_read_and_every_other_file_counted(imported: tuple[RunReport, Settings]) -> None:
    """Status 0; lists are reference data; annotations and tables are skipped; identical bytes are kept once."""
    report, settings = imported
    files = [path for path in REAL.rglob("*") if path.is_file()]

    assert report.failed == ()
    assert report.kinds["Registration"] == 42_994
    assert report.references == {"people": 3, "misshapen_ids": 1, "publication_ids": 1}
    assert report.files == len(files) == report.read + report.duplicates + sum(report.skipped.values())
    assert report.duplicates >= 1
    assert len({path.read_bytes() for path in files}) >= len(list(settings.blobs.rglob("*.z")))


def test_the_second_import_changes_nothing(imported: tuple[RunReport, Settings], registry: Registry) -> None:
    """Not one case."""
    before = fingerprint(registry.every_case(), case_shape)

    again = import_paths([REAL], imported[1], AROUND)

    assert (again.read, bool(again.cases)) == (0, False)
    assert before == fingerprint(registry.every_case(), case_shape)


def test_every_registered_case_is_there(registry: Registry) -> None:
    """Complete up to the day of the list; after that nothing counts as open."""
    assert registry.known_until == date(2024, 10, 2)
    counts, later = registry.counts(date(2024, 10, 2)), registry.counts(date(2024, 10, 3))
    assert counts.cases >= 42_994
    assert counts.open > 200
    assert (later.open, later.overdue) == (0, 0)
    assert registry.cases(CaseFilter(today=date(2024, 10, 2), year=2016)).total == 2_626


def test_the_seed_is_one_case_of_four_views(registry: Registry) -> None:
    """Registration and page together; its old address leads to it."""
    case = registry.case("kv-tk-2020Z02502")
    assert (case.number, len(case.pairs), len(case.notices)) == ("2020Z02502", 10, 1)
    assert all(pair.answers for pair in case.pairs)
    assert {one.kind for one in registry.documents_of(case.number)} == {"registration", "questions", "answers", "notice"}


def test_all_ids_parse_or_are_quarantined_and_the_mistyped_find_their_case(registry: Registry) -> None:
    """151,327 ids; the 13 mistyped question ids lead to the case that the table names."""
    assert registry.rows("SELECT count(*) FROM known_publication") == [(151_327,)]
    found = {one.id: one.likely for one in check(registry).quarantined}
    with (REAL / "ids" / "koop_misshapen_kvtk_ids.tsv").open(encoding="utf-8") as table:
        expected = {row[0]: row[1] for row in list(csv.reader(table, delimiter="\t"))[1:]}
    assert len(expected) == 13
    assert expected == {name: found.get(name) for name in expected}
    assert len(found) < 100


def test_people_are_kept_as_reference_data(registry: Registry) -> None:
    """Every record of the fixtures."""
    files = [json.loads(path.read_text(encoding="utf-8")) for path in (REAL / "people").glob("*.json")]
    models = ("person.person", "parliament.partymember", "government.government")
    for model in models:
        expected = sum(1 for rows in files for row in rows if row["model"] == model)
        assert registry.rows("SELECT count(*) FROM reference_record WHERE dataset = ?", (model,)) == [(expected,)]


def test_every_problem_is_explained(registry: Registry) -> None:
    """In words, not by its code."""
    assert all(one.explanation != one.code for one in check(registry).problems)


def test_raw_documents_verify(registry: Registry) -> None:
    """All bytes are as they were."""
    blobs = check(registry, verify=True).blobs
    assert blobs is not None
    assert (blobs.damaged, blobs.missing, blobs.unused) == ((), (), ())
    assert Path(registry.file).stat().st_size < 200_000_000


def test_who_and_when_of_the_seed(registry: Registry) -> None:
    """Persons, parties and posts of the days; in every list of its days, and behind the numbers."""
    case = registry.case("2020Z02502")
    assert [(who.person_id, who.organization_id) for who in case.askers] == [("anne-kuik", "cda")]
    asked, answered = case.addressees[0], case.answers[0].answerers[0]
    assert (asked.post_id, asked.organization_id, asked.person_id) == ("staatssecretaris-jenv", "jenv", "ankie-broekers-knol")
    assert (answered.post_id, answered.person_id, answered.party) == ("staatssecretaris-jenv", "ankie-broekers-knol", "VVD")
    assert registry.rows("SELECT stance FROM case_asker JOIN case_row ON case_row.id = case_id WHERE number = ?", ("2020Z02502",)) == [("coalition",)]
    told = {day: _told(registry, date(2020, *day)) for day in ((2, 10), (2, 20), (3, 2), (3, 12), (3, 24), (5, 24), (5, 25))}
    assert told == {
        (2, 10): ("open", 0, 0), (2, 20): ("open", 10, 0), (3, 2): ("open_noticed", 21, 0), (3, 12): ("open_noticed", 31, 0),
        (3, 24): ("overdue_six", 43, 1), (5, 24): ("overdue_six", 104, 62), (5, 25): None,
    }
    period = Period(first=date(2020, 2, 10), last=date(2020, 2, 10), day=date(2020, 12, 31))
    behind = {which: [(one.number, one.days) for one in cases_behind(registry, period, {"member": "anne-kuik", "ministry": "jenv"}, which)[1]] for which in ("late_strict", "late_listed", "in_time_noticed")}
    assert all(("2020Z02502", 105) in found for found in behind.values())


def _told(registry: Registry, day: date) -> tuple[str, int, int] | None:
    """What the list of open sets says of the seed on a day: state, days, days over."""
    found = [one for one in day_list(registry, "longest_open", day).cases if one.number == "2020Z02502"]
    return (found[0].state, found[0].days, found[0].days_over) if found else None


def test_every_case_has_a_state_on_every_day(registry: Registry) -> None:
    """From its first day to the end of time, without gap or overlap."""
    spans: dict[int, list[tuple[str, str]]] = {}
    for case, start, end in registry.rows("SELECT case_id, from_day, until_day FROM case_state ORDER BY case_id, from_day"):
        spans.setdefault(case, []).append((start, end))
    days: dict[int, str | None] = dict(registry.rows("SELECT id, tabled_on FROM case_row"))
    assert days.keys() == spans.keys()
    for case, held in spans.items():
        assert held[0][0] == (days[case] or "0001-01-01")
        assert held[-1][1] == "9999-12-31"
        assert all(one[1] == other[0] for one, other in pairwise(held))


def test_names_of_the_period_of_the_lists_are_resolved(registry: Registry) -> None:
    """Up to 2018 at least 99 % of the askers and 97 % of those asked by name."""
    for table, named, least in (("case_asker", "TRUE", 0.99), ("case_addressee", "name IS NOT NULL", 0.97)):
        every, found = registry.rows(f"SELECT count(*), count(person_id) FROM {table} JOIN case_row ON case_row.id = case_id WHERE tabled_on < '2019' AND {named}")[0]
        assert found / every >= least
