"""import: all of a folder, each thing once, in any order, and nothing lost when something goes wrong."""

import gzip
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from navraag.documents.ledger import Ledger
from navraag.errors import ConfigurationError, StoreError
from navraag.pipeline.fingerprint import fingerprint
from navraag.pipeline.report import Failure
from navraag.pipeline.run import Surroundings, import_paths
from navraag.store.database import sole_writer
from navraag.store.reader import open_registry
from navraag.store.writer import Changes
from navraag.surfaces.shapes import case_shape
from tests.unit.pipeline.make import NOON, answer_paper, around, collection, number, question_paper, settings, zaak


def print_of(home: Path) -> str:
    """The fingerprint of a registry."""
    with open_registry(home) as registry:
        return fingerprint(registry.every_case(), case_shape)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The collection, and a registry made of it."""
    folder = tmp_path_factory.mktemp("import")
    import_paths([collection(folder / "in")], settings(folder / "home"), around())
    return folder


def test_everything_is_read_counted_and_joined(tmp_path: Path) -> None:
    """Documents by kind, lists as reference data, the rest skipped by kind."""
    report = import_paths([collection(tmp_path / "in")], settings(tmp_path / "home"), around())

    assert report.status == 0
    assert (report.files, report.read, report.unchanged, report.duplicates) == (14, 11, 0, 0)
    assert report.kinds == {"QuestionSet": 6, "Registration": 6, "AnswerSet": 3}
    assert report.references == {"publication_ids": 1}
    assert report.skipped == {"JSON data": 1, "a table (TSV)": 1, "an image (PNG)": 1}
    assert report.cases == Changes(added=6)
    with open_registry(tmp_path / "home") as registry:
        assert [(one.number, len(one.answers), len(one.pairs)) for one in registry.every_case()] == [
            (number(at), 1 if at <= 3 else 0, 2) for at in range(1, 7)
        ]
        assert registry.kind == "real"
        assert registry.known_until == date(2031, 12, 31)
        assert [one.kind for one in registry.documents_of(number(1))] == ["answers", "questions", "registration"]
        assert registry.counts(date(2031, 12, 31)).last_import == NOON


def test_the_second_import_changes_nothing(imported: Path) -> None:
    """Neither cases nor ledger nor blobs."""
    before = print_of(imported / "home"), (imported / "home" / "ledger.jsonl").read_bytes()

    report = import_paths([imported / "in"], settings(imported / "home"), around())

    assert (report.read, report.unchanged, report.cases) == (0, 11, Changes(unchanged=6))
    assert before == (print_of(imported / "home"), (imported / "home" / "ledger.jsonl").read_bytes())


def test_identical_bytes_are_kept_once(imported: Path, tmp_path: Path) -> None:
    """Under another name they are a second retrieval, no second document."""
    (tmp_path / "copy.txt").write_bytes(question_paper(1))
    (tmp_path / "copy-2.txt").write_bytes(question_paper(1))
    before = len(list((imported / "home" / "blobs").rglob("*.z")))

    report = import_paths([tmp_path], settings(imported / "home"), around())

    assert (report.read, report.duplicates) == (0, 2)
    assert before == len(list((imported / "home" / "blobs").rglob("*.z")))
    names = Counter(entry.document_sha256 for entry in Ledger(imported / "home" / "ledger.jsonl"))
    assert names.most_common(1)[0][1] == 3


def test_a_path_given_twice_is_taken_once(tmp_path: Path) -> None:
    """In one import; the ledger has one line."""
    (tmp_path / "a.txt").write_bytes(question_paper(1))

    report = import_paths([tmp_path / "a.txt", tmp_path / "a.txt"], settings(tmp_path / "home"), around())

    assert (report.read, report.duplicates) == (1, 1)
    assert len(list(Ledger(tmp_path / "home" / "ledger.jsonl"))) == 1


@hypothesis_settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(11)), cut=st.integers(1, 10))
def test_the_order_of_import_does_not_matter(imported: Path, tmp_path_factory: pytest.TempPathFactory, order, cut: int) -> None:
    """In any order, at once or in two parts, the registry says the same."""
    files = sorted(path for path in (imported / "in").rglob("*") if path.suffix in {".txt", ".gz"})
    shuffled = [files[at] for at in order]
    home = tmp_path_factory.mktemp("order")

    import_paths(shuffled[:cut], settings(home), around())
    import_paths(shuffled[cut:], settings(home), around())

    assert print_of(imported / "home") == print_of(home)


def test_two_processes_read_the_same_as_one(tmp_path: Path) -> None:
    """Only faster."""
    folder = tmp_path / "in"
    folder.mkdir()
    for at in range(1, 41):
        (folder / f"{at}.txt").write_bytes(question_paper(at))
    reports = [import_paths([folder], settings(tmp_path / f"home{n}"), around(n)) for n in (1, 2)]

    assert reports[0].kinds == reports[1].kinds == {"QuestionSet": 40}
    assert print_of(tmp_path / "home1") == print_of(tmp_path / "home2")


UNREADABLE = [
    ("leeg.xml", b"", "an empty file", "empty"),
    ("brief.docx", b"PK\x03\x04broken", "truncated or damaged", "truncated"),
    ("stuk.pdf", b"%PDF-1.7 and no more", "", "a damaged PDF"),
    ("bom.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><kamervragen>&b;</kamervragen>", "entities", "entities"),
    ("zaken.jsonl.gz", gzip.compress(zaak(1))[:40], "truncated", "a truncated gzip file"),
    ("geen.xml", bytes(range(256)) * 3, "binary", "a wrong extension"),
]


@pytest.mark.parametrize(("name", "data", "reason", "why"), UNREADABLE, ids=[why for *_, why in UNREADABLE])
def test_what_cannot_be_read_is_one_line_and_everything_else_is_in(tmp_path: Path, name: str, data: bytes, reason: str, why: str) -> None:
    """Status 1, now and at the next import, until the file is gone or can be read."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "goed.txt").write_bytes(question_paper(1))

    for _ in range(2):
        report = import_paths([tmp_path / "in"], settings(tmp_path / "home"), around())
        assert report.status == 1, why
        assert [failure.file for failure in report.failed] == [name]
        assert reason in report.failed[0].reason
        assert "\n" not in report.failed[0].reason
    with open_registry(tmp_path / "home") as registry:
        assert registry.case(number(1)).questions is not None


