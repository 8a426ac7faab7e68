"""Facts in words."""

from datetime import date

from navraag.enrichment.timeline import timeline
from navraag.records.attribution import Attribution
from navraag.records.cases import Case
from navraag.surfaces.web import wording
from navraag.surfaces.web.translations import messages
from tests.surfaces.web_cases import TODAY, lead_case, small_case

NL, EN = messages("nl"), messages("en")

PEOPLE = [
    (Attribution(printed="x", name="Duinker", role="Minister", portfolio="Defensie"), "Duinker (minister van Defensie)", "a name and an office"),
    (Attribution(printed="x", role="Staatssecretaris", portfolio="Defensie"), "staatssecretaris van Defensie", "an office alone"),
    (Attribution(printed="x", role="Minister-President"), "minister-president", "no portfolio"),
    (Attribution(printed="D. Duinker (D.)", name="D. Duinker"), "D. Duinker", "a name alone"),
    (Attribution(printed="iemand"), "iemand", "as printed"),
]


def test_people_in_words() -> None:
    """Whatever is known of an office."""
    for who, expected, why in PEOPLE:
        assert wording.answerer(who, NL) == expected, why


STANDINGS = [
    (small_case(1, tabled=date(2026, 2, 20)), None, "10 dagen open. Het antwoord moet er uiterlijk 13 maart 2026 zijn.", "open"),
    (small_case(1, tabled=date(2026, 1, 25)), None, "36 dagen open. Het antwoord had er uiterlijk 15 februari 2026 moeten zijn.", "overdue"),
    (small_case(1, tabled=date(2026, 1, 25), noticed=date(2026, 2, 1)), None, "36 dagen open. Het antwoord moet er uiterlijk 8 maart 2026 zijn.", "noticed"),
    (small_case(1, tabled=date(2025, 12, 1), noticed=date(2025, 12, 20)), None, "91 dagen open. Het antwoord had er uiterlijk 12 januari 2026 moeten zijn.", "over six weeks after a notice"),
    (small_case(1, tabled=date(2025, 12, 1), answered=date(2025, 12, 2)), None, "Beantwoord op 2 december 2025, na 1 dag.", "in time"),
    (small_case(1, tabled=date(2025, 12, 1), answered=date(2025, 12, 23)), None, "Beantwoord op 23 december 2025, na 22 dagen. Dat is 1 dag over de termijn van drie weken.", "late"),
    (small_case(1, tabled=date(2025, 12, 1)), date(2025, 12, 5), "Onbekend sinds 5 december 2025: verder reiken de bronnen niet.", "beyond the sources"),
    (Case(number="x", tabled_on=date(2020, 1, 1), closed=True), None, "De Tweede Kamer noemt deze zaak afgedaan. Het antwoord zelf staat niet in dit register.", "closed elsewhere"),
    (Case(number="x", tabled_on=date(2020, 1, 1), chamber="ek"), None, "Voor deze vragen geldt geen vaste termijn.", "Eerste Kamer"),
]


def test_standing_in_one_sentence() -> None:
    """Every state."""
    for case, known_until, expected, why in STANDINGS:
        assert wording.standing(case, timeline(case, TODAY, known_until=known_until), NL) == expected, why


def test_citations_say_who_what_when_and_where() -> None:
    """Of a case and of a pair with two answers, in both languages."""
    case = lead_case()
    assert wording.cite_case(case, NL, "https://x/") == (
        "Kamervraag 2025Z91001 (Wiersema (Veenpartij), Okonjo (Stadslijst); ‘Het bericht «Veenkade zakt weg onder de voeten van "
        "bewoners»’; ingezonden 3 november 2025). https://x/"
    )
    cited = wording.cite_pair(case, case.pairs[1], EN, "https://x/2")
    assert "question 2" in cited
    assert cited.count("answer by Minister Duinker") == 2


def test_unknown_words_stay_as_they_are() -> None:
    """A new kind, place or part is shown, not hidden."""
    assert wording.kind_name("nieuw", NL) == "nieuw"
    assert wording.part_name("questions", NL) == "vragen"
    assert wording.part_name("question 3", NL) == "vraag 3"
    assert wording.part_name("iets anders", NL) == "iets anders"


def test_a_label_that_a_precise_topic_holds_is_not_repeated() -> None:
    """The hierarchy stays, loose labels beside it go; a label of its own stays."""
    case = Case(number="x", topics=("Natuur en milieu | Water", "water", "Natuur en milieu", "Bodem"))
    assert wording.topics(case) == ["Natuur en milieu | Water", "Bodem"]
