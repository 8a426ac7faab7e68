"""Search: what is found, marked, counted, narrowed, ordered, and offered instead."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navraag.store.reader import Registry, open_registry
from navraag.store.search.results import Results
from tests.unit.store.make import asker, office
from tests.unit.store.search.make import CASES, TODAY, fill_and_index, told

MANY = tuple(
    told(
        f"2018Z{number:05}", "Turf in de winter", [(f"Waar ligt turf {number}?", "In de schuur."), ("En waarom daar?", "Het is er droog.")],
        tabled=date(2018, 1, 1 + number % 28), on=date(2018, 3, 1), askers=(asker("Terpstra", "ABC"),), addressees=(office("Defensie"),),
    )
    for number in range(300, 340)
)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory):
    """The usual cases, and forty about turf."""
    home = tmp_path_factory.mktemp("search")
    fill_and_index(home, (*CASES, *MANY))
    with open_registry(home) as opened:
        yield opened


def ids(results: Results) -> list[str]:
    """The pairs of a page."""
    return [hit.id for hit in results.hits]


FINDS = [
    ("veerpont", {"2020Z00201/1", "2020Z00201/2"}, "a word"),
    ("veerponten uitstoten", {"2020Z00201/2"}, "other forms of words"),
    ("stikstofuitstoot", {"2020Z00201/2"}, "a compound finds its parts"),
    ("handel in mensen", {"2021Z00203/1"}, "parts find the compound"),
    ('"stikstof stoot"', {"2020Z00201/2"}, "words that follow each other"),
    ('"stoot stikstof"', set(), "and not the other way round"),
    ("stikst*", {"2020Z00201/2"}, "a beginning"),
    ("veerpont NIET stikstof", {"2020Z00201/1"}, "without"),
    ("stikstof OF mensenhandel", {"2020Z00201/2", "2021Z00203/1"}, "either"),
    ("veerpont NABIJ/5 stikstof", {"2020Z00201/2"}, "near"),
    ("in:antwoord brug", set(), "only in answers"),
    ("in:vraag brug", {"2020Z00202/1", "2020Z00202/2"}, "only in questions"),
    ("bode", {"2020Z00201/1"}, "a note"),
    ("oudewater", {"2020Z00201/1", "2020Z00201/2"}, "the subject"),
    ("sluizen", {"2019Z00204"}, "a case of which no questions are held"),
    ("van:Aksoy", {"2020Z00202/1", "2020Z00202/2"}, "the second asker"),
    ("van:van der Waal", {"2021Z00203/1"}, "a name with particles"),
    ("partij:ABC NIET turf", {"2020Z00202/1", "2020Z00202/2"}, "a party"),
    ("aan:financiën", {"2020Z00202/1", "2020Z00202/2"}, "a ministry"),
    ("aan:justitie", {"2021Z00203/1"}, "a former name of a ministry"),
    ("door:Hakvoort veerpont", {"2020Z00201/1", "2020Z00201/2"}, "who answered"),
    ("na:2021", {"2021Z00203/1"}, "from a year on"),
    ("na:2020-05-01 voor:2021", {"2020Z00202/1", "2020Z00202/2"}, "a period"),
    ("jaar:2021", {"2021Z00203/1"}, "a year"),
    ("dagen:>100", {"2020Z00202/1", "2020Z00202/2"}, "days taken"),
    ("status:open", {"2021Z00203/1"}, "still open"),
    ("status:te-laat-beantwoord brug", {"2020Z00202/1", "2020Z00202/2"}, "answered late"),
    ("is:antwoord brug", {"2020Z00202/1"}, "with an answer"),
    ("nr:2020Z00202", {"2020Z00202/1", "2020Z00202/2"}, "a number"),
    ("nr:2020z00202/2", {"2020Z00202/2"}, "a pair"),
    ("nr:ah-tk-20202021-0201", {"2020Z00201/1", "2020Z00201/2"}, "a publication"),
    ("2020Z00202", {"2020Z00202/1", "2020Z00202/2"}, "a number without a field"),
    ("thema:strafrecht", {"2021Z00203/1"}, "a topic"),
]


@pytest.mark.parametrize(("typed", "found", "why"), FINDS)
def test_what_is_found(registry: Registry, typed: str, found: set[str], why: str) -> None:
    """And the total says how many."""
    results = registry.search(typed, today=TODAY)

    assert (found, len(found), ()) == (set(ids(results)), results.total, results.notes), why


def test_a_hit_shows_what_was_found(registry: Registry) -> None:
    """In question, answer and subject apart, under the case."""
    (group,) = registry.search("stikstofuitstoot veerpont", today=TODAY).groups
    (hit,) = group.pairs

    assert ("2020Z00201", "2", "answered_in_time") == (group.case.number, hit.label, group.case.state)
    assert ["stikstof", "stoot", "veerpont"] == [piece.text for piece in hit.question.pieces if piece.marked] or hit.question.marked
    assert "De uitstoot van stikstof is vier ton per jaar." == hit.answer.plain
    assert ["veerpont"] == [piece.text for piece in group.subject.pieces if piece.marked]


def choices(results: Results, name: str) -> dict[str, int]:
    """The values of a facet with their counts."""
    return {choice.label: choice.count for facet in results.facets if facet.name == name for choice in facet.choices}


def test_facets_count_all_that_was_found(registry: Registry) -> None:
    """Not only the page."""
    results = registry.search("", today=TODAY, limit=1)

    assert {"2018": 80, "2019": 1, "2020": 4, "2021": 1} == choices(results, "year")
    assert {"ABC": 82, "NPV": 6} == choices(results, "party")
    assert {"Terpstra": 80, "Wiersma-Kok": 3, "De Boer": 2, "Aksoy": 2, "Van der Waal": 1} == choices(results, "member")
    assert 1 == choices(results, "state")["open"]
    assert results.total == sum(choices(results, "state").values())


def test_each_choice_leads_to_its_count(registry: Registry) -> None:
    """What a facet promises is what its search finds, when narrowing and when widening."""
    for typed in ("", "turf OF brug", "partij:ABC", "(partij:ABC OF partij:NPV) jaar:2020", 'veerp* "stikstof', "status:open"):
        for facet in registry.search(typed, today=TODAY).facets:
            for choice in facet.choices:
                then = registry.search(choice.query, today=TODAY)
                chosen = sum(other.chosen for other in facet.choices)
                if choice.chosen and chosen == 1:
                    assert then.total >= registry.search(typed, today=TODAY).total, (typed, choice)
                elif not chosen:
                    assert choice.count == then.total, (typed, choice)


def test_a_chosen_value_can_be_taken_off_or_joined(registry: Registry) -> None:
    """And the other values of its facet are counted as if it were not chosen."""
    results = registry.search("jaar:2020 partij:ABC", today=TODAY)
    parties = {choice.label: choice for facet in results.facets if facet.name == "party" for choice in facet.choices}

    assert (True, "jaar:2020") == (parties["ABC"].chosen, parties["ABC"].query)
    assert (False, 4, "jaar:2020 (partij:ABC OF partij:NPV)") == (parties["NPV"].chosen, parties["NPV"].count, parties["NPV"].query)
    assert 4 == registry.search(parties["NPV"].query, today=TODAY).total


ORDERS = [
    ("newest", ["2021Z00203", "2020Z00202", "2020Z00202", "2020Z00201", "2020Z00201", "2019Z00204"]),
    ("oldest", ["2019Z00204", "2020Z00201", "2020Z00201", "2020Z00202", "2020Z00202", "2021Z00203"]),
    ("last_answered", ["2020Z00202", "2020Z00202", "2020Z00201", "2020Z00201"]),
    ("first_answered", ["2020Z00201", "2020Z00201", "2020Z00202", "2020Z00202"]),
    ("longest", ["2020Z00202", "2020Z00202", "2020Z00201", "2020Z00201"]),
    ("shortest", ["2020Z00201", "2020Z00201", "2020Z00202", "2020Z00202"]),
]


@pytest.mark.parametrize(("order", "cases"), ORDERS)
def test_orders(registry: Registry, order: str, cases: list[str]) -> None:
    """What has no such day comes last; the pairs of a case stand in their own order."""
    found = ids(registry.search("NIET turf", today=TODAY, order=order))

    assert cases == [name.partition("/")[0] for name in found][:len(cases)]
    assert 6 == len(found)
    assert found.index("2020Z00202/1") < found.index("2020Z00202/2")


@pytest.mark.parametrize("order", ["relevance", "newest", "shortest"])
@pytest.mark.parametrize("typed", ["", "turf", "waarom OF schuur"])
def test_pages_go_on_to_the_end(registry: Registry, typed: str, order: str) -> None:
    """Every pair once, whatever the order, also where all are alike."""
    total = registry.search(typed, today=TODAY, limit=0).total
    seen = [name for at in range(0, total + 7, 7) for name in ids(registry.search(typed, today=TODAY, order=order, offset=at, limit=7, facets=False))]

    assert total == len(seen) == len(set(seen))


def test_all_that_was_found_can_be_had(registry: Registry) -> None:
    """With all words, the newest first."""
    found = list(registry.search.every("brug OF veerpont", today=TODAY))

    assert ["2020Z00202/1", "2020Z00202/2", "2020Z00201/1", "2020Z00201/2"] == [pair.id for pair in found]
    assert ("De Boer (ABC), Aksoy (NPV)", "Financiën", 120, "answered_late") == (found[0].askers, found[0].addressees, found[0].days, found[0].state)
    assert "Hakvoort (Waterstaat)" == found[0].answerers


def test_export_goes_on_beyond_one_reading(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bit by bit, none twice."""
    monkeypatch.setattr("navraag.store.search.search._AT_ONCE", 7)
    found = [pair.id for pair in registry.search.every("", today=TODAY)]

    assert registry.search("", today=TODAY).total == len(found) == len(set(found))


