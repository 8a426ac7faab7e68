"""The numbers that Word prints in front of list paragraphs: computed, since the file does not hold them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from navraag.parsing.packages import Element
from navraag.parsing.word.names import W, integer, value
from navraag.parsing.word.symbols import symbol

LEVELS = 9
MAX_LINKS = 5  # numbering that refers to a style that refers to numbering; a circle ends here
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
ALPHABET = 26
MAX_ROMAN = 3_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: first number, format ("decimal", "bullet"), template ("%1.")."""

    start: int = 1
    format: str = "decimal"
    template: str = ""
    font: str = ""
    restart: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What stands in front of a list paragraph: a number ("3.", "a)") or a bullet, and its depth."""

    number: str = ""
    bullet: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNumber:
    """One ``w:num``: the list that it counts in, its levels, and levels that start anew at its first use."""

    list_id: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """The counters of a document; ask ``next`` for each list paragraph in document order."""

    def __init__(self, root: Element | Callable[[], Element | None] | None) -> None:
        """The lists of the root of ``word/numbering.xml``; none where the part is absent.

        ``root`` may be a function that gives it: most papers have no list, and the part is large.
        """
        self._root = root
        self._read: dict[str, ListNumber | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    @cached_property
    def _lists(self) -> dict[str, Element]:
        return _by_id(self._numbering, "abstractNum", "abstractNumId")

    @cached_property
    def _nums(self) -> dict[str, Element]:
        return _by_id(self._numbering, "num", "numId")

    @cached_property
    def _links(self) -> dict[str | None, Element]:
        return {value(element, "styleLink"): element for element in self._lists.values()}

    @cached_property
    def _numbering(self) -> Element | None:
        return self._root() if callable(self._root) else self._root

    def next(self, num_id: str | None, level: int) -> Printed | None:
        """What is printed in front of the next paragraph of this list; None where it is no list ("0")."""
        number = self._number(num_id) if num_id not in {None, "0"} else None
        level = min(max(level, 0), LEVELS - 1)
        if num_id is None or number is None or level not in number.levels:
            return None
        counts = self._counters.setdefault(number.list_id, [None] * LEVELS)
        self._count(counts, num_id, number, level)
        form = number.levels[level]
        if form.format == "bullet":
            return Printed(bullet=_bullet(form), level=level)
        return Printed(number=_fill(form.template, counts, number.levels), level=level)

    def _number(self, num_id: str | None) -> ListNumber | None:
        if num_id is None or num_id not in self._nums:
            return None
        if num_id not in self._read:
            self._read[num_id] = self._read_number(self._nums[num_id])
        return self._read[num_id]

    def _read_number(self, element: Element) -> ListNumber | None:
        list_id = value(element, "abstractNumId") or ""
        source = self._lists.get(list_id)
        for _ in range(MAX_LINKS):  # a list may be defined through a style of another list
            link = value(source, "numStyleLink")
            if link is None:
                break
            source = self._links.get(link, source)
        if source is None:
            return None
        levels = {integer(e.get(W + "ilvl"), 0): _level(e) for e in source.findall(W + "lvl")}
        starts: dict[int, int] = {}
        for override in element.findall(W + "lvlOverride"):
            at = integer(override.get(W + "ilvl"), 0)
            own = override.find(W + "lvl")
            if own is not None:
                levels[at] = _level(own)
            start = value(override, "startOverride")
            if start is not None:
                starts[at] = integer(start, 1)
        return ListNumber(list_id=source.get(W + "abstractNumId", list_id), levels=levels, starts=starts)

    def _count(self, counts: list[int | None], num_id: str, number: ListNumber, level: int) -> None:
        start = number.levels[level].start
        if level in number.starts and (num_id, level) not in self._started:
            self._started.add((num_id, level))
            counts[level] = number.starts[level]
        else:
            before = counts[level]
            counts[level] = start if before is None else before + 1
        for above in range(level):
            if counts[above] is None:
                counts[above] = number.levels[above].start if above in number.levels else 1
        for below in range(level + 1, LEVELS):
            if _restarts(number.levels.get(below), level):
                counts[below] = None


def count(number: int, form: str) -> str:
    """A number in one of Word's formats.

    >>> count(4, "decimal"), count(4, "lowerLetter"), count(4, "upperRoman")
    ('4', 'd', 'IV')
    """
    return FORMATS.get(form, str)(number)


def _letters(number: int) -> str:
    # Word goes on after z with aa, bb, cc.
    return chr(ord("a") + (number - 1) % ALPHABET) * ((number - 1) // ALPHABET + 1) if number > 0 else ""


def _roman(number: int) -> str:
    if not 0 < number <= MAX_ROMAN:
        return str(number)
    printed = ""
    for worth, letters in ROMAN:
        while number >= worth:
            printed += letters
            number -= worth
    return printed


FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "ordinal": lambda number: f"{number}e",
    "none": lambda _: "",
}


def _by_id(root: Element | None, name: str, attribute: str) -> dict[str, Element]:
    elements = root.findall(W + name) if root is not None else []
    return {element.get(W + attribute, ""): element for element in elements}


def _level(element: Element) -> Level:
    fonts = element.find(f"{W}rPr/{W}rFonts")
    restart = value(element, "lvlRestart")
    return Level(
        start=integer(value(element, "start"), 0),
        format=value(element, "numFmt") or "decimal",
        template=value(element, "lvlText") or "",
        font=fonts.get(W + "ascii", "") if fonts is not None else "",
        restart=integer(restart, 0) if restart is not None else None,
    )


def _restarts(below: Level | None, level: int) -> bool:
    if below is None or below.restart is None:
        return True
    return level < below.restart


def _bullet(level: Level) -> str:
    return "".join(symbol(character, level.font) or "•" for character in level.template.strip()) or "•"


def _fill(template: str, counts: list[int | None], levels: Mapping[int, Level]) -> str:
    for at in range(LEVELS):
        number = counts[at]
        if f"%{at + 1}" in template and number is not None:
            form = levels[at].format if at in levels else "decimal"
            template = template.replace(f"%{at + 1}", count(number, form))
    return template.strip()
