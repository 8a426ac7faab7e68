"""Removed words: which parts of a case lose them, and what stays."""

from datetime import date
from pathlib import Path

import pytest

from navraag.errors import StoreError, WithheldError
from navraag.records.cases import Case
from navraag.records.removals import REMOVED, Removal
from navraag.store.removals import Removals
from navraag.store.withholding import withhold
from navraag.surfaces.shapes import case_shape
from tests.surfaces.web_cases import LEAD, SOURCE, lead_case

DAY = date(2026, 3, 2)
WORDS_OF_QUESTIONS, WORDS_OF_ANSWER, WORDS_OF_NOTICE = "scheuren worden gemeten", "Langs de kade staan", "Hierbij deel ik u mede"


def removal(name: str, kind: str = "publication", documents: tuple[str, ...] = ()) -> Removal:
    """One line of the log."""
    return Removal(id=name, kind=kind, reason="privacy", on=DAY, documents=documents)  # type: ignore[arg-type]


def words(case: Case) -> str:
    """Everything that a case says, as text."""
    return str(case_shape(case))


@pytest.mark.parametrize(("name", "kind", "gone", "stays"), [
    (LEAD, "case", (WORDS_OF_QUESTIONS, WORDS_OF_ANSWER, WORDS_OF_NOTICE, "Veenkade zakt weg"), ()),
    ("kv-2099123450", "case", (WORDS_OF_QUESTIONS,), ()),  # a former number
    ("ah-tk-20252026-9101", "publication", (WORDS_OF_ANSWER,), (WORDS_OF_NOTICE, "meld ik u dat de gemeente")),
    ("ah-tk-20252026-9050", "publication", (WORDS_OF_NOTICE,), (WORDS_OF_QUESTIONS, WORDS_OF_ANSWER)),
    (SOURCE.sha256, "document", (WORDS_OF_QUESTIONS, WORDS_OF_ANSWER), (WORDS_OF_NOTICE,)),
    ("ah-tk-20252026-1", "publication", (), (WORDS_OF_QUESTIONS, WORDS_OF_ANSWER, WORDS_OF_NOTICE)),
])
def test_what_goes_and_what_stays(name: str, kind: str, gone: tuple[str, ...], stays: tuple[str, ...]) -> None:
    """By case, by publication, by document."""
    shown = words(withhold(lead_case(), [removal(name, kind)]))

    assert [text for text in gone if text in shown] == []
    assert [text for text in stays if text not in shown] == []


def test_facts_stay() -> None:
    """Number, days, numbers of questions and answers, names of offices; twice is once."""
    before = lead_case()
    after = withhold(before, [removal(LEAD, "case")])

    assert after.subject == REMOVED
    assert (after.number, after.tabled_on, after.askers) == (before.number, before.tabled_on, before.askers)
    assert [pair.id for pair in after.pairs] == [pair.id for pair in before.pairs]
    assert [paper.received_on for paper in after.answers] == [paper.received_on for paper in before.answers]
    assert [(one.part, one.reason, one.on) for one in after.removed] == [("case", "privacy", DAY)]
    assert withhold(after, [removal(LEAD, "case")]) == after


def test_the_log_is_only_added_to(tmp_path: Path) -> None:
    """A lifted removal stays in the log; a registry that is being rebuilt reads the same log."""
    removals = Removals(tmp_path / "registry.sqlite3")
    assert removals.active() == ()
    removals.append(removal("ah-tk-20252026-9101", documents=("ab" * 32,)))
    removals.append(removal(LEAD, "case"))
    removals.append(Removal(id=LEAD, kind="case", reason="by mistake", on=DAY, lifted=True))

    beside = Removals(tmp_path / "rebuild" / "registry.sqlite3")
    assert [one.id for one in beside.active()] == ["ah-tk-20252026-9101"]
    assert len(removals.log()) == 3
    with pytest.raises(WithheldError, match="removed on 2026-03-02: privacy"):
        removals.refuse("ab" * 32, names=(), cases=())
    removals.refuse("cd" * 32, names=("kv-tk-2025Z91001",), cases=(LEAD,))


def test_a_damaged_log_shows_nothing(tmp_path: Path) -> None:
    """What cannot be read may forbid anything."""
    (tmp_path / "removals.jsonl").write_text('{"id": "x"\n', encoding="utf-8")

    with pytest.raises(StoreError, match="mend it"):
        Removals(tmp_path / "registry.sqlite3").active()
