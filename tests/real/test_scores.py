"""Quality on real documents: the scoring tools beside the documents, with the least that must hold."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SHARED

pytestmark = [pytest.mark.real, pytest.mark.slow]
NAVRAAG = Path(sys.executable).parent / "navraag"
TOOLS, REAL = SHARED / "tools", SHARED / "real"


def _run(tool: str, command: str, *more: str) -> str:
    done = subprocess.run(
        [sys.executable, str(TOOLS / tool), "--command", f"{NAVRAAG} {command}", *more], capture_output=True, text=True, check=True,
    )
    return done.stdout


def _share(output: str, what: str) -> float:
    held, made = re.search(rf"^{re.escape(what)}\s+(\d+) /\s+(\d+)", output, re.MULTILINE).groups()  # type: ignore[union-attr]
    return int(held) / int(made)


def _number(output: str, pattern: str) -> float:
    return float(re.search(pattern, output)[1])  # type: ignore[index]


def test_annotated_documents() -> None:
    """Questions and answers of the annotated documents are read right, and nothing is lost."""
    output = _run("score_gold.py", "parse {} --json")

    assert _number(output, r"overall ([\d.]+)") >= 0.985, output
    for what in ("questions.numbers", "questions.text", "answers.numbers", "answers.text"):
        assert _share(output, what) >= 0.99, output
    assert _number(output, r"every question and answer right: (\d+)") >= 42, output
    assert _share(output, "text.clean") == 1.0, output
    assert _share(output, "text.whole") >= 0.995, output


def test_annotated_letters() -> None:
    """Word letters of ministries are read right."""
    output = _run("score_gold.py", "parse {} --json", "--docs", str(REAL / "docx"), "--gold", str(REAL / "gold_docx"))

    assert _number(output, r"overall ([\d.]+)") >= 0.95, output


def test_title_lines() -> None:
    """Title lines of 1998 to 2025 are read right."""
    assert _number(_run("score_titles.py", "title --batch"), r"titles ([\d.]+)") >= 0.97


def test_time_expressions() -> None:
    """Annotated time expressions give their intervals."""
    assert _number(_run("score_moments.py", "moment --batch"), r"moments ([\d.]+)") >= 0.97
