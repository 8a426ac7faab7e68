"""Forty searches of the kinds that Dutch makes hard, with the text that each must find: the table of docs/explanation/search.md."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from navraag.records.attribution import Attribution
from navraag.store.reader import Registry, open_registry
from tests.conftest import ROOT
from tests.unit.store.make import asker, office
from tests.unit.store.search.make import TODAY, fill_and_index, told

NEEDED = 38
FIRST = 3

# Each text is the question of a case of its own; none is of a real document.
TEXTS = {
    "M1": "Welke veroordelingen voor handel in mensen waren er in de havens?", "M2": "Hoe pakt u mensenhandel in de tuinbouw aan?",
    "S1": "Wie betaalt de hulp aan slachtoffers van de brand?", "S2": "Is er slachtofferhulp geweest na het ongeval met de veerboot?",
    "W1": "Hoe staat het met de kwaliteit van het drinkwater in Drielanden?", "W2": "Waarom is er een tekort aan woningen in de Kop van het Land?",
    "J1": "Sluiten er instellingen voor jeugdzorg in het noorden?", "K1": "Hoe groot is de armoede onder kinderen op het platteland?",
    "D1": "Wat doet u voor het welzijn van dieren in de stallen?", "L1": "Verbetert de kwaliteit van de lucht langs de snelweg?",
    "C1": "Wie bouwt de corona-app van de havendienst?", "T1": "Waarom zijn kaartjes voor de trein niet aan het loket te koop?",
    "G1": "Welke gemeenten hebben de subsidie stopgezet?", "Z1": "Hoeveel ziekenhuizen sluiten hun kraamafdeling?",
    "B1": "Kunt u deze vragen voor het reces beantwoorden?", "B2": "Hoeveel brieven zijn er naar de bewoners gestuurd?",
    "U1": "Welk museum krijgt de molen in beheer?", "F1": "Wat zijn de financiële gevolgen voor de veerdienst?",
    "A1": "Mogen auto's nog op de dijk parkeren?", "S3": "Welke steden krijgen een nieuwe brug?", "E1": "Wanneer komen de eieren van de boer weer op de markt?",
    "O1": "Hoe verloopt de coördinatie tussen de waterschappen?", "I1": "Zijn er ideeën voor een beter fietspad?", "P1": "Wat kost de reünie van de oud-veermannen?",
    "N1": "Wat is de uitstoot van stikstof bij het pontje?", "N2": "Hoe lang blijft het pannenkoekenschip liggen?", "N3": "Waarom is niet onmiddellijk gewaarschuwd?",
    "N4": "Wie houdt toezicht op de verzekeraars?", "V1": "Is het verbod op vuurwerk nageleefd?", "R1": "Past dit bij artikel 8:42 van de Algemene wet bestuursrecht?",
    "R2": "Geldt artikel 2.12 van de Schepenwet ook voor roeiboten?", "R3": "Klopt het getal van 1.500 schepen in het jaarverslag 2019-2020?",
    "R4": "Kent u de motie onder Kamerstuk 28 638, nr. 166?", "Q1": "Wat vindt u van het plan voor de sluis?",
}
WHO: dict[str, dict[str, tuple[Attribution, ...]]] = {
    "X1": {"askers": (asker("Van der Wielen", "NPV"),)}, "X2": {"askers": (asker("'t Hart", "NPV"),)}, "X3": {"askers": (asker("De Vries-Kok", "NPV"),)},
    "X4": {"askers": (asker("Öztekin", "NPV"),)}, "Y1": {"addressees": (office("Justitie en Veiligheid"),)}, "Y2": {"addressees": (office("Infrastructuur en Waterstaat"),)},
    "Y3": {"addressees": (office("Landbouw, Visserij, Voedselzekerheid en Natuur"),)}, "Y4": {"addressees": (office("Economische Zaken en Klimaat"),)},
}
_ROW = re.compile(r"^\| `(?P<typed>[^`]+)` \| (?P<text>\w\d) \| .* \| (?P<holds>ja|nee) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """A case for each text, with others between them."""
    home: Path = tmp_path_factory.mktemp("quality")
    texts = TEXTS | dict.fromkeys(WHO, "Wat is uw oordeel over de steiger?")
    cases = [
        told(f"2019Z{at:05}", f"Het bericht over nummer {at}", [(text, "Ja, dat is mij bekend.")], tabled=date(2019, 1, 1), on=date(2019, 2, 1), **WHO.get(name, {}))
        for at, (name, text) in enumerate(texts.items(), start=1)
    ]
    fill_and_index(home, cases)
    with open_registry(home) as opened:
        yield opened


def found(registry: Registry, typed: str) -> list[str]:
    """The names of the texts that come first; where nothing is found, those of what was offered instead."""
    names = [*TEXTS, *WHO]
    results = registry.search(typed, today=TODAY, limit=FIRST)
    if not results.total and results.offers:
        results = registry.search(results.offers[0].query, today=TODAY, limit=FIRST)
    return [names[int(hit.id[5:10]) - 1] for hit in results.hits]


def test_the_table_says_what_holds(registry: Registry) -> None:
    """Row by row; at least 38 of 40 hold."""
    page = (ROOT / "docs" / "explanation" / "search.md").read_text(encoding="utf-8")
    rows = [(match["typed"], match["text"], match["holds"] == "ja") for match in _ROW.finditer(page)]
    held = {typed: text in found(registry, typed) for typed, text, _ in rows}

    assert 40 == len(rows) == len(held)
    assert held == {typed: holds for typed, _, holds in rows}
    assert sum(held.values()) >= NEEDED


def test_the_table_names_its_texts() -> None:
    """The sentences that the page prints are those that were searched."""
    page = (ROOT / "docs" / "explanation" / "search.md").read_text(encoding="utf-8")

    assert [] == [name for name, text in TEXTS.items() if f"| {name} |" in page and text not in page]
