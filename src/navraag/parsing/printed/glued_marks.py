"""Note marks that a web page glued to the words ("plek»»?1", "jeugd»2"): taken out and made anchors.

Only behind a closing mark or a stop are digits surely a mark: "911" and "CO2" stay as they are.
"""

import re
from collections.abc import Iterable, Iterator

from navraag.parsing.paragraphs import Edit, edit
from navraag.records.text import Paragraph, Text

_GLUED = re.compile(
    r"(?:(?<=[?!»”’)\]])|(?<=[a-zà-ÿ][.,;:]))(?P<labels>\d{1,2}(?:(?:, ?| )\d{1,2}){0,8})(?P<comma>,(?= |$))?(?=[\s,.;:?!)»”]|$)", re.ASCII
)
_LABEL = re.compile(r"\d{1,2}")


def anchored(lines: Iterable[str], known: frozenset[str] = frozenset()) -> Text:
    """A text of these lines as paragraphs, its glued marks as anchors; ``known`` are labels that have a note."""
    return Text(paragraphs=tuple(edit(Paragraph(text=line), list(_edits(line, known))) for line in lines))


def _edits(line: str, known: frozenset[str]) -> Iterator[Edit]:
    for found in _GLUED.finditer(line):
        labels = _LABEL.findall(found["labels"])
        run = _running(labels, known)
        end = found.start() + _end_of(found["labels"], run)
        yield Edit(start=found.start(), end=end, labels=tuple(labels[:run]))


def _running(labels: list[str], known: frozenset[str]) -> int:
    """How many of the labels count on: "1 2" are two marks, in "2 10" the ten is a word of the sentence."""
    run = 1
    while run < len(labels) and (int(labels[run]) == int(labels[run - 1]) + 1 or {labels[run], labels[run - 1]} <= known):
        run += 1
    return run


def _end_of(printed: str, run: int) -> int:
    return [found.end() for found in _LABEL.finditer(printed)][run - 1]
