"""One step ahead: the same things in the same order, errors and all."""

import threading
import time
from collections.abc import Iterator

import pytest

from navraag.pipeline.ahead import ahead


def test_everything_in_order() -> None:
    """As it was given."""
    assert list(ahead(range(1000), most=3)) == list(range(1000))


def test_an_error_is_raised_where_it_belongs() -> None:
    """After all that came before it."""
    def things() -> Iterator[int]:
        yield 1
        raise ValueError("two")

    found = ahead(things())
    assert next(found) == 1
    with pytest.raises(ValueError, match="two"):
        next(found)


def test_not_too_far_ahead_and_no_further_once_left() -> None:
    """Whoever stops early leaves no thread behind."""
    made = []

    def things() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    found = ahead(things(), most=2)
    next(found)
    time.sleep(0.05)
    assert len(made) <= 5
    before = threading.active_count()
    found.close()  # type: ignore[attr-defined]
    assert threading.active_count() < before
    assert len(made) <= 6
