"""find_figures: numbers with their unit and sense; names of articles, dossiers, questions and notes are none."""

import time
from typing import Any

import pytest

from navraag.enrichment.figures import find_figures
from navraag.records.figures import Figure

AMOUNTS: list[tuple[str, dict[str, Any]]] = [
    ("Het gaat om ruim 2,5 miljoen huishoudens.", {"quote": "ruim 2,5 miljoen", "value": 2_500_000.0, "bound": "at_least", "counted": "huishoudens"}),
    ("Naar schatting is 2 tot 3 procent van de kwekers bekend.", {"value": 2.0, "upper": 3.0, "unit": "percent", "counted": "kwekers", "estimate": True}),
    ("Een derde van de havens is dicht.", {"value": 33.33, "unit": "percent", "counted": "havens"}),
    ("Twee derde van de havens is dicht.", {"value": 66.67, "unit": "percent"}),
    ("Driekwart van de sloten is schoon.", {"value": 75.0, "unit": "percent", "counted": "sloten"}),
    ("De helft van de sloten is schoon.", {"value": 50.0, "unit": "percent"}),
    ("Er kwamen tientallen meldingen.", {"value": None, "order": 10, "counted": "meldingen", "bound": "about"}),
    ("Het kost tientallen miljoenen euro.", {"order": 10_000_000, "unit": "EUR"}),
    ("Er is € 12,4 mln. per jaar beschikbaar.", {"value": 12_400_000.0, "unit": "EUR", "kind": "money", "per": "jaar"}),
    ("Jaarlijks gaat er € 300.000 naar toe.", {"value": 300_000.0, "unit": "EUR", "per": "jaar"}),
    ("De boete is 1.250,50 euro.", {"value": 1250.5, "unit": "EUR"}),
    ("Er is één miljoen euro nodig.", {"value": 1_000_000.0, "unit": "EUR"}),
    ("Er is anderhalf miljard euro nodig.", {"value": 1_500_000_000.0, "unit": "EUR"}),
    ("Het budget loopt op tot 6 miljoen in totaal.", {"value": 6_000_000.0, "unit": "EUR", "kind": "money"}),
    ("1 op de 5 schippers vaart zonder licht.", {"kind": "ratio", "value": 1.0, "upper": 5.0, "counted": "schippers"}),
    ("Eén op de vijf schippers vaart zonder licht.", {"kind": "ratio", "value": 1.0, "upper": 5.0}),
    ("Per basisteam is 2 fte aanwezig.", {"value": 2.0, "unit": "fte"}),
    ("Er liggen tussen de 10 en 20 boten.", {"value": 10.0, "upper": 20.0, "counted": "boten"}),
    ("Een woning kost 10 tot 20 duizend euro.", {"value": 10_000.0, "upper": 20_000.0, "unit": "EUR"}),
    ("Er zijn vijfentwintig bruggen gekeurd.", {"value": 25.0, "counted": "bruggen"}),
    ("Minder dan tweehonderdvijftig bruggen zijn gekeurd.", {"value": 250.0, "bound": "at_most"}),
    ("Het totaal aantal keuringen dat tussen 2013 en 2017 in de haven is gedaan, is 911.", {"value": 911.0, "counted": "aantal keuringen", "period": "2013/2017"}),
    ("Volgens het Veenbureau liggen er 1.200 boten.", {"value": 1200.0, "source": "het Veenbureau", "counted": "boten"}),
    ("De Havenraad schat in dat 12 procent zonder licht vaart.", {"value": 12.0, "source": "De Havenraad", "estimate": True}),
    ("Sinds 2021 zijn er 40 boten gezonken.", {"value": 40.0, "period": "2021/"}),
    ("De dijk is 12,5 kilometer lang.", {"value": 12.5, "unit": "km", "kind": "measure"}),
    ("Vanaf 2023 2 miljoen euro extra.", {"value": 2_000_000.0, "unit": "EUR", "period": "2023/"}),
    ("De afgelopen drie jaar is dit gemeten.", {"value": 3.0, "unit": "year", "kind": "duration"}),
]


