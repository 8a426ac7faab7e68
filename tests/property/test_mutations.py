"""Damaged documents are read, or refused in one line: no crash, and no hang over a second of processor time."""

import os
import time

import pytest

from navraag.errors import LayoutError
from navraag.parsing import parse
from tests.property.mutations import mutated

COUNT = int(os.environ.get("NAVRAAG_MUTATIONS", "20000"))
LONGEST = 1.0


@pytest.mark.slow
def test_damaged_documents_are_read_or_refused() -> None:
    """Nothing but LayoutError, and nothing that takes long."""
    slow, crashed = [], []
    for number, (name, data) in enumerate(mutated(COUNT, seed=COUNT)):
        begun = time.process_time()
        try:
            parse(data, name=name)
        except LayoutError as error:
            crashed += [f"{number} {name}: more than one line: {error}"] if "\n" in str(error) else []
        except Exception as error:  # noqa: BLE001 - what this test looks for
            crashed.append(f"{number} {name}: {type(error).__name__}: {error}")
        if (spent := time.process_time() - begun) > LONGEST:
            slow.append(f"{number} {name}: {spent:.2f} s")

    assert (crashed, slow) == ([], [])
