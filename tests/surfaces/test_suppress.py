"""navraag suppress: the words are gone from every surface, and stay gone after import and rebuild."""

import json
from pathlib import Path

import httpx
import pytest

from tests.surfaces.serving import serving
from tests.surfaces.test_cli_registry import run
from tests.unit.pipeline.make import collection, number

CASE, WORDS = number(1), "Kent u het bericht nummer 1 over"
REASON = "privacy van een burger"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A registry of the invented collection."""
    run("import", collection(tmp_path / "in"), home=tmp_path / "home")
    return tmp_path / "home"


def shown(home: Path) -> str:
    """Everything that is printed of the case and its lists."""
    return "".join(run(*command, home=home).stdout for command in (("show", CASE), ("show", CASE, "--json"), ("list", "--json", "--limit", "100", "--today", "2032-01-01"), ("search", "kunstmest", "--csv")))


def test_words_of_a_case_are_gone(home: Path) -> None:
    """From the page, JSON and lists; the number and the day stay, and the reason stands there."""
    assert WORDS in shown(home)
    result = run("suppress", CASE, "--reason", REASON, home=home)

    assert result.returncode == 0, result.stderr
    assert WORDS not in shown(home)
    assert REASON in run("show", CASE, home=home).stdout
    assert run("list", CASE, "--today", "2032-01-01", home=home).stdout.splitlines()[-1] == "1–1 of 1"
    assert json.loads((home / "removals.jsonl").read_text(encoding="utf-8"))["reason"] == REASON
    assert REASON in run("suppress", home=home).stdout
    assert "1 questions: removed here" in run("coverage", home=home).stdout


def test_it_stays_gone(home: Path) -> None:
    """After another import of everything, and after a rebuild from the raw documents; --lift brings it back."""
    run("suppress", CASE, "--reason", REASON, home=home)
    run("import", home.parent / "in", home=home)
    assert WORDS not in shown(home)
    before = run("fingerprint", home=home).stdout
    run("rebuild", home=home)
    assert WORDS not in shown(home)
    assert run("fingerprint", home=home).stdout == before

    assert run("suppress", CASE, "--lift", "--reason", "vergissing", home=home).returncode == 0
    assert WORDS in shown(home)
    assert len((home / "removals.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_pages_of_a_removed_case(home: Path) -> None:
    """The case says so in both languages; its documents are gone (410) in every form; no page shows the words."""
    with serving(home) as base, httpx.Client(base_url=base) as site:
        before = site.get(f"/kamervraag/{CASE}/").text
        documents = sorted({part[:64] for part in before.split('href="/document/')[1:]})
    run("suppress", CASE, "--reason", REASON, home=home)
    with serving(home) as base, httpx.Client(base_url=base) as site:
        pages = {path: site.get(path) for path in (f"/kamervraag/{CASE}/", f"/en/kamervraag/{CASE}/", f"/kamervraag/{CASE}.json", f"/kamervraag/{CASE}/1", "/", "/kamervragen/", "/check")}
        files = {name: [site.get(f"/document/{name}{rest}") for rest in ("", "/bestand", "/tekst")] for name in documents}

    withheld = [name for name, answers in files.items() if answers[0].status_code == 410]
    assert len(withheld) == 2  # questions and answer; a list of registrations stays
    assert WORDS in before
    assert {page.status_code for page in pages.values()} == {200}
    assert [path for path, page in pages.items() if WORDS in page.text] == []
    assert f"Reden: {REASON}" in pages[f"/kamervraag/{CASE}/"].text
    assert f"Reason: {REASON}" in pages[f"/en/kamervraag/{CASE}/"].text
    assert {answer.status_code for name in withheld for answer in files[name]} == {410}
    assert [name for name, answers in files.items() if any(WORDS in answer.text for answer in answers)] == []


@pytest.mark.parametrize(("arguments", "status", "sentence"), [
    ((CASE,), 2, "--reason should say why"), (("2031Z99999", "--reason", "x"), 2, "no case '2031Z99999'"),
    (("ah-tk-20302031-99", "--reason", "x"), 2, "holds nothing under the name"), ((CASE, "--lift", "--reason", "x"), 2, "nothing was removed"),
])
def test_what_cannot_be(home: Path, arguments: tuple[str, ...], status: int, sentence: str) -> None:
    """One clear sentence."""
    result = run("suppress", *arguments, home=home)

    assert (result.returncode, len(result.stderr.splitlines())) == (status, 1)
    assert sentence in result.stderr
