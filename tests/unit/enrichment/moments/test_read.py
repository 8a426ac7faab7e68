"""Time expressions of our own, read on one day; the annotated vectors are measured by tests/real."""

from datetime import date

import pytest

from navraag.enrichment.moments import read_moment

NOVEMBER, MAY = date(2024, 11, 19), date(2020, 5, 25)
OPEN = None
READINGS = [
    # one and a half, the first months, and without delay
    ("binnen anderhalf jaar", NOVEMBER, "by", NOVEMBER, date(2026, 5, 19)),
    ("binnen anderhalve maand", NOVEMBER, "by", NOVEMBER, date(2024, 12, 31)),
    ("in de eerste maanden van 2025", NOVEMBER, "in", date(2025, 1, 1), date(2025, 3, 31)),
    ("op een zo kort mogelijke termijn", NOVEMBER, "vague", NOVEMBER, None),
    ("per direct", NOVEMBER, "vague", NOVEMBER, None),
    # by: the latest day binds
    ("uiterlijk 3 maart", NOVEMBER, "by", NOVEMBER, date(2025, 3, 3)),
    ("uiterlijk eind dit jaar", NOVEMBER, "by", NOVEMBER, date(2024, 12, 31)),
    ("voor 1 december a.s.", NOVEMBER, "by", NOVEMBER, date(2024, 11, 30)),
    ("voor eind maart", NOVEMBER, "by", NOVEMBER, date(2025, 3, 31)),
    ("voor medio 2025", NOVEMBER, "by", NOVEMBER, date(2025, 4, 30)),
    ("voor het einde van dit kwartaal", NOVEMBER, "by", NOVEMBER, date(2024, 12, 31)),
    ("voor de zomer van 2025", NOVEMBER, "by", NOVEMBER, date(2025, 7, 3)),  # its recess, not its season
    ("voor het voorjaar", NOVEMBER, "by", NOVEMBER, date(2025, 2, 28)),  # the season: no recess is named
    ("voor Prinsjesdag", NOVEMBER, "by", NOVEMBER, date(2025, 9, 15)),
    ("tot en met 2026", NOVEMBER, "by", NOVEMBER, date(2026, 12, 31)),
    ("de komende drie maanden", NOVEMBER, "by", NOVEMBER, date(2025, 2, 19)),
    ("binnen een half jaar", NOVEMBER, "by", NOVEMBER, date(2025, 5, 19)),
    ("voor het plenaire debat", NOVEMBER, "by", NOVEMBER, OPEN),  # an event without a day
    # in: a window, from the anchor on where it has begun
    ("dit kwartaal", NOVEMBER, "in", NOVEMBER, date(2024, 12, 31)),
    ("begin volgende maand", NOVEMBER, "in", date(2024, 12, 1), date(2024, 12, 10)),
    ("eind Q1", NOVEMBER, "in", date(2025, 3, 2), date(2025, 3, 31)),
    ("tussen 1 december en 1 februari", NOVEMBER, "in", date(2024, 12, 1), date(2025, 2, 1)),
    ("april/mei 2025", NOVEMBER, "in", date(2025, 4, 1), date(2025, 5, 31)),
    ("eind 2025 of begin 2026", NOVEMBER, "in", date(2025, 10, 1), date(2026, 3, 31)),
    ("aan het eind van 2025", NOVEMBER, "in", date(2025, 10, 1), date(2025, 12, 31)),
    ("dit voorjaar", MAY, "in", MAY, date(2020, 5, 31)),
    ("deze winter", date(2025, 1, 10), "in", date(2025, 1, 10), date(2025, 2, 28)),
    ("vrijdag 6 december", NOVEMBER, "in", date(2024, 12, 6), date(2024, 12, 6)),
    ("komend schooljaar", NOVEMBER, "in", date(2025, 8, 1), date(2026, 7, 31)),
    # from and after
    ("vanaf volgend jaar", NOVEMBER, "from", date(2025, 1, 1), OPEN),
    ("per 1 januari", NOVEMBER, "from", date(2025, 1, 1), date(2025, 1, 1)),
    ("kort na de zomer", MAY, "after", date(2020, 9, 1), date(2020, 9, 29)),
    ("na 1 januari 2025", NOVEMBER, "after", date(2025, 1, 2), OPEN),
    ("na de evaluatie", NOVEMBER, "after", NOVEMBER, OPEN),
    # vague: a nominal end, or none
    ("op zeer korte termijn", NOVEMBER, "vague", NOVEMBER, date(2025, 2, 19)),
    ("over enkele weken", NOVEMBER, "vague", NOVEMBER, date(2024, 12, 31)),
    ("op de kortst mogelijke termijn", NOVEMBER, "vague", NOVEMBER, OPEN),
    # past
    ("afgelopen zomer", NOVEMBER, "past", date(2024, 6, 1), date(2024, 8, 31)),
    ("in oktober 2024", NOVEMBER, "past", date(2024, 10, 1), date(2024, 10, 31)),
]


@pytest.mark.parametrize(("words", "anchor", "kind", "earliest", "latest"), READINGS)
def test_expressions(words: str, anchor: date, kind: str, earliest: date | None, latest: date | None) -> None:
    """Each expression gives its kind and its interval."""
    moment = read_moment(words, anchor)

    assert moment is not None
    assert (kind, earliest, latest) == (moment.kind, moment.earliest, moment.latest)


@pytest.mark.parametrize("words", ["", "de motie", "30 februari", "week 60", "vraag 3", "a" * 500])
def test_no_time_is_no_moment(words: str) -> None:
    """Words that name no time, or a day that does not exist, give None."""
    assert read_moment(words, NOVEMBER) is None


def test_estimated_recesses_are_flagged() -> None:
    """A recess that stands in no table is estimated, and said to be."""
    known, estimated = read_moment("voor het zomerreces", date(2024, 6, 1)), read_moment("voor het zomerreces", date(2031, 5, 1))

    assert known is not None
    assert not known.estimated
    assert estimated is not None
    assert estimated.estimated


@pytest.mark.parametrize("anchor", [date(1901, 1, 1), date(2190, 12, 31), date(2024, 2, 29)])
def test_any_anchor_is_read(anchor: date) -> None:
    """Far or odd anchor dates raise nothing."""
    for words, *_ in READINGS:
        read_moment(words, anchor)