def amounts(text: str) -> list[Figure]:
    """What registers show: no days, no years."""
    return [one for one in find_figures(text) if one.kind not in {"date", "year"}]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_an_amount_says_what_it_counts(text: str, expected: dict[str, Any]) -> None:
    """Value, unit, bound, period, source, as the sentence gives them; the quote stands where it says."""
    found = amounts(text)

    assert len(found) == 1, found
    assert {name: getattr(found[0], name) for name in expected} == expected
    assert text[found[0].start : found[0].end] == found[0].quote


NO_FIGURES = [
    ("Zie artikel 273 van het Wetboek van Strafrecht.", "an article"),
    ("Op grond van de artikelen 3, 4 en 5 van die wet.", "a list of articles"),
    ("Artikel 161quater is van toepassing.", "an article with a suffix"),
    ("Zie het antwoord op vraag 3.", "a question"),
    ("Zie de antwoorden op de vragen 3, 4 en 9.", "a list of questions"),
    ("Kamerstuk 28 638, nr. 166.", "a dossier"),
    ("Zie 2031Z90001 en www.havenblad.example/2031/12/artikel-4567.", "case numbers and addresses"),
    ("Ik acht het van belang dat u twee keer wordt gehoord?"[:28], "the verb"),
    ("Op 3 mei 2031 en in juni 2030 is dit gemeld.", "days and months"),
    ("In 2031 is dit gemeld.", "a year"),
    ("Dit is gemeld om 14.00 uur 's middags.", "a time of day"),
    ("1. Kent u het bericht?", "an item of a list"),
    ("Dit volgt uit de Schijf van Vijf.", "a name"),
    ("Mijn kenmerk 5284183 staat bovenaan.", "an own reference"),
    ("De A12 en de N201 zijn dicht.", "roads"),
    ("Het Hof zegt dat in paragraaf 126 tot en met 128.", "paragraphs"),
]


@pytest.mark.parametrize(("text", "why"), NO_FIGURES)
def test_names_are_no_figures(text: str, why: str) -> None:
    """Dates, articles, marks, dossiers, questions are recognised for what they are."""
    assert not amounts(text), why


def test_days_and_years_are_told_apart() -> None:
    """They have kinds of their own, and a period."""
    found = [(one.quote, one.kind, one.period) for one in find_figures("Op 4 juli 2031, in de zomer van 2030 en in 2029.")]

    assert found == [("4 juli 2031", "date", "2031-07-04"), ("zomer van 2030", "date", "2030-06/2030-08"), ("2029", "year", "2029")]


def test_two_numbers_share_the_unit_of_the_last() -> None:
    """"van 10 naar 15 procent" are two percentages."""
    assert [(one.value, one.unit) for one in amounts("Het aandeel steeg van 10 naar 15 procent.")] == [(10.0, "percent"), (15.0, "percent")]


def test_the_whole_of_a_rate_is_no_figure() -> None:
    """"1,6 per 25.000 inwoners" is one figure."""
    assert [one.quote for one in amounts("In de regio liggen gemiddeld 1,6 per 25.000 inwoners.")] == ["1,6"]


def test_rows_of_a_table() -> None:
    """A row names a year, a column what is counted; heads give units and thousands."""
    text = "De stand:\nJaar\tBoten\tAandeel (%)\tKosten (x € 1.000)\n2030\t1.021\t9,5\t12\n2031\t14\t-\t3"
    found = [(one.value, one.unit, one.counted, one.period) for one in amounts(text)]

    assert found == [
        (1021.0, "", "Boten", "2030"), (9.5, "percent", "Aandeel (%)", "2030"), (12_000.0, "EUR", "Kosten (x € 1.000)", "2030"),
        (14.0, "", "Boten", "2031"), (3000.0, "EUR", "Kosten (x € 1.000)", "2031"),
    ]


@pytest.mark.parametrize("piece", ["1 ", "1.000 ", "twee", "€ 1 tot ", "12 procent en ", "20", "een derde ", "1\t", "van 1 naar ", "aantal ", "en 3,"])
def test_time_grows_with_the_length(piece: str) -> None:
    """A text of pathological repetitions costs four times as much at four times the length, not sixteen times."""
    spent = []
    for size in (10_000, 40_000):
        text = (piece * (size // len(piece)))[:size]
        clock = time.perf_counter()
        list(find_figures(text))
        spent.append(time.perf_counter() - clock)

    assert spent[1] < 8 * spent[0] + 0.25
