"""The page that the project started from: everything in it comes out as data, and it can be printed again."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REAL

pytestmark = pytest.mark.real
NAVRAAG = Path(sys.executable).parent / "navraag"
SEED = REAL / "seed" / "2020Z02502.openkamer.txt"


def _run(*arguments: str) -> str:
    return subprocess.run([str(NAVRAAG), *arguments], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    """The annotation of the page."""
    return dict(json.loads((REAL / "findings" / "full_2020Z02502.json").read_text(encoding="utf-8")))


def test_the_page_is_printed_again() -> None:
    """Line by line the same, but for no-break spaces, which are blanks like any other here."""
    printed = _run("show", str(SEED), "--layout", "openkamer").rstrip("\n").split("\n")

    assert SEED.read_text(encoding="utf-8").replace("\u00a0", " ").split("\n") == printed


def test_header(gold: dict[str, Any]) -> None:
    """Who, whom, what, when, topics, sources."""
    page = json.loads(_run("parse", str(SEED), "--json"))
    header = gold["header"]

    assert [header["question_id"]["norm"]] == page["question_numbers"]
    assert header["title"]["text"] == page["subject"]
    assert (header["submitted"]["norm"], header["answered"]["norm"]) == (page["tabled_on"], page["received_on"])
    assert [(m["text"], m["party"]["text"]) for m in header["members"]] == [(a["name"], a["party"]) for a in page["askers"]]
    assert [(a["text"], a["role"], a["portfolio"]) for a in header["answered_by"]] == [(a["name"], a["role"], a["portfolio"]) for a in page["answerers"]]
    assert header["topic"]["norm"] == page["topics"]
    assert (header["question_document"]["text"], header["answer_document"]["text"]) == (page["sources"]["question"], page["sources"]["answer"])
    assert header["answer_title"]["text"] == page["answer_title"]


def test_pairs_and_notice(gold: dict[str, Any]) -> None:
    """Ten questions, each with its answer, and one notice with its day."""
    case = json.loads(_run("show", str(SEED), "--json"))

    assert len(gold["questions"]) == len(case["pairs"]) == 10
    assert all(len(pair["answers"]) == 1 for pair in case["pairs"])
    assert [gold["legal"]["delay_notice"]] == [notice["announced_on"] for notice in case["notices"]]


def test_legal_days(gold: dict[str, Any]) -> None:
    """Term, notice, second term, answer, and the days over each."""
    clock = json.loads(_run("show", str(SEED), "--json"))["timeline"]
    legal = gold["legal"]

    assert {
        "due_on": legal["due_3_weeks"], "notice_on": legal["delay_notice"], "notice_day": legal["notice_day"], "notice_in_time": legal["notice_in_time"],
        "extended_until": legal["due_6_weeks"], "answered_on": legal["answered"], "days_taken": legal["answer_day"],
        "days_over_three": legal["days_over_3_weeks"], "days_over_six": legal["days_over_6_weeks"], "state": "answered_late",
    }.items() <= clock.items()


def test_one_answer_in_three_forms() -> None:
    """XML, HTML and PDF of one answer give the same nine pairs, after folding white space."""
    forms = []
    for suffix in (".xml", ".html", ".pdf"):
        record = json.loads(_run("parse", str((REAL / "koop" / "ah-tk-20202021-3235").with_suffix(suffix)), "--json"))
        forms.append(
            [(q["number"], " ".join(q["text"].split())) for q in record["questions"]] + [(a["numbers"], " ".join(a["text"].split())) for a in record["answers"]]
        )

    assert len(forms[0]) == 18
    assert forms[0] == forms[1] == forms[2]
