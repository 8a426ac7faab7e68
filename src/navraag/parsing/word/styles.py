"""What a Word style says of a paragraph or run: bold, superscript, hidden, heading, list number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from navraag.parsing.packages import Element
from navraag.parsing.word.names import W, integer, on, properties, value

MAX_DEPTH = 20  # styles based on styles; a circle in a damaged file ends here
NO_OUTLINE = 9
BOLD, VANISH, ALIGN, POSITION, R_STYLE = (W + name for name in ("b", "vanish", "vertAlign", "position", "rStyle"))

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style, with what it inherits from the style that it is based on; None where nothing is said."""

    name: str = ""
    bold: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    heading: bool = False
    num_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How a run looks where that has a meaning: bold, a superscript, hidden."""

    bold: bool = False
    raised: bool = False
    hidden: bool = False


class Styles:
    """All styles of a document by id; each is resolved when first used, since a letter uses few of its hundreds."""

    def __init__(self, root: Element | None) -> None:
        """The styles of the root of ``word/styles.xml``; none where the part is absent."""
        elements = root.findall(W + "style") if root is not None else []
        self._elements = {element.get(W + "styleId", ""): element for element in elements}
        self._resolved: dict[str, Style] = {}
        self._looks: dict[tuple[object, ...], Looks] = {}
        self._default = next((name for name, element in self._elements.items() if _is_default(element)), "")

    def named(self, name: str) -> Style:
        """The style with that id, inheritance included; one that says nothing where there is none."""
        if name not in self._resolved:
            self._resolved[name] = _resolve(name, self._elements) if name in self._elements else Style()
        return self._resolved[name]

    def paragraph(self, element: Element | None) -> Style:
        """The style of a paragraph: the named one, else the document's default."""
        return self.named(value(element, "pStyle") or self._default)

    def run(self, element: Element | None, paragraph: Style) -> Looks:
        """The looks of a run: its own properties, else its character style, else those of the paragraph's style."""
        own = properties(element)
        style = own.get(R_STYLE, "")
        key = (id(paragraph), style, own.get(BOLD), own.get(VANISH), own.get(ALIGN), own.get(POSITION))
        looks = self._looks.get(key)
        if looks is None:
            looks = self._looks[key] = self._resolve_run(own, self.named(style), paragraph)
        return looks

    @staticmethod
    def _resolve_run(own: Mapping[str, str], named: Style, paragraph: Style) -> Looks:
        return Looks(
            bold=_first(on(own.get(BOLD)), named.bold, paragraph.bold),
            raised=_first(raised_by(own), named.raised, paragraph.raised),
            hidden=_first(on(own.get(VANISH)), named.hidden, paragraph.hidden),
        )


def raised_by(own: Mapping[str, str]) -> bool | None:
    """True where a run's own properties lift it: ``vertAlign`` superscript, or a raised ``position``."""
    align = own.get(ALIGN)
    if align is not None:
        return align == "superscript"
    position = own.get(POSITION)
    return integer(position, 0) > 0 if position is not None else None


def is_heading(element: Element | None, name: str) -> bool:
    """True for a style or paragraph that stands in the outline, or is named "heading 1", "Kop 2"."""
    outline = value(element, "outlineLvl")
    if outline is not None:
        return integer(outline, NO_OUTLINE) < NO_OUTLINE
    return name.casefold().startswith(("heading ", "kop "))


def _is_default(element: Element) -> bool:
    return element.get(W + "default") in {"1", "true"} and element.get(W + "type") == "paragraph"


def _resolve(name: str, elements: Mapping[str, Element]) -> Style:
    chain: list[Element] = []
    current: str | None = name
    while current is not None and current in elements and len(chain) < MAX_DEPTH:
        chain.append(elements[current])
        current = value(elements[current], "basedOn")
    paragraphs = [element.find(W + "pPr") for element in chain]
    runs = [properties(element.find(W + "rPr")) for element in chain]
    numbers = [p.find(W + "numPr") if p is not None else None for p in paragraphs]
    level = _first_set(value(number, "ilvl") for number in numbers)
    return Style(
        name=value(chain[0], "name") or "",
        bold=_first_set(on(run.get(BOLD)) for run in runs),
        raised=_first_set(raised_by(run) for run in runs),
        hidden=_first_set(on(run.get(VANISH)) for run in runs),
        heading=any(
            is_heading(p, value(element, "name") or "") for p, element in zip(paragraphs, chain, strict=True)
        ),
        num_id=_first_set(value(number, "numId") for number in numbers),
        level=integer(level, 0) if level is not None else None,
    )


def _first(*values: bool | None) -> bool:
    return next((found for found in values if found is not None), False)


def _first_set(values: Iterable[T | None]) -> T | None:
    return next((found for found in values if found is not None), None)
