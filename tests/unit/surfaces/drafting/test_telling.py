"""Precedents told: JSON, Markdown, terminal, citations."""

from datetime import date
from pathlib import Path

import pytest

from navraag.records.attribution import Attribution
from navraag.records.precedents import Candidate
from navraag.surfaces.drafting.drafts import draft_of_text
from navraag.surfaces.drafting.finding import Wanted, find_precedents
from navraag.surfaces.drafting.telling import citation, markdown, official_address, precedents_lines, precedents_shape
from tests.unit.surfaces.drafting.make import CRUEL, history

CITATIONS = [
    ({}, "Kamervraag 2020Z00001, vraag 3, nog zonder antwoord"),
    (
        {"askers": (Attribution(printed="x", name="Zwart", party="ABC"),), "tabled_on": date(2020, 2, 1)},
        "Kamervraag 2020Z00001, vraag 3, van Zwart (ABC), ingediend op 1 februari 2020, nog zonder antwoord",
    ),
    (
        {"answers": ("Ja.",), "answered_on": date(2020, 3, 1), "answerers": (Attribution(printed="x", name="Wit", role="Minister", portfolio="Defensie"),)},
        "Kamervraag 2020Z00001, vraag 3, beantwoord door Wit (Minister van Defensie) op 1 maart 2020",
    ),
    ({"answers": ("Ja.",)}, "Kamervraag 2020Z00001, vraag 3, beantwoord"),
]


@pytest.mark.parametrize(("known", "told"), CITATIONS)
def test_citations(known: dict, told: str) -> None:
    """What is known, and nothing else."""
    fields = {"answers": (), "tabled_on": None, "answered_on": None} | known
    assert told == citation(Candidate(pair="2020Z00001/3", case="2020Z00001", label="3", subject="", question="", **fields))


ADDRESSES = [("2020Z00001", "https://www.tweedekamer.nl/kamerstukken/detail?id=2020Z00001"), ("kv-2070824650", "https://zoek.officielebekendmakingen.nl/kv-2070824650.html"), ("ah-tk-20202021-12", "https://zoek.officielebekendmakingen.nl/ah-tk-20202021-12.html"), ("stuk-0123456789ab", "")]


@pytest.mark.parametrize(("number", "address"), ADDRESSES)
def test_official_addresses(number: str, address: str) -> None:
    """Of the Kamer, of the publication, or none."""
    assert address == official_address(number)


def test_every_form_tells_the_same(tmp_path: Path) -> None:
    """Each question, each pair with its words and its citation."""
    draft = draft_of_text("Hoeveel stikstof stoot de veerpont uit?\n\nKunt u deze vragen afzonderlijk beantwoorden?")
    with history(tmp_path) as registry:
        held = find_precedents(registry, draft, Wanted())
    shape, text, lines = precedents_shape(held), markdown(held), "\n".join(precedents_lines(held))

    assert ["1", "2"] == [one["label"] for one in shape["questions"]]
    assert [] == shape["questions"][1]["precedents"]
    first = shape["questions"][0]["precedents"][0]
    assert first["url"] in text
    assert first["pair"] in lines
    assert " ".join(lines.split()).count("Geen eerdere vraag gevonden") == text.count("Geen eerdere vraag gevonden") == 1
    assert {"pair", "score", "shared", "near_duplicate", "own_ministry", "question", "answers", "citation", "same_answer"} <= first.keys()


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """No control character reaches a terminal, no mark-up of a text becomes mark-up of the page."""
    with history(tmp_path, CRUEL) as registry:
        held = find_precedents(registry, draft_of_text("Wat kost de veerpont van <b>Woerden</b>, [zie](http://a.example)?"), Wanted())
    text, lines = markdown(held), "\n".join(precedents_lines(held))

    assert "\x1b" not in text + lines
    assert "\x00" not in text + lines
    assert r"\<b\>Woerden\</b\>" in text
    assert r"\[zie\](http" in text