OFFERS = [
    ("Aksoy brug", "member", "Aksoy", "brug van:Aksoy"),
    ("van der waal", "member", "Van der Waal", 'van:"Van der Waal"'),
    ("financiën brug", "ministry", "Financiën", "brug aan:Financiën"),
    ("NPV brug", "party", "NPV", "brug partij:NPV"),
    ("strafrecht", "topic", "Recht | Strafrecht", 'thema:"Recht | Strafrecht"'),
    ("2020Z00202", "number", "2020Z00202", "nr:2020Z00202"),
    ("stiktsof veerpont", "spelling", "stikstof", "stikstof veerpont"),
    ("aksoi", "spelling", "aksoy", "aksoy"),
    ("mensenhandel turf", "any", "mensenhandel of turf", "(mensenhandel OF turf)"),
]


@pytest.mark.parametrize(("typed", "kind", "value", "query"), OFFERS)
def test_what_may_have_been_meant(registry: Registry, typed: str, kind: str, value: str, query: str) -> None:
    """A name, a number, another spelling: offered, with a search that finds something."""
    offers = {(offer.kind, offer.value, offer.query) for offer in registry.search(typed, today=TODAY).offers}

    assert (kind, value, query) in offers
    assert registry.search(query, today=TODAY).total


def test_plain_words_get_no_offers(registry: Registry) -> None:
    """Where nothing else can be meant."""
    assert () == registry.search("veerpont stikstof", today=TODAY).offers


