"""Questions below one heading of PDF text."""

import pytest

from navraag.parsing.printed.joint import told_apart
from navraag.records.text import Mark, Paragraph


def parts(count: int, *lines: str) -> list[str]:
    """The words of each question."""
    return [paragraph.text for paragraph in told_apart([Paragraph(text=line) for line in lines], count, {})]


@pytest.mark.parametrize(
    ("count", "lines", "starts"),
    [
        (2, ["Klopt het dat de put vol is?Wie leegt de put in de gemeente?"], ["Klopt", "Wie"]),
        (2, ["Klopt het dat de put vol is? Zo nee,waarom niet?Wie leegt de put?"], ["Klopt", "Wie"]),
        (2, ["Is de put al jaren vol?Zo ja, hoe lang al?Kunt u zeggen wie de put leegt?"], ["Is de", "Kunt"]),
        (2, ["Kunt u zeggen of de put vol is? Kunt u uw antwoord toelichten?Kunt u zeggen wie de put leegt?"], ["Kunt", "Kunt"]),
        (3, ["Is het vol in Ons Dorp?Is het vol in Uw Dorp?Is het vol in Hun Dorp?"], ["Is", "Is", "Is"]),
        (2, ["Wat vindt u van «de put is vol.De put is leeg.»?Wie leegt de put in de gemeente?"], ["Wat", "Wie"]),
    ],
)
def test_told_apart(count: int, lines: list[str], starts: list[str]) -> None:
    """As many questions as the heading names; sentences that go on stay with their question."""
    found = parts(count, *lines)

    assert len(starts) == len(found)
    assert all(words.startswith(start) for words, start in zip(found, starts, strict=True))


def test_doubt_leaves_one_paragraph() -> None:
    """Two borders that look alike: no guess."""
    assert 1 == len(parts(2, "Is het vol in Ons Dorp?Is het vol in Uw Dorp?Is het vol in Zijn Dorp?"))


def test_too_few_sentences_leave_one_paragraph() -> None:
    """Three numbers, two sentences."""
    assert 1 == len(parts(3, "Is het vol?Wie leegt de put?"))


def test_a_mark_between_questions_goes_with_the_first() -> None:
    """A mark on a line of its own ends its question."""
    lines = [
        Paragraph(text="Is de put in de gemeente vol?"), Paragraph(text="", marks=(Mark(label="1", at=0),)),
        Paragraph(text="Wie leegt de put in de gemeente?"),
    ]
    first, second = told_apart(lines, 2, {})

    assert (["1"], []) == ([mark.label for mark in first.marks], [mark.label for mark in second.marks])


def test_no_words_are_lost() -> None:
    """However it is cut, the letters are the same."""
    text = "Is het vol?Zo ja, waarom?Wie leegt het?Hoe dan?1 Kunt u dat zeggen?"
    for count in range(2, 7):
        assert "".join(text.split()) == "".join("".join(parts(count, text)).split())
