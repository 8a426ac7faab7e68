"""Undertakings and their kin: phrasings of ministries, what only looks like one, times, conditions, and what is inherited."""

from datetime import date

import pytest

from navraag.enrichment.commitments import find_commitments
from navraag.records.findings import Commitment
from tests.unit.enrichment import undertaken

DAY = date(2024, 11, 19)
KINDS = {
    "commitment": undertaken.COMMITMENTS, "intention": undertaken.INTENTIONS, "announced_action": undertaken.ANNOUNCED,
    "expectation": undertaken.EXPECTATIONS, "ongoing": undertaken.ONGOING,
}
KINDS_OF = [(sentence, kind) for kind, table in KINDS.items() for sentence in undertaken.lines(table)]


def found(text: str) -> list[Commitment]:
    """What is found on the day."""
    return list(find_commitments(text, DAY))


@pytest.mark.parametrize(("sentence", "kind"), KINDS_OF)
def test_a_phrasing_has_its_kind(sentence: str, kind: str) -> None:
    """Each sentence is found once, whole, as what it is."""
    assert [(sentence, kind)] == [(c.quote, c.kind) for c in found(f"Ja. {sentence}")]


@pytest.mark.parametrize("line", undertaken.lines(undertaken.LONG))
def test_long_sentences_have_their_kind_and_day(line: str) -> None:
    """The first finding of each; what stands in asides does not mislead."""
    kind, latest, sentence = line.split("|")
    said = [one for one in found(sentence) if one.kind != "ongoing"]
    assert ([kind] if kind != "none" else []) == [one.kind for one in said[:1]]
    assert latest == (str(said[0].moment.latest) if said and said[0].moment else "None")


@pytest.mark.parametrize("sentence", undertaken.lines(undertaken.NOTHING))
def test_what_only_looks_ahead_is_nothing(sentence: str) -> None:
    """Reports, rules, forecasts, hopes, questions, quotations and denials."""
    assert [] == found(sentence)


@pytest.mark.parametrize(("sentence", "latest", "to_kamer"), undertaken.DATED)
def test_the_time_of_an_act_is_read(sentence: str, latest: str, *, to_kamer: bool) -> None:
    """The last day on which it is due, and whether the Kamer is to hear of it."""
    [one] = found(sentence)
    assert (date.fromisoformat(latest), to_kamer) == (one.moment.latest if one.moment else None, one.to_kamer)


@pytest.mark.parametrize(("sentence", "condition"), undertaken.CONDITIONS)
def test_a_condition_is_kept_with_its_undertaking(sentence: str, condition: str | None) -> None:
    """Its words, as printed."""
    assert [condition] == [c.condition for c in found(sentence)]


def test_a_sentence_that_points_back_inherits_its_time() -> None:
    """"Daar zal …" takes the time of the sentence before."""
    text = "In maart 2025 organiseert de Vereniging van Molenaars een bijeenkomst. Daar zal het kabinet de handreiking presenteren."
    first, second = found(text)
    assert not first.inherited
    assert second.inherited
    assert first.moment == second.moment


def test_without_a_date_nothing_is_due() -> None:
    """An undertaking without a time has none."""
    [one] = found("Ik zal uw Kamer hierover informeren.")
    assert (None, None) == (one.moment, one.time)


def test_a_day_far_off_is_read_as_well() -> None:
    """An anchor in another century does not break the calendar."""
    for day in (date(1814, 5, 2), date(2199, 12, 31)):
        assert 1 == len(list(find_commitments("Ik zal uw Kamer voor de zomer informeren.", day)))


def test_other_languages_are_left_alone() -> None:
    """English and French sentences between Dutch ones."""
    text = "The Commission will publish its report in 2025. Ik zal uw Kamer daarover informeren. La Commission publiera le rapport."
    assert ["Ik zal uw Kamer daarover informeren."] == [c.quote for c in found(text)]


def test_said_twice_is_undertaken_once() -> None:
    """The same sentence in one answer counts once."""
    assert 1 == len(found("Ik zal uw Kamer informeren. Ik zal uw Kamer informeren."))


def test_an_undertaking_after_an_expectation_is_one_of_its_own() -> None:
    """Two acts in one sentence keep their kinds."""
    text = "De richtlijn zal naar verwachting in 2025 worden vastgesteld en daarna zal ik een wetsvoorstel in procedure brengen."
    assert [("expectation", text), ("commitment", "daarna zal ik een wetsvoorstel in procedure brengen.")] == [(c.kind, c.quote) for c in found(text)]
    assert all(c.quote == text[c.start : c.end] for c in found(text))


@pytest.mark.parametrize(("sentence", "deliverable", "strength"), [
    ("Ik stuur uw Kamer in mei 2025 een brief over de ponten.", "letter", "hard"),
    ("Ik zal uw Kamer hierover informeren.", "news", "hard"),
    ("Ik zal bezien of de regeling kan worden verruimd.", "study", "soft"),
    ("Ik ben voornemens in 2025 een wetsvoorstel in te dienen.", "bill", "soft"),
    ("Het Planbureau voor het Water brengt in juni 2025 een rapport uit.", "report", "soft"),
    ("Ik ga hierover in gesprek met de molenaars.", "talk", "soft"),
    ("Indien dat nodig blijkt, zal ik een handreiking opstellen.", "plan", "soft"),
    ("Ik zal de motie uitvoeren.", None, "hard"),
])
def test_what_is_delivered_and_how_firmly(sentence: str, deliverable: str | None, strength: str) -> None:
    """By its words; only an undertaking without reserve is hard."""
    assert [(deliverable, strength)] == [(c.deliverable, c.strength) for c in found(sentence)]
