"""Texts as counts of four-letter pieces of words: what *mensenhandel*, *handel* and *gehandeld* have in common is counted.

Pieces need no stems, no list of compounds and no dictionary, and hold where blanks were lost. They are whole numbers, so
that some hundred texts are compared in some milliseconds.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]

LONGEST_TEXT = 20_000
# A piece that few texts have tells more than its logarithm says.
RARITY_POWER = 1.25
_SIGNS = 37
_PIECES = _SIGNS**4
_LETTERS = b"abcdefghijklmnopqrstuvwxyz0123456789"
# Small letters and digits as numbers from 1, capitals as their small letters, all else as the blank, 0.
_TABLE = bytes(_LETTERS.find(bytes([sign]).lower()) + 1 for sign in range(256))


def _signs(text: str) -> NDArray[np.uint8]:
    """The letters of a text as numbers, without accents, with a blank before and after it."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST_TEXT]).encode("ascii", "ignore")
    return np.frombuffer(b"\0" + plain.translate(_TABLE) + b"\0", dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of some texts: of each text (row) and piece how much it weighs, one plus the logarithm of its count."""

    rows: Whole
    pieces: Whole
    weights: Numbers
    height: int

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Pieces":
        """The pieces of these texts, a row each; a piece lies within a word and the blanks around it."""
        signs = [_signs(text) for text in texts]
        joined = np.concatenate([*signs, np.zeros(4, dtype=np.uint8)]).astype(np.int64)
        row = np.repeat(np.arange(len(signs)), [len(one) for one in signs])
        first, second, third, fourth = (joined[at:len(row) + at] for at in range(4))
        whole = (second > 0) & (third > 0)
        piece = ((first * _SIGNS + second) * _SIGNS + third) * _SIGNS + fourth
        found, counts = np.unique((row * _PIECES + piece)[whole], return_counts=True)
        return cls(rows=found // _PIECES, pieces=found % _PIECES, weights=1 + np.log(counts), height=len(texts))

    def rarity(self) -> "Rarity":
        """How rare each piece is among these texts."""
        return Rarity(texts=np.bincount(self.pieces, minlength=_PIECES), of=self.height)

    def likeness(self, text: str, rarity: "Rarity") -> Numbers:
        """How like each text is to one text: the cosine of their rarer pieces, between 0 and 1."""
        asked = Pieces.of([text])
        wanted = np.zeros(_PIECES)
        wanted[asked.pieces] = asked.weights * rarity.at(asked.pieces)
        held = self.weights * rarity.at(self.pieces)
        products = np.bincount(self.rows, held * wanted[self.pieces], self.height)
        lengths = np.sqrt(np.bincount(self.rows, held * held, self.height) * float(wanted @ wanted))
        return products / np.where(lengths > 0, lengths, 1.0)


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of some texts each piece occurs."""

    texts: Whole
    of: int

    def at(self, pieces: Whole) -> Numbers:
        """How much each of these pieces tells: 1 where all texts have it, more where few do."""
        weight: Numbers = (np.log((1 + self.of) / (1 + self.texts[pieces])) + 1) ** RARITY_POWER
        return weight
