"""navraag precedents, concept, vervolg: as a user meets them."""

import json
from pathlib import Path

import pytest

from navraag.parsing import parse
from tests.surfaces.test_cli_registry import run

LEAD = "2022Z90406"
ASKED = "Waarom sluit de bibliotheek in een dorp, en wat betekent een zorgplicht voor bibliotheken?"


def told(home: Path, *arguments: str) -> dict:
    """What was found, as JSON."""
    done = run("precedents", *arguments, "--json", home=home)
    assert 0 == done.returncode, done.stderr
    return json.loads(done.stdout)


def test_a_text_finds_earlier_pairs(country_home: Path) -> None:
    """Readable, with score, words and citation; nothing that a terminal obeys."""
    done = run("precedents", "--text", ASKED, home=country_home)

    assert 0 == done.returncode
    assert "van 100" in done.stdout
    assert "Gedeelde woorden: " in done.stdout
    assert "bibliothe" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_case_or_one_question_of_it(country_home: Path) -> None:
    """Every question of it, or one; the case itself is never among what is found."""
    whole, one = told(country_home, LEAD), told(country_home, f"{LEAD}/1")

    assert 1 == len(one["questions"]) < len(whole["questions"])
    assert LEAD not in {found["case"] for question in whole["questions"] for found in question["precedents"]}
    assert any(question["precedents"] for question in whole["questions"])


def test_a_file(country_home: Path, tmp_path: Path) -> None:
    """Word, text: its questions."""
    word = tmp_path / "concept.docx"
    assert 0 == run("concept", LEAD, "--docx", str(word), home=country_home).returncode
    text = tmp_path / "concept.txt"
    text.write_text("2024Z99999\nVragen van het lid X (Y) aan de Minister van Defensie over boeken\n\n1\nWaarom sluit de bibliotheek?\n\n2\nWie leest er nog?\n", encoding="utf-8")

    assert len(told(country_home, LEAD)["questions"]) == len(told(country_home, "--file", str(word))["questions"])
    assert ["1", "2"] == [one["label"] for one in told(country_home, "--file", str(text))["questions"]]


def test_forms(country_home: Path, tmp_path: Path) -> None:
    """Markdown on the screen, Word in a file."""
    word = tmp_path / "p.docx"
    text = run("precedents", "--text", ASKED, "--markdown", home=country_home)
    done = run("precedents", "--text", ASKED, "--docx", str(word), home=country_home)

    assert text.stdout.startswith("# Precedenten\n")
    assert (0, "", f"written: {word}\n") == (done.returncode, done.stdout, done.stderr)
    parse(word.read_bytes(), name="p.docx")


def test_filters(country_home: Path) -> None:
    """A period, a ministry, a number."""
    found = told(country_home, "--text", ASKED, "--from", "2022-01-01", "--to", "2022-12-31", "--ministry", "OCW", "--limit", "2")["questions"][0]["precedents"]

    assert 1 <= len(found) <= 2
    assert all("2022" == one["tabled_on"][:4] for one in found)


def test_the_file_of_an_answer(country_home: Path, tmp_path: Path) -> None:
    """All questions of the case stand in it."""
    word = tmp_path / "a.docx"
    run("concept", LEAD, "--docx", str(word), home=country_home)
    case = json.loads(run("show", LEAD, "--json", home=country_home).stdout)
    content = parse(word.read_bytes(), name="a.docx").content

    assert len(case["pairs"]) == len(content.questions)
    assert len(content.answers) == len(content.questions)


def test_follow_up_questions(country_home: Path, tmp_path: Path) -> None:
    """A file, and how many proposals it has."""
    word = tmp_path / "v.docx"
    done = run("vervolg", LEAD, "--docx", str(word), home=country_home)

    assert 0 == done.returncode
    assert "proposals" in done.stderr or "lists the pairs" in done.stderr
    parse(word.read_bytes(), name="v.docx")


MISTAKES = [
    ((), 2, "give one of"),
    (("--text", "x?", LEAD), 2, "give one of"),
    (("--text", "  "), 2, "--text is empty"),
    (("--file", "nergens.docx"), 2, "cannot read nergens.docx"),
    (("2024Z00000",), 2, "no case '2024Z00000'"),
    ((f"{LEAD}/99",), 2, "has no question 99"),
    (("--text", "x?", "--ministry", "Zeezaken"), 2, "no ministry is called 'Zeezaken'"),
    (("--text", "x?", "--from", "gisteren"), 2, "gisteren"),
    (("--text", "x?", "--docx", "/nergens/a.docx"), 2, "cannot write /nergens/a.docx"),
]


@pytest.mark.parametrize(("arguments", "status", "line"), MISTAKES)
def test_mistakes_are_one_line(country_home: Path, arguments: tuple[str, ...], status: int, line: str) -> None:
    """Never a traceback."""
    done = run("precedents", *arguments, home=country_home)

    assert status == done.returncode
    assert line in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_draft(country_home: Path, tmp_path: Path) -> None:
    """Bytes of no kind, an empty file, fifty megabytes: said, and status 1."""
    for name, data in (("a.docx", b"\x00\x01\x02"), ("leeg.txt", b""), ("groot.pdf", b"%PDF-1.7" + bytes(50 * 1024 * 1024))):
        file = tmp_path / name
        file.write_bytes(data)
        done = run("precedents", "--file", str(file), home=country_home)
        assert 1 == done.returncode, name
        assert str(file) in done.stderr
        assert "Traceback" not in done.stderr


def test_without_an_index_it_says_so(tmp_path: Path) -> None:
    """And how to mend that."""
    from tests.unit.store.make import case, fill

    fill(tmp_path, (case("2020Z00201"),)).close()
    done = run("precedents", "--text", ASKED, home=tmp_path)

    assert 2 == done.returncode
    assert "rebuild --index" in done.stderr
