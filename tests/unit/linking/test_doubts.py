"""Cases that may be one, told and never joined."""

from navraag.linking.doubts import doubt, near_of
from navraag.records.cases import Case, CaseQuestions, Spelling
from navraag.records.evidence import Problem
from tests.unit.linking.builders import TABLED, member


def case(number: str, *subjects: str, paper: bool = False, askers: tuple[str, ...] = ("Mulder",)) -> Case:
    """A case of 10 February 2020."""
    questions = CaseQuestions(title="", publication=f"kv-tk-{number}") if paper else None
    return Case(
        number=number, tabled_on=TABLED, askers=tuple(member(name) for name in askers), questions=questions,
        subjects=tuple(Spelling(text=text, where="answer") for text in subjects),
    )


def doubts(cases: list[Case]) -> dict[str, Problem]:
    """The doubts about each case among all, by number."""
    near = [one for given in cases if (one := near_of(given))]
    return {one.number: found for one in near if one.doubtful and (found := doubt(one, [other for other in near if other.key == one.key]))}


OTHER = case("2020Z90001", "het artikel «Veerpont Oudezijl ligt stil»")
DOUBTS = [
    # case, the others, is the first a candidate, words of the reason: why
    (case("ah-tk-20192020-9002", "de veerpont van Oudezijl"), [OTHER], "niet geheel"),  # a telling word in common
    (case("ah-tk-20192020-9002", "het artikel «Sluis te smal»"), [OTHER], None),  # only "artikel" in common
    (case("ah-tk-20192020-9002"), [OTHER], "niet geheel"),  # no subject at all
    (case("ah-tk-20192020-9002", "de veerpont van Oudezijl", askers=("Terpstra",)), [OTHER], None),  # other askers
    (case("ah-tk-20192020-9002", "het artikel Veerpont Oudezijl ligt stil"), [OTHER, case("2020Z90002", "het artikel Veerpont Oudezijl ligt stil")], "meer dan één"),
    (case("2020Z90003", "de veerpont van Oudezijl"), [OTHER], None),  # its number is known
    (case("kv-2070890010", "de veerpont van Oudezijl", paper=True), [OTHER], "niet geheel"),  # a registration without a paper
    (case("kv-2070890010", "de veerpont van Oudezijl", paper=True), [case("2020Z90001", "de veerpont", paper=True)], None),  # two papers are two sets
]


def test_candidates_share_day_askers_and_a_word() -> None:
    """Named in one note; nothing where nothing fits."""
    for one, others, reason in DOUBTS:
        found = doubts([one, *others])
        assert (one.number in found) == (reason is not None), (one.number, one.subjects)
        if reason:
            assert reason in found[one.number].message
            assert "2020Z90001" in found[one.number].message
            assert found[one.number].severity == "note"


def test_two_provisional_cases_name_each_other() -> None:
    """An answer and a notice whose subjects are spelled apart."""
    found = doubts([case("ah-tk-20192020-9001", "de veerpont"), case("ah-tk-20192020-9002", "veerpont in nood")])
    assert set(found) == {"ah-tk-20192020-9001", "ah-tk-20192020-9002"}
