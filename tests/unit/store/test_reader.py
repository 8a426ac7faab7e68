"""Registry: look-ups, lists on any day, counts, facets, documents."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from navraag.documents.blobs import BlobStore
from navraag.enrichment.timeline import timeline
from navraag.errors import NotFoundError, StoreError
from navraag.records.cases import Spelling
from navraag.store.reader import Registry, open_registry
from navraag.store.views import ANSWERED_STATES, OPEN_STATES, CaseFilter, Facets, FacetValue
from tests.unit.store.make import NOON, SHA, answered, asker, case, document, fill, flaw, notice, office

TODAY = date(2020, 6, 1)
CASES = (
    case("2020Z00101", "Het coördinatieplan voor de dijken", askers=(asker("De Boer", "ABC"), asker("Aksoy", "NPV"))),
    case("2020Z00102", tabled=date(2020, 5, 25), addressees=(office("Financiën"), office("Waterstaat"))),
    answered("2020Z00103", date(2020, 5, 20), notices=(notice(date(2020, 3, 1)),), problems=(flaw(),), former_numbers=("kv-2070809999",)),
    answered("2020Z00104", date(2020, 2, 20), sha256=SHA),
    case("2019Z00105", tabled=date(2019, 12, 1), closed=True, topics=()),
    case("2020Z00106", chamber="ek"),
    case("2020Z00107", oral=True),
    case("ah-tk-20192020-9999", tabled=None, provisional=True, askers=()),
)


@pytest.fixture
def registry(tmp_path: Path):
    """The cases above, known to be complete up to 1 June 2020."""
    fill(tmp_path, CASES, known_until=TODAY).close()
    with open_registry(tmp_path) as opened:
        yield opened


def numbers(registry: Registry, **wanted) -> list[str]:
    """The numbers of a list."""
    today = wanted.pop("today", TODAY)
    return [row.number for row in registry.cases(CaseFilter(today=today, **wanted)).rows]


def test_a_case_comes_back_as_it_was(registry: Registry) -> None:
    """Every field of every case."""
    assert {one.number: one for one in CASES} == {one.number: registry.case(one.number) for one in CASES}
    assert sorted(CASES, key=lambda one: one.number) == list(registry.every_case())


LEADS_TO = [
    ("2020z00103", "a small z"),
    (" 2020Z 00103", "blanks"),
    ("kv-2070809999", "a former number"),
    ("kv-tk-2020Z00103", "the question's publication"),
    ("ah-tk-20192020-9103", "the answer's publication"),
]


@pytest.mark.parametrize(("asked", "why"), LEADS_TO)
def test_other_names_lead_to_the_case(registry: Registry, asked: str, why: str) -> None:
    """The number of what comes back tells where to redirect."""
    assert registry.case(asked).number == "2020Z00103", why


def test_a_number_not_held_names_the_nearest(registry: Registry) -> None:
    """So that a mistyped number is one click from the right one."""
    with pytest.raises(NotFoundError, match="'2020Z0010' is held; the nearest is 2020Z0010"):
        registry.case("2020Z0010")


LISTS = [
    ({"text": "COORDINATIEPLAN dijken"}, ["2020Z00101"], "capitals and accents do not matter, all words must stand"),
    ({"text": "z00102"}, ["2020Z00102"], "the number is searched too"),
    ({"text": "% _"}, [], "no wildcards"),
    ({"asker": "Aksoy"}, ["2020Z00101"], "any of the askers"),
    ({"party": "ABC"}, ["2020Z00101"], "any of the parties"),
    ({"ministry": "Financiën"}, ["2020Z00102"], "any of the addressees"),
    ({"year": 2019}, ["2019Z00105"], "the calendar year of tabling"),
    ({"chamber": "ek"}, ["2020Z00106"], "the Eerste Kamer"),
    ({"oral": True}, ["2020Z00107"], "oral questions"),
    ({"states": OPEN_STATES}, ["2020Z00102", "2020Z00101"], "open"),
    ({"states": ("overdue_six",)}, ["2020Z00101"], "overdue"),
    ({"states": ANSWERED_STATES, "order": "last_answered"}, ["2020Z00103", "2020Z00104"], "answered, the last first"),
    ({"states": ("unknown",)}, ["2019Z00105", "ah-tk-20192020-9999"], "closed without an answer; without a day"),
    ({"states": OPEN_STATES, "order": "longest_open"}, ["2020Z00101", "2020Z00102"], "the oldest first"),
    ({"year": 2020, "order": "oldest", "chamber": "tk", "oral": False},
     ["2020Z00101", "2020Z00103", "2020Z00104", "2020Z00102"], "by day, then by number"),
]


@pytest.mark.parametrize(("wanted", "expected", "why"), LISTS, ids=[why for *_, why in LISTS])
def test_lists(registry: Registry, wanted: dict, expected: list[str], why: str) -> None:
    """Each filter alone, and some together."""
    assert expected == numbers(registry, **wanted), why
    assert len(expected) == registry.cases(CaseFilter(today=TODAY, **wanted)).total


def test_states_are_those_of_the_day(registry: Registry) -> None:
    """On any day the list says what the timeline says, also past the day up to which the source is complete."""
    day = date(2019, 11, 1)
    while day < date(2020, 7, 1):
        rows = {row.number: row.state for row in registry.cases(CaseFilter(today=day), limit=100).rows}
        expected = {
            one.number: timeline(one, day, known_until=TODAY).state
            for one in CASES if one.tabled_on is None or one.tabled_on <= day
        }
        assert expected == rows, day
        day += timedelta(days=1)


def test_a_row_counts_its_days_up_to_the_answer_or_the_day(registry: Registry) -> None:
    """An answer that came after the day asked for is not there yet."""
    late = registry.cases(CaseFilter(today=TODAY, text="00103")).rows[0]
    before = registry.cases(CaseFilter(today=date(2020, 3, 10), text="00103")).rows[0]

    assert (late.days, late.answered_on, late.state) == (100, date(2020, 5, 20), "answered_late")
    assert (before.days, before.answered_on, before.state) == (29, None, "open_noticed")
    assert (late.question_count, late.answered_count, late.has_text) == (2, 1, True)
    assert late.askers == "Wiersma-Kok (NPV)"
    assert late.addressees == "Waterstaat"


def test_pages(registry: Registry) -> None:
    """Pages join without gap or overlap; beyond the end there is nothing."""
    wanted = CaseFilter(today=TODAY)
    pages = [registry.cases(wanted, offset=at, limit=3) for at in (0, 3, 6, 9)]

    assert [page.total for page in pages] == [8] * 4
    assert len({row.number for page in pages for row in page.rows}) == 8
    assert pages[-1].rows == ()


def test_recent(registry: Registry) -> None:
    """Last tabled and last answered, up to a day; no oral questions."""
    assert [row.number for row in registry.recent(TODAY, limit=2)] == ["2020Z00102", "2020Z00106"]
    assert [row.number for row in registry.recent(date(2020, 3, 1), what="answered")] == ["2020Z00104"]


def test_facets_count_within_the_list(registry: Registry) -> None:
    """A case with two askers of one party counts once."""
    facets = registry.facets(CaseFilter(today=TODAY, year=2020, chamber="tk", oral=False))

    assert facets.parties == (FacetValue(value="NPV", count=4), FacetValue(value="ABC", count=1))
    assert facets.years == (FacetValue(value="2020", count=4),)
    assert facets.ministries[0] == FacetValue(value="Waterstaat", count=4)
    assert {one.value: one.count for one in facets.states} == {
        "overdue_six": 1, "open": 1, "answered_late": 1, "answered_in_time": 1,
    }
    assert isinstance(facets, Facets)


def test_counts(registry: Registry) -> None:
    """The Eerste Kamer and oral questions are counted apart."""
    counts = registry.counts(TODAY)

    assert (counts.cases, counts.questions, counts.answers, counts.pairs, counts.notices) == (6, 4, 2, 4, 1)
    assert (counts.open, counts.overdue, counts.answered, counts.unknown) == (2, 1, 2, 2)
    assert (counts.eerste_kamer, counts.oral, counts.documents, counts.problems) == (1, 1, 2, 1)
    assert counts.last_import == NOON
    assert counts.known_until == TODAY == registry.known_until


def test_what_is_remembered_is_forgotten_when_the_registry_changes(tmp_path: Path) -> None:
    """A reader that stays open sees a later import."""
    writer = fill(tmp_path, CASES[:1])
    with open_registry(tmp_path) as registry:
        assert registry.counts(TODAY).cases == 1
        document(writer, SHA, problems=(flaw("xml.unknown-element"),))
        assert registry.counts(TODAY).problems == 1
        writer.replace_with(fill(tmp_path / "other", CASES).file)
        assert registry.counts(TODAY).cases == 6
    writer.close()


def test_documents(tmp_path: Path) -> None:
    """A document comes with its bytes, provenance and cases; a damaged one says so."""
    fill(tmp_path, CASES, known_until=TODAY).close()
    blobs = BlobStore(tmp_path / "blobs")
    sha256 = next(blobs.names())
    with open_registry(tmp_path) as registry:
        held = registry.document(sha256)
        assert held.data == b"<kamervragen/>"
        assert (held.layout, held.kind, held.document.source_id) == ("tk_entities", "Registration", f"map/{sha256[:4]}.xml")
        assert held.retrievals[0].retrieved_at == NOON
        assert [one.kind for one in registry.documents_of("2020Z00001")] == ["registration"]
        assert [(one.kind, one.document.sha256) for one in registry.documents_of("2020Z00103")] == [("answers", SHA), ("questions", SHA)]
        with pytest.raises(NotFoundError):
            registry.document("0" * 64)
        blobs.path(sha256).write_bytes(b"x")
        with pytest.raises(StoreError, match="damaged"):
            registry.document(sha256)


def test_problems(registry: Registry) -> None:
    """By kind, with the case."""
    assert [(one.code, one.count) for one in registry.problem_counts()] == [("pairing.answer-missing", 1)]
    assert [one.case for one in registry.problems("pairing.answer-missing")] == ["2020Z00103"]
    assert registry.problems("other") == ()


def test_samples_have_a_clock_that_stands_still(tmp_path: Path) -> None:
    """Their day is the last one known; real cases have none."""
    fill(tmp_path / "s", CASES[:1], known_until=TODAY, kind="samples").close()
    fill(tmp_path / "r", CASES[:1], known_until=TODAY).close()
    with open_registry(tmp_path / "s") as samples, open_registry(tmp_path / "r" / "registry.sqlite3") as real:
        assert (samples.kind, samples.samples_today) == ("samples", TODAY)
        assert (real.kind, real.samples_today) == ("real", None)


def test_spellings_of_the_subject_are_all_found(tmp_path: Path) -> None:
    """The one shown is not the only one."""
    twice = replace(CASES[0], subjects=(Spelling(text="Het kooldioxideplan", where="answer"),))
    fill(tmp_path, [twice]).close()
    with open_registry(tmp_path) as registry:
        assert numbers(registry, text="kooldioxideplan") == ["2020Z00101"]
        assert numbers(registry, text="dijken") == ["2020Z00101"]
