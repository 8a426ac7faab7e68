"""Precedents: ranked among candidates, explained, marked."""

from navraag.enrichment.precedents import precedents, ranked
from navraag.records.precedents import Candidate

QUESTION = "Waarom sluit de bibliotheek van Vennekerk op maandag?"


def candidate(pair: str, question: str, *answers: str, subject: str = "") -> Candidate:
    """An earlier pair."""
    case, _, label = pair.partition("/")
    return Candidate(pair=pair, case=case, label=label, subject=subject, question=question, answers=answers, tabled_on=None, answered_on=None)


HELD = (
    candidate("A/1", "Kent u de bibliotheek van Zandhorst?", "Ja, die bibliotheek ken ik."),
    candidate("A/2", "Wanneer is zij open?", "Elke dag behalve zondag."),
    candidate("B/1", "Waarom sluit de bibliotheek van Vennekerk maandag?", "De gemeente bepaalt de openingstijden."),
    candidate("C/1", "Hoeveel koeien lopen er in de wei?", "Twaalf koeien."),
)


def test_the_likest_comes_first_and_is_explained() -> None:
    """With the shared words, and the mark of a near-duplicate where it is one."""
    found = precedents(QUESTION, lambda _: HELD)

    assert "B/1" == found[0].candidate.pair
    assert found[0].near_duplicate
    assert {"bibliotheek", "Vennekerk", "maandag", "sluit"} == {one.word for one in found[0].shared}
    assert not any(one.near_duplicate for one in found[1:])
    assert "C/1" not in {one.candidate.pair for one in found}


def test_scores_are_shares_in_order() -> None:
    """Between nothing and one, falling."""
    scores = [one.score for one in ranked(QUESTION, HELD)]

    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] <= scores[0] <= 1


def test_never_of_the_own_case() -> None:
    """A question of a case that is held does not find itself."""
    assert "B" not in {one.candidate.case for one in precedents(QUESTION, lambda _: HELD, apart_from="B")}


def test_as_many_as_wanted() -> None:
    """The best ones."""
    assert ["B/1"] == [one.candidate.pair for one in precedents(QUESTION, lambda _: HELD, most=1)]


def test_a_joint_answer_is_one() -> None:
    """It stands under the question that is likest, and names the others."""
    joint = (candidate("D/1", "Hoe diep is de vaart?", "Vier meter."), candidate("D/2", "Hoe breed is de vaart bij Dorphuizen?", "Vier meter."))
    found = ranked("Hoe breed is de vaart bij Dorphuizen precies?", joint)

    assert [("D/2", ("1",))] == [(one.candidate.pair, one.same_answer) for one in found]


def test_pairs_without_an_answer_stay_apart() -> None:
    """Nothing is not the same answer."""
    assert 2 == len(ranked("Hoe diep is de vaart?", (candidate("D/1", "Hoe diep?"), candidate("D/2", "Hoe breed?"))))


def test_an_answer_is_raised_by_the_answers_around_it() -> None:
    """Of two answers with the same words the one among kindred answers comes first."""
    same = "Dat wordt onderzocht door het instituut."
    held = (
        candidate("E/1", "", same), candidate("E/2", "", "De sluis van Dorphuizen lekt al jaren."),
        candidate("F/1", "", same), candidate("F/2", "", "De koeien staan op stal."),
    )
    order = [one.candidate.pair for one in ranked("Lekt de sluis van Dorphuizen, en wordt dat onderzocht door een instituut?", held)]

    assert order.index("E/1") < order.index("F/1")


def test_formulas_find_nothing() -> None:
    """The question that ends every set has no precedent; the search is not even asked."""
    def never(_: str) -> tuple[Candidate, ...]:
        raise AssertionError

    assert () == precedents("Kunt u deze vragen afzonderlijk beantwoorden?", never)


def test_what_cannot_be_explained_is_not_shown() -> None:
    """Pieces may be shared where no word is."""
    alike = candidate("G/1", "Hoelang staan beleidsvoornemens?", "Voornemens bestaan.")

    assert () == precedents("Wat zijn benemende stoombeleggingen?", lambda _: (alike,))


def test_no_candidates() -> None:
    """No precedents."""
    assert () == precedents(QUESTION, lambda _: ())
