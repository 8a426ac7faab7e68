"""Cases beside a case: kindred ones, and doubles within a fortnight."""

from datetime import date
from pathlib import Path

from navraag.surfaces.drafting.related import doubles, related_cases
from navraag.surfaces.drafting.telling import double_shape, doubles_lines
from tests.unit.store.search.make import told
from tests.unit.surfaces.drafting.make import LEAD, history


def test_kindred_cases(tmp_path: Path) -> None:
    """Those on the same subject, the case itself never."""
    with history(tmp_path) as registry:
        found = [one.number for one in related_cases(registry, LEAD)]

    assert {"2020Z00201", "2020Z00202"} <= set(found)
    assert LEAD.number not in found


def test_doubles_within_a_fortnight(tmp_path: Path) -> None:
    """Which question repeats which; the same question two months earlier is none."""
    with history(tmp_path) as registry:
        assert [("2020Z00202", (("2", "1"),))] == [(one.number, one.questions) for one in doubles(registry, LEAD)]


def test_doubles_are_told(tmp_path: Path) -> None:
    """For a terminal and as JSON; nothing where there are none."""
    with history(tmp_path) as registry:
        found = doubles(registry, LEAD)

    assert ["Binnen veertien dagen ook gevraagd", "  2020Z00202, 8 april 2020: de uitstoot van veerponten. vraag 2 hier is vrijwel vraag 1 daar."] == list(doubles_lines(found))
    assert [{"own": "2", "other": "1"}] == double_shape(found[0])["questions"]
    assert [] == list(doubles_lines(()))


def test_the_same_subject_in_other_words(tmp_path: Path) -> None:
    """Counts as a double without questions that repeat each other."""
    twin = told("2020Z00302", "het bericht over de veerpont van Woerden", [("Wie vaart er nog?", "")], tabled=date(2020, 4, 2))
    with history(tmp_path, twin) as registry:
        assert ("2020Z00302", ()) in {(one.number, one.questions) for one in doubles(registry, LEAD)}


def test_a_case_without_a_day_has_none(tmp_path: Path) -> None:
    """When it was asked is not known."""
    dayless = told("2020Z00303", "de veerpont", [("Hoeveel stikstof stoot de veerpont uit?", "")], tabled=None)
    with history(tmp_path, dayless) as registry:
        assert () == doubles(registry, dayless)
