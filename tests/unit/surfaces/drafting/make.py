"""A registry with a history to find precedents in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from navraag.records.cases import Case
from navraag.store.reader import Registry, open_registry
from tests.unit.store.make import asker, office
from tests.unit.store.search.make import fill_and_index, told

TODAY = date(2021, 3, 1)
HOSTILE = "Wat\x00 is\x1b[31m dit\x08 \x7f <w:p> & ]]> \u202enoot\ufffe?"

LEAD = told(
    "2020Z00301", "de veerpont van Woerden",
    [
        ("Kent u het bericht over de veerpont van Woerden?", ""),
        ("Hoeveel stikstof stoot de veerpont van Woerden jaarlijks uit? Zo nee, waarom niet?", "Hoeveel stikstof de veerpont uitstoot wordt niet geregistreerd. Ik zal de Kamer hierover voor 1 juli 2020 informeren."),
        ("Wie betaalt de brug bij Woerden, en wanneer komt die er?", "De provincie betaalt de brug."),
    ],
    tabled=date(2020, 4, 1), on=date(2020, 4, 20), notes=("De Woerdense Krant, 1 april 2020, https://voorbeeld.example/a",),
)
EARLIER = told(
    "2020Z00201", "de veerpont van Oudewater",
    [("Kent u het bericht over de veerpont?", "Ja."), ("Hoeveel stikstof stoot de veerpont van Oudewater uit?", "De uitstoot van stikstof is vier ton per jaar.")],
    tabled=date(2020, 2, 10), on=date(2020, 3, 2),
)
OTHER = told(
    "2020Z00202", "de uitstoot van veerponten", [("Hoeveel stikstof stoot de veerpont van Woerden jaarlijks uit?", "Dat is onbekend.")],
    tabled=date(2020, 4, 8), on=date(2020, 9, 1), askers=(asker("De Boer", "ABC"), asker("Aksoy", "NPV")), addressees=(office("Financiën"),),
)
QUIET = told("2019Z00204", "sluizen", [("Hoeveel sluizen zijn er?", "Er zijn twaalf sluizen.")], tabled=date(2019, 12, 1), on=date(2019, 12, 20))
CRUEL = told("2020Z00666", f"over {HOSTILE}", [(HOSTILE, HOSTILE), ("Wat kost de veerpont?", "Niets.")], tabled=date(2020, 6, 1), on=date(2020, 6, 20), notes=(HOSTILE,))
HISTORY: tuple[Case, ...] = (LEAD, EARLIER, OTHER, QUIET)


@contextmanager
def history(home: Path, *more: Case) -> Iterator[Registry]:
    """A registry with the history, opened."""
    fill_and_index(home, (*HISTORY, *more))
    with open_registry(home) as registry:
        yield registry
