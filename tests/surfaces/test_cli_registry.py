"""navraag import, list, check, rebuild, fingerprint: as a user meets them, in a process of their own."""

import json
import os
import pty
import resource
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from navraag.store.database import sole_writer
from navraag.surfaces.cli.main import main
from tests.unit.pipeline.make import answer_paper, collection, question_paper, zaak
from tests.unit.sources.make import as_nobody, zip_of

NAVRAAG = [sys.executable, "-c", "from navraag.surfaces.cli.main import main; main()"]


LATER = "2032-01-01"


def run(*arguments: str | Path, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    """One command in this process (quicker than a new one), and what came of it."""
    words, out, errors = [*map(str, arguments), *(("--home", str(home)) if home else ())], StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(errors):
        patch.setattr(sys, "argv", ["navraag", *words])
        with pytest.raises(SystemExit) as ended:
            main()
    return subprocess.CompletedProcess(words, int(str(ended.value.code)), out.getvalue(), errors.getvalue())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of the invented collection."""
    folder = tmp_path_factory.mktemp("cli")
    result = run("import", collection(folder / "in"), home=folder / "home")
    assert (result.returncode, result.stderr) == (0, "")
    return folder / "home"


def test_import_tells_what_it_did(home: Path) -> None:
    """In words, and as JSON; the second time everything is held already; no progress bar where no terminal is."""
    again = run("import", home.parent / "in", "--json", home=home)

    report = json.loads(again.stdout)
    assert (again.returncode, again.stderr) == (0, "")
    assert (report["read"], report["unchanged"], report["cases"]["unchanged"]) == (0, 11, 6)
    assert run("import", home.parent / "in", home=home).stdout.startswith("14 files: 0 documents read, 11 held already")


def test_list_filters_and_says_how_many(home: Path) -> None:
    """One case a line; a state is that of a day."""
    lines = run("list", "veerpont", "--today", LATER, home=home).stdout.splitlines()
    assert lines[0].startswith("2031Z00004   2031-03-07 ")
    assert lines[-1] == "1–1 of 1"
    page = json.loads(run("list", "--today", "2031-12-31", "--state", "overdue", "--order", "longest-open", "--json", home=home).stdout)
    assert [row["number"] for row in page["rows"]] == ["2031Z00004", "2031Z00005", "2031Z00006"]
    assert {row["state"] for row in page["rows"]} == {"overdue_six"}
    assert run("list", "--offset", "99", "--today", LATER, home=home).stdout == "there are only 6 cases; --offset is too high\n"
    assert run("list", "onvindbaar", home=home).stdout == "no case fits\n"


def test_check_and_fingerprint(home: Path) -> None:
    """Status 0 where all is well."""
    result = run("check", "--documents", home=home)
    assert result.returncode == 0
    assert "Complete up to 2031-12-31: zaken (6 registrations)" in result.stdout
    assert "Raw documents read back: 11, of which 0 damaged; 0 missing" in result.stdout
    assert json.loads(run("check", "--json", home=home).stdout)["problems"] == []
    one = run("fingerprint", home=home).stdout.strip()
    assert one == json.loads(run("fingerprint", "--json", home=home).stdout)["fingerprint"]
    assert len(one) == 64


def test_rebuild_gives_the_same_registry(home: Path) -> None:
    """And says so when it is compared with itself."""
    before = run("fingerprint", home=home).stdout

    result = run("rebuild", "--compare", home, home=home)

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1] == "6 cases the same, 0 changed, 0 new, 0 gone"
    assert before == run("fingerprint", home=home).stdout


def test_differences_are_shown_with_examples(home: Path, tmp_path: Path) -> None:
    """Compared with a registry that lacks an answer."""
    (tmp_path / "vragen.txt").write_bytes(question_paper(1))
    run("import", tmp_path / "vragen.txt", home=tmp_path / "home")

    result = run("rebuild", "--compare", tmp_path / "home", "--dry-run", home=home)

    assert "0 cases the same, 1 changed, 5 new, 0 gone" in result.stdout
    assert "  answers added: 1" in result.stdout
    shape = json.loads(run("rebuild", "--compare", tmp_path / "home", "--dry-run", "--json", home=home).stdout)
    assert {one["field"] for one in shape["comparison"]["fields"]} >= {"answers", "pairs", "subjects"}


WRONG_USE = [
    (["import"], "Missing argument", "no path"),
    (["import", "/absent/file"], "navraag: /absent/file does not exist", "no such file"),
    (["import", "x" * 4000], "File name too long", "a name of 4,000 characters"),
    (["list", "--today", "gisteren"], "does not match the format", "no day"),
    (["list", "--state", "zoek"], "is not one of", "no state"),
    (["list", "--home", "/absent/home"], "navraag: there is no registry in /absent/home: navraag import makes one", "no registry"),
    (["fingerprint", "--home", "/absent/home"], "navraag: there is no registry", "no registry to print"),
    (["rebuild", "--home", "/absent/home"], "navraag: there is no registry", "no registry to rebuild"),
    (["import", ".", "--home", "/dev/null"], "navraag: /dev/null is a file", "a home that is a file"),
]


@pytest.mark.parametrize(("arguments", "sentence", "why"), WRONG_USE, ids=[why for *_, why in WRONG_USE])
def test_wrong_use_is_one_line_and_status_2(arguments: list[str], sentence: str, why: str) -> None:
    """Never a traceback."""
    result = run(*arguments)
    assert (result.returncode, result.stdout) == (2, ""), why
    assert sentence in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr


def test_what_cannot_be_read_is_status_1_and_everything_else_is_in(tmp_path: Path) -> None:
    """Bombs, locks, damage: one line each."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bom.zip").write_bytes(zip_of({"a.xml": bytes(100 * 2**20)}))
    (folder / "leeg.pdf").write_bytes(b"")
    (folder / "slot.zip").write_bytes(zip_of({"a.txt": question_paper(1), "b.txt": b"geheim"}, locked="b.txt"))
    (folder / "stuk.docx").write_bytes(b"PK\x03\x04")
    (folder / "goed.zip").write_bytes(zip_of({"../map/antwoord.txt": answer_paper(1)}))

    result = run("import", folder, home=tmp_path / "home")

    assert result.returncode == 1
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == ["bom.zip", "slot.zip!b.txt", "leeg.pdf", "stuk.docx"]
    assert json.loads(run("list", "--json", "--today", LATER, home=tmp_path / "home").stdout)["rows"][0]["answered_count"] == 2
    check = run("check", home=tmp_path / "home")
    assert check.returncode == 1
    assert "document.not-read: The document could not be read" in check.stdout


