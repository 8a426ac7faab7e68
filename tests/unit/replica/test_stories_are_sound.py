"""The stories hold together: numbers, days, references, and every oddity that papers have."""

import re
from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest

from navraag.replica.sample_files import LEAD_CASE, RENDERERS, sample_files
from navraag.replica.sheets import sheets_of
from navraag.replica.story import SAMPLES_TODAY, StoryCase, stories
from tests.conftest import REAL

ODDITIES = frozenset({
    "joint answer", "range t/m", "range with a dash", "heading with 'en vraag'", "label with a letter", "not contiguous",
    "answers out of order", "refers only", "questions run together under one heading", "preamble",
    "explanation that links another set", "list in a question", "list in an answer", "table", "several notes on one spot",
    "marks glued to words and numbers", "mark without a note", "mede namens", "several ministers answer", "beiden", "allen",
    "bij afwezigheid van", "notice that repeats the questions", "withdrawn", "further answer", "correction",
    "oral questions under a kv-tk id", "reprint", "mistyped id", "PDF only under ah-number", "one answer for two sets",
    "two notices", "Eerste Kamer", "unnumbered questions", "numbers as printed, one twice", "note in an answer",
    "answer without a number", "automatic numbering", "ministry letter with letterhead",
})
WORDS = 7
FORMULAS = re.compile(r"vragen dienen ter aanvulling|eerdere vragen terzake")


def test_there_are_enough_cases() -> None:
    """At least 120, in six lines, over three years."""
    cases = stories()

    assert len(cases) >= 120
    assert len({case.line for case in cases}) == 6
    assert max(case.tabled for case in cases) - min(case.tabled for case in cases) > timedelta(days=2.7 * 365)


def test_every_oddity_is_shown() -> None:
    """Each oddity of real papers occurs in a story that names it."""
    assert ODDITIES - {shown for case in stories() for shown in case.shows} == set()


def test_every_form_is_shipped() -> None:
    """The sample files use all forms."""
    forms = {file.form for file in sample_files()}

    assert forms == {*RENDERERS, "tk_odata", "tk_syncfeed"}


def test_numbers_cannot_be_mistaken_for_real_ones() -> None:
    """From …Z90001 up, each once; publications and appendix numbers likewise."""
    cases = stories()
    publications = Counter(sheet.publication for case in cases for sheet in sheets_of(case))

    assert all(int(case.number[5:]) >= 90001 and case.number[:4] == str(case.tabled.year) for case in cases)
    assert [number for number, count in Counter(case.number for case in cases).items() if count > 1] == []
    assert [name for name, count in publications.items() if count > 1] == []
    assert all(re.fullmatch(r"(?:kv-tk-\d{4}Z9\d{3,4}|kv-ek-2\d900\d|ah-tk-\d{8}-9\d{3}|ah-ek-\d{8}-9\d|ah-99\d{5})", name) for name in publications)


@pytest.mark.parametrize("case", stories(), ids=lambda case: case.number)
def test_days_follow_each_other(case: StoryCase) -> None:
    """Papers come after the questions, in order, and none after the day on which the clock stands still."""
    days = [case.tabled, *(paper.on for paper in case.papers)]

    assert all(earlier <= later for earlier, later in pairwise(days))
    assert days[-1] <= SAMPLES_TODAY
    assert all(day.weekday() < 5 for day in days)


@pytest.mark.parametrize("case", stories(), ids=lambda case: case.number)
def test_references_lead_somewhere(case: StoryCase) -> None:
    """"Zie ook" names an earlier paper of the same case; "also" a case that exists."""
    known = {(sheet.session_year, sheet.appendix) for sheet in sheets_of(case) if sheet.paper}
    numbers = {other.number for other in stories()}

    for paper in case.papers:
        assert set(paper.see) <= known
        assert set(paper.also) <= numbers


def test_marks_and_notes_fit() -> None:
    """Every mark has a note, but those that are missing on purpose; every note is marked."""
    for case in stories():
        for body in (case.questions, *(paper.answers for paper in case.papers)):
            marks = {mark for part in body.parts for mark in part.marks}
            assert set(body.notes) <= marks, case.number
            assert marks - set(body.notes) <= {"9"}, case.number


def test_lead_case_is_there() -> None:
    """The case that the demo shows."""
    assert any(case.number == LEAD_CASE for case in stories())


@pytest.mark.real
def test_no_sentence_is_borrowed() -> None:
    """No seven words in a row of any story stand in a real paper, fixed formulas apart."""
    files = [path for folder in ("documents", "seed", "pages", "findings/source", "koop") for path in (REAL / folder).glob("*") if path.suffix in {".txt", ".xml", ".html"}]
    real = {shingle for path in files for shingle in _shingles(path.read_text(encoding="utf-8", errors="replace"))}
    own = {
        shingle for case in stories() for body in (case.questions, *(paper.answers for paper in case.papers))
        for part in body.parts for line in part.lines for shingle in _shingles(line.words)
    }

    assert sorted(shingle for shingle in own & real if not FORMULAS.search(shingle) and "terzake" not in shingle and "aanvulling op" not in shingle) == []


def _shingles(text: str) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[at:at + WORDS]) for at in range(len(words) - WORDS + 1)}
