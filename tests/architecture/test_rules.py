"""Rules that no linter knows: one catch-all, no clock below the surfaces, SQL and sockets in their rooms, the project's own voice."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "navraag"
SQL = re.compile(r"\b(?:SELECT\s+.+\s+FROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b", re.DOTALL)
TEXT_FILES = {".py", ".md", ".toml", ".cfg", ".sh", ".html", ".css", ".js", ".jsonl", ".json", ".cff", ".yml", ".txt", ""}


def _sources() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield str(path.relative_to(SOURCE)), path.read_text(encoding="utf-8")


def _tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    return [ROOT / name for name in done.stdout.decode().split("\0") if name]


def test_one_catch_all() -> None:
    """One around a document in the pipeline; what rolls back on any exception raises it again."""
    found = [name for name, text in _sources() if re.search(r"except Exception\b", text)]
    bases = [text for _, text in _sources() for text in re.findall(r"except BaseException:\n(?:(?!except|def ).*\n){1,4}", text)]

    assert ["pipeline/steps.py"] == found
    assert all(re.search(r"^\s+raise$", text, re.MULTILINE) for text in bases)


def test_the_day_is_an_argument() -> None:
    """No room below the surfaces and the pipeline asks what day it is; a log and a lock may say when they were written."""
    stamps = ("surfaces/", "pipeline/", "documents/", "store/database.py")
    found = [name for name, text in _sources() if re.search(r"\bdate\.today\(\)|datetime\.now\(", text) and not name.startswith(stamps)]

    assert found == []


def test_sql_stays_in_the_store() -> None:
    """Whoever wants to know what is asked of the database looks in one room."""
    assert [] == [name for name, text in _sources() if SQL.search(text) and not name.startswith("store/")]


def test_the_network_stays_in_its_rooms() -> None:
    """Only sources fetch; the replica and the surfaces serve."""
    pattern = re.compile(r"^\s*(?:import|from) (?:socket|http\.client|urllib\.request|httpx|requests)\b", re.MULTILINE)

    assert [] == [n for n, text in _sources() if pattern.search(text) and not n.startswith(("sources/", "replica/", "surfaces/"))]


def test_no_lazy_imports_inside() -> None:
    """Modules import at the top; only commands import what they need when they run, and the package names what it gives."""
    pattern = re.compile(r"^[ \t]+(?:from|import) navraag", re.MULTILINE)

    assert [] == [name for name, text in _sources() if pattern.search(text) and not name.startswith("surfaces/cli/") and name != "__init__.py"]


def test_the_project_speaks_of_itself_alone() -> None:
    """No path of a machine and no package registry's host in any file of the project."""
    machine = re.compile(r"/work/|/root/|/tmp/(?!x\b)|pypi\.org|pythonhosted|registry\.npmjs")
    found = []
    for path in _tracked():
        if path.suffix in TEXT_FILES and path.is_file() and path != Path(__file__):
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += [f"{path.relative_to(ROOT)}: {m[0]}" for m in machine.finditer(text)]

    assert found == []
