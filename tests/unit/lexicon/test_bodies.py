"""Tables of organisations and places: each spelling means one thing, each row says where it is from."""

from collections import Counter

from navraag.lexicon.bodies import is_place, organisations, party_abbreviations, places
from navraag.lexicon.measured import measures, share


def test_no_spelling_means_two_organisations() -> None:
    """Else the first would win by chance."""
    counts = Counter(spelling for row in organisations() for spelling in dict.fromkeys((row.name, *row.abbreviations, *row.spellings)))

    assert {spelling for spelling, count in counts.items() if count > 1} == set()
    assert not {name for row in organisations() for name in row.abbreviations} & party_abbreviations()


def test_places_are_known_by_kind() -> None:
    """Twelve provinces, ten units of the police, the municipalities of 2025."""
    counts = Counter(row.kind for row in places())

    assert (counts["province"], counts["police_unit"], counts["island"]) == (12, 10, 6)
    assert counts["municipality"] > 335
    assert is_place("Zwolle")
    assert is_place("Utrecht (provincie)")
    assert not is_place("Rijkswaterstaat")


def test_measures_are_counts() -> None:
    """A share lies in its interval, and of nothing there is none."""
    for one in measures():
        assert one.right <= one.given
        assert one.found <= one.wanted
        assert one.annotators >= 1
    assert share(0, 0) is None
    half = share(5, 10)
    assert half
    assert 0.2 < half.low < half.value < half.high < 0.8