def test_a_folder_without_rights(tmp_path: Path) -> None:
    """One line, status 1, the rest is in."""
    folder = tmp_path / "in"
    (folder / "dicht").mkdir(parents=True)
    (folder / "vragen.txt").write_bytes(question_paper(1))
    (folder / "dicht").chmod(0)
    (tmp_path / "home").mkdir(mode=0o777)
    (tmp_path / "home").chmod(0o777)

    result = as_nobody(
        tmp_path,
        # Once with all rights, into another registry: then every module that is needed is loaded.
        f"from navraag.surfaces.cli.registry import import_\nimport_.main([{str(folder / 'vragen.txt')!r}, '--home', {str(tmp_path / 'other')!r}], standalone_mode=False)",
        f"import sys\nfrom navraag.surfaces.cli.main import main\n"
        f"sys.argv = ['navraag', 'import', {str(folder)!r}, '--home', {str(tmp_path / 'home')!r}]\nmain()",
    )
    (folder / "dicht").chmod(0o755)

    assert result.stderr == "navraag: dicht: the folder cannot be read: Permission denied\n"
    assert result.returncode == 1
    assert "2 files: 1 documents read" in result.stdout


@pytest.mark.parametrize("limit", [100, 100_000, 200_000])
def test_a_full_disk_is_one_line_and_the_registry_still_opens(tmp_path: Path, limit: int) -> None:
    """A limit on the size of files stands for the disk; wherever it strikes, the next import finishes the work."""
    folder, home = collection(tmp_path / "in", cases=120), tmp_path / "home"

    result = subprocess.run(
        [*NAVRAAG, "import", str(folder), "--home", str(home)], capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )

    assert result.returncode == 2
    assert result.stderr.startswith("navraag: ")
    assert len(result.stderr.splitlines()) == 1, result.stderr
    again = run("import", folder, "--json", home=home)
    assert (again.returncode, again.stderr) == (0, "")
    assert json.loads(run("list", "--json", "--today", LATER, home=home).stdout)["total"] == 120


def test_a_second_import_is_told_who_imports(home: Path) -> None:
    """With the process and since when; status 2."""
    with sole_writer(home, purpose="import"):
        result = run("import", home.parent / "in", home=home)
        assert result.returncode == 2
        assert result.stderr.startswith(f"navraag: another import is running (process {os.getpid()} since ")
        assert run("list", home=home).returncode == 0


def test_ctrl_c_is_status_130_and_the_next_import_finishes(tmp_path: Path) -> None:
    """Everything so far is kept."""
    folder, home = tmp_path / "in", tmp_path / "home"
    collection(folder, cases=200)
    process = subprocess.Popen(
        [*NAVRAAG, "import", str(folder), "--home", str(home)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )
    ledger, deadline = home / "ledger.jsonl", time.monotonic() + 30
    while (not ledger.exists() or ledger.read_bytes().count(b"\n") < 100) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)

    assert (process.returncode, errors.lstrip()) == (130, "navraag: interrupted; everything done so far is kept\n")
    result = run("import", folder, "--json", home=home)
    report = json.loads(result.stdout)
    assert result.returncode == 0
    assert report["unchanged"] >= 62
    assert report["cases"]["added"] == 200


def test_a_progress_bar_is_there_for_people_and_vanishes(tmp_path: Path) -> None:
    """On a terminal only, on standard error, and nothing of it remains."""
    controller, terminal = pty.openpty()
    result = subprocess.run(
        [*NAVRAAG, "import", str(collection(tmp_path / "in")), "--home", str(tmp_path / "home")], stdout=subprocess.PIPE,
        stderr=terminal, check=False, text=True,
    )
    os.close(terminal)
    shown = os.read(controller, 100_000).decode()
    os.close(controller)

    assert result.returncode == 0
    assert "reading [" in shown
    assert "linking cases [" in shown
    assert shown.endswith("\r\x1b[K")
    assert "[" not in result.stdout


def test_samples_stay_apart(home: Path, tmp_path: Path) -> None:
    """Refused in one line; the registry is as it was."""
    (tmp_path / "voorbeeld.jsonl").write_bytes(zaak(90001))
    before = run("fingerprint", home=home).stdout

    result = run("import", tmp_path / "voorbeeld.jsonl", home=home)

    assert result.returncode == 1
    assert result.stderr == (
        "navraag: voorbeeld.jsonl: this registry holds real cases; sample cases belong in a registry of their own (--home)\n"
    )
    assert before == run("fingerprint", home=home).stdout


def test_every_command_has_help_with_an_example() -> None:
    """And an option for the folder and for JSON."""
    for command in ("import", "list", "check", "rebuild", "fingerprint"):
        result = run(command, "--help")
        assert result.returncode == 0
        assert all(words in result.stdout for words in ("Example", "--home", "--json", "NAVRAAG_HOME")), command
