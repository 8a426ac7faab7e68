"""Marks that a page glued to the words become anchors; figures stay figures."""

import pytest

from navraag.parsing.openkamer.page_topics import split_topics
from navraag.parsing.printed.glued_marks import anchored

LINES = [
    ("Kent u «De Bel»?1", "Kent u «De Bel»?", ("1",)),
    ("In «De Bel»2 staat het.", "In «De Bel» staat het.", ("2",)),
    ("Kent u dit?1 2 Wat nu?", "Kent u dit? Wat nu?", ("1", "2")),
    ("Kent u dit?1, 2", "Kent u dit?", ("1", "2")),
    ("Er zijn 911 bellen.", "Er zijn 911 bellen.", ()),
    ("CO2 en PM10 zijn geen noten.", "CO2 en PM10 zijn geen noten.", ()),
    ("Dat is 3.4 op de schaal.", "Dat is 3.4 op de schaal.", ()),
    ("Het stond er.3", "Het stond er.", ("3",)),
]


@pytest.mark.parametrize(("line", "text", "labels"), LINES)
def test_marks_behind_a_closing_sign(line: str, text: str, labels: tuple[str, ...]) -> None:
    """Only there are digits surely a mark."""
    found = anchored([line])

    assert (text, labels) == (found.plain, found.labels)


TOPICS = [
    ("openbare orde en veiligheid organisatie en beleid", ("Openbare orde en veiligheid", "Organisatie en beleid")),
    ("natuur en milieu, organisatie en beleid", ("Natuur en milieu", "Organisatie en beleid")),
    ("economie bellen en ringen recht", ("Economie", "bellen en ringen", "Recht")),                # an unknown topic stays together
    ("", ()),
]


@pytest.mark.parametrize(("printed", "expected"), TOPICS)
def test_topics_are_told_apart_by_the_list(printed: str, expected: tuple[str, ...]) -> None:
    """The page prints them without borders and without capitals."""
    assert expected == split_topics(printed)
