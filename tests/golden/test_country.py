"""The whole invented country through the ordinary pipeline: what the registry then holds is what the stories tell."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from navraag.enrichment.timeline import timeline
from navraag.pipeline.report import RunReport
from navraag.pipeline.run import Surroundings, import_paths
from navraag.records.cases import Case
from navraag.replica.sample_files import write_samples
from navraag.replica.sheets import sheets_of
from navraag.replica.story import SAMPLES_TODAY, StoryCase, StoryPaper, stories
from navraag.settings import Settings
from navraag.store.reader import Registry, open_registry

ANSWERS = {"answer": "first", "further": "further", "correction": "correction"}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RunReport]:
    """The folder of a registry of the samples, and the report of the import."""
    home = tmp_path_factory.mktemp("country")
    write_samples(home / "documents")
    around = Surroundings(now=lambda: datetime(2024, 6, 28, 12, tzinfo=UTC), processes=1)
    return home, import_paths([home / "documents"], Settings(home=home), around, kind="samples")


@pytest.fixture(scope="module")
def registry(imported: tuple[Path, RunReport]) -> Iterator[Registry]:
    """The registry, open for reading."""
    with open_registry(imported[0]) as opened:
        yield opened


@pytest.fixture(scope="module")
def cases(registry: Registry) -> dict[str, Case]:
    """Every case by its number."""
    return {case.number: case for case in registry.every_case()}


def number_of(case: StoryCase) -> str:
    """The number under which the registry keeps a case: Eerste Kamer questions have none but their publication."""
    return case.publication if case.chamber == "ek" else case.number


def papers_for(case: StoryCase) -> list[StoryPaper]:
    """The papers that follow a case, also those printed for another one."""
    also = [paper for other in stories() for paper in other.papers if case.number in paper.also]
    return sorted((*case.papers, *also), key=lambda paper: paper.on)


def state_of(case: StoryCase) -> str:
    """The state on the samples' day, reckoned here from the story alone."""
    papers = papers_for(case)
    answered = [paper.on for paper in papers if paper.kind in ANSWERS]
    noticed = any(paper.kind == "delay_notice" for paper in papers)
    if case.chamber == "ek" or case.oral:
        return "no_clock"
    if any(paper.kind == "withdrawal" for paper in papers):
        return "withdrawn"
    if answered:
        days = (answered[0] - case.tabled).days
        return "answered_in_time" if days <= 21 else "answered_in_extended_term" if noticed and days <= 42 else "answered_late"
    days = (SAMPLES_TODAY - case.tabled).days
    if days > 21 and not (noticed and days <= 42):
        return "overdue_six" if days > 42 else "overdue_three"
    return "open_noticed" if noticed else "open"


def test_every_file_is_read(imported: tuple[Path, RunReport]) -> None:
    """Nothing is skipped, nothing fails."""
    _, report = imported

    assert (report.failed, report.skipped, report.read) == ((), {}, report.files)


def test_the_cases_are_those_of_the_stories(cases: dict[str, Case]) -> None:
    """No case too many, none too few: every paper found the case that it belongs to."""
    assert set(cases) == {number_of(case) for case in stories()}


def test_the_clock_stands_still(registry: Registry) -> None:
    """A registry of samples knows that it is one, and its day."""
    assert (registry.kind, registry.samples_today) == ("samples", SAMPLES_TODAY)


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.number)
def test_case_holds_what_its_story_tells(story: StoryCase, cases: dict[str, Case]) -> None:
    """Who asked, when, what; and every paper with its kind and day."""
    case = cases[number_of(story)]
    papers = papers_for(story)

    assert case.tabled_on == story.tabled
    assert [(_without_initials(a.name), a.party) for a in case.askers] == [(a.name, a.party) for a in story.askers]
    assert [pair.question.label or str(pair.question.number) for pair in case.pairs] == [
        part.printed for part in story.questions.parts if part.numbers
    ]
    assert [(a.kind, a.received_on) for a in case.answers] == [(ANSWERS[p.kind], p.on) for p in papers if p.kind in ANSWERS]
    assert [n.announced_on for n in case.notices] == [p.on for p in papers if p.kind == "delay_notice"]
    assert (case.withdrawal.announced_on if case.withdrawal else None) == next(
        (p.on for p in papers if p.kind == "withdrawal"), None
    )
    assert (case.chamber, case.oral) == (story.chamber, story.oral)


