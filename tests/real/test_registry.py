"""The whole folder of real documents as a registry: counts and numbers are facts; no sentence is repeated here."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from navraag.pipeline.check import check
from navraag.pipeline.fingerprint import fingerprint
from navraag.pipeline.report import RunReport
from navraag.pipeline.run import Surroundings, import_paths
from navraag.settings import Settings
from navraag.store.reader import Registry, open_registry
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
