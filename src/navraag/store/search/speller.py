"""The nearest word that is held: for words that are met nowhere, in texts or in names."""

from collections.abc import Mapping

FARTHEST = 2
MOST_COMPARED = 400
LONGEST_WORD = 40


class Speller:
    """The words of a collection with how often each is met."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self.counts = words
        self._by_length: dict[int, list[tuple[int, str]]] = {}
        for word in words:
            self._by_length.setdefault(len(word), []).append((_letters(word), word))

    def nearest(self, word: str) -> str:
        """The word that is meant most likely: the fewest wrong letters, then the one met most; "" where none is near.

        >>> Speller({"stikstof": 40, "stroomstoot": 3}).nearest("stikstoff")
        'stikstof'
        """
        if not 4 <= len(word) <= LONGEST_WORD or not word.isalpha():
            return ""
        farthest = 1 if len(word) < 6 else FARTHEST
        found = [(mistakes(word, one, farthest), -self.counts[one], one) for one in self._alike(word, farthest)]
        best = min((one for one in found if one[0] <= farthest), default=None)
        return best[2] if best else ""

    def _alike(self, word: str, farthest: int) -> list[str]:
        """The words of which the letters differ little: few enough to compare one by one."""
        letters = _letters(word)
        alike = [
            (abs(length - len(word)), -self.counts[one], one)
            for length in range(len(word) - farthest, len(word) + farthest + 1)
            for held, one in self._by_length.get(length, ()) if (held ^ letters).bit_count() <= 2 * farthest and one != word
        ]
        return [one for _, _, one in sorted(alike)[:MOST_COMPARED]]


def _letters(word: str) -> int:
    """Which letters a word has, as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def mistakes(one: str, other: str, most: int) -> int:
    """How many letters must be put in, taken out, changed or exchanged with the next; ``most + 1`` where that is more.

    >>> mistakes("onrust", "rontust", 3), mistakes("dijk", "dijkgraaf", 2)
    (2, 3)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        older, before, row = before, row, [at]
        for place, mark in enumerate(other, start=1):
            cost = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != mark))
            if at > 1 < place and letter == other[place - 2] and one[at - 2] == mark:
                cost = min(cost, older[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
