"""Fields of Word: instructions are hidden, results are not, links know where they began."""

import pytest

from navraag.parsing.word.fields import MAX_NESTED, Fields, hyperlink


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        (' HYPERLINK "https://zout.example/a" ', "https://zout.example/a"),
        (" HYPERLINK https://zout.example ", "https://zout.example"),
        (' HYPERLINK \\l "bladwijzer" ', "bladwijzer"),
        (" PAGE ", None),
        ("", None),
    ],
)
def test_addresses(instruction: str, expected: str | None) -> None:
    """The address in an instruction, whatever its switches."""
    assert hyperlink(instruction) == expected


def test_a_nested_result_inside_an_instruction_is_hidden() -> None:
    """What an IF field only compares is not printed."""
    fields = Fields()
    fields.begin()
    fields.begin()
    fields.separate((0, 0))

    assert fields.hidden

    fields.end()
    fields.separate((0, 0))

    assert not fields.hidden


def test_a_link_over_two_paragraphs_starts_anew() -> None:
    """A result that runs on links from the start of the next paragraph."""
    fields = Fields()
    fields.begin()
    fields.instruct(' HYPERLINK "https://zout.example" ')
    fields.separate((0, 12))
    fields.next_paragraph()

    assert fields.end() == ("https://zout.example", (0, 0))
    assert fields.end() is None


def test_nesting_is_bounded() -> None:
    """A file made to hurt opens fields without end."""
    fields = Fields()
    for _ in range(MAX_NESTED * 2):
        fields.begin()

    assert fields.hidden
