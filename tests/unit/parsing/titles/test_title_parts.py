"""A title block cut into its parts."""

import pytest

from navraag.parsing.titles.title_parts import TitleParts, cut, tidy

Q = "Vragen van het lid Kok (ABC) aan de Minister van Defensie over bruggen (ingezonden 3 mei 2024)."
A = "Antwoord van Minister Vos (Defensie) (ontvangen 4 juni 2024)."
PARTS = [
    (Q, ("", Q, ""), "", "a question alone"),
    (A, ("", "", "Minister Vos (Defensie) (ontvangen 4 juni 2024)."), "answer", "an answer alone"),
    (f"{Q} {A}", ("", f"{Q} ", "Minister Vos (Defensie) (ontvangen 4 juni 2024)."), "answer", "both"),
    (f"AH 610 {A}", ("AH 610 ", "", "Minister Vos (Defensie) (ontvangen 4 juni 2024)."), "answer", "a number before"),
    ("Mededeling van Minister Vos (Defensie)", ("", "", "Minister Vos (Defensie)"), "delay_notice", "a notice"),
    (Q.replace("bruggen", "het antwoord van minister Vos"), ("", Q.replace("bruggen", "het antwoord van minister Vos"), ""), "", "an answer in the subject"),
    ("Bruggen", ("Bruggen", "", ""), "", "no title"),
]


@pytest.mark.parametrize("row", PARTS, ids=lambda row: row[3])
def test_parts(row: tuple[str, tuple[str, str, str], str, str]) -> None:
    """What stands before, who asks, who answers."""
    line, expected, kind, _why = row
    parts = cut(line)

    assert expected == (parts.before, parts.question, parts.answer if kind else "")
    assert kind == parts.answer_kind


def test_see_also_and_a_second_title_stand_apart() -> None:
    """One paper may answer two sets and cite a third."""
    parts = cut(f"{Q} {Q} {A} Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 3.")

    assert (parts.question, parts.another) == (f"{Q} ", f"{Q} ")
    assert parts.see_also.startswith("Aanhangsel Handelingen")


def test_nothing_gives_empty_parts() -> None:
    """An empty line has no parts."""
    assert cut("") == TitleParts(before="")


def test_tidy() -> None:
    """Line ends, no-break spaces and soft hyphens are gone."""
    assert tidy("Financie\u0308n") == "Financi\u00ebn"
    assert tidy(" Kamer\u00advragen\u00a0van \n het  lid\u200b ") == "Kamervragen van het lid"
