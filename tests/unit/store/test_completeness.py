"""Coverage by year: every difference between the sources has its reason."""

from datetime import date
from pathlib import Path

from navraag.pipeline.run import import_paths
from navraag.records.coverage import Gap, SourceCount, YearCount
from navraag.store.completeness import coverage, coverage_of
from navraag.store.coverage_facts import CaseCount, Facts
from navraag.store.reader import open_registry
from tests.unit.pipeline.make import around, collection, settings

WEDNESDAY, TUESDAY = date(2031, 3, 5), date(2031, 3, 4)


def case(number: str, tabled: date | None = WEDNESDAY, *, questions: int = 0, oral: bool = False) -> CaseCount:
    """A case with so many questions."""
    return CaseCount(
        number=number, year=tabled.year if tabled else None, tabled_on=tabled, oral=oral, questions=questions, answers=0, pairs=questions, notices=0,
    )


def reasons(found: Facts) -> dict[str, tuple[str, ...]]:
    """Examples by reason, all years together."""
    return {gap.reason: gap.examples for year in coverage_of(found).years for gap in year.gaps}


def test_an_imported_collection(tmp_path: Path) -> None:
    """What a folder with a list of ids amounts to."""
    import_paths([collection(tmp_path / "in")], settings(tmp_path / "home"), around())
    with open_registry(tmp_path / "home") as registry:
        found = coverage(registry)

    assert found.years[-1] == YearCount(
        year=2031, cases=6, worded=6, questions=12, answers=3, pairs=12, registered=6, published=8, both=6,
        sources=(SourceCount(source="folder", questions=6, answers=3),),
        gaps=found.years[-1].gaps,
    )
    assert found.known == 8
    assert found.worded == 6


def test_numbers_of_one_source_only() -> None:
    """Oral questions and mistyped numbers are no gaps; the rest is told apart by what is known."""
    registered = {"2031Z00010", "2031Z00020", "2031Z00030", "2031Z00040", "2009Z00010"}
    cases = (
        case("2031Z00010", questions=2), case("2031Z00020", TUESDAY), case("2031Z00030"), case("2031Z00040"), case("2009Z00010", date(2009, 2, 3)),
        case("2031Z00022", oral=True),
    )
    found = Facts(
        cases=cases, registered=frozenset(registered), worded=frozenset({"kv-tk-2031Z00010"}),
        published=frozenset({
            "kv-tk-2031Z00010", "kv-tk-2031Z00011", "kv-tk-2031Z00021", "kv-tk-2031Z00022", "kv-tk-2031Z0030", "kv-tk-2031Z00099", "kv-2080901230",
        }),
    )

    assert reasons(found) == {
        "oral": ("2031Z00022",),  # registered as oral
        "oral_likely": ("2031Z00021",),  # follows a number of a Tuesday
        "not_registered": ("2031Z00011", "2031Z00099"),  # follows a number of a Wednesday; lies after the register
        "mistyped": ("2031Z00030",),
        "not_published": ("2031Z00020", "2031Z00040"),
        "before_numbers": ("2009Z00010",),
    }
    line = coverage_of(found).years[-1]
    assert (line.registered, line.published, line.both, line.only_registered, line.only_published, line.corrected, line.oral) == (4, 5, 1, 3, 4, 1, 1)
    assert coverage_of(found).years[0].older == 1


def test_why_words_are_not_held() -> None:
    """As asking for the files went."""
    numbers = [f"2031Z0000{n}" for n in range(1, 7)]
    names = [f"kv-tk-{number}" for number in numbers]
    found = Facts(
        cases=tuple(map(case, numbers)), registered=frozenset(numbers), published=frozenset({*names, "ah-tk-20302031-1", "ah-tk-20302031-2"}),
        remote=dict(zip(names, ("wanted", "missing", "refused", "vanished", "held"), strict=False)), unreadable=frozenset({names[5]}),
        worded=frozenset({"ah-tk-20302031-2"}),
    )

    assert reasons(found) == {
        "not_fetched": (numbers[0],), "not_there": (numbers[1],), "refused": (numbers[2],), "vanished": (numbers[3],),
        "unreadable": (numbers[4], numbers[5]),
    } | {"not_fetched": reasons(found)["not_fetched"]}
    answers = [gap for year in coverage_of(found).years for gap in year.gaps if gap.what == "answers"]
    assert answers == [Gap(what="answers", reason="not_fetched", count=1, examples=("ah-tk-20302031-1",))]
    assert coverage_of(found).share == 0


def test_nothing_is_known() -> None:
    """An empty registry has no share."""
    assert coverage_of(Facts(cases=(), registered=frozenset())).share is None
