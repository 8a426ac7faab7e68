"""What a case supplements, follows up and refers back to."""

from datetime import date

from navraag.linking.cases import link
from navraag.linking.chains import cited_in, supplemented_in
from navraag.records.cases import Relation
from navraag.records.text import Footnote
from tests.unit.linking.builders import answered, asked, member, paper, see

TOELICHTING = "Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen terzake van het lid Mulder, ingezonden 3 februari 2020 (vraagnummer 2020Z90002)."

CITATIONS = [
    # text, publications: why
    ("Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 9011", ("ah-tk-20192020-9011",)),  # the usual form, en dash
    ("Aanhangsel Handelingen II 2017/18, nr. 1696", ("ah-tk-20172018-1696",)),
    ("Aanhangsel van de Handelingen, vergaderjaar 2019-2020, nrs. 90, 91 en 92", ("ah-tk-20192020-90", "ah-tk-20192020-91", "ah-tk-20192020-92")),
    ("https://example.org/ah-tk-20192020-9011.html", ("ah-tk-20192020-9011",)),
    ("Handelingen, vergaderjaar 2019–2020, nr. 90", ()),  # the proceedings themselves
    ("Aanhangsel Handelingen, vergaderjaar 2019–2021, nr. 90", ()),  # no such session
    ("Aanhangsel" + " " * 50_000, ()),
]


def test_appendix_numbers_are_found_in_texts() -> None:
    """Every printed form gives publication names; what cannot be is left out."""
    for text, expected in CITATIONS:
        assert cited_in(text).publications == expected, text[:80]


def test_supplements_are_told_by_their_sentence() -> None:
    """A number counts as supplemented only after "aanvulling op … vragen"."""
    assert supplemented_in(TOELICHTING) == ("2020Z90002",)
    assert supplemented_in("In aanvulling op de maatregelen (2020Z90002)") == ()
    assert supplemented_in("Zie de vragen 2020Z90002") == ()


def test_a_case_knows_its_chain() -> None:
    """Supplement, follow-up and Zie ook become relations: to the case where it is known, else to what was cited."""
    note = Footnote(label="1", text="Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 9011")
    cases = link([
        paper(asked(publication="kv-tk-2020Z90001", closing=TOELICHTING, notes=(note,))),
        paper(answered(question_numbers=("2020Z90001",), publication="ah-tk-20192020-9021", see_also=(see(9020),))),
        paper(asked(publication="kv-tk-2019Z90009", askers=(member("Mulder"),))),
        paper(answered(question_numbers=("2019Z90009",), publication="ah-tk-20192020-9011", received_on=date(2020, 1, 6), askers=(member("Mulder"),))),
    ])
    case = next(case for case in cases if case.number == "2020Z90001")
    assert case.relations == (
        Relation(kind="supplements", target="2020Z90002"),
        Relation(kind="follows_up", target="2019Z90009"),
        Relation(kind="see_also", target="ah-tk-20192020-9020"),
    )
    assert next(case for case in cases if case.number == "2019Z90009").relations == ()


def test_a_case_never_points_at_itself() -> None:
    """Its own number or former name in its words is no relation."""
    case = link([paper(asked(publication="kv-tk-2020Z90001", closing="Deze vragen, 2020Z90001, zijn ingezonden."))])[0]
    assert case.relations == ()
