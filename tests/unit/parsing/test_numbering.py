"""Numbers and headings, in every form in which papers print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navraag.parsing.numbering import read_heading, read_numbers


@pytest.mark.parametrize(
    ("line", "kind", "numbers", "rest"),
    [
        ("Vraag 3", "question", (3,), ""),
        ("Vraag 3:", "question", (3,), ""),
        ("Antwoord op de vragen 3 t/m 5 en 7", "answer", (3, 4, 5, 7), ""),
        ("Antwoord", "answer", (), ""),
        ("Antwoord: Ja.", "answer", (), "Ja."),
        ("3.", "question", (3,), ""),
        ("1", "question", (1,), ""),
        ("Vragen 1, 2 en vraag 3", "question", (1, 2, 3), ""),
        ("Antwoord 1 en vraag 2", "answer", (1, 2), ""),
        ("4-7", "question", (4, 5, 6, 7), ""),
        ("1 & 2", "question", (1, 2), ""),
        ("Antwoord vraag 4-7:", "answer", (4, 5, 6, 7), ""),
        ("Antwoord vragen 1,2,3,4 en 5", "answer", (1, 2, 3, 4, 5), ""),
        ("Antwoord 2 tot en met 4", "answer", (2, 3, 4), ""),
        ("Vraag 16, 17, 18 en 19", "question", (16, 17, 18, 19), ""),
        ("Vraag 1 en 4", "question", (1, 4), ""),
        ("Vraag 4 7 8", "question", (4, 7, 8), ""),
        ("VRAAG 1 EN 2", "question", (1, 2), ""),
        ("Vraag 5 Bent u bereid?", "question", (5,), "Bent u bereid?"),
        ("Antwoord 5 Op 1 juli komt er een plan.", "answer", (5,), "Op 1 juli komt er een plan."),
        ("1. Kent u het bericht?", "question", (1,), "Kent u het bericht?"),
        ("2) Kent u het bericht?", "question", (2,), "Kent u het bericht?"),
        ("1.Kent u het bericht?", "question", (1,), "Kent u het bericht?"),
        ("Vraag\xa02", "question", (2,), ""),
    ],
)
def test_headings(line: str, kind: str, numbers: tuple[int, ...], rest: str) -> None:
    """Kind, numbers and what follows on the line."""
    heading = read_heading(line)

    assert heading is not None
    assert (kind, numbers, rest) == (heading.kind, heading.numbers, heading.rest)


@pytest.mark.parametrize(
    "line",
    [
        "Antwoord van minister Proefman (Financiën) (ontvangen 3 mei 2024)",
        "Antwoorden van de Minister",
        "Vragen van het lid Testman (VPX) aan de Minister",
        "Vraag 5 gaat over iets anders.",
        "Antwoord op vraag 3 is ja.",
        "10.000 mensen",
        "21 oktober 2024",
        "2023",
        "12 deksels",
        "Vraag 3 10 jaar geleden",
        "Zie vraag 3",
        "",
    ],
)
def test_no_headings(line: str) -> None:
    """Sentences and titles that begin as headings do."""
    assert read_heading(line) is None


def test_letters_are_labels() -> None:
    """3a and 3b are both question 3, told apart by their labels."""
    heading = read_heading("Antwoord op vraag 3a en 3b")

    assert heading is not None
    assert ((3, 3), ("3a", "3b")) == (heading.numbers, heading.labels)


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("3", (3,)), ("2 3", (2, 3)), ("4 7 8", (4, 7, 8)), ("1 1", (1,)), ("13 12 14 13", (13, 12, 14)), ("", ()),
        ("Vraag 3 t/m 5", (3, 4, 5)), ("2-4", (2, 3, 4)), ("3a", (3,)), ("vragen 29 en 30, herhaal ik", (29, 30)),
        ("5 t/m 3", (5, 3)), ("1 t/m 2009", (1, 2009)),
    ],
)
def test_numbers(printed: str, numbers: tuple[int, ...]) -> None:
    """Labels as they occur in real answers; a range that cannot be one is two numbers."""
    assert numbers == read_numbers(printed)


def test_a_long_line_keeps_all_its_words() -> None:
    """What follows a heading is whole, however long."""
    words = "Kent u " + "dit bericht en " * 400 + "dat?"
    heading = read_heading(f"1. {words}")

    assert heading is not None
    assert words == heading.rest


@given(st.lists(st.integers(1, 99), min_size=1, max_size=8, unique=True))
def test_printed_lists_are_read_back(numbers: list[int]) -> None:
    """Numbers → "Antwoord 1, 4 en 7" → the same numbers."""
    printed = ", ".join(map(str, numbers[:-1])) + (" en " if numbers[:-1] else "") + str(numbers[-1])
    heading = read_heading(f"Antwoord {printed}")

    assert heading is not None
    assert tuple(numbers) == heading.numbers == read_numbers(printed)


@given(st.text(max_size=80))
def test_any_line_is_survived(line: str) -> None:
    """No line breaks the reader, and a heading's rest is a part of the line."""
    heading = read_heading(line)

    assert heading is None or heading.rest in line.replace("\xa0", " ")
