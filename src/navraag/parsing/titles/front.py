"""The front of a paper: numbers, title lines and what they say, up to the first words of the body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from navraag.parsing.blocks import Block
from navraag.parsing.headings import read_title
from navraag.parsing.numbering import read_heading
from navraag.records.evidence import Furniture
from navraag.records.papers import Heading

PaperKind = Literal["questions", "answer", "further", "correction", "notice", "oral"]

_NUMBER = re.compile(r"\b(\d{4})Z\s?(\d{3,6})\b", re.IGNORECASE)
"""Five digits follow the Z; a line of numbers is one too where a digit was lost or doubled in typing ("2024Z9117")."""
_NUMBER_LINE = re.compile(
    r"(?:vraagnummers?|kenmerk|zaaknummers?|nrs?\.?)?\s*:?\s*\(?\d{4}Z\s?\d{3,6}\)?(?:\s*(?:,|;|/|en)?\s*\d{4}Z\s?\d{3,6})*\s*\.?$", re.IGNORECASE
)
_WORDS = re.compile(r"[A-Za-z]{2,}\.?:?")
_APPENDIX = re.compile(r"(?:AH|Aanhangsel(?:nummer)?|Nr\.?)[\s:-]*(\d{1,5})$", re.IGNORECASE)
_BARE_APPENDIX = re.compile(r"(\d{1,5})$")
_PUBLICATION = re.compile(r"\b(?:kv|ah)-(?:(?:tk|ek)-)?[0-9zZ-]+[a-z]?\d?\b")
_YEAR = re.compile(r"vergaderjaar\s*(\d{4})\s*[-–—/]\s*(\d{2,4})", re.IGNORECASE)
_KINDS: tuple[tuple[PaperKind, re.Pattern[str]], ...] = (
    ("oral", re.compile(r"mondelinge\s*vra", re.IGNORECASE)),
    ("notice", re.compile(r"mededeling(?:en)?\s*van|uitstel\s|intrekking", re.IGNORECASE)),
    ("further", re.compile(r"(?:nader|aanvullend|tweede|vervolg)e?\s*antwoord", re.IGNORECASE)),
    ("correction", re.compile(r"(?:rectificatie|correctie|gecorrigeerd|gewijzigd|verbeterd)", re.IGNORECASE)),
    ("answer", re.compile(r"(?:gezamenlijk\s*)?antwoord(?:en)?\s*(?:van|door|namens|op\s*(?:de\s*)?(?:kamer)?vragen\s*van)|beantwoording\s*door", re.IGNORECASE)),
    ("questions", re.compile(r"(?:nadere\s*|schriftelijke\s*|aanvullende\s*)?(?:kamer)?vra(?:gen|ag)\s*(?:van|gesteld|door)", re.IGNORECASE)),
)
_DATED = re.compile(r"\(?(?:ingezonden|ontvangen)\b[^()]*\)?\s*\.?$", re.IGNORECASE)
_SEE_ALSO = re.compile(r"zie\s*ook\s*aanhangsel", re.IGNORECASE)
_REPRINT = re.compile(r"\(?herdruk\)?\b|\*?\)?\s*(?:i\.v\.m\.|in verband met)\s", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"(?:\b(?:van|de|het|en|aan|over|voor|namens|lid|leden|minister|staatssecretaris|aanhangsel|handelingen|vergaderjaar|nr\.)|,)\s*$", re.IGNORECASE
)
_FINISHED = re.compile(r"\((?:ingezonden|ontvangen)[^()]*\)|\.\s*$", re.IGNORECASE)
_ADDRESSED = re.compile(r"\baan\s*de\b|\(ingezonden|\(ontvangen", re.IGNORECASE)
_SEARCHED = 30
"""A page copied from a site has at most so many lines of navigation above the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the front says, the kinds of its title lines in order, and the body below it."""

    heading: Heading
    kinds: tuple[PaperKind, ...]
    body: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()


def title_kind(line: str) -> PaperKind | None:
    """Which kind of paper a title line announces, or None where it is no title line."""
    return next((kind for kind, pattern in _KINDS if pattern.match(line.strip())), None)


def question_numbers(text: str) -> tuple[str, ...]:
    """Zaak numbers as they are cited: "2024Z 17972" becomes "2024Z17972"."""
    return tuple(dict.fromkeys(f"{year}Z{digits}" for year, digits in _NUMBER.findall(text)))


def _session_year(texts: Sequence[str]) -> str | None:
    for text in texts:
        match = _YEAR.search(text)
        if match:
            end = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
            return f"{match[1]}-{end}"
    return None


def _publication(furniture: Sequence[Furniture]) -> str | None:
    return next((m[0] for f in furniture if f.kind == "publication_id" and (m := _PUBLICATION.search(f.text))), None)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Walks the leading blocks and sorts them into numbers, dates, titles and the rest."""

    titles: list[str]
    dates: list[str]
    numbers: list[str]
    appendix: int | None = None
    kinds: list[PaperKind]
    labels: list[str]

    def takes(self, block: Block, *, first_number: bool) -> bool:
        """True where the block is part of the front."""
        line = " ".join(block.text.split())
        if _NUMBER_LINE.match(line):
            self.numbers += question_numbers(line)
            self.labels += [word for word in _WORDS.findall(line) if word != "Z"]
        elif not self.titles and (match := _APPENDIX.match(line) or (first_number and _BARE_APPENDIX.match(line))):
            self.appendix = int(match[1])
            self.labels += [line] if not line.isdigit() else []
        elif not self._takes_title(line):
            return False
        return True

    def _takes_title(self, line: str) -> bool:
        if _DATED.match(line):
            self.dates.append(line)
        elif _SEE_ALSO.match(line) or _REPRINT.match(line):
            self.titles.append(line)
        elif (kind := title_kind(line)) and read_heading(line) is None:
            self.kinds.append(kind)
            self.titles.append(line)
        elif self.titles and self._goes_on(line):
            self.titles[-1] = f"{self.titles[-1]} {line}"
        else:
            return False
        return True

    def _goes_on(self, line: str) -> bool:
        """Whether a line continues a title that was broken."""
        last = self.titles[-1]
        return _UNFINISHED.search(last) is not None or (line[:1].islower() and not _FINISHED.search(last))

    def joined(self) -> str:
        """The title lines as one block, each date behind the title that it belongs to."""
        lines = list(self.titles)
        for date in self.dates:
            lines.insert(1 if "ingezonden" in date.lower() else len(lines), date)
        return " ".join(lines)


