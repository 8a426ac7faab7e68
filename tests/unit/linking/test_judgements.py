"""Human decisions beat every rule, and each one must change something."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from navraag.errors import ConfigurationError, LayoutError
from navraag.linking.cases import LinkedPaper, link
from navraag.linking.judgements import Judgement, read_judgements, shipped, without_effect
from navraag.parsing import parse
from navraag.records.identifiers import is_case_number
from navraag.records.parsed import Parsed
from tests.conftest import REAL
from tests.unit.linking.builders import answered, asked, paper, registered


def decide(decision: str, case: str, value: str) -> Judgement:
    """A decision of today."""
    return Judgement(on=date(2026, 11, 25), because="nagelezen", decision=decision, case=case, value=value)  # type: ignore[arg-type]


PAPERS: Sequence[LinkedPaper] = (
    paper(asked(publication="kv-tk-2020Z90001")),
    paper(answered(publication="ah-tk-20192020-9002", subject="de veerpont")),
    paper(answered(publication="ah-tk-20192020-9003", subject="de boot", received_on=date(2020, 6, 1))),
)


def test_two_cases_are_joined_by_decision() -> None:
    """The papers of a provisional case go to the right one; its old address redirects."""
    cases = link(PAPERS, (decide("same_case", "ah-tk-20192020-9002", "2020Z90001"), decide("same_case", "ah-tk-20192020-9003", "ah-tk-20192020-9002")))
    assert [(case.number, len(case.answers), case.former_numbers) for case in cases] == [
        ("2020Z90001", 2, ("ah-tk-20192020-9002", "ah-tk-20192020-9003")),
    ]


def test_a_number_is_corrected() -> None:
    """Registration and papers move together; a circle of decisions ends."""
    row = paper(registered("2020Z90011"), "tk_entities")
    cases = link([row, paper(asked(publication="kv-tk-2020Z90011"))], (decide("number", "2020Z90011", "2020Z90001"),))
    assert [(case.number, case.former_numbers, len(case.pairs)) for case in cases] == [("2020Z90001", ("2020Z90011",), 3)]
    circle = (decide("number", "2020Z90011", "2020Z90001"), decide("number", "2020Z90001", "2020Z90011"))
    assert len(link([row], circle)) == 1


def test_a_subject_is_chosen() -> None:
    """One of the spellings, or a better one; the others stay."""
    case = link(PAPERS[:1], (decide("subject", "2020Z90001", "Veerpont Oudezijl"),))[0]
    assert (case.subject, [spelling.where for spelling in case.subjects]) == ("Veerpont Oudezijl", ["judgement", "question"])


def test_decisions_without_effect_are_found() -> None:
    """So that the file never fills with lines that do nothing."""
    useful, useless = decide("same_case", "ah-tk-20192020-9002", "2020Z90001"), decide("subject", "2020Z90099", "iets")
    assert without_effect(PAPERS, (useful, useless), link) == (useless,)


GOOD = '{"on": "2026-11-25", "decision": "number", "case": "kv-2070890010", "number": "2008Z90001", "because": "titel van de zaak"}'


def test_lines_are_read_strictly() -> None:
    """A wrong line is named, with what would be right."""
    assert read_judgements(f"\n{GOOD}\n") == (Judgement(on=date(2026, 11, 25), because="titel van de zaak", decision="number", case="kv-2070890010", value="2008Z90001"),)
    for bad in ["{", "[]", "1", GOOD.replace('"number":', '"nummer":'), GOOD.replace("titel van de zaak", " "), GOOD.replace("2026-11-25", "gisteren"),
                GOOD.replace('"decision": "number"', '"decision": "guess"'), GOOD.replace('"2008Z90001"', "2008")]:
        with pytest.raises(ConfigurationError, match="line 1"):
            read_judgements(bad)


def test_the_shipped_decisions_are_sound() -> None:
    """Each is dated, has a reason, and names cases that can exist."""
    for judgement in shipped():
        assert judgement.because
        if judgement.decision == "person":
            assert judgement.name
            assert judgement.case == "*" or is_case_number(judgement.case)
            continue
        assert is_case_number(judgement.case)
        assert judgement.decision == "subject" or is_case_number(judgement.value)


@pytest.mark.real
def test_every_shipped_decision_changes_a_real_case() -> None:
    """A line that changes nothing of what the real documents make is useless and fails (those about people: tests/real)."""
    files = [path for folder in ("seed", "documents", "docx", "koop", "pages") for path in sorted((REAL / folder).iterdir())]
    decisions = tuple(one for one in shipped() if one.decision != "person")
    papers = [paper(parsed.content, parsed.layout, name=path.name) for path in files if decisions and (parsed := _read(path))]
    assert without_effect(papers, decisions, link) == ()


def _read(path: Path) -> Parsed | None:
    try:
        return parse(path.read_bytes(), name=path.name)
    except LayoutError:
        return None
