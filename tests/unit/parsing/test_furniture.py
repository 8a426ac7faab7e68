"""Heads and feet of pages."""

import pytest

from navraag.parsing.furniture import ends_page, read_furniture


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Tweede Kamer der Staten-Generaal2", ["running_head"]),
        ("Vergaderjaar 2018–2019 Vragen gesteld door de leden der Kamer", ["running_head"]),
        ("Vergaderjaar 2018-2019 Aanhangsel van de Handelingen", ["running_head"]),
        ("Vragen gesteld door de leden der Kamer, met de daarop door de", ["running_head"]),
        ("regering gegeven antwoorden", ["running_head"]),
        ("ah-tk-20182019-9001", ["publication_id"]),
        ("kv-tk-2019Z90001", ["publication_id"]),
        ("KVR90001", ["publication_id"]),
        ("ISSN 0921 - 7398’s-Gravenhage 2018Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel 1", ["issn", "foot", "running_head", "page_number"]),
        ("’s-Gravenhage 2018 Tweede Kamer, vergaderjaar 2018–2019, Vragen", ["foot", "running_head"]),
    ],
)
def test_furniture(line: str, kinds: list[str]) -> None:
    """Every part of the line is named, and together they are the line."""
    parts = read_furniture(line)

    assert kinds == [part.kind for part in parts]
    assert "".join(line.split()) == "".join("".join(part.text.split()) for part in parts)


@pytest.mark.parametrize(
    "line",
    ["", "Vraag 1", "12", "De Tweede Kamer, vergaderjaar 2018–2019, vroeg dit.", "Tweede Kamer, vergaderjaar 2018–2019, 31 066, nr. 5 en meer", "Aanhangsel van de Handelingen, nr. 5"],
)
def test_content(line: str) -> None:
    """A line with any other word is content; a bare number is for others to judge."""
    assert () == read_furniture(line)


def test_the_foot_ends_the_page() -> None:
    """Only "Tweede Kamer, vergaderjaar" stands at the foot of every page."""
    assert ends_page(read_furniture("Tweede Kamer, vergaderjaar 2018–2019, Vragen 2"))
    assert not ends_page(read_furniture("Tweede Kamer der Staten-Generaal2"))
