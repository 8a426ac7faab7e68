"""find_names: organisations, programmes, bodies and places; what is ambiguous stays open, and words are no names."""

import time

import pytest

from navraag.enrichment.names import find_names, short_forms

NAMED: list[tuple[str, list[tuple[str, str]]]] = [
    ("De politie en het RIVM doen mee.", [("politie", "Politie"), ("RIVM", "Rijksinstituut voor Volksgezondheid en Milieu")]),
    ("Het Ministerie van VWS vraagt de NVWA.", [("Ministerie van VWS", "Ministerie van Volksgezondheid, Welzijn en Sport"), ("NVWA", "Nederlandse Voedsel- en Warenautoriteit")]),
    ("De Strategische Havenkamer (SHK) komt bijeen. De SHK kiest.", [("Strategische Havenkamer (SHK)", "Strategische Havenkamer"), ("SHK", "Strategische Havenkamer")]),
    ("Zie het rapport van de commissie Wiersema-Kok.", [("commissie Wiersema-Kok", "Commissie Wiersema-Kok")]),
    ("Het programma Samen tegen veenbrand begint.", [("programma Samen tegen veenbrand", "Samen tegen veenbrand")]),
    ("De rechtbank Midden-Nederland heeft beslist.", [("rechtbank Midden-Nederland", "Rechtbank Midden-Nederland")]),
    ("In de politie-eenheid Oost-Brabant is dit geteld.", [("politie-eenheid Oost-Brabant", "Politie, eenheid Oost-Brabant")]),
    ("De Landelijke Havenraad is gehoord.", [("Landelijke Havenraad", "Landelijke Havenraad")]),
    ("In Zwolle en de gemeente Best is dit gebeurd.", [("Zwolle", "Zwolle"), ("Best", "Best")]),
    ("Mijn ministerie doet dit.", [("Mijn ministerie", "")]),
    ("In Utrecht is dit gebeurd.", [("Utrecht", "")]),
    ("In de provincie Utrecht is dit gebeurd.", [("Utrecht", "Utrecht (provincie)")]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_name_is_told_in_full(text: str, expected: list[tuple[str, str]]) -> None:
    """By table or by form; an abbreviation means what the text said it means."""
    found = list(find_names(text))

    assert [(one.quote, one.name) for one in found] == expected
    assert all(text[one.start : one.end] == one.quote for one in found)


NO_NAMES = [
    ("De Minister van VWS antwoordt.", "an office is no organisation"),
    ("Het lid Van Dongen (VVD) vraagt dit.", "a person, and a party"),
    ("De Wet havenbeheer (Whb) geldt.", "a law"),
    ("Verordening (EU) 2031/12 geldt.", "an act of the Union"),
    ("Dat is best mogelijk. Best lastig.", "a word that is a town too"),
    ("De Nationale Havenagenda en de Europese Havenrichtlijn gelden.", "plans and laws"),
    ("De ME is een ziekte.", "an abbreviation that nobody introduced"),
]


@pytest.mark.parametrize(("text", "why"), NO_NAMES)
def test_what_is_no_name(text: str, why: str) -> None:
    """Better none than a wrong one."""
    assert not list(find_names(text)), why


def test_what_two_places_share_stays_open() -> None:
    """Both are kept as candidates."""
    found = next(find_names("In Groningen beeft de aarde."))

    assert set(found.candidates) == {"Groningen (gemeente)", "Groningen (provincie)"}


def test_short_forms_hold_through_a_case() -> None:
    """What another text introduced is known here."""
    known = short_forms("De Regionale Havendienst (RHD) telt.")

    assert known == {"RHD": "Regionale Havendienst"}
    assert [one.name for one in find_names("Volgens de RHD klopt dat.", known)] == ["Regionale Havendienst"]


@pytest.mark.parametrize("piece", ["Aa ", "A (B", "Nationale Raad van ", "commissie Aa en ", "x", "Aa Bb (AB) ", "gemeente Best ", "van de "])
def test_time_grows_with_the_length(piece: str) -> None:
    """Pathological repetitions cost in proportion to their length."""
    spent = []
    for size in (10_000, 40_000):
        text = (piece * (size // len(piece)))[:size]
        clock = time.perf_counter()
        list(find_names(text))
        spent.append(time.perf_counter() - clock)

    assert spent[1] < 8 * spent[0] + 0.25
