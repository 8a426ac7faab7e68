"""No text can stall a rule: every pattern, and every finder, gets the worst case of its own words; time grows with length only."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from navraag.enrichment.answer_status import statuses
from navraag.enrichment.commitments import find_commitments
from navraag.enrichment.data_gaps import find_data_gaps
from navraag.enrichment.figures import find_figures
from navraag.enrichment.names import find_names
from navraag.enrichment.outlets import find_outlets
from navraag.enrichment.references import find_references
from navraag.enrichment.references.noted import find_noted
from navraag.enrichment.referrals import find_referrals
from navraag.enrichment.refusals import find_refusals
from navraag.enrichment.sentences import sentences
from tests.unit.enrichment import worst

ALL = list(worst.patterns())
FINDERS: dict[str, Callable[[str], object]] = {
    "commitments": lambda text: list(find_commitments(text, date(2024, 11, 19))),
    "data gaps": lambda text: list(find_data_gaps(text)),
    "refusals": lambda text: list(find_refusals(text)),
    "referrals": lambda text: list(find_referrals(text)),
    "references": lambda text: list(find_references(text)),
    "notes": lambda text: list(find_noted(text, [(at, "1", "Kamerstuk 91 638, nr. 1") for at in range(200, min(len(text), 4000), 200)])),
    "statuses": lambda text: statuses(text, text, numbers=(1,), anchor=date(2024, 11, 19)),
    "figures": lambda text: list(find_figures(text)),
    "names": lambda text: list(find_names(text, {})),
    "outlets": lambda text: list(find_outlets(text, note=True)),
}
LONG = "Ik zal uw Kamer voor de zomer informeren over de ponten, de sluizen en de bruggen die niet zijn geregistreerd, "
TRIGGERS = (
    "zal", "zullen", "niet", "geen", "ga ik", "gaat", "vraag 1", "zie antwoord", "artikel 1", "Kamerstuk 91 638", "nr. 1", "verwacht", "streef", "voornemens", "informeer", "uw Kamer", "ontvangt", "bekend", "cijfers",
    "is aan de", "terug", "1 mei 2025", "voorjaar", "motie", "Aanhangsel Handelingen", "www.", "a/", "«", "(", "dat", "en", "en zal", "zal het", "wet", "Wet op de", "die wet", ",", "-", "1", "ja, ", "?", "Zo ja, ",
)


def run(name: str, pattern: re.Pattern[str]) -> Callable[[str], object]:
    """As the pattern is used: over a whole expression, at the beginning of a clause, or through a text."""
    if name.startswith(worst.BEGINNING):
        return pattern.match
    if name.split(":", 1)[0] in worst.WHOLE:
        return pattern.fullmatch
    return lambda text: sum(1 for _ in pattern.finditer(text))


def hardest(name: str, pattern: re.Pattern[str], size: int) -> tuple[str, int]:
    """The word, and which way of repeating it, that takes the pattern longest."""
    tried = ((worst.taken(run(name, pattern), text), word, way) for word in worst.words(pattern) for way, text in enumerate(worst.texts(word, size)))
    _, word, way = max(tried)
    return word, way


def growth(work: Callable[[str], object], word: str, way: int, sizes: tuple[int, int]) -> tuple[float, float]:
    """By how much time grows from one size to the other, the best of two runs each; and the time for the greater one."""
    small, great = (min(worst.taken(work, list(worst.texts(word, size))[way]) for _ in range(2)) for size in sizes)
    return great / max(small, 1e-4), great


def test_all_patterns_are_collected() -> None:
    """Those of modules and those in tables."""
    assert len(ALL) > 100


@pytest.mark.parametrize(("name", "pattern"), ALL, ids=[name for name, _ in ALL])
def test_a_pattern_takes_time_in_step_with_length(name: str, pattern: re.Pattern[str]) -> None:
    """Four times the length takes at most ten times as long (a square would take sixteen), where it takes time at all."""
    word, way = hardest(name, pattern, 500)
    grown, seconds = growth(run(name, pattern), word, way, (4_000, 16_000))
    assert seconds < 0.15 or grown < 10, f"{word!r} takes {seconds:.3f} s for 16 kB"
    assert seconds < 2, f"{word!r} takes {seconds:.3f} s for 16 kB"


@pytest.mark.slow
@pytest.mark.parametrize(("name", "pattern"), ALL, ids=[name for name, _ in ALL])
def test_a_pattern_bears_a_megabyte_of_its_worst_case(name: str, pattern: re.Pattern[str]) -> None:
    """Bounded time for a million letters; patterns of expressions get the 300 letters that they are ever given."""
    word, way = hardest(name, pattern, 500)
    size = 300 if name.split(":", 1)[0] in worst.WHOLE else 1_000_000
    assert worst.taken(run(name, pattern), list(worst.texts(word, size))[way]) < 30


@pytest.mark.parametrize("finder", FINDERS)
def test_a_finder_takes_time_in_step_with_length(finder: str) -> None:
    """Each trigger over and over, with and without blanks."""
    work = FINDERS[finder]
    for word in TRIGGERS:
        for way in range(3):
            sentences.cache_clear()
            grown, seconds = growth(work, word, way, (1_000, 4_000))
            assert seconds < 0.3 or grown < 10, f"{word!r} takes {seconds:.3f} s for 4 kB"


@pytest.mark.slow
@pytest.mark.parametrize("finder", FINDERS)
def test_a_finder_bears_a_megabyte_of_any_trigger(finder: str) -> None:
    """One million letters of the word that is worst for it."""
    work = FINDERS[finder]
    tried = ((worst.taken(work, text), word, way) for word in TRIGGERS for way, text in enumerate(worst.texts(word, 8000)))
    _, word, way = max(tried)
    assert worst.taken(work, list(worst.texts(word, 1_000_000))[way]) < 60, word


@pytest.mark.slow
@pytest.mark.parametrize("finder", FINDERS)
def test_a_finder_bears_one_paragraph_of_two_megabytes(finder: str) -> None:
    """Without an end of a sentence."""
    assert worst.taken(FINDERS[finder], (LONG * (2_000_000 // len(LONG) + 1))[:2_000_000]) < 60