def _without_initials(name: str | None) -> str:
    """A registration has initials before the name, a paper has not."""
    return re.sub(r"^[A-Z]\. ", "", name or "")


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.number)
def test_every_question_has_its_answers(story: StoryCase, cases: dict[str, Case]) -> None:
    """Each pair holds the words of each answer that covers its question, and no other."""
    case = cases[number_of(story)]
    told = {
        (part.printed if not part.printed.isdigit() else str(number), part.words.split("\n")[0].split(" |")[0])
        for paper in papers_for(story) for part in paper.answers.parts for number in part.numbers
        if len(part.numbers) == 1
    }
    found = {
        (pair.question.label or str(pair.question.number), given.answer.text.plain.split("\n")[0])
        for pair in case.pairs for given in pair.answers if not given.joint_with
    }

    assert {(label, "".join(words.split())) for label, words in found} == {(label, "".join(words.split())) for label, words in told}


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.number)
def test_state_on_the_samples_day(story: StoryCase, cases: dict[str, Case]) -> None:
    """The clock of each case, reckoned from the story alone."""
    assert timeline(cases[number_of(story)], SAMPLES_TODAY, known_until=SAMPLES_TODAY).state == state_of(story)


def test_lead_case_has_the_shape_it_must_have(cases: dict[str, Case]) -> None:
    """Ten questions with twenty sub-questions, notice on day 21, answer on day 105, note 2 in an answer."""
    case = cases["2022Z90001"]
    clock = timeline(case, SAMPLES_TODAY)
    asked = [pair.question.text.plain.count("?") for pair in case.pairs]
    marks = {pair.label: answer.answer.text.labels for pair in case.pairs for answer in pair.answers if answer.answer.text.labels}

    assert (len(case.pairs), sum(asked)) == (10, 20)
    assert (clock.notice_day, clock.notice_in_time, clock.days_taken) == (21, True, 105)
    assert case.pairs[0].question.text.labels == ("1",)
    assert marks == {"7": ("2",)}


def test_chains_between_cases(cases: dict[str, Case]) -> None:
    """A set that supplements another, and a set that follows up an answer, know which one."""
    by_appendix = {sheet.publication: case.number for case in stories() for sheet in sheets_of(case) if sheet.paper}
    for story in stories():
        relations = {(relation.kind, relation.target) for relation in cases[number_of(story)].relations}
        closing = next((part.words for part in story.questions.parts if part.printed == "closing"), "")
        if closing:
            assert ("supplements", closing.split("vraagnummer ")[1].rstrip(").")) in relations, story.number
        if "follow-up" in story.shows:
            cited = {number for name, number in by_appendix.items() if _cites(story, name)}
            assert not cited or cited & {target for kind, target in relations if kind == "follows_up"}, story.number


def _cites(story: StoryCase, publication: str) -> bool:
    _, _, year, number = publication.split("-") if publication.count("-") == 3 else ("", "", "00000000", "-")
    words = f"Aanhangsel Handelingen, vergaderjaar {year[:4]}-{year[4:]}, nr. {number}"
    return any(words in note for note in story.questions.notes.values())


def test_one_answer_for_two_sets(cases: dict[str, Case]) -> None:
    """The same answer paper stands under both cases."""
    first, second = cases["2024Z90216"], cases["2024Z90217"]

    assert first.answers[0].id == second.answers[0].id
    assert first.answers[0].received_on == date(2024, 3, 22)


def test_reprint_and_correction_are_versions(cases: dict[str, Case]) -> None:
    """Earlier words stay, shown as a difference."""
    for story in stories():
        corrected = any(paper.kind == "correction" for paper in story.papers)
        assert bool(cases[number_of(story)].versions) == bool(story.reprint or corrected), story.number


def test_mistyped_number_is_matched(cases: dict[str, Case]) -> None:
    """KOOP's mistyped id finds the Zaak that it means, and says so."""
    case = cases["2024Z90117"]

    assert case.questions is not None
    assert len(case.pairs) == 2
    assert any(problem.code == "linking.misshapen-number" for problem in case.problems)
