"""Precedents on real questions: the answer is found by its words (docs/explanation/precedents.md has the figures)."""

import numpy as np
import pytest

pytestmark = [pytest.mark.real, pytest.mark.slow]


def test_answers_are_found_by_their_words() -> None:
    """Among all answers of the annotated papers, well above what plain pieces of words find."""
    from benchmark.precedent_methods import baseline, ours
    from benchmark.precedents import ranks

    from navraag.enrichment import precedents

    mine, plain = ranks(ours(passage=precedents.BEST_PASSAGE, paper=precedents.SAME_PAPER))[0], ranks(baseline())[0]

    assert np.mean(mine == 1) >= max(0.53, np.mean(plain == 1) + 0.02)
    assert np.mean(mine <= 10) >= max(0.87, np.mean(plain <= 10) + 0.02)
