"""References within one paper: "Zie het antwoord op vraag 3", "mijn antwoord op de vragen 3, 4 en 9"."""

import re
from collections.abc import Iterator

from navraag.enrichment.screening import in_low, lowered, mentions
from navraag.records.findings import Reference

_INTERNAL = in_low(
    r"\b(?:zie\s(?:ook\s)?)?(?:(?:het|mijn|de|onze|ons)\s)?(?:antwoord(?:en)?|beantwoording)\s(?:op|bij|van|onder)?\s?(?:de\s)?(?:vraag|vragen)\s?"
    r"(?P<list>\d{1,3}(?:\s?(?:,|en|t/m|tot\sen\smet|-|–)\s?(?:vraag\s)?\d{1,3}(?!\d))*)(?!\w)"
)
_OTHER_SET = in_low(r"\s(?:van|uit|op)\s(?:(?:de|mijn|uw|eerdere|deze|die|een)\s){0,2}(?:schriftelijke\s)?(?:eerdere\s|eerder gestelde\s)?(?:kamer)?vragen(?:\svan (?:het lid|de leden))?")
_RANGE = re.compile(r"(\d{1,3})\s?(?:t/m|tot\sen\smet|-|–)\s?(?:vraag\s)?(\d{1,3})")
_NUMBER = re.compile(rf"{_RANGE.pattern}|(\d{{1,3}})")
_LONGEST_RANGE = 200


def _numbers(printed: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for match in _NUMBER.finditer(printed):
        if match[3]:
            numbers.append(int(match[3]))
        elif 0 <= int(match[2]) - int(match[1]) <= _LONGEST_RANGE:
            numbers += range(int(match[1]), int(match[2]) + 1)
        else:
            numbers += [int(match[1]), int(match[2])]
    return tuple(dict.fromkeys(numbers))


def find_internal(text: str) -> Iterator[Reference]:
    """References to answers of the same paper, with the numbers of the questions; those to other sets are left open."""
    low = lowered(text)
    if not mentions(low, ("antwoord",)):
        return
    for match in _INTERNAL.finditer(low):
        other = _OTHER_SET.match(low, match.end())
        end = other.end() if other else match.end()
        yield Reference(
            kind="appendix" if other else "internal", printed=text[match.start() : end], start=match.start(), end=end, target=None,
            numbers=_numbers(match["list"]),
        )
