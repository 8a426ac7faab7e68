"""Figures and names of the annotated documents: the least that must hold, and that the page says what was measured."""

import pytest
from benchmark.machine import REAL
from benchmark.spans import measured

from navraag.lexicon.measured import measures

pytestmark = pytest.mark.real
FOUND = REAL / "findings"


@pytest.mark.skipif(not FOUND.is_dir(), reason="the annotated documents are not beside the clone")
def test_figures_and_names() -> None:
    """At most one figure missed and none with a wrong value; names nine in ten right, three in four found."""
    (want, missed, wrong, *_), (wanted, given, right) = measured(FOUND)
    shown = {one.sort: one for one in measures() if one.sort in {"figures", "names"}}

    assert missed <= 1
    assert wrong == 0
    assert right / given >= 0.90
    assert right / wanted >= 0.75
    assert (shown["figures"].found, shown["figures"].wanted) == (want - missed, want)
    assert (shown["names"].right, shown["names"].given, shown["names"].found, shown["names"].wanted) == (right, given, right, wanted)
