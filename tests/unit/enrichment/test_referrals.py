"""Clauses that point to another answer of the set: printed forms and the questions that they name."""

import pytest

from navraag.enrichment.referrals import find_referrals, question_numbers

REFERRALS = [
    ("Zie het antwoord op vraag 2.", (2,)),
    ("Zie mijn antwoord op de vragen 2 en 3.", (2, 3)),
    ("Zie antwoord 6.", (6,)),
    ("Nee, zie antwoord 6.", (6,)),
    ("Zie vraag 3.", (3,)),
    ("Ja, zie ook de beantwoording van vraag 4.", (4,)),
    ("Ik verwijs u naar het antwoord op vraag 7.", (7,)),
    ("Hiervoor verwijs ik naar mijn antwoorden op de vragen 2, 3 en 5.", (2, 3, 5)),
    ("Kortheidshalve verwijs ik naar de beantwoording van vragen 2 t/m 4.", (2, 3, 4)),
    ("Zoals aangegeven in het antwoord op vraag 5 geldt de regel.", (5,)),
    ("Zoals bij vraag 3 is toegelicht, geldt dit niet.", (3,)),
    ("Zoals in antwoord vier is aangegeven, vaart de pont niet.", (4,)),
    ("Zie hiervoor het antwoord op vraag 2 en vraag 4.", (2, 4)),
    ("Zie de antwoorden op vragen 2, 3, 4, 7, 9 en 10.", (2, 3, 4, 7, 9, 10)),
    ("In het antwoord op vraag 2 heb ik aangegeven hoe dat zit.", (2,)),
    ("Zie beantwoording vraag 8.", (8,)),
    ("Conform het antwoord op vraag 1 geldt dit ook hier.", (1,)),
    ("Ik verwijs hiervoor naar de beantwoording van vraag 3.", (3,)),
    ("Zie de beantwoording van de vragen 1 tot en met 4.", (1, 2, 3, 4)),
    ("Zie hierboven het antwoord op vraag 6.", (6,)),
    ("Voor het antwoord op deze vraag verwijs ik naar mijn antwoord op vraag 2.", (2,)),
    ("Zie onder vraag 2.", (2,)),
    ("Zoals toegelicht in mijn antwoord op vraag 5 is dat niet zo.", (5,)),
    ("Hiervoor verwijs ik u graag naar het antwoord op vragen 7 en 8.", (7, 8)),
    ("Zie ook antwoord op vraag 3.", (3,)),
    ("Het antwoord op deze vraag is gegeven bij vraag 4.", (4,)),
    ("Deze vraag is beantwoord onder vraag 2.", (2,)),
]
NONE = [
    ("Zoals in het antwoord op vraag 2 van de schriftelijke vragen van het lid Dijkstra is gemeld.", "another set"),
    ("Zie de beantwoording van vraag 3 van eerdere vragen.", "another set"),
    ("De vraag is of dit klopt.", "no number"),
    ("Zie bijlage 2.", "an annex"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("sentence", "numbers"), REFERRALS)
def test_a_referral_names_its_questions(sentence: str, numbers: tuple[int, ...]) -> None:
    """Lists, ranges and numbers in letters are read."""
    assert [numbers] == [r.to for r in find_referrals(sentence)]


@pytest.mark.parametrize(("sentence", "why"), NONE)
def test_what_points_elsewhere_is_no_referral(sentence: str, why: str) -> None:
    """Other sets of questions and other papers."""
    assert [] == list(find_referrals(sentence)), why


def test_the_previous_answer_is_resolved_where_the_number_is_known() -> None:
    """Without a number of its own the words stay open."""
    words = "Zie het antwoord op de vorige vraag."
    assert [(4,)] == [r.to for r in find_referrals(words, (5, 6))]
    assert [()] == [r.to for r in find_referrals(words)]


def test_a_range_without_end_stays_small() -> None:
    """A slip of the pen does not make a million numbers."""
    assert len(question_numbers("1 t/m 999")) < 300
