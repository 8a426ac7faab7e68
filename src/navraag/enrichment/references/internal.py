"""References within one paper: "Zie het antwoord op vraag 3", "mijn antwoord op de vragen 3, 4 en 9"."""

import re
from collections.abc import Iterator

from navraag.records.findings import Reference

_INTERNAL = re.compile(
    r"\b(?:zie\s(?:ook\s)?)?(?:(?:het|mijn|de|onze|ons)\s)?(?:antwoord(?:en)?|beantwoording)\s(?:op|bij|van|onder)?\s?(?:de\s)?(?:vraag|vragen)\s?"
    r"(?P<list>\d{1,3}(?:\s?(?:,|en|t/m|tot\sen\smet|-|–)\s?(?:vraag\s)?\d{1,3}(?!\d))*)(?!\w)", re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,3})\s?(?:t/m|tot\sen\smet|-|–)\s?(?:vraag\s)?(\d{1,3})")
_LONGEST_RANGE = 200


def _numbers(printed: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for match in re.finditer(rf"{_RANGE.pattern}|(\d{{1,3}})", printed):
        if match[3]:
            numbers.append(int(match[3]))
        elif 0 <= int(match[2]) - int(match[1]) <= _LONGEST_RANGE:
            numbers += range(int(match[1]), int(match[2]) + 1)
        else:
            numbers += [int(match[1]), int(match[2])]
    return tuple(dict.fromkeys(numbers))


def find_internal(text: str) -> Iterator[Reference]:
    """References to answers of the same paper, with the numbers of the questions."""
    for match in _INTERNAL.finditer(text):
        yield Reference(
            kind="internal", printed=match[0], start=match.start(), end=match.end(), target=None,
            numbers=_numbers(match["list"]),
        )
