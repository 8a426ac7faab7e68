"""Numbers that Word computes: formats, levels, restarts."""

import pytest
from lxml import etree

from navraag.parsing.word.numbering import Numbering, count
from tests.unit.parsing.docx_maker import NAMES, level


def numbering(levels: str, *, override: str = "", num: str = "") -> Numbering:
    """Numbering."""
    xml = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{override}</w:num>{num}</w:numbering>'
    )
    return Numbering(etree.fromstring(xml))


def printed(lists: Numbering, *asked: tuple[str, int]) -> list[str]:
    """Printed."""
    found = [lists.next(num_id, at) for num_id, at in asked]
    return [one.number or one.bullet if one else "-" for one in found]


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (3, "decimal", "3"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"),
        (9, "upperRoman", "IX"),
        (7, "decimalZero", "07"),
        (2, "ordinal", "2e"),
        (2, "none", ""),
        (5, "aiueo", "5"),
        (0, "lowerRoman", "0"),
    ],
)
def test_formats(number: int, form: str, expected: str) -> None:
    """Formats."""
    assert count(number, form) == expected


def test_a_list_counts_and_a_lower_level_begins_anew() -> None:
    """A list counts and a lower level begins anew."""
    lists = numbering(level(0, "decimal", "%1.") + level(1, "lowerLetter", "%1.%2)"))

    assert printed(lists, ("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)) == ["1.", "1.a)", "1.b)", "2.", "2.a)"]


def test_two_numbers_of_one_list_count_on() -> None:
    """Two numbers of one list count on."""
    lists = numbering(level(0, "decimal", "%1."))

    assert printed(lists, ("1", 0), ("2", 0)) == ["1.", "2."]


def test_a_start_override_begins_anew_once() -> None:
    """A start override begins anew once."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = numbering(level(0, "decimal", "%1."), override=override)

    assert printed(lists, ("1", 0), ("2", 0), ("2", 0)) == ["1.", "1.", "2."]


def test_bullets_of_symbol_fonts() -> None:
    """Bullets of symbol fonts."""
    lists = numbering(level(0, "bullet", "\uf0b7"))

    assert printed(lists, ("1", 0)) == ["•"]


@pytest.mark.parametrize("num_id", [None, "0", "99"])
def test_no_list_prints_nothing(num_id: str | None) -> None:
    """No list prints nothing."""
    assert numbering(level(0, "decimal", "%1.")).next(num_id, 0) is None


def test_a_first_number_of_its_own() -> None:
    """A first number of its own."""
    assert printed(numbering(level(0, "decimal", "Vraag %1", start=4)), ("1", 0)) == ["Vraag 4"]


def test_a_link_to_a_style_is_followed() -> None:
    """A link to a style is followed."""
    xml = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Lijst"/>{level(0, "decimal", "%1)")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Lijst"/></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )

    assert printed(Numbering(etree.fromstring(xml)), ("5", 0), ("5", 0)) == ["1)", "2)"]
