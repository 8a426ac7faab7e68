"""The measures of the type area."""

from navraag.parsing.glyphs.measures import measure
from tests.unit.parsing.glyph_maker import line


def test_measures_follow_most_letters() -> None:
    """Size, left edge and distance of lines are those of the body, not of notes or margins."""
    body = [line("de prijs van zout is gestegen", 700 - 10 * at) for at in range(30)]
    notes = [line("een noot", 60 - 7 * at, height=6.0) for at in range(3)]
    found = measure([*body, *notes, line("marge", 500, left=50)])

    assert (found.height, found.left, found.pitch) == (8.0, 200.0, 10.0)
