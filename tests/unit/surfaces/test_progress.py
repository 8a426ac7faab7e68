"""A line for people: how far, of how much, how long; nothing where nobody looks."""

from io import StringIO

import pytest

from navraag.surfaces.cli.progress import ProgressBar, in_words


class _Terminal(StringIO):
    def isatty(self) -> bool:
        """People are looking."""
        return True


def test_a_stage_is_drawn_and_wiped() -> None:
    """With a total, without one, and at the end."""
    stream = _Terminal()
    bar = ProgressBar(stream)
    bar.show("Zaak", 0, 1000)
    assert stream.getvalue().endswith("Zaak [..............................] 0/1,000")
    bar.show("linking", 0, 0)
    assert stream.getvalue().endswith("linking cases 0")
    bar.show("linking", 5, 5)
    assert stream.getvalue().endswith("\r\x1b[K")


def test_nobody_looks() -> None:
    """Then nothing is written."""
    stream = StringIO()
    ProgressBar(stream).show("Zaak", 1, 2)
    assert stream.getvalue() == ""


TIMES = [(0.2, "1 s"), (59.4, "59 s"), (61, "2 min"), (3600, "1 h 0 min"), (90_061, "25 h 2 min")]


@pytest.mark.parametrize(("seconds", "expected"), TIMES)
def test_times(seconds: float, expected: str) -> None:
    """Rounded up."""
    assert expected == in_words(seconds)
