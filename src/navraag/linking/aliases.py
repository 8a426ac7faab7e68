"""Case numbers that stand for another."""

from collections.abc import Mapping

from navraag.records.identifiers import QuestionNumber


class Aliases:
    """Numbers that stand for another: an old publication name for the Zaak number, a corrected number for the right one."""

    def __init__(self, decided: Mapping[str, str]) -> None:
        self._decided = decided
        self._learned: dict[str, str] = {}

    def learn(self, old: str, number: str) -> None:
        """From now on ``old`` stands for ``number``; the first one learned stays."""
        if old != number:
            self._learned.setdefault(old, number)

    def of(self, number: str) -> str:
        """The number to use for a number, however many steps away; a circle ends where it began."""
        seen = {number}
        while (after := self._decided.get(number) or self._learned.get(number)) and after not in seen:
            seen.add(after)
            number = after
        return number


def is_zaak(number: str) -> bool:
    """Whether a case number is that of a Zaak."""
    return QuestionNumber.read(number) is not None
