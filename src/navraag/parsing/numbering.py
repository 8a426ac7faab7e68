"""Numbers of questions and answers: "Antwoord op de vragen 3 t/m 5 en 7" → (3, 4, 5, 7).

Whether a line that *reads* like a heading *is* one, its place decides; that is the business of ``sections``.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

HeadingKind = Literal["question", "answer"]

HIGHEST = 300
"""No set of questions is longer; a larger number is a year or a typing error and opens no range."""

_LONGEST = 600
"""No list of numbers takes more characters; what is longer is text."""

_BEGINS = frozenset("0123456789(ABDNVabdnv")
_SHORT = 80
_MOST = 2000

_TOKEN = re.compile(
    r"(?P<number>\d{1,4}(?!\d))(?P<letter>[a-z](?![a-zà-ÿ]))?"
    r"|(?P<range>t/m|T/M|t\.m\.|tm\b|tot en met\b|TOT EN MET\b|[-–—‑])"
    r"|(?P<joint>[,;&+/]|(?:en|EN)\b)"
    r"|(?P<filler>(?:op|de|het|deel|sub|[Vv]raag|VRAAG|[Vv]ragen|VRAGEN|antwoord(?:en)?|nummers?|nrs?\b\.?)(?![a-zà-ÿ]))"
    r"|(?P<space>\s+)"
)
_WORD = re.compile(
    r"(?P<answer>(?:(?:nader|aanvullend)e?\s+)?(?:antwoord(?:en)?|beantwoording)(?:\s+(?:op|bij|van|voor|aan))?(?:\s+(?:de|het|uw))?(?:\s+(?:deelvragen|deelvraag|vraag|vragen))?)"
    r"(?![a-zà-ÿ])"
    r"|(?P<question>(?:deel)?(?:vraag|vragen)(?:\s+(?:nrs?\.?|nummers?))?)(?![a-zà-ÿ])",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*[:.)\]–-]*\s*")
_BARE = re.compile(r"\(?(?=\d)")
_MEETS_TEXT = re.compile(r"\s*(?:[.)\]:]+\s+|[.)](?=[A-Z«‘“\"']))(?=\S)")


class Item(NamedTuple):
    """One number of a list: its value and its label as printed."""

    value: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingLine:
    """A line that reads as a heading of questions or answers.

    ``numbers`` and ``labels`` run side by side ("3a" is 3 with label "3a"); both are empty for "Antwoord" alone.
    ``rest`` is what follows on the same line. ``bare`` means that no word "Vraag" or "Antwoord" was printed.
    """

    kind: HeadingKind
    numbers: tuple[int, ...]
    labels: tuple[str, ...]
    printed: str
    rest: str = ""
    bare: bool = False


class _List(NamedTuple):
    """Numbers read from the start of a text, and where they end; ``spaced`` is where they end without "7 8"."""

    items: tuple[Item, ...]
    end: int
    first_items: tuple[Item, ...]
    first_end: int


def _extend(items: list[Item], match: re.Match[str], *, in_range: bool) -> None:
    value = int(match["number"])
    item = Item(value, match["number"].lstrip("0") + (match["letter"] or "") or "0")
    if in_range and items and items[-1].value < value <= HIGHEST:
        items += [Item(between, str(between)) for between in range(items[-1].value + 1, value)]
    items.append(item)


def _scan(text: str, start: int, *, anywhere: bool = False) -> _List:
    """Numbers of a list from ``start``; ``anywhere`` skips what is no part of a list instead of stopping there."""
    items: list[Item] = []
    position = end = start
    first: tuple[tuple[Item, ...], int] | None = None
    in_range = joined = False
    stop = min(len(text), start + _LONGEST)
    while position < stop:
        match = _TOKEN.match(text, position)
        if match is None:
            if not anywhere:
                break
            position += 1
            continue
        position = match.end()
        if match["number"]:
            if items and not joined and first is None:
                first = (tuple(items), end)
            _extend(items, match, in_range=in_range)
            in_range = joined = False
            end = position
        elif match["range"]:
            in_range = joined = True
        elif match["joint"] or match["filler"]:
            joined = True
    found = tuple(items)
    return _List(found, end, *(first or (found, end)))


def _distinct(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))


def read_numbers(printed: str) -> tuple[int, ...]:
    """All numbers in a printed label, ranges filled in, each once, in printed order.

    >>> read_numbers("Antwoord op de vragen 3 t/m 5 en 7")
    (3, 4, 5, 7)
    """
    return tuple(dict.fromkeys(item.value for item in _scan(printed, 0, anywhere=True).items))


def _finish(text: str, kind: HeadingKind, found: _List, *, bare: bool) -> HeadingLine | None:
    """The heading, where what follows the numbers can follow a heading."""
    for items, end in ((found.items, found.end), (found.first_items, found.first_end)):
        after = _AFTER.match(text, end)
        stop = after.end() if after else end
        rest = text[stop:]
        separated = bool(text[end:stop].strip())
        spaced = items != found.first_items
        if rest and not separated and (spaced or not items or not (rest[0].isupper() or rest[0] in "«‘“\"'(")):
            continue
        numbers = _distinct(items)
        return HeadingLine(
            kind=kind, numbers=tuple(i.value for i in numbers), labels=tuple(i.label for i in numbers),
            printed=text[:stop].strip(), rest=rest.strip(), bare=bare,
        )
    return None


def _read_bare(text: str) -> HeadingLine | None:
    opening = _BARE.match(text)
    if opening is None:
        return None
    found = _scan(text, opening.end())
    if not found.items or any(item.value > HIGHEST or item.value == 0 for item in found.items):
        return None
    tail = text[found.end:].strip()
    if tail.strip(":.)]") == "":
        return _finish(text, "question", found, bare=True)
    meeting = _MEETS_TEXT.match(text, found.first_end)
    if meeting is None:
        return None
    items = _distinct(found.first_items)
    return HeadingLine(
        kind="question", numbers=tuple(i.value for i in items), labels=tuple(i.label for i in items),
        printed=text[:meeting.end()].strip(), rest=text[meeting.end():].strip(), bare=True,
    )


def read_heading(line: str) -> HeadingLine | None:
    """The heading that a line reads as, or None.

    >>> read_heading("Antwoord vraag 4-7:").numbers
    (4, 5, 6, 7)
    """
    text = line[:_MOST].replace("\xa0", " ").strip()
    if text[:1] not in _BEGINS:
        return None
    heading = _read_cached(text) if len(text) <= _SHORT else _read(text)
    if heading is None or len(line) <= _MOST or not heading.rest:
        return heading
    return replace(heading, rest=line.replace("\xa0", " ").strip()[len(text) - len(heading.rest):])


def _read(text: str) -> HeadingLine | None:
    word = _WORD.match(text)
    if word is None:
        return _read_bare(text)
    kind: HeadingKind = "answer" if word["answer"] else "question"
    return _finish(text, kind, _scan(text, word.end()), bare=False)


_read_cached = lru_cache(maxsize=2048)(_read)
