"""Which digits in PDF text are marks."""

import pytest

from navraag.parsing.printed.page_marks import candidates, choose


def marks(lines: list[str | None], *noted: int) -> list[tuple[int, tuple[int, ...]]]:
    """Line and labels of the marks, where all stands on one page and these notes are printed."""
    chosen = choose(candidates(lines), [0] * len(lines), dict.fromkeys(noted, 0))
    return [(line, candidate.labels) for (line, _), candidate in sorted(chosen.items())]


@pytest.mark.parametrize(
    ("lines", "noted", "expected"),
    [
        (["Is het vol?1 En waarom is dat zo?"], [1], [(0, (1,))]),
        (["Is het vol?", "1"], [1], [(1, (1,))]),
        (["Is het vol?", "2, 3 en 4"], [2, 3, 4], [(1, (2, 3, 4))]),
        (["Is het vol?1 2 3"], [1, 2, 3], [(0, (1, 2, 3))]),
        (["Put (IVX)1 en de Deksel2, dus vol"], [1, 2], [(0, (1,)), (0, (2,))]),
        (["elf cent per liter", "2. In 2019 is"], [2], [(1, (2,))]),
        (["Dat is onderstreept.", "2 Dit is vol"], [2], [(1, (2,))]),
        (["in een artikel", "2, de laatste"], [2], [(1, (2,))]),
        (["onderzoek", "4 van het bureau"], [4], [(1, (4,))]),
        (["Al in 20193 was het vol"], [3], [(0, (3,))]),
        (["Zo was het in 2019.4 Verder niet"], [4], [(0, (4,))]),
        (["Is het «vol»1?, 2"], [1, 2], [(0, (1,)), (0, (2,))]),
        (["gekidnapt in Ruritanië3, Borduria4, en Syldavië5 zelf"], [3, 4, 5], [(0, (3,)), (0, (4,)), (0, (5,))]),
    ],
)
def test_marks(lines: list[str | None], noted: list[int], expected: list[tuple[int, tuple[int, ...]]]) -> None:
    """Behind closing marks, in words, alone on a line, first on a line, behind a year."""
    assert expected == marks(lines, *noted)


@pytest.mark.parametrize(
    ("lines", "noted"),
    [
        (["een arrest van21 oktober 2019 in deze zaak"], [21]),
        (["Het gaat om drie punten:", "1. de put", "2. het deksel"], []),
        (["de heffing op CO", "2-uitstoot is hoog"], [2]),
        (["zie Kamerstuk 12 345, nr. 6"], [6]),
        (["tijdens COP28 is dat besloten"], []),
        (["er waren er vorig jaar", "2 miljoen"], [2]),
        (["Vol? Dat zijn er 3, 4 of 5."], [3, 4, 5]),
        (["een put van 12 m2 groot en veel CO2 erin"], [2]),
    ],
)
def test_no_marks(lines: list[str | None], noted: list[int]) -> None:
    """Dates with a swallowed blank, formulas, numbers of papers and lists, amounts."""
    assert [] == marks(lines, *noted)


def test_the_best_row_wins() -> None:
    """Marks ascend: the 2 of a list before mark 1 cannot be mark 2."""
    lines: list[str | None] = ["Er is veel:", "2. de put", "Dat staat vast.1 Ook is er", "nader onderzoek", "2 van het bureau"]

    assert [(2, (1,)), (4, (2,))] == marks(lines, 1, 2)


def test_cells_of_a_table_weigh_little() -> None:
    """Numbers below each other are cells; the mark in the words wins."""
    lines: list[str | None] = ["Per jaar, in het onderzoek", "2019", "3", "4", "Dat blijkt uit het onderzoek3 van nu"]

    assert [(4, (3,))] == marks(lines, 3)


def test_a_mark_stands_on_the_page_of_its_note() -> None:
    """The same looks on another page lose."""
    lines: list[str | None] = ["Ruritanië1 is vol", "Borduria1 ook"]
    chosen = choose(candidates(lines), [0, 1], {1: 1})

    assert [1] == [line for line, _ in chosen]


def test_marks_without_note_are_taken_when_sure() -> None:
    """Behind a question mark, and counting on from 1; but "2019?4" alone is not believed."""
    assert [(0, (1,))] == marks(["Is het vol?1 En leeg?"])
    assert [] == marks(["Is het vol?4 En leeg?"])