def test_a_named_file_that_is_no_document_is_a_failure(tmp_path: Path) -> None:
    """In a folder it is only counted."""
    (tmp_path / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))

    assert import_paths([tmp_path], settings(tmp_path / "home"), around()).skipped == {"an image (PNG)": 1}
    named = import_paths([tmp_path / "foto.png"], settings(tmp_path / "home"), around())
    assert named.failed == (Failure(file="foto.png", reason="an image (PNG)"),)


def test_a_damaged_row_leaves_the_others(tmp_path: Path) -> None:
    """Its line is named; the next import says so again."""
    (tmp_path / "zaken.jsonl").write_bytes(zaak(1) + b'{"Nummer": \n' + zaak(2))

    for _ in range(2):
        report = import_paths([tmp_path / "zaken.jsonl"], settings(tmp_path / "home"), around())
        assert report.failed[0].reason.startswith("line 2: ")
    with open_registry(tmp_path / "home") as registry:
        assert [one.number for one in registry.every_case()] == [number(1), number(2)]
        assert [one.code for one in registry.problem_counts()] == ["list.row-not-read"]


def test_a_truncated_list_gives_what_it_has(tmp_path: Path) -> None:
    """The rows before the end of the gzip file."""
    whole = gzip.compress(b"".join(zaak(at, Id=os.urandom(40).hex()) for at in range(1, 60)), mtime=0)
    (tmp_path / "zaken.jsonl.gz").write_bytes(whole[:-200])

    report = import_paths([tmp_path], settings(tmp_path / "home"), around())

    assert 50 < report.kinds["Registration"] < 59
    assert report.cases.added == report.kinds["Registration"]
    assert report.status == 1


