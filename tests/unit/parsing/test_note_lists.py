"""Lists of notes at the end of a paper, and lists that are none."""

import pytest

from navraag.parsing.blocks import Block
from navraag.parsing.note_lists import take_notes
from navraag.records.text import Paragraph


def blocks(*lines: str) -> list[Block]:
    """A block for each line."""
    return [Block(paragraph=Paragraph(text=line)) for line in lines]


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        (["Kent u dit? 1)", "1) De Put, 3 mei 2024"], {"1": "De Put, 3 mei 2024"}),
        (["Kent u dit?[1] En dat?[2]", "[1] De Put", "[2] Het Deksel"], {"1": "De Put", "2": "Het Deksel"}),
        (["Kent u dit? 1)", "________________", "1) De Put"], {"1": "De Put"}),
        (["Kent u dit? 1)", "1) De Put,", "https://put.example/1"], {"1": "De Put, https://put.example/1"}),
        (["Kent u dit?*", "*) De Put"], {"*": "De Put"}),
        (["Kent u dit?", "Noten:", "1. De Put", "2. Het Deksel"], {"1": "De Put", "2": "Het Deksel"}),
        (["Kent u dit?1", "1 De Put, 3 mei"], {"1": "De Put, 3 mei"}),
        (["Kent u [1] en [2]?", "[1] De Put[2] Het Deksel"], {"1": "De Put", "2": "Het Deksel"}),
        (["Kent u dit? 1)", "1) De Put", "Toelichting: aanvulling op eerdere vragen."], {"1": "De Put"}),
    ],
)
def test_lists(lines: list[str], notes: dict[str, str]) -> None:
    """Labels and words; what stands before and behind the list is body."""
    listed = take_notes(blocks(*lines), glued=True)

    assert notes == {note.label: note.text for note in listed.notes}


@pytest.mark.parametrize(
    "lines",
    [
        ["1) Kent u dit?", "2) En dat?"],
        ["Antwoord 1", "Er zijn twee stappen:", "1) graven", "2) dekken"],
        ["Vraag 1", "1) Wat?", "Antwoord 1", "Ja."],
        ["Er zijn er drie:", "1. rood", "2. blauw"],
    ],
)
def test_no_lists(lines: list[str]) -> None:
    """Questions and enumerations stay where they are."""
    assert () == take_notes(blocks(*lines), glued=True).notes


def test_automatic_numbers_are_labels() -> None:
    """In Word the label of a note may be an automatic number."""
    body = [*blocks("Kent u dit? 1)"), Block(paragraph=Paragraph(text="De Put, 3 mei 2024"), number="1)")]

    assert {"1": "De Put, 3 mei 2024"} == {note.label: note.text for note in take_notes(body).notes}


def test_notes_of_a_copied_page() -> None:
    """"X Noot", the label, the words: each on its own line, "Naar boven" below the last."""
    listed = take_notes(blocks("Kent u dit?", "X Noot", "1", "De Put, 3 mei", "X Noot", "2", "Het", "Deksel", "Naar boven"), glued=True)

    assert {"1": "De Put, 3 mei", "2": "Het Deksel"} == {note.label: note.text for note in listed.notes}
    assert ["Kent u dit?"] == [block.text for block in listed.body]
    assert ("X Noot", "X Noot", "Naar boven") == listed.separators