READ_OTHERWISE = [
    ("van:Aksoi", "unknown_value", "aksoy", "van:aksoy"),
    ("status:onzin", "unknown_value", "open, te-laat", "status:onzin"),
    ("na:gisteren brug", "bad_date", "", "na:gisteren brug"),
    ("dagen:veel brug", "bad_number", "", "dagen:veel brug"),
    ("kleur:rood", "unknown_field", "rood", "kleur:rood"),
    ("van:Zzyzx", "unknown_value", "", "van:Zzyzx"),
]


@pytest.mark.parametrize(("typed", "code", "read_as", "text"), READ_OTHERWISE)
def test_mistakes_say_how_they_were_read(registry: Registry, typed: str, code: str, read_as: str, text: str) -> None:
    """The nearest sensible reading, and which."""
    results = registry.search(typed, today=TODAY)

    assert text == results.query.text
    assert [True] == [note.read_as.startswith(read_as) for note in results.notes if note.code == code]


def test_states_are_those_of_the_day(registry: Registry) -> None:
    """What is open in March is too late in May, and unknown once the sources say nothing."""
    may = date(2021, 5, 1)

    assert {"2021Z00203/1"} == set(ids(registry.search("status:open", today=TODAY)))
    assert 0 == registry.search("status:te-laat", today=TODAY).total
    assert "unknown" == registry.search("mensenhandel", today=may).groups[0].case.state


def test_names_are_completed(registry: Registry) -> None:
    """Members, parties, ministries and topics, by any word of them."""
    assert [("member", "Aksoy", 2, "van:Aksoy")] == [(one.kind, one.value, one.count, one.query) for one in registry.search.complete("aks")]
    assert "ministry" in {one.kind for one in registry.search.complete("veilig")}
    assert () == registry.search.complete("  ")


BAD = ["", "   ", "x" * 10_000, "dijk " * 2_000, '"', '"op', "NIET", "-", "*", "a*", "e* n* s*", "((((", ")", "veld:", ":", "::", "van:", "OF", "NABIJ/9", "\x00\ud800", "NIET NIET dijk",
       "(" * 500 + "a", "na:99999-99-99", "dagen:" + "9" * 30, "nr:/", "in:x", "in:vraag", 'thema:"', "status:", "~~~", "[a TO b]", "dijk^5", "%", "'; DROP TABLE case_row; --"]


@pytest.mark.parametrize("typed", BAD)
def test_nothing_typed_is_an_error(registry: Registry, typed: str) -> None:
    """Empty, endless, unbalanced, lone, unknown, everything."""
    results = registry.search(typed, today=TODAY)

    assert results.total >= len(results.hits)


FRAGMENTS = st.sampled_from([
    "dijk", "brug ", '"', "(", ")", "-", "NIET ", " OF ", " EN ", " NABIJ/3 ", "van:", "nr:", "aan:", "status:open ", "na:2020 ", "in:vraag ", "*", " ", "é", "8:42", "/", ".*", "[", "\\",
])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2_000, max_examples=60)
@given(typed=st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=25).map("".join)))
def test_whatever_is_typed_is_searched(registry: Registry, typed: str) -> None:
    """And each facet and offer leads to a search that is understood."""
    results = registry.search(typed, today=TODAY, limit=3)

    for query in {choice.query for facet in results.facets for choice in facet.choices[:2]} | {offer.query for offer in results.offers}:
        assert not {note.code for note in registry.search(query, today=TODAY, limit=0, facets=False).notes} & {"quote", "bracket", "lone_operator", "lone_not"}


def test_the_index_is_found_beside_the_registry(tmp_path: Path) -> None:
    """A search of another home sees only its own."""
    fill_and_index(tmp_path, CASES[:1])
    with open_registry(tmp_path) as other:
        assert 2 == other.search("", today=TODAY).total