def test_samples_and_real_cases_are_never_mixed(tmp_path: Path) -> None:
    """The first numbered document decides, or the one who makes the registry."""
    samples, real = tmp_path / "samples.jsonl", tmp_path / "real.jsonl"
    samples.write_bytes(zaak(90001))
    real.write_bytes(zaak(1))

    for first, second, holds in ((samples, real, "sample cases"), (real, samples, "real cases")):
        home = tmp_path / f"home-{first.stem}"
        import_paths([first], settings(home), around())
        before = print_of(home)
        report = import_paths([second], settings(home), around())
        assert report.status == 1
        assert f"this registry holds {holds}" in report.failed[0].reason
        assert before == print_of(home)
    with pytest.raises(StoreError, match="this registry holds real cases; sample cases belong"):
        import_paths([samples], settings(tmp_path / "home-real"), around(), kind="samples")


def test_a_list_that_mixes_them_is_refused(tmp_path: Path) -> None:
    """Whole."""
    (tmp_path / "both.jsonl").write_bytes(zaak(90001) + zaak(1))
    report = import_paths([tmp_path], settings(tmp_path / "home"), around())
    assert (report.status, report.cases) == (1, Changes())


def test_a_path_that_does_not_exist_stops_before_anything_is_made(tmp_path: Path) -> None:
    """Also when others do exist."""
    with pytest.raises(ConfigurationError, match="absent does not exist"):
        import_paths([tmp_path, tmp_path / "absent"], settings(tmp_path / "home"), around())
    assert not (tmp_path / "home").exists()


def test_two_imports_at_once(imported: Path) -> None:
    """The second is told and changes nothing."""
    with sole_writer(imported / "home", purpose="import"), pytest.raises(StoreError, match="another import is running"):
        import_paths([imported / "in"], settings(imported / "home"), around())


class Stop(BaseException):
    """Stands for Ctrl-C."""


def test_an_import_that_is_stopped_keeps_what_it_had_and_is_finished_by_the_next(tmp_path: Path) -> None:
    """Wherever it is stopped: while reading, or while linking."""
    folder = collection(tmp_path / "in", cases=50)
    whole = tmp_path / "whole"
    import_paths([folder], settings(whole), around())
    for stage, at in (("reading", 5), ("reading", 70), ("linking", 0)):
        home = tmp_path / f"{stage}{at}"

        def stop(now: str, done: int, _total: int, *, wanted: tuple[str, int] = (stage, at)) -> None:
            if (now, done) == wanted:
                raise Stop

        with pytest.raises(Stop):
            import_paths([folder], settings(home), Surroundings(now=lambda: NOON, progress=stop, processes=1))
        with open_registry(home) as registry:
            assert list(registry.every_case()) == []
        if at == 70:
            assert len(list((home / "blobs").rglob("*.z"))) == 64 - 3
        import_paths([folder], settings(home), around())
        assert print_of(whole) == print_of(home)


@pytest.mark.parametrize("moment", [0.05, 0.25])
def test_a_killed_import_leaves_a_registry_that_opens(tmp_path: Path, moment: float) -> None:
    """Killed with -9 at some moment; the next import finishes the work."""
    folder = collection(tmp_path / "in", cases=40)
    home = tmp_path / "home"
    program = textwrap.dedent(f"""
        from pathlib import Path
        from navraag.pipeline.run import import_paths
        from tests.unit.pipeline.make import around, settings
        print("ready", flush=True)
        import_paths([Path({str(folder)!r})], settings(Path({str(home)!r})), around())
    """)
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    report = import_paths([folder], settings(home), around())

    assert report.status == 0
    with open_registry(home) as registry:
        assert len(list(registry.every_case())) == 40


def test_a_better_name_of_the_same_bytes_is_used_for_reading(tmp_path: Path) -> None:
    """Whichever name comes first: the publication's name tells which publication it is."""
    for at, names in enumerate((("download.txt", "ah-tk-20302031-7.txt"), ("ah-tk-20302031-7.txt", "download.txt"))):
        home = tmp_path / f"home{at}"
        for name in names:
            path = tmp_path / str(at) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(answer_paper(7))
            import_paths([path], settings(home), around())
        with open_registry(home) as registry:
            assert registry.case("ah-tk-20302031-7").answers[0].publication == "ah-tk-20302031-7"
    assert print_of(tmp_path / "home0") == print_of(tmp_path / "home1")
