"""Which words of an answer answer which sub-question: verdicts, gaps, refusals, referrals, deferrals, and what has no such words."""

from datetime import date

import pytest

from navraag.enrichment import adapters
from navraag.enrichment.agreed import find_agreed
from navraag.enrichment.answer_status import statuses
from navraag.enrichment.commitments import find_commitments
from navraag.records.found import Passage

DAY = date(2024, 11, 19)
CASES = [
    ("Bent u bekend met het bericht?", "Ja.", [("verdict", "yes")]),
    ("Bent u bekend met het bericht?", "Ik heb kennisgenomen van het bericht.", [("verdict", "yes")]),
    ("Klopt het dat de pont stilligt?", "Nee, de pont vaart.", [("verdict", "premise_denied")]),
    ("Klopt het dat de pont stilligt?", "Dat klopt.", [("verdict", "yes")]),
    ("Klopt het dat de pont stilligt?", "Hiervan is geen sprake.", [("verdict", "premise_denied")]),
    ("Deelt u de mening dat de pont moet varen?", "Ik deel deze mening.", [("verdict", "agrees")]),
    ("Deelt u de mening dat de pont moet varen?", "Nee, ik deel deze mening niet.", [("verdict", "disagrees")]),
    ("Deelt u de mening dat de pont moet varen?", "Ja, maar alleen in de zomer.", [("verdict", "reservation")]),
    ("Bent u bereid met de schipper te spreken?", "Ik ben daartoe bereid.", [("verdict", "yes")]),
    ("Bent u bereid met de schipper te spreken?", "Ik zie daartoe geen aanleiding.", [("verdict", "no")]),
    ("Hoeveel ponten liggen stil?", "Hierover zijn geen cijfers bekend.", [("data_gap", None)]),
    ("Hoeveel ponten liggen stil?", "Er liggen 14 ponten stil.", [("addressed", None)]),
    ("Wat vindt u van deze schipper?", "Over individuele gevallen doe ik geen uitspraken.", [("refusal", None)]),
    ("Wat vindt u van de sluis?", "Zie het antwoord op vraag 2.", [("referral", None)]),
    ("Wanneer hoort de Kamer meer?", "Ik zal uw Kamer in maart 2025 informeren.", [("deferral", None)]),
    ("Wat doet u aan de veiligheid van ponten?", "De veiligheid van ponten wordt jaarlijks gekeurd.", [("addressed", None)]),
    ("Is de sluis onderdeel van dat pakket?", "Molens staan op een dijk.", [("not_recognised", None)]),
    ("Klopt dit? Zo nee, waarom niet?", "Ja.", [("verdict", "yes"), ("not_applicable", None)]),
    ("Klopt dit? Zo ja, wat gaat u doen?", "Nee.", [("verdict", "premise_denied"), ("not_applicable", None)]),
    ("Klopt dit? Zo nee, waarom niet?", "Nee. De pont vaart elke dag.", [("verdict", "premise_denied"), ("addressed", None)]),
    ("Klopt dit? Hoeveel ponten zijn er?", "Ja. Het aantal ponten is niet bekend.", [("verdict", "yes"), ("data_gap", None)]),
    ("Klopt dit?", "", [("not_recognised", None)]),
    ("", "Ja.", []),
]


@pytest.mark.parametrize(("question", "answer", "expected"), CASES)
def test_a_sub_question_has_its_status(question: str, answer: str, expected: list[tuple[str, str | None]]) -> None:
    """With the words that give it, at their place."""
    found = statuses(question, answer, numbers=(1,), anchor=DAY)
    assert expected == [(s.status, s.verdict) for s in found]
    assert all(s.quote == answer[s.start : s.end] for s in found)
    assert all(s.quote for s in found if s.status != "not_recognised")


def test_details_say_which_and_why() -> None:
    """The questions of a referral, the reason of a gap, the ground of a refusal, the day of a deferral."""
    assert "2 3" == statuses("Wat is dit?", "Zie het antwoord op de vragen 2 en 3.", numbers=(4,), anchor=DAY)[0].detail
    assert "not_registered" == statuses("Hoeveel zijn er?", "Dit wordt niet geregistreerd.", anchor=DAY)[0].detail
    assert "2025-03-31" == statuses("Wanneer komt het?", "Ik zal uw Kamer in maart 2025 informeren.", anchor=DAY)[0].detail


AGREED = [
    ("Bent u bereid de Kamer te informeren?", "Ja.", "commitment"),
    ("Bent u bereid de pont te laten varen?", "Daartoe ben ik bereid.", "commitment"),
    ("Wilt u de schipper bezoeken?", "Ja.", "commitment"),
    ("Bent u bereid de pont te laten varen?", "Ja, indien daar geld voor is.", "intention"),
    ("Bent u bereid de pont te laten varen?", "Nee.", None),
    ("Bent u bereid de pont te laten varen?", "Ja, maar pas als het water zakt.", None),
    ("Bent u bereid de schipper te bezoeken?", "Ja, dat heb ik inmiddels gedaan.", None),
    ("Bent u bereid deze vragen een voor een te beantwoorden?", "Ja.", None),
    ("Klopt het dat de pont vaart?", "Ja.", None),
]


@pytest.mark.parametrize(("question", "answer", "kind"), AGREED)
def test_a_yes_to_willing_undertakes_what_was_asked(question: str, answer: str, kind: str | None) -> None:
    """Both the question and the yes are its evidence."""
    found = list(find_agreed(statuses(question, answer, numbers=(1,), anchor=DAY)))
    assert ([kind] if kind else []) == [c.kind for c in found]
    assert all((c.asked, c.quote) == (question, answer) for c in found)


def test_a_yes_with_words_of_its_own_is_undertaken_once() -> None:
    """"Ja, ik zal …" is found as a sentence already."""
    question, answer = "Bent u bereid de Kamer te informeren?", "Ja, ik zal de Kamer informeren."
    said = find_commitments(answer, DAY)
    assert 1 == len(said)
    assert [] == list(find_agreed(statuses(question, answer, numbers=(1,), anchor=DAY), said))


def test_a_motion_asked_about_stands_with_the_words_that_say_how_far_it_is() -> None:
    """By its paper where one is printed, else by its movers."""
    question = "Hoe staat het met de uitvoering van de motie Hazelaar/Veen (Kamerstuk 91 638, nr. 166)? Hoe staat het met de motie Dijk?"
    answer = "De uitvoering van de motie Hazelaar/Veen is gestart."
    found = list(adapters.statuses(Passage(part="answer", text=answer, labels=("1",), asked=(question,), anchor=DAY)))
    assert ["kst-91638-166", "Dijk"] == [one.payload["motion"] for one in found]
    assert (answer, "addressed") == (found[0].quote, found[0].key)
