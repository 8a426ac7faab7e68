"""OData: does version 2.0 still answer, one case, its papers, the count of a year, the names of v5."""

from typing import Any

import pytest

from tests.live.conftest import Line

pytestmark = pytest.mark.live


def _rows(line: Line, name: str, **options: str) -> dict[str, Any]:
    found: dict[str, Any] = line.get(f"{line.endpoints.tk}{line.endpoints.odata}/{name}", params={f"${key}": value for key, value in options.items()}).json()
    return found


def test_version_2_answers(line: Line) -> None:
    """The service document names its sets."""
    sets = line.get(f"{line.endpoints.tk}{line.endpoints.odata}/").json()["value"]
    assert {"Zaak", "Document", "ZaakActor"} <= {one["name"] for one in sets}


def test_one_case(line: Line) -> None:
    """One row with the day that the papers print."""
    rows = _rows(line, "Zaak", filter=f"Nummer eq '{line.known.number}'")["value"]
    assert [row["GestartOp"][:10] for row in rows] == [line.known.tabled]


def test_its_papers(line: Line) -> None:
    """Questions, a notice and an answer."""
    rows = _rows(line, "Document", filter=f"Zaak/any(z: z/Nummer eq '{line.known.number}') and Verwijderd eq false")["value"]
    assert len(rows) == line.known.papers


def test_a_year(line: Line) -> None:
    """2,626 sets of written questions in 2016."""
    chosen = f"Soort eq 'Schriftelijke vragen' and year(GestartOp) eq {line.known.year} and Verwijderd eq false"
    assert _rows(line, "Zaak", filter=chosen, count="true", top="0")["@odata.count"] == line.known.cases_of_year


def test_names_of_version_5(line: Line) -> None:
    """Which of the names that are used here are left in v5."""
    if not line.official:
        pytest.skip("a stand-in imitates no v5")
    metadata = line.get(f"{line.endpoints.tk}/OData/v5/$metadata").text
    assert [name for name in ("Nummer", "Soort", "DocumentNummer", "Verwijderd", "Datum") if f'Name="{name}"' not in metadata] == []