def _navigation(blocks: Sequence[Block]) -> int:
    """How many lines of a site stand above the first title; 0 where the paper itself begins at once."""
    for index, block in enumerate(blocks[:_SEARCHED]):
        line = " ".join(block.text.split())
        if any(pattern.match(line) for pattern in (_NUMBER_LINE, _DATED, _APPENDIX, _BARE_APPENDIX)):
            return index if any(_is_title(later) for later in blocks[index:index + 3]) else 0
        if _is_title(block):
            return index
        if read_heading(line) is not None or "?" in line[-2:]:
            return 0
    return 0


def _is_title(block: Block) -> bool:
    return title_kind(block.text) is not None and _ADDRESSED.search(block.text) is not None


def read_front(blocks: Sequence[Block], furniture: Sequence[Furniture]) -> Front:
    """The front of a paper that begins with its numbers and titles."""
    reader = _Reader(titles=[], dates=[], numbers=[], kinds=[], labels=[])
    is_appendix = any("anhangsel" in item.text for item in furniture)
    position = above = _navigation(blocks)
    while position < len(blocks) and reader.takes(blocks[position], first_number=is_appendix and position == above):
        position += 1
    words = reader.joined()
    heading = read_title(words) if words else Heading()
    texts = [item.text for item in furniture]
    heading = replace(
        heading,
        title=words,
        question_numbers=tuple(dict.fromkeys(reader.numbers)),
        appendix_number=reader.appendix,
        publication=_publication(furniture),
        session_year=_session_year([t for t in texts if "Tweede Kamer" not in t] or texts) if texts else None,
    )
    site = tuple(Furniture(kind="site_navigation", text=block.text) for block in blocks[:above])
    labels = (*site, *(Furniture(kind="publication_id", text=label) for label in reader.labels))
    return Front(heading=heading, kinds=tuple(reader.kinds), body=tuple(blocks[position:]), furniture=labels)
