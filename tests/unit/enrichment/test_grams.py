"""Pieces of words: what texts have in common, whatever stands around it."""

import numpy as np
import pytest

from navraag.enrichment.grams import LONGEST_TEXT, Pieces

TEXTS = ["De dijk bij Veenkade is gescheurd.", "Het museum van Zandhorst sluit op maandag.", "Dijkverzwaring kost geld.", ""]

LIKEST = [
    ("Waarom scheurt de dijk?", 0, "the same word"),
    ("Wanneer sluiten musea?", 1, "an inflected word"),
    ("Wie betaalt verzwaringen?", 2, "a part of a compound"),
    ("Is bijVeenkade iets gescheurd", 0, "a swallowed blank"),
    ("DE DÍJK BIJ VEENKADE", 0, "capitals and accents"),
]


@pytest.mark.parametrize(("asked", "best", "why"), LIKEST)
def test_the_likest_text(asked: str, best: int, why: str) -> None:
    """The text that shares the rarest pieces."""
    held = Pieces.of(TEXTS)

    assert best == int(np.argmax(held.likeness(asked, held.rarity()))), why


def test_likeness_is_a_share() -> None:
    """One for itself, nothing for what shares nothing, never more or less."""
    held = Pieces.of(TEXTS)
    likeness = held.likeness(TEXTS[0], held.rarity())

    assert likeness[0] == pytest.approx(1.0)
    assert 0.0 == likeness[3]
    assert ((likeness >= 0) & (likeness <= 1 + 1e-9)).all()


@pytest.mark.parametrize("text", ["", "   ", "?!…", "de", "\ud800\x00", "漢字"])
def test_texts_without_pieces(text: str) -> None:
    """Nothing is like them, and nothing breaks."""
    assert [0.0] == Pieces.of(["iets anders"]).likeness(text, Pieces.of([text]).rarity()).tolist()


def test_pieces_never_join_two_texts() -> None:
    """The end of one text and the beginning of the next make no piece together."""
    apart = Pieces.of(["aap", "noot"])
    alone = [Pieces.of([text]).pieces.tolist() for text in ("aap", "noot")]

    assert [sorted(apart.pieces[apart.rows == row].tolist()) for row in (0, 1)] == [sorted(one) for one in alone]


def test_what_is_very_long_is_cut() -> None:
    """A megabyte counts as its beginning."""
    assert Pieces.of(["a b c dijk " + "x" * 1_000_000]).pieces.size == Pieces.of([("a b c dijk " + "x" * 1_000_000)[:LONGEST_TEXT]]).pieces.size


def test_no_texts() -> None:
    """Are like nothing."""
    assert [] == Pieces.of([]).likeness("dijk", Pieces.of([]).rarity()).tolist()
